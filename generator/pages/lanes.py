"""The timeline's columns and facts under names in, the numbers of a picture with a lane a name out.

Per cent across and ems down, as in the overview: one axis for both, so that a gap is as wide here as there. A fact
is a dot; where a column holds more of them than a phone has room for, they are one circle with their number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import sqrt

from ..edtf import Day as DayTuple
from ..edtf import ordinal, parse_edtf
from ..model import Fact
from ..timeline import Column, Overview, sureness
from .graphic import column_places
from .words import Words

PHONE = 320  # pixels the picture is wide, at least
STEP = 13  # pixels from one dot to the next
MOST_ROWS = 4  # of dots on each other
NAME_LINE = 19  # the name of a lane, above its dots
BAND = 12  # a span, below the dots
MOST_BANDS = 3
LARGEST = 15  # radius of the largest circle
SHAPES = {"statement": "diamond", "plan": "triangle", "proposal": "triangle"}


@dataclass(frozen=True, slots=True)
class Dot:
    """One fact, or several in one circle when ``count`` is above one."""

    x: str
    dx: float
    y: float
    radius: float
    shape: str
    hollow: bool
    href: str
    name: str
    count: int = 1


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
    stretches: tuple[Stretch, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """The whole picture."""

    lanes: tuple[Lane, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Telling:
    """What the picture says and leads to: a fact's name and address, and how many facts there are."""

    name: Callable[[Fact], str]
    href: Callable[[Fact], str]
    several: Callable[[int, str], str]  # "12 facts, May 2025"
    words: Words


@dataclass(slots=True)
class _Cells:
    """The facts of a lane by column, and those that run over several."""

    points: dict[int, list[Fact]] = field(default_factory=dict)
    spans: dict[tuple[int, int], list[Fact]] = field(default_factory=dict)


def draw_lanes(
    overview: Overview, named: Sequence[tuple[str, str, Sequence[Fact]]], telling: Telling
) -> Lanes:
    """A lane for each name with its address and its facts, in their order."""
    places = column_places(overview.columns)
    top, lanes = 0.0, []
    for name, href, facts in named:
        lane = _lane(
            name, href, [fact for fact in facts if fact.date], top, overview.columns, places, telling
        )
        lanes.append(lane)
        top = lane.base
    return Lanes(tuple(lanes), top)


def _lane(
    name: str,
    href: str,
    facts: Sequence[Fact],
    top: float,
    columns: Sequence[Column],
    places: Sequence[tuple[float, float]],
    telling: Telling,
) -> Lane:
    cells = _cells(facts, columns)
    rows = max((_rows(len(held), places[at][1]) for at, held in cells.points.items()), default=1)
    floor = top + NAME_LINE + rows * STEP
    dots = [
        dot for at, held in sorted(cells.points.items()) for dot in _dots(held, places[at], floor, telling)
    ]
    stretches = _stretches(cells.spans, places, floor, telling)
    base = floor + min(len(cells.spans), MOST_BANDS) * BAND + 5
    when = telling.words.when
    return Lane(
        name, href, len(facts), top, base, tuple(dots), tuple(stretches),
        when(facts[0].date) if facts else "", when(facts[-1].date) if facts else "",
    )  # fmt: skip


def _cells(facts: Sequence[Fact], columns: Sequence[Column]) -> _Cells:
    cells = _Cells()
    spots: dict[str, tuple[int, int]] = {}
    for fact in facts:
        first, last = spots.setdefault(fact.date, _spot(fact.date, columns))
        if first == last:
            cells.points.setdefault(first, []).append(fact)
        else:
            cells.spans.setdefault((first, last), []).append(fact)
    return cells


def _spot(date: str, columns: Sequence[Column]) -> tuple[int, int]:
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


def _rows(count: int, width: float) -> int:
    rows = -(-count // _across(width))
    return rows if rows <= MOST_ROWS else MOST_ROWS // 2


def _dots(facts: Sequence[Fact], place: tuple[float, float], floor: float, telling: Telling) -> list[Dot]:
    """The facts of a column: side by side, then on each other, or in one circle."""
    left, width = place
    middle, across = _percent(left + width / 2, telling.words), _across(width)
    if -(-len(facts) // across) > MOST_ROWS:
        radius = min(LARGEST, 4 + 1.1 * sqrt(len(facts)))
        named = telling.several(len(facts), telling.words.when(facts[0].date))
        return [
            Dot(middle, 0, floor - radius, radius, "circle", False, telling.href(facts[0]), named, len(facts))
        ]
    made = []
    for at, fact in enumerate(facts):
        row, column = divmod(at, across)
        in_row = min(across, len(facts) - row * across)
        shift = (column - (in_row - 1) / 2) * STEP
        made.append(
            Dot(
                middle,
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
