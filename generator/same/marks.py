"""Signatures in, arrays out of what the vetoes look at, so that all pairs are asked at once where one may hold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..model import Fact
from .arrays import Bags, Ints, Vocabulary
from .roles import find_deeds, find_directions, find_turns
from .signature import Signature
from .veto import AHEAD_KINDS, NO_STEMS, find_negated, looks_ahead, states_day

_NEVER = -(10**9)  # before every day

# What people are counted by; other figures may be a date or an age, which another report leaves out.
_TOLLS = ("=die", "=murder", "=injure", "=arrest", "=hostage", "=rescue", "=evacuate")


class Marks:
    """One row a telling."""

    def __init__(self, signatures: Sequence[Signature], words: Vocabulary[str]) -> None:
        self._facts([one.fact for one in signatures])
        self.negated = Bags([find_negated(one) for one in signatures], words)
        self._numbers(signatures)
        self._days(signatures)
        self.ahead = np.array([looks_ahead(one) for one in signatures], np.bool_)
        turns = [find_turns(one) for one in signatures]
        self.begun, self.ended = (np.array([turn[side] for turn in turns], np.int64) for side in (0, 1))
        ways = [find_directions(one) for one in signatures]
        self.out, self.into = (np.array([name in way for way in ways], np.bool_) for name in ("out", "in"))
        self.plain = np.array([len(one.terms) - len(one.terms & NO_STEMS) for one in signatures], np.int64)
        self.deeds = Bags(
            [
                {deed.event for deed in find_deeds(one) if deed.before and deed.behind and not deed.turned}
                for one in signatures
            ],
            words,
        )
        self._texts(signatures)

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

    def _numbers(self, signatures: Sequence[Signature]) -> None:
        self.counts = np.array([bool(one.amounts) for one in signatures], np.bool_)
        self.units = Bags([{amount.unit for amount in one.amounts} for one in signatures], Vocabulary())
        values: Vocabulary[float] = Vocabulary()
        self.values = Bags([{amount.value for amount in one.amounts} for one in signatures], values)
        told: Vocabulary[tuple[float, str]] = Vocabulary()
        units: Vocabulary[str] = Vocabulary()
        self.amounts = Bags(
            [{(amount.value, amount.unit) for amount in one.amounts} for one in signatures], told
        )
        self.value_of = np.array([values[value] for value, _ in told], np.int64)
        self.unit_of = np.array([units[unit] for _, unit in told], np.int64)
        self.counted = Bags([{toll.what for toll in one.tolls} for one in signatures], Vocabulary())
        tolls = [{(toll.what, toll.value) for toll in one.tolls} for one in signatures]
        self.tolls = Bags(tolls, Vocabulary())
        bits = [sum(1 << at for at, name in enumerate(_TOLLS) if name in one.actions) for one in signatures]
        self.toll_words = np.array(bits, np.int64)

    def _texts(self, signatures: Sequence[Signature]) -> None:
        """Each text as it is compared word for word; the words that carry meaning also as one letter each."""
        letters: Vocabulary[str] = Vocabulary()
        kept = [one.words.kept for one in signatures]
        lines: Vocabulary[str] = Vocabulary()
        self.line = np.array([lines[one.words.line] for one in signatures], np.int64)
        self.lines = list(lines)
        self.spelt = ["".join([_letter(letters[word.low]) for word in words]) for words in kept]
        self.lengths: Ints = np.array([len(words) for words in kept], np.int64)
        self.lows = Bags([{word.low for word in words} for words in kept], letters)
        self.stems = Bags([{word.stem for word in words} for words in kept], Vocabulary())


def _letter(number: int) -> str:
    """A character for a word; none of the surrogates, which are no characters."""
    return chr(number + 1 if number < _SURROGATES else number + 1 + _SURROGATE_COUNT)


_SURROGATES, _SURROGATE_COUNT = 0xD7FF, 0x800
