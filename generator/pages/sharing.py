"""A renderer and a page's facts in, its share image and its feeds out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from ..exports import FORMATS, FeedLink, Selection, ShareImage, export, preview_tags
from ..exports.share_image import HEIGHT, WIDTH, ShareCard, bars_of
from ..model import Fact
from ..timeline import opened, told
from ..timeline.lists import facts_by_entity, names_of
from .links import FOLDERS, Links, address, entity_uri
from .promises import promises
from .renderer import Renderer

FEEDS = ("atom", "rss", "jsonfeed")
FOLLOWED = (*FEEDS, "ics")  # what one follows a name by
FEED_FOLDER = "feeds/"
# On a site that is kept small a name is followed by these, and they tell so many of its facts.
FEW_FOLLOWED = ("atom", "ics")
FEW_ENTRIES = 30


@dataclass(frozen=True, slots=True)
class PartFeed:
    """A part of the site that has feeds of its own, by the page it belongs to."""

    uri: str  # "people/ada-marsh.md"
    title: str
    facts: tuple[Fact, ...]

    def file(self, name: str) -> str:
        """Where its feed lies under the site."""
        return f"{FEED_FOLDER}{self.uri.removesuffix('.md')}{FORMATS[name].suffix}"


def share_card(renderer: Renderer, uri: str, title: str, facts: Sequence[Fact]) -> ShareCard:
    """The picture of a page; of home when it has none of its own."""
    if uri != "index.md" and uri in _pictured(renderer):
        return _card(renderer, title, facts, renderer.site.name or renderer.words.gettext("Timeline"))
    return _home_card(renderer)


def has_own_image(renderer: Renderer, uri: str) -> bool:
    """Whether a page has a picture of its own; every other one shows home's."""
    return uri in _pictured(renderer)


def fact_card(renderer: Renderer, fact: Fact) -> ShareCard:
    """The picture of a fact's permanent address: the statement, when, and who says so."""
    if fact.id not in _pictured_facts(renderer):
        return _home_card(renderer)
    words, home = renderer.words, _home_card(renderer)
    when = words.when(fact.date) if fact.date else words.gettext("No date")
    line = " · ".join(part for part in (when, opened(fact.speaker)) if part)
    return ShareCard(told(fact), line, home.title, home.bars, words.right_to_left)


@lru_cache(maxsize=1)
def _pictured(renderer: Renderer) -> frozenset[str]:
    """The pages with pictures of their own: home, periods, then names, then articles, as far as the setting goes."""
    pages = [uri for uri in renderer.facts_on if not uri.rpartition("/")[2].removesuffix(".md").isdigit()]
    order = {"timeline": 0, "articles": 2}
    pages.sort(key=lambda uri: order.get(uri.split("/")[0], 1))
    return frozenset(["index.md", *pages][: renderer.settings.share_images])


@lru_cache(maxsize=1)
def _pictured_facts(renderer: Renderer) -> frozenset[str]:
    """The facts with pictures of their own: those added last, as far as the pages leave room."""
    left = max(0, renderer.settings.share_images - len(_pictured(renderer)))
    newest = sorted(renderer.timeline.facts, key=lambda fact: fact.added, reverse=True)
    return frozenset(fact.id for fact in newest[:left])


def fact_head(renderer: Renderer, fact: Fact, uri: str) -> str:
    """What a permanent address tells link previews, which do not follow it to the fact."""
    words, site = renderer.words, renderer.site
    when = words.when(fact.date) if fact.date else words.gettext("No date")
    outlets = [article.publisher for article in renderer.viewer.selection.sources(fact) if article.publisher]
    about = ", ".join(dict.fromkeys((when, *([opened(fact.speaker)] if fact.speaker else ()), *outlets)))
    tags = preview_tags(site, told(fact), about, uri, head_picture(renderer, fact), kind="article")
    return f'<meta name="description" content="{escape(about)}">\n{tags}'


def head_picture(renderer: Renderer, fact: Fact) -> ShareImage | None:
    """The picture that a permanent address shows; a small site does not tell that of home thousands of times."""
    if renderer.lean and fact.id not in _pictured_facts(renderer):
        return None
    return share_image(fact_card(renderer, fact))


@lru_cache(maxsize=1)
def _home_card(renderer: Renderer) -> ShareCard:
    """The picture of the whole timeline."""
    site = renderer.site
    return _card(
        renderer, site.name or renderer.words.gettext("Timeline"), renderer.timeline.facts, site.description
    )


def _card(renderer: Renderer, title: str, shown: Sequence[Fact], below: str) -> ShareCard:
    """Title, counts and the picture of time."""
    words = renderer.words
    articles = len({source.article for fact in shown for source in fact.sources})
    line = words.gettext("%(facts)s from %(articles)s.") % {
        "facts": words.ngettext("%(num)s fact", "%(num)s facts", len(shown))
        % {"num": words.number(len(shown))},
        "articles": words.ngettext("%(num)s article", "%(num)s articles", articles)
        % {"num": words.number(articles)},
    }
    return ShareCard(
        title=title,
        line=line.rstrip("."),
        below=below,
        bars=bars_of(shown),
        right_to_left=words.right_to_left,
    )


@lru_cache(maxsize=256)  # that of home stands in thousands of heads
def share_image(card: ShareCard) -> ShareImage:
    """The picture as the head of a page names it."""
    return ShareImage(card.path, WIDTH, HEIGHT, card.alt)


def part_feeds(renderer: Renderer) -> Iterator[PartFeed]:
    """People, places, organisations and tags that have a page; who follows one hears what is withdrawn."""
    timeline = renderer.timeline
    gone = timeline.withdrawn
    by_name = names_of(tuple(timeline.entities.values()))
    gone_of = facts_by_entity(gone, timeline.mentions, by_name)
    for entity in timeline.entities.values():
        if renderer.viewer.has_page(entity.id) and entity.kind in FOLDERS:
            facts = (*timeline.entity_facts[entity.id], *gone_of.get(entity.id, ()))
            yield PartFeed(entity_uri(entity), entity.name, facts)
    told_anew = tuple(fact for fact in timeline.facts if fact.corrections)
    yield PartFeed("corrections.md", renderer.words.gettext("Corrections"), (*told_anew, *gone))
    ahead = {one.plan.id for one in promises(timeline)}
    plans = (one for one in timeline.facts if one.id in ahead or ahead.intersection(one.fulfils))
    gone_plans = (one for one in gone if one.kind in ("plan", "proposal"))
    yield PartFeed("plans.md", renderer.words.gettext("Announced and done"), (*plans, *gone_plans))
    for tag in timeline.tags:
        facts = (*tag.facts, *(fact for fact in gone if tag.name in fact.tags))
        yield PartFeed(f"tags/{tag.slug}.md", tag.name, facts)


def feed_files(renderer: Renderer, whole: Selection) -> Iterator[tuple[str, str]]:
    """The feeds of every part, by their path under the site."""
    for part in part_feeds(renderer):
        page = address(part.uri, renderer.directory_urls)
        facts = last_changed(whole, part.facts) if renderer.lean else part.facts
        for name in followed(renderer):
            file = part.file(name)
            chosen = whole.part(facts, title=part.title, page=quote(page), file=quote(file))
            given = renderer.stamps.of(facts, part.title)
            yield file, renderer.kept.text(file, given, partial(_text, name, chosen))


def followed(renderer: Renderer) -> tuple[str, ...]:
    """The formats in which a name can be followed."""
    return FEW_FOLLOWED if renderer.lean else FOLLOWED


def last_changed(whole: Selection, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The few of ``facts`` that were added or corrected last, in their order."""
    days = whole.changed(facts)
    last = set(sorted(range(len(facts)), key=days.__getitem__, reverse=True)[:FEW_ENTRIES])
    return tuple(fact for at, fact in enumerate(facts) if at in last)


def _text(name: str, chosen: Selection) -> str:
    return "".join(export(name, chosen))


def follow(renderer: Renderer, uri: str, links: Links) -> Markup:
    """The feeds and the calendar of a name or tag, for its page."""
    part = _parts(renderer).get(uri)
    if part is None:
        return Markup()
    formats = followed(renderer)
    feeds = [{"name": FORMATS[name].title, "href": links.to(part.file(name))} for name in formats]
    return renderer.html("follow.html", links, feeds=feeds)


def page_feeds(renderer: Renderer, uri: str) -> tuple[FeedLink, ...]:
    """The feeds of one page, as its head names them."""
    part = _parts(renderer).get(uri)
    names = [name for name in FEEDS if name in followed(renderer)]
    return tuple(FeedLink(name, quote(part.file(name)), part.title) for name in names) if part else ()


@lru_cache(maxsize=1)
def _parts(renderer: Renderer) -> dict[str, PartFeed]:
    """The parts by their pages."""
    return {part.uri: part for part in part_feeds(renderer)}
