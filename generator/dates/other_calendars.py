"""A date of a calendar that is not ours in; the day of ours, or none where no table tells, out.

Years of the Japanese eras and of Buddhist and Republican reckoning are ours with another number on them;
Persian and Hebrew days are converted by ``convertdate``. A Hijri year is no year of ours, and a day of the Islamic
calendar is not the same from country to country: both give none.
"""

import datetime
import re
import tomllib
from functools import cache
from pathlib import Path

from .when import When

# Era: the year before its first, and the first year in which its months are those of our calendar.
_ERAS = {"明治": (1867, 1873), "大正": (1911, 1912), "昭和": (1925, 1926), "平成": (1988, 1989), "令和": (2018, 2019),
         "民國": (1911, 1912), "民国": (1911, 1912)}  # fmt: skip
_ERA_YEAR = re.compile(r"(\d{1,3}|元)年")
_BUDDHIST = 543
PERSIAN = ("fa", "ps", "ckb", "ku", "tg")
_PERSIAN_YEARS = range(1200, 1500)  # years of the Persian calendar, and of the Hijri one, that news names
_HEBREW_YEARS = range(5000, 6000)
UNKNOWN = "XXXX-XX-XX"
_HIJRI = frozenset(["ah", "a.h.", "a.h", "هـ", "ه", "هجري", "هجرية"])


def era_year(before: str, words: str) -> int | None:
    """``昭和20年8月15日`` is of 1945; 0 where the era's months are not ours, ``None`` without an era before."""
    match = _ERA_YEAR.match(words)
    if match is None:
        return 0 if before.endswith("年") else None
    era = _ERAS.get(before[-2:])
    if era is None:
        return None
    year = era[0] + (1 if match[1] == "元" else int(match[1]))
    return year if year >= era[1] else 0


def our_year(year: int, lang: str) -> int | None:
    """The year of ours that a number of a Thai text means, if it is a Buddhist one."""
    return year - _BUDDHIST if lang == "th" and 2400 <= year <= 2700 else None


def is_other_year(year: int, lang: str, beside: tuple[str, str]) -> bool:
    """``1401`` of a Persian text, ``1445 AH``: a year that is none of ours."""
    return not _HIJRI.isdisjoint(beside) or (lang in PERSIAN and year in _PERSIAN_YEARS)


def converted(when: When, lang: str) -> When | None:
    """The day of ours for one written in a Persian text; ``None`` where the day is no Persian one."""
    if lang not in PERSIAN or when.year is None or when.year not in _PERSIAN_YEARS:
        return when
    if when.month is None or when.day is None:
        return None
    from convertdate import persian  # only texts in Persian need it

    try:
        day = datetime.date(*persian.to_gregorian(when.year, when.month, when.day))
    except (ValueError, OverflowError):
        return None
    return When(year=day.year, month=day.month, day=day.day, clock=when.clock, zone=when.zone)


@cache
def _months() -> dict[str, tuple[str, int]]:
    """Spelling: the calendar and the number of the month."""
    table = tomllib.loads(Path(__file__).with_name("other_months.toml").read_text(encoding="utf-8"))
    months = ((calendar, *month) for calendar, rows in table.items() for month in enumerate(rows, 1))
    return {word: (calendar, number) for calendar, number, row in months for word in row.split("|")}


def pattern() -> str:
    """A pattern of the days of such calendars, without groups."""
    names = "|".join(re.escape(word) for word in sorted(_months(), key=len, reverse=True))
    return rf"\b\d{{1,2}}[ \xa0]?(?i:{names})(?:[ \xa0]?(?:سال|عام|พ\.ศ\.|ค\.ศ\.|of|,))?[ \xa0]?\d{{4}}(?!\d)"


def iso_day(words: str) -> str:
    """The day that the words name; :data:`UNKNOWN` where no day of ours can be told."""
    day, year = (int(digits) for digits in re.findall(r"\d+", words))
    name = re.sub(r"\d", "", words).strip(" \xa0,").lower()
    named = (found for word, found in _months().items() if re.match(rf"{re.escape(word)}(?!\w)", name))
    calendar, month = _months().get(name) or next(named, ("", 0))
    if calendar == "persian" and year in _PERSIAN_YEARS:
        when = converted(When(year, month, day), "fa")
        return when.timex() if when else UNKNOWN
    try:
        if calendar == "hebrew" and year in _HEBREW_YEARS:
            from convertdate import hebrew

            return datetime.date(*hebrew.to_gregorian(year, month, day)).isoformat()
        if calendar == "buddhist":
            return datetime.date(year - _BUDDHIST if year >= 2400 else year, month, day).isoformat()
    except (ValueError, OverflowError):
        pass
    return UNKNOWN
