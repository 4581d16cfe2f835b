"""Pages laid out as sites do it: every sentence of the story is told, and nothing of what stands around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import read_record
from generator.config import Settings
from generator.model import Article
from generator.pipeline import read_article

TABLE = yaml.load(Path(__file__).with_name("layouts.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
HEAD = (
    "<!doctype html><html lang='{lang}'><head><meta charset=utf-8><title>Mill Town widens its weir</title>"
    "<meta property='article:published_time' content='2024-05-16T12:00:00+02:00'></head><body>"
)


def page_of(row: dict[str, Any]) -> str:
    """The page of a row of the table."""
    story = TABLE["stories"][row["lang"]]
    paragraphs = [f"<p>{words}</p>" for words in story]
    body = row["body"]
    pieces = {"{story}": paragraphs, "{first}": paragraphs[:2], "{last}": paragraphs[2:]}
    pieces |= {"{one}": paragraphs[:1], "{two}": paragraphs[1:2]}
    pieces |= {f"{{s{number}}}": [words] for number, words in enumerate(story)}
    for sign, words in pieces.items():
        body = body.replace(sign, "".join(words))
    return HEAD.format(lang=row["lang"]) + body


@pytest.mark.parametrize("row", TABLE["pages"], ids=lambda row: row["name"])
def test_the_story_and_nothing_else(row: dict[str, Any]) -> None:
    article = read_record({"id": "a", "html": page_of(row)})
    assert isinstance(article, Article), article
    quotes = [source.quote for fact in read_article(article, Settings()).facts for source in fact.sources]
    story = TABLE["stories"][row["lang"]]
    assert [words for words in story if not any(words[:25] in quote for quote in quotes)] == []
    assert [words for words in row["out"] if any(words in quote for quote in quotes)] == []


def test_a_page_of_which_half_was_lost_says_so() -> None:
    story = TABLE["stories"]["en"]
    boxes = "".join(f"<div>{words}</div>" for words in story)
    offer = "<div><div>Ask the weir keeper before Sunday for a place on the old mill boat and save forty per cent.</div></div>"
    row = {"lang": "en", "body": f"<div><h1>Mill Town widens its weir</h1>{boxes}</div>{offer}"}
    article = read_record({"id": "a", "html": page_of(row)})
    assert isinstance(article, Article) and article.loss is not None
    assert (article.loss.restored, article.loss.missing, article.loss.of) == (1, 0, 5)
    (told,) = read_article(article, Settings()).problems
    assert (told.code, told.value) == ("page-part-restored", "1")
