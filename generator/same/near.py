"""The leads of many articles in, which of them are near one another out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import numpy as np

from .arrays import Bags, Floats, Ints, Vocabulary, numbered_in

_CROWD = 150  # a term of more articles than this does not make two of them near
_NEAR = 100  # the nearest articles of each that are kept
_KIN = 0.1  # cosine of two leads from which their articles may tell of one story
_PART = 100  # leads that are looked at by one process
_AT_ONCE = 100_000  # times that a term of one is met in another, so that they stay near the processor


class Near:
    """For each article, by its place, those whose leads share terms that not everybody has, by cosine; both ways."""

    def __init__(self, ranks: Ints, rows: Iterable[Floats]) -> None:
        """Of as many articles as there are ``ranks``, by what ``Nearest`` found of some at a time; of each the nearest."""
        self.count = count = len(ranks)
        low, high, value = np.concatenate([np.zeros((3, 0)), *rows], axis=1)
        one, other = (np.concatenate(side).astype(np.int64) for side in ((low, high), (high, low)))
        values = np.concatenate([value, value])
        best = np.lexsort((ranks[other], -values, one))
        kept = np.zeros(len(one), np.bool_)
        kept[best[np.arange(len(best)) - np.searchsorted(one[best], one[best]) < _NEAR]] = True
        kept |= np.roll(kept, len(low))  # near for one of the two
        order = np.argsort(one[kept] * count + other[kept])
        self.one, self.other, self.values = (side[kept][order] for side in (one, other, values))
        self.codes = self.one * count + self.other

    def of(self, one: Ints, other: Ints) -> Floats:
        """How near two articles each are; 0 for others, and of an article and itself."""
        if not len(self.codes):
            return np.zeros(len(one))
        asked = one * self.count + other
        at = np.minimum(np.searchsorted(self.codes, asked), len(self.codes) - 1)
        known = (self.codes[at] == asked) & (np.maximum(one, other) < self.count)
        return np.where(known, self.values[at], 0.0)


class Nearest:
    """The leads under their terms, asked for the nearest of some."""

    def __init__(
        self, leads: Mapping[str, tuple[AbstractSet[str], float]], rarity: Mapping[str, float]
    ) -> None:
        """A lead is its terms and their length."""
        self.count = count = len(leads)
        self.parts = [range(low, min(low + _PART, count)) for low in range(0, count, _PART)]
        names, terms = list(leads), Vocabulary[str]()
        self._bags = bags = Bags([leads[name][0] for name in names], terms)
        self._squares = np.array([rarity[term] ** 2 for term in terms])
        self._lengths = np.array([leads[name][1] for name in names])
        self.ranks = numbered_in(sorted(range(len(names)), key=lambda at: names[at]))
        shelf = np.argsort(bags.items, kind="stable")
        home = np.repeat(np.arange(len(names)), bags.sizes)
        self._owners = home[shelf]
        self._many = many = np.bincount(bags.items, minlength=len(terms))
        self._behind = numbered_in(shelf) + 1  # of each term of each lead the next one on its shelf
        self._left = np.cumsum(many)[bags.items] - self._behind  # and how many there are
        met = np.bincount(home, self._left, len(names))
        self._step = max(1, int(_AT_ONCE // max(1.0, met.mean() if len(met) else 1.0)))

    def of(self, part: range) -> Floats:
        """Whose, who and how near, of some of the leads and those behind them."""
        steps = [part[low : low + self._step] for low in range(0, len(part), self._step)]
        return np.concatenate([self._of(np.arange(step.start, step.stop)) for step in steps], axis=1)

    def _of(self, some: Ints) -> Floats:
        count = self.count
        row, at = self._bags.spread(some)
        term, sizes = self._bags.items[at], self._left[at]
        place = np.repeat(self._behind[at] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        cells = np.repeat(row * count, sizes) + self._owners[place]
        weights = np.repeat(self._squares[term], sizes)
        telling = np.repeat(self._many[term] <= _CROWD, sizes)
        shared = np.bincount(cells[telling], weights[telling], len(some) * count)
        cell = np.flatnonzero(shared > 0)
        one, other = np.divmod(cell, count)
        one += some[0]
        size = self._lengths[one] * self._lengths[other]
        likeness = np.bincount(cells, weights, len(some) * count)[cell] / size
        kept = (shared[cell] >= _KIN / 2 * size) & (likeness >= _KIN)
        return np.stack([one[kept].astype(np.float64), other[kept].astype(np.float64), likeness[kept]])
