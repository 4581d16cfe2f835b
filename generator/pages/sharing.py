"""A renderer and a page's facts in, its share image and its feeds out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from urllib.parse import quote

from ..exports import FORMATS, FeedLink, Selection, ShareImage, export
from ..exports.share_image import HEIGHT, WIDTH, ShareCard, bars_of
from ..model import Fact
from .links import FOLDERS, address, entity_uri
from .renderer import Renderer

FEEDS = ("atom", "rss", "jsonfeed")
FEED_FOLDER = "feeds/"


@dataclass(frozen=True, slots=True)
class PartFeed:
    """A part of the site that has feeds of its own, by the page it belongs to."""

    uri: str  # "people/ada-marsh.md"
    title: str
    facts: tuple[Fact, ...]

    def file(self, name: str) -> str:
        """Where its feed lies under the site."""
        return f"{FEED_FOLDER}{quote(self.uri.removesuffix('.md'))}{FORMATS[name].suffix}"


def has_own_image(uri: str) -> bool:
    """Home and the periods have pictures of their own; every other page shows home's."""
    return uri == "index.md" or uri.startswith("timeline/")


def share_card(renderer: Renderer, uri: str, title: str, facts: Sequence[Fact]) -> ShareCard:
    """The picture of a page; of home when it has none of its own."""
    if has_own_image(uri) and uri != "index.md":
        return _card(renderer, title, facts, renderer.site.name or renderer.words.gettext("Timeline"))
    return _home_card(renderer)


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


def share_image(card: ShareCard) -> ShareImage:
    """The picture as the head of a page names it."""
    return ShareImage(card.path, WIDTH, HEIGHT, card.alt)


def part_feeds(renderer: Renderer) -> Iterator[PartFeed]:
    """People, places, organisations and tags that have a page."""
    timeline = renderer.timeline
    for entity in timeline.entities.values():
        if renderer.viewer.has_page(entity.id) and entity.kind in FOLDERS:
            yield PartFeed(entity_uri(entity), entity.name, timeline.entity_facts[entity.id])
    for tag in timeline.tags:
        yield PartFeed(f"tags/{tag.slug}.md", tag.name, tag.facts)


def feed_files(renderer: Renderer, whole: Selection) -> Iterator[tuple[str, str]]:
    """The feeds of every part, by their path under the site."""
    for part in part_feeds(renderer):
        page = address(part.uri, renderer.directory_urls)
        for name in FEEDS:
            file = part.file(name)
            chosen = whole.part(part.facts, title=part.title, page=page, file=file)
            given = (renderer.stamps.of(part.facts), part.title)
            yield file, renderer.kept.of(file, given, partial(_text, name, chosen))


def _text(name: str, chosen: Selection) -> str:
    return "".join(export(name, chosen))


def page_feeds(renderer: Renderer, uri: str) -> tuple[FeedLink, ...]:
    """The feeds of one page, as its head names them."""
    part = _parts(renderer).get(uri)
    return tuple(FeedLink(name, part.file(name), part.title) for name in FEEDS) if part else ()


@lru_cache(maxsize=1)
def _parts(renderer: Renderer) -> dict[str, PartFeed]:
    """The parts by their pages."""
    return {part.uri: part for part in part_feeds(renderer)}
