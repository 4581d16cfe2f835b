"""Texts with all that this room reads of them: blocks, furniture, sentences, quotations, clauses and tags.

``python -m tests.text.test_readings`` writes what is read now into the table: look at the difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.articles.byline import read_byline
from generator.model import Block
from generator.text.annotate import annotate_all
from generator.text.annotation import Clause
from generator.text.blocks import split_blocks
from generator.text.dateline import read_dateline
from generator.text.language import detect_language
from generator.text.quotes import find_quotes
from generator.text.sentences import split_sentences
from generator.text.stated_date import stated_dates
from tests.reading_tables import write_anew

TABLE = Path(__file__).with_name("readings.txt")


def rows() -> Iterator[tuple[str, str, list[str]]]:
    """Language, text and what is read of it, line by line."""
    lang = text = ""
    found: list[str] = []
    for line in [*TABLE.read_text("utf-8").splitlines(), "#"]:
        if line.startswith("  "):
            found.append(line[2:])
            continue
        if text:
            yield lang, text, found
        found, text = [], ""
        if line.startswith("@"):
            lang = line[1:].strip()
        elif line and not line.startswith("#"):
            text = line


def read(lang: str, row: str) -> Iterator[str]:
    """What is read of a text, a line for each of its kinds; ``¶`` ends a line, and nothing stands where nothing is read."""
    text = row.replace(" ¶ ", "\n").replace("¶", "\n")
    blocks = split_blocks(text)
    kinds = [block.kind for block in blocks]
    if kinds != ["body"]:
        yield "blocks: " + " | ".join(f"{one.kind} {text[one.start : one.end]!r}" for one in blocks)
    byline, dateline = read_byline(text, blocks), read_dateline(text, blocks)
    said = (byline.authors, byline.publisher, byline.agency, byline.published, byline.zone, byline.tags)
    if any(said) or dateline.end:
        yield f"furniture: {said} {dateline.place!r} {dateline.day} {dateline.month} {dateline.day_of_month} {dateline.end}"
    if dates := stated_dates(text):
        yield "dates: " + " | ".join(
            f"{text[one.start : one.end]} {one.value} {one.zone}".strip() for one in dates
        )
    if (found := detect_language(text)) != lang:
        yield f"language: {found or 'none'}"
    if "body" not in kinds:
        blocks = (Block(0, len(text), "body"),)
    sentences = split_sentences(text, blocks, lang)
    if len(sentences) > 1:
        yield "sentences: " + " ¦ ".join(text[one.start : one.end].replace("\n", "¶") for one in sentences)
    if quotes := find_quotes(text, blocks):
        yield "quotations: " + " | ".join(text[one.start : one.end].replace("\n", "¶") for one in quotes)
    for form in annotate_all(text, sentences, blocks, lang):

        def words(first: int, last: int) -> str:
            start, end = form.words(first, last)  # noqa: B023
            return text[start:end]

        def told(one: Clause) -> str:
            verb = one.verb
            about = f"{words(*one.subject)} + " if one.subject else ""
            how = " ".join(
                (one.kind, verb.tense, *["passive"] * (verb.voice == "passive"), *["not"] * verb.negated)
            )
            opener = f" by {one.opener}" if one.opener else ""
            return f"{about}{words(verb.first, verb.last)} ({verb.word}, {how}{opener}: {words(one.first, one.last)})"

        if form.clauses:
            yield "clauses: " + " | ".join(map(told, form.clauses)).replace("\n", "¶")
        if lang == "en" and form.tokens:
            yield "tags: " + " ".join(token.tag for token in form.tokens)


@pytest.mark.parametrize(("lang", "text", "found"), list(rows()), ids=lambda value: str(value)[:50])
def test_a_text(lang: str, text: str, found: list[str]) -> None:
    assert list(read(lang, text)) == found


if __name__ == "__main__":
    write_anew(TABLE, read)
