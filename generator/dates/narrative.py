"""The readings of a document and its date in; whether it tells history rather than news, out.

History names years far from its own publication again and again and has few words that point from the
day of writing; news names weekdays and "yesterday". History is not anchored to the published date.
Of a text whose own day is unknown one full date is enough where no word at all points from that day and
nobody is quoted: then there is no other day from which its months could be counted.
"""

from collections.abc import Iterator, Sequence

from .find import Found
from .reading import Reading
from .roles import role_of
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
    return role not in _NAMING and not found.is_aside(reading)


_OF_TODAY = frozenset(["deictic-day", "deictic-part", "weekday", "weekday-part"])


def _of_today(reading: Reading) -> bool:
    """Whether the words point from the day of writing."""
    return reading.rule in _OF_TODAY or reading.base == "now"


def _is_far(reading: Reading, published: When | None) -> bool:
    """Whether a date states a year more than one from the article's own."""
    year = reading.when.year
    if year is None or reading.base == "literal" or _of_today(reading):
        return False
    return reading.when.bc or published is None or abs(year - (published.year or 0)) > 1


def _is_near(reading: Reading, published: When | None) -> bool:
    """Whether a time is one of news: of today, or a month of a year near the article's own."""
    if reading.base == "literal" or _of_today(reading):
        return reading.base != "literal"
    return reading.when.year is not None and bool(reading.when.month) and not _is_far(reading, published)


def _nearness(found: Found, published: When | None) -> float:
    """How much a sentence is of news: by its times, and by who says something in it."""
    said = sum(low in ("said", "says") for low in found.tokens.lows)
    return _SPEECH * said + sum(_is_near(one, published) for one in found.readings)


def _distant(told: Sequence[Found], published: When | None) -> Iterator[tuple[Found, int, When]]:
    """The times of far years, each with its sentence; a day that is named again ("9/11") is no further one."""
    days = set[When]()
    for found in told:
        for at, one in enumerate(found.readings):
            if _is_far(one, published) and one.when not in days:
                days |= {one.when} if one.when.day else set()
                yield found, at, one.when


def is_narrative(founds: Sequence[Found], published: When | None) -> bool:
    """Whether bare months and "the next day" count from the story told."""
    inside = [found for found in founds if not found.outside]
    if inside and not _OF_TODAY.isdisjoint(one.rule for one in inside[0].readings):
        return False  # news opens with its day
    near = sum(_nearness(found, published) for found in inside)
    distant = list(_distant(inside, published))
    named = [(found, at) for found, at, when in distant if when.month is not None or when.bc]
    if not near:  # nothing in it points from a day of writing
        tells = published is None and any(_tells(*one) for one in named)
        return tells or (len(named) >= _FEW_DATED and len(distant) >= _FEW)
    return len(named) >= _DATED and len(distant) >= _ENOUGH and len(distant) > _MAJORITY * near
