"""New facts and a project's facts in, those of the project that a new one could be out.

Facts of other times need not be compared again: they were when they came. So adding one article to a
hundred thousand facts costs as much as its days hold, not as much as the project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model import Fact
from .signature import day_span
from .words import STOPWORDS

_AROUND = 3  # windows; the neighbours' neighbours are the company by which a pair is judged
_LONG = 31  # days; vaguer dates are told apart by words
_SHARED = 2  # words
_CROWD = 120  # a word of more facts than this brings nobody near: a long story has it everywhere


def within_reach(
    new: Sequence[Fact], existing: Sequence[Fact], window: int
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """``existing`` in two: what may be compared with ``new``, and the rest; both in their order."""
    days: set[int] = set()
    vague: list[frozenset[str]] = []
    every: list[frozenset[str]] = []
    for fact in new:
        span = _short_span(fact)
        every.append(words := telling_words(fact.text))
        if span is None:
            vague.append(words)
        else:
            days.update(range(span[0] - _AROUND * window - 1, span[1] + _AROUND * window + 2))
    spans = [_short_span(fact) for fact in existing]
    by_day = [span is not None and not days.isdisjoint(range(span[0], span[1] + 1)) for span in spans]
    by_words = _sharing(existing, [span is None for span in spans], by_day, every, vague)
    near = tuple(fact for at, fact in enumerate(existing) if by_day[at] or at in by_words)
    far = tuple(fact for at, fact in enumerate(existing) if not by_day[at] and at not in by_words)
    return near, far


def _sharing(
    existing: Sequence[Fact],
    is_vague: Sequence[bool],
    done: Sequence[bool],
    every: Sequence[frozenset[str]],
    vague: Sequence[frozenset[str]],
) -> set[int]:
    """The places in ``existing`` of facts that share words with one new fact; a dated one with a vague new one."""
    holders = {True: _holders(every), False: _holders(vague)}
    words: dict[int, frozenset[str]] = {}
    often: Counter[str] = Counter()
    for at, fact in enumerate(existing):
        if not done[at] and holders[is_vague[at]]:
            words[at] = telling_words(fact.text) & holders[is_vague[at]].keys()
            often.update(words[at])
    found: set[int] = set()
    for at, shared in words.items():
        if len(shared) < _SHARED:
            continue
        met: Counter[int] = Counter()
        for word in shared:
            if often[word] <= _CROWD:
                met.update(holders[is_vague[at]][word])
        if any(count >= _SHARED for count in met.values()):
            found.add(at)
    return found


def _holders(texts: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """For each word the texts that have it."""
    found: dict[str, list[int]] = {}
    for number, words in enumerate(texts):
        for word in words:
            found.setdefault(word, []).append(number)
    return found


def _short_span(fact: Fact) -> tuple[int, int] | None:
    """The days a fact can be of, None where they are many."""
    span = day_span(fact.date)
    return span if span is not None and span[1] - span[0] <= _LONG else None


def telling_words(text: str) -> frozenset[str]:
    """Words that carry meaning, by their beginnings so that endings do not matter; cheap, not exact."""
    return frozenset(
        [part[:5] for word in text.casefold().split() if (part := word.strip(_MARKS)) not in STOPWORDS]
    )


_MARKS = ".,;:!?()[]\"'“”„«»‘’–—"
