"""What a join of facts answers in, where each new reading belongs out."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
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


class Known:
    """The facts of a project, and ``others`` beside them, that new ones may be; those of an id once."""

    def __init__(self, held: Iterable[Fact], others: Sequence[Fact]) -> None:
        self._held, self.others = held, others

    def __iter__(self) -> Iterator[Fact]:
        """Each of them, the project's first."""
        yield from {fact.id: fact for fact in self._held}.values()
        yield from self.others

    def beside(self, more: Iterable[Fact]) -> Known:
        """The same and some more."""
        return Known(self._held, (*self.others, *more))


# New readings and the project's facts in; which of them are the same out. The ids of the project's
# facts must be kept. ``same.match`` is one.
Join = Callable[[Sequence[Fact], Known, Mapping[str, Article]], Joined]
# The same begun; what it gives waits for where every absorbed id went.
JoinAside = Callable[[Sequence[Fact], Known, Mapping[str, Article]], Callable[[], Mapping[str, str]]]
MakeId = Callable[[str, Container[str]], str]
# Entries that are new to the project in; the statements kept aside of its other articles that may repeat one out.
HeldBack = Callable[[Sequence[Fact]], Sequence[Fact]]


class Taken(Container[str]):
    """Ids that are taken in one of several places, and those that are added."""

    def __init__(self, *places: Container[str]) -> None:
        self._added: set[str] = set()
        self._places = (*places, self._added)

    def __contains__(self, id: object) -> bool:
        """Whether it is taken."""
        return any(id in place for place in self._places)

    def add(self, id: str) -> None:
        """It is taken from now on."""
        self._added.add(id)


class Links:
    """What a join suggests between facts, from either side, as ids the project has or is about to have."""

    def __init__(self, facts: Iterable[Fact], seen: Mapping[str, str], known: Container[str]) -> None:
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

    def __init__(self, joined: Mapping[str, str], alive: Mapping[str, Fact], removed: Container[str]) -> None:
        self.joined = joined
        self.alive = alive
        self.removed = removed
        self.of_root: dict[str, str] = {}
        both = [(alive[id].place, id) for id in joined if id in alive]
        for _, id in sorted(both, key=lambda one: (one[0].path, one[0].line)):
            self.of_root.setdefault(self._root(id), id)  # the others are where their steps end

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
