"""A day, month and year of a calendar that is not ours in, as it is written; the day of ours in ISO form out.

Persian and Hebrew days are converted by ``convertdate``; a Thai year is ours with another number on it. A day of the Islamic
calendar is not the same from country to country, so none is given.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from functools import cache
from pathlib import Path

UNKNOWN = "XXXX-XX-XX"
_BUDDHIST = 543
_OTHER_YEARS = range(1200, 1500)
_HEBREW_YEARS = range(5000, 6000)


@cache
def _months() -> dict[str, tuple[str, int]]:
    """Spelling: the calendar and the number of the month."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        word: (calendar, number)
        for calendar, rows in table.items()
        for number, row in enumerate(rows, 1)
        for word in row.split("|")
    }


def pattern() -> str:
    """A pattern of the days of such calendars, without groups."""
    names = "|".join(re.escape(word) for word in sorted(_months(), key=len, reverse=True))
    return rf"\b\d{{1,2}}[ \xa0]?(?i:{names})(?:[ \xa0]?(?:سال|عام|พ\.ศ\.|ค\.ศ\.|of|,))?[ \xa0]?\d{{4}}(?!\d)"


def iso_day(words: str) -> str:
    """The day that the words name; :data:`UNKNOWN` where no day of ours can be told."""
    day, year = (int(digits) for digits in re.findall(r"\d+", words))
    name = re.sub(r"\d", "", words).strip(" \xa0,").lower()
    calendar, month = next(
        (
            found
            for word, found in _months().items()
            if re.match(rf"{re.escape(word)}(?!\w)", name) or name == word
        ),
        ("", 0),
    )
    try:
        if calendar == "persian" and year in _OTHER_YEARS:
            from convertdate import persian  # only texts that name such a day need it

            return datetime.date(*persian.to_gregorian(year, month, day)).isoformat()
        if calendar == "hebrew" and year in _HEBREW_YEARS:
            from convertdate import hebrew

            return datetime.date(*hebrew.to_gregorian(year, month, day)).isoformat()
        if calendar == "buddhist":
            return datetime.date(year - _BUDDHIST if year >= 2400 else year, month, day).isoformat()
    except (ValueError, OverflowError):
        pass
    return UNKNOWN
