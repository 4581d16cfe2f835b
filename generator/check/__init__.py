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
from ..store.content import Content
from .brackets import find_unproved_brackets, find_unproved_contexts, find_unsure_figures
from .dates import find_doubtful_dates
from .embargoes import find_embargoes
from .quotes import find_lost_quotes
from .relations import (
    find_dead_links,
    find_duplicates,
    find_orphans,
    find_silent_changes,
    find_stale_suggestions,
    find_unexplained,
)
from .shelves import find_misplaced
from .slips import find_slips
from .spelling import find_misspellings
from .wording import find_loaded_words

__all__ = ["check_content"]


def check_content(
    content: Content,
    settings: Settings = Settings(),
    *,
    before: Mapping[str, Fact] = MappingProxyType({}),
    rules: Collection[str] = tuple(RULES),
    now: datetime | None = None,
) -> tuple[Problem, ...]:
    """Every problem of ``content``, with those found while loading, in the order of the files.

    ``before`` are the facts as they were last kept (``store.facts_of(project, "HEAD")``): their links must
    still lead somewhere, and what changed in public must be told. ``now`` is the moment at which embargoes are judged.
    """
    found = (
        *content.problems,
        *find_lost_quotes(content),
        *find_unproved_brackets(content),
        *find_unproved_contexts(content),
        *find_unsure_figures(content),
        *find_doubtful_dates(content, rules),
        *find_duplicates(content),
        *find_stale_suggestions(content, settings.match_days),
        *find_orphans(content),
        *find_unexplained(content),
        *find_misplaced(content),
        *find_ambiguous([entity for entity in content.entities if entity.status == "published"]),
        *find_slips(content),
        *find_misspellings(content),
        *find_loaded_words(content, settings.language),
        *find_embargoes(content, now),
        *find_dead_links(content, before),
        *find_silent_changes(content, before),
    )
    return tuple(sorted(found, key=lambda p: (p.place.path, p.place.line, p.place.column, p.code)))
