"""Readings and the article's own date in; resolved dates with EDTF, TIMEX3 value, basis and anchor out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Block, DateBasis, Published, ResolvedDate
from .find import Found
from .named_days import named_day
from .narrative import is_narrative
from .reading import Reading
from .roles import role_of
from .tense import direction
from .when import SEASON_MONTHS, When, from_day, shift

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_JUST_PASSED = 2  # months
_NEAR = 1  # sentences back to which "the next day" may reach in news
_TOLD_ONLY = ("reference-adjective", "same-time")  # worth finding where history is told, noise in news
_AHEAD = 5  # tokens between an hour and the day it belongs to
_FAR = 3  # years
_HEAD = 3  # a date among the first tokens of a sentence sets the scene


def _years(when: When) -> int:
    year = when.year or 0
    return -year if when.bc else year


def _aside(found: Found, reading: Reading) -> bool:
    """Whether the words stand in parentheses or quotation marks."""
    before = found.tokens.tags[: reading.first]
    opened = before.count("(") > before.count(")")
    return opened or before.count('"') % 2 == 1


@dataclass(slots=True)
class Story:
    """What has been told so far: the article's date and the date last established."""

    published: When | None
    published_text: str
    inferred: bool
    narrative: bool
    last: When | None = None  # the date last mentioned, as precise as it was
    last_sentence: int = -1
    last_day: When | None = None  # the day last mentioned
    last_day_sentence: int = -1
    told: When | None = None  # where the story stands: the last date that carried it on
    told_sentence: int = -1
    sentence: int = 0  # the sentence being read

    def then(self) -> When | None:
        """What "then" counts from: the date last mentioned; in news only a near one, else the article's."""
        if self.narrative:
            return self.last
        near = self.last is not None and self.sentence - self.last_sentence <= _NEAR
        return self.last if near else self.published

    def day(self) -> When | None:
        """The day that "the next day" and a clock time belong to."""
        if self.narrative:
            return self.last
        near = self.last_day is not None and self.sentence - self.last_day_sentence <= _NEAR
        return self.last_day if near else self.published

    def counted_from(self) -> When | None:
        """What "three days later" counts from: the date last mentioned, however far back."""
        return self.last

    def note(self, when: When, reading: Reading, found: Found, role: str) -> None:
        """Remember a resolved date: as last mentioned, and as the story's own if it carries the story."""
        aside = _aside(found, reading)
        if role == "until" and found.tokens.low(reading.first - 1) == "to":
            role = ""  # the end of a range carries the story
        if role not in ("since", "until", "comparison") and not aside:
            self.last, self.last_sentence = when, found.sentence
            if when.day is not None:
                self.last_day, self.last_day_sentence = when, found.sentence
        elif self.last is None:
            self.last, self.last_sentence = when, found.sentence
        if self._carries(when, reading, found, role, aside):
            if (
                self.told is not None
                and when.month is None
                and not when.season
                and when.year == self.told.year
            ):
                when = self.told
            self.told, self.told_sentence = when, found.sentence

    def _carries(self, when: When, reading: Reading, found: Found, role: str, aside: bool) -> bool:
        if when.year is None or self.told is None:
            return when.year is not None
        if role in ("since", "until", "comparison", "attributive") or aside:
            return False
        step = _years(when) - _years(self.told)
        if reading.first <= _HEAD:  # a look far ahead inside a paragraph does not move the story there
            return found.opens or when.day is not None or abs(step) < _FAR
        if when.day is not None and reading.when.year is not None and found.sentence != self.told_sentence:
            return True
        if found.sentence == self.told_sentence:
            if step == 1 and when.day is not None and reading.when.year is not None:
                return True
            return step == 0 and (when.month or 99) >= (self.told.month or 0)
        return step == 0 or (0 < step <= 1 and when.month is not None)


@dataclass(frozen=True, slots=True)
class Answer:
    """A resolved moment with what it rests on."""

    when: When
    basis: DateBasis
    anchor: str = ""
    anchor_basis: str = ""
    literal: str = ""  # a TIMEX3 value that no calendar moment gives, as PAST_REF


def published_when(published: Published) -> When | None:
    """The article's date as far as it is one day, month or year; intervals anchor nothing."""
    value = published.day
    match = _DAY.fullmatch(value)
    if match:
        when = When(year=int(match[1]), month=int(match[2]), day=int(match[3]))
        return when if when.date else None
    match = _MONTH.fullmatch(value)
    if match:
        return When(year=int(match[1]), month=int(match[2]))
    return When(year=int(value)) if _YEAR.fullmatch(value) else None


def resolve(
    founds: Sequence[Found], *, published: Published, blocks: Sequence[Block] = ()
) -> tuple[ResolvedDate, ...]:
    """Every reading resolved, in the order of the text."""
    anchor = published_when(published)
    narrative = is_narrative(founds, anchor)
    story = Story(anchor, published.day, published.basis == "inferred", narrative)
    result: list[ResolvedDate] = []
    for found in founds:
        story.sentence = found.sentence
        for index, reading in enumerate(found.readings):
            if reading.rule in _TOLD_ONLY and not narrative:
                continue
            result.append(_resolved(story, found, index, reading))
    return tuple(result)


def _resolved(story: Story, found: Found, index: int, reading: Reading) -> ResolvedDate:
    tokens = found.tokens
    answer = _answer(story, found, index, reading)
    timex = reading.literal or answer.literal or answer.when.timex()
    literal = reading.base == "literal" or reading.ambiguous or bool(answer.literal)
    edtf = "" if literal else answer.when.edtf("" if reading.type == "TIME" else reading.mod)
    role = role_of(tokens, reading, found.readings, index)
    if not literal and (
        answer.when.year is not None or answer.when.decade is not None or answer.when.century is not None
    ):
        story.note(answer.when, reading, found, role)
    basis: DateBasis = answer.basis
    if story.inferred and answer.anchor_basis == "published":
        basis = "inferred"
    return ResolvedDate(
        start=reading.start, end=reading.end, words=tokens.text[reading.start : reading.end],
        type=reading.type, rule=reading.rule, edtf=edtf, timex=timex, basis=basis,
        anchor=answer.anchor, anchor_basis=answer.anchor_basis, mod=reading.mod,
        role=role,
    )  # fmt: skip


def _answer(story: Story, found: Found, index: int, reading: Reading) -> Answer:
    if reading.base == "literal":
        return Answer(reading.when, "stated")
    if reading.base == "absolute":
        if reading.named:
            return _named(story, found, reading)
        if (
            reading.when.year is not None
            or reading.when.decade is not None
            or reading.when.century is not None
        ):
            return Answer(reading.when, "stated")
        if reading.when.weekday is not None:
            return _weekday(story, found, reading)
        if reading.when.month or reading.when.season or reading.when.quarter or reading.when.half:
            return _partial(story, found, reading)
        return _time_of_day(story, found, index, reading)
    return _relative(story, found, reading)


def _anchored(when: When, story: Story, base: When | None, basis: DateBasis = "relative") -> Answer:
    if base is None:
        return Answer(when, basis)
    if base is story.published:
        return Answer(when, basis, story.published_text, "published")
    return Answer(when, basis, base.edtf(), "narrative")


def _named(story: Story, found: Found, reading: Reading) -> Answer:
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
    return _anchored(when, story, base, "stated")


def _signed_year(story: Story, found: Found, reading: Reading, base: When) -> int | None:
    year = base.year
    assert year is not None
    day = named_day(reading.named, year)
    if story.narrative or day is None or base.date is None:
        return year
    way = direction(found.tokens, reading.first, reading.last)
    way = 0 if way == 2 else way
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


def _partial(story: Story, found: Found, reading: Reading) -> Answer:
    """A month, season, quarter or half without its year."""
    if reading.range_year is not None:
        partner = reading.range_year
        return Answer(replace(reading.when, year=partner.year, bc=partner.bc), "stated")
    base = _year_base(story)
    if base is None or base.year is None:
        return Answer(reading.when, "stated")
    if story.narrative:
        year = _told_year(base, reading.when)
        return _anchored(replace(reading.when, year=year, bc=base.bc), story, base, "stated")
    way = direction(found.tokens, reading.first, reading.last)
    way = 0 if way == 2 else way
    before = found.tokens.low(reading.first - 1)
    if before in ("until", "till", "through") and way == 0:
        way = 1
    year = _news_year(base, reading.when, way)
    if year is None:
        return Answer(reading.when, "stated")
    return _anchored(replace(reading.when, year=year), story, base, "stated")


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
        return year - 1 if there > here else year
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


def _weekday(story: Story, found: Found, reading: Reading) -> Answer:
    base = story.then() if story.narrative else story.published
    part = replace(reading.when)
    if base is None or base.date is None:
        return Answer(part, "relative")
    way = direction(found.tokens, reading.first, reading.last)
    weekday = reading.when.weekday
    assert weekday is not None
    back = (base.date.weekday() - weekday) % 7
    ahead = (weekday - base.date.weekday()) % 7
    if way > 0 and (back or found.tokens.low(reading.first - 1) in ("by", "until")):
        day = base.date + datetime.timedelta(days=ahead)
    else:
        day = base.date - datetime.timedelta(days=back)
    when = replace(from_day(day), part=part.part, clock=part.clock, zone=part.zone)
    return _anchored(when, story, base)


def _day_ahead(story: Story, found: Found, index: int) -> Answer | None:
    """The day that follows an hour in its sentence: "at 8 p.m. local time on Friday"."""
    reading = found.readings[index]
    if index + 1 >= len(found.readings):
        return None
    after = found.readings[index + 1]
    between = found.tokens.tags[reading.last : after.first]
    if len(between) > _AHEAD or "," in between or not between.endswith("u"):
        return None
    if after.base == "literal" or after.when.clock or after.when.part:
        return None
    answer = _answer(story, found, index + 1, after)
    return answer if answer.when.date is not None and answer.when.grain == "day" else None


def _time_of_day(story: Story, found: Found, index: int, reading: Reading) -> Answer:
    """An hour or part of the day: of the day named beside it, else last told of, else the article's."""
    base = story.day()
    when = reading.when
    ahead = _day_ahead(story, found, index)
    if ahead is not None:
        return replace(ahead, when=replace(ahead.when, part=when.part, clock=when.clock, zone=when.zone))
    if base is None or base.day is None:
        return Answer(when, "relative")
    return _anchored(
        replace(base.only("day"), part=when.part, clock=when.clock, zone=when.zone), story, base, "relative"
    )


def _relative(story: Story, found: Found, reading: Reading) -> Answer:
    if story.narrative and reading.rule.startswith("deictic"):
        return _deictic_in_history(found, reading)
    base = _relative_base(story, reading)
    unit, when = reading.unit, reading.when
    if reading.count is None:
        return _vague(reading)
    if base is None or base.year is None:
        return _unanchored(reading)
    if unit == "SAME":
        return _anchored(base, story, base)
    if unit == "DAY-OF":  # "Easter last year"
        year = base.year + int(reading.count)
        day = named_day(reading.named, year)
        return _anchored(from_day(day) if day else When(year=year), story, base)
    if unit == "DAY":
        return _relative_named(story, base, reading)
    if unit == "WD":
        return _relative_weekday(story, base, reading)
    if unit == "MON":
        return _relative_month(story, base, reading)
    if unit == "S":
        return _relative_season(story, base, reading)
    if reading.unit in ("TH", "TM", "TS") and reading.count == 0:
        return Answer(When(), "relative", literal="PRESENT_REF")
    if unit == "WE" and reading.rule == "narrative-unit" and base.date is not None:
        return _weekend(story, found, reading, base)
    count = reading.count
    if (
        unit == "Y"
        and count == -1
        and reading.base == "then"
        and story.last is not None
        and story.last.quarter
    ):
        if story.last_sentence == found.sentence or reading.rule == "period-earlier":
            return _anchored(replace(story.last, year=(story.last.year or 0) - 1), story, story.last)
    if count != int(count):
        count, unit = _finer(count, unit)
    moved = shift(base, int(count), unit)
    if moved is None:
        if count == 0 and unit == "D" and base.month is not None:  # "the same day" of a known month
            month = base.only("month")
            return replace(_anchored(month, story, base), literal=f"{month.timex()}-XX{when.part}")
        return _unanchored(reading)
    if when != When():
        moved = _overlay(moved, when)
    return _anchored(moved, story, base)


def _weekend(story: Story, found: Found, reading: Reading, base: When) -> Answer:
    """``over the weekend``: the one just past, or the running one from Saturday on, or the next by tense."""
    assert base.date is not None
    ahead = direction(found.tokens, reading.first, reading.last) > 0 or base.date.weekday() >= 5
    day = base.date if ahead else base.date - datetime.timedelta(days=7)
    return _anchored(replace(from_day(day), weekend=True), story, base)


def _deictic_in_history(found: Found, reading: Reading) -> Answer:
    """ "Today" of a history is the writer's present; within a quotation it is a day that nothing tells."""
    if reading.count == 0 and not reading.when.part and not _aside(found, reading):
        return Answer(When(), "relative", literal="PRESENT_REF")
    return Answer(When(), "relative", literal="XXXX-XX-XX" + (reading.when.part or ""))


def _finer(count: float, unit: str) -> tuple[float, str]:
    step = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D"), "DE": (10, "Y"), "CE": (100, "Y")}.get(unit)
    return (round(count * step[0]), step[1]) if step else (round(count), unit)


def _relative_base(story: Story, reading: Reading) -> When | None:
    if reading.base == "now":
        return story.then() if story.narrative and reading.rule != "deictic-day" else story.published
    if reading.base == "auto":
        here = story.last is not None and story.last_sentence == story.sentence
        told = story.narrative or here or (reading.unit == "D" and reading.rule == "relative-unit")
        loose = reading.rule in ("narrative-unit", "unit-end", "inside-unit")
        if story.narrative:
            return story.then()
        if not told or loose:
            return story.published
        return story.day() if reading.unit == "D" else story.then()
    if reading.count and reading.rule.startswith(("offset", "unit-")) and not story.narrative:
        if reading.unit in ("D", "W", "WE"):
            return story.last_day
        if reading.unit == "M":
            return story.counted_from()
        if reading.unit.startswith("T"):
            return None
    return story.day() if reading.unit == "D" else story.then()


def _overlay(moved: When, when: When) -> When:
    """Month, weekday or part of day laid over a shifted unit: "August of that year"."""
    if when.weekday is not None and moved.date is not None:
        monday = moved.date - datetime.timedelta(days=moved.date.weekday())
        day = from_day(monday + datetime.timedelta(days=when.weekday))
        return replace(day, part=when.part, clock=when.clock, zone=when.zone)
    if when.month or when.season or when.quarter or when.half or when.fiscal:
        return replace(when, year=moved.year, bc=moved.bc)
    return replace(moved, part=when.part, clock=when.clock, zone=when.zone)


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
        days = ahead or 7
    elif count < 0:
        days = ahead - 7
    else:  # "this Friday": of the running week, today included
        monday = -base.date.weekday()
        days = monday + weekday
    day = from_day(base.date + datetime.timedelta(days=days))
    part = reading.when
    return _anchored(replace(day, part=part.part, clock=part.clock, zone=part.zone), story, base)


def _relative_named(story: Story, base: When, reading: Reading) -> Answer:
    """``last Christmas``, ``next Easter``, ``this Thanksgiving``."""
    year, today = base.year, base.date
    assert year is not None
    if today is None:
        return Answer(When(), "relative")
    count = int(reading.count or 0)
    for candidate in (year, year + count):
        month, number = reading.when.month or 1, reading.when.day or 1
        day = (
            named_day(reading.named, candidate) if reading.named else datetime.date(candidate, month, number)
        )
        if day is not None and (count == 0 or (day != today and (day > today) == (count > 0))):
            return _anchored(from_day(day), story, base)
    return _anchored(When(year=year + count), story, base)


def _relative_month(story: Story, base: When, reading: Reading) -> Answer:
    month, year = reading.when.month, base.year
    assert month is not None and year is not None
    count = int(reading.count or 0)
    if base.month is not None:
        if count < 0 and month >= base.month:
            year -= 1
        if count > 0 and month <= base.month:
            year += 1
    return _anchored(When(year=year, month=month), story, base)


def _relative_season(story: Story, base: When, reading: Reading) -> Answer:
    season, year = reading.when.season, base.year
    assert year is not None
    first, last = SEASON_MONTHS[season]
    count = int(reading.count or 0)
    if base.month is not None:
        if count < 0 and (base.month <= (last if last > first else 11)):
            year -= 1
        if count > 0 and base.month >= first:
            year += 1
    return _anchored(When(year=year, season=season), story, base)
