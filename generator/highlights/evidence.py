"""Readings and their subject in; for every day what the articles hold about it, as named figures, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log1p

from .chronicle import chronicle_weight
from .reading import ArticleReading
from .subject import Subject

_LEAD = 3  # sentences of an article that tell its news
_LATER = 7  # days after which an article looks back and no longer reports
_AROUND = 15  # days among which a day's share of the mentions is taken
_SEASON = 30  # days on either side that make the usual amount of coverage

# What is counted of a day, in the order of the weights in ``score``. Counts are of articles.
FIGURES: dict[str, str] = {
    "lead": "articles that name the day in their first three sentences",
    "near": "articles that name the day in a sentence with the subject, or beside one",
    "past": "articles that name the day when it is over",
    "later": "articles that name the day more than a week after it",
    "later_subject": "the same, in a sentence with the subject",
    "coverage": "articles published on the day, each by its share of sentences with the subject",
    "news": "events in their first sentences, weighed the same way",
    "news_after": "events in the first sentences of the articles of the day after",
    "event": "the strongest sentence that names the day, by its events",
    "month": "articles that name the day's month in a sentence with the subject",
    "before": "articles that name the day before: this one may be its echo",
    "after": "articles that name the day after",
    "share": "the day's part of all mentions of the thirty days around it",
    "season": "coverage of the two months around it: a crowded time has many days that look alike",
    "burst": "coverage of the day and the next against that of the two months",
}


@dataclass(slots=True)
class _Day:
    """Running counts of one day while the articles are gone through."""

    counts: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidate days in order, and their figures in the order of ``FIGURES``."""

    days: tuple[int, ...]
    figures: tuple[tuple[float, ...], ...]


def weigh_days(readings: Sequence[ArticleReading], subject: Subject, first: int, last: int) -> Evidence:
    """Every day named or published on from ``first`` to ``last``, with its figures."""
    days: defaultdict[int, _Day] = defaultdict(_Day)
    coverage: defaultdict[int, float] = defaultdict(float)
    months: Counter[str] = Counter()
    for reading in readings:
        _count(reading, subject, days, coverage, months)
    chosen = tuple(sorted(day for day in days if first <= day <= last))
    return Evidence(chosen, tuple(_figures(day, days, coverage, months) for day in chosen))


def _count(
    reading: ArticleReading,
    subject: Subject,
    days: defaultdict[int, _Day],
    coverage: defaultdict[int, float],
    months: Counter[str],
) -> None:
    lower = [tuple(word.lower() for word in line.words) for line in reading.lines]
    named = [bool(subject.places(words)) for words in lower]
    focus = sum(named) / len(named) if named else 0.0
    marks: defaultdict[int, set[str]] = defaultdict(set)
    events: defaultdict[int, float] = defaultdict(float)
    own_months: set[str] = set()
    for index, line in enumerate(reading.lines):
        beside = named[index] or named[max(0, index - 1)] or (index + 1 < len(named) and named[index + 1])
        if named[index]:
            own_months.update(line.months)
        for day in line.days:
            marks[day] |= _marks(
                reading.published - day if reading.published else 0, index, beside, named[index]
            )
            weight = chronicle_weight(lower[index]) * (1.0 if named[index] else 0.5)
            events[day] = max(events[day], weight)
    for day, found in marks.items():
        counts = days[day].counts
        for mark in found:
            counts[mark] += 1
        counts["event"] = max(counts["event"], events[day])
    months.update(own_months)
    if reading.published:
        coverage[reading.published] += focus
        news = chronicle_weight(lower[0]) * focus if lower else 0.0
        days[reading.published].counts["news"] += news
        days[reading.published - 1].counts["news_after"] += news


def _marks(gap: int, index: int, beside: bool, named: bool) -> set[str]:
    """What one mention says of its day; ``gap``: days from it to the publication."""
    return {
        mark
        for mark, holds in (
            ("all", True),
            ("lead", index < _LEAD),
            ("near", beside),
            ("past", gap >= 0),
            ("later", gap > _LATER),
            ("later_subject", gap > _LATER and named),
        )
        if holds
    }


def _figures(
    day: int, days: defaultdict[int, _Day], coverage: defaultdict[int, float], months: Counter[str]
) -> tuple[float, ...]:
    counts = days[day].counts

    def mentions(other: int) -> float:
        return days[other].counts["all"] if other in days else 0.0

    around = sum(mentions(other) for other in range(day - _AROUND, day + _AROUND + 1))
    season = sum(coverage[other] for other in range(day - _SEASON, day + _SEASON + 1) if other in coverage)
    now = sum(coverage[other] for other in (day, day + 1) if other in coverage)
    values = {
        **{name: log1p(counts[name]) for name in ("lead", "near", "past", "later", "later_subject")},
        **{name: log1p(counts[name]) for name in ("news", "news_after", "event")},
        "coverage": log1p(coverage[day]) if day in coverage else 0.0,
        "month": log1p(months[date.fromordinal(day).isoformat()[:7]]),
        "before": log1p(mentions(day - 1)),
        "after": log1p(mentions(day + 1)),
        "share": counts["all"] / (1 + around),
        "season": log1p(season),
        "burst": log1p(now) - log1p(season / _SEASON),
    }
    return tuple(values[name] for name in FIGURES)
