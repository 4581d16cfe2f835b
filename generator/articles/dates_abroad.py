"""A short line of a page in a language without a data file in, the full dates it states out.

The months of some two hundred languages are dateparser's, the days of other calendars those of ``dates``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..dates.other_calendars import UNKNOWN, iso_day
from ..dates.other_calendars import pattern as other_calendars
from ..language import known_languages
from ..text.stated_date import StatedDate, stated_dates

_WORD = r"[^\s\d.,;:|/()]{2,20}"
_DAY_FIRST = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:\.|er|º|ste|e)?\s*(?:de\s+|d['’]\s?|of\s+)?{_WORD}\.?,?\s*(?:de\s+|del\s+)?(?:1[89]|20)\d\d(?!\d)"
)
_YEAR_FIRST = re.compile(rf"(?<!\d)(?:1[89]|20)\d\d\.?\s+{_WORD}\s+\d{{1,2}}\.?(?!\d)")  # "2021. november 5."
_MONTH_FIRST = re.compile(rf"(?<!\S){_WORD}\.?\s+\d{{1,2}},?\s+(?:1[89]|20)\d\d(?!\d)")
_ELSEWHERE = re.compile(other_calendars(), re.VERBOSE)
_NATIVE = re.compile(r"[٠-٩۰-۹०-९]")
_LONGEST = 60


def dates_on_page(words: str, order: str, lang: str) -> tuple[StatedDate, ...]:
    """The dates of a line as far as they are read there: by the data files, else by the page's own language."""
    found = stated_dates(words, order)
    base = lang.lower().partition("-")[0]
    if found or not base or base in known_languages() or not re.search(r"\d", words):
        return found
    return tuple(_abroad(words, base))


def _abroad(words: str, lang: str) -> Iterator[StatedDate]:
    for match in _ELSEWHERE.finditer(words):
        if (day := iso_day(match[0].lower())) != UNKNOWN:
            yield StatedDate(match.start(), match.end(), day)
            return
    plain = _NATIVE.sub(lambda digit: str(int(digit[0])), words)
    for match in sorted(
        (match for form in (_DAY_FIRST, _YEAR_FIRST, _MONTH_FIRST) for match in form.finditer(plain)),
        key=lambda one: one.start(),
    ):
        if day := _read(match[0], lang):
            yield StatedDate(match.start(), match.end(), day)


@lru_cache(maxsize=256)
def _read(words: str, lang: str) -> str:
    """The day in ISO form, ``""`` where dateparser reads none in this language."""
    from dateparser.conf import SettingValidationError
    from dateparser.date import DateDataParser

    if len(words) > _LONGEST:
        return ""
    try:
        parser = DateDataParser(
            languages=[lang],
            settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]},
        )
        found = parser.get_date_data(words)
    except (ValueError, SettingValidationError):  # a language that it does not know
        return ""
    return found.date_obj.date().isoformat() if found.date_obj and found.period == "day" else ""
