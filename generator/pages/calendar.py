"""A period in, its calendar and what leads in it out: each day with facts is a link, the darker the more there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil, sqrt

from markupsafe import Markup

from ..edtf import Day as DayTuple
from ..edtf import from_ordinal, is_exact_day, ordinal, parse_edtf
from ..model import Fact
from ..timeline import Day, Period
from .in_short import MOST_LEADS, key_days_of, short_list
from .links import Links, period_uri
from .renderer import Renderer
from .when import FIRST_GREGORIAN_YEAR

FEWEST_DAYS = 4  # of a calendar: fewer are read faster below it
SHADES = 4
_A_MONDAY = ordinal((2000, 1, 3))


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a month; ``column`` from 1 for the first of them, 0 for those that follow."""

    number: str
    column: int
    href: str = ""
    name: str = ""
    shade: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar and where it has a page of its own."""

    name: str
    href: str
    cells: tuple[Cell, ...]


def opening(renderer: Renderer, period: Period, links: Links) -> Markup:
    """What a period too full for one page, or a month, shows before its facts."""
    if period.level == "undated":
        return Markup()
    days = tuple(days_within(renderer, period))
    facts = tuple(fact for day in days for fact in day.facts)
    leads = _leads(facts) if period.children else ()
    short = short_list(renderer, leads, links, renderer.words.gettext("What matters most")) if leads else ""
    if not short and (period.children or period.level == "year"):
        short = key_days_of(renderer, facts, links)
    parts = [short, calendar(renderer, period, days, links)]
    return Markup("\n\n").join(part for part in parts if part)


def days_within(renderer: Renderer, period: Period) -> Iterator[Day]:
    """The days of the timeline that lie in the period, oldest first."""
    if period.level == "undated":
        return
    whole = parse_edtf(period.key)
    if whole.earliest and whole.latest:
        starts, days = renderer.starts
        yield from days[bisect_left(starts, whole.earliest) : bisect_right(starts, whole.latest)]


def _leads(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Those that a person chose, in their order."""
    return tuple(fact for fact in facts if fact.lead and fact.status != "disputed")[:MOST_LEADS]


def calendar(renderer: Renderer, period: Period, days: tuple[Day, ...], links: Links) -> Markup:
    """The months of a year, or one month, with the days that have facts."""
    exact = [day for day in days if is_exact_day(day.date)]
    year = parse_edtf(period.key).earliest
    wanted = period.level == "month" or (period.level == "year" and bool(period.children))
    if not wanted or len(exact) < FEWEST_DAYS or year is None or year[0] < FIRST_GREGORIAN_YEAR:
        return Markup()
    most = max(len(day.facts) for day in exact)
    pages = renderer.period_keys
    months = []
    for key, group in groupby(exact, key=lambda day: day.date[:7]):
        start = parse_edtf(key).earliest
        assert start is not None
        own = period.level == "month"
        months.append(
            Month(
                "" if own else renderer.words.skeleton("LLLL", start),
                links.to(period_uri(key)) if key in pages and not own else "",
                tuple(_cells(renderer, start, {day.date: day for day in group}, most, links)),
            )
        )
    first = renderer.words.locale.first_week_day
    week = [renderer.words.skeleton("ccccc", from_ordinal(_A_MONDAY + first + at)) for at in range(7)]
    return renderer.html("calendar.html", links, months=months, week=week)


def _cells(
    renderer: Renderer, start: DayTuple, days: dict[str, Day], most: int, links: Links
) -> Iterator[Cell]:
    words = renderer.words
    weekday = (ordinal(start) - _A_MONDAY - words.locale.first_week_day) % 7
    at = start
    while at[1] == start[1]:
        column = weekday + 1 if at[2] == 1 else 0
        date = f"{at[0]:04d}-{at[1]:02d}-{at[2]:02d}"
        if day := days.get(date):
            count = len(day.facts)
            told = words.ngettext("%(num)s fact", "%(num)s facts", count) % {"num": words.number(count)}
            shade = ceil(SHADES * sqrt(count / most))
            href = renderer.viewer.day_href(date, links)
            yield Cell(str(at[2]), column, href, f"{words.when(date)}: {told}", shade)
        else:
            yield Cell(str(at[2]), column)
        at = from_ordinal(ordinal(at) + 1)
