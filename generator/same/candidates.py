"""A collection in, the pairs of facts worth comparing out.

Two facts are a pair when their days can meet and they share enough. Among new facts and old ones that were compared
before only the new ones look for partners; the old ones they find do so too, for the company these keep is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from typing import Any

import numpy as np

from .arrays import Bags, Ints, Vocabulary, distinct, numbered_in
from .files import ALWAYS, Files, meeting
from .hands import ALONE, Hands
from .near import Near
from .signature import Collection

_PARTNERS = 100  # the most promising partners of one fact that are compared at all
_CIRCLE = 70  # facts that one is compared with to see what company it keeps, where there are so many; more gain nothing
_PART = 300  # facts whose partners are looked for by one process
_NONE = np.zeros(0, np.int64)


def candidate_pairs(
    collection: Collection, window: int, old: AbstractSet[int] = frozenset(), hands: Hands = ALONE
) -> tuple[Ints, Ints]:
    """Pairs of indexes, smaller first, each once, in order."""
    search = _Search(collection, window, old, hands)
    codes = distinct(np.concatenate([_NONE, *search.found(np.flatnonzero(search.new))]))
    if old:
        met = np.zeros(search.count, np.bool_)
        for side in np.divmod(codes, search.count):
            met[side] = True
        codes = distinct(np.concatenate([codes, *search.found(np.flatnonzero(met & ~search.new))]))
    one, other = np.divmod(codes, max(1, search.count))
    meet = meeting(search.spans, one, other, window)
    return one[meet], other[meet]


def _done(job: Callable[[], Any]) -> Any:
    return job()


class _Search:
    """The tellings of a collection, asked for the partners of some."""

    def __init__(self, collection: Collection, window: int, old: AbstractSet[int], hands: Hands) -> None:
        self._collection, self._window, self._hands = collection, window, hands
        signatures = collection.signatures
        self.count = count = len(signatures)
        self.spans = np.array([one.days or ALWAYS for one in signatures]).reshape(count, 2)
        self.new = ~np.isin(np.arange(count), list(old))
        often = Counter(term for signature in signatures for term in signature.terms)
        words: Vocabulary[str] = Vocabulary()  # of two facts at least: that of one brings nobody together
        for term in sorted(term for term, many in often.items() if many > 1):
            words[term]
        terms = Bags([signature.terms & words.keys() for signature in signatures], words)
        self._filed = Files(terms, self.spans, self.new)
        self._rank = numbered_in(sorted(range(count), key=lambda at: signatures[at].fact.id))
        self._lone = np.array([len(signature.terms) < 2 for signature in signatures], np.bool_)
        self._rarity = np.array([collection.rarity[term] for term in words])

    def found(self, which: Ints) -> Iterator[Ints]:
        """The pairs that each of some is in, both indexes in one number."""
        parts = [which[low : low + _PART] for low in range(0, len(which), _PART)]
        kin, jobs = self._collection.kin, list[Callable[[], Any]]()
        if not kin.known:
            jobs += [partial(kin.nearest.of, part) for part in kin.nearest.parts]
        looked = len(jobs)
        jobs += [partial(self._partners, part) for part in parts]
        made = [*self._hands.among(_done, jobs)]
        if not kin.known:
            kin.take(made[:looked])
        for codes, few, more in made[looked:]:
            yield codes
            yield self._codes(*self._bystanders(few, more))

    def _partners(self, which: Ints) -> tuple[Ints, Ints, Ints]:
        """The pairs of some with whom they share terms; those who have few, and how many more each may have."""
        codes, lonely, more = [_NONE], [_NONE], [_NONE]
        for some in self._filed.sharing(which, self._window, self._rarity, self._lone):
            own, other, weight = some.own, some.other, some.weight
            many = np.bincount(own, minlength=self.count)
            crowd = np.flatnonzero(many[own] > _PARTNERS)
            best = crowd[np.lexsort((self._rank[other[crowd]], -weight[crowd], own[crowd]))]
            late = np.arange(len(best)) - np.searchsorted(own[best], own[best]) >= _PARTNERS
            kept = np.ones(len(own), np.bool_)
            kept[best[late]] = False
            codes.append(self._codes(own[kept], other[kept]))
            few = some.whose[(many[some.whose] > 0) & (many[some.whose] < _CIRCLE)]
            lonely.append(few)
            more.append(_CIRCLE - many[few])
        return np.concatenate(codes), np.concatenate(lonely), np.concatenate(more)

    def _codes(self, one: Ints, other: Ints) -> Ints:
        apart = one != other
        one, other = one[apart], other[apart]
        return np.minimum(one, other) * self.count + np.maximum(one, other)

    def _bystanders(self, which: Ints, most: Ints) -> tuple[Ints, Ints]:
        """Facts of the nearest articles whose days can meet, so many for each of some: the circle of its company."""
        rows, circles = self._circles
        near = circles[rows[which]]
        times = self.spans[near]
        first, last = self.spans[which, 0] - self._window, self.spans[which, 1] + self._window
        here = (near >= 0) & (times[:, :, 0] <= last[:, None]) & (times[:, :, 1] >= first[:, None])
        here &= np.cumsum(here, axis=1) <= most[:, None]
        row, column = np.nonzero(here)
        return which[row], near[row, column]

    @cached_property
    def _circles(self) -> tuple[Ints, Ints]:
        """The circle of each telling, as a row; and the facts of each circle, those of the nearest articles first."""
        home = {name: at for at, name in enumerate(self._collection.leads)}
        told = [[home[name] for name in sorted(one.articles)] for one in self._collection.signatures]
        groups = Vocabulary[tuple[int, ...]]()
        rows = np.array([groups[tuple(articles)] for articles in told], np.int64)
        owner = np.repeat(np.arange(self.count), [len(articles) for articles in told])
        article = np.array([at for articles in told for at in articles], np.int64)
        order = np.argsort(article, kind="stable")
        owner, held = owner[order], np.bincount(article, minlength=len(home))
        starts = np.cumsum(held) - held
        row, other = self._nearest(groups, sorted(home, key=home.__getitem__))
        row, other, _ = _first_of_each(row, other, held[other])
        sizes = held[other]
        place = np.repeat(starts[other] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        row, place, rank = _first_of_each(np.repeat(row, sizes), place, np.ones(len(place), np.int64))
        circles = np.full((len(groups), _CIRCLE), -1, np.int64)
        circles[row, rank] = owner[place]
        return rows, circles

    def _nearest(self, groups: Iterable[tuple[int, ...]], names: Sequence[str]) -> tuple[Ints, Ints]:
        """The articles near those of each group, the nearest first."""
        near, ranks = self._collection.near, numbered_in(sorted(range(len(names)), key=names.__getitem__))
        order = np.lexsort((ranks[near.other], -near.values, near.one))
        ends = np.searchsorted(near.one, np.arange(len(names) + 1)).tolist()
        found = [_NONE]
        for group in groups:
            around = [order[ends[article] : ends[article + 1]] for article in group]
            found.append(near.other[around[0]] if len(group) == 1 else _together(near, around, ranks))
        return np.repeat(np.arange(len(found) - 1), list(map(len, found[1:]))), np.concatenate(found)


def _together(near: Near, around: Sequence[Ints], ranks: Ints) -> Ints:
    """Those near one of several articles, the nearest first."""
    value = np.zeros(len(ranks))
    for places in around:
        others = near.other[places]
        value[others] = np.maximum(value[others], near.values[places])
    met = np.flatnonzero(value)
    return met[np.lexsort((ranks[met], -value[met]))]


def _first_of_each(row: Ints, what: Ints, many: Ints) -> tuple[Ints, Ints, Ints]:
    """What each row has first, until it has enough; and how many come before each."""
    before = np.cumsum(many) - many
    before -= before[np.searchsorted(row, row)]
    enough = before < _CIRCLE
    return row[enough], what[enough], before[enough]
