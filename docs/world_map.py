"""Natural Earth's outlines at 1:50 million, from the npm package world-atlas, in; the map that the site draws out.

``npm pack world-atlas@2.0.2``, unpack it, and run ``python docs/world_map.py package/countries-50m.json``. Lines are
simplified (Douglas-Peucker) and kept in hundredths of a degree: land as closed rings, borders as open lines.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

OUT = Path(__file__).parents[1] / "generator" / "pages" / "world.json"
TOLERANCE = 0.08  # degrees a line may be moved
SMALLEST = 0.35  # degrees an island is wide, at least
Point = tuple[float, float]


def arcs_of(topology: dict) -> list[list[Point]]:
    """The lines of a TopoJSON file in degrees."""
    (dx, dy), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * dx + x0, y * dy + y0))
        found.append(line)
    return found


def simplified(line: list[Point]) -> list[Point]:
    """The line with the points left out that lie near enough to it."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5

    def away(point: Point) -> float:
        if not length:
            return ((point[0] - ax) ** 2 + (point[1] - ay) ** 2) ** 0.5
        return abs((bx - ax) * (ay - point[1]) - (ax - point[0]) * (by - ay)) / length

    far, at = max((away(point), at) for at, point in enumerate(line[1:-1], 1))
    if far <= TOLERANCE:
        return [line[0], line[-1]]
    return simplified(line[: at + 1])[:-1] + simplified(line[at:])


def flat(line: list[Point]) -> list[int]:
    """x, y of the first point, then differences, in hundredths of a degree."""
    whole = [(round(x * 100), round(y * 100)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole)]
    return [number for pair in [whole[0], *(step for step in steps if step != (0, 0))] for number in pair]


def main(source: Path) -> None:
    topology = json.loads(source.read_text("utf-8"))
    arcs = [simplified(arc) for arc in arcs_of(topology)]
    uses: dict[int, int] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        rings = country.get("arcs", [])
        rings = [ring for part in rings for ring in part] if country["type"] == "MultiPolygon" else rings
        for ring in rings:
            for arc in ring:
                uses[arc if arc >= 0 else ~arc] = uses.get(arc if arc >= 0 else ~arc, 0) + 1
    land = []
    for part in topology["objects"]["land"]["geometries"][0]["arcs"]:
        for ring in part:
            line: list[Point] = []
            for arc in ring:
                piece = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
                line += piece[1:] if line else piece
            xs = [x for x, _ in line]
            if max(xs) - min(xs) >= SMALLEST and len(line) > 3:
                land.append(flat(line))
    borders = [flat(arcs[arc]) for arc, count in sorted(uses.items()) if count == 2]
    told = {
        "source": "Natural Earth, 1:50m, public domain (naturalearthdata.com)",
        "by": "world-atlas 2.0.2, Copyright 2013-2019 Michael Bostock, ISC licence",
        "land": land,
        "borders": borders,
    }
    OUT.write_text(json.dumps(told, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
