"""Places with coordinates on a map that is drawn at build."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.config import Settings
from generator.model import Entity, Site, read_point
from generator.pages import Renderer
from generator.pages.places_map import places_map
from generator.timeline import build_timeline

from .test_lanes import PAPER, made

TOWNS = (
    Entity("porto", "Porto", "place", coordinates="41.15, -8.61"),
    Entity("lisbon", "Lisbon", "place", coordinates="38.72, -9.14"),
    Entity("nowhere", "Nowhere", "place"),
)


def drawn(*towns: Entity, language: str = "en") -> str:
    facts = [replace(made(one.id, "2024-03-04"), text=f"Rain in {one.name}") for one in towns]
    settings = Settings(language=language)
    renderer = Renderer(
        build_timeline(facts, {"paper": PAPER}, towns, settings), settings, Site("T", "", language)
    )
    return places_map(renderer, renderer.links("places/index.md"))


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("41.01, 28.98", (41.01, 28.98)), ("-90,180", (-90.0, 180.0)), ("+1.5 , -2", (1.5, -2.0)),
        ("91, 0", None), ("0, 181", None), ("28.98", None), ("N41 E28", None), ("1e3, 0", None), ("nan, 0", None), ("", None),
    ],
)  # fmt: skip
def test_coordinates(text: str, point: tuple[float, float] | None) -> None:
    assert read_point(text) == point


def test_towns_stand_where_they_lie_and_others_are_left_out() -> None:
    page = drawn(*TOWNS)
    spots = {
        name: (float(x), float(y))
        for name, x, y in re.findall(r'aria-label="(\w+): 1 fact".*?x="([\d.]+)%" y="([\d.]+)%"', page)
    }
    assert set(spots) == {"Porto", "Lisbon"} and "Nowhere" not in page
    assert (
        spots["Porto"][0] > spots["Lisbon"][0] and spots["Porto"][1] < spots["Lisbon"][1]
    )  # farther east and north
    assert re.search(r'cf-map-land" d="M\d+ -?\d+L', page) and "Natural Earth" in page
    numbers = [int(one) for one in re.findall(r"-?\d+", re.search(r'cf-map-land" d="([^"]+)', page)[1])]  # type: ignore[index]
    assert min(numbers) > -100 and max(numbers) < 820  # cut at the picture, and not the whole world
    assert len(page) < 20_000


def test_without_coordinates_nothing_is_shown() -> None:
    assert drawn(TOWNS[2]) == ""


def test_a_name_is_text_on_the_map() -> None:
    assert "<script>" not in drawn(Entity("odd", "Odd <script>", "place", ("Odd",), coordinates="0, 0"))
