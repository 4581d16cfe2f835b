"""Texts of facts taken apart at their dashes: only where the whole, parsed, has just these entries."""

from __future__ import annotations

import pytest

from generator.model import Fact, Place
from generator.store.decode import Decoder
from generator.store.document import parse_document
from generator.store.pieces import entry_document, pieces_of, pieces_with

HEAD = "# yaml-language-server: $schema=../fact.json\n"
ONE = "- id: kiln-cools\n  date: 2020-03-01\n  text: The kiln cools\n  sources:\n    - article: a1\n      quote: The kiln cools\n"
TWO = ONE.replace("cools", "cracks")

WHOLE = {
    "one": HEAD + ONE,
    "two and a blank line": HEAD + ONE + "\n" + TWO,
    "no blank line": ONE + TWO,
    "no last line end": (ONE + "\n" + TWO).rstrip("\n"),
    "comments between": ONE + "# by hand\n" + TWO + "  # the end\n",
    "a literal block": ONE.replace("The kiln cools\n  s", "|-\n    'The \"kiln\" cools'\n\n    - so\n  s")
    + TWO,
}
OTHER = {
    "empty": "",
    "comments only": HEAD,
    "in brackets": "[]\n",
    "indented entries": "".join(f"  {line}\n" for line in ONE.splitlines()),
    "carriage returns": ONE.replace("\n", "\r\n"),
    "a document's end": ONE + "...\n",
    "a text at the margin": ONE.replace("The kiln cools\n  s", '"The\nkiln cools"\n  s'),
    "a dash alone": "-\n  id: x\n",
    "a line end of YAML's own": ONE.replace("kiln cools\n", "kiln\u2028cools\n"),
}


def read(text: str) -> tuple[Fact, ...]:
    return Decoder("f.yaml").facts(parse_document("f.yaml", text).root)


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_entries_alone_say_what_the_whole_says(text: str) -> None:
    facts = read(text)
    pieces = pieces_with(text, facts)
    assert pieces and len(pieces) == len(facts)
    for piece, fact in zip(pieces, facts, strict=True):
        document = entry_document(piece.text)
        assert document is not None
        assert Decoder("f.yaml").facts(document.root) == (fact,)
        assert text.startswith(piece.text, piece.start)
        assert text.count("\n", 0, piece.start) + 1 == piece.line == fact.place.line


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_other_texts_are_no_sum_of_entries(text: str) -> None:
    assert pieces_of(text) is None


def test_a_dash_inside_a_text_begins_no_entry() -> None:
    text = ONE.replace("The kiln cools\n  s", '"The kiln\n- id: cools"\n  s')
    facts = read(text)
    assert len(facts) == 1 and len(pieces_of(text) or ()) == 2
    assert pieces_with(text, facts) is None


def test_facts_elsewhere_are_not_of_these_entries() -> None:
    moved = Fact("kiln-cools", "2020-03-01", "The kiln cools", (), place=Place("f.yaml", 2, 3))
    assert pieces_with(ONE, [moved]) is None


@pytest.mark.parametrize("piece", ["- a: 1\n- b: 2", "a: 1", '- a: "open', ""])
def test_what_is_not_one_entry_is_none(piece: str) -> None:
    assert entry_document(piece) is None
