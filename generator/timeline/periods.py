"""Ordered facts in, periods out: pages of time that split by themselves when they grow too full."""

from __future__ import annotations

from collections.abc import Sequence

from ..edtf import Day as DayTuple
from ..edtf import parse_edtf
from ..model import Fact
from .order import days_of
from .values import Level, Period

LEVELS: tuple[Level, ...] = ("century", "decade", "year", "month", "day")
# With more first-level pages than this the list of periods no longer fits a screen.
MOST_ROOTS = 60
# Fewer pages than this are easily overlooked; more than this should hold some facts each.
FEW_ROOTS = 12
FACTS_PER_ROOT = 3
UNDATED = "undated"


def split_periods(facts: Sequence[Fact], limit: int, group_facts: int) -> tuple[Period, ...]:
    """Periods oldest first, a parent before its children; undated facts come last."""
    dated = [fact for fact in facts if fact.date]
    root = _root_level(dated)
    periods: list[Period] = []
    for key, members in _by_key(dated, root).items():
        periods += _split(key, root, members, limit, group_facts, "")
    undated = tuple(fact for fact in facts if not fact.date)
    if undated:
        periods.append(Period(UNDATED, "undated", (), count=len(undated)))
    return tuple(periods)


def period_key(day: DayTuple, level: Level) -> str:
    """The name of the period of ``level`` that ``day`` lies in, in EDTF."""
    year, month, dom = day
    text = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    if level == "year":
        return text if abs(year) <= 9999 else f"Y{year}"
    if level == "month":
        return f"{text}-{month:02d}"
    if level == "day":
        return f"{text}-{month:02d}-{dom:02d}"
    return text[:-1] + "X" if level == "decade" else text[:-2] + "XX"


def _root_level(facts: Sequence[Fact]) -> Level:
    """The finest of year, decade and century with few pages, or with pages worth opening."""
    levels: tuple[Level, ...] = ("year", "decade")
    for level in levels:
        pages = len(_by_key(facts, level))
        if pages <= FEW_ROOTS or pages <= min(MOST_ROOTS, len(facts) // FACTS_PER_ROOT):
            return level
    return "century"


def _by_key(facts: Sequence[Fact], level: Level) -> dict[str, list[Fact]]:
    """Facts by the period their date starts in."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        edtf = parse_edtf(fact.date)
        start = edtf.earliest or edtf.latest
        assert start is not None
        found.setdefault(period_key(start, level), []).append(fact)
    return found


def _split(
    key: str, level: Level, facts: Sequence[Fact], limit: int, group_facts: int, parent: str
) -> list[Period]:
    """One period, and those it had to be split into."""
    if len(facts) <= limit or level == "day":
        return [Period(key, level, days_of(facts, group_facts), parent=parent, count=len(facts))]
    finer = LEVELS[LEVELS.index(level) + 1]
    own = [fact for fact in facts if not _fits(fact, finer)]
    children = _by_key([fact for fact in facts if _fits(fact, finer)], finer)
    below: list[Period] = []
    for child, members in children.items():
        below += _split(child, finer, members, limit, group_facts, key)
    own_days = days_of(own, group_facts)
    return [Period(key, level, own_days, tuple(children), parent, len(facts)), *below]


def _fits(fact: Fact, level: Level) -> bool:
    """Whether the whole of the fact's date lies in one period of ``level``."""
    edtf = parse_edtf(fact.date)
    if edtf.earliest is None or edtf.latest is None:
        return False
    return period_key(edtf.earliest, level) == period_key(edtf.latest, level)
