"""The place of a value is the same whether its file was parsed as a whole or only its entry."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from generator.store import load_content
from generator.store.document import parse_document

from .test_edit_storm import EDITS
from .worlds import BRIDGE, FERRY, add, make_article, make_project

KEYS = (
    ("id",),
    ("date",),
    ("text",),
    ("sources", 0, "quote"),
    ("sources", 0, "date", "words"),
    ("tags", 0),
    ("nothing",),
)


@pytest.mark.parametrize("seed", range(6))
def test_an_entry_parsed_alone_has_its_values_where_they_are(tmp_path: Path, seed: int) -> None:
    project = make_project(tmp_path / "p")
    add(project, make_article("bridge", BRIDGE), make_article("ferry", FERRY, "1931-03-04"))
    dice = random.Random(seed)
    for path in sorted((project.content / "facts").rglob("*.yaml")):
        for edit in dice.sample(EDITS, 6):
            text = path.read_bytes().decode()
            document = parse_document("x", text)
            new = edit(text, document, dice) if not document.problems else text
            if not parse_document("x", new).problems:
                path.write_bytes(new.encode())
    alone = load_content(project)
    whole = load_content(project)
    for path in whole.facts_files:
        whole.document(path)
    for fact in alone.facts:
        for keys in KEYS:
            assert alone.place(fact.place, *keys) == whole.place(fact.place, *keys), (fact.id, keys)


def test_one_warning_does_not_parse_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path / "p")
    add(project, make_article("bridge", BRIDGE))
    content = replace(load_content(project))
    parsed: list[int] = []

    def spy(path: str, text: str) -> object:
        parsed.append(len(text))
        return parse_document(path, text)

    monkeypatch.setattr("generator.store.content.parse_document", spy)
    content.place(content.facts[0].place, "text")
    assert sum(parsed) < len(content.files[content.facts[0].place.path].text)
