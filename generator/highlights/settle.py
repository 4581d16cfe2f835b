"""Readings in; the same with years that an article leaves open set to the year the other articles agree on.

"On 29 April" in November may mean the last one or the next. One article cannot always tell; a collection
that names the same day of the year before three times as often, within a year of the publication, can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from .reading import ArticleReading, Line

_TIMES = 3  # how much more often the other year must be meant
_YEAR = 366


def settle_years(readings: Sequence[ArticleReading]) -> list[ArticleReading]:
    """Every reading, its open days moved by a year where the collection speaks for it."""
    counts: Counter[int] = Counter()
    for reading in readings:
        counts.update({day for line in reading.lines for day in line.days})
    return [_settle(reading, counts) for reading in readings]


def _settle(reading: ArticleReading, counts: Counter[int]) -> ArticleReading:
    if not any(line.open for line in reading.lines):
        return reading
    lines = tuple(_settle_line(line, reading.published, counts) for line in reading.lines)
    return replace(reading, lines=lines)


def _settle_line(line: Line, published: int, counts: Counter[int]) -> Line:
    if not line.open:
        return line
    moved = (_meant(day, published, counts) if day in line.open else day for day in line.days)
    return replace(line, days=tuple(dict.fromkeys(moved)))


def _meant(day: int, published: int, counts: Counter[int]) -> int:
    """The same day of the year before or after when it is meant far more often; else the day itself."""
    others = [other for other in _same_day(day) if published and abs(other - published) <= _YEAR]
    best = max(others, key=lambda other: (counts[other], -other), default=day)
    return best if counts[best] >= _TIMES * counts[day] else day


def _same_day(day: int) -> list[int]:
    here = date.fromordinal(day)
    if (here.month, here.day) == (2, 29):
        return []
    return [
        here.replace(year=here.year + step).toordinal() for step in (-1, 1) if 1 <= here.year + step <= 9999
    ]
