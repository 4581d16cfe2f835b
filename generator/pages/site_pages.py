"""A renderer and hand-written introductions in, every page of the site out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from urllib.parse import urlencode

from markupsafe import Markup

from ..exports import FORMATS
from ..model import Article, Entity, EntityKind, Fact, Place
from ..store.made import digest
from ..timeline import Day, Listing, Overview, Period, is_web, opened, sentence
from ..timeline.order import days_of
from ..timeline.overview import overview
from .about_pages import DOWNLOADS, about_pages, published_formats, split_title
from .calendar import days_within, opening
from .explore import URI as EXPLORE
from .explore import explore_page
from .in_short import about_home, in_short, key_days_of
from .kept import Later
from .links import FOLDERS, Links, article_uri, entity_uri, links_to, period_uri, resolved
from .onward import neighbours, neighbours_of, pager, turning
from .places_map import places_map
from .reasons import published_reason
from .renderer import Form, Renderer
from .sharing import follow
from .side_by_side import LEAST, cut, side_by_side
from .story_pages import story_pages
from .values import Page

# The rest lies on the pages of its periods, or home would be slow on a phone.
HOME_FACTS = 100


def render_pages(renderer: Renderer, intros: Mapping[str, str] | None = None) -> Iterator[Page]:
    """Every page of the site. ``intros`` holds hand-written Markdown by page (``method.md``)."""
    pages = Pages(renderer, intros or {})
    renderer.makers["index.md"] = pages.home
    every: list[Page | Later | Callable[[], Page]] = [
        pages.home(),
        *pages.periods(),
        *pages.articles(),
        *pages.entities(),
        *pages.listings(),
        partial(explore_page, renderer, (intros or {}).get(EXPLORE, "")),
        *story_pages(renderer, intros or {}),
        *about_pages(renderer, intros or {}),
    ]
    late = [one for one in every if isinstance(one, Later)]
    kept = renderer.kept
    found = {one.uri: page for one in late if (page := kept.page(one, renderer.answer))}
    todo = [one for one in late if one.uri not in found]
    made: list[Page] = []
    _make(renderer, todo, lambda: made.extend(one() for one in every if callable(one)))
    always = iter(made)
    for one in every:
        if isinstance(one, Later):
            renderer.asked()
            yield found.get(one.uri) or kept.made_page(one, renderer.asked)
        else:
            yield one if isinstance(one, Page) else next(always)


def _make(renderer: Renderer, todo: Sequence[Later], meanwhile: Callable[[], None]) -> None:
    """Make those pages in several processes where they are many, and in this one what it does ``meanwhile``."""
    if len(todo) < LEAST:
        return meanwhile()
    if sum(len(renderer.facts_on[one.uri]) for one in todo) >= 2 * len(renderer.timeline.facts):
        renderer.facts_ahead()
    side_by_side(renderer.kept.made, [partial(_ahead, renderer, run) for run in cut(todo)], meanwhile)
    return renderer.forget()


def _ahead(renderer: Renderer, run: Sequence[Later]) -> None:
    for one in run:
        renderer.asked()
        renderer.kept.ahead(one, renderer.asked)


NAMES_TOLD = 8  # in the description of a list


@dataclass(frozen=True, slots=True)
class NameView:
    """A line in a list of names."""

    name: str
    anchor: str
    href: str
    count: int
    note: str = ""
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class _Listed:
    """What has its facts on pages of their own: a name, a tag, an article; ``known`` is all else that they are made from."""

    uri: str
    title: str
    facts: Sequence[Fact]
    told: str = ""  # in the description, in place of how many facts there are
    lang: str = ""
    query: str = ""
    known: object = ()
    intro: Callable[[], Markup] | None = None  # over the first page, and made from all facts
    article: Callable[[], Markup] | None = None  # over the first page of an article


def _together(*parts: Markup) -> Markup:
    """Parts of a page that are not empty, one below the other."""
    return Markup("\n\n").join(part for part in parts if part)


class Pages:
    """The pages that list facts and names."""

    def __init__(self, renderer: Renderer, intros: Mapping[str, str]) -> None:
        self.r = renderer
        self.timeline = renderer.timeline
        self.words = renderer.words
        self.intros = intros
        self._children: dict[str, list[Period]] = {}
        for period in self.timeline.periods:
            if period.level != "undated":
                self._children.setdefault(period.parent, []).append(period)
        self._places = {one.key: at for level in self._children.values() for at, one in enumerate(level)}

    def home(self) -> Page:
        """The newest (or oldest) days up to a page's worth, the overview, and ways to the rest."""
        t, r, uri = self.timeline, self.r, "index.md"
        links = r.links(uri)
        days = self._first_days()
        newest = r.settings.newest_first
        here = [day.date for day in days]
        rest = len(days) < len(t.days)
        roots = [period for period in t.periods if not period.parent]
        drawn = r.drawn(t.overview, links, here)
        intro, title = split_title(self.intros.get(uri, ""))
        return r.page(
            "home.md",
            uri,
            title or r.site.name or self.words.gettext("Timeline"),
            in_nav=True,
            description=r.site.description or self._counts(t.facts),
            about=about_home(r, links),
            short=_together(in_short(r, links), key_days_of(r, t.facts, links)),
            overview=r.overview(drawn, links),
            line=r.line(self._shown(days, rest), links, drawn, self._kinds(days)) if t.facts else "",
            intro=Markup(intro),
            days=r.days(days, links, newest_first=newest, form="short") if t.days else self._empty(links),
            periods=r.period_links(roots, links) if rest or len(roots) > 1 or t.undated else "",
            key=self._key(links),
        )

    def _first_days(self) -> tuple[Day, ...]:
        """Days for the home page, oldest first: as many as are read at one sitting, at least one."""
        days = self.timeline.days[::-1] if self.r.settings.newest_first else self.timeline.days
        shown: list[Day] = []
        count = 0
        for day in days:
            count += len(day.facts)
            if shown and count > min(self.r.settings.facts_per_page, HOME_FACTS):
                break
            shown.append(day)
        return tuple(shown[::-1] if self.r.settings.newest_first else shown)

    def _counts(self, facts: Sequence[Fact]) -> str:
        """``26 facts from 2 articles.``"""
        return self.words.gettext("%(facts)s from %(articles)s.") % self._numbers(facts)

    def _shown(self, days: Sequence[Day], rest: bool) -> str:
        """``26 facts from 2 articles, newest day first``; with ``rest`` elsewhere, ``98 of 3,000 facts from …``."""
        _, newest = self.words.gettext, self.r.settings.newest_first
        shown = self.words.number(sum(len(day.facts) for day in days))
        lines = (
            (_("%(facts)s from %(articles)s, oldest day first"), _("%(facts)s from %(articles)s, newest day first")),
            (_("%(shown)s of %(facts)s from %(articles)s, oldest day first"), _("%(shown)s of %(facts)s from %(articles)s, newest day first")),
        )  # fmt: skip
        return lines[rest][newest] % {**self._numbers(self.timeline.facts), "shown": shown}

    def _numbers(self, facts: Sequence[Fact]) -> dict[str, str]:
        n_ = self.words.ngettext
        articles = len({source.article for fact in facts for source in fact.sources})
        return {
            "facts": n_("%(num)s fact", "%(num)s facts", len(facts)) % {"num": self.words.number(len(facts))},
            "articles": n_("%(num)s article", "%(num)s articles", articles)
            % {"num": self.words.number(articles)},
        }

    def _kinds(self, days: Sequence[Day]) -> list[tuple[str, str, int]]:
        """The kinds of facts on the page, to choose from."""
        _ = self.words.gettext
        facts = [fact for day in days for fact in day.facts]
        kinds = [("all", _("All"), len(facts))]
        labels = (
            ("event", _("Events")),
            ("statement", _("Statements")),
            ("plan", _("Plans")),
            ("proposal", _("Proposals")),
        )
        kinds += [(kind, label, sum(fact.kind == kind for fact in facts)) for kind, label in labels]
        return [kind for kind in kinds if kind[2]]

    def _key(self, links: Links) -> Markup:
        """The legend, and the downloads most people want."""
        wanted = (FORMATS[name] for name in ("csv", "json", "ics", "atom"))
        found = [
            {"name": one.title, "href": links.to(f"{DOWNLOADS}{one.suffix}")}
            for one in wanted
            if one in published_formats(self.r)
        ]
        return self.r.html("key.html", links, downloads=found)

    def _empty(self, links: Links) -> Markup:
        return self.r.html("empty.html", links)

    def periods(self) -> Iterator[Later]:
        """A page a period, with links to the finer ones it was split into and to its neighbours."""
        by_key = {period.key: period for period in self.timeline.periods}
        for period in self.timeline.periods:
            near = [by_key[key] for key in period.children] or self._siblings(period)
            undated = self.timeline.undated if period.level == "undated" else ()
            facts = undated or tuple(fact for day in period.days for fact in day.facts)
            within = [fact for day in days_within(self.r, period) for fact in day.facts]
            uri = period_uri(period.key)
            around = (
                [(one.key, one.count) for one in (period, *near)],
                [day.gap for day in period.days],
                self.r.periods_above(uri),
                neighbours_of(self.r, period),
                self.r.stamps.of(within),
            )
            yield self._kept(uri, facts, around, partial(self._period, period, near, facts, within))

    def _period(
        self, period: Period, near: Sequence[Period], facts: tuple[Fact, ...], within: Sequence[Fact]
    ) -> Page:
        """The page of ``period`` with ``facts`` of its own; ``within`` it lie those of its parts, too."""
        uri = period_uri(period.key)
        links = self.r.links(uri)
        undated = period.level == "undated"
        count = self.words.ngettext("%(num)s fact", "%(num)s facts", period.count)
        return self.r.page(
            "facts.md",
            uri,
            self.r.period_name(period),
            description=f"{self.r.period_name(period)}: {self._counts(facts if undated else within)}",
            line=self.r.line(
                (self.words.gettext("%(facts)s, oldest day first") if len(period.days) > 1 else "%(facts)s.")
                % {"facts": count % {"num": self.words.number(period.count)}},
                links,
                None,
            ),
            periods=Markup("\n\n").join(
                part
                for part in (
                    opening(self.r, period, links),
                    self.r.period_links(near, links) if near else Markup(),
                )
                if part
            ),
            days=self.r.undated(facts, links)
            if undated
            else self.r.days(period.days, links, newest_first=False),
            onward=neighbours(self.r, period),
            intro=Markup(self.intros.get(uri, "")),
            key=self._key(links),
        )

    def _kept(self, uri: str, facts: Sequence[Fact], more: object, make: Callable[[], Page]) -> Later:
        """The page of ``facts`` that ``make`` gives, as it was made last when all is as it was."""
        self.r.facts_on[uri] = tuple(facts)
        self.r.makers[uri] = make
        return Later(uri, self.r.stamps.of(facts, self.intros.get(uri, ""), more), make)

    def _siblings(self, period: Period) -> list[Period]:
        """The periods before and after this one, of the same page."""
        level = self._children.get(period.parent, [])
        at = self._places.get(period.key)
        if at is None:
            return level[-2:]
        return [level[i] for i in (at - 1, at + 1) if 0 <= i < len(level)]

    def articles(self) -> Iterator[Later | Callable[[], Page]]:
        """A page an article, and their list by publisher."""
        names = []
        for key, article in self.timeline.articles.items():
            uri = article_uri(key)
            facts = self.timeline.article_facts.get(key, ())
            day = self.r.viewer.published(article)
            title = article.title or self.words.gettext("Article without a headline")
            yield from self._article(article, title, day, facts)
            known = [Markup("<bdi>%s</bdi>") % part for part in (article.publisher, day) if part]
            note = Markup(self.words.gettext(", ")).join(known)
            names.append(NameView(title, key, links_to(uri), len(facts), note))
        _ = self.words.gettext
        empty = _("No article has a published fact yet.")
        yield partial(self._names, "articles/index.md", _("Articles"), empty, names)

    def _article(self, article: Article, title: str, day: str, facts: Sequence[Fact]) -> Iterator[Later]:
        """What is known of an article over the facts taken from it."""
        uri = article_uri(article.id)
        told = ", ".join(part for part in (article.publisher, day) if part)
        used = self.words.ngettext("%(num)s fact", "%(num)s facts", len(facts))
        used %= {"num": self.words.number(len(facts))}
        yield from self._facts_pages(
            _Listed(
                uri,
                title,
                facts,
                told=f"{told}. {used}." if told else f"{used}.",
                lang=article.lang if article.title else self.words.language,
                known=self.r.stamps.article(article.id),
                article=partial(self._article_about, article, day, len(facts)),
            )
        )

    def _article_about(self, article: Article, day: str, count: int) -> Markup:
        links = self.r.links(article_uri(article.id))
        return self.r.html(
            "article_about.html",
            links,
            article=article,
            outlet_href=self.r.viewer.outlet_href(article.publisher, links) if article.publisher else "",
            published=day,
            reason=published_reason(article, self.r.viewer.telling(links)),
            url=article.url if is_web(article.url) else "",
            archive_url=article.archive_url if is_web(article.archive_url) else "",
            count=count,
        )

    def _list(self, facts: Sequence[Fact], links: Links) -> Markup:
        """Facts under their days, as on home; those without a date last."""
        days = days_of(facts, self.r.settings.group_facts)
        form: Form = "lean" if self.r.lean else "short"
        parts = [self.r.days(days, links, newest_first=self.r.settings.newest_first, form=form)]
        undated = [fact for fact in facts if not fact.date]
        if undated:
            parts.append(self.r.undated(undated, links, form="lean" if self.r.lean else "full"))
        return Markup("\n\n").join(part for part in parts if part)

    def entities(self) -> Iterator[Later | Callable[[], Page]]:
        """Pages of people, places and organisations, and the list of each kind."""
        lists: dict[EntityKind, list[NameView]] = {kind: [] for kind in FOLDERS}
        speakers = {one.entity: one for one in reversed(self.timeline.speakers)}
        for entity in self.timeline.entities.values():
            facts = self.timeline.entity_facts.get(entity.id, ())
            if not facts:
                continue
            has_page = self.r.viewer.has_page(entity.id)
            href = links_to(entity_uri(entity)) if has_page else f"f:{facts[0].id}"
            note = Markup("<bdi>%s</bdi>") % entity.description if entity.description else ""
            lists[entity.kind].append(NameView(entity.name, entity.id, href, len(facts), note))
            if has_page:
                listing = speakers.get(entity.id)
                said = (listing.slug, len(listing.facts)) if listing else None
                yield from self._facts_pages(
                    _Listed(
                        entity_uri(entity),
                        entity.name,
                        facts,
                        told=" ".join(
                            part for part in (sentence(entity.description), self._counts(facts)) if part
                        ),
                        query=urlencode([(str(entity.kind), entity.id)]),
                        known=(replace(entity, place=Place()), said),
                        intro=partial(self._entity_intro, entity, facts, listing),
                    )
                )
        _ = self.words.gettext
        heads = {
            "person": (_("People"), _("No person is named yet.")),
            "place": (_("Places"), _("No place is named yet.")),
            "organisation": (_("Organisations"), _("No organisation is named yet.")),
        }
        for kind, names in lists.items():
            uri = f"{FOLDERS[kind]}/index.md"
            above = places_map(self.r, self.r.links(uri)) if kind == "place" else ""
            yield partial(self._names, uri, *heads[kind], names, above)

    def _entity_intro(self, entity: Entity, facts: Sequence[Fact], listing: Listing | None) -> Markup:
        uri = entity_uri(entity)
        links = self.r.links(uri)
        about = self.r.html(
            "entity_about.html",
            links,
            entity=entity,
            same_as=entity.same_as if is_web(entity.same_as) else "",
            said=len(listing.facts) if listing else 0,
            said_href=self.r.viewer.listing_href(listing, "speakers", links) if listing else "",
        )
        days = key_days_of(self.r, facts, links) if entity.kind == "person" else Markup()
        return _together(about, Markup(self.intros.get(uri, "")), days)

    def _facts_pages(self, of: _Listed) -> Iterator[Later]:
        """The facts of a name or an article, on as many pages as they need.

        Each is kept by itself: what changes a fact changes the page it stands on, and the first where that tells of all.
        """
        parts = self._parts(of.facts)
        more = (f"{of.uri.removesuffix('.md')}/{number}.md" for number in range(2, len(parts) + 1))
        uris = [of.uri, *more]
        counts = self._counts(of.facts)
        shared = (of.title, of.told, of.lang, of.query, of.known, len(uris), counts)
        given = digest(shared, [fact.date for fact in of.facts])
        over = cache(partial(overview, of.facts))
        for at, part in enumerate(parts):
            whole = self.r.stamps.of(of.facts) if of.intro and at == 0 else b""
            make = partial(self._facts_page, of, uris, at, part, counts, over)
            yield self._kept(uris[at], part, (given, whole), make)

    def _facts_page(
        self, of: _Listed, uris: Sequence[str], at: int, part: Sequence[Fact], counts: str, over: Callable[[], Overview]
    ) -> Page:  # fmt: skip
        """One of the pages of a name or an article."""
        links = self.r.links(uris[at])
        name = of.title if at == 0 else f"{of.title} ({self.words.number(at + 1)})"
        intro = of.intro() if of.intro and at == 0 else Markup()
        page = partial(
            self.r.page,
            "article.md" if of.article else "facts.md",
            uris[at],
            name,
            intro=(intro or Markup(self.intros.get(of.uri, ""))) if at == 0 else "",
            days=self._list(part, links),
            periods=pager(self.r, uris, at),
            onward=turning(self.r, uris, at),
            description=f"{name}: {of.told or counts}",
            key=follow(self.r, of.uri, links) if at == 0 else "",
        )
        if of.article:
            return page(about=of.article() if at == 0 else "", title_lang=of.lang)
        drawn = self.r.drawn(over(), links, [fact.date for fact in part], of.query)
        return page(line=self.r.line(counts, links, drawn), overview=self.r.overview(drawn, links))

    def _parts(self, facts: Sequence[Fact]) -> list[list[Fact]]:
        """Facts in reading order by the page, cut between days if it can be; each part is oldest first again."""
        newest, most = self.r.settings.newest_first, self.r.settings.facts_per_page
        by_date: dict[str, list[Fact]] = {}
        for fact in facts:
            by_date.setdefault(fact.date, []).append(fact)
        undated = by_date.pop("", [])
        dated = list(by_date.values())
        groups = [*(dated[::-1] if newest else dated), undated]
        pieces = (group[at : at + most] for group in groups for at in range(0, len(group), most))
        parts: list[list[list[Fact]]] = [[]]
        for piece in pieces:
            if parts[-1] and sum(map(len, parts[-1])) + len(piece) > most:
                parts.append([])
            parts[-1].append(piece)
        return [[fact for group in (part[::-1] if newest else part) for fact in group] for part in parts]

    def listings(self) -> Iterator[Later | Callable[[], Page]]:
        """Speakers, outlets and tags."""
        t, least, _ = self.timeline, self.r.settings.entity_page_facts, self.words.gettext
        yield from self._listing("speakers", _("Speakers"), _("Nobody is quoted yet."), t.speakers, least)
        yield from self._listing("outlets", _("Outlets"), _("No outlet is known yet."), t.outlets, least)
        yield from self._listing("tags", _("Tags"), _("No fact has a tag yet."), t.tags, 1)

    def _listing(
        self, folder: str, title: str, empty: str, listings: Sequence[Listing], least: int
    ) -> Iterator[Later | Callable[[], Page]]:
        names = []
        for listing in listings:
            uri = f"{folder}/{listing.slug}.md"
            name = opened(listing.name) if folder == "speakers" else listing.name
            paged = len(listing.facts) >= least
            href = links_to(uri) if paged else f"f:{listing.facts[0].id}"
            names.append(NameView(name, listing.slug, href, len(listing.facts), anonymous=listing.anonymous))
            if paged:
                query = urlencode({folder.removesuffix("s"): listing.name})
                yield from self._facts_pages(_Listed(uri, name, listing.facts, query=query))
        yield partial(self._names, f"{folder}/index.md", title, empty, names)

    def _names(self, uri: str, title: str, empty: str, names: Sequence[NameView], above: str = "") -> Page:
        links = self.r.links(uri)
        found = [
            NameView(n.name, n.anchor, resolved(n.href, links), n.count, n.note, n.anonymous) for n in names
        ]
        found.sort(key=lambda name: (-name.count, name.name.casefold()))
        return self.r.page(
            "names.md",
            uri,
            title,
            in_nav=True,
            intro=Markup("\n\n".join(part for part in (self.intros.get(uri, ""), above) if part)),
            description=f"{title}: {', '.join(one.name for one in found[:NAMES_TOLD])}" if found else empty,
            names=self.r.html("names.html", links, names=found, empty=empty),
        )
