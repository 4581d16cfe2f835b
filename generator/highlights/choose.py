"""Readings and what is wanted in; the days that matter most, each with its sentences, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .evidence import weigh_days
from .reading import ArticleReading, ordinal
from .say import say
from .score import ranked_days, score_days
from .settle import settle_years
from .subject import find_subject


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many days and sentences, between which ISO days (inclusive, ``""``: open), about what."""

    dates: int = 10
    per_date: int = 1
    start: str = ""
    end: str = ""
    query: str = ""


def choose_highlights(readings: Sequence[ArticleReading], wanted: Wanted) -> dict[str, tuple[str, ...]]:
    """ISO day -> sentences, in the order of time. The order of ``readings`` does not matter.

    Without an end no day after the last publication is chosen: what is only announced has not happened.
    """
    ordered = settle_years(_once(readings))
    subject = find_subject(ordered, wanted.query)
    first = ordinal(wanted.start) or 1
    newest = max((reading.published for reading in ordered), default=0)
    last = ordinal(wanted.end) or newest or date.max.toordinal()
    ranked = ranked_days(score_days(weigh_days(ordered, subject, first, last)))
    said = say(ranked, ordered, subject, wanted.dates, wanted.per_date)
    return {date.fromordinal(day).isoformat(): sentences for day, sentences in said.items()}


def _once(readings: Sequence[ArticleReading]) -> list[ArticleReading]:
    """The readings in an order of their own, the same article on the same day only once."""

    def content(reading: ArticleReading) -> tuple[int, tuple[str, ...]]:
        return reading.published, tuple(line.text for line in reading.lines)

    return sorted(
        {content(reading): reading for reading in sorted(readings, key=lambda one: one.id)}.values(),
        key=content,
    )
