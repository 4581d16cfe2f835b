"""What is judged of many pairs in, a row a pair; the same as bytes, and as said of units of tellings, out."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from .arrays import Flags, Floats, Ints
from .veto import About

REASONS: tuple[About, ...] = get_args(About)
# What differs here makes two facts, not even perhaps one.
APART: frozenset[About] = frozenset({"declared", "article", "kind", "denial", "number", "date", "event"})
MERGE_SCORE = 0.85
_OTHERS = 0.5  # weight of the average over all tellings beside that of the likest
IS_APART = np.array([False, *(reason in APART for reason in REASONS)])

Rules = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Judged:
    """Candidate pairs of a collection in order: how likely one (0 to 1), and why not, for those that must stay apart."""

    one: Ints
    other: Ints
    likeness: Floats
    verbatim: Floats
    about: Floats  # how likely those that a veto keeps apart are of one thing
    rule: Rules  # the veto's reason by its place in ``REASONS``, from 1; 0 for none
    told: Flags  # there is a likeness
    barred: Flags  # a veto keeps whole groups apart
    strict: Flags  # nearly the same words
    followed: Flags  # there is an ``about``

    @classmethod
    def together(cls, parts: Sequence[Judged]) -> Judged:
        """What was judged of shares as of the whole."""
        rows = [np.concatenate([getattr(part, name) for part in parts]) for name in cls.__slots__]
        return cls(*rows)

    def data(self) -> bytes:
        """All but the pairs, as bytes with their checksum."""
        whole = b"".join(getattr(self, name).astype(kind).tobytes() for name, kind in _ROWS.items())
        return zlib.crc32(whole).to_bytes(4, "little") + whole

    @classmethod
    def of(cls, one: Ints, other: Ints, data: bytes) -> Judged | None:
        """What ``data`` says of these pairs; None where it is damaged."""
        sizes = [np.dtype(kind).itemsize * len(one) for kind in _ROWS.values()]
        whole = data[4:]
        if len(whole) != sum(sizes) or data[:4] != zlib.crc32(whole).to_bytes(4, "little"):
            return None
        starts = np.cumsum([0, *sizes]).tolist()
        kinds = zip(_ROWS.values(), starts, strict=False)
        rows = [np.frombuffer(whole, kind, len(one), at) for kind, at in kinds]
        return cls(one, other, *rows)


_ROWS = dict.fromkeys(("likeness", "verbatim", "about"), "<f8") | {"rule": "u1"}
_ROWS |= dict.fromkeys(("told", "barred", "strict", "followed"), "?")


@dataclass(frozen=True, slots=True)
class Kept:
    """Pairs that a veto keeps apart: where it stands in what was judged, its reason, and a likeness of the pair."""

    one: Ints
    other: Ints
    place: Ints
    rule: Rules
    value: Floats


@dataclass(frozen=True, slots=True)
class Folded:
    """What is judged of units; of each pair the smaller one first."""

    one: Ints  # pairs with a likeness, in the order in which they were met
    other: Ints
    likeness: Floats
    apart: Flags  # a veto makes them two, not even perhaps one
    vetoed: Kept  # all with a veto in order, and how alike their words are
    barred: tuple[Ints, Ints]
    followed: Kept  # those that may be of one thing all the same, and how likely; as they were met


def fold(judged: Judged, units: Sequence[Sequence[int]], count: int) -> Folded:
    """What is judged of ``count`` tellings as said of ``units``.

    Two are as like as their likest tellings, less where their others are not, copies aside. What keeps two tellings apart
    keeps the units apart, and is what the two differ on.
    """
    unit_of, sizes = np.zeros(count, np.int64), np.array([len(unit) for unit in units], np.int64)
    for place, unit in enumerate(units):
        unit_of[list(unit)] = place
    width = max(1, len(units))
    one, other = unit_of[judged.one], unit_of[judged.other]
    codes, two = np.minimum(one, other) * width + np.maximum(one, other), one != other
    told = np.flatnonzero(two & judged.told)
    pairs, where = _as_met(codes[told])
    best = _highest(where, judged.likeness[told], len(pairs))
    verbatim = _highest(where, judged.verbatim[told], len(pairs))
    total = np.bincount(where, judged.likeness[told], len(pairs))
    low, high = np.divmod(pairs, width)
    rest = best - total / (sizes[low] * sizes[high])
    barred = np.divmod(np.unique(codes[two & judged.barred]), width)
    which, vetoed = _vetoes(judged, codes, np.flatnonzero(two & (judged.rule > 0)))
    rules, order = judged.rule[vetoed], np.argsort(pairs)
    at = np.searchsorted(pairs, which, sorter=order)
    known = np.flatnonzero(at < len(pairs))
    known = known[pairs[order[at[known]]] == which[known]]
    alike, apart = np.zeros(len(which)), np.zeros(len(pairs), np.bool_)
    alike[known] = verbatim[order[at[known]]]
    apart[order[at[known]]] = IS_APART[rules[known]]
    return Folded(
        low,
        high,
        best - (verbatim < MERGE_SCORE) * _OTHERS * rest,
        apart,
        Kept(*np.divmod(which, width), vetoed, rules, alike),
        (barred[0], barred[1]),
        _followed(judged, codes, np.flatnonzero(two & judged.followed), width, (which, rules)),
    )


def _as_met(codes: Ints) -> tuple[Ints, Ints]:
    """The codes in the order in which they were met, each once, and the place of each among them."""
    found, first, place = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return found[order], rank[place]


def _highest(place: Ints, values: Floats, count: int) -> Floats:
    found = np.zeros(count)
    np.maximum.at(found, place, values)
    return found


def _vetoes(judged: Judged, codes: Ints, at: Ints) -> tuple[Ints, Ints]:
    """Pairs of units with a veto, each once in order, and where it stands: the first that makes two of them, or the last."""
    at = at[np.argsort(codes[at], kind="stable")]
    found, starts = np.unique(codes[at], return_index=True)
    if not len(found):
        return found, at
    ends = np.append(starts[1:], len(at))
    first = np.where(IS_APART[judged.rule[at]], np.arange(len(at)), len(at))
    first = np.minimum.reduceat(first, starts)
    return found, at[np.where(first < ends, first, ends - 1)]


def _followed(judged: Judged, codes: Ints, at: Ints, width: int, vetoes: tuple[Ints, Rules]) -> Kept:
    pairs, place = _as_met(codes[at])
    value = _highest(place, judged.about[at], len(pairs))
    which, rules = vetoes
    found = np.searchsorted(which, pairs)  # each has a veto
    return Kept(*np.divmod(pairs, width), found, rules[found], value)
