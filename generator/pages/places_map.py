"""Places that carry coordinates in, a map of them out: drawn from Natural Earth's outlines when the site is built.

Degrees are drawn as they are, narrowed by the cosine of the middle latitude; what lies outside the picture is cut off.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, radians, sqrt
from pathlib import Path

from markupsafe import Markup

from ..model import Entity
from .graphic_labels import width_of
from .links import Links
from .renderer import Renderer

WIDTH, HEIGHT = 720, 400  # of the drawing; it is as wide as its page and keeps its shape
LEAST = 6.0  # degrees of longitude a map shows, at least
EDGE = 0.5  # degrees beyond the picture, so that no cut is seen in it
AROUND = 0.18  # of the span of its places, kept free at each side
SIZES = {"w": 640, "p": 320}  # pixels the map is wide, at least, where a name is shown
LETTERS = 13  # pixels of a name's line
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: where, how many facts, and at which widths its name has room."""

    x: float  # per cent
    y: float
    radius: float
    name: str
    href: str
    count: int
    sizes: str = ""
    before: bool = False  # its name stands before it, not behind it


@dataclass(frozen=True, slots=True)
class _View:
    """The part of the earth that is shown, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def at(self, point: Point) -> Point:
        """Where a point of longitude and latitude lies in the drawing."""
        x = (point[0] - self.west) / (self.east - self.west) * WIDTH
        return x, (self.north - point[1]) / (self.north - self.south) * HEIGHT


def places_map(renderer: Renderer, links: Links) -> Markup:
    """The map of the places that have facts and coordinates; nothing when none has any."""
    timeline = renderer.timeline
    found = [
        (entity, entity.point, len(timeline.entity_facts.get(entity.id, ())))
        for entity in timeline.entities.values()
        if entity.point and timeline.entity_facts.get(entity.id)
    ]
    if not found:
        return Markup()
    view = _view([point for _entity, point, _count in found if point])
    spots = []
    for entity, point, count in sorted(found, key=lambda one: -one[2]):
        assert point is not None
        x, y = view.at((point[1], point[0]))
        href = _page(renderer, entity, links)
        radius = min(4 + 1.5 * sqrt(count), 14)
        spots.append(Spot(100 * x / WIDTH, 100 * y / HEIGHT, round(radius, 1), entity.name, href, count))
    world = _world()
    return renderer.html(
        "places_map.html",
        links,
        spots=_labelled(spots),
        land=" ".join(filter(None, (_path(_cut(ring, view), view, closed=True) for ring in world["land"]))),
        borders=" ".join(_path(piece, view) for line in world["borders"] for piece in _within(line, view)),
        width=WIDTH,
        height=HEIGHT,
        source=world["source"],
    )


def _page(renderer: Renderer, entity: Entity, links: Links) -> str:
    known = renderer.viewer.addresses(links).get(entity.id)
    return known or links.fact(renderer.timeline.entity_facts[entity.id][0].id)


def _view(points: Sequence[tuple[float, float]]) -> _View:
    """A window around the points, in the shape of the drawing."""
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    middle, centre = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    narrow = max(cos(radians(middle)), 0.2)
    wide = max((max(lons) - min(lons)) * (1 + 2 * AROUND), LEAST)
    high = max((max(lats) - min(lats)) * (1 + 2 * AROUND), wide * narrow * HEIGHT / WIDTH)
    wide = min(max(wide, high * WIDTH / HEIGHT / narrow), 360.0)
    return _View(centre - wide / 2, middle - high / 2, centre + wide / 2, middle + high / 2)


@cache
def _world() -> dict[str, list[list[Point]]]:
    told = json.loads(Path(__file__).with_name("world.json").read_text("utf-8"))
    return {key: [_line(flat) for flat in told[key]] for key in ("land", "borders")} | {
        "source": told["source"]
    }


def _line(flat: Sequence[int]) -> list[Point]:
    """The points of a line that is kept as differences in hundredths of a degree."""
    x = y = 0
    line = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / 100, y / 100))
    return line


def _cut(ring: list[Point], view: _View) -> list[Point]:
    """The part of a ring inside the view, side by side of it (Sutherland and Hodgman, 1974)."""
    sides = (
        (0, view.west - EDGE, 1), (0, view.east + EDGE, -1), (1, view.south - EDGE, 1), (1, view.north + EDGE, -1)
    )  # fmt: skip
    for axis, bound, sign in sides:
        if not ring:
            return []
        kept: list[Point] = []
        for one, other in pairwise([ring[-1], *ring]):
            a, b = sign * (one[axis] - bound), sign * (other[axis] - bound)
            if (a >= 0) != (b >= 0):
                share = a / (a - b)
                kept.append((one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])))
            if b >= 0:
                kept.append(other)
        ring = kept
    return ring


def _within(line: list[Point], view: _View) -> Iterator[list[Point]]:
    """The stretches of a line whose steps touch the view."""
    piece: list[Point] = []
    for one, other in pairwise(line):
        beyond = (
            max(one[0], other[0]) < view.west
            or min(one[0], other[0]) > view.east
            or max(one[1], other[1]) < view.south
            or min(one[1], other[1]) > view.north
        )
        if beyond:
            if piece:
                yield piece
            piece = []
        else:
            piece = piece or [one]
            piece.append(other)
    if piece:
        yield piece


def _path(line: Sequence[Point], view: _View, *, closed: bool = False) -> str:
    """A line as SVG draws it, in whole pixels of the drawing; nothing for less than two of them."""
    points = list(dict.fromkeys((round(x), round(y)) for x, y in map(view.at, line)))
    if len(points) < (3 if closed else 2):
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in points) + ("z" if closed else "")


def _labelled(spots: Sequence[Spot]) -> list[Spot]:
    """The spots with the widths at which their names touch no other; those of most facts first."""
    sizes: dict[int, list[str]] = {}
    for size, pixels in SIZES.items():
        places = [(one.x * pixels / 100, one.y * pixels * HEIGHT / WIDTH / 100) for one in spots]
        taken = [(x - one.radius, x + one.radius, y) for one, (x, y) in zip(spots, places, strict=True)]
        for at, spot in enumerate(spots):
            x, y = places[at]
            long = width_of(spot.name) + spot.radius + 6
            off = spot.radius + 1
            left, right = (x - long, x - off) if spot.x > 60 else (x + off, x + long)
            apart = all(right < a or b < left or abs(y - other) > LETTERS for a, b, other in taken)
            if apart and left >= 0 and right <= pixels:
                taken.append((left, right, y))
                sizes.setdefault(at, []).append(size)
    return [
        Spot(
            round(spot.x, 2), round(spot.y, 2), spot.radius, spot.name, spot.href, spot.count,
            " ".join(f"cf-ov-{size}" for size in sizes.get(at, ())) or "cf-map-unnamed", spot.x > 60,
        )
        for at, spot in enumerate(spots)
    ]  # fmt: skip
