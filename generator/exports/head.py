"""A page's title, description and facts in, what its ``<head>`` tells search engines and link previews out."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from ..model import Site
from .json_ld import page_jsonld
from .selection import Selection


@dataclass(frozen=True, slots=True)
class ShareImage:
    """A picture for link previews: its path relative to the site's address, its size and its words."""

    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that belongs to a page; ``format`` is ``atom``, ``rss`` or ``jsonfeed``."""

    format: str
    path: str
    title: str


_FEED_TYPES = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "jsonfeed": "application/feed+json",
}


def head_tags(
    selection: Selection,
    *,
    title: str,
    description: str = "",
    kind: str = "website",
    image: ShareImage | None = None,
    feeds: tuple[FeedLink, ...] = (),
    modified: str = "",
    root: str = "./",
) -> str:
    """Open Graph, feed links and JSON-LD of the page at ``selection.page``.

    ``kind`` is Open Graph's ``website`` or ``article``; ``root`` leads from the page to the site's root.
    Addresses of the preview are absolute, as its readers demand, so they wait for the site's address.
    """
    site = selection.site
    lines = [preview_tags(site, title, description, selection.page, image, kind=kind, modified=modified)]
    lines += [
        f'<link rel="alternate" type="{_FEED_TYPES[feed.format]}" href="{escape(root + feed.path)}"'
        f' title="{escape(feed.title)}">'
        for feed in feeds
    ]
    lines.append(f'<script type="application/ld+json">{page_jsonld(selection)}</script>')
    return "\n".join(lines)


def preview_tags(
    site: Site,
    title: str,
    description: str,
    page: str,
    image: ShareImage | None = None,
    *,
    kind: str = "website",
    modified: str = "",
) -> str:
    """Open Graph of the page at ``page``."""
    properties = [
        ("og:type", kind),
        ("og:site_name", site.name),
        ("og:title", title),
        ("og:description", description),
        ("og:locale", _territory(site.language)),
        ("article:modified_time", modified if kind == "article" else ""),
    ]
    if site.url:
        properties.append(("og:url", site.url + page))
    pictured = picture_tags(site, image) if image else ""
    lines = [*_metas(properties), *([pictured] if pictured else [])]
    card = "summary_large_image" if image and site.url else "summary"
    return "\n".join([*lines, f'<meta name="twitter:card" content="{card}">'])


def picture_tags(site: Site, image: ShareImage) -> str:
    """Open Graph of a preview's picture; ``""`` while the site has no address."""
    return "\n".join(_metas(_image(image, site.url))) if site.url else ""


def _metas(properties: list[tuple[str, str]]) -> list[str]:
    return [f'<meta property="{name}" content="{escape(text)}">' for name, text in properties if text]


def _image(image: ShareImage, url: str) -> list[tuple[str, str]]:
    """The properties of the preview's picture."""
    return [
        ("og:image", url + image.path),
        ("og:image:type", "image/png"),
        ("og:image:width", str(image.width)),
        ("og:image:height", str(image.height)),
        ("og:image:alt", image.alt),
    ]


def _territory(language: str) -> str:
    """The language as Open Graph wants it, ``pt_BR``; ``""`` when the tag names no territory: none is guessed."""
    pieces = language.split("-")
    territory = pieces[-1]
    return (
        f"{pieces[0]}_{territory}" if len(pieces) > 1 and len(territory) == 2 and territory.isupper() else ""
    )
