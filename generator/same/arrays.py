"""Values of many tellings in, arrays out in which the same is looked up for many pairs at once.

What two texts share is asked of a hundred thousand pairs of a dense story; asked of all at once it costs a tenth.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import chain
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T", bound=Hashable)
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.unsignedinteger[Any]]
_MOST_CELLS = 40_000_000
_CELLS_AN_ASKED = 40  # a larger table costs more to fill than to do without


class Vocabulary(dict[T, int]):
    """A number for each thing, in the order in which they are first met."""

    def __missing__(self, thing: T) -> int:
        self[thing] = number = len(self)
        return number

    def renumber(self, first: int) -> None:
        """Number those from ``first`` on by what they are."""
        fresh = [self.popitem()[0] for _ in range(len(self) - first)]
        for thing in sorted(fresh, key=repr):
            self[thing] = len(self)


class Bags:
    """Sets of things, one after the other in one array; each thing by its number."""

    def __init__(self, sets: Sequence[Iterable[T]], words: Vocabulary[T]) -> None:
        sizes: list[int] = []
        items: list[int] = []
        for one in sets:
            known, before = len(words), len(items)
            items += map(words.__getitem__, one)
            if len(words) > known:
                # A set has no order; what is summed in the order of these numbers has, to the last digit.
                words.renumber(known)
                items[before:] = map(words.__getitem__, one)
            sizes.append(len(items) - before)
        self.sizes = np.array(sizes, np.int64)
        self.starts = np.cumsum(self.sizes) - self.sizes
        self.items = np.array(items, np.int64)
        self.widen(len(words))
        self._keys.sort()  # each bag in the order of its numbers
        self.items = self._keys % self.width

    @classmethod
    def of(cls, sizes: Ints, items: Ints, words: int) -> Bags:
        """Bags of things that have their numbers."""
        bags = cls.__new__(cls)
        bags.sizes, bags.items, bags.starts = sizes, items, np.cumsum(sizes) - sizes
        bags.widen(words)
        return bags

    @classmethod
    def lined(cls, rows: Sequence[Sequence[T]], words: Vocabulary[T]) -> tuple[Bags, Ints]:
        """Bags of rows in which nothing stands twice, and which place of all the rows each of their things had.

        New things get their numbers as they come: where sums hang on these, each row must be in an order of its own.
        """
        sizes = np.fromiter(map(len, rows), np.int64, len(rows))
        items = np.fromiter(map(words.__getitem__, chain.from_iterable(rows)), np.int64, int(sizes.sum()))
        keys = np.repeat(np.arange(len(sizes)), sizes) * (len(words) + 1) + items
        order = np.argsort(keys, kind="stable")
        return cls.of(sizes, items[order], len(words)), order

    def widen(self, words: int) -> None:
        """Have the bags asked for any of so many things."""
        self.width = words + 1
        self._keys = np.repeat(np.arange(len(self.sizes)), self.sizes) * self.width + self.items
        self._map: Places | None = None
        self._asked = 0

    def spread(self, which: Ints) -> tuple[Ints, Ints]:
        """The things of ``which`` bags one after the other: whose each is, as a place in ``which``, and where it lies."""
        sizes = self.sizes[which]
        owner = np.repeat(np.arange(len(which)), sizes)
        return owner, np.arange(len(owner)) + np.repeat(self.starts[which] - np.cumsum(sizes) + sizes, sizes)

    def find(self, which: Ints, items: Ints) -> Ints:
        """Where each thing lies in the bag beside it; -1 where it does not."""
        if not len(self._keys):
            return np.full(len(items), -1, np.int64)
        asked = which * self.width + items
        places = self._places(len(items))
        if places is not None:
            held = places[asked]
            return np.where(held, self.starts[which] + held - 1, -1)
        at = np.minimum(np.searchsorted(self._keys, asked), len(self._keys) - 1)
        return np.where(self._keys[at] == asked, at, -1)

    def _places(self, asked: int) -> Places | None:
        """Where everything lies in its bag, from 1, as one table that is asked at once; where that is not too large."""
        cells = len(self.sizes) * self.width
        self._asked += asked
        if self._map is None and cells <= min(_MOST_CELLS, _CELLS_AN_ASKED * self._asked):
            most = int(self.sizes.max(initial=0))
            places: Places = np.zeros(cells, np.uint8 if most < 256 else np.uint32)
            places[self._keys] = np.arange(1, len(self.items) + 1) - np.repeat(self.starts, self.sizes)
            self._map = places
        return self._map

    def has(self, which: Ints, items: Ints) -> Flags:
        """Whether each thing lies in the bag beside it."""
        places = self._places(len(items))
        if places is None:
            return self.find(which, items) >= 0
        found: Flags = places[which * self.width + items] > 0
        return found

    def met(self, one: Ints, other: Ints) -> Floats:
        """How many things the two bags of each pair share."""
        owner, at = self.spread(one)
        return counted(owner[self.has(other[owner], self.items[at])], len(one))


def summed(owner: Ints, weights: Floats | Flags, count: int) -> Floats:
    """The sum of the weights of each owner."""
    found: Floats = np.bincount(owner, weights, count).astype(np.float64, copy=False)
    return found


def counted(owner: Ints, count: int) -> Floats:
    """How often each owner is met."""
    return np.bincount(owner, minlength=count).astype(np.float64)


def numbered(codes: Ints, below: int) -> tuple[Ints, Ints]:
    """The codes in order, each once, and the place of each among them; quickly where there are few ``below`` that they can be."""
    if below > _MOST_CELLS:
        found, place = np.unique(codes, return_inverse=True)
        return found, place
    met = np.zeros(below, np.bool_)
    met[codes] = True
    found = np.flatnonzero(met)
    places = np.empty(below, np.int64)
    places[found] = np.arange(len(found))
    return found, places[codes]


def numbered_in(order: Sequence[int] | Ints) -> Ints:
    """The rank of each place, of places in their order."""
    ranks = np.empty(len(order), np.int64)
    ranks[np.asarray(order, np.int64)] = np.arange(len(order))
    return ranks


def distinct(values: Ints) -> Ints:
    """The values in order, each once; sorting them is six times as quick as numpy's own way by hashes."""
    values = np.sort(values)
    return values[np.flatnonzero(np.diff(values, prepend=values[:1] - 1))]
