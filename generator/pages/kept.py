"""What a preview made last in, what of it still holds out: a page whose facts and surroundings are as they were is not made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from ..config import Settings
from ..model import Fact, Site
from ..timeline import Timeline

Made = TypeVar("Made")


class Kept:
    """Results by name, each with what it was made from; one object lives as long as the preview."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Hashable, object]] = {}

    def of(self, name: str, given: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, made only when ``given`` is not what it was the last time."""
        found = self._made.get(name)
        if found is None or found[0] != given:
            found = self._made[name] = (given, make())
        return found[1]  # type: ignore[return-value]


class Stamps:
    """A number for all that a fact's HTML is made from; equal numbers mean equal HTML within one process."""

    def __init__(
        self,
        timeline: Timeline,
        settings: Settings,
        site: Site,
        own_templates: Path | None,
        images: Mapping[str, tuple[int, int]],
    ) -> None:
        self.timeline = timeline
        self._facts: dict[str, int] = {}
        self._later: dict[str, list[Fact]] = {}
        for fact in timeline.facts:
            for earlier in fact.follows:
                self._later.setdefault(earlier, []).append(fact)
        least = settings.entity_page_facts
        listings = (
            (one.name, one.slug, one.entity, len(one.facts) >= least)
            for group in (timeline.speakers, timeline.outlets, timeline.tags)
            for one in group
        )
        paged = (entity for entity, facts in timeline.entity_facts.items() if len(facts) >= least)
        self.surroundings = hash(
            (
                settings,
                site,
                timeline.shows_drafts,
                tuple(timeline.articles.values()),
                tuple(timeline.entities.values()),
                tuple(sorted(paged)),
                tuple(listings),
                tuple(_changed(own_templates)),
                tuple(images.items()),
            )
        )

    def of(self, facts: Iterable[Fact]) -> tuple[int, ...]:
        """The stamps of ``facts``, in their order, behind that of what surrounds them all."""
        return (self.surroundings, *(self._of(fact) for fact in facts))

    def _of(self, fact: Fact) -> int:
        if fact.id not in self._facts:
            t = self.timeline
            told = (*fact.disagrees_with, *fact.maybe_same_as, *fact.follows)
            others = (*(t.by_id.get(one) for one in told), *self._later.get(fact.id, ()))
            self._facts[fact.id] = hash((fact, t.mentions.get(fact.id), t.period_of.get(fact.date), others))
        return self._facts[fact.id]


def _changed(templates: Path | None) -> Iterable[tuple[str, int]]:
    """The project's own templates, with when each was changed."""
    files = sorted(templates.iterdir()) if templates else []
    return ((file.name, file.stat().st_mtime_ns) for file in files)
