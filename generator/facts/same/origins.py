"""A fact and its articles in, the number of independent origins and why articles count as one out."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Article, Fact


@dataclass(frozen=True, slots=True)
class OriginLink:
    """Two articles that count as one origin, and why, in words for the reader."""

    articles: tuple[str, str]
    reason: str


def link_origins(
    fact: Fact, articles: Mapping[str, Article], facts: Sequence[Fact] = ()
) -> tuple[OriginLink, ...]:
    """The pairs of the fact's articles that share an origin."""
    names = list(dict.fromkeys(source.article for source in fact.sources))
    links = []
    for one, other in itertools.combinations(names, 2):
        left, right = articles.get(one), articles.get(other)
        if left and right and _sentences(left.text) & _sentences(right.text):
            links.append(OriginLink((one, other), "both articles share whole sentences"))
    return tuple(links)


def count_origins(fact: Fact, articles: Mapping[str, Article], facts: Sequence[Fact] = ()) -> int:
    """How many independent origins stand behind ``fact``: its articles, linked ones counted once."""
    names = {source.article for source in fact.sources}
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for link in link_origins(fact, articles, facts):
        parent[root(link.articles[0])] = root(link.articles[1])
    return len({root(name) for name in names})


def _sentences(text: str) -> frozenset[str]:
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line for line in lines if len(line) > 80)
