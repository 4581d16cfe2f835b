"""An EDTF date in, its first and last possible day out, as calendars and spreadsheets need them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..edtf import EdtfError, parse_edtf

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """The days a date may be: ``None`` where it is open or unknown, ``precision`` ``""`` for no date."""

    start: Day | None = None
    end: Day | None = None
    precision: str = ""
    approximate: bool = False
    uncertain: bool = False

    @property
    def first(self) -> str:
        """The first day as ``YYYY-MM-DD`` (astronomical years: ``-0043`` is 44 BC), or ``""``."""
        return day_text(self.start)

    @property
    def last(self) -> str:
        """The last day as ``YYYY-MM-DD``, or ``""``."""
        return day_text(self.end)

    @property
    def exact(self) -> bool:
        """Whether the date is one day, said without doubt."""
        return self.precision in ("day", "time") and not self.approximate and not self.uncertain


@lru_cache(maxsize=65536)
def span_of(date: str) -> Span:
    """The span of an EDTF string; an empty or broken date gives the empty span."""
    if not date:
        return Span()
    try:
        edtf = parse_edtf(date)
    except EdtfError:
        return Span()
    return Span(edtf.earliest, edtf.latest, edtf.precision, edtf.approximate, edtf.uncertain)


@lru_cache(maxsize=65536)
def place_of(date: str) -> tuple[Day, Day] | None:
    """Where a date stands on a calendar, from first to last day; ``None`` for no date.

    A date with an open end ("since December") stands where its known end is, as wide as that is.
    """
    span = span_of(date)
    if span.start is not None and span.end is not None:
        return span.start, span.end
    if not span.precision:
        return None
    edtf = parse_edtf(date)
    known = edtf.start or edtf.end
    if known is None or known.earliest is None or known.latest is None:
        return None
    return known.earliest, known.latest


def day_text(day: Day | None) -> str:
    """A day as ``YYYY-MM-DD``, with a sign before years below zero; ``""`` for none."""
    if day is None:
        return ""
    year, month, date = day
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{date:02d}"
