"""A loaded project in, everything wrong or doubtful in it out, each with its place and its remedy."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from types import MappingProxyType

from ..config import Settings
from ..dates import RULES
from ..entities.link import find_ambiguous
from ..errors import Problem
from ..model import Fact
from ..store.cache import CheckCache
from ..store.content import Content
from .apart import find_apart
from .dates import find_many_firsts
from .embargoes import find_embargoes
from .relations import (
    find_dead_links,
    find_duplicates,
    find_orphans,
    find_silent_changes,
    find_stale_suggestions,
)
from .spelling import find_misspellings

__all__ = ["check_content"]


def check_content(
    content: Content,
    settings: Settings = Settings(),
    *,
    before: Mapping[str, Fact] = MappingProxyType({}),
    rules: Collection[str] = tuple(RULES),
    now: datetime | None = None,
    memory: CheckCache | None = None,
) -> tuple[Problem, ...]:
    """Every problem of ``content``, with those found while loading, in the order of the files.

    ``before`` are the facts as they were last kept (``store.facts_of(project, "HEAD")``): their links must
    still lead somewhere, and what changed in public must be told. ``now`` is the moment at which embargoes are judged.
    ``memory`` keeps what was found in each file, so that
    one that did not change is not looked at again.
    """
    apart, marked = find_apart(content, settings, rules, memory)
    found = (
        *content.problems,
        *apart,
        *find_many_firsts(content),
        *find_duplicates(content, marked),
        *find_stale_suggestions(content, settings.match_days),
        *find_orphans(content),
        *find_ambiguous([entity for entity in content.entities if entity.status == "published"]),
        *find_misspellings(content),
        *find_embargoes(content, now),
        *find_dead_links(content, before),
        *find_silent_changes(content, before),
    )
    return tuple(sorted(found, key=lambda p: (p.place.path, p.place.line, p.place.column, p.code)))
