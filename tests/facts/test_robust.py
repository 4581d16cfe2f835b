"""Any text is read without breaking, and nobody is ever said in words it does not hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.attribution import find_attributions
from generator.model import Block, Sentence

from .reading_case import read_text

PIECES = st.sampled_from(
    [
        '"', "“", "”", "„", "«", "»", "‘", "’", "``", "''", " said ", " he said", ", she told the Post", " that ",
        "Anna Keller", "the mayor", "according to ", ", ", ". ", "\n\n", "We lost it", " on Friday", "who ", "—",
        "(", ")", ":", ";", "a source", " denied ", "adding that ", "and ", "while ", "Mr. ", "U.S. ", "'s ",
        " expressed delight ", " questioned the plan", " criticised ", "The mayor sees the port as a source of help",
        "сказав ", "що ", "sagte ", "dass ", "in 2016 ", "President ", "of ", "von der ", "?", "!", "X", "it ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@settings(max_examples=250, deadline=None)
@given(TEXTS, st.sampled_from(["en", "uk", "de", "fr", ""]))
def test_any_text(text: str, lang: str) -> None:
    found = read_text(text, lang=lang)
    for fact in found.facts:
        for source in fact.sources:
            assert text[source.start : source.end] == source.quote
        quoted = iter(_words(fact.sources[0].quote))
        assert all(word in quoted for word in _words(fact.text))
        assert fact.text
    assert len({fact.id for fact in found.facts}) == len(found.facts)


HOSTILE = {
    "opening marks": '"' * 3000,
    "low marks": "„" * 3000,
    "angles": "» a " * 2000,
    "apostrophes": " 'a" * 2000,
    "wire marks": "``a " * 2000,
    "commas": "Roe, " * 3000 + "said no.",
    "verbs": "said " * 4000,
    "capitals": "Anna " * 4000 + "said no.",
    "of": "Bank of " * 3000 + "said no.",
    "according": "according to Roe, " * 1500,
    "who": "Roe, who said " * 1500,
    "and": "Roe and " * 3000 + "said no.",
    "particles": "Anna von " * 3000 + "said no.",
    "adverbs": "Roe " + "quickly " * 4000 + "said no.",
    "parentheses": "Roe said (" * 1500,
    "hyphens": "a1-" * 1300 + "a. ",
    "addresses": "port1." * 700 + "1 said. ",
    "quotations": '"No," he said. ' * 1500,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_its_end(name: str) -> None:
    text = HOSTILE[name]
    blocks = (Block(0, len(text), "body"),)
    sentences = (Sentence(0, len(text), 0),)
    for found in find_attributions(text, sentences, blocks):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["on 3 May 2019 ", "Roe, who said ", "was closed in 1990 and ", "the mayor and "]
)
def test_a_text_without_stops_is_no_fact(piece: str) -> None:
    found = read_text(piece * (60_000 // len(piece)))
    assert found.facts == ()
    assert {skip.reason for skip in found.skipped} == {"is longer than any sentence"}
