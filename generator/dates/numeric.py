"""A date written in digits in; the day it names, or that two readings are possible, out."""

import re

from .when import When

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}:\d{2}(?::\d{2})?)(z|[+-]\d{2}:?\d{2})?)?", re.IGNORECASE
)
_MARKS = re.compile("[./-]")
# Country to order; one that is not here writes day, month, year, and Canada writes all three.
COUNTRY_ORDERS = {
    "US": "MDY", "PH": "MDY", "CN": "YMD", "JP": "YMD", "KR": "YMD", "TW": "YMD", "HU": "YMD", "LT": "YMD",
    "IR": "YMD", "ZA": "YMD", "CA": "",
}  # fmt: skip
# Newsrooms of English write both orders, so English alone decides nothing.
LANGUAGE_ORDERS = {"": "", "en": "", **dict.fromkeys(("hu", "ja", "ko", "zh", "lt", "fa"), "YMD")}


def date_order(lang: str, country: str, given: str) -> str:
    """``DMY``, ``MDY``, ``YMD`` or ``""`` (undecided) for an article."""
    if given:
        return given
    primary, _, region = lang.partition("-")
    place = (country or region).upper()
    return COUNTRY_ORDERS.get(place, "DMY") if place else LANGUAGE_ORDERS.get(primary.lower(), "DMY")


_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")


def order_in(text: str) -> str:
    """The order that the text's own unmistakable dates show (``13/05/2024``), or ``""``."""
    orders = set()
    for match in _SLASHED.finditer(text) if "/" in text else ():
        first, second = int(match[1]), int(match[2])
        if first > 12 >= second:
            orders.add("DMY")
        elif second > 12 >= first:
            orders.add("MDY")
    return orders.pop() if len(orders) == 1 else ""


def read_on(words: str, day: str) -> When | None:
    """An ambiguous numeric date that in one of its readings is ``day`` (an ISO day)."""
    for order in ("DMY", "MDY"):
        when, _ = read_numeric(words, order)
        if when is not None and when.timex() == day:
            return when
    return None


def read_iso(words: str) -> When | None:
    """``2025-05-16`` or ``2025-05-16T18:04Z``."""
    if len(words) == 8 and words.isdigit():  # "19980213", in the headers of wires
        words = f"{words[:4]}-{words[4:6]}-{words[6:]}"
    match = _ISO.fullmatch(words)
    if not match:
        return None
    year, month, day = (int(part) for part in match.group(1, 2, 3))
    zone = (match.group(5) or "").upper()
    when = When(year=year, month=month, day=day, clock=match.group(4) or "", zone=zone.removesuffix(":00"))
    return when if when.valid and year else None


def read_numeric(words: str, order: str) -> tuple[When | None, bool]:
    """The day and whether the order of its parts was undecidable (then only what is sure is filled)."""
    raw = _MARKS.split(words)
    first, second, third = (int(part) for part in raw)
    if len(raw[0]) == 4:
        when = When(year=first, month=second, day=third)
        return (when, False) if when.valid else (None, False)
    year = third if len(raw[2]) == 4 else _century(third)
    if order == "YMD":
        when = When(year=_century(first), month=second, day=third)
        if len(raw[2]) == 2 and when.valid:
            return when, False
    return _in_order(When(year, second, first), When(year, first, second), words, order)


def _in_order(day_first: When, month_first: When, words: str, order: str) -> tuple[When | None, bool]:
    """The reading that is a day of the calendar; of two, the one the order asks for, else only the year."""
    zero = not day_first.day or not day_first.month
    can_day, can_month = day_first.valid and not zero, month_first.valid and not zero
    if not can_day and not can_month:
        return None, False
    if can_day != can_month:
        return (day_first if can_day else month_first), False
    if day_first.day == day_first.month or "." in words:
        return day_first, False
    if order in ("DMY", "MDY"):
        return (day_first if order == "DMY" else month_first), False
    return When(year=day_first.year), True


def impossible_year(words: str) -> str:
    """The year of a date that has a month but no such day (``30/02/2024``), else ``""``."""
    first, second, year = _MARKS.split(words)
    days = sorted((int(first), int(second)))
    month_there = 1 <= days[0] <= 12 and 28 < days[1] <= 31
    return year if "-" not in words and len(year) == 4 and month_there and 1900 <= int(year) <= 2100 else ""


def _century(short: int) -> int:
    """Two digits are read as 1970-2069 are: news rarely writes older dates so."""
    return short + (2000 if short < 70 else 1900)
