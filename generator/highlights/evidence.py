"""Readings and their subject in; for every day what the articles hold about it, as named figures, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log1p

from .chronicle import chronicle_density, chronicle_weight, is_talk
from .reading import ArticleReading
from .subject import Subject

_LEAD = 3  # sentences of an article that tell its news
_LATER, _LATEST = 7, 60  # an article looks back on a day from the one until the other
_AROUND = 15  # days among which a day's share of the mentions is taken
_SEASON = 30  # days on either side that make the usual amount of coverage
_NEAR = 3  # days among which a day may be the peak
_YEARS = 6  # years in which an anniversary is looked for
_NEWS_CEILING = 8.0  # more events in an opening sentence do not make it weigh more

# What is known of a day, in the order of the weights in ``score``. Counts are of articles, as logarithms.
FIGURES: dict[str, str] = {
    "lead": "articles that name the day in their first three sentences",
    "near": "articles that name the day in a sentence with the subject, or beside one",
    "looked_back": "articles that name the day from one week to two months after it",
    "month": "articles that name the day's month in a sentence with the subject",
    "event": "the sentence of the day with the most events a word",
    "talk": "articles in which a sentence of the day reports what someone said",
    "news": "events in the first sentences of the day's articles, each by its sentences with the subject",
    "news_after": "the same of the articles of the day after",
    "share": "the day's part of all mentions of the thirty days around it",
    "peak": "whether no day among its neighbours has more of the news",
    "burst": "coverage of the day and the next against that of the two months around it",
    "season": "coverage of those two months: in a crowded time many days look alike",
    "before": "articles that name the day before: this one may be its echo",
    "echo": "the same, in a first sentence with the subject",
    "anniversary": "articles by which the same day of another year is named more often",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidate days in order, and their figures in the order of ``FIGURES``."""

    days: tuple[int, ...]
    figures: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class _Tally:
    """Counts a day (a month for ``months``), filled article by article."""

    named: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    lead: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    lead_subject: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    near: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    looked_back: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    talk: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    event: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    news: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    news_of: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    coverage: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    months: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))


def weigh_days(readings: Sequence[ArticleReading], subject: Subject, first: int, last: int) -> Evidence:
    """Every day named or published on from ``first`` to ``last``, with its figures."""
    tally = _Tally()
    for reading in readings:
        if reading.lines:
            _count(reading, subject, tally)
    published = set(tally.coverage) | {day - 1 for day in tally.coverage}
    days = tuple(sorted(day for day in published | set(tally.named) if first <= day <= last))
    return Evidence(days, tuple(_figures(day, tally) for day in days))


def _count(reading: ArticleReading, subject: Subject, tally: _Tally) -> None:
    """Add one article; whatever it says of a day counts once."""
    lower = [tuple(word.lower() for word in line.words) for line in reading.lines]
    named = [bool(subject.places(words)) for words in lower]
    focus = sum(named) / len(named)
    marks: defaultdict[str, set[int]] = defaultdict(set)
    months: set[str] = set()
    for index, line in enumerate(reading.lines):
        if named[index]:
            months.update(line.months)
        days = line.days or ((reading.published,) if index == 0 and reading.published else ())
        if days:
            _events(days, lower[index], marks, tally)
        for day in line.days:
            _mark(day, reading.published, index, named, marks)
    for mark, found in marks.items():
        counts: defaultdict[int, float] = getattr(tally, mark)
        for day in found:
            counts[day] += 1
    for month in months:
        tally.months[month] += 1
    if reading.published:
        tally.coverage[reading.published] += focus
        tally.news[reading.published] += min(_NEWS_CEILING, chronicle_weight(lower[0])) * focus
        tally.news_of[_news_day(reading)] += focus


def _events(
    days: Sequence[int], words: Sequence[str], marks: defaultdict[str, set[int]], tally: _Tally
) -> None:
    density = chronicle_density(words)
    talk = is_talk(words)
    for day in days:
        tally.event[day] = max(tally.event[day], density)
        if talk:
            marks["talk"].add(day)


def _mark(
    day: int, published: int, index: int, named: Sequence[bool], marks: defaultdict[str, set[int]]
) -> None:
    """What one mention says of its day."""
    gap = published - day if published else _LATEST + 1
    marks["named"].add(day)
    if index < _LEAD:
        marks["lead"].add(day)
        if named[index]:
            marks["lead_subject"].add(day)
    if any(named[max(0, index - 1) : index + 2]):
        marks["near"].add(day)
    if _LATER < gap <= _LATEST:
        marks["looked_back"].add(day)


def _news_day(reading: ArticleReading) -> int:
    """The day an article's opening names, when it is of that week; else the day it came out."""
    for line in reading.lines[: _LEAD + 1]:
        for day in line.days:
            if 0 <= reading.published - day < _LATER:
                return day
    return reading.published


def _figures(day: int, tally: _Tally) -> tuple[float, ...]:
    around = sum(tally.named.get(other, 0.0) for other in _window(day, _AROUND))
    season = sum(tally.coverage.get(other, 0.0) for other in _window(day, _SEASON))
    now = tally.coverage.get(day, 0.0) + tally.coverage.get(day + 1, 0.0)
    here = tally.named.get(day, 0.0)
    values = {
        **{name: log1p(getattr(tally, name).get(day, 0.0)) for name in _COUNTED},
        "month": log1p(tally.months.get(date.fromordinal(day).isoformat()[:7], 0.0)),
        "event": tally.event.get(day, 0.0),
        "news_after": log1p(tally.news.get(day + 1, 0.0)),
        "share": here / (1 + around),
        "peak": float(_told(day, tally) >= max(_told(other, tally) for other in _window(day, _NEAR))),
        "burst": log1p(now) - log1p(season / _SEASON),
        "season": log1p(season),
        "before": log1p(tally.named.get(day - 1, 0.0)),
        "echo": log1p(tally.lead_subject.get(day - 1, 0.0)),
        "anniversary": log1p(max(0.0, _other_years(day, tally) - here)),
    }
    return tuple(values[name] for name in FIGURES)


_COUNTED = ("lead", "near", "looked_back", "talk", "news")


def _window(day: int, width: int) -> range:
    return range(day - width, day + width + 1)


def _told(day: int, tally: _Tally) -> float:
    return tally.lead_subject.get(day, 0.0) + tally.news_of.get(day, 0.0)


def _other_years(day: int, tally: _Tally) -> float:
    """The most mentions the same day and month has in another year."""
    here = date.fromordinal(day)
    most = 0.0
    for year in range(max(1, here.year - _YEARS), min(9999, here.year + _YEARS) + 1):
        if year == here.year or (here.month, here.day) == (2, 29):
            continue
        most = max(most, tally.named.get(here.replace(year=year).toordinal(), 0.0))
    return most
