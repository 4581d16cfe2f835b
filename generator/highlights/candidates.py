"""Readings and days in; for each day the sentences that may speak of it, with the collection's word counts, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .reading import ArticleReading, Line
from .subject import is_calendar

_OWN = 30  # words
_LEAD = 3  # undated sentences of an article that may speak of the day it came out


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may speak of a day."""

    line: Line
    words: tuple[str, ...]  # in lower case
    dated: bool  # it names the day itself
    opens: bool  # it opens its article
    gap: int  # days from the day to the publication


@dataclass(frozen=True, slots=True)
class Sayings:
    """Candidates by day; ``rarity``: the number of sentences that hold a word, of ``total``; ``own``: the names,
    in lower case, that most articles have, none where there are few."""

    by_day: Mapping[int, Sequence[Candidate]]
    rarity: Mapping[str, int]
    total: int
    own: frozenset[str]


def gather(readings: Sequence[ArticleReading], days: Collection[int]) -> Sayings:
    """A day that no sentence names gets the openings of its articles, whatever else they name."""
    wanted = frozenset(days)
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    spare: defaultdict[int, list[Candidate]] = defaultdict(list)
    rarity: Counter[str] = Counter()
    total = 0
    for reading in readings:
        for index, line in enumerate(reading.lines):
            if not line.text:
                continue
            words = tuple(word.lower() for word in line.words)
            total += 1
            rarity.update(set(words))
            for day in _days_of(reading, index, line):
                if day in wanted:
                    found[day].append(_candidate(reading, index, words, day))
            if index < _LEAD and line.days and not line.own and reading.published in wanted:
                spare[reading.published].append(_candidate(reading, index, words, reading.published))
    by_day = {day: found.get(day) or spare.get(day, []) for day in wanted}
    return Sayings(by_day, rarity, total, _own_words(readings))


def _own_words(readings: Sequence[ArticleReading]) -> frozenset[str]:
    """The words with a capital inside sentences that most articles have: whom and where it is all about."""
    articles: Counter[str] = Counter()
    for reading in readings:
        articles.update(
            {
                word.lower().removesuffix("'s")
                for line in reading.lines
                for word in line.words[1:]
                if word[0].isupper() and not is_calendar(word.lower())
            }
        )
    order = sorted(articles, key=lambda word: (-articles[word], word))
    return frozenset(word for word in order[:_OWN] if articles[word] > 1)


def _days_of(reading: ArticleReading, index: int, line: Line) -> Iterator[int]:
    """Those the sentence names, else, near the start, its article's own day and the one before.

    A sentence that names a month but no day of it speaks of no day we know.
    """
    yield from line.days
    if line.own or line.months:
        return
    if not line.days and reading.published and index < _LEAD:
        yield from (reading.published, reading.published - 1)


def _candidate(reading: ArticleReading, index: int, words: tuple[str, ...], day: int) -> Candidate:
    line = reading.lines[index]
    gap = reading.published - day if reading.published else 0
    return Candidate(line, words, day in line.days, index == 0, gap)
