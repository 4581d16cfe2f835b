"""What was made last in, what of it still holds out: a page whose facts and surroundings are as they were is not made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache, partial
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path

from ..config import Settings
from ..model import DateReason, Entity, Fact, Site, Source
from ..store.made import Made, digest
from ..store.text_file import fingerprint
from ..timeline import Listing, Timeline
from .values import Page

PAGES = "pages"  # where the Markdown of the pages lies in the cache folder
# A question to the renderer and its answer, as JSON holds them: kind, key, answer.
Asked = list[list[str]]


@dataclass(frozen=True, slots=True)
class Later:
    """A page that is made when it is not kept: a hash of what it is made from, and what makes it."""

    uri: str
    given: bytes
    make: Callable[[], Page]


class Kept:
    """Pages and texts by name, each with what it was made from; ``cache`` None keeps nothing."""

    def __init__(self, made: Made | None = None, cache: Path | None = None) -> None:
        self.made = made or Made(None)
        self.folder = cache / PAGES if cache else None

    def text(self, name: str, given: bytes, make: Callable[[], str]) -> str:
        """The text that ``make`` gives, made only when ``given`` is not what it was the last time."""
        found = self.made.get(name, given)
        if found is not None:
            return found.decode("utf-8", "surrogatepass")
        text = make()
        self.made.put(name, given, text.encode("utf-8", "surrogatepass"))
        return text

    def page(self, of: Later, answer: Callable[[str, str], str]) -> Page | None:
        """The page that the build before made of the same: what it asked of the renderer must still be answered alike,
        and its file must hold what was written.
        """
        row = self.made.get(f"page {of.uri}", of.given) if self.folder else None
        if row is None:
            return None
        try:
            (title, in_nav, front, hash), asked = json.loads(row)
            if any(answer(kind, key) != said for kind, key, said in asked):
                return None
            assert self.folder is not None
            file = self.folder / of.uri
            if not file.is_symlink() and fingerprint(file.read_bytes()) == hash:
                return Page.kept(of.uri, title, in_nav, front, file, hash)
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def made_page(self, of: Later, asked: Callable[[], Asked]) -> Page:
        """The page as another process just made it, or made now; kept for the next build."""
        row = self.made.passed(f"now {of.uri}")
        if row is not None:
            (title, in_nav, front, hash), said = json.loads(row)
            page = Page.kept(of.uri, title, in_nav, front, partial(self._passed, of), hash)
        else:
            page, said = of.make().held(), asked()
        if self.folder:
            told = [page.title, page.in_nav, page.front, page.fingerprint]
            self.made.put(f"page {of.uri}", of.given, json.dumps([told, said]).encode())
        return page

    def _passed(self, of: Later) -> str:
        data = self.made.passed(f"text {of.uri}")
        return of.make().markdown if data is None else data.decode("utf-8")

    def ahead(self, of: Later, asked: Callable[[], Asked]) -> None:
        """Make the page in a process of its own."""
        page = of.make()
        told = [page.title, page.in_nav, page.front, page.fingerprint]
        self.made.pass_on(f"text {of.uri}", page.markdown.encode("utf-8"))
        self.made.pass_on(f"now {of.uri}", json.dumps([told, asked()]).encode())


class Stamps:
    """A hash of all that a fact's HTML is made from; equal hashes mean equal HTML, in any process of this program."""

    def __init__(
        self,
        timeline: Timeline,
        settings: Settings,
        site: Site,
        own_templates: Path | None,
        images: Mapping[str, tuple[int, int]],
        more: object = (),
    ) -> None:
        self.timeline = timeline
        self._facts: dict[str, bytes] = {}
        self._articles: dict[str, bytes] = {}
        self._later: dict[str, list[Fact]] = {}
        for fact in timeline.facts:
            for earlier in fact.follows:
                self._later.setdefault(earlier, []).append(fact)
        least = settings.entity_page_facts
        self._least = least
        self._speakers = {fact.id: _told(one, least) for one in timeline.speakers for fact in one.facts}
        self._outlets = {one.name.casefold(): _told(one, least) for one in timeline.outlets}
        self._names = {alias: one for one in timeline.entities.values() for alias in one.aliases}
        self._names |= {one.name: one for one in timeline.entities.values()}
        self._images = images
        self.surroundings = digest(
            program_mark(),
            settings,
            site,
            more,
            timeline.shows_drafts,
            list(_templates(own_templates)),
        )

    def of(self, facts: Iterable[Fact], *more: object) -> bytes:
        """The hash of ``facts``, in their order, of what surrounds them all, and of ``more``."""
        known = self._facts.get
        stamps = b"".join([known(fact.id) or self.fact(fact) for fact in facts])
        return blake2b(self.surroundings + digest(more) + stamps, digest_size=16).digest()

    def fact(self, fact: Fact) -> bytes:
        """What stands in a fact, and of everything else what its HTML, its feeds and its data tell."""
        found = self._facts.get(fact.id)
        if found is None:
            t = self.timeline
            told = (*fact.disagrees_with, *fact.maybe_same_as, *fact.follows)
            others = [t.by_id.get(one) for one in told] + self._later.get(fact.id, [])
            via = fact.via.casefold()
            mentions = t.mentions.get(fact.id, ())
            found = self._facts[fact.id] = digest(
                values_of(fact),
                [self.article(source.article) for source in fact.sources],
                [(one and values_of(one), one and [self.article(s.article) for s in one.sources]) for one in others],
                [(one.start, one.end, self._entity(t.entities.get(one.entity))) for one in mentions],
                self._entity(self._names.get(fact.speaker)),
                self._speakers.get(fact.id),
                self._outlets.get(via) or self._outlets.get(f"the {via}"),
                t.period_of.get(fact.date),
                self._images.get(fact.image) if fact.image else None,
            )  # fmt: skip
        return found

    def forget(self) -> None:
        """The facts' hashes are to be made again."""
        self._facts.clear()

    def article(self, id: str) -> bytes:
        """An article, the outlet it is of, and the articles that its date is explained with."""
        found = self._articles.get(id)
        if found is None:
            article = self.timeline.articles.get(id)
            whys = article.published.why if article else ()
            named = [self.timeline.articles.get(why.article) for why in whys if why.article]
            outlet = article.publisher.casefold() if article else ""
            found = self._articles[id] = digest(
                article,
                [(one.title, one.lang) if one else None for one in named],
                self._outlets.get(outlet) or self._outlets.get(f"the {outlet}"),
            )
        return found

    def _entity(self, entity: Entity | None) -> object:
        if entity is None:
            return None
        paged = len(self.timeline.entity_facts.get(entity.id, ())) >= self._least
        return (
            entity.name,
            entity.kind,
            entity.id,
            entity.aliases,
            entity.description,
            entity.same_as,
            paged,
        )


_fact_values = attrgetter(*(one.name for one in fields(Fact) if one.name not in ("sources", "place")))
_source_values = attrgetter(*(one.name for one in fields(Source) if one.name != "date"))
_reason_values = attrgetter(*(one.name for one in fields(DateReason)))


def values_of(fact: Fact) -> object:
    """All that stands in a fact but its place in a file: a line more above it changes nothing."""
    return _fact_values(fact), [(_source_values(one), _reason_values(one.date)) for one in fact.sources]


def _told(one: Listing, least: int) -> tuple[str, str, str, bool]:
    return (one.name, one.slug, one.entity, len(one.facts) >= least)


def _templates(folder: Path | None) -> Iterable[tuple[str, str]]:
    """The project's own templates, with a hash of each."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
    return ((str(file), fingerprint(file.read_bytes())) for file in files)


@cache
def program_mark() -> str:
    """A hash of what of this program makes pages of values, and of the languages they speak."""
    top = Path(__file__).parents[1]
    kinds = (".py", ".html", ".md", ".svg", ".js", ".css", ".json", ".toml", ".po", ".mo")
    every = sorted(path for path in top.rglob("*") if path.suffix in kinds)
    return fingerprint(b"".join(fingerprint(path.read_bytes()).encode() for path in every))
