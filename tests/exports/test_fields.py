"""What a format says it carries is what changes when a field changes; the docs list it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.exports import FORMATS, Selection, export
from generator.fields import FIELDS
from generator.model import Bracket, Correction, Decision, Fact, Measure

from .sample import ARTICLES, ENTITIES, FACTS, NAMES, SITE

DOCS = Path(__file__).parents[2] / "docs" / "exports.md"
BASE = replace(
    FACTS[1],
    corrections=(Correction("1999-03-09", "a", "b", "c"),),
    added="1999-03-05",
    image="images/crane.jpg",
)
# Another value for each field of a fact; a new field fails here until it has one.
OTHER = {
    "id": "lind-asks",
    "date": "1999-03-03",
    "text": "Wages must rise by a tenth",
    "speaker": "A docker",
    "via": "The Courier",
    "anonymous": True,
    "denied": True,
    "kind": "event",
    "status": "disputed",
    "reason": "She says she never said it.",
    "tags": ("wages",),
    "context": "The week began with a meeting.",
    "brackets": (Bracket("the gates of the port", "the gates", 12),),
    "measure": Measure("percent", 20, at_least=True),
    "lead": True,
    "image": "images/gate.jpg",
    "image_alt": "The gate",
    "sources": FACTS[2].sources,
    "corrections": (Correction("1999-03-11", "d", "e", "f"),),
    "follows": ("talks-planned",),
    "fulfils": ("talks-planned",),
    "maybe_same_as": ("talks-planned",),
    "disagrees_with": ("talks-planned",),
    "not_same_as": ("talks-planned",),
    "merged_ids": ("lind-says",),
    "added": "1999-03-20",
    "by": "newsreader",
    "decided": Decision("Ann Roe", "1999-03-12"),
    "origins": 3,
    "worth": 0.7,
    "entry": False,
    "extra": '{"group": "Harbour"}',
    "embargo": "2026-12-01 06:00 Europe/Kyiv",
}


def test_every_field_has_another_value() -> None:
    assert set(OTHER) == {key.field for key in FIELDS}


def written(name: str, fact: Fact) -> str:
    names = {**NAMES, OTHER["id"]: NAMES[BASE.id]}
    return "".join(export(name, Selection((fact,), ARTICLES, ENTITIES, SITE, names)))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_carries_what_it_says(name: str) -> None:
    plain = written(name, BASE)
    changed = {
        field for field, value in OTHER.items() if written(name, replace(BASE, **{field: value})) != plain
    }
    assert changed == set(FORMATS[name].carries)


@pytest.mark.parametrize("name", FORMATS)
def test_the_docs_list_what_a_format_carries(name: str) -> None:
    table = [line for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| field |")]
    assert len(table) == 1 and f"`{name}`" in table[0]


def test_people_are_told_a_name_and_a_purpose_of_every_format() -> None:
    titles = [one.title for one in FORMATS.values()]
    assert len(set(titles)) == len(titles) and all(titles)
    assert FORMATS["ics"].title == "iCalendar" and FORMATS["csl-json"].title == "CSL-JSON"
    assert all(one.description.endswith(".") for one in FORMATS.values())
