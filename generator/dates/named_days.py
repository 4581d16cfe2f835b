"""A named day that moves and a year in; its calendar day out."""

import datetime
import tomllib
from functools import lru_cache
from pathlib import Path

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from .when import last_day


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
    if rule is not None:
        return _nth_weekday(year, *rule)
    return _from_library(name, year)


_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_FROM_EASTER, _FROM_ORTHODOX_EASTER = _TABLE["easter"], _TABLE["orthodox-easter"]
_NTH_WEEKDAYS, _LISTED = _TABLE["weekdays"], _TABLE["listed"]
ISLAMIC = _TABLE["islamic"]


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
