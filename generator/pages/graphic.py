"""The timeline's overview in, the numbers of its inline SVG out: per cent across, ems down.

Widths in per cent let the picture follow the page, heights in ems the reader's size of letters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import sqrt

from ..edtf import Day as DayTuple
from ..edtf import is_far, to_edtf
from ..timeline import Band, Column, Overview
from .graphic_labels import Label, Slot, axis_labels, band_labels, count_labels
from .words import Words

TOP = 15  # room for the count above the highest bar
BAR_HEIGHT = 40  # of the highest bar
AXIS = TOP + BAR_HEIGHT
LABEL_LINES = (0, 19, 33)  # below the axis: without labels, with one line of them, with two
LANE = 18  # of a band and the words on it
FULL_BAR = 4  # facts a bar of full height stands for, at least
BREAK_WIDTH = 0.5  # of a bar
SPAN_WIDTH = 2.0
FEWEST = 6.0  # bars the width is made for: three facts are no three towers


@dataclass(frozen=True, slots=True)
class Bar:
    """A column as drawn; a break when ``count`` is 0 and ``broken``, an empty bin when neither."""

    x: str
    width: str
    middle: str
    y: float
    height: float
    count: int
    hatched: bool
    broken: bool
    name: str  # read aloud: "16 May 2025"
    href: str
    labels: tuple[Label, ...] = ()  # the count above it; on a band, its name


@dataclass(frozen=True, slots=True)
class Graphic:
    """The whole picture and the same as a table."""

    height: int
    axis: int
    left: str  # where the axis begins and ends
    right: str
    bars: tuple[Bar, ...]
    bands: tuple[Bar, ...]
    labels: tuple[Label, ...]  # below the axis
    rows: tuple[tuple[str, str, int], ...]  # name, href, count


def graphic(overview: Overview, words: Words, href: Callable[[Column | Band], str]) -> Graphic | None:
    """Draw ``overview``; None when there is nothing worth drawing."""
    drawn = [column for column in overview.columns if column.kind != "break"]
    if max(sum(column.count > 0 for column in drawn), len(overview.bands)) < 2:
        return None
    places = column_places(overview.columns)
    most = max(max(column.count for column in drawn), FULL_BAR)  # a lonely fact is no tower
    bars = [
        _bar(column, place, overview.unit, most, words, href)
        for column, place in zip(overview.columns, places, strict=True)
    ]
    slots = [
        Slot(*place, column.count, AXIS - bar.y)
        for column, place, bar in zip(overview.columns, places, bars, strict=True)
    ]
    bars = [
        replace(bar, labels=found) for bar, found in zip(bars, count_labels(slots, AXIS, words), strict=True)
    ]
    labels = axis_labels(overview, slots, AXIS, words)
    base = AXIS + LABEL_LINES[max((label.line for label in labels), default=0)]
    bands = _bands(overview, places, base, words, href)
    lanes = max((band.lane for band in overview.bands), default=-1) + 1
    rows = tuple((bar.name, bar.href, bar.count) for bar in (*bars, *bands) if bar.count)
    left, right = "0%", _percent(places[-1][0] + places[-1][1])
    if words.right_to_left:
        bars, bands = [_mirrored(bar) for bar in bars], [_mirrored(band) for band in bands]
        labels = tuple(label.mirrored() for label in labels)
        left, right = _flipped(right), "100%"
    return Graphic(base + lanes * LANE, AXIS, left, right, tuple(bars), tuple(bands), labels, rows)


def column_places(columns: tuple[Column, ...]) -> list[tuple[float, float]]:
    """Left edge and width of each column in per cent."""
    sizes = [{"break": BREAK_WIDTH, "span": SPAN_WIDTH, "bar": 1.0}[column.kind] for column in columns]
    whole = max(sum(sizes), FEWEST)
    places, at = [], 0.0
    for size in sizes:
        places.append((100 * at / whole, 100 * size / whole))
        at += size
    return places


def _bar(
    column: Column,
    place: tuple[float, float],
    unit: str,
    most: int,
    words: Words,
    href: Callable[[Column | Band], str],
) -> Bar:
    left, width = place
    height = round(max(4.0, BAR_HEIGHT * sqrt(column.count / most)), 1) if column.count else 0.0
    room = min(width * 0.12, 0.8)
    name = "" if column.kind == "break" else column_name(column.start, column.end, unit, words)
    if column.kind == "span":
        name = words.when(column.date)
    return Bar(
        x=_percent(left + room),
        width=_percent(width - 2 * room),
        middle=_percent(left + width / 2),
        y=AXIS - height,
        height=height,
        count=column.count,
        hatched=column.kind == "span",
        broken=column.kind == "break",
        name=name,
        href=href(column) if column.date else "",
    )


def _bands(
    overview: Overview,
    places: list[tuple[float, float]],
    base: float,
    words: Words,
    href: Callable[[Column | Band], str],
) -> list[Bar]:
    """Spans that run over bars, each in its lane below them with its name on it."""
    ends = [(places[band.first][0], places[band.last][0] + places[band.last][1]) for band in overview.bands]
    names = [_band_name(band, words) for band in overview.bands]
    labels = band_labels(overview.bands, names, ends, lambda lane: base + lane * LANE, words)
    return [
        Bar(
            x=_percent(left + 0.3),
            width=_percent(right - left - 0.6),
            middle=_percent((left + right) / 2),
            y=base + band.lane * LANE + 3,
            height=11,
            count=band.count,
            hatched=True,
            broken=False,
            name=name,
            href=href(band),
            labels=found,
        )
        for band, name, (left, right), found in zip(overview.bands, names, ends, labels, strict=True)
    ]


def _band_name(band: Band, words: Words) -> str:
    """The date of a band; of several spans put together, the months or years they lie in."""
    if not band.several:
        return words.when(band.date)
    first, last = (
        _edtf(year, month) if band.start[0] == band.end[0] else to_edtf(year)
        for year, month, _day in (band.start, band.end)
    )
    return words.when(first if first == last else f"{first}/{last}")


def column_name(start: DayTuple, end: DayTuple, unit: str, words: Words) -> str:
    """A bin's name in full."""
    if unit == "day":
        return words.when(_edtf(*start))
    if unit == "month":
        return words.when(_edtf(start[0], start[1]))
    if unit == "year":
        return words.when(to_edtf(start[0]))
    return words.when(f"{to_edtf(start[0])}/{to_edtf(end[0])}")


def _edtf(year: int, *rest: int) -> str:
    """A day or month; of a year so far away that it has none, the year."""
    return to_edtf(year) if is_far(year) else to_edtf(year, *rest)


def _mirrored(bar: Bar) -> Bar:
    x, width = (float(value.rstrip("%")) for value in (bar.x, bar.width))
    return replace(
        bar,
        x=_percent(100 - x - width),
        middle=_flipped(bar.middle),
        labels=tuple(label.mirrored() for label in bar.labels),
    )


def _flipped(value: str) -> str:
    return _percent(100 - float(value.rstrip("%")))


def _percent(value: float) -> str:
    return f"{value:.2f}%"
