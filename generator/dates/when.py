"""A point or stretch of the calendar, perhaps with parts unknown, in; its TIMEX3 value and its EDTF out.

``When`` is the common coin of the package: the readers fill what the words say, the resolver adds what
the anchor says, and only here is it written out. Years are historical (1 BC is ``bc`` with year 1).
"""

from __future__ import annotations

import datetime

from ..values import dataclass, replace

SEASON_EDTF = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
# Which part of a unit "early", "mid" and "late" leave: thirds, by rule. The middle is kept a little wide
# for decades and centuries, where speakers are.
# The TIMEX3 mods under which the date itself is only near.
_ROUGH = ("APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE")
_THIRDS = {"START": 0, "MID": 1, "END": 2}
_DECADE_THIRDS = {"START": (0, 3), "MID": (3, 7), "END": (6, 9)}
_CENTURY_THIRDS = {"START": (0, 33), "MID": (30, 69), "END": (66, 99)}


_WEEK = 7  # days


def last_day(year: int, month: int) -> int:
    """The number of days of ``month``."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@dataclass(frozen=True, slots=True)
class When:
    """What is known of a date. ``None`` and ``""`` mean unknown."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday; only while the day is unknown
    clock: str = ""  # "18:04", "18:04:30" or "18"
    zone: str = ""  # "Z", "+03", "-05"
    part: str = ""  # TMO TAF TEV TNI TDT TMI
    season: str = ""  # SP SU FA WI
    quarter: int | None = None
    half: int | None = None
    week: bool = False  # the ISO week that holds year-month-day
    weekend: bool = False  # the weekend of that week
    decade: int | None = None  # 198 is the 1980s
    century: int | None = None  # 19 is the 1900s
    millennium: int | None = None
    fiscal: bool = False
    bc: bool = False
    near: tuple[datetime.date, datetime.date] | None = None  # first and last day, to within a day or two
    ago: int = 0  # years before the present, where they are too many for a calendar

    @property
    def dated(self) -> bool:
        """Whether it is placed in time: its year, decade or century is known."""
        return not self.year is self.decade is self.century is None

    @property
    def wide(self) -> bool:
        """Whether it is a week or a weekend, which its day only places."""
        return self.week or self.weekend

    @property
    def is_day(self) -> bool:
        """Whether it is of one day, and not the week or weekend around it."""
        return self.day is not None and not self.wide

    @property
    def date(self) -> datetime.date | None:
        """The calendar day when it is known whole and Python's calendar reaches it."""
        reached = self.month and self.day and not self.bc and 0 < (self.year or 0) < 10_000 and self.valid
        return datetime.date(self.year or 0, self.month or 0, self.day or 0) if reached else None

    @property
    def valid(self) -> bool:
        """Whether month and day exist in the calendar."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        year = self.year if self.year and not self.bc else 2000
        return self.day is None or 1 <= self.day <= (last_day(year, self.month) if self.month else 31)

    def timex(self) -> str:
        """The TIMEX3 value; ``X`` stands for what is unknown."""
        if self.ago:
            return _ages_ago(self.ago)
        era = "BC" if self.bc else ""
        if self.year is None and (wide := self._wide_timex()):
            return era + wide
        year = era + ("XXXX" if self.year is None else f"{self.year:04d}")
        return self._finer_timex(year) + (f"T{self.clock}{self.zone}" if self.clock else self.part)

    def _wide_timex(self) -> str:
        if self.decade is not None:
            return f"{self.decade:03d}"
        if self.century is not None:
            return f"{self.century:02d}"
        return str(self.millennium) if self.millennium is not None else ""

    def _finer_timex(self, year: str) -> str:
        if self.week or self.weekend:
            text = f"{year}-WXX"
            if self.date:
                iso = self.date.isocalendar()
                text = f"{iso.year:04d}-W{iso.week:02d}"
            return text + ("-WE" if self.weekend else "")
        if self.day is not None:
            month = "XX" if self.month is None else f"{self.month:02d}"
            return f"{year}-{month}-{self.day:02d}"
        if self.weekday is not None:
            return f"{year}-WXX-{self.weekday + 1}"
        if self.month is not None:
            text = f"{year}-{self.month:02d}"
            return text + ("-XX" if self.clock or self.part else "")
        if self.quarter is not None:
            return f"{year}-Q{self.quarter or 'X'}"
        if self.half is not None:
            return f"{year}-H{self.half}"
        if self.season:
            return f"{year}-{self.season}"
        return year + ("-XX-XX" if self.clock or self.part else "")

    def edtf(self, mod: str = "") -> str:
        """The EDTF value, never narrower than the words; ``""`` when no year is known."""
        if self.near:
            first, last = (f"{day.isoformat()}~" for day in self.near)
            return first if first == last else f"{first}/{last}"
        if self.ago:
            return _long_year(self.ago)
        span = self._span_edtf(mod)
        if span is not None:
            return span
        if self.year is None:
            return self._wide_edtf(mod)
        value = self._plain_edtf()
        return value + "~" if mod in _ROUGH and value and not value.endswith("~") else value

    def _plain_edtf(self) -> str:
        assert self.year is not None
        year = year_text(1 - self.year if self.bc else self.year)
        if year.startswith("Y"):
            return year  # EDTF has no months of such a year
        if self.day is not None and self.month is not None:
            return f"{year}-{self.month:02d}-{self.day:02d}"
        if self.weekday is not None or self.day is not None:
            return ""
        if self.month is not None:
            return f"{year}-{self.month:02d}"
        if self.season:
            return f"{year}-{SEASON_EDTF[self.season]}"
        return f"{year}~" if self.fiscal else year

    def _span_edtf(self, mod: str) -> str | None:
        """Weeks, quarters, halves and the parts of a unit, as intervals; ``None`` when one date will do."""
        if self.week or self.weekend:
            return self._week_edtf()
        if self.bc or self.year is None or self.fiscal or self.day is not None or self.weekday is not None:
            return None
        year = self.year
        if self.month is not None:
            month, days = f"{year:04d}-{self.month:02d}", last_day(year, self.month)
            third = ((0, 9), (10, 19), (20, days - 1))[_THIRDS[mod]] if mod in _THIRDS else None
            part = self._part(days) or third
            return f"{month}-{part[0] + 1:02d}/{month}-{part[1] + 1:02d}" if part else None
        if self.quarter is not None:
            return _months(year, self.quarter * 3 - 2, 3) if self.quarter else f"{year:04d}"
        if self.half is not None:
            return _months(year, self.half * 6 - 5, 6)
        if self.season or mod not in _THIRDS or self.clock or self.part:
            return None
        return _months(year, 1 + 4 * _THIRDS[mod], 4)

    def _week_edtf(self) -> str:
        if not self.date:
            return ""
        monday = self.date - datetime.timedelta(days=self.date.weekday())
        first = monday + datetime.timedelta(days=5 if self.weekend else 0)
        return f"{first.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"

    def _wide_edtf(self, mod: str) -> str:
        if self.decade is not None:
            first, step, thirds = self.decade * 10, 9, _DECADE_THIRDS
        elif self.century is not None:
            # The 4th century BC runs from 400 to 301, the 300s of our era from 300 to 399.
            first, step, thirds = self.century * 100 + self.bc, 99, _CENTURY_THIRDS
        else:
            return ""
        part = self._part(step + 1)
        low, high = part or thirds.get(mod, (0, step))
        if self.bc:  # the 480s BC run from 489 to 480, that is from -0488 to -0479
            return f"{_bc(first + step - low)}/{_bc(first + step - high)}"
        if part or mod in thirds:
            return f"{first + low:04d}/{first + high:04d}"
        return f"{self.decade:03d}X" if self.decade is not None else f"{first // 100:02d}XX"

    def _part(self, length: int) -> tuple[int, int] | None:
        """The first and last year, or day, of the half or quarter of a stretch of ``length``."""
        parts, number = (2, self.half) if self.half else (4, self.quarter)
        return ((number - 1) * length // parts, number * length // parts - 1) if number else None

    def at(self, time: When) -> When:
        """The same day at the hour, or in the part of the day, of ``time``."""
        return replace(self, part=time.part, clock=time.clock, zone=time.zone)

    def only(self, grain: str) -> When:
        """The same moment no finer than ``grain``."""
        base = When(year=self.year, bc=self.bc)
        if grain == "year" or self.year is None:
            return base
        if grain == "quarter":
            return replace(base, quarter=self.quarter or (self.month and (self.month + 2) // 3))
        if grain == "month":
            return replace(base, month=self.month)
        return replace(base, month=self.month, day=self.day)


def _months(year: int, first: int, count: int) -> str:
    """The interval of some months of a year."""
    return f"{year:04d}-{first:02d}/{year:04d}-{first + count - 1:02d}"


_DEEP = 10_000  # years; farther back EDTF writes a long year
_LONGEST = 999_999_999


def deep(years: int) -> bool:
    """Whether so many years before now lie before any calendar."""
    return years >= _DEEP


def _ages_ago(years: int) -> str:
    """The TIMEX3 value of a time so many years ago: ``KA73``, ``MA66``, ``GA4.6``."""
    sizes = (("GA", 10**9), ("MA", 10**6), ("KA", 10**3))
    return next(f"{unit}{years / size:g}" for unit, size in sizes if years >= size)


def _long_year(years: int) -> str:
    """The EDTF of a time so many years ago, two digits of it and never as if exact: about 71,000 BC."""
    step = 10 ** max(0, len(str(years)) - 2)
    year = 1 - round((years - 2000) / step) * step  # 1 BC is the year 0
    if -year > _LONGEST:
        return ""
    return f"Y{year}~" if year <= -10_000 else f"{year:05d}~"


def _bc(year: int) -> str:
    return year_text(min(0, 1 - year))


def year_text(year: int) -> str:
    """A year of EDTF, whose year 0 is 1 BC: ``1999``, ``-0043``, ``Y-11999``; ``""`` where it has no room."""
    if abs(year) > _LONGEST:
        return ""
    if abs(year) >= _DEEP:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def from_day(day: datetime.date) -> When:
    """The whole day."""
    return When(year=day.year, month=day.month, day=day.day)


def add_months(when: When, months: int) -> When:
    """``when`` moved by ``months``, the day kept where the month has it (else the month's last day)."""
    assert when.year is not None and when.month is not None
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    day = min(when.day, last_day(year, month + 1)) if when.day else None
    return When(year=year, month=month + 1, day=day)


def shift(anchor: When, count: int, unit: str) -> When | None:
    """``anchor`` moved by ``count`` units, no finer than the unit; ``None`` if the anchor is too coarse."""
    if anchor.year is None:
        return None
    if anchor.bc:
        return _shift_bc(anchor, count, unit)
    try:
        return _shift_ad(anchor, count, unit)
    except (OverflowError, ValueError):
        return None


def shift_exactly(anchor: When, count: int, unit: str) -> When | None:
    """``anchor``, a day, moved to the same day of another year, month or week."""
    if anchor.date is None or not (unit in ("Y", "M", "W", "D") or unit.startswith("WD")):
        return None
    try:
        if unit.startswith("WD"):  # the nearest such weekday on that side
            ahead = (count * (int(unit[2:]) - anchor.date.weekday())) % 7 or 7
            moved = from_day(anchor.date + datetime.timedelta(days=count * ahead))
        elif unit in ("Y", "M"):
            moved = add_months(anchor, count * (12 if unit == "Y" else 1))
        else:
            moved = from_day(anchor.date + datetime.timedelta(days=count * (7 if unit == "W" else 1)))
    except (OverflowError, ValueError):
        return None
    return replace(moved, part=anchor.part, week=anchor.week) if moved.date is not None else None


def day_of(whole: When, count: int, weekday: int | None) -> When | None:
    """The first, second … or last (-1) day, or such weekday, of a year, month or week; ``None`` where it has none."""
    if whole.year is None or whole.bc or whole.quarter or whole.half or whole.season or whole.weekend:
        return None
    if whole.week and whole.date:
        first = whole.date - datetime.timedelta(days=whole.date.weekday())
        length = _WEEK
    elif whole.day is None:
        first = datetime.date(whole.year, whole.month or 1, 1)
        length = last_day(whole.year, whole.month) if whole.month else 365 + (last_day(whole.year, 2) == 29)
    else:
        return None
    days = [first + datetime.timedelta(days=at) for at in range(length)]
    days = [day for day in days if weekday is None or day.weekday() == weekday]
    return from_day(days[count - (count > 0)]) if -1 <= count <= len(days) else None


def _shift_bc(anchor: When, count: int, unit: str) -> When | None:
    step = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    assert anchor.year is not None
    if step is None:
        day = anchor.day and anchor.month and unit == "D" and 1 <= anchor.day + count <= 28
        return replace(anchor.only("day"), day=(anchor.day or 0) + count) if day else None
    year = anchor.year - count * step
    if year < 1:
        return When(year=1 - year)
    if unit == "DE":
        return When(decade=year // 10, bc=True)
    return When(century=year // 100, bc=True) if unit == "CE" else When(year=year, bc=True)


def _clock_later(anchor: When, day: datetime.date, minutes: int) -> When | None:
    """``An hour later``, told behind 9:30 a.m."""
    hour, colon, minute = anchor.clock.partition(":")
    if not (minutes and colon and len(minute) == 2) or int(hour) > 23:
        return None
    midnight = datetime.datetime.combine(day, datetime.time())
    moved = midnight + datetime.timedelta(hours=int(hour), minutes=int(minute) + minutes)
    return replace(from_day(moved.date()), clock=f"{moved:%H:%M}", zone=anchor.zone)


def _shift_ad(anchor: When, count: int, unit: str) -> When | None:
    year = anchor.year
    assert year is not None
    if unit == "Y":
        return When(year=year + count) if year + count > 0 else When(year=1 - year - count, bc=True)
    if unit == "DE":
        return When(decade=year // 10 + count)
    if unit == "CE":
        return When(century=year // 100 + count)
    if unit == "MIL":
        return When(millennium=year // 1000 + count)
    if unit == "Q":
        quarter = anchor.quarter or (anchor.month and (anchor.month + 2) // 3)
        if not quarter:
            return None
        index = year * 4 + quarter - 1 + count
        return When(year=index // 4, quarter=index % 4 + 1)
    if unit == "M":
        return add_months(anchor, count).only("month") if anchor.month else None
    if anchor.date is None:
        return None
    days = {"D": 1, "W": 7, "WE": 7, "2W": 14}.get(unit)
    if days is None:
        return _clock_later(anchor, anchor.date, count * {"TH": 60, "TM": 1}.get(unit, 0))
    moved = from_day(anchor.date + datetime.timedelta(days=days * count))
    if unit in ("W", "2W"):
        return replace(moved, week=True)
    return replace(moved, weekend=True) if unit == "WE" else moved
