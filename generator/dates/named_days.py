"""A named day that moves, or a month of the Islamic calendar, and a year in; its days out.

An Islamic month begins when the new moon is seen, which differs by a day from country to country: its days are near,
by the tabular calendar.
"""

import datetime
import tomllib
from functools import lru_cache
from pathlib import Path

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from .when import last_day

_EPOCH = 227015  # the ordinal of the first day of the Islamic era
_YEAR = 354.367  # days

Days = tuple[datetime.date, datetime.date]


@lru_cache(maxsize=1024)
def named_day(name: str, year: int) -> datetime.date | None:
    """The day of the feast ``name`` in ``year``, or ``None`` where it is not known."""
    if not 1583 <= year <= 4000:
        return None
    offset = _FROM_EASTER.get(name)
    if offset is not None:
        sunday: datetime.date = easter(year, EASTER_WESTERN)
        return sunday + datetime.timedelta(days=offset)
    if name in _FROM_ORTHODOX_EASTER:
        sunday = easter(year, EASTER_ORTHODOX)
        return sunday + datetime.timedelta(days=_FROM_ORTHODOX_EASTER[name])
    if name == "ukrainian-christmas":  # moved from the old calendar's day in 2023
        return datetime.date(year, 12, 25) if year >= 2023 else datetime.date(year, 1, 7)
    if name.startswith("nth "):
        month, weekday, which = (int(part) for part in name.split()[1:])
        day = _nth_weekday(year, month, weekday, which, 0)
        return day if day.month == month else None  # not every month has a fifth Friday
    rule = _NTH_WEEKDAYS.get(name)
    return _from_library(name, year) if rule is None else _nth_weekday(year, *rule)


_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_FROM_EASTER, _FROM_ORTHODOX_EASTER = _TABLE["easter"], _TABLE["orthodox-easter"]
_NTH_WEEKDAYS, _LISTED = _TABLE["weekdays"], _TABLE["listed"]
_ISLAMIC = _TABLE["islamic"]


def _nth_weekday(year: int, month: int, weekday: int, which: int, after: int) -> datetime.date:
    if which > 0:
        first = datetime.date(year, month, 1)
        day = first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    else:
        last = datetime.date(year, month, last_day(year, month))
        day = last - datetime.timedelta(days=(last.weekday() - weekday) % 7)
    return day + datetime.timedelta(days=after)


def _from_library(name: str, year: int) -> datetime.date | None:
    """Imported late: the library takes longer to load than the rest of the package."""
    if name not in _LISTED:
        return None
    import holidays

    country, listed = _LISTED[name]
    days = holidays.country_holidays(country, years=year, language="en_US")
    return min((day for day, title in days.items() if title.startswith(listed)), default=None)


def is_islamic(name: str) -> bool:
    """Whether the feast is one of this calendar."""
    return name in _ISLAMIC


def islamic_days(name: str, year: int) -> list[Days]:
    """The first and last day of the month or feast, for each time that it begins in ``year``."""
    if not 1000 <= year <= 3000:
        return []
    month, first, last = _ISLAMIC[name]
    near = int((datetime.date(year, 1, 1).toordinal() - _EPOCH) / _YEAR) + 1
    found = []
    for islamic_year in (near - 1, near, near + 1):
        begin = _day(islamic_year, month, first)
        end = _day(islamic_year, month + 1, 1) - datetime.timedelta(days=1) if last == 30 else begin
        if begin.year == year:
            found.append((begin, end))
    return found


def nearest_days(name: str, today: datetime.date, way: int) -> Days | None:
    """The last one begun by ``today`` (way -1), the next one not over (1), or the nearest (0)."""
    every = [days for year in range(today.year - 1, today.year + 2) for days in islamic_days(name, year)]
    if way < 0:
        return max((days for days in every if days[0] <= today), default=None)
    if way > 0:
        return min((days for days in every if days[1] >= today), default=None)
    return min(every, key=lambda days: max((days[0] - today).days, (today - days[1]).days, 0), default=None)


def _day(year: int, month: int, day: int) -> datetime.date:
    if month > 12:
        year, month = year + 1, month - 12
    before = 354 * (year - 1) + (11 * year + 3) // 30 + 30 * (month - 1) - (month - 1) // 2
    return datetime.date.fromordinal(_EPOCH + before + day - 1)
