"""What a timeline is made of: frozen values that pages and exports read, in the order readers see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..edtf import Day as DayTuple
from ..model import Article, Correction, Disagreement, Entity, EntityMention, Fact

Level = Literal["century", "decade", "year", "month", "day", "undated"]
# How surely the words give the day: stated, taken from the article or the discourse, or only a span.
Sureness = Literal["stated", "carried", "span"]
ChangeKind = Literal["added", "corrected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time without a fact, in whole years, months and days; ``steps`` grows with its length."""

    years: int
    months: int
    days: int
    steps: int


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one day that share their first tag; ``tag`` is ``""`` for those without."""

    tag: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """All facts of one EDTF date. ``gap`` is the silence before it, when it is long enough to be said."""

    date: str
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A page's worth of time: its own days, and the finer periods it was split into."""

    key: str
    level: Level
    days: tuple[Day, ...]
    children: tuple[str, ...] = ()
    parent: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """One slot of the overview: a bar of facts, a span of its own, or a break in the axis."""

    kind: Literal["bar", "span", "break"]
    start: DayTuple = (0, 0, 0)
    end: DayTuple = (0, 0, 0)
    count: int = 0
    date: str = ""  # the day section it leads to


@dataclass(frozen=True, slots=True)
class Band:
    """Facts known only to lie somewhere between two columns."""

    first: int
    last: int
    lane: int
    count: int
    date: str
    start: DayTuple
    end: DayTuple
    several: bool = False  # different spans put together


@dataclass(frozen=True, slots=True)
class Overview:
    """Facts over time in at most some thirty columns; ``unit`` is what one bar stands for."""

    unit: str
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Facts under a name: an outlet, a speaker, a tag."""

    name: str
    slug: str
    facts: tuple[Fact, ...]
    anonymous: bool = False
    entity: str = ""  # the entity of that name, if it is known
    articles: tuple[str, ...] = ()  # of an outlet


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened to the timeline itself on a day."""

    on: str
    kind: ChangeKind
    fact: Fact
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """How far the timeline can be trusted, counted: every figure is a number of facts, except where named."""

    facts: int = 0
    exact_day: int = 0
    stated: int = 0
    carried: int = 0
    inferred: int = 0
    spans: int = 0
    undated: int = 0
    claims: int = 0
    anonymous: int = 0
    one_origin: int = 0
    two_origins: int = 0
    uncounted: int = 0  # facts whose origins nobody has counted
    reviewed: int = 0
    drafts: int = 0
    disputed: int = 0
    corrected: int = 0
    withdrawn: int = 0
    articles: int = 0
    articles_with_url: int = 0
    articles_archived: int = 0
    articles_inferred: int = 0


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The days of all years that share a month and a day."""

    month: int
    day: int
    years: tuple[tuple[int, str, int], ...]  # year, EDTF date, number of facts


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything a site shows, selected, sorted and grouped; nothing that must not be public is in it."""

    facts: tuple[Fact, ...]  # oldest first
    days: tuple[Day, ...]  # oldest first, undated facts left out
    undated: tuple[Fact, ...]
    withdrawn: tuple[Fact, ...]
    by_id: Mapping[str, Fact]  # shown and withdrawn
    articles: Mapping[str, Article]  # those that carry a shown fact
    entities: Mapping[str, Entity]  # published ones
    mentions: Mapping[str, tuple[EntityMention, ...]]  # by fact id, into Fact.text
    periods: tuple[Period, ...]
    period_of: Mapping[str, str]  # EDTF date -> period key
    overview: Overview
    entity_facts: Mapping[str, tuple[Fact, ...]]
    article_facts: Mapping[str, tuple[Fact, ...]]
    speakers: tuple[Listing, ...]
    outlets: tuple[Listing, ...]
    tags: tuple[Listing, ...]
    disagreements: tuple[Disagreement, ...]
    changes: tuple[Change, ...]  # newest first
    anniversaries: tuple[Anniversary, ...]
    quality: Quality
    redirects: Mapping[str, str]  # former fact id -> id of the fact it is now
    shows_drafts: bool = False
