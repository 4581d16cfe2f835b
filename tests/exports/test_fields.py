"""What a format says it carries is what changes when a field changes; the docs list it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.exports import FORMATS, Selection, export
from generator.fields import FIELDS, FactKey
from generator.model import Correction, Fact
from generator.store.decode import Decoder
from generator.store.document import parse_document

from .sample import ARTICLES, ENTITIES, FACTS, NAMES, SITE

DOCS = Path(__file__).parents[2] / "docs" / "exports.md"
BASE = replace(
    FACTS[1],
    corrections=(Correction("1999-03-09", "a", "b", "c"),),
    added="1999-03-05",
    image="images/crane.jpg",
)


def another(key: FactKey) -> Any:
    """Another value than ``BASE`` has for a field of a fact, by what its row says of it."""
    if key.form == "flag":
        return not getattr(BASE, key.field)
    if key.form == "choice":
        return next(one for one in key.choices if one != getattr(BASE, key.field))
    group = ", ".join(f"{one.name}: {one.example}" for one in key.inner)
    root = parse_document("", f"{key.name}: {key.example or f'[{{{group}}}]'}").root
    return Decoder("").fact_value(root, key) if root else None


OTHER = {key.field: another(key) for key in FIELDS} | {"status": "disputed", "sources": FACTS[2].sources}


def test_every_row_gives_another_value() -> None:
    assert [field for field, value in OTHER.items() if value == getattr(BASE, field)] == []


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
