"""What has been told so far: the article's date, the date last mentioned, and where the story stands."""

import re
from dataclasses import dataclass

from ..model import DateBasis, Published
from .find import Found
from .lexicon import beside, english
from .reading import Reading
from .when import When, shift

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_NO_YEARS = (0, 1, 9999)  # what programs write where they know no day; nothing can be counted from there
_NEAR = 1  # sentences back to which "the next day" may reach in news
_NEWS = 6  # sentences: a morning paper tells of the day before
_PLAN = 4  # sentences
_HELD_REACH = 12  # tokens
WEEK = 7  # days
_FAR = 3  # years
# Roles in which a date says how long, or which thing, and not when.
_NO_MENTION = ("since", "until", "comparison")
_NOT_TOLD = (*_NO_MENTION, "attributive")
_NAMES_ONLY = (*_NOT_TOLD, "possessive", "before", "after")
_HEAD = 3  # a date among the first tokens of a sentence sets the scene


def _years(when: When) -> int:
    year = when.year or 0
    return -year if when.bc else year


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
    paired: When | None = None  # the day last mentioned whose weekday is told: "Monday, March 2"
    paired_sentence: int = -1
    told: When | None = None  # where the story stands: the last date that carried it on
    told_sentence: int = -1
    sentence: int = 0  # the sentence being read
    heading: When | None = None  # the year that a line of its own puts over what follows
    year_named: When | None = None  # the date last named with its year, on which something happened
    year_sentence: int = -1
    reported: When | None = None  # the quarter that the text's figures are of
    reported_sentence: int = -1

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
        last, back = self.last_day, self.sentence - self.last_day_sentence
        if last is None:
            return self.published
        eve = self.published is not None and last.only("day") == shift(self.published, -1, "D")
        return last if back <= (_NEWS if eve else _NEAR) else self.published

    def plan(self) -> When | None:
        """The day ahead that was told of not long before: "The service will begin at 11 a.m."."""
        last, now = self.last_day, self.published
        near = self.sentence - self.last_day_sentence <= _PLAN
        if not near or self.narrative or not (last and now and last.date and now.date):
            return None
        return last if last.date > now.date else None

    def note(self, when: When, reading: Reading, found: Found, role: str) -> None:
        """Remember a resolved date: as last mentioned, and as the story's own if it carries the story."""
        if found.outside:
            return
        aside = found.is_aside(reading)
        if not aside and self._names_year(when, reading, found, role):
            self.year_named, self.year_sentence = when, found.sentence
        if role == "until" and found.tokens.low(reading.first - 1) in english.to:
            role = ""  # the end of a range carries the story
        mentioned = not aside and self._mentions(reading, found, role)
        if mentioned or (self.last is None and self.narrative):
            self.last, self.last_sentence = when, found.sentence
        if mentioned and when.is_day and not self._of_before(when, reading, found):
            self._note_day(when, reading, found)
        if when.year is None or not self._carries(when, reading, found, aside or role in _NOT_TOLD):
            return
        bare = when.month is None and not when.season
        if self.told is None or not bare or when.year != self.told.year:
            self.told = when
        self.told_sentence = found.sentence

    def _note_day(self, when: When, reading: Reading, found: Found) -> None:
        """Remember a day; not today's for "The fair is on Friday. Come in the morning"."""
        bare = reading.base == "auto" or reading.rule.startswith("clock")
        today = self.published is not None and when.only("day") == self.published.only("day")
        if not (bare and today and self.plan()):
            self.last_day, self.last_day_sentence = when, found.sentence
            self._pair(when, reading, found)

    def _pair(self, when: When, reading: Reading, found: Found) -> None:
        """Remember a day whose weekday is told, and how long its week is told of."""
        weekday = not {"W", "w"}.isdisjoint(found.tokens.tags[reading.first : reading.last])
        first, day = self.paired.date if self.paired else None, when.date
        if weekday and not (first and day and 0 < (day - first).days < WEEK):
            self.paired = when
        elif not weekday and first != day:
            self.paired = None
        self.paired_sentence = found.sentence

    def _mentions(self, reading: Reading, found: Found, role: str) -> bool:
        """Whether what is told next may count from the date: not from one that a figure is held against."""
        held = role == "possessive" and found.tokens.low(reading.first - 1) in beside.held_against
        telling = reading.rule == "deictic-day" and self.last_day_sentence == found.sentence
        return role not in _NO_MENTION and not held and not telling  # "el 8 de mayo, según informó ayer Ruiz"

    def _of_before(self, when: When, reading: Reading, found: Found) -> bool:
        """``fell to 8.9 percent from 9.1 percent late Tuesday``: a day before the one told of."""
        day, told, tokens = when.date, self.last_day, found.tokens
        back = range(reading.first - 2, max(0, reading.first - _HELD_REACH), -1)
        at = next((at for at in back if tokens.lows[at] in ("from", ",")), 0)
        held = tokens.low(at) in english.from_ and tokens.tag(at + 1) in "DNY"
        return held and bool(day and told and told.date and day < told.date)

    def _names_year(self, when: When, reading: Reading, found: Found, role: str) -> bool:
        """Whether a date is named with its year, or with none but the one named last."""
        opens = role == "from" and all(other.first <= reading.last for other in found.readings)
        told = (found.tokens.low(reading.last), found.tokens.low(reading.last + 1)) == (",", "when")
        if (role in _NAMES_ONLY and not told) or opens:  # not "the worst since 1977, when"
            return False
        if reading.when.year is not None or reading.range_year is not None:
            return True
        named = self.year_named
        return reading.base == "absolute" and named is not None and when.year == named.year

    def _carries(self, when: When, reading: Reading, found: Found, beside: bool) -> bool:
        """Whether a date moves the story to where it is; one ``beside`` it does not."""
        if self.told is None or beside:
            return self.told is None
        step = _years(when) - _years(self.told)
        if reading.first <= _HEAD:  # a look far ahead inside a paragraph does not move the story there
            return found.opens or when.day is not None or abs(step) < _FAR
        dated = when.day is not None and reading.when.year is not None
        if found.sentence != self.told_sentence:
            return dated or step == 0 or (step == 1 and bool(when.month or when.season))
        return (step == 1 and dated) or (step == 0 and (when.month or 99) >= (self.told.month or 0))


@dataclass(frozen=True, slots=True)
class Answer:
    """A resolved moment with what it rests on."""

    when: When
    basis: DateBasis
    anchor: str = ""
    anchor_basis: str = ""
    literal: str = ""  # a TIMEX3 value that no calendar moment gives, as PAST_REF


def published_when(published: Published) -> When | None:
    """The article's date as far as it is one day, month or year; of an interval, what its ends share."""
    first, slash, last = published.value.partition("/")
    when = _point(first)
    if when is not None and when.year in _NO_YEARS:
        return None
    if not slash:
        return when
    end = _point(last)
    if when is None or end is None or when.year != end.year:
        return None
    return When(year=when.year, month=when.month if when.month == end.month else None)


def _point(value: str) -> When | None:
    value = value.split("T")[0].rstrip("?~%")
    match = _DAY.fullmatch(value)
    if match:
        when = When(year=int(match[1]), month=int(match[2]), day=int(match[3]))
        return when if when.date else None
    match = _MONTH.fullmatch(value)
    if match:
        return When(year=int(match[1]), month=int(match[2]))
    return When(year=int(value)) if _YEAR.fullmatch(value) else None


def anchored(when: When, story: Story, base: When | None, basis: DateBasis = "relative") -> Answer:
    if base is None:
        return Answer(when, basis)
    if base is story.published:
        return Answer(when, basis, story.published_text, "published")
    return Answer(when, basis, base.edtf(), "narrative")
