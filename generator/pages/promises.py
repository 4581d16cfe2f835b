"""A timeline in, its plans and proposals with what became of them out. The clock plays no part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..edtf import parse_edtf
from ..model import Fact
from ..same import open_plans
from ..timeline import Timeline, sureness

State = Literal["open", "due", "kept", "moved", "broken", "undated", "proposed"]


@dataclass(frozen=True, slots=True)
class Promise:
    """A plan, what became of it, and the facts that tell so."""

    plan: Fact
    state: State
    then: tuple[Fact, ...] = ()


def promises(timeline: Timeline) -> tuple[Promise, ...]:
    """Every shown plan and proposal, in the order of their days."""
    then: dict[str, list[Fact]] = {}
    for fact in timeline.facts:
        for plan in fact.fulfils:
            then.setdefault(plan, []).append(fact)
    due = frozenset(open_plans(timeline.facts, timeline.articles))
    plans = (fact for fact in timeline.facts if fact.kind in ("plan", "proposal"))
    return tuple(_promise(plan, tuple(then.get(plan.id, ())), plan.id in due) for plan in plans)


def _promise(plan: Fact, then: tuple[Fact, ...], due: bool) -> Promise:
    if any(fact.denied for fact in then):
        return Promise(plan, "broken", then)
    if then:
        return Promise(plan, "kept" if any(_meets(plan.date, fact.date) for fact in then) else "moved", then)
    if plan.kind == "proposal":  # its day is that on which it was proposed
        return Promise(plan, "proposed")
    if not plan.date or sureness(plan) == "carried":  # or only the day of the article that announces it
        return Promise(plan, "undated")
    return Promise(plan, "due" if due else "open")


def _meets(one: str, other: str) -> bool:
    """Whether two dates can be the same day; one that is not known can."""
    if not (one and other):
        return True
    first, second = parse_edtf(one), parse_edtf(other)
    ends = (first.latest, second.earliest), (second.latest, first.earliest)
    return all(end is None or start is None or start <= end for end, start in ends)
