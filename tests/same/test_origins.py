"""Two articles are not two origins: copied text, one agency, one outlet, one unnamed source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Article, Fact, Source
from generator.same import count_origins, link_origins

from .build import make_article, make_fact

OWN = (
    "Firefighters worked through the night at the Harbour Street warehouse. Our reporter saw two roofs fall."
)
COPY = (
    "The warehouse on Harbour Street burned down on Sunday night, and nobody was hurt in it, the mayor said."
)
OTHER = "A depot near the old port was lost to flames. Neighbours were told to keep their windows shut."
QUOTE = '"We lost everything that three generations had built up in this house," said the owner, Ines Prado.'


def told_by(*articles: Article, **fields: object) -> tuple[Fact, dict[str, Article], list[Fact]]:
    """One fact that all ``articles`` have, the articles, and the unmerged facts behind it."""
    parts = [replace(make_fact(article.id, "The warehouse burned down"), **fields) for article in articles]
    sources = tuple(Source(article.id, "The warehouse burned down") for article in articles)
    return replace(parts[0], sources=sources), {article.id: article for article in articles}, parts


@pytest.mark.parametrize(
    ("left", "right", "origins", "reason"),
    [
        (make_article("a", OWN), make_article("b", OTHER), 2, ""),
        (
            make_article("a", OWN + " " + COPY),
            make_article("b", COPY + " " + OTHER),
            1,
            "share whole sentences",
        ),
        (make_article("a", OWN + "\n\n" + QUOTE), make_article("b", QUOTE + "\n\n" + OTHER), 2, ""),
        (
            make_article("a", OWN, agency="Reuters"),
            make_article("b", OTHER, agency="Reuters"),
            1,
            "credited to",
        ),
        (
            make_article("a", "LISBON (AP) " + OWN),
            make_article("b", "PORTO (AP) — " + OTHER),
            1,
            "credited to AP",
        ),
        (make_article("a", OWN, agency="AFP"), make_article("b", OTHER, agency="Reuters"), 2, ""),
        (
            make_article("a", OWN, agency="Lusa"),
            make_article("b", OTHER, publisher="Lusa"),
            1,
            "published the other",
        ),
    ],
)
def test_two_articles(left: Article, right: Article, origins: int, reason: str) -> None:
    fact, articles, parts = told_by(left, right)
    assert count_origins(fact, articles, parts) == origins
    links = link_origins(fact, articles, parts)
    assert bool(links) == (origins == 1)
    assert all(reason in link.reason for link in links)


def test_same_outlet_behind_both_is_one_origin() -> None:
    fact, articles, parts = told_by(make_article("a", OWN), make_article("b", OTHER), via="Radio Porto")
    assert count_origins(fact, articles, parts) == 1
    other_voice = replace(parts[1], via="Lisbon Times")
    assert count_origins(fact, articles, [parts[0], other_voice]) == 2


def test_same_unnamed_source_is_one_origin() -> None:
    fact, articles, parts = told_by(
        make_article("a", OWN), make_article("b", OTHER), speaker="a fire official", anonymous=True
    )
    assert count_origins(fact, articles, parts) == 1


def test_joined_pairs_join_on() -> None:
    one, two = make_article("a", OWN + " " + COPY), make_article("b", COPY + " " + OTHER)
    three = make_article("c", OTHER)
    fact, articles, parts = told_by(one, two, three)
    assert count_origins(fact, articles, parts) == 1
    assert len(link_origins(fact, articles, parts)) == 2


def test_missing_article_counts_by_itself() -> None:
    fact, articles, parts = told_by(make_article("a", OWN), make_article("b", OTHER))
    del articles["b"]
    assert count_origins(fact, articles, parts) == 2


RELEASE = (
    "The operator said the bridge would stay closed until further notice while engineers inspect each of its "
    "twelve cables for signs of corrosion."
)
SITE_LINE = "\nSign up for our daily newsletter to get the best stories in your inbox."
BACKGROUND = " The old ferry line across the sound was closed in the spring of 1994."


@pytest.mark.parametrize(
    ("name", "left", "right", "voices", "origins"),
    [
        ("a press release in both", {"text": OWN + " " + RELEASE}, {"text": RELEASE + " " + OTHER}, {}, 1),
        ("a line of the site in both", {"text": OWN + SITE_LINE}, {"text": OTHER + SITE_LINE}, {}, 2),
        (
            "one sentence of background in both",
            {"text": OWN + BACKGROUND},
            {"text": OTHER + BACKGROUND},
            {},
            2,
        ),
        ("one outlet under two names", {}, {}, {"a": "Reuters", "b": "the Reuters news agency"}, 1),
        ("what the other printed", {}, {"publisher": "Reuters"}, {"a": "Reuters"}, 1),
        ("what the other is credited to", {}, {"agency": "AFP"}, {"a": "Agence France-Presse"}, 1),
        ("what another passed on too", {}, {"publisher": "The Herald"}, {"a": "The Herald", "b": "CNN"}, 2),
        ("an agency and its initials", {"agency": "Associated Press"}, {"agency": "AP"}, {}, 1),
        ("a credit at the end", {"text": OWN + "\n\n(dpa)"}, {"agency": "DPA"}, {}, 1),
        ("one newsroom", {"publisher": "The Lima Post"}, {"publisher": "Lima Post"}, {}, 1),
        (
            "one newsroom, two agencies",
            {"publisher": "Post", "agency": "AP"},
            {"publisher": "Post", "agency": "AFP"},
            {},
            2,
        ),
        ("two newsrooms", {"publisher": "The Lima Post"}, {"publisher": "The Quito Post"}, {}, 2),
        (
            "a translation with its credit",
            {"agency": "Reuters"},
            {"text": "Склад згорів уночі. (Reuters)"},
            {},
            1,
        ),
    ],
)
def test_one_origin_or_two(
    name: str, left: dict[str, str], right: dict[str, str], voices: dict[str, str], origins: int
) -> None:
    articles = [
        make_article(id, **{"text": text, **fields})
        for id, text, fields in (("a", OWN, left), ("b", OTHER, right))
    ]
    fact, by_id, parts = told_by(*articles)
    parts = [replace(part, via=voices.get(part.id, "")) for part in parts]
    assert count_origins(fact, by_id, parts) == origins, name


def test_an_official_and_officials_may_be_one() -> None:
    articles = (make_article("a", OWN), make_article("b", OTHER))
    fact, by_id, parts = told_by(*articles, anonymous=True)
    parts = [
        replace(part, speaker=who) for part, who in zip(parts, ("an official", "officials"), strict=True)
    ]
    assert count_origins(fact, by_id, parts) == 1
