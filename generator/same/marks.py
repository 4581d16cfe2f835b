"""Signatures in, arrays out of what the vetoes look at, so that all pairs are asked at once where one may hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from ..model import Fact
from .arrays import Bags, Ints, Vocabulary
from .roles import find_deeds, find_directions, find_turns
from .signature import Signature, once
from .veto import AHEAD_KINDS, NO_STEMS, find_negated, looks_ahead, states_day
from .words import Words

_NEVER = -(10**9)  # before every day

# What people are counted by; other figures may be a date or an age, which another report leaves out.
_TOLLS = ("=die", "=murder", "=injure", "=arrest", "=hostage", "=rescue", "=evacuate")


class Marks:
    """One row a telling."""

    def __init__(self, signatures: Sequence[Signature], words: Vocabulary[str]) -> None:
        told = [_told(one) for one in signatures]
        self._facts([one.fact for one in signatures])
        self._days(signatures)
        self._numbers(told)
        self.negated, _ = Bags.lined([one.negated for one in told], words)
        self.deeds, _ = Bags.lined([one.deeds for one in told], words)
        self.counts, self.ahead, self.out, self.into = (
            np.array([one.flags[at] for one in told], np.bool_) for at in range(4)
        )
        self.toll_words, self.begun, self.ended, self.plain = (
            np.array([one.counts[at] for one in told], np.int64) for at in range(4)
        )
        self._texts([one.words for one in signatures])

    def _facts(self, facts: Sequence[Fact]) -> None:
        """What the facts say of themselves."""
        kinds: Vocabulary[str] = Vocabulary()
        self.kind = np.array([kinds[fact.kind] for fact in facts])
        self.planned = np.array([fact.kind in AHEAD_KINDS for fact in facts], np.bool_)
        self.told_apart = np.array([bool(fact.not_same_as) for fact in facts], np.bool_)
        self.denied = np.array([fact.denied for fact in facts], np.bool_)
        voices: Vocabulary[str] = Vocabulary()
        self.voice = np.array([voices[fact.speaker] if fact.speaker else -1 for fact in facts])
        self.voices = list(voices)
        self.anonymous = np.array([fact.anonymous for fact in facts], np.bool_)

    def _days(self, signatures: Sequence[Signature]) -> None:
        """When each begins and ends, and whether its words say so."""
        self.first = np.array([one.days[0] if one.days else _NEVER for one in signatures])
        self.last = np.array([one.days[1] if one.days else _NEVER for one in signatures])
        stated = [one.days is not None and states_day(one.fact) for one in signatures]
        self.stated = np.array(stated, np.bool_)

    def _numbers(self, told: Sequence[_Told]) -> None:
        values: Vocabulary[float] = Vocabulary()
        amounts: Vocabulary[tuple[float, str]] = Vocabulary()
        units: Vocabulary[str] = Vocabulary()
        self.units, _ = Bags.lined([one.units for one in told], Vocabulary())
        self.values, _ = Bags.lined([one.values for one in told], values)
        self.amounts, _ = Bags.lined([one.amounts for one in told], amounts)
        self.value_of = np.array([values[value] for value, _ in amounts], np.int64)
        self.unit_of = np.array([units[unit] for _, unit in amounts], np.int64)
        self.counted, _ = Bags.lined([one.counted for one in told], Vocabulary())
        self.tolls, _ = Bags.lined([one.tolls for one in told], Vocabulary())

    def _texts(self, texts: Sequence[Words]) -> None:
        """Each text as it is compared word for word; the words that carry meaning also as one letter each."""
        letters: Vocabulary[str] = Vocabulary()
        lines: Vocabulary[str] = Vocabulary()
        self.line = np.array([lines[one.line] for one in texts], np.int64)
        self.lines = list(lines)
        self.lows, _ = Bags.lined([one.lows for one in texts], letters)
        self.stems, _ = Bags.lined([one.stems for one in texts], Vocabulary())
        kept = [one.kept for one in texts]
        self.lengths: Ints = np.array([len(words) for words in kept], np.int64)
        spelt = "".join([_letter(letters[word.low]) for word in chain.from_iterable(kept)])
        ends = np.cumsum(self.lengths).tolist()
        self.spelt = [spelt[start:end] for start, end in pairwise([0, *ends])]


class _Told(NamedTuple):
    """What a text tells by itself; in each row nothing stands twice."""

    negated: tuple[str, ...]
    units: tuple[str, ...]
    values: tuple[float, ...]
    amounts: tuple[tuple[float, str], ...]
    counted: tuple[str, ...]
    tolls: tuple[tuple[str, float], ...]
    deeds: tuple[str, ...]
    flags: tuple[bool, bool, bool, bool]  # it counts, looks ahead, goes out, comes in
    counts: tuple[
        int, int, int, int
    ]  # bits of its toll words, what it begins, what it ends; terms that deny nothing


@once
def _told(one: Signature) -> _Told:
    ways, (begun, ended) = find_directions(one), find_turns(one)
    deeds = {deed.event for deed in find_deeds(one) if deed.before and deed.behind and not deed.turned}
    bits = sum(1 << at for at, name in enumerate(_TOLLS) if name in one.actions)
    return _Told(
        tuple(find_negated(one)),
        tuple({amount.unit for amount in one.amounts}),
        tuple({amount.value for amount in one.amounts}),
        tuple({(amount.value, amount.unit) for amount in one.amounts}),
        tuple({toll.what for toll in one.tolls}),
        tuple({(toll.what, toll.value) for toll in one.tolls}),
        tuple(deeds),
        (bool(one.amounts), looks_ahead(one), "out" in ways, "in" in ways),
        (bits, begun, ended, len(one.terms) - len(one.terms & NO_STEMS)),
    )


def _letter(number: int) -> str:
    """A character for a word; none of the surrogates, which are no characters."""
    return chr(number + 1 if number < _SURROGATES else number + 1 + _SURROGATE_COUNT)


_SURROGATES, _SURROGATE_COUNT = 0xD7FF, 0x800
