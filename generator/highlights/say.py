"""The chosen days and the readings in; a few sentences for each, word for word from the articles, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log, sqrt

from ..language import english, everywhere
from .candidates import Candidate, Sayings, gather
from .chronicle import chronicle_density, is_talk
from .reading import ArticleReading
from .subject import Subject

_FADES = 30.0  # days in which a report's say in what the day is about falls to a third
_LEAST_TRUST = 0.2
_SOON = 2  # days within which a report still tells the event itself
_ALIKE = 0.55  # shared weight from which a second sentence says nothing new
_OPENING = 8  # words among which the subject opens a sentence
_SHORT, _LONG = 8, 32  # words; an entry of a chronicle is rarely outside this

# How much its likeness to all that is said of the day counts, and to all that is said of all days (0 to 1).
_OF_THE_DAY, _OF_ALL = 2.0, 1.0
# What else speaks for a sentence. Set by
# hand and by reading the results: the collections we know have days in their keys, but no sentences.
_NAMES_DAY = 0.25
_NAMES_SUBJECT = 0.15
_OPENS_WITH_SUBJECT = 0.15
_EVENTS = 0.60  # times the chronicle density, rarely above 1
_OPENS_ARTICLE = 0.20
_TOLD_SOON = 0.10
# What speaks against it.
_LEANS = -0.35  # begins with a pronoun or a joining word: it cannot stand alone
_AHEAD = -0.35  # tells what is to come: another sentence may tell what came
_OTHER_DAY = -0.10  # for each other day it names
_QUESTION = -0.40
_BROKEN = -0.40  # no mark at its end
_SPEECH = -0.25  # begins with a quotation mark, or holds half of a quotation
_TALK = -0.10
_HEADLINE = -0.10
_LENGTH = -0.02  # for each word outside the usual length

_LEANING = everywhere.leaning
# The last two are what “ and ‘ become when UTF-8 is read as Windows-1252, as archives often hold them.
_OPENING_QUOTES = ('"', "'", "“", "‘", "«", "„", "â€œ", "â€˜")
_FUTURE = everywhere.ahead
_PLAIN = english.plain


def say(
    ranked: Sequence[int], readings: Sequence[ArticleReading], subject: Subject, wanted: int, per_day: int
) -> dict[int, tuple[str, ...]]:
    """The first ``wanted`` days of ``ranked`` of which something can be said, in the order of time.

    Each has up to ``per_day`` sentences, and no sentence stands twice.
    """
    sayings = gather(readings, ranked)
    middle = _middle(sayings)
    used: set[str] = set()
    said: dict[int, tuple[str, ...]] = {}
    # A day of which only strangers' sentences speak is told when nothing else is left to tell.
    for strict in (True, False):
        for day in ranked:
            if len(said) == wanted:
                break
            fresh = [] if day in said else [one for one in sayings.by_day[day] if one.line.text not in used]
            fresh = [one for one in fresh if not strict or _speaks_of_it(one, sayings)]
            best = _best(fresh, sayings, subject, middle, per_day)
            if best:
                said[day] = best
                used.update(best)
    return dict(sorted(said.items()))


def _speaks_of_it(candidate: Candidate, sayings: Sayings) -> bool:
    """Whether the sentence has one of the collection's own words."""
    words = {word.removesuffix("'s") for word in candidate.words}
    return not sayings.own or not sayings.own.isdisjoint(words)


def _middle(sayings: Sayings) -> dict[str, float]:
    """What the whole collection says of the days together."""
    middle: defaultdict[str, float] = defaultdict(float)
    for candidates in sayings.by_day.values():
        for candidate in candidates:
            for word, value in _vector(candidate.words, sayings).items():
                middle[word] += value
    return _normal(middle)


def _best(
    candidates: Sequence[Candidate],
    sayings: Sayings,
    subject: Subject,
    middle: Mapping[str, float],
    number: int,
) -> tuple[str, ...]:
    """The sentences nearest to what all say of the day, and of all days, and worth most; of two alike the better."""
    vectors = [_vector(candidate.words, sayings) for candidate in candidates]
    centre = _centre(candidates, vectors)
    values = [
        round(
            _OF_THE_DAY * _likeness(vector, centre)
            + _OF_ALL * _likeness(vector, middle)
            + _worth(candidate, subject),
            9,
        )
        for candidate, vector in zip(candidates, vectors, strict=True)
    ]
    order = sorted(range(len(candidates)), key=lambda i: (-values[i], candidates[i].line.text))
    taken: list[int] = []
    for i in order:
        if len(taken) == number:
            break
        if all(_likeness(vectors[i], vectors[j]) < _ALIKE for j in taken):
            taken.append(i)
    return tuple(candidates[i].line.text for i in taken)


def _centre(candidates: Sequence[Candidate], vectors: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """What all the sentences say together; those that name the day, and near it, count more."""
    centre: defaultdict[str, float] = defaultdict(float)
    for candidate, vector in zip(candidates, vectors, strict=True):
        trust = (1.0 if candidate.dated else 0.5) * exp(-abs(candidate.gap) / _FADES)
        for word, value in vector.items():
            centre[word] += value * (_LEAST_TRUST + trust)
    return _normal(centre)


def _worth(candidate: Candidate, subject: Subject) -> float:
    """What the sentence is worth whatever the others say."""
    words = candidate.words
    places = subject.places(words)
    marks = (
        (_NAMES_DAY, candidate.dated),
        (_NAMES_SUBJECT, bool(places)),
        (_OPENS_WITH_SUBJECT, bool(places) and places[0] < _OPENING),
        (_OPENS_ARTICLE, candidate.opens),
        (_TOLD_SOON, 0 <= candidate.gap <= _SOON),
        (_LEANS, words[:1] != () and words[0] in _LEANING),
        (_AHEAD, candidate.gap < 0 or not _FUTURE.isdisjoint(words)),
        (_TALK, is_talk(words)),
        (_HEADLINE, candidate.line.headline),
        *_form(candidate.line.text),
    )
    worth = sum(weight for weight, holds in marks if holds)
    worth += _EVENTS * chronicle_density(words)
    worth += _OTHER_DAY * max(0, len(candidate.line.days) - 1)
    return worth + _LENGTH * max(0, _SHORT - len(words), len(words) - _LONG)


def _form(text: str) -> tuple[tuple[float, bool], ...]:
    """What the marks at the sentence's ends say against it."""
    bare = text.rstrip("\"'”’»)] ")
    halved = text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    return (
        (_QUESTION, bare.endswith("?")),
        (_BROKEN, not bare.endswith((".", "!", "?", "…", "。", "।"))),
        (_SPEECH, text.startswith(_OPENING_QUOTES) or halved),
    )


def _vector(words: Sequence[str], sayings: Sayings) -> dict[str, float]:
    """Word weights of length 1: rarer words of the collection weigh more."""
    counts = Counter(word for word in words if word not in _PLAIN)
    return _normal(
        {word: (1 + log(n)) * log(1 + sayings.total / sayings.rarity[word]) for word, n in counts.items()}
    )


def _normal(weights: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(value * value for value in weights.values()))
    return {word: value / length for word, value in weights.items()} if length else {}


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of the angle between two word lists of length 1."""
    return sum(value * other.get(word, 0.0) for word, value in one.items())
