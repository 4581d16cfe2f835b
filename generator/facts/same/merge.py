"""Facts and their articles in, merged facts with sources, origins, suggestions and disagreements out."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, utils

from ...config import Settings
from ...model import Article, DateBasis, Disagreement, Fact, Source
from .numbers import find_amounts
from .origins import count_origins

_BASIS_RANK: dict[DateBasis, int] = {
    "by hand": 0,
    "stated": 1,
    "relative": 2,
    "discourse": 3,
    "published": 4,
    "inferred": 5,
}


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging gives: the facts, what they differ on, and where each absorbed id went."""

    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]
    joined: Mapping[str, str]


def merge_facts(
    facts: Sequence[Fact], articles: Mapping[str, Article], settings: Settings = Settings()
) -> Merged:
    """Each fact once, with every source; ids of absorbed facts point to the kept one."""
    parent = {fact.id: fact.id for fact in facts}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for one, other in itertools.combinations(facts, 2):
        if _same(one, other, settings):
            parent[root(other.id)] = root(one.id)
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(root(fact.id), []).append(fact)
    merged: list[Fact] = []
    joined: dict[str, str] = {}
    for group in groups.values():
        kept = _combine(group)
        joined |= {fact.id: kept.id for fact in group if fact.id != kept.id}
        merged.append(replace(kept, origins=count_origins(kept, articles, merged)))
    return Merged(tuple(merged), (), joined)


def match(
    new: Sequence[Fact],
    existing: Sequence[Fact],
    articles: Mapping[str, Article],
    settings: Settings = Settings(),
) -> Merged:
    """Merge ``new`` facts into ``existing`` ones, whose ids are kept."""
    return merge_facts([*existing, *new], articles, settings)


def _same(one: Fact, other: Fact, settings: Settings) -> bool:
    if {s.article for s in one.sources} & {s.article for s in other.sources}:
        return False
    score = fuzz.token_set_ratio(one.text, other.text, processor=utils.default_process)
    if score < 100 * settings.merge_score or one.kind != other.kind:
        return False
    left = {amount.value for amount in find_amounts(one.text)}
    right = {amount.value for amount in find_amounts(other.text)}
    return left <= right or right <= left


def _combine(group: Sequence[Fact]) -> Fact:
    best = min(group, key=lambda fact: (fact.added == "", bool(fact.context), _rank(fact), fact.id))
    sources: list[Source] = []
    for fact in (best, *group):
        sources.extend(source for source in fact.sources if source not in sources)
    return replace(best, sources=tuple(sources))


def _rank(fact: Fact) -> int:
    return min((_BASIS_RANK[source.date.basis] for source in fact.sources), default=9)
