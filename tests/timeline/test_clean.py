"""A text that holds others tells at one look that none of them is to be cleaned, or that one has to look."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.model import Fact, Place
from generator.timeline import build_timeline, cleaned
from generator.timeline.clean import clean_text, holds_clean

MARKS = '\x00\x08\x0b\r\x1b\x7f\x85\u200d\u202e\u2066\u2069\ue000\ufeff\ud800\uffff\n\t"\\ub äж“”'


@given(st.lists(st.text(st.sampled_from(MARKS) | st.characters()), max_size=4))
def test_nothing_in_what_holds_clean_texts_is_to_be_cleaned(texts: list[str]) -> None:
    held = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    assert not holds_clean(held) or [clean_text(text) for text in texts] == texts


@pytest.mark.parametrize("text", ["Plain words", 'He said: "Go“, über', "two\nlines", "a\tb"])
def test_usual_texts_are_known_to_be_clean(text: str) -> None:
    assert holds_clean(json.dumps([text], ensure_ascii=False))


def test_files_that_are_clean_are_not_cleaned_and_addresses_are_all_the_same() -> None:
    spoilt = Fact(
        "a",
        "2024-03-04",
        "Water\x07 rose",
        (),
        status="reviewed",
        image="//e.org/x.png",
        place=Place("f.yaml"),
    )
    kept = replace(spoilt, id="b", image="")
    one, other = build_timeline([spoilt, kept], {}, (), Settings(), clean={"f.yaml"}).facts
    assert (one.image, one.text) == ("", "Water rose") and other.text == "Water\x07 rose"
    [away] = build_timeline([kept], {}, (), Settings()).facts
    assert away.text == "Water rose" == cleaned(kept).text
