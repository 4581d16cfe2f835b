"""Whole short articles: dates that rest on what was told before."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.dates import resolve_dates
from generator.model import Published
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences

ARTICLES = Path(__file__).with_name("articles.txt").read_text(encoding="utf-8").split("=== ")[1:]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.split("\n")[0])
def test_every_date_of_the_article(article: str) -> None:
    head, rest = article.split("\n", 1)
    text, expected = rest.split("\n---\n")
    day, lang = head.split()
    blocks = split_blocks(text)
    found = resolve_dates(
        text,
        split_sentences(text, blocks, lang),
        blocks=blocks,
        published=Published(day, "metadata"),
        lang=lang,
    )
    assert [f"{one.words} | {one.timex} | {one.edtf or '-'}" for one in found] == expected.strip().split("\n")
