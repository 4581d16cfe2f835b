"""A group of facts that are one in, the one fact out: whose id and words stand, and every source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from ..model import Article, DateBasis, Fact, Source
from ..values import replace
from .tellings import Telling

# How far a date can be trusted: what a person typed, then what words state, down to a guess.
_BASIS_RANK: dict[DateBasis, int] = {
    "by hand": 0,
    "stated": 1,
    "relative": 2,
    "discourse": 3,
    "published": 4,
    "inferred": 5,
    "unknown": 6,
}


def combine(group: Sequence[Fact], articles: Mapping[str, Article]) -> Fact:
    """The kept fact with all sources of ``group``; the order of ``group`` does not matter.

    A fact that already stands in the project, or that a person touched, keeps its id, words and date.
    Among new ones the words stand that need no context, whose date is best founded, and that were
    published first; the best founded date is taken even where the words are another's.
    """
    ordered = sorted(group, key=lambda fact: _preference(fact, articles))
    kept = ordered[0]
    if not _settled(kept):
        best = min(ordered, key=lambda fact: (date_rank(fact), not fact.date))
        if best.date and date_rank(best) < date_rank(kept):
            kept = replace(kept, date=best.date)
        kept = changed(kept, speaker=_fullest(kept.speaker, ordered))
    return changed(
        kept,
        sources=_sources(ordered),
        tags=tuple(dict.fromkeys(tag for fact in ordered for tag in fact.tags)),
        merged_ids=_former_ids(ordered),
        not_same_as=tuple(dict.fromkeys(name for fact in ordered for name in fact.not_same_as)),
        worth=_worth(ordered),
        entry=any(fact.entry for fact in ordered),
    )


def changed(fact: Fact, **values: Any) -> Fact:
    """``fact`` with these values, itself where it has them: of most facts nothing changes, and a copy has forty fields."""
    return (
        fact
        if all(getattr(fact, name) == value for name, value in values.items())
        else replace(fact, **values)
    )


def _worth(group: Sequence[Fact]) -> float:
    """What articles tell that do not know of one another gains: the chance that not all of them erred."""
    best: dict[str, float] = {}
    for fact in group:
        for article in {source.article for source in fact.sources}:
            best[article] = max(best.get(article, 0.0), fact.worth)
    return round(1 - prod(1 - worth for worth in best.values()), 3)


def with_headlines(fact: Fact, tellings: Sequence[Telling]) -> Fact:
    """``fact`` with the headlines among ``tellings`` as its last sources."""
    quotes = {(source.article, source.quote) for source in fact.sources}
    heads = [source for telling in tellings if telling.headline for source in telling.told.sources]
    more = sorted(
        (source for source in heads if (source.article, source.quote) not in quotes),
        key=lambda source: (source.article, source.start),
    )
    return changed(fact, sources=(*fact.sources, *more))


def without_own_headlines(fact: Fact) -> Fact:
    """``fact`` without the headlines of articles whose body tells it too: they add nothing to read."""
    bodies = {source.article for source in fact.sources if not source.headline}
    kept = tuple(source for source in fact.sources if not source.headline or source.article not in bodies)
    return changed(fact, sources=kept)


def _fullest(speaker: str, group: Sequence[Fact]) -> str:
    """The longest name among ``group`` that ends in ``speaker``: one article has the surname, another the whole."""
    longer = (fact.speaker for fact in group if fact.speaker.endswith(f" {speaker}") and not fact.anonymous)
    return max(longer, key=lambda name: (len(name), name), default=speaker) if speaker else speaker


def date_rank(fact: Fact) -> int:
    """The best basis among a fact's sources; smaller is better."""
    return min((_BASIS_RANK[source.date.basis] for source in fact.sources), default=len(_BASIS_RANK))


def _settled(fact: Fact) -> bool:
    return bool(fact.added) or fact.status != "draft" or bool(fact.corrections)


def _preference(fact: Fact, articles: Mapping[str, Article]) -> tuple[object, ...]:
    published = min(
        (articles[source.article].published.value for source in fact.sources if source.article in articles),
        default="",
    )
    return (
        not _settled(fact),
        fact.status == "draft",
        fact.added or "9999",
        bool(fact.context),
        date_rank(fact),
        published or "9999",
        -len(fact.text),
        fact.id,
    )


def _sources(ordered: Sequence[Fact]) -> tuple[Source, ...]:
    """All sources once each, the kept fact's own first: its words stand in its first source."""
    found: dict[tuple[str, str], Source] = {}
    for fact in ordered:
        for source in fact.sources:
            found.setdefault((source.article, source.quote), source)
    return tuple(found.values())


def _former_ids(ordered: Sequence[Fact]) -> tuple[str, ...]:
    """Ids that were public or stored and must go on leading somewhere."""
    names = [name for fact in ordered for name in fact.merged_ids]
    names += [fact.id for fact in ordered[1:] if _settled(fact)]
    return tuple(dict.fromkeys(name for name in names if name != ordered[0].id))
