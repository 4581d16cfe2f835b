"""Facts and their articles in, those that may be seen at a moment out, without what rests on a source that waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ..embargo import embargo_end, embargo_waits
from ..model import Article, Fact


def waiting_articles(articles: Mapping[str, Article], now: datetime | None) -> frozenset[str]:
    """The ids of the articles that are under an embargo."""
    return frozenset(id for id, one in articles.items() if one.embargo and embargo_waits(one.embargo, now))


def holds_back(
    fact: Fact, articles: Mapping[str, Article], waiting: Collection[str], now: datetime | None
) -> str:
    """The embargo that keeps a fact from readers, as it is written; ``""`` when none does.

    Its own, or that of the article whose words it is made of. Another article under one only loses its place among the
    sources.
    """
    lead = articles.get(fact.sources[0].article) if fact.sources else None
    written = [fact.embargo] if fact.embargo and embargo_waits(fact.embargo, now) else []
    written += [lead.embargo] if lead is not None and lead.id in waiting else []
    return max(written, key=_latest, default="")


def without_waiting(fact: Fact, waiting: Collection[str]) -> Fact:
    """The fact with the sources that may be seen, its origins to be counted again."""
    seen = tuple(source for source in fact.sources if source.article not in waiting)
    return fact if len(seen) == len(fact.sources) else replace(fact, sources=seen, origins=0)


def without_links_to(facts: Iterable[Fact], hidden: Collection[str]) -> list[Fact]:
    """The facts without ids of those that are kept back: an id is made of a fact's words."""
    if not hidden:
        return list(facts)
    found = []
    for fact in facts:
        links = {
            name: getattr(fact, name) for name in ("follows", "fulfils", "maybe_same_as", "disagrees_with")
        }
        left = {name: tuple(id for id in ids if id not in hidden) for name, ids in links.items() if ids}
        changed: dict[str, Any] = {name: ids for name, ids in left.items() if ids != links[name]}
        found.append(replace(fact, **changed) if changed else fact)
    return found


def _latest(text: str) -> tuple[bool, float]:
    end = embargo_end(text)
    return end is None, end.timestamp() if end else 0.0
