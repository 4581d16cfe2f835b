"""A sentence that counts from an event ("two weeks after the flood") in, the day that this is, or that none is known, out.

The event's own day is looked for in the article: the nearest day stated beside another mention of its noun. Where
there is none, a sentence that opens so is not of the article's day.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date as Day
from datetime import timedelta
from functools import cache

from ..language import known_languages, language, time_words
from ..model import DateReason, ResolvedDate, Sentence
from .scene import Dated, days

_LENGTH = re.compile(r"P(\d{1,3})([DWM])")
_DAYS = {"D": 1, "W": 7}
_NEAR = 250  # characters between the event's noun and its day
_NARROW = 3  # days
_LEAST = 4  # letters of a noun that names an event
_LESS_THAN = {"es": ("antes de", "antes del")}  # which is also a limit: "antes de junio"


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What opens a sentence counted from an event; and what follows the length: side, articles, noun."""
    if lang not in known_languages():
        return None
    own = time_words(lang)
    counted, less = own.classes.get("unit", {}).items(), _LESS_THAN.get(lang, ())
    units = [word for word, unit in counted if unit in ("D", "W", "M", "Y", "TH", "TM")]
    sides = [word for word, role in own.roles.items() if role in ("before", "after") or word in less]
    if not units or not sides:
        return None
    unit, side, small = (_either(found) for found in (units, sides, language(lang).used_as("determiner")))
    opening = rf"\W*(?:[^\W_][\w'’-]*\s+){{0,3}}?(?:{unit})\s+(?:{side})\s+(?=[^\W\d])"
    behind = rf"\s+(?P<side>{side})\s+(?:(?:{small})\s+)*(?P<noun>[^\W\d_]{{{_LEAST},}})"
    return re.compile(opening, re.IGNORECASE), re.compile(behind, re.IGNORECASE)


def _either(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(sorted(words), key=len, reverse=True)) or "(?!)"


def opens_after_event(sentence: str, lang: str) -> bool:
    """``Three weeks before the vote, two members resigned``: of a day of its own."""
    patterns = _patterns(lang)
    return patterns is not None and patterns[0].match(sentence) is not None


def after_event(text: str, sentence: Sentence, dates: Sequence[ResolvedDate], lang: str) -> Dated | None:
    """The day counted from an event whose own day the article states; None where it does not."""
    patterns = _patterns(lang)
    if patterns is None:
        return None
    for length in (one for one in dates if sentence.start <= one.start < sentence.end):
        count = _LENGTH.fullmatch(length.timex)
        known = count is not None and count[2] in _DAYS
        behind = patterns[1].match(text, length.end, sentence.end) if known else None
        if count is None or behind is None:
            continue
        event = _day_of(text, sentence, dates, behind["noun"])
        if event is None:
            continue
        side = time_words(lang).roles.get(behind["side"].lower(), "before")
        apart = timedelta(days=int(count[1]) * _DAYS[count[2]])
        day = event[1] + apart if side == "after" else event[0] - apart
        words = text[length.start : behind.end()]
        return Dated(day.isoformat(), DateReason(words, "offset", "discourse", event[2], "narrative"))
    return None


def _day_of(
    text: str, sentence: Sentence, dates: Sequence[ResolvedDate], noun: str
) -> tuple[Day, Day, str] | None:
    """The first and last day stated nearest to another mention of the noun, and as EDTF."""
    found = (one.start() for one in re.finditer(rf"\b{re.escape(noun)}", text, re.IGNORECASE))
    mentions = [at for at in found if not sentence.start <= at < sentence.end]
    ranked = sorted(
        (min((abs(at - date.start) for at in mentions), default=_NEAR), named)
        for date in dates
        if not sentence.start <= date.start < sentence.end and (named := _days(date)) is not None
    )
    return ranked[0][1] if ranked and ranked[0][0] < _NEAR else None


def _days(date: ResolvedDate) -> tuple[Day, Day, str] | None:
    """The few days that a date names; None for one that is wide or of no calendar."""
    found = days(date.edtf) if date.edtf and date.type in ("DATE", "TIME") else None
    if found is None:
        return None
    first, last = found
    return (first, last, date.edtf) if (last - first).days <= _NARROW else None
