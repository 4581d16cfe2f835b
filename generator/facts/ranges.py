"""A time and the others of its sentence in; the one that ends the range which it begins, out.

``June 9th – June 23rd, 2014``, ``from 28 July to 12 August``, ``between 276 BC and 194 BC``, ``am 14. und 15. Juli``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

from ..edtf import parse_edtf
from ..language import pattern, pattern_everywhere
from ..model import ResolvedDate
from .scene import days, is_day

_TO, _BOTH, _DAY_TO_DAY = (pattern_everywhere(f"range-{way}").pattern for way in ("to", "and", "onto"))
_JOINS = re.compile(rf"\.?\s*(?:[-–—‑/]|{_TO})\s*", re.IGNORECASE)
_AND = re.compile(rf"\.?\s*{_BOTH}\s*", re.IGNORECASE)
_ONTO = re.compile(rf"\.?\s*{_DAY_TO_DAY}\s*", re.IGNORECASE)
_NIGHT = re.compile(rf"{pattern_everywhere('night').pattern}[^,;]{{0,48}}$", re.IGNORECASE)
_CLOSED = re.compile(r"[1-8]\d{3}(?:-\d{2}){0,2}")
_UNITS = {"quarter": 3, "half": 6, "half-year": 6, "year": 12}  # months
_COUNTS = {"three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9, "twelve": 12, "12": 12}
_PERIOD = pattern("period-ends")
_LONGEST = 24  # characters between the two
_GOES_ON = re.compile(rf"{_JOINS.pattern}(?=\d)", re.IGNORECASE)
# "moved from June 5 to June 9": two days of one thing, and no range.
_MOVED = re.compile(rf"{pattern_everywhere('moved').pattern}[^,;]*$", re.IGNORECASE)


def other_end(text: str, date: ResolvedDate, dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """Where the range ends that ``date`` begins, or ``None`` when it stands alone."""
    for other in dates:
        gap = text[date.end : other.start]
        if not 0 <= other.start - date.end <= _LONGEST or _same_words(date, other):
            continue
        start, end = ends(date, other)
        if "/" in start or "/" in end or parse_edtf(start).sort_key >= parse_edtf(end).sort_key:
            continue
        if _MOVED.search(text[max(0, date.start - 80) : date.start]):
            return None
        opens, closes = date.role in ("from", "between", "since"), other.role in ("until", "between")
        if opens and closes and "," not in gap:
            return other
        if _JOINS.fullmatch(gap) and len(start) == len(end):
            return other
        if _ONTO.fullmatch(gap) and _next(start, end) and _NIGHT.search(text[: date.end]):
            return other
        if _AND.fullmatch(gap) and date.role == "between":
            return other
    return _in_a_row(text, date, dates)


def _in_a_row(text: str, date: ResolvedDate, dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """ "9, 10 and 11 October": the last of days, months or years that follow on each other."""
    row = [date]
    for other in dates:
        if other.start < row[-1].end:
            continue
        gap = text[row[-1].end : other.start].lstrip(".").removeprefix(",")
        if (gap.strip() and not _AND.fullmatch(gap)) or not _next(*ends(row[-1], other)):
            break
        row.append(other)
        if gap.strip():
            return other
    return row[-1] if len(row) > 2 else None


def whole_period(text: str, date: ResolvedDate) -> ResolvedDate:
    """ "For the quarter ended 31 March", "in the six months to 30 June": the months up to the day, in place of the day."""
    opens = _PERIOD.search(text[max(0, date.start - _LONGEST * 2) : date.start])
    if opens is None or not is_day(date.edtf):
        return date
    unit, count = opens["unit"].lower(), (opens["count"] or "").lower()
    months = _COUNTS.get(count, 0) if unit == "months" else _UNITS[unit]
    last = Day.fromisoformat(date.edtf)
    first = last + timedelta(days=1)
    at = first.year * 12 + first.month - 1 - months
    begin = f"{at // 12}-{at % 12 + 1:02}"
    span = f"{begin}/{date.edtf[:7]}" if first.day == 1 else f"{begin}-{min(first.day, 28):02}/{date.edtf}"
    start = date.start - len(opens[0])
    return replace(date, start=start, words=text[start : date.end], edtf=span, role="") if months else date


def goes_on(text: str, at: int) -> bool:
    """Whether a word of ranges and a number follow: the time that ends there is the first of two."""
    return _GOES_ON.match(text, at) is not None


def ends(date: ResolvedDate, other: ResolvedDate) -> tuple[str, str]:
    """The two ends in EDTF."""
    return date.edtf.split("T")[0], other.edtf.split("T")[0]


def _same_words(date: ResolvedDate, other: ResolvedDate) -> bool:
    return date.type == "TIME" and other.type == "TIME" and date.edtf[:10] == other.edtf[:10]


def _next(start: str, end: str) -> bool:
    """Whether one day, month or year follows straight on the other."""
    if len(start) != len(end) or not (_CLOSED.fullmatch(start) and _CLOSED.fullmatch(end)):
        return False
    one, other = days(start), days(end)
    return one is not None and other is not None and one[1] + timedelta(days=1) == other[0]
