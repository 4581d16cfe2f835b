"""The readings of a document and its date in; whether it tells history rather than news, out.

History names years far from its own publication again and again and has few words that point from the
day of writing; news names weekdays and "yesterday". History is not anchored to the published date.
Of a text whose own day is unknown one full date is enough where no word at all points from that day and
nobody is quoted: then there is no other day from which its months could be counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from .find import Found
from .reading import Reading
from .roles import role_of
from .story import aside_of
from .when import When

_ENOUGH = 4  # distant years that a news article would hardly name with nothing that points from its day
_MAJORITY = 2  # how many distant years outweigh one word of news
_DATED = 3  # of them with month or day: features name years, histories name days
_NAMING = ("since", "until", "comparison", "attributive", "possessive")
_FEW, _FEW_DATED = 3, 2  # enough where nothing at all points from the day of writing
_SPEECH = 0.34  # what one "said" counts as a word of news


def _tells(found: Found, index: int) -> bool:
    """Whether a date is one that something happened on, not one of naming, comparing or quoting."""
    reading = found.readings[index]
    role = role_of(found.tokens, reading, found.readings, index)
    return role not in _NAMING and not aside_of(found, reading)


def _is_label(found: Found) -> bool:
    """``June 14, 1948: A fire …``: an entry of a list, which may stand in an article of any kind."""
    first = found.readings[0] if found.readings else None
    return first is not None and first.first == 0 and found.tokens.low(first.last) == ":"


_OF_TODAY = ("deictic-day", "deictic-part", "weekday", "weekday-part")


def _is_far(reading: Reading, published: When | None) -> bool:
    """Whether a date states a year more than one from the article's own."""
    year = reading.when.year
    if year is None:
        return False
    return reading.when.bc or published is None or abs(year - (published.year or 0)) > 1


def is_narrative(founds: Sequence[Found], published: When | None) -> bool:
    """Whether bare months and "the next day" count from the story told."""
    far = dated = told = labels = 0
    near, told_any = 0.0, False
    for found in founds:
        if found.outside:
            continue
        if _is_label(found):
            labels += 1
            continue
        if not labels and not told_any and any(one.rule in _OF_TODAY for one in found.readings):
            return False  # news opens with its day
        told_any = True
        near += _SPEECH * sum(low in ("said", "says") for low in found.tokens.lows)
        for index, reading in enumerate(found.readings):
            if reading.base == "literal":
                continue
            named = reading.when.month is not None or reading.when.bc
            if reading.rule in _OF_TODAY or reading.base == "now":
                near += 1
            elif _is_far(reading, published):
                far += 1
                dated += named
                told += named and _tells(found, index)
            elif reading.when.year is not None and reading.when.month:
                near += 1
    if labels and not near:
        far, dated, told = far + labels, dated + labels, told + labels
    if not near and ((published is None and told) or (dated >= _FEW_DATED and far >= _FEW)):
        return True  # nothing in it points from a day of writing
    return dated >= _DATED and far >= _ENOUGH and far > _MAJORITY * near
