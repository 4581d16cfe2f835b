"""A timeline and a place to link from in, what the templates print out: plain fields, no logic left."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from ..config import Settings
from ..dates import RULES
from ..entries.manner import manner_of
from ..exports import Selection, fact_bibtex, fact_csl, fact_plain
from ..model import Article, Correction, Disagreement, Entity, Fact, Site, Source
from ..text.parts import part_at, read_place, time_code
from ..timeline import Listing, Timeline, is_inferred, is_web, opened, quotes_of, sureness, told
from .links import Links, article_uri, day_anchor, entity_uri, period_uri, words_at
from .reasons import Telling, date_reason, origin_reason
from .statement import linked, marked
from .words import Words

SHORT_TITLE = 48  # letters of a headline that stands for its outlet


@dataclass(frozen=True, slots=True)
class QuoteView:
    """The words of an article that carry a fact, and where to read them."""

    words: Markup
    href: str  # the words at the publisher, "" without an address
    headline: bool = False  # they are the article's headline
    part: str = ""  # the page or the second they stand at


@dataclass(frozen=True, slots=True)
class SourceView:
    """One article in which a fact is written, with its quotes."""

    quotes: tuple[QuoteView, ...]
    title: str  # "" when the article has no headline
    article: str  # id
    href: str  # our page of the article
    archive_href: str
    publisher: str
    published: str
    inferred: bool
    lang: str
    reason: Markup  # why this source supports the date


@dataclass(frozen=True, slots=True)
class Report:
    """An article that told a fact: as the first, ``confirmed`` from an origin of its own, or ``again``."""

    how: str
    outlet: str
    href: str
    published: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another fact a fact is compared with."""

    href: str
    text: str
    speaker: str
    via: str
    date: str
    value: str = ""
    sources: str = ""
    lang: str = ""
    context: str = ""


@dataclass(frozen=True)
class FactView:
    """One fact as the reader meets it; most pages show little of it, so that the rest is made when it is asked for."""

    id: str
    kind: str
    lead: bool
    status: str
    embargo: str  # in a preview: until when no other reader sees it
    sure: str
    inferred: bool
    date: str
    speaker: str
    speaker_href: str
    manner: str  # quoted, said, or according: the reporter's words
    via: str
    via_href: str
    anonymous: bool
    denied: bool
    dispute: str  # why the fact is disputed
    statement: Markup
    text: str
    context: str
    lang: str
    label: str  # the evidence in words: "2 articles, 1 origin"
    articles: int
    origins: int
    origin_reason: Markup  # why there are fewer origins than articles
    sources: tuple[SourceView, ...]
    disagrees: tuple[Other, ...]
    maybe_same: tuple[Other, ...]
    corrections: tuple[Correction, ...]
    added: str  # the day since which it stands here
    reports: tuple[Report, ...]  # the articles that told it, in their order
    earlier: tuple[Other, ...]  # what it brings up to date
    later: tuple[Other, ...]  # what brings it up to date
    reason: Markup
    rule: str  # the id of the rule that read the date, "" when no words give it
    image: str
    image_alt: str
    href: str  # permanent, relative
    permanent: str  # permanent, absolute when the site has an address
    report: str
    cite_plain: str
    cite_bibtex: str
    cite_csl: str

    @classmethod
    def made(cls, late: Mapping[str, Late], **values: object) -> FactView:
        """A view with ``values``, and ``late`` ones that are made at the first look."""
        view = cls.__new__(cls)
        view.__dict__.update(values, _late=late)
        return view

    def __getattr__(self, name: str) -> object:
        late = self.__dict__.get("_late", {})
        if name not in late:
            raise AttributeError(f"a fact has no '{name}'")
        value = self.__dict__[name] = late[name](self)
        return value


# Makes one of its values, asked for the first time.
Late = Callable[[FactView], object]


class Viewer:
    """Makes the views of one timeline in one language; ``at`` says where the page lies."""

    def __init__(
        self,
        timeline: Timeline,
        settings: Settings,
        words: Words,
        site: Site,
        *,
        directory_urls: bool = True,
    ) -> None:
        self.timeline = timeline
        self._root = Links(0, directory_urls)
        self.settings = settings
        self.words = words
        self.site = site
        self.selection = Selection(
            timeline.facts,
            timeline.articles,
            tuple(timeline.entities.values()),
            site,
            say=words.gettext,
        )
        self._speakers = {fact.id: listing for listing in timeline.speakers for fact in listing.facts}
        self._later: dict[str, list[Fact]] = {}
        for fact in timeline.facts:
            for earlier in fact.follows:
                self._later.setdefault(earlier, []).append(fact)
        self._outlets = {listing.name.casefold(): listing for listing in timeline.outlets}

    def has_page(self, entity: str) -> bool:
        """Whether a name has facts enough for a page of its own."""
        return len(self.timeline.entity_facts.get(entity, ())) >= self.settings.entity_page_facts

    def addresses(self, links: Links) -> Mapping[str, str]:
        """Where each name with a page is found, from here."""
        return {
            entity.id: links.to(entity_uri(entity))
            for entity in self.timeline.entities.values()
            if self.has_page(entity.id)
        }

    def speaker_href(self, fact: Fact, links: Links) -> str:
        """The page of a speaker, or the entry in the list of speakers."""
        listing = self._speakers.get(fact.id)
        return self.listing_href(listing, "speakers", links) if listing else ""

    def listing_href(self, listing: Listing, folder: str, links: Links) -> str:
        """The page of a listing, or its line in the list when it is too short for a page."""
        if folder != "tags" and len(listing.facts) < self.settings.entity_page_facts:
            return links.to(f"{folder}/index.md", listing.slug)
        return links.to(f"{folder}/{listing.slug}.md")

    def outlet_href(self, name: str, links: Links) -> str:
        """The page of an outlet, if it is known by that name."""
        listing = self._outlets.get(name.casefold()) or self._outlets.get(f"the {name.casefold()}")
        return self.listing_href(listing, "outlets", links) if listing else ""

    def fact(self, fact: Fact, links: Links, addresses: Mapping[str, str]) -> FactView:
        """Everything a fact shows."""
        articles = self.timeline.articles
        first = articles.get(fact.sources[0].article) if fact.sources else None
        permanent = f"{self.site.url}f/{fact.id}/" if self.site.url else ""
        lang = first.lang if first else "en"
        manner = manner_of(fact, lang) if fact.speaker else ""
        return FactView.made(
            self._late(fact, links, permanent) | {"manner": lambda _: manner or manner_of(fact, lang)},
            id=fact.id,
            kind=fact.kind,
            lead=fact.lead,
            status=fact.status,
            embargo=fact.embargo,
            sure=sureness(fact),
            inferred=is_inferred(fact, articles),
            date=self.words.when(fact.date) if fact.date else "",
            speaker=fact.speaker if manner == "according" else opened(fact.speaker),
            speaker_href=self.speaker_href(fact, links),
            via=fact.via,
            via_href=self.outlet_href(fact.via, links) if fact.via else "",
            anonymous=fact.anonymous,
            denied=fact.denied,
            dispute=fact.reason if fact.status == "disputed" else "",
            statement=linked(fact.text, self.timeline.mentions.get(fact.id, ()), addresses, quotes_of(fact)),
            text=told(fact),
            context=fact.context,
            lang=first.lang if first else "",
            articles=len({source.article for source in fact.sources}),
            origins=fact.origins,
            corrections=fact.corrections,
            added=self.words.when(fact.added) if fact.added else "",
            rule=next((s.date.rule for s in fact.sources if s.date.words and s.date.rule in RULES), ""),
            image=fact.image,
            image_alt=fact.image_alt,
            href=links.fact(fact.id),
            permanent=permanent,
        )

    def _late(self, fact: Fact, links: Links, permanent: str) -> dict[str, Late]:
        """What few pages ask of a fact, made when it is asked."""
        telling = self.telling(links)
        return {
            "label": lambda _: self.label(fact),
            "origin_reason": lambda _: escape(origin_reason(fact, telling)),
            "sources": lambda _: self.sources(fact, links),
            "disagrees": lambda _: self._others(fact.disagrees_with, links),
            "maybe_same": lambda _: self._others(fact.maybe_same_as, links),
            "reports": lambda _: self.reports(fact, links),
            "earlier": lambda _: self._others(fact.follows, links),
            "later": lambda _: tuple(self.other(one, links) for one in self._later.get(fact.id, ())),
            "reason": lambda view: view.sources[0].reason if fact.sources else Markup(),
            "report": lambda _: report_address(self.settings.report_url, fact, permanent),
            "cite_plain": lambda _: fact_plain(fact, self.selection),
            "cite_bibtex": lambda _: fact_bibtex(fact, self.selection),
            "cite_csl": lambda _: json.dumps(fact_csl(fact, self.selection), ensure_ascii=False),
        }

    def _others(self, ids: Iterable[str], links: Links) -> tuple[Other, ...]:
        """The facts of these ids that readers may see, each in one line."""
        facts = (self.timeline.by_id[id] for id in ids if id in self.timeline.by_id)
        return tuple(self.other(fact, links) for fact in facts if fact.status != "withdrawn")

    def sources(self, fact: Fact, links: Links) -> tuple[SourceView, ...]:
        """The articles of a fact, each once, with all that is quoted from it."""
        by_article: dict[str, list[Source]] = {}
        for source in fact.sources:
            by_article.setdefault(source.article, []).append(source)
        return tuple(self._source(fact, key, quoted, links) for key, quoted in by_article.items())

    def _source(self, fact: Fact, key: str, quoted: list[Source], links: Links) -> SourceView:
        article = self.timeline.articles.get(key) or Article(key, "")
        return SourceView(
            quotes=tuple(
                QuoteView(
                    marked(one.quote, one.date.words),
                    words_at(article, one.quote, one.at),
                    one.headline,
                    self._part(article, one),
                )
                for one in quoted
            ),
            title=article.title,
            article=article.id,
            href=links.to(article_uri(article.id)),
            archive_href=article.archive_url if is_web(article.archive_url) else "",
            publisher=article.publisher,
            published=self.published(article),
            inferred=article.published.basis == "inferred",
            lang=article.lang,
            reason=self._reason(fact, quoted[0], self.telling(links)),
        )

    def published(self, article: Article) -> str:
        """When an article came out, with the zone of its clock where the source names one."""
        value, zone = article.published.value, article.published.zone
        if not value:
            return ""
        told = self.words.when(value)
        named = {"Z": "UTC"}.get(zone, f"UTC{zone}" if zone[:1] in ("+", "-") else zone)
        return f"{told} {named}" if named and "T" in value else told

    def reports(self, fact: Fact, links: Links) -> tuple[Report, ...]:
        """The articles of a fact in the order in which they came out; nothing when there is one."""
        known = {source.article: self.timeline.articles.get(source.article) for source in fact.sources}
        articles = sorted((one for one in known.values() if one), key=_came_out)
        alone = fact.origins == len(articles)  # each of an origin of its own
        if len(articles) < 2:
            return ()
        return tuple(
            Report(
                "first" if not at else "confirmed" if alone else "again",
                article.publisher or headline(article.title) or self.words.gettext("unnamed article"),
                links.to(article_uri(article.id)),
                self.published(article),
            )
            for at, article in enumerate(articles)
        )

    def _part(self, article: Article, source: Source) -> str:
        """The page of a document or the time of a recording."""
        part = part_at(article, source.quote) or read_place(source.at)
        if part is None:
            return source.at
        _ = self.words.gettext
        if part.page:
            return _("page %(page)s") % {"page": self.words.number(part.page)}
        return _("at %(time)s") % {"time": time_code(part.second)}

    def telling(self, links: Links) -> Telling:
        """What reasons are told with on a page."""
        return Telling(self.words, self.timeline.articles, lambda id: links.to(article_uri(id)))

    def _reason(self, fact: Fact, source: Source, telling: Telling) -> Markup:
        return escape(
            date_reason(source.date, fact.date, self.timeline.articles.get(source.article), telling)
        )

    def label(self, fact: Fact) -> str:
        """What stands behind a fact, in a few words: the outlet when there is one source, else counts."""
        _, n_ = self.words.gettext, self.words.ngettext
        count = len({source.article for source in fact.sources})
        if count == 1:
            article = self.timeline.articles.get(fact.sources[0].article)
            name = (article.publisher or headline(article.title)) if article else ""
            return name or _("unnamed article")
        articles = n_("%(num)s article", "%(num)s articles", count) % {"num": self.words.number(count)}
        if not fact.origins:
            return articles
        if fact.origins == 1:
            return _("%(articles)s of one origin") % {"articles": articles}
        origins = n_("%(num)s independent origin", "%(num)s independent origins", fact.origins)
        return _("%(articles)s, %(origins)s") % {
            "articles": articles,
            "origins": origins % {"num": self.words.number(fact.origins)},
        }

    def other(self, fact: Fact, links: Links, value: str = "") -> Other:
        """A fact in one line, for lists and comparisons."""
        _, articles = self.words.gettext, self.timeline.articles
        written = [articles[source.article] for source in fact.sources if source.article in articles]
        names = dict.fromkeys(one.publisher or _("publisher unknown") for one in written)
        names.pop(fact.via, None)
        article = self.timeline.articles.get(fact.sources[0].article) if fact.sources else None
        return Other(
            links.fact(fact.id),
            told(fact),
            opened(fact.speaker),
            fact.via,
            self.words.when(fact.date) if fact.date else "",
            value,
            self.words.all_of(list(names)) if names else "",
            article.lang if article else "",
            fact.context,
        )

    def disagreement(self, one: Disagreement, links: Links) -> tuple[Other, ...]:
        """The sides of a disagreement."""
        sides = [
            (self.timeline.by_id[fact], value) for fact, value in zip(one.facts, one.values, strict=True)
        ]
        return tuple(
            self.other(fact, links, self.words.when(value) if value and value == fact.date else value)
            for fact, value in sides
        )

    def place_of(self, fact: Fact) -> str:
        """Where a fact stands, relative to the root: its period page and anchor."""
        if fact.status == "withdrawn":
            return self._root.to("corrections.md", fact.id)
        key = self.timeline.period_of.get(fact.date, "undated") if fact.date else "undated"
        return self._root.to(period_uri(key), fact.id)

    def day_href(self, date: str, links: Links) -> str:
        """The section of a day on its period page."""
        return links.to(period_uri(self.timeline.period_of[date]), day_anchor(date))

    def entity_of(self, listing: Listing) -> Entity | None:
        """The entity a speaker is, if it has a page."""
        return self.timeline.entities.get(listing.entity) if self.has_page(listing.entity) else None


def _came_out(article: Article) -> tuple[str, bool, str]:
    """By day; of one day what is surely of it first, then by the clock."""
    published = article.published
    return published.day or "9", published.basis == "inferred", published.value


def headline(title: str) -> str:
    """An article's title in a few words and in quotation marks, for one whose outlet nobody knows."""
    title = " ".join(title.split())
    short = title if len(title) <= SHORT_TITLE else title[:SHORT_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return f"“{short}”" if short else ""


def report_address(report_url: str, fact: Fact, permanent: str) -> str:
    """Where to report an error in this fact: the configured address with the fact's id filled in."""
    if not report_url:
        return ""
    if not (is_web(report_url) or report_url.startswith("mailto:")):
        return ""
    if "{id}" in report_url or "{url}" in report_url:
        return report_url.replace("{id}", quote(fact.id)).replace("{url}", quote(permanent, safe=""))
    if report_url.startswith("mailto:"):
        mark = "&" if "?" in report_url else "?"
        return f"{report_url}{mark}subject={quote(fact.id)}&body={quote(permanent or fact.id, safe='')}"
    return report_url
