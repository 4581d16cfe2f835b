"""A text of figures as far as it is read in; the quarter that "a year ago" and "the latest period" mean there, out.

A report of results names its quarter once; from then on "a year ago" beside a figure is the same quarter of
the year before, and "the quarter" the one reported, not the one that is running.
"""

from dataclasses import replace

from ..language import united
from .find import Found
from .lexicon import beside, english
from .reading import Reading
from .story import Story
from .tense import direction
from .tokens import Tokens
from .verbs import FUTURE, PAST
from .when import When, add_months

_REACH = 8  # sentences in which a quarter goes on being the one reported
_PERIODS = ("period", "quarter")
_BREAKS = (",", ";", "and", "but", "which", "that")
_FIGURES_REACH = 14  # tokens
_LONGER = ("P6M", "P9M")  # "in the nine months, net rose to $5 million, from $4 million last year"
_OTHER_PERIODS = ("duration-modified", "fiscal-year", "half-year")
_NEAR = 4  # tokens
_LATE = 4  # quarters or months: an older one is history, not the one reported


def note_period(story: Story, found: Found, reading: Reading, when: When, role: str) -> None:
    """Remember which quarter the figures are of, and forget it where they turn to another period."""
    other = reading.rule in _OTHER_PERIODS or reading.literal in _LONGER
    if other and not reading.literal.endswith("Q"):
        story.reported = None
    if _is_month_of_figures(story, found, when, role):
        story.reported, story.reported_sentence = when.only("month"), found.sentence
    own = bool(reading.when.quarter) or (reading.unit == "Q" and found.tokens.tags[reading.first] != "t")
    if not (when.quarter and when.year and own) or role == "comparison" or _compared(found.tokens, reading):
        return
    if when == _year_before(story.reported):
        return  # what the reported one is held against
    old = reading.unit == "Y" and not _lies_before(story, when)  # "earned $9 in the third quarter last year"
    told = direction(found.tokens, reading.first, reading.last)
    if (told == PAST and not old) or _lies_before(story, when):
        story.reported, story.reported_sentence = When(year=when.year, quarter=when.quarter), found.sentence


def _is_month_of_figures(story: Story, found: Found, when: When, role: str) -> bool:
    """``Prices rose 0.3 percent in June``: the month that the figures are of, of the last ones before the article."""
    told, now = story.reported, story.published
    if not when.month or when.day or role == "comparison" or now is None or (told and told.quarter):
        return False
    back = 12 * ((now.year or 0) - (when.year or 0)) + (now.month or 0) - when.month
    earlier = told is not None and (when.year or 0, when.month) < (told.year or 0, told.month or 0)
    figures = not united(beside.sum, beside.rose, beside.uncounted).isdisjoint(found.tokens.lows)
    return 0 <= back <= _LATE and not earlier and figures


def _lies_before(story: Story, when: When) -> bool:
    """Whether a quarter is over by the article's day, and not for long."""
    now = story.published
    if now is None or now.year is None or now.month is None:
        return False
    passed = 4 * (now.year - (when.year or 0)) + (now.month + 2) // 3 - (when.quarter or 0)
    return 1 <= passed <= _LATE


def reported_quarter(story: Story, found: Found, reading: Reading) -> When | None:
    """The quarter that a relative time means in a report of results, or ``None`` outside one."""
    if reading.named == "ended":
        return _quarter_ended(story, found, reading)
    told = story.reported
    if reading.named == "of-year":  # "the 1988 quarter": the one reported, of that year
        return When(reading.when.year, quarter=told.quarter) if told and told.quarter else None
    if told is None or story.narrative or found.sentence - story.reported_sentence > _REACH:
        return _year_before_last(story, found, reading)
    if reading.count == 0 and reading.rule in ("narrative-unit", "relative-unit"):
        return _the_one_told(story, found, reading, told)
    if told.month and (reading.unit, reading.count, reading.base) == ("M", -1, "then"):
        return add_months(told, -1)  # "up from the previous month"
    if (reading.unit, reading.count) != ("Y", -1) or reading.when != When():
        return None
    before = _year_before(told)
    if reading.rule == "period-earlier" or found.tokens.tags[reading.last - 2] == "-":
        return before  # "the year-ago quarter", "the year-earlier results"
    figures = not beside.sum.isdisjoint(found.tokens.lows)
    worded = reading.rule.startswith("offset") or _compared(found.tokens, reading)
    return before if figures and worded else None


def _the_one_told(story: Story, found: Found, reading: Reading, told: When) -> When | None:
    """``the quarter``; ``the year`` beside its last quarter: the one whose figures are told."""
    if reading.unit == "Y" and told.quarter == 4 and reading.rule == "narrative-unit":
        ahead = direction(found.tokens, reading.first, reading.last) == FUTURE
        return None if ahead else told.only("year")  # "net income for the year", told in February
    if reading.unit == "M" and told.month and reading.rule == "narrative-unit":
        return told  # "prices rose by 1.1 percent in the month"
    if reading.unit != "Q" or not told.quarter:
        return None
    named = story.then() if found.tokens.tags[reading.first] == "t" else None  # the one named last
    return named if named is not None and named.quarter else told


def _year_before_last(story: Story, found: Found, reading: Reading) -> When | None:
    """``earned 80 cents in 1991, compared with 70 cents last year``, told in February."""
    last, now = story.last, story.published
    if story.narrative or now is None or story.last_sentence != found.sentence:
        return None
    counted = (reading.unit, reading.count, reading.when) == ("Y", -1, When())
    told = counted and last == When(year=(now.year or 0) - 1) and _compared(found.tokens, reading)
    return When((now.year or 0) - 2) if told and not beside.sum.isdisjoint(found.tokens.lows) else None


def quarter_of_year(story: Story, found: Found, reading: Reading) -> When | None:
    """``in the same period of 1996``, ``in the 1996 period``: the reported quarter of that year."""
    at, told, tokens = reading.last - 1, story.reported, found.tokens
    if reading.rule != "year" or told is None or found.sentence - story.reported_sentence > _REACH:
        return None
    like = tokens.low(at - 2) in _PERIODS and tokens.low(at - 3) in beside.alike
    like = like and tokens.tag(at - 1) in "fi"
    behind = tokens.low(reading.last) == "period" and tokens.tag(at - 1) in "ht"
    same = (like or behind) and (told.quarter or told.month)
    return replace(told, year=reading.when.year) if same else None


def _year_before(told: When | None) -> When | None:
    """The same quarter of the year before."""
    return told and replace(told, year=(told.year or 0) - 1)


def _compared(tokens: Tokens, reading: Reading) -> bool:
    """``from $1.5 billion last year``, ``than last year's``: what a figure is held against."""
    if tokens.low(reading.first - 1) in _PERIODS or tokens.low(reading.last + 1) in _PERIODS:
        return True  # "the like period last year", "last year's quarter"
    for at in range(reading.first - 1, max(-1, reading.first - 1 - _FIGURES_REACH), -1):
        low = tokens.lows[at]
        if low in beside.held_against or (low in english.to and tokens.lows[at - 1].startswith("compare")):
            return True
        if low in _BREAKS and not _is_figure(tokens, at - 1):
            return False
    return False


def _is_figure(tokens: Tokens, at: int) -> bool:
    """Whether a token may stand in "$207 million, or 90 cents a share"."""
    low = tokens.low(at)
    return tokens.tag(at) in "DNnYa)" or low in beside.sum or low in beside.figure_part


def _quarter_ended(story: Story, found: Found, reading: Reading) -> When | None:
    """``the quarter ended Sept. 30``: the quarter of the month that is named."""
    after = next((one for one in found.readings if one.first >= reading.last), None)
    now = story.published
    if after is None or after.first - reading.last > _NEAR or not after.when.month:
        return None
    year = after.when.year
    if year is None and now is not None and now.year is not None:
        year = now.year - (after.when.month > (now.month or 12))
    return None if year is None else When(year=year, quarter=(after.when.month + 2) // 3)
