"""Imports point one way; and the test that says so is itself shown to fail on an arrow that climbs."""

from pathlib import Path

import pytest

from .arrows import Arrow, arrows_under, climbing, imports_of

GENERATOR = Path(__file__).parents[2] / "generator"


def test_no_import_climbs() -> None:
    arrows = arrows_under(GENERATOR)
    assert len(arrows) > 20, "the reader of imports found almost nothing: it is broken"
    assert [str(arrow) for arrow in climbing(arrows)] == []


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
