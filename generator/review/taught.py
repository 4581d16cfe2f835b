"""What people corrected in, how often each rule and field was wrong out. Nothing of it leaves the machine.

The machine's memory holds what it read, the files hold what people made of it. Only facts that somebody decided on
count: a draft nobody looked at says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..fields import READ_FIELDS
from ..model import Fact
from ..store.content import Content

_ENOUGH = 5  # decisions on a rule before its share says anything


@dataclass(frozen=True, slots=True)
class Taught:
    """One field read by one rule: how often it was decided on, and how often a person changed it."""

    field: str
    rule: str
    seen: int
    changed: int

    @property
    def share(self) -> float:
        """From 0 to 1, how often it was wrong."""
        return self.changed / self.seen if self.seen else 0.0


def taught(content: Content) -> tuple[Taught, ...]:
    """Every field and rule people decided on, most often changed first; ``rejected`` counts as a field."""
    seen: Counter[tuple[str, str]] = Counter()
    changed: Counter[tuple[str, str]] = Counter()
    for fact, read in _decided(content):
        for field in READ_FIELDS:
            now, was = getattr(fact, field), getattr(read, field)
            if not now and not was:
                continue
            key = (field, _rule(read) if field == "date" else "")
            seen[key] += 1
            changed[key] += now != was
    for read, rejected in _judged(content):
        key = ("rejected", read.kind)
        seen[key] += 1
        changed[key] += rejected
    found = (Taught(field, rule, number, changed[field, rule]) for (field, rule), number in seen.items())
    return tuple(sorted(found, key=lambda one: (-one.changed, -one.share, one.field, one.rule)))


def often_wrong(content: Content) -> Mapping[str, float]:
    """Date rule -> how often people changed what it read, where enough decisions say so."""
    return {
        one.rule: one.share
        for one in taught(content)
        if one.field == "date" and one.rule and one.seen >= _ENOUGH
    }


def _rule(read: Fact) -> str:
    return read.sources[0].date.rule or read.sources[0].date.basis if read.sources else ""


def _decided(content: Content) -> Iterator[tuple[Fact, Fact]]:
    """Facts a person decided on, each with what was read of it."""
    for memory in content.memories.values():
        for read in memory.facts:
            fact = content.by_id.get(read.id)
            mine = (
                fact and fact.id == read.id and fact.sources and fact.sources[0].article == memory.article.id
            )
            if fact and mine and fact.status != "draft":
                yield fact, read


def _judged(content: Content) -> Iterator[tuple[Fact, bool]]:
    """Readings that were kept or rejected."""
    for memory in content.memories.values():
        for read in memory.facts:
            if read.id in content.rejected:
                yield read, True
            elif (fact := content.by_id.get(read.id)) is not None and fact.status != "draft":
                yield read, False
