"""A collection in, the pairs of facts worth comparing out.

Facts are filed under their terms and, within a term, by day. Two facts are a pair when their days can
meet and they share enough: so the cost grows with the facts of a window, not with their square. A term
that too many facts of one window share says nothing there and is passed over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from .arrays import Flags, Ints
from .signature import Collection, Signature

_CROWD = 120  # more facts than this under one term in one window: the term tells nothing apart
_PARTNERS = 100  # the most promising partners of one fact that are compared at all
_LONG = 31  # days; a vaguer date than a month is filed apart, to keep the windows narrow
_SHARED = 2  # terms
_CIRCLE = 100  # facts that one is compared with to see what company it keeps, where there are so many
_ALWAYS = (-(10**9), 10**9)  # the days of an undated fact


class _Row:
    """Facts in the order of their first days."""

    __slots__ = ("days", "facts", "held")

    def __init__(self) -> None:
        self.days: list[int] = []
        self.held: list[int] = []

    def close(self) -> None:
        """Have what is held in an array: it is sliced again and again."""
        self.facts: Ints = np.array(self.held, np.int64)


class _Shelf:
    """The facts under one term: of one day, of some days, and vague or undated ones."""

    __slots__ = ("day", "span", "vague")

    def __init__(self) -> None:
        self.day = _Row()
        self.span = _Row()
        self.vague = _Row()


def candidate_pairs(
    collection: Collection, window: int, old: AbstractSet[int] = frozenset()
) -> tuple[Ints, Ints]:
    """Pairs of indexes, smaller first, each once, in order.

    Of the ``old``, which were compared before, only those that stand beside a new one in a pair are looked at: what
    company they keep is asked.
    """
    count = len(collection.signatures)
    spans = np.array([signature.days or _ALWAYS for signature in collection.signatures]).reshape(count, 2)
    found = _found(collection, spans, window)
    codes = np.unique(np.concatenate([np.zeros(0, np.int64), *found]))
    one, other = np.divmod(codes, max(1, count))
    meet = (spans[one, 0] <= spans[other, 1] + window) & (spans[other, 0] <= spans[one, 1] + window)
    one, other = one[meet], other[meet]
    if old:
        asked = _about_new(one, other, np.isin(np.arange(count), list(old)))
        one, other = one[asked], other[asked]
    return one, other


def _found(collection: Collection, spans: Ints, window: int) -> list[Ints]:
    """The pairs that each fact is in, both indexes in one number."""
    signatures, count = collection.signatures, len(collection.signatures)
    shelves = _file(signatures)
    told_by: dict[str, list[int]] = {}
    for at, signature in enumerate(signatures):
        for article in signature.articles:
            told_by.setdefault(article, []).append(at)
    rank = np.empty(count, np.int64)
    rank[sorted(range(count), key=lambda at: signatures[at].fact.id)] = np.arange(count)
    sizes = np.minimum(_SHARED, [len(signature.terms) for signature in signatures])
    circles: dict[frozenset[str], Ints] = {}
    found = []
    for at, signature in enumerate(signatures):
        partners = _partners(collection, shelves, at, window, sizes, rank)
        if 0 < len(partners) < _CIRCLE:
            if signature.articles not in circles:
                circles[signature.articles] = _bystanders(collection, told_by, signature)
            near = circles[signature.articles]
            first, last = spans[at, 0] - window, spans[at, 1] + window
            near = near[(spans[near, 0] <= last) & (spans[near, 1] >= first)]
            partners = np.concatenate([partners, near[: _CIRCLE - len(partners)]])
        partners = partners[partners != at]
        found.append(np.minimum(partners, at) * count + np.maximum(partners, at))
    return found


def _about_new(one: Ints, other: Ints, old: Flags) -> Flags:
    """The pairs with a new fact, and those with an old one that is in a pair with a new one."""
    new = ~(old[one] & old[other])
    asked = np.zeros(len(old), np.bool_)
    asked[one[new]] = asked[other[new]] = True
    return asked[one] | asked[other]


def _partners(
    collection: Collection, shelves: Mapping[str, _Shelf], at: int, window: int, sizes: Ints, rank: Ints
) -> Ints:
    """The facts that share enough with one."""
    signature = collection.signatures[at]
    met: list[Ints] = []
    weights: list[float] = []
    many: list[int] = []
    for term in signature.terms:
        if (shelf := shelves.get(term)) is None:
            continue
        rows = _open(shelf, signature, window)
        facts = sum(map(len, rows))
        if facts <= _CROWD:
            met += rows
            weights.append(collection.rarity[term])
            many.append(facts)
    if not met:
        return np.zeros(0, np.int64)
    found = np.concatenate(met)
    shared = np.bincount(found, minlength=len(sizes))
    shared[at] = 0
    partners = np.flatnonzero((shared > 0) & (shared >= np.minimum(sizes[at], sizes)))
    if len(partners) > _PARTNERS:
        weight = np.bincount(found, np.repeat(weights, many), len(sizes))[partners]
        partners = partners[np.lexsort((rank[partners], -weight))[:_PARTNERS]]
    return partners


def _bystanders(collection: Collection, told_by: Mapping[str, Sequence[int]], signature: Signature) -> Ints:
    """Facts of the nearest articles: the circle against which a pair's company is judged."""
    near: dict[str, float] = {}
    for article in signature.articles:
        for other, value in collection.near[article].items():
            near[other] = max(value, near.get(other, 0.0))
    found: list[int] = []
    for article, _ in sorted(near.items(), key=lambda item: (-item[1], item[0])):
        if len(found) >= _CIRCLE:
            break
        found += told_by[article]
    return np.array(found[:_CIRCLE], np.int64)


def _vague(signature: Signature) -> bool:
    return signature.days is None or signature.days[1] - signature.days[0] > _LONG


def _file(signatures: tuple[Signature, ...]) -> dict[str, _Shelf]:
    """Shelves of the terms that at least two facts have; a term of one brings nobody together."""
    often = Counter(term for signature in signatures for term in signature.terms)
    shelves = {term: _Shelf() for term, count in often.items() if count > 1}
    ordered = sorted(range(len(signatures)), key=lambda at: (signatures[at].days or (0, 0), at))
    for at in ordered:
        signature = signatures[at]
        days, vague = signature.days, _vague(signature)
        for term in signature.terms:
            if (shelf := shelves.get(term)) is None:
                continue
            if vague or days is None:
                shelf.vague.held.append(at)
            else:
                row = shelf.day if days[0] == days[1] else shelf.span
                row.days.append(days[0])
                row.held.append(at)
    for shelf in shelves.values():
        for row in (shelf.day, shelf.span, shelf.vague):
            row.close()
    return shelves


def _open(shelf: _Shelf, signature: Signature, window: int) -> list[Ints]:
    """The facts on a shelf whose days can meet the signature's; one more than a crowd is enough."""
    found = [shelf.vague.facts[: _CROWD + 1]]
    for row, reach in ((shelf.day, window), (shelf.span, window + _LONG)):
        if not row.days:
            continue
        low, high = 0, len(row.days)
        if signature.days is not None:
            low = bisect_left(row.days, signature.days[0] - reach)
            high = bisect_right(row.days, signature.days[1] + window)
        found.append(row.facts[low : min(high, low + _CROWD + 1)])
    return found
