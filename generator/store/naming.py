"""Facts newly joined in, the exchange of ids out that gives each kept fact the plainest id of its group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Fact
from ..values import replace


def plain_ids(joined: Mapping[str, str], fresh: Sequence[Fact]) -> Mapping[str, str]:
    """Pairs of ids to exchange: a kept ``x-2`` whose ``x`` went into it is better called ``x``.

    Readings are named before it is known which are one fact, so the second reading of the same words
    carries a number that means nothing once they are joined. Only ids of ``fresh`` are exchanged.
    """
    own = {fact.id for fact in fresh}
    exchange: dict[str, str] = {}
    for absorbed, kept in joined.items():
        base, _, number = kept.rpartition("-")
        if number.isdigit() and base == absorbed and {absorbed, kept} <= own and kept not in exchange:
            exchange |= {kept: absorbed, absorbed: kept}
    return exchange


def renamed(fact: Fact, exchange: Mapping[str, str]) -> Fact:
    """``fact`` with its own id and its links exchanged; itself where nothing is."""
    links = (fact.maybe_same_as, fact.disagrees_with, fact.follows, fact.fulfils)
    if fact.id not in exchange and not any(id in exchange for ids in links for id in ids):
        return fact
    return replace(
        fact,
        id=exchange.get(fact.id, fact.id),
        maybe_same_as=tuple(exchange.get(id, id) for id in fact.maybe_same_as),
        disagrees_with=tuple(exchange.get(id, id) for id in fact.disagrees_with),
        follows=tuple(exchange.get(id, id) for id in fact.follows),
        fulfils=tuple(exchange.get(id, id) for id in fact.fulfils),
    )
