"""What follows from the table of a fact's fields is up to date, and a field without a row is noticed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from generator.fields import FACT, FIELDS, Key, as_data, from_data
from generator.model import Bracket, Decision, Fact, Measure

ROOT = Path(__file__).parents[2]


def test_the_schemas_and_the_docs_follow_from_the_table() -> None:
    said = subprocess.run(
        [sys.executable, "docs/tables.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, f"Run: python docs/tables.py\n{said.stdout}{said.stderr}"


def test_a_field_without_a_row_stops_the_program() -> None:
    code = (
        "import dataclasses, generator.model as m\n"
        "m.Fact = dataclasses.make_dataclass('Fact', [('weather', str, '')], bases=(m.Fact,), frozen=True)\n"
        "import generator.fields\n"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "differ in: weather" in said.stderr


def test_every_row_says_where_its_field_goes() -> None:
    names = [key.name for key in FIELDS]
    assert len(set(names)) == len(names) == len(fields(Fact)) - 1
    for key in FIELDS:
        assert key.about.endswith("."), key.name
        assert bool(key.of) == (key.form in ("map", "maps")), key.name
        assert not key.choices or key.form == "choice"
    assert all(key.public or key.field in ("not_same_as", "decided") for key in FACT)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("brackets", (Bracket("the engineers", "they", 12), Bracket("the inquiry"))),
        ("measure", Measure("dead", 31, at_least=True)),
        ("decided", Decision("Jane Roe", "2025-05-17")),
        ("tags", ("a", "b")),
        ("text", "x"),
        ("measure", None),
    ],
)
def test_data_and_back(field: str, value: object) -> None:
    key: Key = next(key for key in FIELDS if key.field == field)
    assert from_data(key, as_data(key, value)) == value
