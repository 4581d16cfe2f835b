"""Times counted from another in; the calendar time they name, and what they were counted from, out."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace

from .find import Found
from .named_days import named_day
from .reading import Reading
from .reported_quarter import reported_quarter
from .story import Answer, Story, anchored
from .tense import direction
from .verbs import FUTURE, PAST
from .when import SEASON_MONTHS, When, add_months, deep, from_day, shift

_SAME_SCENE = 4  # sentences
_SEASON = 3  # months
_YEAR = 12  # months
_FORTNIGHT = 14  # days
_LATE = 3  # from Thursday on "this weekend" is the coming one whatever is told


def resolve_relative(story: Story, found: Found, reading: Reading) -> Answer:
    if story.narrative and reading.rule.startswith("deictic"):
        return _deictic_in_history(found, reading)
    quarter = reported_quarter(story, found, reading)
    if quarter is not None:
        return anchored(quarter, story, story.reported or story.published)
    if reading.named in ("ended", "of-year"):
        return Answer(When(), "relative", literal=f"{reading.when.year or 'XXXX'}-QX")
    base = _relative_base(story, found, reading)
    if reading.named == "latest" and not story.narrative and (base is None or not base.quarter):
        base = story.published
        reading = replace(reading, count=-1)  # the last one that is over and can be told of
    unit = reading.unit
    if reading.count is None:
        return _vague(reading)
    if base is None or base.year is None:
        return _unanchored(reading)
    if unit == "MDAY":
        return _day_of_month(story, found, base, reading)
    if unit == "WD" and not reading.count and base.date is not None and found.tokens.lang != "en":
        return _this_weekday(story, found, reading, base, base.date)
    if unit in _KINDS:
        return _KINDS[unit](story, base, reading)
    return _counted(story, found, base, reading, reading.count)


def _counted(story: Story, found: Found, base: When, reading: Reading, count: int | float) -> Answer:
    """A number of units from the base: ``this hour``, ``the weekend``, ``a year earlier``, ``two weeks ago``."""
    if reading.unit in ("TH", "TM", "TS") and count == 0:
        return Answer(When(), "relative", literal="PRESENT_REF")
    if reading.unit == "WE" and base.date is not None:
        if reading.rule == "narrative-unit":
            return _weekend(story, found, reading, base)
        if not count and reading.base == "now" and base.date.weekday() < _LATE:
            count = -(direction(found.tokens, reading.first, reading.last) == PAST)  # "was hurt this weekend"
    if _same_quarter(story, found, reading) and story.last is not None:
        return anchored(replace(story.last, year=(story.last.year or 0) - 1), story, story.last)
    return _shifted(story, found, base, reading, count)


def _day_of_month(story: Story, found: Found, base: When, reading: Reading) -> Answer:
    """``on the 15th``: of the month told of; of the one before or after where the tense asks for it."""
    if base.month is None or base.bc:
        return Answer(When(), "relative", literal="XXXX-XX-XX")
    month = add_months(base.only("month"), int(reading.count or 0))
    when = replace(month, day=reading.when.day)
    exact = "month" in found.tokens.low(reading.last - 1) or base.day is None or story.narrative
    if not exact and when.valid and (when.day or 0) != base.day:
        way = direction(found.tokens, reading.first, reading.last)
        soon = 0 < (when.day or 0) - (base.day or 0) <= _FORTNIGHT and way != PAST
        ahead = way == FUTURE or soon  # "after the 15th is too late", said on the 14th
        if ((when.day or 0) > (base.day or 0)) != ahead:
            when = replace(add_months(month, 1 if ahead else -1), day=reading.when.day)
    when = _on_weekday(base, month, reading, when)
    return anchored(when, story, base) if when.valid else Answer(When(), "relative", literal="XXXX-XX-XX")


def _on_weekday(base: When, month: When, reading: Reading, when: When) -> When:
    """ "Friday the 13th": the last month up to the base that has such a day, else the next one, where ``when`` is none."""
    if reading.when.weekday is None or (when.date and when.date.weekday() == reading.when.weekday):
        return when
    months = (add_months(month, step) for step in (*range(0, -_YEAR, -1), *range(1, _YEAR)))
    days = (replace(one, day=reading.when.day) for one in months)
    fit = [one for one in days if one.date is not None and one.date.weekday() == reading.when.weekday]
    over = [one for one in fit if base.date is None or (one.date is not None and one.date <= base.date)]
    return next(iter(over or fit), when)


def _beyond(story: Story, found: Found, reading: Reading, moved: When) -> bool:
    """Whether "41 years later" would lie ahead of the article where the verb tells of the past."""
    now = story.published
    if story.narrative or now is None or now.year is None or not reading.rule.startswith("offset"):
        return False
    later = moved.date > now.date if moved.date and now.date else (moved.year or 0) > now.year
    return later and direction(found.tokens, reading.first, reading.last) == PAST


def _shifted(story: Story, found: Found, base: When, reading: Reading, count: int | float) -> Answer:
    """The base moved by a number of units, with the part the words add laid over it."""
    unit, when = reading.unit, reading.when
    if unit == "Y" and count < 0 and deep(int(-count)):
        return Answer(When(ago=int(-count)), "relative")
    if count != int(count):
        count, unit = _finer(count, unit)
    moved = shift(base, int(count), unit)
    if moved is None or (count > 0 and reading.base == "then" and _beyond(story, found, reading, moved)):
        return _unanchored(reading)
    if when != When():
        moved = _overlay(moved, when)
    return anchored(moved, story, base)


def _same_quarter(story: Story, found: Found, reading: Reading) -> bool:
    """``a year earlier`` beside a quarter is the same quarter of the year before."""
    if (reading.unit, reading.count, reading.base) != ("Y", -1, "then"):
        return False
    if story.last is None or not story.last.quarter:
        return False
    return story.last_sentence == found.sentence or reading.rule == "period-earlier"


def _named_of_year(story: Story, base: When, reading: Reading) -> Answer:
    """``Easter last year``."""
    year = (base.year or 0) + int(reading.count or 0)
    day = named_day(reading.named, year)
    return anchored(from_day(day) if day else When(year=year), story, base)


def _weekend(story: Story, found: Found, reading: Reading, base: When) -> Answer:
    """``over the weekend``: the one just past, or the running one from Saturday on, or the next by tense."""
    assert base.date is not None
    ahead = direction(found.tokens, reading.first, reading.last) == FUTURE or base.date.weekday() >= 5
    day = base.date if ahead else base.date - datetime.timedelta(days=7)
    return anchored(replace(from_day(day), weekend=True), story, base)


def _deictic_in_history(found: Found, reading: Reading) -> Answer:
    """ "Today" of a history is the writer's present; within a quotation it is a day that nothing tells."""
    if reading.count == 0 and not reading.when.part and not found.is_aside(reading):
        return Answer(When(), "relative", literal="PRESENT_REF")
    return Answer(When(), "relative", literal="XXXX-XX-XX" + (reading.when.part or ""))


def _finer(count: float, unit: str) -> tuple[float, str]:
    """ "half a year ago": whole months; half a month: days."""
    step = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D"), "DE": (10, "Y"), "CE": (100, "Y")}.get(unit)
    return (round(count * step[0]), step[1]) if step else (round(count), unit)


def _relative_base(story: Story, found: Found, reading: Reading) -> When | None:
    """What a relative time counts from: the article's day, or what was told."""
    if reading.base == "now":
        last = story.then() if story.narrative and reading.rule != "deictic-day" else None
        return last or story.published  # "turns 100 this week", before a history is told
    onward = reading.base == "auto" and (reading.count or 0) > 0 and not story.narrative
    if onward and direction(found.tokens, reading.first, reading.last) == PAST:
        reading = replace(reading, base="then")  # "The next week he was freed"
    if reading.base == "auto":
        return _asked_of(story, found, reading)
    unit, count = reading.unit, reading.count or 0
    counted = count and reading.rule.startswith(("offset", "unit-")) and not story.narrative
    if counted and (count > 0 or unit in ("D", "W", "WE", "M") or unit.startswith("T")):
        return _counted_from(story, unit, count)
    return _told_base(story, reading, count)


def _told_base(story: Story, reading: Reading, count: int | float) -> When | None:
    """The same where nothing but what was told can be counted from."""
    if reading.base == "then" and count > 0 and reading.unit != "D" and _tells_back(story):
        return story.last  # "The wreck was raised the following spring"
    if reading.unit == "D" and reading.rule == "relative-unit" and not story.narrative:
        return _named_day_of(story, reading)
    return story.day() if reading.unit == "D" else story.then()


def _counted_from(story: Story, unit: str, count: int | float) -> When | None:
    """What some days, months or hours are counted from; "two years later" needs something told before."""
    if unit in ("D", "W", "WE"):
        return _last_day(story, int(count))
    return story.last if unit == "M" or count > 0 else None


def _named_day_of(story: Story, reading: Reading) -> When | None:
    """``that day``: the one told of last and near; never the article's own for want of one."""
    if story.last_day is None:
        return story.published if reading.count else None
    return story.last_day if story.sentence - story.last_day_sentence <= _SAME_SCENE else None


def _tells_back(story: Story) -> bool:
    """What was told last lies more than a season before the article's own day."""
    own, last = story.published, story.last
    if own is None or last is None or own.year is None or last.year is None or last.bc:
        return False
    return 12 * (own.year - last.year) + (own.month or 1) - (last.month or 12) > _SEASON


def lies_ahead(story: Story, found: Found, reading: Reading) -> bool:
    """``The court will sit at 9 a.m.``: not of the day that the sentence before told of."""
    told, now = story.last_day, story.published
    if story.sentence == story.last_day_sentence or "would" in found.tokens.lows:
        return False
    if told is None or now is None or told.date is None or now.date is None or told.date >= now.date:
        return False
    return direction(found.tokens, reading.first, reading.last) == FUTURE


def _asked_of(story: Story, found: Found, reading: Reading) -> When | None:
    """``the week``, ``the afternoon``: of the article, or of what is told where something is."""
    if not reading.count and not story.narrative and lies_ahead(story, found, reading):
        return story.published
    if reading.rule == "part":
        return story.day()
    edged = reading.rule in ("inside-unit", "unit-end") or reading.mod  # an edge of it
    if edged and reading.unit == "D":
        day = _named_day_of(story, reading) or story.published  # "later in the evening"
        return story.published if reading.rule == "inside-unit" and day is story.plan() else day
    if story.narrative:
        return story.then()
    here = story.last is not None and story.last_sentence == story.sentence
    told = here or (reading.unit == "D" and reading.rule == "relative-unit")
    if not told or reading.rule in ("narrative-unit", "unit-end", "inside-unit"):
        return story.published
    return story.day() if reading.unit == "D" else story.then()


def _last_day(story: Story, count: int) -> When | None:
    """The day last told of; "a day earlier" without one counts from the article's."""
    later = story.last_sentence > story.last_day_sentence
    if story.last and story.last_day and later and not story.last.wide:
        return None  # "Earlier this month … Three days later": of no known day
    return story.last_day or (story.published if count == -1 else None)


def _overlay(moved: When, when: When) -> When:
    """Month, weekday or part of day laid over a shifted unit: "August of that year"."""
    if when.weekday is not None and moved.date is not None:
        monday = moved.date - datetime.timedelta(days=moved.date.weekday())
        return from_day(monday + datetime.timedelta(days=when.weekday)).at(when)
    if (when.half or when.quarter) and (moved.month or moved.decade is not None or moved.century is not None):
        return replace(moved, half=when.half, quarter=when.quarter)
    if when.month or when.season or when.quarter or when.half or when.fiscal:
        return replace(when, year=moved.year, bc=moved.bc)
    return moved.at(when)


def _vague(reading: Reading) -> Answer:
    """``a few days later``: before or after, by how much is not said."""
    ahead = reading.rule.startswith("offset") and reading.backward is False
    return Answer(When(), "relative", literal="FUTURE_REF" if ahead else "PAST_REF")


_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX",
    "Q": "XXXX-QX", "DE": "XXX", "CE": "XX", "TH": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX:XX",
}  # fmt: skip


def _unanchored(reading: Reading) -> Answer:
    """A relative time with nothing to count from: its grain is all that is known."""
    if reading.when == When() or reading.unit == "D":
        unknown = _UNKNOWN.get(reading.unit, "XXXX")
        return Answer(reading.when, "relative", literal=unknown + (reading.when.part or ""))
    return Answer(reading.when, "relative")


def _relative_weekday(story: Story, base: When, reading: Reading) -> Answer:
    weekday = reading.when.weekday
    assert weekday is not None
    if base.date is None:
        return Answer(reading.when, "relative")
    ahead = (weekday - base.date.weekday()) % 7
    count = int(reading.count or 0)
    if count > 0:
        days = (ahead or 7) + 7 * (count - 1)
    elif count < 0:
        days = ahead + 7 * count
    else:  # "this Friday": of the running week, today included
        days = weekday - base.date.weekday()
    day = from_day(base.date + datetime.timedelta(days=days))
    return anchored(day.at(reading.when), story, base)


def _this_weekday(story: Story, found: Found, reading: Reading, base: When, today: datetime.date) -> Answer:
    """ "este sábado", "ce samedi": the nearest one on the side that the tense tells."""
    ahead = ((reading.when.weekday or 0) - today.weekday()) % 7
    back = direction(found.tokens, reading.first, reading.last) != FUTURE
    days = ahead - 7 if ahead and back else ahead
    return anchored(from_day(today + datetime.timedelta(days=days)).at(reading.when), story, base)


def _relative_named(story: Story, base: When, reading: Reading) -> Answer:
    """``last Christmas``, ``next Easter``, ``this Thanksgiving``."""
    year, today = base.year, base.date
    assert year is not None
    if today is None:
        return Answer(When(), "relative")
    count = int(reading.count or 0)
    month, number = reading.when.month or 1, reading.when.day or 1
    for at in (year, year + count):
        day = named_day(reading.named, at) if reading.named else datetime.date(at, month, number)
        if day is not None and (count == 0 or (day != today and (day > today) == (count > 0))):
            return anchored(from_day(day), story, base)
    return anchored(When(year=year + count), story, base)


def _relative_month(story: Story, base: When, reading: Reading) -> Answer:
    month, year = reading.when.month, base.year
    assert month is not None and year is not None
    count = int(reading.count or 0)
    here = base.month or (SEASON_MONTHS[base.season][0] if base.season else month)
    year += (count > 0 and month <= here) - (count < 0 and month >= here)
    return anchored(When(year=year, month=month), story, base)


def _relative_season(story: Story, base: When, reading: Reading) -> Answer:
    season, year = reading.when.season, base.year
    assert year is not None
    first, last = SEASON_MONTHS[season]
    count = int(reading.count or 0)
    if base.month is not None:
        over = base.month > (last if last > first else 11)
        year += (count > 0 and base.month >= first) - (count < 0 and not over)
    elif base.season == season:
        year += count  # "in the summer, up from the previous summer"
    return anchored(When(year=year, season=season), story, base)


# What is moved by something other than its own length.
_KINDS: Mapping[str, Callable[[Story, When, Reading], Answer]] = {
    "SAME": lambda story, base, _: anchored(base, story, base), "DAY-OF": _named_of_year, "DAY": _relative_named, "WD": _relative_weekday,
    "MON": _relative_month, "S": _relative_season,
}  # fmt: skip
