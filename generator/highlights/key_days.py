"""Some facts and their articles in, the days among them that matter most out, each with the fact that tells it.

A day matters as its weightiest fact does, and more where many articles tell of it: worth, place in the story, origins
and how often later articles look back (``importance_of``). No day is left out that an editor made a lead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from ..edtf import is_exact_day
from ..model import Article, Fact
from .leads import importance_of

FEWEST, MOST = 3, 6
_DAYS_EACH = 3  # days with facts for each key day; fewer are seen at a glance
_PLACED = 500  # facts; of more the place in the story is not worth its cost
_TOLD = 0.1  # of the log of the articles that tell of the day


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day that matters and the fact that tells most of it."""

    date: str
    fact: Fact
    importance: float


def key_days(facts: Iterable[Fact], articles: Mapping[str, Article]) -> tuple[KeyDay, ...]:
    """The key days of ``facts``, oldest first; none where there are so few days that all are seen at once."""
    stands = [fact for fact in facts if fact.status not in ("disputed", "withdrawn")]
    by_day: dict[str, list[Fact]] = {}
    for fact in stands:
        if fact.date and is_exact_day(fact.date):
            by_day.setdefault(fact.date, []).append(fact)
    if len(by_day) < FEWEST * _DAYS_EACH:
        return ()
    worth = {fact.id: fact.worth for fact in stands}
    weight = importance_of(stands, worth, articles, placed=len(stands) <= _PLACED)
    days = [_day(date, told, weight) for date, told in by_day.items()]
    wanted = min(MOST, len(days) // _DAYS_EACH)
    best = sorted(days, key=lambda day: (not day.fact.lead, -day.importance, day.date))[:wanted]
    return tuple(sorted(best, key=lambda day: day.date))


def _day(date: str, told: Sequence[Fact], weight: Mapping[str, float]) -> KeyDay:
    best = min(told, key=lambda fact: (not fact.lead, -weight[fact.id], fact.id))
    articles = {source.article for fact in told for source in fact.sources}
    return KeyDay(date, best, round(weight[best.id] + _TOLD * log1p(len(articles)), 4))
