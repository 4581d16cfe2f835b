"""A timeline in, its plans and proposals with what became of them out. The clock plays no part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..edtf import Day, parse_edtf
from ..model import Fact
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
    known = _last_day(timeline)
    plans = (fact for fact in timeline.facts if fact.kind in ("plan", "proposal"))
    return tuple(_promise(plan, tuple(then.get(plan.id, ())), known) for plan in plans)


def _promise(plan: Fact, then: tuple[Fact, ...], known: Day | None) -> Promise:
    if any(fact.denied for fact in then):
        return Promise(plan, "broken", then)
    if then:
        return Promise(plan, "kept" if any(_meets(plan.date, fact.date) for fact in then) else "moved", then)
    if plan.kind == "proposal":  # its day is that on which it was proposed
        return Promise(plan, "proposed")
    end = parse_edtf(plan.date).latest if plan.date and sureness(plan) != "carried" else None
    if end is None:  # or only the day of the article that announces it
        return Promise(plan, "undated")
    return Promise(plan, "due" if known is not None and end < known else "open")


def _meets(one: str, other: str) -> bool:
    """Whether two dates can be the same day; one that is not known can."""
    if not (one and other):
        return True
    first, second = parse_edtf(one), parse_edtf(other)
    ends = (first.latest, second.earliest), (second.latest, first.earliest)
    return all(end is None or start is None or start <= end for end, start in ends)


def _last_day(timeline: Timeline) -> Day | None:
    """The day on which the newest article came out: until then the timeline knows."""
    days = (parse_edtf(one.published.day).latest for one in timeline.articles.values() if one.published.day)
    return max((day for day in days if day), default=None)
