"""The chosen days and the readings in; a few sentences for each, word for word from the articles, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from .chronicle import chronicle_density, is_talk
from .reading import ArticleReading, Line, word_set
from .subject import Subject

_LEAD = 3  # undated sentences of an article that may speak of the day it came out
_SOON = 2  # days within which a report still tells the event itself
_ALIKE = 0.55  # shared weight from which a second sentence says nothing new
_OPENING = 8  # words among which the subject opens a sentence
_SHORT, _LONG = 8, 32  # words; an entry of a chronicle is rarely outside this

# What speaks for a sentence, added to its likeness to all that is said of the day (0 to 1). Set by
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

_LEANING = word_set(
    """he she it they this that these those his her their its i we you my our your here there
    but and or so yet then however meanwhile also such another both instead though although because
    which who"""
)
# The last two are what “ and ‘ become when UTF-8 is read as Windows-1252, as archives often hold them.
_OPENING_QUOTES = ('"', "'", "“", "‘", "«", "„", "â€œ", "â€˜")
_FUTURE = word_set("will expected due scheduled")
_PLAIN = word_set(
    """the a an of to in on and or for with at by from as is was were be been has have had that this it
    its his her he she they their who which will would not but after before said says"""
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: Line
    words: tuple[str, ...]
    dated: bool  # the sentence names the day itself
    opens: bool
    gap: int  # days from the day to the publication
    article: str


def say(
    days: Sequence[int], readings: Sequence[ArticleReading], subject: Subject, per_day: int
) -> dict[int, tuple[str, ...]]:
    """Up to ``per_day`` sentences for each of ``days``; no sentence stands twice."""
    wanted: dict[int, list[_Candidate]] = {day: [] for day in days}
    rarity: Counter[str] = Counter()
    total = 0
    for reading in readings:
        for index, line in enumerate(reading.lines):
            words = tuple(word.lower() for word in line.words)
            total += 1
            rarity.update(set(words))
            for day in _days_of(reading, index, line):
                if day in wanted:
                    gap = reading.published - day if reading.published else 0
                    found = _Candidate(line, words, day in line.days, index == 0, gap, reading.id)
                    wanted[day].append(found)
    used: set[str] = set()
    said: dict[int, tuple[str, ...]] = {}
    for day in days:
        said[day] = _best(wanted[day], rarity, total, subject, per_day, used)
        used.update(said[day])
    return said


def _days_of(reading: ArticleReading, index: int, line: Line) -> Iterable[int]:
    """The days a sentence may speak of: those it names, else its article's own day and the one before."""
    if line.days or not reading.published or index >= _LEAD:
        return line.days
    return (reading.published, reading.published - 1)


def _best(
    candidates: Sequence[_Candidate],
    rarity: Counter[str],
    total: int,
    subject: Subject,
    number: int,
    used: set[str],
) -> tuple[str, ...]:
    vectors = [_vector(candidate.words, rarity, total) for candidate in candidates]
    centre: defaultdict[str, float] = defaultdict(float)
    for candidate, vector in zip(candidates, vectors, strict=True):
        trust = (1.0 if candidate.dated else 0.5) * exp(-abs(candidate.gap) / 30)
        for word, value in vector.items():
            centre[word] += value * (0.2 + trust)
    order = sorted(
        range(len(candidates)),
        key=lambda i: (
            -round(_likeness(vectors[i], centre) + _worth(candidates[i], subject), 9),
            candidates[i].line.text,
        ),
    )
    taken: list[int] = []
    for i in order:
        if len(taken) == number:
            break
        if candidates[i].line.text in used or not candidates[i].line.text:
            continue
        if all(_likeness(vectors[i], vectors[j]) < _ALIKE for j in taken):
            taken.append(i)
    return tuple(candidates[i].line.text for i in taken)


def _worth(candidate: _Candidate, subject: Subject) -> float:
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


def _vector(words: Sequence[str], rarity: Counter[str], total: int) -> dict[str, float]:
    """Word weights of length 1: rarer words of the collection weigh more."""
    counts = Counter(word for word in words if word not in _PLAIN)
    raw = {word: (1 + log(n)) * log(1 + total / rarity[word]) for word, n in counts.items()}
    length = sqrt(sum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items()} if length else {}


def _likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """Cosine of the angle between two weighted word lists; ``one`` has length 1 already."""
    length = sqrt(sum(value * value for value in other.values()))
    return sum(value * other.get(word, 0.0) for word, value in one.items()) / length if length else 0.0
