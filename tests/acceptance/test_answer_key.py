"""The two seed articles against the answer key written by hand: every miss is reported by name.

The articles are read as they would be alone, the second with the date the first gives it; that the
same fact of both becomes one is held elsewhere.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.config import Settings
from generator.model import Article, Fact, Published
from generator.pipeline import Reading, read_article
from generator.text.blocks import split_blocks

ROOT = Path(__file__).parents[2]
KEY: dict[str, Any] = yaml.load(
    (ROOT / "tests/gold/seeds.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
PUBLISHED = {
    "000": Published("2025-05-16T18:04", "byline"),
    "003": Published("2025-05-16", "inferred", "shares whole sentences with another article"),
}


@cache
def readings() -> dict[str, Reading]:
    """Each seed article read whole."""
    found: dict[str, Reading] = {}
    for name, about in KEY["articles"].items():
        text = (ROOT / about["file"]).read_text(encoding="utf-8")
        article = Article(name, text, split_blocks(text), published=PUBLISHED[name], lang="en")
        found[name] = read_article(article, Settings())
    return found


def _facts_with(article: str, starts: str) -> list[Fact]:
    """The facts of an article that rest on the sentence beginning with ``starts``."""
    return [
        fact
        for fact in readings()[article].facts
        if any(source.quote.startswith(starts) for source in fact.sources)
    ]


def misses() -> list[str]:
    """Every deviation from the key, by the fact's name."""
    wrong: list[str] = []
    for expected in KEY["facts"]:
        seen: list[Fact] = []
        for source in expected["sources"]:
            found = _facts_with(source["article"], source["starts"])
            if len(found) != 1:
                wrong.append(
                    f"{expected['key']}: {len(found)} facts rest on '{source['starts']}' of {source['article']}"
                )
            seen += found
        wrong += [f"{expected['key']}: {miss}" for miss in _deviations(expected, seen)]
    return wrong


def _deviations(expected: dict[str, Any], seen: list[Fact]) -> list[str]:
    """What differs between a fact of the key and the facts read for it."""
    wrong: list[str] = []
    wrong += [f"date {fact.date}, not {expected['date']}" for fact in seen if fact.date != expected["date"]]
    names = {fact.speaker for fact in seen}
    speaker = expected.get("speaker", "")
    full = [name for name in names if name == speaker]
    # One article of two may know a speaker by surname only; the other gives the full name.
    if (speaker and not full) or any(name and not speaker.endswith(name) for name in names):
        wrong.append(f"speaker {sorted(names)}, not {speaker!r}")
    if not any(fact.via == expected["via"] for fact in seen) if "via" in expected else False:
        wrong.append(f"via {sorted({fact.via for fact in seen})}, not {expected['via']!r}")
    if any(fact.anonymous != expected.get("anonymous", False) for fact in seen):
        wrong.append("named or anonymous")
    if "kind" in expected and any(fact.kind != expected["kind"] for fact in seen):
        wrong.append(f"kind {sorted({fact.kind for fact in seen})}, not {expected['kind']}")
    quote = expected.get("quote")
    if quote and not any(quote["text"] in source.quote for fact in seen for source in fact.sources):
        wrong.append("its quotation is not attached")
    words = expected.get("words")
    stated = {source.date.words.lower() for fact in seen for source in fact.sources}
    if words and not any(word and word in words.lower() for word in stated):
        wrong.append(f"date words {sorted(stated)}, not {words!r}")
    return wrong


def test_every_fact_of_the_key() -> None:
    assert misses() == []


def test_furniture_never_becomes_a_fact() -> None:
    leaks = [
        f"{name}: {starts}"
        for name, about in KEY["articles"].items()
        for starts in about["furniture"]
        if _facts_with(name, starts)
    ]
    assert leaks == []


def test_look_alikes_are_different_facts() -> None:
    by_key = {expected["key"]: expected for expected in KEY["facts"]}
    for one, other in KEY["never_merge"]:
        for first in by_key[one]["sources"]:
            for second in by_key[other]["sources"]:
                if first["article"] == second["article"]:
                    facts = _facts_with(first["article"], first["starts"])
                    assert not set(facts) & set(_facts_with(second["article"], second["starts"])), (
                        one,
                        other,
                    )


def test_nothing_is_added_to_the_key() -> None:
    known = {
        (source["article"], source["starts"]) for expected in KEY["facts"] for source in expected["sources"]
    }
    extra = [
        fact.text
        for name, reading in readings().items()
        for fact in reading.facts
        if not any(
            fact.sources[k].quote.startswith(s)
            for a, s in known
            if a == name
            for k in range(len(fact.sources))
        )
    ]
    assert extra == []


def test_every_quote_stands_in_its_article() -> None:
    for reading in readings().values():
        for fact in reading.facts:
            for source in fact.sources:
                assert reading.article.text[source.start : source.end] == source.quote


def test_without_a_date_no_year_is_invented() -> None:
    text = (ROOT / KEY["articles"]["003"]["file"]).read_text(encoding="utf-8")
    reading = read_article(Article("003", text, split_blocks(text), lang="en"), Settings())
    assert {fact.date for fact in reading.facts} <= {"", "2022-09/2022-12"}
