"""Which words, date and speaker a merged fact keeps."""

from __future__ import annotations

import pytest

from generator.model import Article, DateBasis, DateReason, Fact, Published, Source
from generator.same.combine import combine


def reading(article: str, speaker: str = "", basis: DateBasis = "published", **more: object) -> Fact:
    source = Source(article, "The bridge is shut.", 0, 19, DateReason(basis=basis))
    return Fact(f"{article}-fact", "2021-06-03", "The bridge is shut", (source,), speaker=speaker, **more)  # type: ignore[arg-type]


ARTICLES = {
    "a": Article("a", "", published=Published("2021-06-03T10:00", "byline")),
    "b": Article("b", "", published=Published("2021-06-03", "inferred")),
}


def test_a_day_from_a_byline_leads_before_an_inferred_one() -> None:
    fact = combine([reading("b", basis="inferred"), reading("a")], ARTICLES)
    assert [source.article for source in fact.sources] == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ("Lind", "Tove Lind", "Tove Lind"),
        ("Tove Lind", "Lind", "Tove Lind"),
        ("", "Tove Lind", ""),
        ("Lind", "Lindqvist", "Lind"),
        ("Lind", "", "Lind"),
    ],
)
def test_a_surname_takes_the_whole_name_another_article_gives(one: str, other: str, kept: str) -> None:
    assert combine([reading("a", one), reading("b", other, "inferred")], ARTICLES).speaker == kept


def test_what_a_person_settled_keeps_its_speaker() -> None:
    mine = reading("a", "Lind", status="reviewed", added="2021-06-05")
    assert combine([mine, reading("b", "Tove Lind")], ARTICLES).speaker == "Lind"
