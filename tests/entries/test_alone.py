"""An entry that a reader sees alone: brackets where there is no doubt, else its context."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles.record import read_record
from generator.config import Settings
from generator.entries import OMITTED, make_entries
from generator.model import Article, Fact, Sentence, Source
from generator.pipeline import read_article

CASES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("alone_cases.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader
)
_HEAD = 24  # characters in which a text begins within its sentence


def read(text: str, lang: str) -> tuple[Article, tuple[Fact, ...]]:
    article = read_record({"id": "a", "text": text, "published": "2021-03-05", "lang": lang})
    assert isinstance(article, Article)
    return article, read_article(article, Settings()).facts


def without_brackets(text: str) -> str:
    return " ".join(re.sub(r"\[[^\]]*\]", " ", text).split())


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_what_is_supplied(case: dict[str, Any]) -> None:
    article, facts = read(case["article"], case["lang"])
    opening = without_brackets(case["text"])[:12]
    (fact,) = [fact for fact in facts if opening in fact.sources[0].quote[:_HEAD]]
    assert fact.text == case["text"]
    assert [(b.words, b.stands_for) for b in fact.brackets] == [
        (b["words"], b["stands_for"]) for b in case.get("brackets", ())
    ]
    if "context" in case:
        assert fact.context == case["context"]
    for bracket in fact.brackets:
        assert article.text[bracket.start :].startswith(bracket.words)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_outside_brackets_every_word_is_the_sentence_s_own(case: dict[str, Any]) -> None:
    article, facts = read(case["article"], case["lang"])
    for fact in facts:
        assert without_brackets(fact.text) in fact.sources[0].quote
        assert all(part in " ".join(article.text.split()) for part in fact.context.split(OMITTED))


def test_a_pronoun_that_nothing_explains_stays_aside() -> None:
    text = "She sailed to Norvik on 3 March 2021 with 14 sailors of the Harbour Board."
    article, _ = read(text, "en")
    fact = Fact("a", "2021-03-03", text.rstrip("."), (Source("a", text, 0, len(text)),))
    (alone,) = make_entries(article, (Sentence(0, len(text), 0),), [fact])
    assert not alone.entry
