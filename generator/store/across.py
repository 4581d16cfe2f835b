"""All the content of a project in, what only shows when its files are seen together out: ids given twice, links to nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from ..errors import Problem, problem
from ..model import Entity, Fact
from .content import Content
from .keys import FACT


def cross_problems(content: Content) -> Iterator[Problem]:
    """What only shows when all files are seen together: ids given twice, articles that are not there."""
    first: dict[str, Fact] = {}
    former = {old: fact for fact in content.facts for old in fact.merged_ids}
    for fact in content.facts:
        where = content.place(fact.place, "id") if fact.id in first or fact.id in former else fact.place
        if fact.id in first:
            other = first[fact.id].place
            shown = f"{other.path}:{other.line}"
            yield problem("fact-id-twice", where, fact=fact.id, value=fact.id, first=shown)
            continue
        first[fact.id] = fact
        if fact.id in former and former[fact.id] is not fact:
            other = former[fact.id].place
            shown = f"{other.path}:{other.line}"
            yield problem("fact-id-moved", where, fact=fact.id, value=fact.id, first=shown)
    for fact in content.facts:
        for number, source in enumerate(fact.sources):
            if source.article in content.articles and source.quote:
                continue
            if source.article not in content.articles:
                place = content.place(fact.place, "sources", number, "article")
                hint = _nearest(source.article, content.articles, "Add the article first, or mend the id.")
                yield problem(
                    "source-article-unknown", place, fact=fact.id, article=source.article,
                    value=source.article, hint=hint,
                )  # fmt: skip
            elif not source.quote and (content.articles[source.article].file or not source.article):
                place = content.place(fact.place, "sources", number)
                yield problem(
                    "key-missing", place, fact=fact.id, article=source.article, value="quote",
                    what="A source with a text", example="quote: The bridge opened.",
                )  # fmt: skip
        if any(_links_of(fact)):
            yield from _link_problems(content, fact, first, former)
    names: dict[str, Entity] = {}
    for entity in content.entities:
        if entity.id in names:
            place = content.place(entity.place, "id")
            yield problem("entity-id-twice", place, value=entity.id, first=names[entity.id].place.line)
        names.setdefault(entity.id, entity)


def _link_problems(
    content: Content, fact: Fact, known: Mapping[str, Fact], former: Mapping[str, Fact]
) -> Iterator[Problem]:
    blind = any(path.startswith(f"{content.folder}/facts/") for path in content.unreadable)
    for name in _LINKS:
        for number, other in enumerate(getattr(fact, name)):
            # Where a file cannot be read, nobody knows what is missing; a fact lost to its own mistake is not.
            if other not in known and other not in former and other not in content.lost and not blind:
                place = content.place(fact.place, name, number)
                hint = _nearest(other, known, "Delete it if the fact was removed.")
                yield problem("fact-link-unknown", place, fact=fact.id, value=other, name=name, hint=hint)


# Every list of ids of other facts; former ids are the fact's own.
_LINKS = tuple(key.field for key in FACT if key.form == "ids" and key.field != "merged_ids")
_links_of = attrgetter(*_LINKS)


def _nearest(value: str, known: Iterable[str], otherwise: str) -> str:
    near = difflib.get_close_matches(value, list(known)[:5000], n=1)
    return f"Did you mean '{near[0]}'?" if near else otherwise
