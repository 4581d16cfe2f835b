"""Readings and the article's own date in; resolved dates with EDTF, TIMEX3 value, basis and anchor out."""

import datetime
from collections.abc import Sequence
from functools import lru_cache

from ..edtf import is_edtf
from ..model import DateBasis, Published, ResolvedDate
from ..values import replace
from .documents import quoted_document
from .find import Found
from .narrative import is_narrative
from .near_years import is_heading
from .numeric import read_on
from .reading import Reading
from .reported_quarter import note_period, quarter_of_year
from .resolve_partial import resolve_named, resolve_partial, resolve_weekday
from .resolve_relative import lies_ahead, resolve_relative
from .roles import role_of
from .story import Answer, Story, anchored, published_when
from .tense import direction, tells
from .verbs import FUTURE, PAST
from .when import When, day_of, from_day, shift, shift_exactly

_TOLD_ONLY = ("reference-adjective", "same-time")  # worth finding where history is told, noise in news
_RANGE = ("v", "c", "-", "vh", "ch")
_OF_A_COUNTRY = (
    When(month=7, day=4),
    "thanksgiving",
    "labor-day",
    "memorial-day",
    "mothers-day",
    "fathers-day",
)
_AHEAD = 12  # tokens between an hour and the day it belongs to


def resolve(founds: Sequence[Found], *, published: Published) -> tuple[ResolvedDate, ...]:
    """Every reading resolved, in the order of the text."""
    anchor = published_when(published)
    narrative = is_narrative(founds, anchor)
    story = Story(anchor, published.day, published.basis == "inferred", narrative)
    result: list[ResolvedDate] = []
    for found in founds:
        story.sentence = found.sentence
        if is_heading(found):
            story.heading = found.readings[0].when
        for index, reading in enumerate(found.readings):
            if reading.rule in _TOLD_ONLY and not narrative:
                continue
            result.append(_resolved(story, found, index, reading))
    return tuple(result)


def _resolved(story: Story, found: Found, index: int, reading: Reading) -> ResolvedDate:
    tokens = found.tokens
    if reading.ambiguous:
        reading = _unambiguous(story, found, reading)
    answer = _reached(story, found, index, reading)
    timex = reading.literal or answer.literal or answer.when.timex()
    literal = reading.base == "literal" or reading.ambiguous or bool(answer.literal)
    edtf = "" if literal else answer.when.edtf("" if reading.type == "TIME" else reading.mod)
    if edtf and not _in_calendar(edtf):
        edtf, timex, literal = "", f"{timex[:4]}-XX-XX", True
    role = role_of(tokens, reading, found.readings, index)
    if not literal and answer.when.dated:
        story.note(answer.when, reading, found, role)
    note_period(story, found, reading, answer.when, role)
    basis: DateBasis = answer.basis
    if story.inferred and answer.anchor_basis == "published":
        basis = "inferred"
    return ResolvedDate(
        start=reading.start, end=reading.end, words=tokens.text[reading.start : reading.end],
        type=reading.type, rule=reading.rule, edtf=edtf, timex=timex, basis=basis,
        anchor=answer.anchor, anchor_basis=answer.anchor_basis, mod=reading.mod,
        role=role,
    )  # fmt: skip


def _reached(story: Story, found: Found, index: int, reading: Reading) -> Answer:
    """What the words mean; nothing where counting from the anchor leaves the years that calendars have."""
    try:
        return _in_document(story, found, index, reading) or _answer(story, found, index, reading)
    except (OverflowError, ValueError):
        return Answer(When(), "relative")


@lru_cache(maxsize=4096)  # an article names the same days again and again
def _in_calendar(edtf: str) -> bool:
    """Whether a calendar has such a day: no 29 February of 2023 leaves this stage."""
    return is_edtf(edtf)


def _in_document(story: Story, found: Found, index: int, reading: Reading) -> Answer | None:
    """What a quoted document of known day says is counted from that day, not from the article's."""
    day = quoted_document(found, index)
    if day is None:
        return None
    told = replace(story, published=day, published_text=day.edtf(""), inferred=False, narrative=False)
    answer = _answer(told, found, index, reading)
    return replace(answer, anchor_basis="document") if answer.anchor_basis == "published" else answer


def _unambiguous(story: Story, found: Found, reading: Reading) -> Reading:
    """05/06/2024 in an article of 6 May 2024 is that day."""
    words = found.tokens.lows[reading.last - 1]
    when = read_on(words, story.published_text) if story.published is not None else None
    return replace(reading, when=when, ambiguous=False) if when is not None else reading


def _answer(story: Story, found: Found, index: int, reading: Reading) -> Answer:
    answer = _unmoved(story, found, index, reading)
    count, unit = reading.moved
    if not unit:
        return _holiday_weekend(answer) if reading.base == "absolute" and reading.unit == "WE" else answer
    if unit == "Y" and answer.when.day is None and (answer.when.month or answer.when.quarter):
        moved = replace(answer.when, year=(answer.when.year or 0) + count)
        return replace(answer, when=moved, basis="relative")
    if unit.startswith("OD"):
        return replace(answer, when=_day_within(story, found, reading, answer.when))
    exactly = reading.exactly or unit.startswith("WD")
    when = shift_exactly(answer.when, count, unit) if exactly else shift(answer.when, count, unit)
    return Answer(When(), "relative") if when is None else replace(answer, when=when, basis="relative")


def _day_within(story: Story, found: Found, reading: Reading, whole: When) -> When:
    """The day that is counted in ``whole``, which is over where "the month" is told of as past; else ``whole`` itself."""
    count, weekday = reading.moved[0], reading.moved[1][2:]
    when = day_of(whole, count, int(weekday) if weekday else None)
    now = story.published
    ahead = when is not None and now is not None and when.date and now.date and when.date > now.date
    running = reading.base == "auto" and not reading.count
    if ahead and running and direction(found.tokens, reading.first, reading.last) == PAST:
        before = shift(whole, -1, reading.unit)
        when = day_of(before, count, int(weekday) if weekday else None) if before else None
    return when or whole


def _holiday_weekend(answer: Answer) -> Answer:
    """The weekend of a feast: a Monday's is the one before it."""
    day = answer.when.date
    if day is None:
        return answer
    first = from_day(day - datetime.timedelta(days=day.weekday() == 0))
    return replace(answer, when=replace(first, weekend=True))


def _unmoved(story: Story, found: Found, index: int, reading: Reading) -> Answer:
    if reading.base == "literal":
        return Answer(reading.when, "stated")
    if reading.base == "absolute":
        if reading.rule == "named-day" and (beside := _day_of_feast(story, found, index)):
            return beside
        if reading.named:
            return resolve_named(story, found, reading)
        if reading.when.dated:
            return Answer(quarter_of_year(story, found, reading) or reading.when, "stated")
        if reading.when.weekday is not None:
            return resolve_weekday(story, found, index)
        if reading.when.month or reading.when.season or reading.when.quarter or reading.when.half:
            return resolve_partial(story, found, index)
        return _time_of_day(story, found, index, reading)
    return resolve_relative(story, found, reading)


def _day_of_feast(story: Story, found: Found, index: int) -> Answer | None:
    """``Independence Day on Thursday``: the day named beside a feast that each country keeps on one of its own."""
    feast = found.readings[index]
    if feast.when.year or (feast.named or feast.when) not in _OF_A_COUNTRY:
        return None
    for other, gaps in ((index + 1, ("u", ",")), (index - 1, (",",))):
        near = found.readings[other] if 0 <= other < len(found.readings) else feast
        left, right = sorted((feast, near), key=lambda one: one.first)
        if found.tokens.tags[left.last : right.first] in gaps and near.rule in (
            "weekday",
            "month-day",
            "day-month",
        ):
            return _answer(story, found, other, near)
    return None


def _day_ahead(story: Story, found: Found, index: int) -> Answer | None:
    """The day that follows an hour in its sentence: "at 8 p.m. local time on Friday"."""
    if index + 1 >= len(found.readings):
        return None
    reading, after = found.readings[index : index + 2]
    between = found.tokens.tags[reading.last : after.first].lstrip(")")
    local = between == "xx(" and found.tokens.low(reading.last + 1) == "time"  # "03:15 local time (0115 GMT)"
    if (between == "(" or local) and after.when.clock and found.tokens.tag(after.last) == ")":
        return _day_ahead(story, found, index + 1)  # "11:00 am (0900 GMT) on Sunday"
    if reading.when.clock and after.when.clock and between in _RANGE:
        return _other_hour(story, found, index)
    if not _leads(found, between, reading.last, after.first):
        return None
    answer = _answer(story, found, index + 1, after)
    when = answer.when
    whole = when.date is not None and not (when.clock or when.part or when.week or when.weekend)
    return answer if whole else None


def _other_hour(story: Story, found: Found, index: int) -> Answer | None:
    """The day of "from 9 a.m. to 5 p.m. Friday"; of "from 10 p.m. to 6 a.m. Friday" the night begins a day before."""
    reading, after = found.readings[index : index + 2]
    named = after.when.dated or after.when.month or after.when.weekday is not None
    answer = _answer(story, found, index + 1, after) if named else None
    answer = answer or _day_ahead(story, found, index + 1)
    if answer is None or answer.when.date is None:
        return None
    day = answer.when.date - datetime.timedelta(days=(reading.when.clock or "") > (after.when.clock or ""))
    return replace(answer, when=from_day(day))


def _leads(found: Found, between: str, last: int, first: int) -> bool:
    """Whether the words between an hour and a day join them: "on", "local time", "in the old hall on", "del"."""
    tokens = found.tokens
    if between == "" and tokens.tag(last) == ")":
        return True
    if len(between) > _AHEAD or "," in between or tells(tokens, last, first):
        return False
    if tokens.lang != "en" and between.strip("ufhib") == "":
        return True
    return between.endswith("u") or (between.strip("x") == "" and tokens.low(first - 1) == "time")


def _time_of_day(story: Story, found: Found, index: int, reading: Reading) -> Answer:
    """An hour or part of the day: of the day named beside it, else last told of, else the article's."""
    ahead = _day_ahead(story, found, index)
    if ahead is not None:
        return replace(ahead, when=ahead.when.at(reading.when))
    as_of = (found.tokens.low(reading.first - 2), found.tokens.low(reading.first - 1)) == ("as", "of")
    base = story.published if as_of and not story.narrative else story.day()
    if base is not story.published and not story.narrative and lies_ahead(story, found, reading):
        base = story.published
    plan = story.plan() if base is story.published else None
    if plan and direction(found.tokens, reading.first, reading.last) == FUTURE:
        base = plan
    if base is None or base.day is None:
        return Answer(reading.when, "relative")
    return anchored(base.only("day").at(reading.when), story, base, "relative")
