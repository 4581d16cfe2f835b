"""A named day that moves and a year in; its calendar day out."""

import datetime
from functools import lru_cache

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
    # Imported late: the library takes longer to load than the rest of the package
    if name not in _LISTED:
        return None
    import holidays

    country, listed = _LISTED[name]
    days = holidays.country_holidays(country, years=year, language="en_US")
    return min((day for day, title in days.items() if title.startswith(listed)), default=None)


_FROM_EASTER = {
    "easter": 0, "good-friday": -2, "easter-monday": 1, "palm-sunday": -7, "ash-wednesday": -46,
    "maundy-thursday": -3, "ascension": 39, "pentecost": 49, "mardi-gras": -47, "holy-saturday": -1,
    "whit-monday": 50, "trinity": 56, "corpus-christi": 60, "shrove-monday": -48,
}  # fmt: skip
_FROM_ORTHODOX_EASTER = {
    "orthodox-easter": 0, "orthodox-good-friday": -2, "orthodox-palm-sunday": -7, "orthodox-easter-monday": 1,
    "orthodox-pentecost": 49, "orthodox-ascension": 39,
}  # fmt: skip
# month, weekday (0 is Monday), which one (-1: the last), days after
_NTH_WEEKDAYS = {
    "thanksgiving": (11, 3, 4, 0), "black-friday": (11, 3, 4, 1), "labor-day": (9, 0, 1, 0),
    "memorial-day": (5, 0, -1, 0), "mlk-day": (1, 0, 3, 0), "presidents-day": (2, 0, 3, 0),
    "columbus-day": (10, 0, 2, 0), "mothers-day": (5, 6, 2, 0), "fathers-day": (6, 6, 3, 0),
    "election-day": (11, 0, 1, 1),
}  # fmt: skip


def _nth_weekday(year: int, month: int, weekday: int, which: int, after: int) -> datetime.date:
    if which > 0:
        first = datetime.date(year, month, 1)
        day = first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    else:
        last = datetime.date(year, month, last_day(year, month))
        day = last - datetime.timedelta(days=(last.weekday() - weekday) % 7)
    return day + datetime.timedelta(days=after)


# Feasts of moon calendars: the country and the name under which the ``holidays`` library lists them.
_LISTED = {
    "rosh-hashanah": ("IL", "Rosh Hashanah"), "yom-kippur": ("IL", "Yom Kippur"),
    "passover": ("IL", "Pesach"), "eid-al-fitr": ("TR", "Eid al-Fitr"), "eid-al-adha": ("TR", "Eid al-Adha"),
    "diwali": ("IN", "Diwali"), "lunar-new-year": ("SG", "Chinese New Year"),
}  # fmt: skip
