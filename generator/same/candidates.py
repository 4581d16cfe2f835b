"""A collection in, the pairs of facts worth comparing out.

Two facts are a pair when their days can meet and they share enough. Among new facts and old ones that were compared
before only the new ones look for partners; the old ones they find do so too, for the company these keep is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import numpy as np

from .arrays import Bags, Ints, Vocabulary, distinct
from .files import ALWAYS, Files, meeting
from .signature import Collection

_PARTNERS = 100  # the most promising partners of one fact that are compared at all
_SHARED = 2  # terms
_CIRCLE = 100  # facts that one is compared with to see what company it keeps, where there are so many
_NONE = np.zeros(0, np.int64)


def candidate_pairs(
    collection: Collection, window: int, old: AbstractSet[int] = frozenset()
) -> tuple[Ints, Ints]:
    """Pairs of indexes, smaller first, each once, in order."""
    search = _Search(collection, window, old)
    codes = distinct(np.concatenate([_NONE, *search.found(np.flatnonzero(search.new))]))
    if old:
        met = np.zeros(search.count, np.bool_)
        for side in np.divmod(codes, search.count):
            met[side] = True
        codes = distinct(np.concatenate([codes, *search.found(np.flatnonzero(met & ~search.new))]))
    one, other = np.divmod(codes, max(1, search.count))
    meet = meeting(search.spans, one, other, window)
    return one[meet], other[meet]


class _Search:
    """The tellings of a collection, asked for the partners of some."""

    def __init__(self, collection: Collection, window: int, old: AbstractSet[int]) -> None:
        self._collection, self._window = collection, window
        signatures = collection.signatures
        self.count = count = len(signatures)
        self.spans = np.array([one.days or ALWAYS for one in signatures]).reshape(count, 2)
        self.new = ~np.isin(np.arange(count), list(old))
        self._told_by: dict[str, list[int]] = {}
        for at, signature in enumerate(signatures):
            for article in signature.articles:
                self._told_by.setdefault(article, []).append(at)
        self._circles: dict[frozenset[str], Ints] = {}
        often = Counter(term for signature in signatures for term in signature.terms)
        words: Vocabulary[str] = Vocabulary()  # of two facts at least: that of one brings nobody together
        for term in sorted(term for term, many in often.items() if many > 1):
            words[term]
        terms = Bags([signature.terms & words.keys() for signature in signatures], words)
        self._filed = Files(terms, self.spans, self.new)
        self._rank = np.empty(count, np.int64)
        self._rank[sorted(range(count), key=lambda at: signatures[at].fact.id)] = np.arange(count)
        self._sizes = np.minimum(_SHARED, [len(signature.terms) for signature in signatures])
        self._rarity = np.array([collection.rarity[term] for term in words])

    def found(self, which: Ints) -> Iterator[Ints]:
        """The pairs that each of some is in, both indexes in one number."""
        for at, partners in self._partners(which):
            if 0 < len(partners) < _CIRCLE:
                near = self._bystanders(at)
                partners = np.concatenate([partners, near[: _CIRCLE - len(partners)]])
            partners = partners[partners != at]
            yield np.minimum(partners, at) * self.count + np.maximum(partners, at)

    def _partners(self, which: Ints) -> Iterator[tuple[int, Ints]]:
        """The facts that share enough with each, in their order."""
        sizes = self._sizes
        for some in self._filed.sharing(which, self._window, self._rarity):
            enough = some.shared >= np.minimum(sizes[some.own], sizes[some.other])
            enough &= some.own != some.other
            own, other, weight = some.own[enough], some.other[enough], some.weight[enough]
            ends = [*np.searchsorted(own, some.whose).tolist(), len(own)]
            for place, at in enumerate(some.whose.tolist()):
                part = slice(ends[place], ends[place + 1])
                partners = other[part]
                if len(partners) > _PARTNERS:
                    partners = partners[np.lexsort((self._rank[partners], -weight[part]))[:_PARTNERS]]
                yield at, partners

    def _bystanders(self, at: int) -> Ints:
        """Facts of the nearest articles whose days can meet: the circle against which a pair's company is judged."""
        articles = self._collection.signatures[at].articles
        if articles not in self._circles:
            self._circles[articles] = self._nearest(articles)
        near, spans = self._circles[articles], self.spans
        first, last = spans[at, 0] - self._window, spans[at, 1] + self._window
        here: Ints = near[(spans[near, 0] <= last) & (spans[near, 1] >= first)]
        return here

    def _nearest(self, articles: frozenset[str]) -> Ints:
        near: dict[str, float] = {}
        for article in articles:
            for other, value in self._collection.near[article].items():
                near[other] = max(value, near.get(other, 0.0))
        found: list[int] = []
        for article, _ in sorted(near.items(), key=lambda item: (-item[1], item[0])):
            if len(found) >= _CIRCLE:
                break
            found += self._told_by[article]
        return np.array(found[:_CIRCLE], np.int64)
