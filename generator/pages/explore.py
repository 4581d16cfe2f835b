"""A renderer in, the Explore page and everything it and the embed pages need beside them out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import groupby
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from ..entries.manner import manner_of
from ..model import Fact
from .explore_index import ExploreIndex, explore_index, in_reading_order
from .explore_text import Told
from .explore_words import date_examples, facet_views, messages
from .links import Links, depth_of, entity_uri
from .policy import SITE, meta
from .renderer import ROOT, Renderer
from .stylesheet import STYLESHEET
from .values import Page
from .views import FactView

URI = "explore.md"
DATA = "explore/"
ASSETS = "assets/explore/"
EMBED = "embed/"
# Facts that stand on the page before its script, and without it; an embed page has no others.
BUILT = 50
# What runs on its own, and not as a part of the Explore page.
_STARTS = frozenset({"main.js", "embed.js", "framed.js", "lanes.js", "lanes_card.js", "lanes_draw.js"})
_FILES = Path(__file__).parent / "assets" / "explore"


@dataclass(frozen=True, slots=True)
class DateView:
    """The heading over facts of one date."""

    edtf: str
    words: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A built page that shows the same facts."""

    name: str
    href: str


def explore_page(renderer: Renderer, intro: str = "") -> Page:
    """The page: a form for JavaScript, the first facts, and the way to the built pages without it."""
    _ = renderer.words.gettext
    links = renderer.links(URI)
    body = renderer.html("explore.html", links, **_page_values(renderer, links))
    return renderer.page(
        "page.md",
        URI,
        _("Explore"),
        in_nav=True,
        description=_("Choose facts by words, dates, people, places, outlets and more."),
        lede=_("Choose by words, dates, names and sources. The page’s address keeps your choice."),
        intro=Markup(intro),
        body=Markup(body.replace(ROOT, links.up)),
    )


def explore_beside(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Paths under the site's root and their content: the index, the scripts, the embed pages."""
    for name, text in _index(renderer).files.items():
        yield DATA + name, text
    for name, text in scripts().items():
        yield ASSETS + name, text
    yield from embed_pages(renderer)


@cache
def scripts() -> Mapping[str, str]:
    """The modules and the stylesheet by name."""
    files = sorted(path for path in _FILES.iterdir() if path.suffix in (".js", ".css"))
    return {path.name: path.read_text("utf-8") for path in files}


def embed_pages(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """A page for an ``<iframe>``: of everything, where a query chooses, and one for each name and tag."""
    t, r = renderer.timeline, renderer
    yield f"{EMBED}index.html", _embed(r, f"{EMBED}index.html", r.site.name, "", t.facts, scripted=True)
    for entity in t.entities.values():
        if r.viewer.has_page(entity.id):
            uri = f"{EMBED}{entity.kind}/{entity.id}/index.html"
            query = _query(entity.kind, entity.id)
            yield uri, _kept_embed(r, uri, entity.name, query, t.entity_facts[entity.id])
    for tag in t.tags:
        uri = f"{EMBED}tag/{tag.slug}/index.html"
        yield uri, _kept_embed(r, uri, tag.name, _query("tag", tag.name), tag.facts)


def _kept_embed(renderer: Renderer, uri: str, title: str, query: str, facts: tuple[Fact, ...]) -> str:
    """An embed page as the build before made it, when the facts it shows and their number are the same."""
    shown = in_reading_order(facts, newest_first=renderer.settings.newest_first)[: built(renderer)]
    given = renderer.stamps.of(shown, title, query, len(facts))
    return renderer.kept.text(f"embed {uri}", given, partial(_embed, renderer, uri, title, query, facts))


def _embed(
    renderer: Renderer, uri: str, title: str, query: str, facts: tuple[Fact, ...], *, scripted: bool = False
) -> str:
    """One embed page, readable without JavaScript."""
    words = renderer.words
    links = Links(depth_of(uri, renderer.directory_urls), renderer.directory_urls)
    return str(
        renderer.html(
            "embed.html",
            links,
            **shared_values(renderer, links),
            **_built(renderer, facts),
            policy=Markup(meta(SITE)),
            title=title or words.gettext("Timeline"),
            right_to_left=words.right_to_left,
            stylesheet=links.to(STYLESHEET),
            scripted=scripted,
            explore=links.to(URI) + (f"?{query}" if query else ""),
            page=links.to("index.md"),
        )
    ).replace(ROOT, links.up)


def _page_values(renderer: Renderer, links: Links) -> dict[str, object]:
    """What the template of the page prints."""
    _ = renderer.words.gettext
    return {
        **shared_values(renderer, links),
        **_built(renderer, renderer.timeline.facts),
        "embed": links.to(f"{EMBED}index.html").removesuffix("index.html"),
        "modules": [name for name in scripts() if name.endswith(".js") and name not in _STARTS],
        "facets": [view for view in facet_views(renderer.words) if view.name in _index(renderer).filled],
        "examples": date_examples(renderer.words),
        "clocks": (
            ("happened", _("happened"), _("when it happened")),
            ("said", _("said"), _("when it was said, for what someone said")),
            ("published", _("published"), _("when the first article with it came out")),
        ),
        "pages": _built_pages(renderer, links),
    }


def _built(renderer: Renderer, facts: tuple[Fact, ...]) -> dict[str, object]:
    """What stands on a page before any script: the first facts by date, and how many there are."""
    words = renderer.words
    shown = in_reading_order(facts, newest_first=renderer.settings.newest_first)[: built(renderer)]
    count = words.ngettext("%(num)s fact", "%(num)s facts", len(facts)) % {"num": words.number(len(facts))}
    return {"days": _days(renderer, shown), "count": count}


def built(renderer: Renderer) -> int:
    """How many facts stand on a page before any script."""
    return BUILT // 3 if renderer.lean else BUILT


def _days(renderer: Renderer, facts: Iterable[Fact]) -> list[tuple[DateView, list[FactView]]]:
    """Facts under their dates; their addresses are from the root, see ``ROOT``."""
    days = []
    for date, group in groupby(facts, key=lambda fact: fact.date):
        words = renderer.words.when(date) if date else ""
        days.append((DateView(date, words), [renderer.view(fact) for fact in group]))
    return days


def shared_values(renderer: Renderer, links: Links) -> dict[str, object]:
    """What both pages tell their scripts."""
    return {
        "assets": links.to(f"{ASSETS}x").removesuffix("x"),
        "data": links.to(f"{DATA}x").removesuffix("x"),
        "stamp": _index(renderer).stamp,
        "root": "../" * links.depth or "./",
        "language": renderer.words.language,
        "order": "newest" if renderer.settings.newest_first else "oldest",
        "words": _messages(renderer),
    }


@lru_cache(maxsize=1)
def _messages(renderer: Renderer) -> str:
    """What the scripts say, as JSON; the same on every page of a build."""
    return json.dumps(messages(renderer.words), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1)
def _index(renderer: Renderer) -> ExploreIndex:
    """The index, made once a build."""
    links = Links(0, renderer.directory_urls)
    addresses = {
        entity.id: links.to(entity_uri(entity))
        for entity in renderer.timeline.entities.values()
        if renderer.viewer.has_page(entity.id)
    }
    return explore_index(
        renderer.timeline,
        renderer.words.gettext,
        renderer.words.when,
        lambda fact: _told(renderer, fact, addresses),
        lambda facts, make: renderer.kept.text(f"explore {facts[0].id}", renderer.stamps.of(facts), make),
    )


def _told(renderer: Renderer, fact: Fact, addresses: Mapping[str, str]) -> Told:
    """What the built pages say of a fact: each name linked once, where it first stands."""
    viewer, root = renderer.viewer, Links(0, renderer.directory_urls)
    first = renderer.timeline.articles.get(fact.sources[0].article) if fact.sources else None
    lang = first.lang if first else ""
    names: list[tuple[int, int, str]] = []
    seen: set[str] = set()
    for mention in renderer.timeline.mentions.get(fact.id, ()):
        page = addresses.get(mention.entity, "")
        if not page or mention.entity in seen or (names and mention.start < names[-1][1]):
            continue
        seen.add(mention.entity)
        names.append((mention.start, mention.end, page))
    return Told(
        page=renderer.viewer.place_of(fact).split("#")[0],
        label=viewer.label(fact),
        lang=lang if lang != renderer.words.language else "",
        speaker=viewer.speaker_href(fact, root),
        via=viewer.outlet_href(fact.via, root) if fact.via else "",
        names=tuple(names),
        according=manner_of(fact, first.lang if first else "en") == "according",
        image=_image(renderer, fact),
    )


def _image(renderer: Renderer, view: Fact) -> tuple[str, str, int, int] | None:
    """The picture of a fact, with its address from the root."""
    if not view.image:
        return None
    size = renderer.images.get(view.image) or (0, 0)
    return Links(0, renderer.directory_urls).to(view.image), view.image_alt, *size


def _built_pages(renderer: Renderer, links: Links) -> list[PageLink]:
    """Where everything can be read without JavaScript."""
    _ = renderer.words.gettext
    pages = (
        (_("Timeline"), "index.md"),
        (_("People"), "people/index.md"),
        (_("Places"), "places/index.md"),
        (_("Organisations"), "organisations/index.md"),
        (_("Speakers"), "speakers/index.md"),
        (_("Tags"), "tags/index.md"),
        (_("Articles"), "articles/index.md"),
        (_("Outlets"), "outlets/index.md"),
        (_("Disagreements"), "disagreements.md"),
        (_("Downloads"), "downloads.md"),
    )
    return [PageLink(name, links.to(uri)) for name, uri in pages]


def _query(name: str, value: str) -> str:
    return urlencode({name: value})
