"""The place of a value is the same whether its file was parsed as a whole or only its entry."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Place
from generator.store import Content, load_content
from generator.store.document import parse_document
from generator.store.text_file import TextFile

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


LAYOUTS = """\
- id: plain
  date: 1931-03-02
  text: Work began.
  kind:   plan  # soon
  speaker: "Ada Birch"
  status: draft
-   id: wide
    text: >-
      Folded
      date: 1900
    date: 1931-03-03
    status:
      reviewed
- {id: flow,
  date: 1931-03-04, text: Nobody was hurt.,
  kind: event}
- text: 'Two
    status: lines'
  id: last
  "date": 1931-03-05
  kind: plan
"""


def test_a_value_s_place_is_the_same_with_and_without_parsing() -> None:
    path = "content/facts/a.yaml"
    content = Content(files={path: TextFile(path, LAYOUTS)})
    places = [Place(path, line, column) for line, column in ((1, 3), (7, 5), (14, 3), (17, 3))]
    keys = ("id", "date", "text", "kind", "speaker", "status")
    found = {(place, key): content.place(place, key) for place in places for key in keys}
    content.document(path)
    assert found == {(place, key): content.place(place, key) for place in places for key in keys}
    assert found[places[0], "kind"] == Place(path, 4, 11)
    assert found[places[1], "date"] == Place(path, 11, 11)
