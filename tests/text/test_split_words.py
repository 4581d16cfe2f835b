"""Words that a line end splits are read whole, at any width, and what is quoted stands in the text as it is."""

from __future__ import annotations

import pytest

from generator.articles import read_record
from generator.config import Settings
from generator.model import Article
from generator.pipeline import read_article
from generator.pipeline.read import Reading
from generator.text.split_words import with_whole_words

TEXT = """MILL TOWN CLOSES ITS OLD FERRY

By Dana Kite, 2 May 2024

The council of Mill Town voted on 30 April 2024 to close the old ferry, the engineer Rosa Vale said. The vote was nine to two. The ferry was open since December 1921 and it has carried people across the river for more than one hundred years.

The new bridge will be opened in September 2024, the water office said. It was built by workers of three well-known companies, and the king opened the first pier on 9 April 1952 with a long speech about the future of the town and of the river."""


def wrapped(text: str, width: int) -> str:
    """The text in columns, with a word split wherever two of its letters still fit."""
    paragraphs = []
    for paragraph in text.split("\n\n"):
        lines, line = [], ""
        for word in paragraph.split():
            room = width - len(line) - 2
            if len(line) + 1 + len(word) <= width:
                line = f"{line} {word}".strip()
            elif room >= 2 and len(word) - room >= 2 and word[1:].isalpha() and word[1:].islower():
                lines.append(f"{line} {word[:room]}-")
                line = word[room:]
            else:
                lines.append(line)
                line = word
        paragraphs.append("\n".join([*lines, line]))
    return "\n\n".join(paragraphs)


def reading(text: str) -> Reading:
    found = read_record({"id": "a", "text": text})
    assert isinstance(found, Article) and found.text == text
    return read_article(found, Settings())


def told(text: str) -> list[tuple[str, str, str]]:
    return [(fact.date, fact.kind, " ".join(fact.text.split())) for fact in reading(text).facts]


@pytest.mark.parametrize("width", range(46, 79, 4))
def test_the_same_facts_at_any_width(width: int) -> None:
    columns = wrapped(TEXT, width)
    assert told(columns) == told(TEXT)
    found = reading(columns)
    for source in (source for fact in found.facts for source in fact.sources):
        assert columns[source.start : source.end] == source.quote
        assert source.date.words in columns
    for date in found.dates:
        assert columns[date.start : date.end] == date.words


@pytest.mark.parametrize(
    ("split", "whole"),
    [
        ("in Decem-\nber 1921", "in December\n  1921".replace("\n  ", "\n ")),
        ("in Decem-\r\nber 1921", "in December\r\n 1921"),
        ("ein Ver-\nkehrsunfall war", "ein Verkehrsunfall\n war"),
        ("a well-\nknown man", "a well-known\n man"),
        ("the re-elected; they re-\nelected him", "the re-elected; they re-elected\n him"),
        ("soft\u00ad\nware here", "software\n here"),
        ("the Anglo-\nSaxon town", "the Anglo-\nSaxon town"),
        ("pages 12-\n14 of it", "pages 12-\n14 of it"),
        ("a dash -\nand more", "a dash -\nand more"),
        ("nothing here\nat all", "nothing here\nat all"),
    ],
)
def test_split_words(split: str, whole: str) -> None:
    found = with_whole_words(split)
    assert len(found) == len(split)
    assert " ".join(found.split()) == " ".join(whole.split())
