"""The overview's columns in, where words fit beside its bars out: none touches another, at any of three widths.

A picture made once is read on a screen, on a phone, and on a phone with letters twice as large. A label is placed
for each of these widths; where it has no room it is not shown, and its bar is named all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..edtf import parse_edtf, to_edtf
from ..timeline import Band, Column, Overview
from .words import Words

# Pixels the picture is wide, at least, with letters of 13 pixels.
WIDTHS = {"w": 480, "p": 320, "t": 160}
LETTER, NARROW, BROAD = 8.3, 4.6, 11.5  # pixels, in the widest of the usual sans faces
NARROW_LETTERS, BROAD_LETTERS = frozenset(" .,:;'|/-·iljIt"), frozenset("mwMWЖШЩЮжшщюфы")
BETWEEN = 7  # pixels from one label to the next
BOLD = 1.1  # a count is set in bold
OVER = 3  # pixels a count may stand over the bar beside it
COUNT_HEIGHT, COUNT_ABOVE = 9.5, 4
LINES = (15, 29)  # baselines of the two lines below the axis
ON_BAND = 13  # the baseline of the words on a band, from the top of its lane


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the picture. ``sizes`` names the widths that have room for it, empty for all of them."""

    x: str
    y: float
    words: str
    anchor: str = ""  # start or end at the picture's edge, in the middle otherwise
    sizes: str = ""
    line: int = 0
    room: float = 0  # pixels of paper under words that stand on a hatching

    def mirrored(self) -> Label:
        """The same read from the right; start and end follow the direction of the script by themselves."""
        return replace(self, x=f"{100 - float(self.x.rstrip('%')):.2f}%")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a column stands: its left edge and width in per cent, what it counts, how high its bar is."""

    left: float
    width: float
    count: int
    height: float

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


@dataclass(slots=True)
class _Shelf:
    """A line of labels on a picture of so many pixels."""

    pixels: float
    taken: list[tuple[float, float]] = field(default_factory=list)

    def room(self, middle: float, words: str) -> tuple[float, float] | None:
        """From where to where ``words`` would stand, kept inside the picture; None when it would touch another."""
        width = width_of(words)
        left = min(max(middle * self.pixels / 100 - width / 2, 0), self.pixels - width)
        return (left, left + width) if self.free(left, left + width) else None

    def free(self, left: float, right: float) -> bool:
        """Whether nothing stands there yet."""
        inside = left >= 0 and right <= self.pixels
        return inside and all(right + BETWEEN <= start or end + BETWEEN <= left for start, end in self.taken)


@dataclass(frozen=True, slots=True)
class _Group:
    """Neighbouring columns that share the line below their labels: the days of a month, the months of a year."""

    columns: tuple[int, ...]
    context: str
    year: str
    count: int


# A label before it is known for which widths: x, y, words, anchor, line.
_Placed = tuple[str, float, str, str, int]


def width_of(words: str) -> float:
    """Pixels that ``words`` need, at most."""
    return sum(
        NARROW if one in NARROW_LETTERS else BROAD if one in BROAD_LETTERS else LETTER for one in words
    )


def count_labels(slots: Sequence[Slot], axis: float, words: Words) -> list[tuple[Label, ...]]:
    """The count above each bar; where bars stand close, the highest bars keep theirs."""
    shown: dict[int, list[str]] = {}
    for size, pixels in WIDTHS.items():
        boxes: list[tuple[float, float, float]] = []
        for at in sorted(range(len(slots)), key=lambda at: -slots[at].count):
            if slots[at].count and (box := _count_box(slots, at, pixels, boxes, words)):
                boxes.append(box)
                shown.setdefault(at, []).append(size)
    return [
        (Label(f"{slot.middle:.2f}%", axis - slot.height - COUNT_ABOVE, words.number(slot.count), sizes=_sizes(shown[at])),)
        if at in shown
        else ()
        for at, slot in enumerate(slots)
    ]  # fmt: skip


def _count_box(
    slots: Sequence[Slot], at: int, pixels: float, boxes: Sequence[tuple[float, float, float]], words: Words
) -> tuple[float, float, float] | None:
    """Left, right and foot of a count, when it touches no other count and stands over no higher bar."""
    slot = slots[at]
    half = BOLD * width_of(words.number(slot.count)) / 2
    middle, foot = slot.middle * pixels / 100, slot.height + COUNT_ABOVE
    left, right = middle - half, middle + half
    for start, end, other in boxes:
        if abs(other - foot) < COUNT_HEIGHT and left < end + 1 and start < right + 1:
            return None
    for other_at, near in enumerate(slots):
        start, end = near.left * pixels / 100, (near.left + near.width) * pixels / 100
        if other_at != at and near.height > foot and left < end - OVER and start + OVER < right:
            return None
    return left, right, foot


def axis_labels(overview: Overview, slots: Sequence[Slot], axis: float, words: Words) -> tuple[Label, ...]:
    """What stands below the axis: each column's own name, and below it the month or year it lies in."""
    names = [_name(column, overview.unit, words) for column in overview.columns]
    groups = list(_groups(overview.columns, names))
    found: dict[_Placed, list[str]] = {}
    for size, pixels in WIDTHS.items():
        for placed in _Axis(slots, names, groups, pixels, axis).placed():
            found.setdefault(placed, []).append(size)
    return tuple(
        Label(x, y, said, anchor, _sizes(sizes), line) for (x, y, said, anchor, line), sizes in found.items()
    )


@dataclass(frozen=True, slots=True)
class _Name:
    """A column's label, the line below it, and the shorter forms of that where the year is known or nothing else fits."""

    label: str = ""
    context: str = ""
    short: str = ""
    year: str = ""


class _Axis:
    """Both lines of labels at one width."""

    def __init__(
        self,
        slots: Sequence[Slot],
        names: Sequence[_Name],
        groups: Sequence[_Group],
        pixels: float,
        axis: float,
    ) -> None:
        self.slots, self.names, self.groups, self.axis = slots, names, groups, axis
        self.lines = (_Shelf(pixels), _Shelf(pixels))
        self.said: set[int] = set()  # groups whose month or year stands there
        self.labelled: set[int] = set()
        self.found: list[_Placed] = []

    def placed(self) -> list[_Placed]:
        """Months and years first, where most facts are; then as many labels as fit above them."""
        for at in sorted(range(len(self.groups)), key=lambda at: -self.groups[at].count):
            self._open(at)
        for at, group in enumerate(self.groups):
            if at in self.said:
                for column in group.columns:
                    self._label(column)
        return self.found

    def _open(self, at: int) -> None:
        """The first label of a group with its context; without room for both, its year alone or nothing."""
        group = self.groups[at]
        context = self._context(at)
        for column in group.columns:
            if context and not self.lines[1].room(self.slots[column].middle, context):
                continue
            if self._label(column):
                if context:
                    self._put(1, self.slots[column].middle, context)
                self.said.add(at)
                return
        before = self.groups[at - 1] if at else None
        if group.context and before and at - 1 in self.said and before.context == group.context:
            self.said.add(at)
        elif group.year and group.context != group.year:
            middle = (self.slots[group.columns[0]].middle + self.slots[group.columns[-1]].middle) / 2
            self._put(0, middle, group.year)

    def _context(self, at: int) -> str:
        """The line below a group: without the year, when a group before it has said that."""
        group = self.groups[at]
        known = any(self.groups[other].year == group.year for other in self.said if other < at)
        return self.names[group.columns[0]].short if known else group.context

    def _label(self, column: int) -> bool:
        if column in self.labelled:
            return True
        if self._put(0, self.slots[column].middle, self.names[column].label):
            self.labelled.add(column)
        return column in self.labelled

    def _put(self, line: int, middle: float, words: str) -> bool:
        shelf = self.lines[line]
        place = shelf.room(middle, words) if words else None
        if place is None:
            return False
        shelf.taken.append(place)
        x, anchor = _anchored(middle, words, shelf.pixels)
        self.found.append((x, self.axis + LINES[line], words, anchor, line + 1))
        return True


def _anchored(middle: float, words: str, pixels: float) -> tuple[str, str]:
    """Where words hang: by their middle, or at the edge they would cross."""
    half = width_of(words) / 2
    if middle * pixels / 100 < half:
        return "0.00%", "start"
    if middle * pixels / 100 + half > pixels:
        return "100.00%", "end"
    return f"{middle:.2f}%", ""


def _groups(columns: Sequence[Column], names: Sequence[_Name]) -> Iterator[_Group]:
    """Runs of columns without a break that share their context."""
    run: list[int] = []
    for at, column in enumerate(columns):
        follows = run and column.kind != "break" and names[at].context == names[run[-1]].context
        if run and not (follows and column.kind == columns[run[-1]].kind):
            yield _group(run, columns, names)
            run = []
        if column.kind != "break":
            run.append(at)
    if run:
        yield _group(run, columns, names)


def _group(run: Sequence[int], columns: Sequence[Column], names: Sequence[_Name]) -> _Group:
    first = names[run[0]]
    return _Group(tuple(run), first.context, first.year, sum(columns[at].count for at in run))


def _name(column: Column, unit: str, words: Words) -> _Name:
    if column.kind == "break":
        return _Name()
    year = words.when(to_edtf(column.start[0]))
    if column.kind == "span":
        if parse_edtf(column.date).precision in ("year", "decade", "century"):
            return _Name(words.when(column.date))
        if column.start[0] != column.end[0] or unit not in ("day", "month"):
            return _Name(year)
        months = dict.fromkeys(words.skeleton("LLL", day) for day in (column.start, column.end))
        return _Name("–".join(months), year, year, year)
    if unit == "day":
        month = words.skeleton("LLL", column.start)
        return _Name(words.skeleton("d", column.start), f"{month} {year}", month, year)
    if unit == "month":
        return _Name(words.skeleton("LLL", column.start), year, year, year)
    return _Name(year)


def band_labels(
    bands: Sequence[Band],
    names: Sequence[str],
    ends: Sequence[tuple[float, float]],
    top: Callable[[int], float],
    words: Words,
) -> list[tuple[Label, ...]]:
    """The name and count of each band: on it, or beside it when it is the shorter of the two."""
    found: list[dict[tuple[str, str, str], list[str]]] = [{} for _ in bands]
    for size, pixels in WIDTHS.items():
        lanes: dict[int, _Shelf] = {}
        for band, (left, right) in zip(bands, ends, strict=True):
            shelf = lanes.setdefault(band.lane, _Shelf(pixels))
            shelf.taken.append((left * pixels / 100, right * pixels / 100))
        for at, (band, name) in enumerate(zip(bands, names, strict=True)):
            count = words.number(band.count)
            for said in (f"{name} · {count}", count):
                if place := _on_band(ends[at], said, lanes[band.lane]):
                    found[at].setdefault((*place, said), []).append(size)
                    break
    return [
        tuple(
            Label(x, top(band.lane) + ON_BAND, said, anchor, _sizes(sizes), room=0 if anchor else width_of(said) + 2 * BETWEEN)
            for (x, anchor, said), sizes in of_band.items()
        )
        for band, of_band in zip(bands, found, strict=True)
    ]  # fmt: skip


def _on_band(ends: tuple[float, float], words: str, shelf: _Shelf) -> tuple[str, str] | None:
    """Where words hang: on their band when it is longer than they are, else after it, else before it."""
    left, right = (end * shelf.pixels / 100 for end in ends)
    width = width_of(words)
    if width + 2 * BETWEEN <= right - left:
        return f"{(ends[0] + ends[1]) / 2:.2f}%", ""
    after, before = right + BETWEEN, left - BETWEEN
    if shelf.free(after, after + width):
        shelf.taken.append((after, after + width))
        return f"{100 * after / shelf.pixels:.2f}%", "start"
    if shelf.free(before - width, before):
        shelf.taken.append((before - width, before))
        return f"{100 * before / shelf.pixels:.2f}%", "end"
    return None


def _sizes(sizes: Sequence[str]) -> str:
    """The classes of the widths that have room; none when all have."""
    return "" if len(sizes) == len(WIDTHS) else " ".join(f"cf-ov-{size}" for size in sizes)
