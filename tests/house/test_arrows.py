"""Imports point one way; and the test that says so is itself shown to fail on an arrow that climbs."""

from pathlib import Path

import pytest

from .arrows import LEVELS, Arrow, arrows_under, circles, climbing, imports_of

GENERATOR = Path(__file__).parents[2] / "generator"


def test_no_import_climbs() -> None:
    arrows = arrows_under(GENERATOR)
    assert len(arrows) > 20, "the reader of imports found almost nothing: it is broken"
    assert [str(arrow) for arrow in climbing(arrows)] == []


def test_the_published_order_is_the_one_held() -> None:
    page = (GENERATOR.parent / "docs/architecture.md").read_text(encoding="utf-8")
    drawn = page.split("```layers\n")[1].split("```")[0].split()
    assert " ".join(drawn) == " ".join(", ".join(sorted(rooms)) for rooms in reversed(LEVELS))
    assert {
        path.stem for path in GENERATOR.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    } == {room for rooms in LEVELS for room in rooms} | {"__init__"}


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(arrows_under(GENERATOR)) == []


def test_a_circle_inside_a_room_is_caught() -> None:
    sources = {"one": "from .two import a", "two": "from .three import b", "three": "from . import one"}
    arrows = [
        arrow
        for name, source in sources.items()
        for arrow in imports_of(source, f"generator.dates.{name}", is_package=False)
    ]
    assert circles(arrows) == [[f"generator.dates.{name}" for name in ("one", "three", "two")]]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("generator.dates.resolve", "from ..store import load_content"),
        ("generator.dates.resolve", "import generator.cli"),
        ("generator.facts.extract", "def f():\n    from generator.pipeline import read"),
        ("generator.model", "from . import errors"),
        ("generator.store.load", "from ..exports import FORMATS"),
        ("generator.text.blocks", "from generator.cellar import anything"),
    ],
)
def test_a_climbing_arrow_is_caught(module: str, source: str) -> None:
    assert climbing(imports_of(source, module, is_package=False)) != []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("generator.store.load", "from ..edtf import parse_edtf"),
        ("generator.store.load", "from .codec import read"),
        ("generator.cli.add", "from .. import __version__"),
        ("generator.pipeline", "import json\nfrom .model import Fact"),
    ],
)
def test_a_falling_arrow_is_fine(module: str, source: str) -> None:
    assert climbing(imports_of(source, module, is_package=False)) == []


def test_an_arrow_says_where_it_stands() -> None:
    assert str(Arrow("a", "b", 3)) == "a:3 imports b"
