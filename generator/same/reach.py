"""New facts and a project's facts in, those of the project that a new one could be out.

Only what shares telling words with a new fact, at a time that the two can have in common, is compared with it: what
one article costs hangs on how much is told like it, not on how much the project holds. The words of a project's facts
are kept from one batch to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..model import Fact
from .arrays import Bags, Flags, Ints, Vocabulary
from .files import ALWAYS, Files, meeting
from .signature import day_span
from .tellings import further_quotes
from .words import telling_words

Small = NDArray[np.int32]  # half of the room, of what is kept for every fact
_PARTNERS = 100  # facts of the project that one new one may be
_BESIDE = 2_500  # facts of the project that are compared with the new ones of one batch
_FINE = 1000  # steps of rarity: sums of whole numbers are the same in any order


class FileFacts(Protocol):
    """The facts of a file; where these change it is another value."""

    @property
    def facts(self) -> Sequence[Fact]:
        """The facts."""


@dataclass(frozen=True)
class _Shelf:
    """Some facts as arrays: when they are, and the words of each one after the other."""

    of: FileFacts | None
    spans: Ints
    sizes: Small
    words: Small


class Reach:
    """A project's facts by their words and days."""

    def __init__(self) -> None:
        self._words: Vocabulary[str] = Vocabulary()
        self._shelves: dict[str, _Shelf] = {}

    def renew(self, files: Mapping[str, FileFacts]) -> None:
        """Take in the facts of a project by their files; those of a file that is as it was are known."""
        known = self._shelves
        self._shelves = {
            path: shelf
            if (shelf := known.get(path)) and shelf.of is file
            else self._shelf(file.facts, file, shelf)
            for path, file in files.items()
        }

    def _shelf(
        self, facts: Sequence[Fact], of: FileFacts | None = None, before: _Shelf | None = None
    ) -> _Shelf:
        """The facts of a file; those it had ``before`` are not read again."""
        known: dict[int, Small] = {}
        if before is not None and before.of is not None and len(before.sizes):
            each = np.split(before.words, np.cumsum(before.sizes)[:-1])
            known = {id(fact): words for fact, words in zip(before.of.facts, each, strict=True)}
        every = [known[id(fact)] if id(fact) in known else self._read(fact) for fact in facts]
        sizes = np.array([len(words) for words in every], np.int32)
        return _Shelf(of, _spans(facts), sizes, np.concatenate([np.zeros(0, np.int32), *every]))

    def _read(self, fact: Fact) -> Small:
        return np.array(sorted([self._words[word] for word in sorted(_words_of(fact))]), np.int32)

    def near(self, new: Sequence[Fact], others: Sequence[Fact], window: int) -> list[Fact]:
        """Those among the project's and some ``others`` that a new fact could be, in their order."""
        spans = _spans(new)
        met = _meeting(_spans(others), spans, window)
        loose = [fact for fact, meets in zip(others, met.tolist(), strict=True) if meets]
        shelves = [shelf for shelf in (*self._shelves.values(), self._shelf(loose)) if len(shelf.sizes)]
        if not shelves or not new:
            return []
        around = np.array([(shelf.spans[:, 0].min(), shelf.spans[:, 1].max()) for shelf in shelves], np.int64)
        meets = _meeting(around, spans, window)
        shelves = [shelf for shelf, some in zip(shelves, meets.tolist(), strict=True) if some]
        if not shelves:
            return []
        mine = self._shelf(new)
        there = np.concatenate([shelf.spans for shelf in shelves])
        sizes = np.concatenate([shelf.sizes for shelf in shelves]).astype(np.int64)
        words = np.concatenate([shelf.words for shelf in shelves])
        held = np.flatnonzero(_meeting(there, spans, window))
        asked = np.zeros(len(self._words), np.bool_)
        asked[mine.words] = True
        kept = np.zeros(len(there), np.bool_)
        kept[held] = True
        kept_words = asked[words] & np.repeat(kept, sizes)
        places = np.repeat(np.arange(len(there)), sizes)[kept_words]
        shared = np.bincount(places, minlength=len(there))[held]
        items = np.concatenate([mine.words, words[kept_words]]).astype(np.int64)
        bags = Bags.of(np.concatenate([mine.sizes, shared]).astype(np.int64), items, len(asked))
        times, wide = np.concatenate([spans, there[held]]), np.concatenate([mine.sizes, sizes[held]])
        found = held[_found(bags, times, wide < 2, len(new), window)]
        starts = np.cumsum([0, *(len(shelf.sizes) for shelf in shelves)])
        where = np.searchsorted(starts, found, "right") - 1
        files = {
            place: shelves[place].of for place in np.unique(where).tolist()
        }  # of no others is anything asked for
        every = {place: loose if file is None else file.facts for place, file in files.items()}
        pairs = zip(where.tolist(), (found - starts[where]).tolist(), strict=True)
        return [every[place][at] for place, at in pairs]


def _found(bags: Bags, spans: Ints, lone: Flags, new: int, window: int) -> Flags:
    """Which of those behind the first ``new`` share enough with one of these; of too many the best of each, in turn."""
    count = len(spans)
    fresh = np.arange(count) < new
    often = np.bincount(bags.items, minlength=bags.width)
    rarity = np.round(_FINE * np.log((count + 1) / (often + 0.5)))
    place, most = np.full(count, _PARTNERS, np.int64), np.zeros(count)
    for some in Files(bags, spans, fresh).sharing(np.arange(new), window, rarity, lone):
        enough = ~fresh[some.other]
        enough &= meeting(spans, some.own, some.other, window)
        own, other, weight = some.own[enough], some.other[enough], some.weight[enough]
        order = np.lexsort((other, -weight, own))
        own, other = own[order], other[order]
        rank = np.arange(len(own)) - np.searchsorted(own, own)
        np.minimum.at(place, other, rank)
        np.maximum.at(most, other, weight[order])
    best = np.flatnonzero(place < _PARTNERS)
    if len(best) > _BESIDE:
        best = best[np.lexsort((-most[best], place[best]))[:_BESIDE]]
    kept = np.zeros(count, np.bool_)
    kept[best] = True
    return kept[new:]


def within_reach(
    new: Sequence[Fact], existing: Iterable[Fact], window: int, reach: Reach | None = None
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """What may be compared with ``new``, of ``existing`` facts and before them of those that ``reach`` has; and the rest
    of the existing, both in their order.
    """
    others = tuple(existing)
    near = {fact.id: fact for fact in (reach or Reach()).near(new, others, window)}
    return tuple(near.values()), tuple(fact for fact in others if fact.id not in near)


def _words_of(fact: Fact) -> frozenset[str]:
    """The words of a fact and of what its further sources say of it."""
    return telling_words(fact.text).union(*(telling_words(source.quote) for source in further_quotes(fact)))


def _spans(facts: Sequence[Fact]) -> Ints:
    return np.array([day_span(fact.date) or ALWAYS for fact in facts], np.int64).reshape(len(facts), 2)


def _meeting(spans: Ints, times: Ints, window: int) -> Flags:
    """Which of some spans can meet one of some times."""
    times = times[np.argsort(times[:, 0])]
    ends = np.maximum.accumulate(times[:, 1])  # the latest end of those that begin so early
    begun = np.searchsorted(times[:, 0], spans[:, 1] + window, "right")
    found: Flags = np.concatenate([[-_NEVER], ends])[begun] + window >= spans[:, 0]
    return found


_NEVER = 2 * 10**9
