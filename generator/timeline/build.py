"""Facts, articles, entities and settings in, the timeline that may be shown out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from datetime import datetime
from operator import attrgetter
from typing import TypeAlias

from ..config import Settings
from ..model import Article, Disagreement, Entity, EntityMention, Fact
from ..same import count_origins
from . import lists
from .clean import cleaned
from .embargoes import holds_back, waiting_articles, without_links_to, without_waiting
from .order import days_of, in_order
from .overview import overview
from .periods import split_periods
from .quality import quality
from .values import Period, Timeline

Mentions: TypeAlias = tuple[EntityMention, ...]


def build_timeline(
    facts: Iterable[Fact],
    articles: Mapping[str, Article] | Iterable[Article],
    entities: Iterable[Entity] = (),
    settings: Settings = Settings(),
    *,
    disagreements: Sequence[Disagreement] = (),
    show_drafts: bool | None = None,
    now: datetime | None = None,
    named_in: Callable[[Sequence[Fact], Sequence[Entity]], dict[str, Mentions]] = lists.named_in,
    clean: AbstractSet[str] = frozenset(),
) -> Timeline:
    """Select, sort and group. ``show_drafts`` overrides the setting of that name, for the preview.

    ``now``, with its zone, is the moment of the build: what is under an embargo until later is left out with the drafts.
    ``named_in`` may know where names stand in texts that were read before, ``clean`` the files of facts whose texts
    need no cleaning.
    """
    drafts = settings.show_drafts if show_drafts is None else show_drafts
    known = dict(articles) if isinstance(articles, Mapping) else {one.id: one for one in articles}
    opened = open_facts(tuple(facts), known, drafts, now)
    public = [counted(fact if _is_clean(fact, clean) else cleaned(fact), known) for fact in opened]
    shown = lists.both_ways(in_order((fact for fact in public if fact.status != "withdrawn"), known))
    withdrawn = in_order((fact for fact in public if fact.status == "withdrawn"), known)
    carried = _carried(shown, known)
    published = [cleaned(entity) for entity in entities if entity.status == "published"]
    mentions = named_in((*shown, *withdrawn), published)
    by_name = lists.names_of(published)
    dated = tuple(fact for fact in shown if fact.date)
    periods = split_periods(shown, settings.facts_per_page, settings.group_facts)
    by_id = {fact.id: fact for fact in (*shown, *withdrawn)}
    return Timeline(
        facts=shown,
        days=days_of(dated, settings.group_facts),
        undated=tuple(fact for fact in shown if not fact.date),
        withdrawn=withdrawn,
        by_id=by_id,
        articles=carried,
        entities={entity.id: entity for entity in published},
        mentions=mentions,
        periods=periods,
        period_of=_period_of(periods),
        overview=overview(dated),
        entity_facts=lists.facts_by_entity(shown, mentions, by_name),
        article_facts=_by_article(shown),
        speakers=lists.speakers(shown, by_name),
        outlets=lists.outlets(shown, carried),
        tags=lists.tags(shown),
        disagreements=lists.disagreements({fact.id: fact for fact in shown}, carried, disagreements),
        changes=lists.changes(shown, withdrawn),
        anniversaries=lists.anniversaries(dated),
        quality=quality(shown, len(withdrawn), carried),
        redirects=_redirects(by_id),
        shows_drafts=drafts,
    )


def _is_clean(fact: Fact, files: AbstractSet[str]) -> bool:
    """Whether nothing in a fact of such a file is to be cleaned: addresses and foreign data are more than texts."""
    return fact.place.path in files and not (fact.image or fact.extra)


def open_facts(
    facts: Sequence[Fact], articles: Mapping[str, Article], show_drafts: bool, now: datetime | None
) -> list[Fact]:
    """The one place that decides what may leave the project: no draft, nothing under an embargo, no word of it.

    With ``show_drafts`` all are there, and ``embargo`` says of each whether it waits; elsewhere it is empty.
    """
    waiting = waiting_articles(articles, now)
    held = {fact.id: holds_back(fact, articles, waiting, now) for fact in facts if fact.embargo or waiting}
    if show_drafts:
        return [_marked(fact, held.get(fact.id, "")) for fact in facts]
    hidden = {fact.id for fact in facts if fact.status == "draft" or held.get(fact.id)}
    seen = (_marked(without_waiting(fact, waiting), "") for fact in facts if fact.id not in hidden)
    return without_links_to(seen, hidden)


def _marked(fact: Fact, embargo: str) -> Fact:
    return fact if fact.embargo == embargo else replace(fact, embargo=embargo)


def counted(fact: Fact, articles: Mapping[str, Article]) -> Fact:
    """The fact with its independent origins, which files do not hold: another article may change them."""
    if fact.origins:
        return fact
    return _fact(*_before_origins(fact), count_origins(fact, articles), *_after_origins(fact))


_fact: Callable[..., Fact] = Fact  # of all its fields in their order: half the time of ``replace``
_NAMES = tuple(one.name for one in fields(Fact))
_AT = _NAMES.index("origins")
_before_origins, _after_origins = attrgetter(*_NAMES[:_AT]), attrgetter(*_NAMES[_AT + 1 :])


def _carried(facts: Sequence[Fact], articles: Mapping[str, Article]) -> dict[str, Article]:
    """The articles that facts stand in, by their ids."""
    used = {source.article for fact in facts for source in fact.sources}
    return {key: cleaned(article) for key, article in articles.items() if key in used}


def _redirects(facts: Mapping[str, Fact]) -> dict[str, str]:
    """Where the ids lead that facts had before they were merged."""
    return {old: fact.id for fact in facts.values() for old in fact.merged_ids if old not in facts}


def _period_of(periods: Sequence[Period]) -> dict[str, str]:
    return {day.date: period.key for period in periods for day in period.days}


def _by_article(facts: Sequence[Fact]) -> dict[str, tuple[Fact, ...]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        for article in dict.fromkeys(source.article for source in fact.sources):
            found.setdefault(article, []).append(fact)
    return {article: tuple(members) for article, members in found.items()}
