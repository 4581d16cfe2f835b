"""A month or feast of the Islamic calendar and a year of ours in; its days by the tabular calendar, out.

The month begins when the new moon is seen, which differs by a day from country to country: these days are near.
"""

import datetime

from .named_days import ISLAMIC

_EPOCH = 227015  # the ordinal of the first day of the Islamic era
_YEAR = 354.367  # days

Days = tuple[datetime.date, datetime.date]


def is_islamic(name: str) -> bool:
    """Whether the feast is one of this calendar."""
    return name in ISLAMIC


def islamic_days(name: str, year: int) -> list[Days]:
    """The first and last day of the month or feast, for each time that it begins in ``year``."""
    if not 1000 <= year <= 3000:
        return []
    month, first, last = ISLAMIC[name]
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
