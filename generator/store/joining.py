"""What a join of facts answers in, where each new reading belongs out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Protocol

from ..model import Article, Fact, Source
from .memory import mark_of


class Joined(Protocol):
    """What a join answers: the facts once each, and where every absorbed id went."""

    @property
    def facts(self) -> Sequence[Fact]:
        """All facts, merged."""

    @property
    def joined(self) -> Mapping[str, str]:
        """Absorbed id -> kept id."""


# New readings and the project's facts in; which of them are the same out. The ids of the project's
# facts must be kept. ``same.match`` is one.
Join = Callable[[Sequence[Fact], Sequence[Fact], Mapping[str, Article]], Joined]
MakeId = Callable[[str, Collection[str]], str]
# Entries that are new to the project in; the statements kept aside of its other articles that may repeat one out.
HeldBack = Callable[[Sequence[Fact]], Sequence[Fact]]


class Links:
    """What a join suggests between facts, from either side, as ids the project has or is about to have."""

    def __init__(self, facts: Iterable[Fact], seen: Mapping[str, str], known: Collection[str]) -> None:
        self.seen = seen
        self.known = known
        self.back: dict[tuple[str, str], list[str]] = {}
        for fact in facts:
            for name in ("maybe_same_as", "disagrees_with"):
                for other in getattr(fact, name):
                    self.back.setdefault((name, other), []).append(fact.id)

    def forward(self, name: str, fact: Fact) -> tuple[str, ...]:
        """The links of a new fact that lead one way only, as to what it brings up to date."""
        targets = dict.fromkeys(self.seen.get(link, link) for link in getattr(fact, name))
        return tuple(id for id in targets if id in self.known and id != fact.id)

    def of(self, name: str, fact: Fact) -> tuple[str, ...]:
        """The links of a new fact."""
        links = (*getattr(fact, name), *self.back.get((name, fact.id), ()))
        targets = dict.fromkeys(self.seen.get(link, link) for link in links)
        return tuple(id for id in targets if id in self.known and id != fact.id)


def all_sources(fact: Fact, readings: Iterable[Fact]) -> tuple[Source, ...]:
    """The sources of a merged fact, with those of its readings that the join left out."""
    known = {(source.article, mark_of(source.quote)): source for source in fact.sources}
    for reading in readings:
        for source in reading.sources:
            known.setdefault((source.article, mark_of(source.quote)), source)
    return tuple(known.values())


class Targets:
    """Where readings belong: a fact of the project if there is one, else one that was removed, else themselves."""

    def __init__(self, joined: Mapping[str, str], alive: Collection[str], removed: Collection[str]) -> None:
        self.joined = joined
        self.alive = alive
        self.removed = removed
        self.of_root: dict[str, str] = {}
        for id in alive if joined else ():
            if id in joined:  # the others are where their steps end
                self.of_root.setdefault(self._root(id), id)

    def of(self, id: str) -> str:
        """The id under which a reading is kept."""
        for step in self._steps(id):
            if step in self.alive:
                return step
        root = self._root(id)
        if root in self.of_root:
            return self.of_root[root]
        return next((step for step in self._steps(id) if step in self.removed), root)

    def _root(self, id: str) -> str:
        return self._steps(id)[-1]

    def _steps(self, id: str) -> list[str]:
        steps = [id]
        while steps[-1] in self.joined and self.joined[steps[-1]] not in steps:
            steps.append(self.joined[steps[-1]])
        return steps
