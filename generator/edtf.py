"""EDTF Level 1 strings in, ``Edtf`` values with bounds, precision and a sort key out (ISO 8601-2).

All of Level 1 is read: days, months, years (also ``-0043`` and ``Y17000``), seasons ``2022-21``,
``?`` ``~`` ``%``, unspecified digits (``199X``, ``19XX``, ``1985-XX``), intervals with open (``..``)
or unknown (empty) ends; and of Level 0 the time of day. Three decisions beyond the standard:

* a time of day may leave out its seconds, as bylines do: ``2025-05-16T18:04``;
* seasons are those of the northern hemisphere's newsrooms: winter ``2022-24`` is December 2022
  to February 2023, since the standard gives seasons no months;
* Level 2 (quarters ``2022-33``, sets, exponents) is refused with the Level 1 form to write instead.

The grammar is our own: it is small, answers in microseconds, and names the mistake. The ``edtf``
package needs 2-25 ms a value, fails on ``1985/..`` and accepts an interval that ends before it starts.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

Precision = Literal["time", "day", "month", "year", "season", "decade", "century", "interval"]
Day: TypeAlias = tuple[int, int, int]
Bound: TypeAlias = Day | None

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NEVER = 10**12  # days; wider than any bounded interval
_QUALIFIED = re.compile(r"(.*[0-9X])([?~%])", re.ASCII)
_DATE = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", re.ASCII)
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,8})")
_MASKED_YEAR = re.compile(r"(-?)([0-9]{2})(XX|[0-9]X)")
_MASKED_PART = re.compile(r"(-?[0-9]{4})-(?:(XX)(?:-XX)?|([0-9]{2})-XX)")

# How a value that is not Level 1 usually looks, and what to write instead.
_MISTAKES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[0-9]{4}-3[3-6]"), "a quarter is EDTF Level 2; write its months, as 2022-07/2022-09"),
    (re.compile(r"[0-9]{4}-(?:3[7-9]|4[01])"), "a third or half of a year is EDTF Level 2; write its months"),
    (re.compile(r"[0-9]{4}-(?:2[5-9]|3[0-2])"), "seasons of a hemisphere are EDTF Level 2; write 21 to 24"),
    (re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"), "write month and day with two digits: 2025-05-06"),
    (re.compile(r"[0-9]{4}-[0-9]"), "write the month with two digits: 2025-05"),
    (re.compile(r"[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}"), "write year, month, day: 2025-05-16"),
    (re.compile(r"[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}"), "write hyphens between year, month and day"),
    (re.compile(r"-?[0-9]{1,3}[?~%]?"), "write the year with four digits: 0476, and -0043 for 44 BC"),
    (re.compile(r"-?[0-9]{5,}"), "a year of five or more digits begins with Y: Y17000"),
    (re.compile(r"y.*"), "a long year begins with a capital Y: Y17000"),
    (re.compile(r"[0-9]{2,4}u.*"), "an unspecified digit is a capital X: 199X"),
    (re.compile(r"[0-9]{2,4}s"), "a decade is written 199X"),
    (re.compile(r"[\[{].*"), "sets are EDTF Level 2; write an interval"),
    (re.compile(r".*(?:unknown|open).*"), "an open end is '..', an unknown end is left empty"),
    (re.compile(r"[0-9]{4}[^0-9]*(?:–|—).*"), "an interval has a slash: 2022-09/2022-12"),
)


class EdtfError(ValueError):
    """A value that is not EDTF Level 1; the message says why and what to write."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """An EDTF value with what follows from it. ``str()`` gives the value back.

    ``earliest`` and ``latest`` bound it as (year, month, day) in the proleptic Gregorian calendar
    with astronomical years (0 is 1 BC); ``None`` where an end is open or unknown.
    """

    value: str
    precision: Precision
    earliest: Bound
    latest: Bound
    approximate: bool = False
    uncertain: bool = False
    start: Edtf | None = None  # of an interval, when given
    end: Edtf | None = None
    minute: int = -1  # minutes since midnight, for a time of day
    season: int = 0  # 21 spring, 22 summer, 23 autumn, 24 winter
    sort_key: tuple[int, int] = field(default=(0, 0), compare=False)

    def __str__(self) -> str:
        """The EDTF string this was read from."""
        return self.value

    @property
    def is_open(self) -> bool:
        """Whether an end is open or unknown."""
        return self.earliest is None or self.latest is None

    @property
    def year(self) -> int:
        """The year it starts in, or ends in when the start is open."""
        known = self.earliest or self.latest
        assert known is not None
        return known[0]


@lru_cache(maxsize=65536)
def parse_edtf(value: str) -> Edtf:
    """Read an EDTF Level 1 string; raises ``EdtfError`` with the reason in words."""
    if "/" in value:
        return _interval(value)
    return _single(value)


def is_edtf(value: str) -> bool:
    """Whether ``value`` is EDTF Level 1."""
    try:
        parse_edtf(value)
    except EdtfError:
        return False
    return True


def is_far(year: int) -> bool:
    """Whether a year is so far away that EDTF keeps it whole: it has no months there."""
    return abs(year) > 9999


def to_edtf(year: int, month: int = 0, day: int = 0) -> str:
    """EDTF of a year, month or day; ``year`` is astronomical (0 is 1 BC)."""
    if is_far(year):
        if month:
            raise EdtfError(f"year {year} is too far for a month; EDTF keeps such years whole")
        return f"Y{year}"
    text = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return text + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def is_exact_day(value: str | Edtf) -> bool:
    """Whether the value names one day, and neither doubts nor rounds it."""
    edtf = _edtf(value)
    return edtf.precision in ("day", "time") and not (edtf.approximate or edtf.uncertain)


def contains(outer: str | Edtf, inner: str | Edtf) -> bool:
    """Whether every day ``inner`` may mean lies within the bounds of ``outer``; an open end has no bound."""
    a, b = _edtf(outer), _edtf(inner)
    starts = a.earliest is None or (b.earliest is not None and a.earliest <= b.earliest)
    ends = a.latest is None or (b.latest is not None and b.latest <= a.latest)
    return starts and ends


def overlaps(a: str | Edtf, b: str | Edtf) -> bool:
    """Whether some day lies within the bounds of both."""
    one, two = _edtf(a), _edtf(b)
    before = one.latest is not None and two.earliest is not None and one.latest < two.earliest
    after = two.latest is not None and one.earliest is not None and two.latest < one.earliest
    return not (before or after)


def width(value: str | Edtf) -> int | None:
    """How many days the value spans; None when an end is open or unknown."""
    edtf = _edtf(value)
    if edtf.earliest is None or edtf.latest is None:
        return None
    return ordinal(edtf.latest) - ordinal(edtf.earliest) + 1


@lru_cache(maxsize=1 << 14)
def ordinal(day: Day) -> int:
    """Days since 1 January of year 1 (which is 1), for any year of the proleptic Gregorian calendar."""
    year, month, dom = day
    cycle, rest = divmod(year, 400)  # 400 years always have 146,097 days
    return cycle * 146097 + _days_before(rest) + _month_start(rest, month) + dom - 366


def from_ordinal(number: int) -> Day:
    """The day whose ``ordinal`` is ``number``."""
    cycle, rest = divmod(number + 365, 146097)
    year = min(rest // 365, 399)
    while _days_before(year) > rest:
        year -= 1
    rest -= _days_before(year)
    month = 12
    while _month_start(year, month) > rest:
        month -= 1
    return cycle * 400 + year, month, rest - _month_start(year, month) + 1


def _days_before(year: int) -> int:
    """Days from the start of year 0 to the start of ``year`` (0 to 400)."""
    return year * 365 + (year + 3) // 4 - (year + 99) // 100 + (year + 399) // 400


def _month_start(year: int, month: int) -> int:
    """Days of ``year`` before the first of ``month``."""
    starts = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
    return starts[month - 1] + (1 if month > 2 and calendar.isleap(year) else 0)


def _edtf(value: str | Edtf) -> Edtf:
    return value if isinstance(value, Edtf) else parse_edtf(value)


def _key(earliest: Bound, latest: Bound, minute: int = -1) -> tuple[int, int]:
    """Sort by the start, then the wider first; an open start sorts by its end."""
    known = earliest or latest
    assert known is not None
    start = ordinal(known) * 1440
    if earliest is None:
        return start, 0
    if minute >= 0:
        return start + minute, 1
    return start, -(_NEVER if latest is None else ordinal(latest) - ordinal(earliest))


def _single(value: str) -> Edtf:
    """A value without a slash."""
    body, mark = value, ""
    if value[-1:] in ("?", "~", "%") and (qualified := _QUALIFIED.fullmatch(value)):
        body, mark = qualified.groups()
    if plain := _DATE.fullmatch(body):
        precision, season, earliest, latest = _plain(value, *plain.groups())
    elif not mark and (clock := _TIME.fullmatch(value)):
        return _time_of_day(value, clock)
    else:
        precision, season, earliest, latest = _rare(value, body)
    near, unsure, key = mark in ("~", "%"), mark in ("?", "%"), _key(earliest, latest)
    return Edtf(value, precision, earliest, latest, near, unsure, season=season, sort_key=key)


def _plain(value: str, year: str, month: str | None, day: str | None) -> tuple[Precision, int, Day, Day]:
    """Year, month, season or day in digits."""
    if year == "-0000":
        raise EdtfError(f"'{value}' has a year -0000; 1 BC is 0000 and 2 BC is -0001")
    y = int(year)
    if month is None:
        return "year", 0, (y, 1, 1), (y, 12, 31)
    m = int(month)
    if day is None and 21 <= m <= 24:
        first = (y, m * 3 - 60, 1)
        last_month, last_year = (2, y + 1) if m == 24 else (m * 3 - 58, y)
        return "season", m, first, (last_year, last_month, _month_days(last_year, last_month))
    if not 1 <= m <= 12:
        raise EdtfError(f"'{value}' is not a date: {_hint(value) or f'there is no month {month}'}")
    days = _month_days(y, m)
    if day is None:
        return "month", 0, (y, m, 1), (y, m, days)
    d = int(day)
    if not 1 <= d <= days:
        raise EdtfError(f"'{value}' is not a date: {_MONTHS[m - 1]} {year} has {days} days")
    return "day", 0, (y, m, d), (y, m, d)


def _rare(value: str, body: str) -> tuple[Precision, int, Day, Day]:
    """Long years and unspecified digits."""
    if long_year := _LONG_YEAR.fullmatch(body):
        y = int(long_year[1])
        return "year", 0, (y, 1, 1), (y, 12, 31)
    if masked := _MASKED_YEAR.fullmatch(body):
        sign, century, rest = masked.groups()
        low, high = int(century + rest.replace("X", "0")), int(century + rest.replace("X", "9"))
        if sign:
            low, high = -high, -low
        return ("century" if rest == "XX" else "decade"), 0, (low, 1, 1), (high, 12, 31)
    if part := _MASKED_PART.fullmatch(body):
        year, no_month, month = part.groups()
        precision, season, earliest, latest = _plain(value, year, None if no_month else month, None)
        if season:
            raise EdtfError(f"'{value}' is not a date: a season has no days")
        return precision, 0, earliest, latest
    hint = _hint(value)
    raise EdtfError(
        f"'{value}' is not an EDTF date" + (f": {hint}" if hint else "; write 2025-05-16, 2025-05 or 2025")
    )


def _time_of_day(value: str, clock: re.Match[str]) -> Edtf:
    """A day with a time of day, with or without a zone."""
    day = _single(clock[1])
    hour, minute = int(clock[2]), int(clock[3])
    if hour > 23 or minute > 59 or int(clock[4] or 0) > 59:
        raise EdtfError(f"'{value}' is not a time: hours end at 23, minutes and seconds at 59")
    at = hour * 60 + minute
    key = _key(day.earliest, day.latest, at)
    return Edtf(value, "time", day.earliest, day.latest, minute=at, sort_key=key)


def _interval(value: str) -> Edtf:
    """``start/end``; either may be ``..`` (open) or empty (unknown), not both."""
    parts = value.split("/")
    if len(parts) != 2:
        hint = _hint(value)
        raise EdtfError(
            f"'{value}' is not an EDTF date: {hint or 'an interval is two dates with one slash between them'}"
        )
    start, end = (None if part in ("", "..") else _single(part) for part in parts)
    known = [part for part in (start, end) if part is not None]
    if not known:
        raise EdtfError(f"'{value}' says nothing: an interval needs a start or an end")
    if start and end and start.sort_key[0] // 1440 > ordinal(_latest(end)):
        raise EdtfError(f"'{value}' ends before it starts")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    near, unsure = any(part.approximate for part in known), any(part.uncertain for part in known)
    return Edtf(
        value, "interval", earliest, latest, near, unsure, start, end, sort_key=_key(earliest, latest)
    )


def _latest(edtf: Edtf) -> Day:
    assert edtf.latest is not None
    return edtf.latest


def _month_days(year: int, month: int) -> int:
    days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return days[month - 1] + (month == 2 and calendar.isleap(year))


def _hint(value: str) -> str:
    """What to write instead of a value that looks like a known mistake."""
    if value != value.strip():
        return "take away the spaces around it"
    if not value:
        return "it is empty"
    return next((advice for pattern, advice in _MISTAKES if pattern.fullmatch(value)), "")
