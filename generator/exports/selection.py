"""What an export tells of: the facts the caller selected, with the articles, names and site around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TypeVar
from urllib.parse import quote
from zlib import crc32

from ..model import Article, Entity, Fact, Site
from ..text.parts import part_at, read_place
from ..timeline import Timeline, is_web
from .days import changed_day

Made = TypeVar("Made")
# A reader polls a feed for what is new; the whole timeline is in the other formats.
FEED_ENTRIES = 200
# What was made of so many facts is kept for the next build, about.
_RUN = 64
_MOST_KEPT = 8000
# The name of a text, the facts it is made of, and what makes it in; the text out.
Keep = Callable[[str, Sequence[Fact], Callable[[], str]], str]


@dataclass(frozen=True, slots=True)
class Selection:
    """Facts to export, already without drafts and in the order they should stand.

    ``names`` gives the ids of the entities a fact names, by fact id. ``title`` and ``page`` (relative
    to ``site.url``) tell what part of the site a feed or calendar is about; empty: the whole site.
    ``file`` is where the export itself will lie, relative to ``site.url``. ``say`` translates the few
    words of our own that stand in feeds and calendars. ``entries`` are the most of a feed. ``keep`` is asked for
    what is made of a run of facts, so that it need not be made at every build.
    """

    facts: Sequence[Fact]
    articles: Mapping[str, Article]
    entities: Sequence[Entity] = ()
    site: Site = Site()
    names: Mapping[str, Sequence[str]] | None = None
    title: str = ""
    page: str = ""
    file: str = ""
    say: Callable[[str], str] = str
    entries: int = FEED_ENTRIES
    keep: Keep | None = None
    _known: Mapping[str, Entity] = field(init=False, repr=False, compare=False)
    _spoken: Mapping[str, Entity] = field(init=False, repr=False, compare=False)
    _kept: dict[str, object] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the published entities by id: a proposed name is nobody's business yet."""
        known = {entity.id: entity for entity in self.entities if entity.status == "published"}
        spoken = {alias: entity for entity in known.values() for alias in entity.aliases}
        spoken |= {entity.name: entity for entity in known.values()}
        object.__setattr__(self, "_known", known)
        object.__setattr__(self, "_spoken", spoken)
        object.__setattr__(self, "_kept", {})

    def part(
        self,
        facts: Sequence[Fact],
        *,
        title: str = "",
        page: str = "",
        file: str = "",
        entries: int = 0,
        keep: Keep | None = None,
    ) -> Selection:
        """Other facts of the same timeline; what was made of a fact once is made for all parts."""
        chosen = copy(self)
        given = {"facts": facts, "title": title, "page": page, "file": file, "keep": keep}
        for name, value in (given | {"entries": entries or self.entries}).items():
            object.__setattr__(chosen, name, value)
        return chosen

    def runs(self, name: str, make: Callable[[Sequence[Fact]], str]) -> Iterator[str]:
        """What ``make`` gives for the facts, some at a time: cut before certain facts, so that one more moves few."""
        if self.keep is None:  # one at a time: nothing is held back
            yield from (make((fact,)) for fact in self.facts)
            return
        start = 0
        for at, fact in enumerate(self.facts):
            if at > start and crc32(fact.id.encode()) % _RUN == 0:
                run = self.facts[start:at]
                yield self.keep(f"{name} {run[0].id}", run, partial(make, run))
                start = at
        if run := self.facts[start:]:
            yield self.keep(f"{name} {run[0].id}", run, partial(make, run))

    def kept(self, key: str, make: Callable[[], Made]) -> Made:
        """What ``make`` gave for ``key`` the first time: a fact stands in many feeds."""
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[return-value]

    def changed(self, facts: Sequence[Fact]) -> list[str]:
        """The day on which each of ``facts`` was added or last corrected."""
        known = self.kept("changed", dict[str, str])
        for fact in facts:
            if fact.id not in known:
                known[fact.id] = changed_day(fact, self.sources(fact))
        return [known[fact.id] for fact in facts]

    def forget(self) -> None:
        """Make everything anew: a fact has other words."""
        self._kept.clear()

    @property
    def heading(self) -> str:
        """The name of the part, or of the site."""
        if self.title and self.site.name and self.title != self.site.name:
            return f"{self.title} · {self.site.name}"
        return self.title or self.site.name

    def link(self, fact: Fact) -> str:
        """The fact's permanent link: absolute when the site has an address."""
        return fact_link(self.site, fact.id)

    def named(self, fact: Fact) -> tuple[Entity, ...]:
        """The published entities the fact names, in the order of ``names``."""
        if not self.names:
            return ()
        named = self.names.get(fact.id, ())
        return tuple(self._known[name] for name in named if name in self._known)

    def spoken_by(self, speaker: str) -> Entity | None:
        """The published entity of that name, or alias."""
        return self._spoken.get(speaker)

    def sources(self, fact: Fact) -> tuple[Article, ...]:
        """The fact's articles, each once, in the order of its sources; unknown ones are left out."""
        ids = dict.fromkeys(source.article for source in fact.sources)
        return tuple(self.articles[id_] for id_ in ids if id_ in self.articles)

    def cited(self) -> tuple[Article, ...]:
        """Every article that a selected fact has as a source, in the order in which they are first met."""
        ids = dict.fromkeys(source.article for fact in self.facts for source in fact.sources)
        return tuple(self.articles[id_] for id_ in ids if id_ in self.articles)


def fact_link(site: Site, fact_id: str) -> str:
    """The permanent link of a fact id on ``site``."""
    return f"{site.url}f/{quote(fact_id, safe='')}/"


def of_timeline(
    timeline: Timeline, site: Site, *, withdrawn: bool = False, say: Callable[[str], str] = str
) -> Selection:
    """The whole timeline as a selection; ``withdrawn`` adds the facts that were taken back."""
    facts = (*timeline.facts, *timeline.withdrawn) if withdrawn else timeline.facts
    names = {
        fact: tuple(dict.fromkeys(mention.entity for mention in mentions))
        for fact, mentions in timeline.mentions.items()
    }
    return Selection(facts, timeline.articles, tuple(timeline.entities.values()), site, names, say=say)


def source_link(article: Article, words: str, at: str = "") -> str:
    """Where ``words`` can be read or heard: the page of a document, the second of a recording, the words of a page."""
    part = part_at(article, words) or read_place(at)
    if part is None or not is_web(article.url) or "#" in article.url:
        return words_link(article.url, words)
    return f"{article.url}#page={part.page}" if part.page else f"{article.url}#t={part.second}"


@lru_cache(maxsize=1 << 14)  # pages and downloads link to the same words
def words_link(url: str, words: str) -> str:
    """``url`` with a text fragment that makes a browser show and mark ``words``; ``""`` without an address.

    A long quote is given by its first and last words, which survives white space and markup between them.
    """
    if not is_web(url):
        return ""
    pieces = words.split()
    if not pieces:
        return url
    ends = (pieces,) if len(pieces) <= 12 else (pieces[:6], pieces[-6:])
    fragment = ",".join(_fragment_part(part) for part in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _fragment_part(words: Iterable[str]) -> str:
    """Words percent-encoded for a text fragment, where ``-``, ``,`` and ``&`` are syntax."""
    return "%20".join(map(_encoded, words))


@lru_cache(maxsize=1 << 14)  # a story has few words, and its quotes many
def _encoded(word: str) -> str:
    return quote(word, safe="").replace("-", "%2D")
