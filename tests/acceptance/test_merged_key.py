"""Both articles through the whole program, merged, against the answer key; every miss is reported by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.articles import article_from_text
from generator.config import Settings
from generator.entities import propose_entities
from generator.model import Article, Fact
from generator.pipeline import Reading, date_articles, read_article
from generator.same import Merged, merge_facts

ROOT = Path(__file__).parents[2]
KEY: dict[str, Any] = yaml.load((ROOT / "tests/gold/seeds.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def articles() -> Mapping[str, Article]:
    read = [
        article_from_text((ROOT / given["file"]).read_text("utf-8"), id=id)
        for id, given in KEY["articles"].items()
    ]
    return {article.id: article for article in date_articles(read)}


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read_article(article, Settings()) for article in articles().values())


@cache
def merged() -> Merged:
    facts = [fact for reading in readings() for fact in reading.facts]
    return merge_facts(facts, articles(), Settings())


def resting_on(article: str, starts: str) -> list[Fact]:
    return [
        fact
        for fact in merged().facts
        if any(source.article == article and source.quote.startswith(starts) for source in fact.sources)
    ]


def of_key(expected: Mapping[str, Any]) -> list[Fact]:
    """The merged facts that rest on any of the expected sources, each once."""
    found = [fact for s in expected["sources"] for fact in resting_on(s["article"], s["starts"])]
    return list({fact.id: fact for fact in found}.values())


def misses() -> list[str]:
    wrong: list[str] = []
    for expected in KEY["facts"]:
        found, key = of_key(expected), expected["key"]
        if len(found) != 1:
            wrong.append(f"{key}: its sources stand in {len(found)} facts, not in one")
            continue
        (fact,) = found
        wrong += [
            f"{key}: no source '{s['starts']}' of {s['article']}"
            for s in expected["sources"]
            if fact not in resting_on(s["article"], s["starts"])
        ]
        for name, value in (("date", fact.date), ("speaker", fact.speaker), ("anonymous", fact.anonymous)):
            if name in expected and value != expected[name]:
                wrong.append(f"{key}: {name} is {value!r}, not {expected[name]!r}")
        if expected.get("kind", fact.kind) != fact.kind:
            wrong.append(f"{key}: kind is {fact.kind!r}, not {expected['kind']!r}")
    return wrong


def test_every_fact_of_the_key_is_one_merged_fact_with_its_date_speaker_and_sources() -> None:
    assert misses() == []


def test_look_alikes_stay_apart() -> None:
    by_key = {expected["key"]: expected for expected in KEY["facts"]}
    for one, other in KEY["never_merge"]:
        first, second = of_key(by_key[one]), of_key(by_key[other])
        assert first and second
        assert not {fact.id for fact in first} & {fact.id for fact in second}, (one, other)


def test_origins_are_as_given() -> None:
    by_key = {expected["key"]: expected for expected in KEY["facts"]}
    for key, origins in KEY["independent_origins"].items():
        assert [fact.origins for fact in of_key(by_key[key])] == [origins], key


def test_nothing_else_became_a_fact() -> None:
    known = {fact.id for expected in KEY["facts"] for fact in of_key(expected)}
    assert [fact.text for fact in merged().facts if fact.id not in known] == []


def test_the_names_of_the_key_are_all_proposed() -> None:
    bodies = [
        "\n".join(a.text[b.start : b.end] for b in a.blocks if b.kind == "body") for a in articles().values()
    ]
    outlets = ["The Kyiv Independent", "Anadolu Agency"]
    found = propose_entities(bodies, (), "en", outlets=outlets, model=False)
    spelled = {(e.kind, n.removeprefix("The ")) for e in found for n in (e.name, *e.aliases)}
    missing = [
        (kind, name)
        for kind, names in KEY["entities"].items()
        for name in names
        if (kind, name.removeprefix("The ")) not in spelled
    ]
    assert missing == []
    assert all(entity.status == "proposed" for entity in found)


def test_the_seeds_stand_nowhere_in_the_program() -> None:
    """A name of the seeds in the code would be a rule that fits only them."""
    names = [*KEY["entities"]["person"], "Kyiv Independent", "Anadolu", "Donetsk", "Zaporizhzhia"]
    places = [
        (name, str(path))
        for path in (ROOT / "generator").rglob("*")
        if path.suffix in {".py", ".yaml", ".json", ".txt", ".html", ".md", ".js"}
        for name in names
        if name in path.read_text("utf-8")
    ]
    assert places == []
