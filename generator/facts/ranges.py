"""A time and the others of its sentence in; the one that ends the range which it begins, out.

``June 9th – June 23rd, 2014``, ``from 28 July to 12 August``, ``between 276 BC and 194 BC``, ``am 14. und 15. Juli``; and of
a sentence's times the span of ``the first nine months of 2019``, ``die ersten fünf Monate``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from functools import cache

from ..edtf import parse_edtf
from ..language import pattern, pattern_everywhere, time_words
from ..model import DateReason, ResolvedDate
from .scene import Dated, days, is_day

_TO, _BOTH, _DAY_TO_DAY = (pattern_everywhere(f"range-{way}").pattern for way in ("to", "and", "onto"))
_JOINS = re.compile(rf"\.?\s*(?:[-–—‑/]|{_TO})\s*", re.IGNORECASE)
_AND = re.compile(rf"\.?\s*{_BOTH}\s*", re.IGNORECASE)
_ONTO = re.compile(rf"\.?\s*{_DAY_TO_DAY}\s*", re.IGNORECASE)
_NIGHT = re.compile(rf"{pattern_everywhere('night').pattern}[^,;]{{0,48}}$", re.IGNORECASE)
_CLOSED = re.compile(r"[1-8]\d{3}(?:-\d{2}){0,2}")
_UNITS = {"quarter": 3, "half": 6, "half-year": 6, "year": 12}  # months
_COUNTS = {"three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9, "twelve": 12, "12": 12}
_PERIOD = pattern("period-ends")
_MONTHS = re.compile(r"P(\d{1,2})M")
_YEAR = re.compile(r"[12]\d{3}(?=\D*$)")
_LED = 14  # characters before a length in which its rank may stand
_BEHIND = 16  # behind it, in which its year may
_ALL = 12
_LONGEST = 24  # characters between the two
_GOES_ON = re.compile(rf"{_JOINS.pattern}(?=\d)", re.IGNORECASE)
# "moved from June 5 to June 9": two days of one thing, and no range.
_MOVED = re.compile(rf"{pattern_everywhere('moved').pattern}[^,;]*$", re.IGNORECASE)


def other_end(text: str, date: ResolvedDate, dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """Where the range ends that ``date`` begins, or ``None`` when it stands alone."""
    for other in dates:
        gap = text[date.end : other.start]
        hours = date.type == other.type == "TIME" and date.edtf[:10] == other.edtf[:10]
        if not 0 <= other.start - date.end <= _LONGEST or hours:
            continue
        start, end = ends(date, other)
        if parse_edtf(start).sort_key >= parse_edtf(end).sort_key:
            continue
        if _MOVED.search(text[max(0, date.start - 80) : date.start]):
            return None
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
    """The two ends in EDTF, of "2016 and early 2018" the outer ones."""
    return re.split("[T/]", date.edtf)[0], other.edtf.split("/")[-1].split("T")[0]


def _next(start: str, end: str) -> bool:
    """Whether one day, month or year follows straight on the other."""
    if len(start) != len(end) or not (_CLOSED.fullmatch(start) and _CLOSED.fullmatch(end)):
        return False
    one, other = days(start), days(end)
    return one is not None and other is not None and one[1] + timedelta(days=1) == other[0]


@cache
def _ranks(lang: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words for first, for last and for a year."""
    classes = time_words(lang).classes
    first = frozenset(word for word, rank in classes.get("ordinal", {}).items() if rank == 1)
    year = frozenset(word for word, unit in classes.get("unit", {}).items() if unit == "Y")
    return first, frozenset(classes.get("last", ())), year


def months_of_year(text: str, dates: Sequence[ResolvedDate], lang: str, own: str) -> Dated | None:
    """The months at the beginning or end of a year; without a year those of the article's own that are over."""
    for length in dates:
        count = _MONTHS.fullmatch(length.timex) if length.type == "DURATION" else None
        if count is None or not 2 <= int(count[1]) < _ALL:
            continue
        behind = text[length.end : length.end + _BEHIND]
        led = re.findall(r"\w+", text[max(0, length.start - _LED) : length.end].lower())
        (first, last, units), number = _ranks(lang), int(count[1])
        stated = _YEAR.search(length.words) or re.match(r"\W*(?:\w{1,3}\W+)?([12]\d{3})\b", behind)
        if not stated and (first.isdisjoint(led) or not _of_own(length.words + behind, units, number, own)):
            continue
        year, words = stated[stated.lastindex or 0] if stated else own[:4], length.words
        if not first.isdisjoint(led):
            return Dated(f"{year}-01/{year}-{number:02d}", DateReason(words, length.rule, "stated"))
        if not last.isdisjoint(led):
            last_months = f"{year}-{_ALL + 1 - number:02d}/{year}-{_ALL}"
            return Dated(last_months, DateReason(words, length.rule, "stated"))
    return None


def _of_own(words: str, units: frozenset[str], months: int, own: str) -> bool:
    """ "the first five months of the year", in an article of a later month."""
    of_year = not units.isdisjoint(re.findall(r"\w+", words.lower()))
    return of_year and is_day(own) and int(own[5:7]) > months
