"""Dates whose words leave out the year or the day in; the whole date, by tense and anchor, out."""

from __future__ import annotations

import datetime
from dataclasses import replace

from .find import Found
from .lexicon import LANGUAGES
from .named_days import named_day
from .reading import Reading
from .story import Answer, Story, anchored
from .tense import FUTURE, HERE, PAST, direction
from .when import SEASON_MONTHS, When, from_day, last_day

_JUST_PASSED = 2  # months
_STILL_NOW = 7  # days: a correction or a late edition names a day after the article's own


def resolve_named(story: Story, found: Found, reading: Reading) -> Answer:
    base = _year_base(story)
    year = reading.when.year
    if year is None and base is not None and base.year is not None:
        year = _signed_year(story, found, reading, base)
    if year is None:
        return Answer(When(), "stated")
    day = named_day(reading.named, year)
    when = from_day(day) if day else When(year=year)
    if reading.when.year is not None:
        return Answer(when, "stated")
    return anchored(when, story, base, "stated")


def _signed_year(story: Story, found: Found, reading: Reading, base: When) -> int | None:
    year = base.year
    assert year is not None
    day = named_day(reading.named, year)
    if story.narrative or day is None or base.date is None:
        return year
    way = direction(found.tokens, reading.first, reading.last)
    way = way if way in (PAST, FUTURE) else 0
    if way < 0 and day > base.date:
        return year - 1
    if way > 0 and day < base.date:
        return year + 1
    if way == 0:  # nothing tells: the nearest one
        if (day - base.date).days > 183:
            return year - 1
        if (base.date - day).days > 183:
            return year + 1
    return year


def _year_base(story: Story) -> When | None:
    return story.told if story.narrative else story.published


def resolve_partial(story: Story, found: Found, reading: Reading) -> Answer:
    """A month, season, quarter or half without its year."""
    if reading.range_year is not None:
        partner = reading.range_year
        return Answer(replace(reading.when, year=partner.year, bc=partner.bc), "stated")
    base = _year_base(story)
    if base is None or base.year is None:
        return Answer(reading.when, "stated")
    if story.narrative:
        year = _told_year(base, reading.when)
        return anchored(replace(reading.when, year=year, bc=base.bc), story, base, "stated")
    if reading.when.day is None and not reading.count and found.tokens.lang not in LANGUAGES:
        return Answer(reading.when, "stated")  # nor does anything tell March last from March next
    way = direction(found.tokens, reading.first, reading.last)
    way = int(reading.count or 0) or (way if way in (PAST, FUTURE) else 0)
    before = found.tokens.low(reading.first - 1)
    if before in ("until", "till") and reading.when.day is not None:
        way = 0  # the nearest such day: what lasts until then may have begun in the past
    elif before in ("until", "till", "through") and way == 0:
        way = FUTURE
    news_year = _news_year(base, reading.when, way)
    if news_year is None:
        return Answer(reading.when, "stated")
    return anchored(replace(reading.when, year=news_year), story, base, "stated")


def _days_ahead(today: datetime.date, when: When) -> int:
    """Days until the month and day of ``when`` in the running year."""
    assert when.month is not None and when.day is not None
    if when.day > last_day(today.year, when.month):
        return 366
    return (datetime.date(today.year, when.month, when.day) - today).days


def _first_month(when: When) -> int:
    if when.month:
        return when.month
    if when.quarter:
        return when.quarter * 3 - 2
    if when.half:
        return when.half * 6 - 5
    return SEASON_MONTHS[when.season][0] if when.season else 1


def _told_year(base: When, when: When) -> int:
    """History goes forward: January after December is of the next year, the rest of the same."""
    year = base.year
    assert year is not None
    month = base.month or (SEASON_MONTHS[base.season][0] if base.season in ("SP", "SU", "FA") else None)
    if month is not None and month - _first_month(when) >= 9 and not when.season and not base.bc:
        return year + 1
    return year


def _news_year(base: When, when: When, way: int) -> int | None:
    """The year that fits the tense: the last such month up to the article's day, or the next one."""
    year = base.year
    assert year is not None
    if base.month is None:
        return None
    here = (base.month, base.day or 15)
    first = _first_month(when)
    there = (first, when.day or (1 if way <= 0 else 28))
    if when.day is None and when.month is not None:
        there = (first, here[1]) if first == base.month else (first, 1)
    if way < 0:
        soon = base.date is not None and when.day is not None and _days_ahead(base.date, when) <= _STILL_NOW
        return year - 1 if there > here and not soon else year
    if way > 0:
        last = first + 2 if when.quarter or when.season else first + 5 if when.half else first
        passed = (last, when.day or 31) < here
        just = base.month - last <= _JUST_PASSED  # "was to appear on May 5", said on May 12
        return year + 1 if passed and not just else year
    distance = first - base.month
    if distance > 6:
        return year - 1
    if distance < -6:
        return year + 1
    return year


def resolve_weekday(story: Story, found: Found, reading: Reading) -> Answer:
    base = story.then() if story.narrative else story.published
    part = replace(reading.when)
    if base is None or base.date is None or found.tokens.lang not in LANGUAGES:
        return Answer(part, "relative")  # without the verbs of a language a weekday is as well the next one
    way = direction(found.tokens, reading.first, reading.last)
    weekday = reading.when.weekday
    assert weekday is not None
    back = (base.date.weekday() - weekday) % 7
    ahead = (weekday - base.date.weekday()) % 7
    if way in (FUTURE, HERE) and (back or found.tokens.low(reading.first - 1) in ("by", "until")):
        day = base.date + datetime.timedelta(days=ahead)
    else:
        day = base.date - datetime.timedelta(days=back)
    when = replace(from_day(day), part=part.part, clock=part.clock, zone=part.zone)
    return anchored(when, story, base)
