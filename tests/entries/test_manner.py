"""Whose words they are: quoted, said, or the reporter's."""

from __future__ import annotations

import pytest

from generator.entries.manner import manner_of
from generator.model import Fact, Source

CASES = [
    ("quoted", "Jane Roe", "The bridge is safe", "“The bridge is safe,” Jane Roe said."),
    ("quoted", "Jane Roe", "The bridge is safe", 'Jane Roe said: "The bridge is safe."'),
    ("said", "Jane Roe", "the bridge was safe", "Jane Roe said on Monday that the bridge was safe."),
    ("said", "Jane Roe", "the bridge was “safe”", "Jane Roe said the bridge was “safe”."),
    ("said", "Jane Roe", "It has stood for 60 years", "It has stood for 60 years."),
    ("according", "Jane Roe", "Roe denied that the bridge was shut", "Roe denied that the bridge was shut."),
    ("according", "Jane Roe", "the bridge was safe", "According to Jane Roe, the bridge was safe."),
    ("according", "the ministry", "The toll rose to 31", "The toll rose to 31, according to the ministry."),
    ("said", "Anna Weidenau", "die Brücke sei sicher", "Anna Weidenau sagte, die Brücke sei sicher."),
    ("according", "die Polizei", "kamen 900 Menschen", "Laut die Polizei kamen 900 Menschen."),
]


@pytest.mark.parametrize(("wanted", "speaker", "text", "quote"), CASES)
def test_whose_words(wanted: str, speaker: str, text: str, quote: str) -> None:
    lang = "de" if "Brücke" in quote or "Laut" in quote else "en"
    fact = Fact("a", "", text, (Source("a", quote),), speaker=speaker)
    assert manner_of(fact, lang) == wanted
