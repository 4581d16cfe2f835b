"""Bags of terms with their days in, which of them share terms at one time out: a new one with new and with old ones.

Each is filed under its terms and, within a term, by day; so the cost grows with what a window holds, not with its
square. A term that too many of one window have says nothing there and is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from .arrays import Bags, Flags, Floats, Ints, summed

_CROWD = 120  # more than this under one term in one window: the term tells nothing apart
_LONG = 31  # days; a vaguer date than a month is filed apart, to keep the windows narrow
_AT_ONCE = 1_000_000  # so many cells of a table of who shares what with whom are filled
ALWAYS = (-(10**9), 10**9)  # the days of what is undated


class Sharing(NamedTuple):
    """Pairs that share enough terms, by the one: who the one and the other is, and how rare what they share is."""

    whose: Ints  # all that were asked for, also those that share nothing
    own: Ints
    other: Ints
    weight: Floats


class Files:
    """Bags under each of their terms, by how long their time is."""

    def __init__(self, terms: Bags, spans: Ints, new: Flags) -> None:
        self._terms, self._spans, self._new = terms, spans, new
        vague = spans[:, 1] - spans[:, 0] > _LONG
        single = spans[:, 0] == spans[:, 1]
        kinds = [(vague, np.zeros(len(spans), np.int64)), (single & ~vague, spans[:, 0])]
        kinds.append((~single & ~vague, spans[:, 0]))
        self._sides = [[_File(terms, some & side, days) for some, days in kinds] for side in (new, ~new)]

    def sharing(self, which: Ints, window: int, rarity: Floats, lone: Flags) -> Iterator[Sharing]:
        """Whom each of some shares several terms with, some at once; where either is ``lone``, one term."""
        count, single = len(self._spans), np.flatnonzero(lone)
        step = max(1, _AT_ONCE // max(1, count))
        for low in range(0, len(which), step):
            mine = which[low : low + step]
            owner, term, other = self._open(mine, window)
            cell, cells = owner * count + other, len(mine) * count
            shared = np.bincount(cell, minlength=cells)
            weight = summed(cell, rarity[term], cells)
            table = shared.reshape(len(mine), count)
            enough = table > 1
            enough[:, single] = table[:, single] > 0
            enough[lone[mine]] = table[lone[mine]] > 0
            found = np.flatnonzero(enough)
            row = found // count
            own, other = mine[row], found - row * count
            apart = own != other
            yield Sharing(mine, own[apart], other[apart], weight[found[apart]])

    def _open(self, which: Ints, window: int) -> tuple[Ints, Ints, Ints]:
        """Those whose days can meet those of some, under each of their terms but crowded ones.

        Whose each is, as a place in ``which``; under which term; and which it is. A crowd of new ones does not hide the
        old from a new one, nor a crowd of old ones the new.
        """
        owner, at = self._terms.spread(which)
        term = self._terms.items[at]
        first, last = self._spans[which[owner], 0] - window, self._spans[which[owner], 1] + window
        zero = np.zeros_like(term)
        times = ((zero, zero), (first, last), (first - _LONG, last))
        sides = [
            [(file, *file.between(term, *time)) for file, time in zip(side, times, strict=True)]
            for side in self._sides
        ]
        counts = [sum(high - low for _, low, high in rows) for rows in sides]
        alone = self._new[which[owner]]
        found = []
        for rows, count in zip(sides, counts, strict=True):
            few = np.where(alone, count, sum(counts)) <= _CROWD
            whose, under = owner[few], term[few]
            for file, low, high in rows:
                sizes = (high - low)[few]
                place = np.repeat(np.arange(len(sizes)), sizes)
                step = np.arange(len(place)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
                found.append((whose[place], under[place], file.held[low[few][place] + step]))
        whose, under, held = (np.concatenate(part) for part in zip(*found, strict=True))
        return whose, under, held


class _File:
    """Some of the bags under their terms, by day."""

    def __init__(self, terms: Bags, some: Flags, days: Ints) -> None:
        which = np.flatnonzero(some)
        owner, at = terms.spread(which)
        held, term = which[owner], terms.items[at]
        self._first = int(days[which].min(initial=0))
        self._days = int(days[which].max(initial=0)) - self._first + 1
        keys = term * (self._days + 2) + days[held] - self._first + 1
        order = np.argsort(keys, kind="stable")
        self.held, self._keys = held[order], keys[order]

    def between(self, term: Ints, first: Ints, last: Ints) -> tuple[Ints, Ints]:
        """Where those of some days begin and end, under each term."""
        place = term * (self._days + 2)
        low = np.clip(first - self._first + 1, 1, self._days + 1)
        high = np.clip(last - self._first + 1, 0, self._days)
        start = np.searchsorted(self._keys, place + low)
        return start, np.maximum(start, np.searchsorted(self._keys, place + high, "right"))


def meeting(spans: Ints, one: Ints, other: Ints, window: int) -> Flags:
    """Which pairs are of days that can meet."""
    found: Flags = (spans[one, 0] <= spans[other, 1] + window) & (spans[other, 0] <= spans[one, 1] + window)
    return found
