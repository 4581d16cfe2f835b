"""An article's facts in, the same facts with their worth as entries out; and the reasons, for people.

The worth is the chance that a careful editor gives the statement an entry of its own in a full timeline. It
comes from a logistic regression whose numbers stand in ``worth.json``; ``benchmarks/fit_worth.py`` fits them
and says what they are worth on pages left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from pathlib import Path

from ..config import ALL, FEW
from ..fitted import load_fitted
from ..model import Article, Fact
from .evidence import Evidence, evidence_of
from .reasons import NEWS, Said, put_in_words


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the regression: the evidence is centred and scaled, then weighed."""

    centre: Evidence
    scale: Evidence
    weight: Evidence
    bias: float
    entry: float  # from this worth on a statement is an entry


@cache
def weights() -> Weights:
    """The fitted numbers."""
    fitted = load_fitted(Path(__file__).with_name("worth.json"))
    names = Evidence._fields
    return Weights(
        Evidence(*fitted.row("centre", names)),
        Evidence(*fitted.row("scale", names)),
        Evidence(*fitted.row("weight", names)),
        fitted.number("bias"),
        fitted.number("entry"),
    )


def weigh_facts(article: Article, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """``facts`` of ``article``, all that were read out of it, each with its worth; what is worth little stays aside."""
    worth = worth_of(article, facts)
    return tuple(
        replace(fact, worth=value, entry=is_entry(value)) for fact, value in zip(facts, worth, strict=True)
    )


def is_entry(worth: float) -> bool:
    """Whether what is worth so much is an entry; what nobody weighed (typed by hand, from another tool) is one."""
    return not worth or worth >= weights().entry


def worth_of(article: Article, facts: Sequence[Fact]) -> list[float]:
    """The worth of each; the article's own news is always worth an entry: an editor would miss nothing sooner."""
    found = evidence_of(article, facts)
    worth = [round(_chance(evidence), 3) for evidence in found]
    if (news := find_news(found)) is not None:
        worth[news] = max(worth[news], weights().entry)
    return worth


def find_news(found: Sequence[Evidence]) -> int | None:
    """Which of an article's statements tells its news: near the beginning the one with most of the headline's words."""
    told = [(evidence.headline, -place) for place, evidence in enumerate(found[:_BEGINNING])]
    most, place = max(told, default=(0.0, 0))
    return -place if most else None


_BEGINNING = 3  # statements


def choose_entries(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """``facts``, each an entry or aside by its worth."""
    told = ((fact, is_entry(fact.worth)) for fact in facts)
    return tuple(fact if fact.entry == entry else replace(fact, entry=entry) for fact, entry in told)


def chosen_drafts(facts: Sequence[Fact], drafts: str) -> tuple[Fact, ...]:
    """The facts of one article as entries or aside: ``few`` as they are, ``all``, or the number worth most."""
    if drafts == FEW:
        return tuple(facts)
    weighed = sorted((fact for fact in facts if fact.worth), key=lambda fact: -fact.worth)
    best = weighed if drafts == ALL else weighed[: int(drafts)]
    ids = {fact.id for fact in best}
    return tuple(replace(fact, entry=not fact.worth or fact.id in ids) for fact in facts)


def reasons_of(article: Article, facts: Sequence[Fact]) -> tuple[tuple[Said, ...], ...]:
    """For each fact what counted most, for and against it, the weightiest first."""
    found = evidence_of(article, facts)
    news = find_news(found)
    return tuple(
        (*([NEWS] if place == news else []), *put_in_words(evidence, _parts(evidence)))
        for place, evidence in enumerate(found)
    )


def _parts(evidence: Evidence) -> Evidence:
    """What each number adds to the log odds."""
    fit = weights()
    rows = zip(evidence, fit.centre, fit.scale, fit.weight, strict=True)
    return Evidence._make([weight * (value - centre) / scale for value, centre, scale, weight in rows])


def _chance(evidence: Evidence) -> float:
    return 1 / (1 + exp(-weights().bias - sum(_parts(evidence))))
