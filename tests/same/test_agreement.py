"""What two articles of one day agree on, and whether that makes one fact."""

from __future__ import annotations

import pytest

from generator.model import Article, Block, Published
from generator.same import merge_facts

from .build import make_fact

_HEADS = {"one": "Six die as cable car falls above Tolm", "other": "Cabin of Tolm cable car drops: six dead"}
_TEXTS = {
    "one": "Six people were killed on Sunday when a cabin of the cable car fell",
    "other": "The noon cabin dropped from its rope above Tolm this afternoon, and six skiers lost their lives",
}


@pytest.mark.parametrize(
    ("heads", "day", "text", "facts"),
    [
        (_HEADS, "2021-02-07", "", 1),
        ({}, "2021-02-07", "", 2),  # nothing says that it is what the articles are about
        (_HEADS, "2021-02-08", "", 2),
        (_HEADS, "2021-02-07", "The noon cabin dropped from its rope above Tolm this afternoon", 2),
        (_HEADS, "2021-02", "", 2),
    ],
    ids=["main news of one day with one toll", "no headline", "another day", "no toll", "no day"],
)
def test_the_main_news_of_two_articles(heads: dict[str, str], day: str, text: str, facts: int) -> None:
    articles, made = {}, []
    for name, told in {**_TEXTS, **({"other": text} if text else {})}.items():
        head = heads.get(name, "")
        whole = f"{head}\n\n{told}"
        blocks = (Block(0, len(head), "headline"), Block(len(head) + 2, len(whole), "body"))
        articles[name] = Article(name, whole, title=head, blocks=blocks, published=Published("2021-02-07"))
        made.append(make_fact(name, told, date="2021-02-07" if name == "one" else day, basis="relative"))
    assert len(merge_facts(made, articles).facts) == facts


def test_two_sentences_of_one_article_agree_on_nothing() -> None:
    one = make_fact("a", "Two climbers were still missing at noon", speaker="Nora Feld", article="x")
    other = make_fact("b", "Two of the climbers had not been found by dusk", speaker="Nora Feld", article="x")
    articles = {"x": Article("x", f"{one.text}. {other.text}.")}
    assert len(merge_facts([one, other], articles).facts) == 2
