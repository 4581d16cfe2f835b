"""A renderer in, the Explore page and everything it and the embed pages need beside them out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from ..model import Fact
from .explore_index import ExploreIndex, explore_index
from .links import Links, depth_of
from .renderer import ROOT, Renderer
from .stylesheet import STYLESHEET
from .values import Page
from .words import Words

URI = "explore.md"
DATA = "explore/"
ASSETS = "assets/explore/"
EMBED = "embed/"
# Facts an embed page shows when JavaScript is off, or no query is given.
EMBEDDED = 50
_FILES = Path(__file__).parent / "assets" / "explore"


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet as the form shows it: ``several`` values a fact, ``open`` to any number of values."""

    name: str
    label: str
    several: bool
    open: bool


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
    """The page: a form that JavaScript fills, and without it the way to the built pages."""
    _ = renderer.words.gettext
    links = renderer.links(URI)
    return renderer.page(
        "page.md",
        URI,
        _("Explore"),
        in_nav=True,
        description=_("Choose facts by words, dates, people, places, outlets and more."),
        lede=_("Choose by words, dates, names and sources; the address holds your choice."),
        intro=Markup(intro),
        body=renderer.html("explore.html", links, **_page_values(renderer, links)),
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
            yield uri, _embed(r, uri, entity.name, _query(entity.kind, entity.id), t.entity_facts[entity.id])
    for tag in t.tags:
        uri = f"{EMBED}tag/{tag.slug}/index.html"
        yield uri, _embed(r, uri, tag.name, _query("tag", tag.name), tag.facts)


def _embed(
    renderer: Renderer, uri: str, title: str, query: str, facts: tuple[Fact, ...], *, scripted: bool = False
) -> str:
    """One embed page, readable without JavaScript."""
    words = renderer.words
    links = Links(depth_of(uri, renderer.directory_urls), renderer.directory_urls)
    ordered = facts[::-1] if renderer.settings.newest_first else facts
    views = [(fact, renderer.view(fact)) for fact in ordered[:EMBEDDED]]
    days = [
        (DateView(date, views_of[0][1].date), [view for _, view in views_of])
        for date, views_of in (
            (date, list(group)) for date, group in groupby(views, key=lambda pair: pair[0].date)
        )
    ]
    count = words.ngettext("%(num)s fact", "%(num)s facts", len(facts)) % {"num": words.number(len(facts))}
    return str(
        renderer.html(
            "embed.html",
            links,
            **_shared_values(renderer, links),
            title=title or words.gettext("Timeline"),
            right_to_left=words.right_to_left,
            stylesheet=links.to(STYLESHEET),
            scripted=scripted,
            explore=links.to(URI) + (f"?{query}" if query else ""),
            page=links.to("index.md"),
            count=count,
            days=days,
        )
    ).replace(ROOT, links.up)


def _page_values(renderer: Renderer, links: Links) -> dict[str, object]:
    """What the template of the page prints."""
    _ = renderer.words.gettext
    return {
        **_shared_values(renderer, links),
        "embed": links.to(f"{EMBED}index.html").removesuffix("index.html"),
        "modules": [
            name for name in scripts() if name.endswith(".js") and name not in ("main.js", "embed.js")
        ],
        "facets": [view for view in _facet_views(renderer.words) if view.name in _index(renderer).filled],
        "clocks": (
            ("happened", _("happened"), _("when it happened")),
            ("said", _("said"), _("when it was said, for what someone said")),
            ("published", _("published"), _("when the first article with it came out")),
        ),
        "pages": _built_pages(renderer, links),
    }


def _shared_values(renderer: Renderer, links: Links) -> dict[str, object]:
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
    return explore_index(renderer.timeline, renderer.words.gettext, renderer.words.when)


def _facet_views(words: Words) -> tuple[FacetView, ...]:
    """Facets in the order of the form."""
    _ = words.gettext
    return (
        FacetView("person", _("People"), True, True),
        FacetView("place", _("Places"), True, True),
        FacetView("organisation", _("Organisations"), True, True),
        FacetView("speaker", _("Speakers"), False, True),
        FacetView("outlet", _("Outlets"), True, True),
        FacetView("tag", _("Tags"), True, True),
        FacetView("kind", _("Kind"), False, False),
        FacetView("status", _("Status"), False, False),
        FacetView("mark", _("Marks"), True, False),
        FacetView("sure", _("How the day is known"), False, False),
        FacetView("precision", _("Precision of the date"), False, False),
    )


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


def messages(words: Words) -> dict[str, str | dict[str, str]]:
    """The words the scripts say; ``{names}`` are filled in there, plurals are by CLDR category."""
    _, n_ = words.gettext, words.ngettext
    facets = {f"facet_{view.name}": view.label for view in _facet_views(words)}
    labels = {
        "draft": _("draft"),
        "disputed": _("disputed"),
        "withdrawn": _("withdrawn"),
        "proposal": _("proposal, not agreed"),
        "plan": _("plan, not yet done"),
        "anonymous": _("anonymous"),
        "differs": _("sources differ"),
        "corrected": _("corrected"),
        "inferred": _("date inferred"),
    }
    return {
        **facets,
        **{f"label_{name}": label for name, label in labels.items()},
        "said": _braces(_("%(speaker)s said")),
        "said_via": _braces(_("%(speaker)s said, via %(outlet)s")),
        "denied": _braces(_("%(speaker)s denied")),
        "denied_via": _braces(_("%(speaker)s denied, via %(outlet)s")),
        "via": _braces(_("via %(outlet)s")),
        "link": _("Link"),
        "link_to": _braces(_("Link to this fact: %(text)s")),
        "undated": _("No date"),
        "loading": _("Reading the words of the facts …"),
        "nothing": _("No fact matches. Take back one of the choices."),
        "copied": _("Copied"),
        "fewer": _("Fewer"),
        "all_values": _braces(_("All %(n)s")),
        "remove": _braces(_("Take back: %(choice)s")),
        "chip_words": "“{q}”",
        "chip_range": "{from} – {to}",
        "chip_known": _braces(_("as known on %(day)s")),
        "chip_any": "{facet}: {value}",
        "chip_all": _braces(_("%(facet)s: with %(value)s")),
        "chip_none": _braces(_("%(facet)s: not %(value)s")),
        "evidence": _braces(_("%(articles)s, %(origins)s")),
        "articles": plural(words, lambda n: n_("%(num)s article", "%(num)s articles", n)),
        "origins": plural(words, lambda n: n_("%(num)s origin", "%(num)s origins", n)),
        "chip_origins": plural(words, lambda n: n_("%(num)s origin or more", "%(num)s origins or more", n)),
        "facts_of": plural(
            words, lambda n: n_("%(num)s of %(total)s facts", "%(num)s of %(total)s facts", n)
        ),
        "show_more": plural(words, lambda n: n_("Show %(num)s more", "Show %(num)s more", n)),
    }


def plural(words: Words, message: Callable[[int], str]) -> dict[str, str]:
    """A message by CLDR plural category, each found by a number that has it."""
    forms: dict[str, str] = {}
    for number in (*range(200), 1_000_000):
        category = words.locale.plural_form(number)
        if category not in forms:
            forms[category] = _braces(message(number)).replace("{num}", "{n}")
    return {"other": next(iter(forms.values())), **forms}


def _braces(message: str) -> str:
    """``%(name)s`` as the scripts write it."""
    return message.replace("%(", "{").replace(")s", "}")


def _query(name: str, value: str) -> str:
    return urlencode({name: value})
