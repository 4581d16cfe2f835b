"""A collection in, the pairs of facts worth comparing out.

Facts are filed under their terms and, within a term, by day. Two facts are a pair when their days can
meet and they share enough: so the cost grows with the facts of a window, not with their square. A term
that too many facts of one window share says nothing there and is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from .arrays import Bags, Flags, Ints, Vocabulary, summed
from .signature import Collection, Signature

_CROWD = 120  # more facts than this under one term in one window: the term tells nothing apart
_PARTNERS = 100  # the most promising partners of one fact that are compared at all
_LONG = 31  # days; a vaguer date than a month is filed apart, to keep the windows narrow
_SHARED = 2  # terms
_CIRCLE = 100  # facts that one is compared with to see what company it keeps, where there are so many
_AT_ONCE = 1_000_000  # so many cells of a table of who shares what with whom are filled
_ALWAYS = (-(10**9), 10**9)  # the days of an undated fact


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
    told_by: dict[str, list[int]] = {}
    for at, signature in enumerate(signatures):
        for article in signature.articles:
            told_by.setdefault(article, []).append(at)
    circles: dict[frozenset[str], Ints] = {}
    found = []
    for at, partners in enumerate(_partners(collection, spans, window)):
        signature = signatures[at]
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


def _partners(collection: Collection, spans: Ints, window: int) -> Iterator[Ints]:
    """The facts that share enough with each, in their order."""
    signatures, count = collection.signatures, len(collection.signatures)
    filed = _Files(signatures, spans)
    rank = np.empty(count, np.int64)
    rank[sorted(range(count), key=lambda at: signatures[at].fact.id)] = np.arange(count)
    sizes = np.minimum(_SHARED, [len(signature.terms) for signature in signatures])
    rarity = np.array([collection.rarity[term] for term in filed.words])
    step = max(1, _AT_ONCE // max(1, count))
    for low in range(0, count, step):
        mine = np.arange(low, min(low + step, count))
        owner, term, facts = filed.open(mine, window)
        cell, cells = owner * count + facts, len(mine) * count
        shared = np.bincount(cell, minlength=cells).reshape(-1, count)
        weight = summed(cell, rarity[term], cells).reshape(-1, count)
        shared[mine - low, mine] = 0
        enough = (shared > 0) & (shared >= np.minimum(sizes[mine, None], sizes))
        for row, weights in zip(enough, weight, strict=True):
            partners = np.flatnonzero(row)
            if len(partners) > _PARTNERS:
                partners = partners[np.lexsort((rank[partners], -weights[partners]))[:_PARTNERS]]
            yield partners


class _Files:
    """The facts under each term that two of them have (that of one brings nobody together), by how long their time is."""

    def __init__(self, signatures: Sequence[Signature], spans: Ints) -> None:
        often = Counter(term for signature in signatures for term in signature.terms)
        self.words: Vocabulary[str] = Vocabulary()
        for term in sorted(term for term, many in often.items() if many > 1):
            self.words[term]
        self._terms = Bags([signature.terms & self.words.keys() for signature in signatures], self.words)
        self._spans = spans
        vague = np.array([_vague(signature) for signature in signatures], np.bool_)
        single = spans[:, 0] == spans[:, 1]
        self._vague = _File(self._terms, vague, np.zeros(len(spans), np.int64))
        self._day = _File(self._terms, single & ~vague, spans[:, 0])
        self._span = _File(self._terms, ~single & ~vague, spans[:, 0])

    def open(self, which: Ints, window: int) -> tuple[Ints, Ints, Ints]:
        """The facts whose days can meet those of some facts, under each of their terms but crowded ones.

        Whose each is, as a place in ``which``; under which term; and which fact.
        """
        owner, at = self._terms.spread(which)
        term = self._terms.items[at]
        first, last = self._spans[which[owner], 0] - window, self._spans[which[owner], 1] + window
        rows = [
            (self._vague, *self._vague.between(term, np.zeros_like(term), np.zeros_like(term))),
            (self._day, *self._day.between(term, first, last)),
            (self._span, *self._span.between(term, first - _LONG, last)),
        ]
        few = sum(high - low for _, low, high in rows) <= _CROWD
        owner, term = owner[few], term[few]
        found = []
        for file, low, high in rows:
            sizes = (high - low)[few]
            place = np.repeat(np.arange(len(sizes)), sizes)
            step = np.arange(len(place)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            found.append((owner[place], term[place], file.facts[low[few][place] + step]))
        whose, under, facts = (np.concatenate(part) for part in zip(*found, strict=True))
        return whose, under, facts


class _File:
    """Some facts under their terms, by day."""

    def __init__(self, terms: Bags, some: Flags, days: Ints) -> None:
        which = np.flatnonzero(some)
        owner, at = terms.spread(which)
        facts, term = which[owner], terms.items[at]
        self._first = int(days[which].min(initial=0))
        self._days = int(days[which].max(initial=0)) - self._first + 1
        keys = term * (self._days + 2) + days[facts] - self._first + 1
        order = np.argsort(keys, kind="stable")
        self.facts, self._keys = facts[order], keys[order]

    def between(self, term: Ints, first: Ints, last: Ints) -> tuple[Ints, Ints]:
        """Where those of some days begin and end, under each term."""
        place = term * (self._days + 2)
        low = np.clip(first - self._first + 1, 1, self._days + 1)
        high = np.clip(last - self._first + 1, 0, self._days)
        start = np.searchsorted(self._keys, place + low)
        return start, np.maximum(start, np.searchsorted(self._keys, place + high, "right"))


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
