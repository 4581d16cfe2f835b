"""Ordered facts in, the overview's columns and bands out: at most some thirty, days to centuries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..edtf import Day as DayTuple
from ..edtf import Edtf, from_ordinal, ordinal, parse_edtf
from ..model import Fact
from .values import Band, Column, Overview

MOST_COLUMNS = 30
SHOWN_EMPTY = 3  # so many empty bins in a row are drawn, more become a break in the axis
POINTS_SHARE = 0.6  # of the facts must fit a bar, or the unit is too fine for them
MOST_LANES = 2  # more would push the facts off a phone's first screen


@dataclass(frozen=True, slots=True)
class Unit:
    """What a bar stands for: the number of the bin a day lies in, and the days a bin runs over."""

    name: str
    index: Callable[[DayTuple], int]
    bounds: Callable[[int], tuple[DayTuple, DayTuple]]


def _day_bounds(number: int) -> tuple[DayTuple, DayTuple]:
    day = from_ordinal(number)
    return day, day


def _month_bounds(number: int) -> tuple[DayTuple, DayTuple]:
    year, month = divmod(number, 12)
    following = (year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return (year, month + 1, 1), from_ordinal(ordinal(following) - 1)


def _years(name: str, size: int) -> Unit:
    """Bins as people count them: 400 to 301 BC is one century, 1800 to 1899 another; year 0 is 1 BC."""

    def index(day: DayTuple) -> int:
        return day[0] // size if day[0] > 0 or size == 1 else (day[0] - 1) // size

    def bounds(number: int) -> tuple[DayTuple, DayTuple]:
        if size == 1:
            return (number, 1, 1), (number, 12, 31)
        shift = number < 0
        first = max(number * size, 1) if number == 0 else number * size + shift
        return (first, 1, 1), (number * size + size - 1 + shift, 12, 31)

    return Unit(name, index, bounds)


UNITS = (
    Unit("day", ordinal, _day_bounds),
    Unit("month", lambda day: day[0] * 12 + day[1] - 1, _month_bounds),
    _years("year", 1),
    _years("5 years", 5),
    _years("decade", 10),
    _years("25 years", 25),
    _years("century", 100),
    _years("500 years", 500),
    _years("5000 years", 5000),
    _years("50000 years", 50000),
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date on the timeline and how many facts have it; open ends are closed at the known one."""

    date: str
    start: DayTuple
    end: DayTuple
    count: int


def overview(facts: Sequence[Fact], most: int = MOST_COLUMNS) -> Overview:
    """The finest unit whose columns, at most ``most``, fit and that most facts are exact enough for."""
    dates = _dates(facts)
    if not dates:
        return Overview("day", (), ())
    total = sum(dated.count for dated in dates)
    fallback: Overview | None = None
    for unit in UNITS:
        points = [d for d in dates if unit.index(d.start) == unit.index(d.end)]
        spans = [d for d in dates if unit.index(d.start) != unit.index(d.end)]
        if len({unit.index(dated.start) for dated in points}) > most:
            continue
        columns = _columns(unit, points, spans)
        if len(columns) > most:
            continue
        drawn = Overview(unit.name, columns, _bands(columns, spans))
        if sum(d.count for d in points) >= POINTS_SHARE * total:
            return drawn
        fallback = fallback or drawn
    return fallback or Overview("day", (), ())


def _dates(facts: Sequence[Fact]) -> list[_Dated]:
    counts: dict[str, int] = {}
    for fact in facts:
        if fact.date:
            counts[fact.date] = counts.get(fact.date, 0) + 1
    return [_dated(parse_edtf(date), count) for date, count in counts.items()]


def _dated(edtf: Edtf, count: int) -> _Dated:
    start, end = edtf.earliest or edtf.latest, edtf.latest or edtf.earliest
    assert start is not None and end is not None
    return _Dated(str(edtf), start, end, count)


def _columns(unit: Unit, points: Sequence[_Dated], spans: Sequence[_Dated]) -> tuple[Column, ...]:
    """Bars, short empty stretches, breaks, and the spans that no bar or stretch touches."""
    bins: dict[int, list[_Dated]] = {}
    for dated in points:
        bins.setdefault(unit.index(dated.start), []).append(dated)
    slots: list[Column] = []
    previous: int | None = None
    for number in sorted(bins):
        empty = range(number if previous is None else previous + 1, number)
        if 0 < len(empty) <= SHOWN_EMPTY:
            slots += [_empty(unit, between) for between in empty]
        slots.append(_bar(unit, number, bins[number]))
        previous = number
    return _with_breaks(unit, slots, spans)


def _bar(unit: Unit, number: int, dates: Sequence[_Dated]) -> Column:
    start, end = unit.bounds(number)
    first = min(dates, key=lambda dated: dated.start)
    return Column("bar", start, end, sum(dated.count for dated in dates), first.date)


def _empty(unit: Unit, number: int) -> Column:
    start, end = unit.bounds(number)
    return Column("bar", start, end)


def _with_breaks(unit: Unit, bars: Sequence[Column], spans: Sequence[_Dated]) -> tuple[Column, ...]:
    lonely = [
        Column("span", span.start, span.end, span.count, span.date)
        for span in _together(spans)
        if not any(_touch(span, bar) for bar in bars)
    ]
    columns: list[Column] = []
    for column in sorted([*bars, *lonely], key=lambda column: (column.start, column.end)):
        if columns and unit.index(column.start) > unit.index(columns[-1].end) + 1:
            columns.append(Column("break", columns[-1].end, column.start))
        columns.append(column)
    return tuple(columns)


def _touch(span: _Dated, column: Column) -> bool:
    return column.kind != "break" and span.start <= column.end and column.start <= span.end


def _together(spans: Sequence[_Dated]) -> list[_Dated]:
    """Spans with the same bounds as one."""
    found: dict[tuple[DayTuple, DayTuple], _Dated] = {}
    for span in spans:
        known = found.get((span.start, span.end))
        count = span.count + (known.count if known else 0)
        found[span.start, span.end] = _Dated(known.date if known else span.date, span.start, span.end, count)
    return list(found.values())


def _bands(columns: Sequence[Column], spans: Sequence[_Dated]) -> tuple[Band, ...]:
    """Spans drawn below the bars they run over, in as few lanes as they need; what is over is put together."""
    bands: list[Band] = []
    reached = [-1] * MOST_LANES
    for span in _together(spans):
        over = [at for at, column in enumerate(columns) if column.kind == "bar" and _touch(span, column)]
        if not over:
            continue
        first, last = over[0], over[-1]
        lane = next((at for at, end in enumerate(reached) if end < first), -1)
        if lane >= 0:
            bands.append(Band(first, last, lane, span.count, span.date, span.start, span.end))
            reached[lane] = last
            continue
        at = next(at for at in range(len(bands) - 1, -1, -1) if bands[at].lane == MOST_LANES - 1)
        bands[at] = _widened(bands[at], first, last, span)
        reached[MOST_LANES - 1] = bands[at].last
    return tuple(bands)


def _widened(band: Band, first: int, last: int, span: _Dated) -> Band:
    return Band(
        min(band.first, first),
        max(band.last, last),
        band.lane,
        band.count + span.count,
        band.date,
        min(band.start, span.start),
        max(band.end, span.end),
        several=True,
    )
