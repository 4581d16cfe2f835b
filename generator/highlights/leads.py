"""The facts of a project and their worth in, the three to six that tell the story in short out.

What several articles tell, what stands near the middle of all that is told, and what happened rather than what was
said or planned tells a story; two that tell the same do not. An editor confirms them: ``lead: true``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp, log, log1p, sqrt
from types import MappingProxyType

from ..model import Article, Fact
from ..same.words import stems_of
from .reading import ordinal

FEWEST, MOST = 3, 6
_PER_LEAD = 12  # facts of a story for each lead beyond the fewest
_ALIKE = 0.45  # cosine from which a second entry tells nothing new
_UNWEIGHED = 0.5  # the worth of what a person typed

# Set by hand and by reading what comes out; no key tells which entries tell a story in short.
_MIDDLE, _TOLD_OFTEN = 2.0, 0.25
_KIND = {"event": 0.0, "statement": -0.1, "plan": -0.25, "proposal": -0.2}
_UNDATED, _DENIED, _ANONYMOUS = -0.5, -0.1, -0.1
_LOOKED_BACK, _WEEK = 0.25, 7
_HALF = 1.5  # the score of what matters half

Vector = Mapping[str, float]


def importance_of(
    facts: Sequence[Fact],
    worth: Mapping[str, float],
    articles: Mapping[str, Article] = MappingProxyType({}),
    *,
    placed: bool = True,
) -> dict[str, float]:
    """How much each fact matters in its story, 0 to 1, by id: its worth, how near it is to the middle of all that is
    told (unless not ``placed``: it costs most), how many articles tell it, and how many look back on it a week later or more."""
    vectors = _vectors(facts) if placed else [{}] * len(facts)
    middle = _sum(vectors)
    return {
        fact.id: round(
            1
            / (
                1
                + exp(
                    _HALF
                    - _score(fact, _cosine(vector, middle), worth.get(fact.id, 0.0) or _UNWEIGHED)
                    - _LOOKED_BACK * log1p(_later(fact, articles))
                )
            ),
            4,
        )
        for fact, vector in zip(facts, vectors, strict=True)
    }


def _later(fact: Fact, articles: Mapping[str, Article]) -> int:
    """How many of its articles came out a week or more after the day it is of."""
    day = ordinal(fact.date)
    names = {source.article for source in fact.sources if source.article in articles}
    return sum(day > 0 and ordinal(articles[name].published.day) >= day + _WEEK for name in names)


def propose_leads(
    facts: Sequence[Fact], worth: Mapping[str, float], articles: Mapping[str, Article] = MappingProxyType({})
) -> tuple[Fact, ...]:
    """The proposals, those that tell most first; entries that a person made a lead come before all others."""
    told = [fact for fact in facts if fact.status not in ("withdrawn", "disputed")]
    vectors = _vectors(told)
    scores = importance_of(told, worth, articles)
    order = sorted(range(len(told)), key=lambda i: (not told[i].lead, -scores[told[i].id], told[i].id))
    wanted = min(MOST, FEWEST + len(told) // _PER_LEAD)
    chosen: list[int] = []
    for i in order:
        new = all(_cosine(vectors[i], vectors[j]) < _ALIKE for j in chosen)
        if told[i].lead or (len(chosen) < wanted and new):
            chosen.append(i)
    return tuple(told[i] for i in chosen)


def _score(fact: Fact, central: float, worth: float) -> float:
    articles = len({source.article for source in fact.sources})
    return (
        worth
        + _MIDDLE * central
        + _TOLD_OFTEN * log(max(1, articles))
        + _KIND[fact.kind]
        + _UNDATED * (not fact.date)
        + _DENIED * fact.denied
        + _ANONYMOUS * fact.anonymous
    )


def _vectors(facts: Sequence[Fact]) -> list[Vector]:
    """The telling words of each fact, rarer ones of the story weighing more; length 1."""
    words = [_telling(fact.text) for fact in facts]
    spread = Counter(stem for one in words for stem in one)
    total = len(facts)
    weights = {stem: log(1 + total / count) for stem, count in spread.items()}
    return [_unit({stem: weights[stem] for stem in one}) for one in words]


_telling = lru_cache(maxsize=1 << 15)(
    stems_of
)  # a fact stands among those of its month, its year, its people


def _sum(vectors: Sequence[Vector]) -> Vector:
    middle: Counter[str] = Counter()
    for vector in vectors:
        for stem, weight in vector.items():
            middle[stem] += weight  # type: ignore[assignment]
    return _unit(middle)


def _unit(vector: Mapping[str, float]) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {stem: weight / length for stem, weight in vector.items()} if length else {}


def _cosine(one: Vector, other: Vector) -> float:
    return sum(weight * other.get(stem, 0.0) for stem, weight in one.items())
