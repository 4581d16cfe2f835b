"""The timeline's columns and facts under names in, the numbers of a picture with a lane a name out.

Per cent across and ems down, as in the overview: one axis for both, so that a gap is as wide here as there. A fact
is a dot where its day lies; a lane that somewhere holds more of them than a phone has room for is drawn as bars, by
what they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from math import sqrt

from ..edtf import Day as DayTuple
from ..edtf import ordinal, parse_edtf
from ..model import Fact
from ..timeline import Column, Overview, sureness
from .graphic import column_places
from .words import Words

EPOCH = ordinal((1970, 1, 1))
PHONE = 320  # pixels the picture is wide, at least
STEP = 13  # pixels from one dot to the next
MOST_ROWS = 4  # of dots on each other
NAME_LINE = 19  # the name of a lane, above its dots
BAND = 12  # a span, below the dots
MOST_BANDS = 3
TALLEST = 34  # pixels of the highest bar
FEW = 12  # facts, and pixels: up to here a bar grows by one a fact, however high the highest is
SHAPES = {"statement": "diamond", "plan": "triangle", "proposal": "triangle"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name, its page, its facts, and its key among the values of Explore; "" for those that share a lane."""

    name: str
    href: str
    facts: Sequence[Fact]
    key: str = ""
    rest: str = ""  # "others": of values that have no lane; "none": of no value


@dataclass(frozen=True, slots=True)
class Dot:
    """One fact."""

    x: str
    dx: float
    y: float
    radius: float
    shape: str
    hollow: bool
    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """The facts of one kind in a stretch of a bar: where it stands, its upper edge and its height."""

    kind: str
    x: str
    width: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The facts of a column, where they are too many for dots."""

    parts: tuple[Part, ...]
    href: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Facts known only to lie somewhere between two columns."""

    x: str
    width: str
    y: float
    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The facts under one name, from ``top`` down to ``base``."""

    name: str
    href: str
    count: int
    top: float
    base: float
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    stretches: tuple[Stretch, ...]
    first: str
    last: str
    key: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The whole picture."""

    lanes: tuple[Lane, ...]
    height: float
    axis: str  # of each column its place and width in per cent, its first day since 1970 and the day behind its last


@dataclass(frozen=True, slots=True)
class Telling:
    """What the picture says and leads to: a fact's name and address, and how many facts there are."""

    name: Callable[[Fact], str]
    href: Callable[[Fact], str]
    several: Callable[[int, str], str]  # "12 facts, May 2025"
    column: Callable[
        [Column, Named, int], tuple[str, str]
    ]  # what a column is called, and where its facts are
    words: Words


@dataclass(slots=True)
class Cells:
    """The facts of a lane by column, in each by where in it they lie; and those that run over several."""

    points: dict[int, list[list[Fact]]] = field(default_factory=dict)
    spans: dict[tuple[int, int], list[Fact]] = field(default_factory=dict)


def lay_lanes(overview: Overview, named: Sequence[Named]) -> list[Cells]:
    """Where in each lane its facts lie, whatever is said of them."""
    places = column_places(overview.columns)
    spot = cache(partial(_spot, overview.columns))
    return [
        _cells([fact for fact in one.facts if fact.date], overview.columns, places, spot) for one in named
    ]


def draw_lanes(overview: Overview, named: Sequence[Named], telling: Telling, cells: Sequence[Cells]) -> Lanes:
    """A lane for each name, in their order; bars of all lanes have one measure."""
    places = column_places(overview.columns)
    most = max((len(slot) for cell in cells for held in cell.points.values() for slot in held), default=1)
    top, lanes = 0.0, []
    for one, cell in zip(named, cells, strict=True):
        lane = _lane(one, cell, top, overview.columns, places, most, telling)
        lanes.append(lane)
        top = lane.base
    return Lanes(tuple(lanes), top, _axis(overview.columns, places))


def _axis(columns: Sequence[Column], places: Sequence[tuple[float, float]]) -> str:
    return ";".join(
        f"{left:.2f} {width:.2f} {ordinal(column.start) - EPOCH} {ordinal(column.end) + 1 - EPOCH}"
        for column, (left, width) in zip(columns, places, strict=True)
        if column.kind != "break"
    )


def _lane(
    named: Named,
    cells: Cells,
    top: float,
    columns: Sequence[Column],
    places: Sequence[tuple[float, float]],
    most: int,
    telling: Telling,
) -> Lane:
    facts = [fact for fact in named.facts if fact.date]
    crowded = _crowded(cells, places)
    rows = max((len(slot) for held in cells.points.values() for slot in held), default=1)
    floor = top + NAME_LINE + (TALLEST if crowded else rows * STEP)
    points = sorted(cells.points.items())
    dots = (
        []
        if crowded
        else [dot for at, held in points for dot in _dots(held, columns[at], places[at], floor, telling)]
    )
    bars = (
        [
            _bar(
                held,
                places[at],
                floor,
                most,
                telling,
                telling.column(columns[at], named, sum(map(len, held))),
            )
            for at, held in points
        ]
        if crowded
        else []
    )
    stretches = _stretches(cells.spans, places, floor, telling)
    base = floor + min(len(cells.spans), MOST_BANDS) * BAND + 5
    when = telling.words.when
    return Lane(
        named.name, named.href, len(facts), top, base, tuple(dots), tuple(bars), tuple(stretches),
        when(facts[0].date) if facts else "", when(facts[-1].date) if facts else "", named.key, named.rest,
    )  # fmt: skip


def _crowded(cells: Cells, places: Sequence[tuple[float, float]]) -> bool:
    """Whether dots have no room on a phone: on each other, or beside those of the next column."""
    if any(len(slot) > MOST_ROWS for held in cells.points.values() for slot in held):
        return True
    return any(
        at + 1 in cells.points and (places[at][1] + places[at + 1][1]) / 2 * PHONE / 100 < STEP
        for at in cells.points
    )


def _cells(
    facts: Sequence[Fact],
    columns: Sequence[Column],
    places: Sequence[tuple[float, float]],
    spot: Callable[[str], tuple[int, int]],
) -> Cells:
    cells = Cells()
    held: dict[int, list[Fact]] = {}
    for fact in facts:
        first, last = spot(fact.date)
        if first == last:
            held.setdefault(first, []).append(fact)
        else:
            cells.spans.setdefault((first, last), []).append(fact)
    cells.points = {at: _slots(inside, columns[at], places[at][1]) for at, inside in held.items()}
    return cells


def _slots(facts: Sequence[Fact], column: Column, width: float) -> list[list[Fact]]:
    """The facts of a column by where in it they lie, in as many slots as a phone has room for; a full one is passed by.

    A day has no places of its own: its facts stand side by side in its middle.
    """
    across = _across(width)
    first, days = ordinal(column.start), ordinal(column.end) - ordinal(column.start) + 1
    rows = MOST_ROWS if len(facts) <= across * MOST_ROWS else len(facts)
    slots: list[list[Fact]] = [[] for _ in range(across)]
    if days == 1:
        if rows > MOST_ROWS:
            return [list(facts)]
        return [list(facts[at::across]) for at in range(min(across, len(facts)))]
    for fact in facts:
        share = (_middle(fact.date) - first) / days
        own = min(max(int(share * across), 0), across - 1)
        if len(slots[own]) >= rows:
            own = min(range(across), key=lambda at: (len(slots[at]) >= rows, abs(at - own), at))
        slots[own].append(fact)
    return slots


@lru_cache(maxsize=1 << 15)
def _middle(date: str) -> float:
    edtf = parse_edtf(date)
    start, end = edtf.earliest or edtf.latest, edtf.latest or edtf.earliest
    assert start is not None and end is not None
    return (ordinal(start) + ordinal(end) + 1) / 2


def _spot(columns: Sequence[Column], date: str) -> tuple[int, int]:
    """The first and the last column a date touches; the nearest one when it lies in a break."""
    edtf = parse_edtf(date)
    start, end = edtf.earliest or edtf.latest, edtf.latest or edtf.earliest
    assert start is not None and end is not None
    shown = [(at, column) for at, column in enumerate(columns) if column.kind != "break"]
    touched = [at for at, column in shown if column.start <= end and column.end >= start]
    if touched:
        return touched[0], touched[-1]
    near = min(shown, key=lambda one: _away(one[1], start))[0]
    return near, near


def _away(column: Column, day: DayTuple) -> int:
    return min(abs(ordinal(column.start) - ordinal(day)), abs(ordinal(column.end) - ordinal(day)))


def _across(width: float) -> int:
    """How many dots stand side by side in a column on a phone."""
    return max(1, int(PHONE * width / 100 // STEP))


def _dots(
    slots: Sequence[Sequence[Fact]],
    column: Column,
    place: tuple[float, float],
    floor: float,
    telling: Telling,
) -> list[Dot]:
    """The facts of a column: where they lie in it, on each other where they are near; those of one day in a heap."""
    left, width = place
    heap, made = column.start == column.end, []
    for at, facts in enumerate(slots):
        for row, fact in enumerate(facts):
            in_row = sum(len(slot) > row for slot in slots)
            shift = (at - (in_row - 1) / 2) * STEP if heap else 0
            x = left + width / 2 if heap else left + width * (at + 0.5) / len(slots)
            made.append(
                Dot(
                    _percent(x, telling.words),
                    -shift if telling.words.right_to_left else shift,
                    floor - STEP / 2 - row * STEP,
                    min(3.9 + 0.9 * max(fact.origins, 1), 6.2),
                    SHAPES.get(fact.kind, "circle"),
                    sureness(fact) != "stated",
                    telling.href(fact),
                    telling.name(fact),
                )
            )
    return made


KINDS = {"event": "event", "statement": "statement"}  # everything else lies ahead


def _bar(
    slots: Sequence[Sequence[Fact]],
    place: tuple[float, float],
    floor: float,
    most: int,
    telling: Telling,
    said: tuple[str, str],
) -> Bar:
    """A column's facts, slot by slot, by kind on each other; the height grows with the square root of their number."""
    parts = []
    wide = place[1] / len(slots)
    gap = min(0.2, wide / 10)
    for number, facts in enumerate(slots):
        if not facts:
            continue
        height = max(3.0, min(len(facts), FEW), TALLEST * sqrt(len(facts) / most))
        counts = Counter(KINDS.get(fact.kind, "ahead") for fact in facts)
        left = place[0] + number * wide
        start = 100 - left - wide if telling.words.right_to_left else left
        at = floor
        for kind in ("event", "statement", "ahead"):
            if part := height * counts[kind] / len(facts):
                at -= part
                where = f"{start + gap:.2f}%", f"{wide - 2 * gap:.2f}%"
                parts.append(Part(kind, *where, round(at, 1), round(part, 1)))
    name, href = said
    return Bar(tuple(parts), href, name, sum(map(len, slots)))


def _stretches(
    spans: dict[tuple[int, int], list[Fact]],
    places: Sequence[tuple[float, float]],
    floor: float,
    telling: Telling,
) -> list[Stretch]:
    made = []
    for at, ((first, last), facts) in enumerate(sorted(spans.items())):
        left, right = places[first][0], places[last][0] + places[last][1]
        one = facts[0]
        name = (
            telling.name(one)
            if len(facts) == 1
            else telling.several(len(facts), telling.words.when(one.date))
        )
        start = 100 - right if telling.words.right_to_left else left
        y = floor + min(at, MOST_BANDS - 1) * BAND + 3
        made.append(Stretch(f"{start + 0.3:.2f}%", f"{right - left - 0.6:.2f}%", y, telling.href(one), name))
    return made


def _percent(value: float, words: Words) -> str:
    return f"{100 - value if words.right_to_left else value:.2f}%"
