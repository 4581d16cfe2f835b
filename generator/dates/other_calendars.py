"""A date of a calendar that is not ours in; the day of ours, or none where no table tells, out.

Years of the Japanese eras and of Buddhist and Republican reckoning are ours with another number on them;
Persian days are converted by ``convertdate``. A Hijri year is no year of ours and gives none.
"""

from __future__ import annotations

import datetime
import re

from .when import When

# Era: the year before its first, and the first year in which its months are those of our calendar.
_ERAS = {"明治": (1867, 1873), "大正": (1911, 1912), "昭和": (1925, 1926), "平成": (1988, 1989), "令和": (2018, 2019),
         "民國": (1911, 1912), "民国": (1911, 1912)}  # fmt: skip
_ERA_YEAR = re.compile(r"(\d{1,3}|元)年")
_BUDDHIST = 543
PERSIAN = ("fa", "ps", "ckb", "ku", "tg")
_PERSIAN_YEARS = range(1200, 1500)  # years of the Persian calendar, and of the Hijri one, that news names
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
    if not _HIJRI.isdisjoint(beside):
        return True
    return lang in PERSIAN and year in _PERSIAN_YEARS


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
