"""The leads of many articles in, which of them are near one another out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

import numpy as np

from .arrays import Bags, Floats, Ints, Vocabulary, numbered_in

_CROWD = 150  # a term of more articles than this does not make two of them near
_NEAR = 100  # the nearest articles of each that are kept
_KIN = 0.1  # cosine of two leads from which their articles may tell of one story
_AT_ONCE = 100_000  # times that a term of one is met in another, so that they stay near the processor


class Near:
    """For each article, by its place, those whose leads share terms that not everybody has, by cosine; both ways."""

    def __init__(
        self, leads: Mapping[str, tuple[AbstractSet[str], float]], rarity: Mapping[str, float]
    ) -> None:
        """A lead is its terms and their length."""
        self.count = count = len(leads)
        rows = [np.zeros((3, 0)), *_nearest(leads, rarity)]
        one, other, value = np.concatenate(rows, axis=1)
        codes = np.concatenate([one * count + other, other * count + one]).astype(np.int64)
        codes, first = np.unique(codes, return_index=True)
        self.codes, self.values = codes, np.concatenate([value, value])[first]
        self.one, self.other = np.divmod(codes, max(1, count))

    def of(self, one: Ints, other: Ints) -> Floats:
        """How near two articles each are; 0 for others, and of an article and itself."""
        if not len(self.codes):
            return np.zeros(len(one))
        asked = one * self.count + other
        at = np.minimum(np.searchsorted(self.codes, asked), len(self.codes) - 1)
        known = (self.codes[at] == asked) & (np.maximum(one, other) < self.count)
        return np.where(known, self.values[at], 0.0)


def _nearest(
    leads: Mapping[str, tuple[AbstractSet[str], float]], rarity: Mapping[str, float]
) -> Iterator[Floats]:
    """The nearest of each, some articles at once: whose, who and how near."""
    names, terms = list(leads), Vocabulary[str]()
    bags = Bags([leads[name][0] for name in names], terms)
    squares = np.array([rarity[term] ** 2 for term in terms])
    lengths = np.array([leads[name][1] for name in names])
    order = numbered_in(sorted(range(len(names)), key=lambda at: names[at]))
    shelf = np.argsort(bags.items, kind="stable")
    owners = np.repeat(np.arange(len(names)), bags.sizes)[shelf]
    many = np.bincount(bags.items, minlength=len(terms))
    starts = np.cumsum(many) - many
    met = np.bincount(np.repeat(np.arange(len(names)), bags.sizes), many[bags.items], len(names))
    step = max(1, int(_AT_ONCE // max(1.0, met.mean() if len(met) else 1.0)))
    for low in range(0, len(names), step):
        some = np.arange(low, min(low + step, len(names)))
        row, at = bags.spread(some)
        term = bags.items[at]
        sizes = many[term]
        place = np.repeat(starts[term] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        cells = np.repeat(row * len(names), sizes) + owners[place]
        weights, count = np.repeat(squares[term], sizes), len(some) * len(names)
        telling = np.repeat(sizes <= _CROWD, sizes)
        shared = np.bincount(cells[telling], weights[telling], count)
        cell = np.flatnonzero(shared > 0)
        one, other = np.divmod(cell, len(names))
        one += low
        size = lengths[one] * lengths[other]
        likeness = np.bincount(cells, weights, count)[cell] / size
        kept = (
            (one != other) & (shared[cell] >= _KIN / 2 * lengths[one] * lengths[other]) & (likeness >= _KIN)
        )
        one, other, likeness = one[kept], other[kept], likeness[kept]
        best = np.lexsort((order[other], -likeness, one))
        best = best[np.arange(len(one)) - np.searchsorted(one, one) < _NEAR]
        yield np.stack([one[best].astype(np.float64), other[best].astype(np.float64), likeness[best]])
