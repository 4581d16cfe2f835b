"""The two seed articles: metadata and furniture exactly as the answer key has them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import read_articles
from generator.dates.article_date import infer_published
from generator.model import Article

ROOT = Path(__file__).parents[2]
KEY: dict[str, Any] = yaml.load((ROOT / "tests/gold/seeds.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)[
    "articles"
]


def seed(name: str) -> Article:
    (article,) = read_articles(str(ROOT / KEY[name]["file"]))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("name", KEY)
def test_metadata_is_exact(name: str) -> None:
    article, key = seed(name), KEY[name]
    assert article.title == (key["title"] or "")
    assert article.publisher == (key["publisher"] or "")
    assert list(article.authors) == key["authors"]
    assert list(article.tags) == key.get("tags", [])
    assert article.lang == "en"


def test_the_byline_gives_day_and_time_without_a_zone() -> None:
    published = seed("000").published
    assert (published.value, published.basis, published.zone) == (KEY["000"]["published"], "byline", "")


def test_an_undated_copy_is_dated_by_the_sentences_it_shares() -> None:
    undated, dated = seed("003"), seed("000")
    assert undated.published.value == ""
    found = infer_published(undated, [dated])
    assert (found.value, found.basis) == (KEY["003"]["published"]["value"], KEY["003"]["published"]["basis"])
    assert [why.article for why in found.why] == [dated.id]


def test_alone_it_stays_undated() -> None:
    assert infer_published(seed("003"), []).value == ""


@pytest.mark.parametrize("name", KEY)
def test_furniture_never_is_body(name: str) -> None:
    article = seed(name)
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"]
    for start in KEY[name]["furniture"]:
        if not start.startswith("No further details"):  # a sentence of the body that is no fact
            assert not any(words.lstrip().startswith(start) for words in body), start
    assert len(body) > 10
