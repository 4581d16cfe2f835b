"""A date found with a borrowed table in; whether dateparser reads the same day, month and year in its words, out.

The words of a borrowed table were not chosen by hand, so every date they make is read a second time by
``DateDataParser``. It only ever confirms the parts that the words state: the base it must be given is a fixed
day, neither today nor the article's, and nothing it fills in from there is used. What it cannot read as
the same date is not claimed. Its own finder (``search_dates``) is not used: it takes words and counts for dates.
"""

from __future__ import annotations

import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from .other_calendars import PERSIAN
from .reading import Reading

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_BASE = datetime.datetime(2000, 1, 15)  # a leap year, so that 29 February can be read
_LONGEST = 60  # characters; a date has no more


def confirmed(words: str, reading: Reading, lang: str, order: str) -> bool:
    """Whether a second reader finds the same parts in the words."""
    named = ((name, getattr(reading.when, name)) for name in ("day", "month", "year"))
    stated = {name: number for name, number in named if number is not None}
    parts = tuple(stated)
    if reading.rule in ("east-asian-date", "iso-date") or lang in PERSIAN:
        return True  # its signs tell day, month and year apart; dateparser cannot read it without a year
    if reading.base != "absolute" or not parts or parts == ("year",) or len(words) > _LONGEST:
        return True  # a bare year, a weekday or "yesterday" is one word of the table: nothing to misread
    return _read(" ".join(words.split()), lang, order, parts) == tuple(stated.values())


@lru_cache(maxsize=4096)  # a reading takes 0.3 ms, and an article names the same days again and again
def _read(words: str, lang: str, order: str, parts: tuple[str, ...]) -> tuple[int, ...] | None:
    """What dateparser reads of ``parts``, or ``None`` when it reads no date that states them all."""
    data = _parser(lang, order, parts).get_date_data(words)
    day = data.date_obj
    if day is None or data.period != parts[0]:
        return None
    return tuple(int(getattr(day, name)) for name in parts)


@cache
def _parser(lang: str, order: str, parts: tuple[str, ...]) -> DateDataParser:
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": _BASE, "REQUIRE_PARTS": list(parts), "DATE_ORDER": order or "DMY",
        "PREFER_DAY_OF_MONTH": "first", "PARSERS": ["absolute-time"],
    }  # fmt: skip
    return DateDataParser(languages=[lang], settings=settings)
