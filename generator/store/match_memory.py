"""A new reading of an article and the last one in, which fact is which out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz

from ..model import Fact
from .memory import mark_of

# Share of a quote that may be edited at the publisher's before it counts as another sentence.
_ALIKE = 85.0

# Passes from surest to loosest; each pairs what no earlier pass has paired, in reading order.
_KEYS: tuple[Callable[[Fact], object], ...] = (
    lambda fact: (_marks(fact), fact.text, fact.date),
    lambda fact: (mark_of(fact.sources[0].quote), fact.text),
    lambda fact: (mark_of(fact.sources[0].quote), fact.date),
    lambda fact: mark_of(fact.sources[0].quote),
)


def pair_readings(new: Sequence[Fact], old: Sequence[Fact], *, same_text: bool) -> dict[int, Fact]:
    """Index in ``new`` -> the fact of ``old`` it is; places count only while the article's text is the same."""
    paired: dict[int, Fact] = {}
    left = list(old)
    for key in _KEYS:
        waiting: dict[object, list[Fact]] = {}
        for fact in left:
            waiting.setdefault(key(fact), []).append(fact)
        for index, fact in enumerate(new):
            same = waiting.get(key(fact)) if index not in paired else None
            if same:
                paired[index] = same.pop(0)
                left.remove(paired[index])
    if not same_text:
        # A sentence that was edited at the publisher's is still the same fact, if little of it changed.
        for index, fact in enumerate(new):
            if index not in paired:
                alike = max(left, key=lambda known: _likeness(known, fact), default=None)
                if alike is not None and _likeness(alike, fact) >= _ALIKE:
                    paired[index] = alike
                    left.remove(alike)
    else:
        for index, fact in enumerate(new):
            if index not in paired:
                near = max(left, key=lambda known: _common(known, fact), default=None)
                if near is not None and _overlap(near, fact) > 0.5:
                    paired[index] = near
                    left.remove(near)
    return paired


def _likeness(one: Fact, other: Fact) -> float:
    """How alike the first quotes are, 0 to 100; facts of different kinds or speakers are not."""
    if (one.kind, one.speaker) != (other.kind, other.speaker):
        return 0.0
    return float(fuzz.ratio(one.sources[0].quote, other.sources[0].quote, score_cutoff=_ALIKE))


def _marks(fact: Fact) -> tuple[str, ...]:
    return tuple(mark_of(source.quote) for source in fact.sources)


def _common(one: Fact, other: Fact) -> int:
    """How many characters the first quotes of two readings share."""
    a, b = one.sources[0], other.sources[0]
    return max(0, min(a.end, b.end) - max(a.start, b.start)) if min(a.start, b.start) >= 0 else 0


def _overlap(one: Fact, other: Fact) -> float:
    """Share of the shorter first quote that the other covers: sentences may be cut anew."""
    shorter = min(fact.sources[0].end - fact.sources[0].start for fact in (one, other))
    return _common(one, other) / max(1, shorter)
