"""New facts and a project's facts in, those of the project that a new one could be out.

Facts of other times need not be compared again: they were when they came. So adding one article to a
hundred thousand facts costs as much as its days hold, not as much as the project.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Fact
from .signature import day_span
from .words import STOPWORDS

_AROUND = 3  # windows; the neighbours' neighbours are the company by which a pair is judged
_LONG = 31  # days; vaguer dates are told apart by words
_SHARED = 2  # words


def within_reach(
    new: Sequence[Fact], existing: Sequence[Fact], window: int
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """``existing`` in two: what may be compared with ``new``, and the rest; both in their order."""
    days: set[int] = set()
    vague: list[frozenset[str]] = []
    for fact in new:
        span = _short_span(fact)
        if span is None:
            vague.append(_words(fact))
        else:
            days.update(range(span[0] - _AROUND * window - 1, span[1] + _AROUND * window + 2))
    all_words = frozenset().union(*(_words(fact) for fact in new))
    near: list[Fact] = []
    far: list[Fact] = []
    for fact in existing:
        span = _short_span(fact)
        if span is None:
            reached = len(_words(fact) & all_words) >= _SHARED
        else:
            reached = any(day in days for day in range(span[0], span[1] + 1))
            if not reached and vague:
                words = _words(fact)
                reached = any(len(words & theirs) >= _SHARED for theirs in vague)
        (near if reached else far).append(fact)
    return tuple(near), tuple(far)


def _short_span(fact: Fact) -> tuple[int, int] | None:
    """The days a fact can be of, None where they are many."""
    span = day_span(fact.date)
    return span if span is not None and span[1] - span[0] <= _LONG else None


def _words(fact: Fact) -> frozenset[str]:
    """Words that carry meaning, by their beginnings so that endings do not matter; cheap, not exact."""
    return frozenset(
        [part[:5] for word in fact.text.casefold().split() if (part := word.strip(_MARKS)) not in STOPWORDS]
    )


_MARKS = ".,;:!?()[]\"'“”„«»‘’–—"
