"""The timeline's overview in, the numbers of its inline SVG out: per cent across, ems down.

Widths in per cent let the picture follow the page, heights in ems the reader's size of letters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import sqrt

from ..dates.edtf import Day as DayTuple
from ..dates.edtf import parse_edtf, to_edtf
from ..timeline import Band, Column, Overview
from .words import Words

BAR_HEIGHT = 48  # of the highest bar
TOP = 18  # room for the count above it
AXIS = TOP + BAR_HEIGHT
LANE = 24
FULL_BAR = 4  # facts a bar of full height stands for, at least
BREAK_WIDTH = 0.5  # of a bar
SPAN_WIDTH = 2.0
LETTER = 7.5  # pixels a letter of a label needs
WIDE, PHONE = 480, 320  # pixels the picture is wide, at least


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
    label: str  # below the axis
    under: str  # second line: the coarser unit, where it changes
    name: str  # read aloud: "16 May 2025"
    href: str
    minor: bool  # the label is left out on a phone


@dataclass(frozen=True, slots=True)
class Graphic:
    """The whole picture and the same as a table."""

    height: int
    axis: int
    bars: tuple[Bar, ...]
    bands: tuple[Bar, ...]
    rows: tuple[tuple[str, str, int], ...]  # name, href, count


def graphic(overview: Overview, words: Words, href: Callable[[str], str]) -> Graphic | None:
    """Draw ``overview``; None when there is nothing worth drawing."""
    drawn = [column for column in overview.columns if column.kind != "break"]
    if sum(column.count > 0 for column in drawn) + len(overview.bands) < 2:
        return None
    places = _places(overview.columns)
    most = max(column.count for column in drawn)
    most = max(most, FULL_BAR)  # a lonely fact is no tower
    labels = _labels(overview, words, places)
    bars = tuple(
        _bar(column, places[at], labels[at], overview.unit, most, words, href)
        for at, column in enumerate(overview.columns)
    )
    bands = tuple(_band(band, places, words, href) for band in overview.bands)
    lanes = max((band.lane for band in overview.bands), default=-1) + 1
    two_lines = any(bar.under for bar in bars)
    base = AXIS + (34 if two_lines else 20)
    shifted = tuple(_shift(band, base) for band in bands)
    if words.right_to_left:
        bars, shifted = tuple(map(_mirrored, bars)), tuple(map(_mirrored, shifted))
    rows = [(bar.name, bar.href, bar.count) for bar in (*bars, *shifted) if bar.count]
    return Graphic(base + lanes * LANE, AXIS, bars, shifted, tuple(rows))


def _places(columns: tuple[Column, ...]) -> list[tuple[float, float]]:
    """Left edge and width of each column in per cent."""
    sizes = [{"break": BREAK_WIDTH, "span": SPAN_WIDTH, "bar": 1.0}[column.kind] for column in columns]
    whole = sum(sizes)
    places, at = [], 0.0
    for size in sizes:
        places.append((100 * at / whole, 100 * size / whole))
        at += size
    return places


def _bar(
    column: Column,
    place: tuple[float, float],
    labels: tuple[str, str, bool],
    unit: str,
    most: int,
    words: Words,
    href: Callable[[str], str],
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
        label=labels[0],
        under=labels[1],
        name=name,
        href=href(column.date) if column.date else "",
        minor=labels[2],
    )


def _band(band: Band, places: list[tuple[float, float]], words: Words, href: Callable[[str], str]) -> Bar:
    left = places[band.first][0]
    right = places[band.last][0] + places[band.last][1]
    name = words.when(band.date)
    return Bar(
        x=_percent(left + 0.3),
        width=_percent(right - left - 0.6),
        middle=_percent((left + right) / 2),
        y=band.lane * LANE,
        height=8,
        count=band.count,
        hatched=True,
        broken=False,
        label=name if _Line(PHONE).letter * (len(name) + 4) < right - left else "",
        under="",
        name=name,
        href=href(band.date),
        minor=False,
    )


def _labels(
    overview: Overview, words: Words, places: list[tuple[float, float]]
) -> list[tuple[str, str, bool]]:
    """What stands below each column: label, the year or month where it changes, and whether a phone has room.

    A label that would touch the one before it is left out; its bar is named all the same.
    """
    wide, phone, under_line = _Line(WIDE), _Line(PHONE), _Line(PHONE)
    found: list[tuple[str, str, bool]] = []
    said_under = ""
    for column, (left, width) in zip(overview.columns, places, strict=True):
        label, under = _label(column, overview.unit, words)
        middle = left + width / 2
        shown = under if under and under != said_under and under_line.takes(middle, under) else ""
        said_under = shown or said_under
        if label and wide.takes(middle, label):
            found.append((label, shown, not phone.takes(middle, label)))
        else:
            found.append(("", shown, False))
    return found


class _Line:
    """A line of labels on a picture of so many pixels: takes one when it touches none before it."""

    def __init__(self, pixels: int) -> None:
        self.letter = 100 * LETTER / pixels
        self.reached = -100.0

    def takes(self, middle: float, text: str) -> bool:
        half = len(text) * self.letter / 2
        if middle - half < self.reached + self.letter:
            return False
        self.reached = middle + half
        return True


def _label(column: Column, unit: str, words: Words) -> tuple[str, str]:
    if column.kind == "break":
        return "", ""
    year = words.when(to_edtf(column.start[0]))
    if column.kind == "span":
        if parse_edtf(column.date).precision in ("year", "decade", "century"):
            return words.when(column.date), ""
        if column.start[0] != column.end[0] or unit not in ("day", "month"):
            return year, ""
        months = dict.fromkeys(words.skeleton("LLL", day) for day in (column.start, column.end))
        return "–".join(months), year
    if unit == "day":
        return words.skeleton("d", column.start), words.skeleton("MMM", column.start) + f" {year}"
    if unit == "month":
        return words.skeleton("MMM", column.start), year
    return year, ""


def column_name(start: DayTuple, end: DayTuple, unit: str, words: Words) -> str:
    """A bin's name in full."""
    if unit == "day":
        return words.when(to_edtf(*start))
    if unit == "month":
        return words.when(to_edtf(start[0], start[1]))
    if unit == "year":
        return words.when(to_edtf(start[0]))
    return words.when(f"{to_edtf(start[0])}/{to_edtf(end[0])}")


def _shift(bar: Bar, down: float) -> Bar:
    return replace(bar, y=bar.y + down)


def _mirrored(bar: Bar) -> Bar:
    x, width, middle = (float(value.rstrip("%")) for value in (bar.x, bar.width, bar.middle))
    return replace(bar, x=_percent(100 - x - width), middle=_percent(100 - middle))


def _percent(value: float) -> str:
    return f"{value:.2f}%"
