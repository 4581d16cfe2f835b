"""Sentence cases, one a line: ``¦`` stands where one sentence ends and the next begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Block
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences

FOLDER = Path(__file__).parent / "sentences"


def cases() -> list[tuple[str, str]]:
    return [
        (file.stem, line)
        for file in sorted(FOLDER.glob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
        if line and not line.startswith("# ")
    ]


def sentences(text: str, lang: str = "en") -> list[str]:
    found = split_sentences(text, (Block(0, len(text), "body"),), lang)
    return [text[sentence.start : sentence.end] for sentence in found]


def test_there_are_enough_cases() -> None:
    assert sum(lang == "en" for lang, _ in cases()) >= 80


@pytest.mark.parametrize(("lang", "line"), cases())
def test_sentences_end_where_the_mark_stands(lang: str, line: str) -> None:
    text = line.replace(" ¦ ", " ").replace("¦", "")
    assert sentences(text, lang) == [piece.strip() for piece in line.split("¦")]


def test_a_sentence_never_crosses_a_block() -> None:
    text = "A line without a stop\nand another one"
    blocks = (Block(0, 21, "body"), Block(22, 37, "body"))
    assert [(found.start, found.end, found.block) for found in split_sentences(text, blocks)] == [
        (0, 21, 0),
        (22, 37, 1),
    ]


def test_tokenised_lines_are_sentences() -> None:
    text = "Jeb spoke of Chang . \"\nHe is a warrior .\nYes , says Youaredumb.net . ''\n"
    blocks = split_blocks(text)
    assert [text[found.start : found.end] for found in split_sentences(text, blocks)] == text.strip().split(
        "\n"
    )


def test_other_languages_are_split_by_the_library() -> None:
    assert sentences("Il ministro è partito. Tornerà lunedì.", "it") == [
        "Il ministro è partito.",
        "Tornerà lunedì.",
    ]
    assert sentences("他走了。她留下了。", "zh") == ["他走了。", "她留下了。"]


def test_the_library_looks_at_one_block_alone() -> None:
    text = "Parte. Torna.\n\nTorna. Parte."
    found = split_sentences(text, (Block(0, 13, "body"), Block(15, len(text), "body")), "it")
    assert [(one.start, text[one.start : one.end], one.block) for one in found] == [
        (0, "Parte.", 0),
        (7, "Torna.", 0),
        (15, "Torna.", 1),
        (22, "Parte.", 1),
    ]


@settings(deadline=None)
@given(
    st.text(alphabet=st.sampled_from("aAbX .!?…\"'“”«»„()1\n:,"), max_size=300),
    st.sampled_from(["en", "de", "uk", "it"]),
)
def test_sentences_cover_every_sign_in_order(text: str, lang: str) -> None:
    blocks = (Block(0, len(text), "body"),) if text else ()
    found = split_sentences(text, blocks, lang)
    at = 0
    for sentence in found:
        assert at <= sentence.start < sentence.end
        assert not text[at : sentence.start].strip()
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        at = sentence.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "piece", ["A. ", '. " ', '("', "1. A ", "р. ", "(a. b) ", '"A," x. ', "„a.“ ", ". ", "a"]
)
def test_a_long_paragraph_takes_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert sentences(text, "uk")
