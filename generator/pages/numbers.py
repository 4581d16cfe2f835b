"""A timeline in, the figures that facts report as one reads them out: by what they count, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..edtf import ordinal, parse_edtf
from ..model import Fact
from ..timeline import Timeline

FEWEST = 2  # one figure has no course
TOP, HIGH = 16, 90  # pixels above the highest value, and from it down to nothing
EDGE = 6.0  # per cent kept free at both sides for the words of a value


@dataclass(frozen=True, slots=True)
class Figure:
    """One value as one fact reports it; ``x`` in per cent, ``y`` in pixels of the picture."""

    fact: Fact
    value: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Course:
    """What is counted, and its values in the order of their days."""

    what: str
    figures: tuple[Figure, ...]
    lowest: float
    highest: float


def courses(timeline: Timeline) -> tuple[Course, ...]:
    """Everything that at least two dated facts count, what most of them count first."""
    by_what: dict[str, list[Fact]] = {}
    for fact in timeline.facts:
        if fact.measure is not None and fact.date:
            by_what.setdefault(" ".join(fact.measure.what.casefold().split()), []).append(fact)
    found = [_course(facts) for facts in by_what.values() if len(facts) >= FEWEST]
    return tuple(sorted(found, key=lambda one: (-len(one.figures), one.what)))


def _course(facts: Sequence[Fact]) -> Course:
    values = [fact.measure.value for fact in facts if fact.measure]
    days = [_day(fact) for fact in facts]
    first, wide = min(days), max(max(days) - min(days), 1)
    most = max(*values, 0.0) or 1.0
    figures = tuple(
        Figure(
            fact,
            value,
            round(EDGE + (100 - 2 * EDGE) * (day - first) / wide, 2),
            round(TOP + HIGH * (1 - max(value, 0.0) / most), 1),
        )
        for fact, value, day in zip(facts, values, days, strict=True)
    )
    assert facts[0].measure is not None
    return Course(facts[0].measure.what, figures, min(values), max(values))


def _day(fact: Fact) -> int:
    edtf = parse_edtf(fact.date)
    day = edtf.earliest or edtf.latest
    assert day is not None
    return ordinal(day)
