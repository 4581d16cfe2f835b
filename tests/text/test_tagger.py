"""Parts of speech: by a small tagger made by hand, and by the stored one in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.text import tagger as tagger_module
from generator.text.tagger import Tagger, signs, tagger

# Every sign for one word of a sentence of two.
SIGNS = signs(1, ["-B1", "the", "!num", "-E1"], "9", "D", "-S")
MADE = Tagger(
    {"the": "D", "saw": "N"}, {"wrun": "VB 5 N 2", "pD": "N 4", "hl0n": "VB 1", "-": "X 1"}, ("VB", "N", "X")
)


def test_signs_are_of_the_word_its_shape_and_its_neighbours() -> None:
    assert SIGNS == (
        "w!num", "snum", "hlm", "pD", "qD-S", "rD!num", "yumD", "n-E1", "m-E1", "oD-E1", "athe",
    )  # fmt: skip
    assert signs(0, ["-B1", "roe", "-E1"], "Roe", "-S", "-S2")[2] == "hC0e"
    assert signs(0, ["-B1", "roe", "left", "-E1"], "Roe", "-S", "-S2")[7] == "nleft"


def test_what_was_answered_long_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger_module, "_MOST", 2)
    kept = tagger_module._Kept[str, str](str.upper)
    assert [(kept[word], len(kept)) for word in "abac"] == [("A", 1), ("B", 2), ("A", 2), ("C", 1)]


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("run", "VB"),
        ("The run", "D N"),
        ("the Run run", "D NP VB"),
        ("Run", "VB"),
        ("ran Run . Run", "VB NP P VB"),
        ("12 runs", "CD VB"),
        (", ,", "P P"),
        ("saw", "N"),
        ("didn't couldn't isn’t cannot DIDN'T", "VBD MD VBP MD VBD"),
        ('" Run', "P VB"),
        ("; Run , Run", "P VB P NP"),
    ],
)
def test_what_a_small_tagger_weighs(words: str, tags: str) -> None:
    assert " ".join(MADE.tag(words.split())) == tags


def test_each_lane_is_weighed_by_itself() -> None:
    weighed = Tagger({}, {"wa": "A -9 B -8 C -7", "wb": "A 3 B 3 C 2", "wc": "C 1 B 0"}, ("A", "B", "C"))
    assert [weighed.tag([word]) for word in ("a", "b", "c", "d")] == [("C",), ("A",), ("C",), ("A",)]


def _rows() -> list[tuple[str, ...]]:
    lines = Path(__file__).with_name("tags.txt").read_text("utf-8").splitlines()
    return [tuple(line.split()) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: " ".join(row)[:60])
def test_a_sentence(row: tuple[str, ...]) -> None:
    words = [one.rpartition("/")[0] for one in row]
    assert " ".join(map("/".join, zip(words, tagger().tag(words), strict=True))) == " ".join(row)
