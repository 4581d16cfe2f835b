"""A built HTML page in, the same with its head for machines and the theme's two omissions mended out."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urlsplit

from ..exports.head import FeedLink, head_tags
from ..model import Fact
from .about_pages import DOWNLOADS
from .beside import selection
from .links import Links, depth_of
from .renderer import Renderer
from .sharing import page_feeds, share_card, share_image

_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
FEEDS = (("atom", ".atom.xml"), ("rss", ".rss.xml"), ("jsonfeed", ".feed.json"))
# Behind the theme's settings come its script and those of the site, which use it.
_CONFIG = '<script id="__config"'
_SHOWN = '<article class="md-content__inner'
# Elements whose text stands as it is.
_AS_IT_IS = re.compile(r"<(script|style|pre|textarea)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_NOT_FOUND = re.compile(r"<h1>404[^<]*</h1>")
_DIALOG = 'data-md-component="search" role="dialog"'


def head_of(
    renderer: Renderer, uri: str, url: str, title: str, facts: tuple[Fact, ...], description: str = ""
) -> str:
    """What a page tells machines: Open Graph, feeds and JSON-LD of the page ``uri`` at ``url``."""
    root = "../" * depth_of(uri, renderer.directory_urls) or "./"
    home = uri == "index.md"
    title = renderer.site.name or title if home else title  # its title in the navigation is not its name
    told = () if renderer.lean and not home else facts  # a site that is kept small has them in its downloads
    chosen = selection(renderer).part(told, page=url, title="" if home else title)
    return head_tags(
        chosen,
        title=title,
        description=description or renderer.site.description,
        image=share_image(share_card(renderer, uri, title, facts)),
        feeds=(
            *page_feeds(renderer, uri),
            *(FeedLink(name, f"{DOWNLOADS}{suffix}", renderer.site.name) for name, suffix in FEEDS),
        ),
        root=root,
    ).replace(
        'rel="alternate"', 'rel="alternate "'
    )  # the theme asks every rel=alternate for a sitemap; a blank keeps
    # feeds out of that, and is valid


def finish(html: str, renderer: Renderer, head: str) -> str:
    """Its ``head`` for machines; a name for the search dialog; what its script says."""
    _ = renderer.words.gettext
    named = f'{_DIALOG} aria-label="{escape(_("Search"))}"'
    served = _(
        "This page was opened from a folder, where its links and its search do not work. Serve the folder: run “python -m http.server” in it and open http://localhost:8000."
    )
    labels = f' data-cf-served="{escape(served)}" data-cf-copy-label="{escape(_("Copy"))}" data-cf-copy-done="{escape(_("Copied"))}"'
    html = html.replace(_DIALOG, named, 1).replace("</head>", f"{head}\n</head>", 1)
    return _slim(_deferred(html.replace("<body", f"<body{labels}", 1)))


def lost(renderer: Renderer) -> str:
    """What stands on the page for an address that leads nowhere, in the site's words and with a way on."""
    home = Links(0, renderer.directory_urls, root=urlsplit(renderer.site.url).path or "/")
    return renderer.html("not_found.html", home)


def not_found(html: str, renderer: Renderer) -> str:
    """The theme's page for an address that leads nowhere, with that on it."""
    html = html.replace(_DIALOG, f'{_DIALOG} aria-label="{escape(renderer.words.gettext("Search"))}"', 1)
    return _NOT_FOUND.sub(lambda _found: lost(renderer), html, count=1)


def described(html: str) -> str:
    """What the page says of itself to search engines; the previews say the same."""
    found = _DESCRIPTION.search(html)
    return unescape(found[1]) if found else ""


def _slim(html: str) -> str:
    """The page without the blank lines and indents of the theme's templates around what it shows: a fifth of a short one."""
    before, mark, rest = html.partition(_SHOWN)
    shown, end, after = rest.rpartition("</article>")
    return f"{_joined(before)}{mark}{shown}{end}{_joined(after)}" if mark and end else html


def is_joined(head: str) -> bool:
    """Whether a head stands in a page as it is, and nothing in it is taken for another part of the page."""
    return (
        _joined(head) == f"{head}\n"
        and "\n" not in "".join(found[0] for found in _AS_IT_IS.finditer(head))
        and not any(mark in head for mark in (_SHOWN, _CONFIG, _DIALOG, "</head>", "<body"))
    )


def _joined(html: str) -> str:
    if any("\n" in found[0] for found in _AS_IT_IS.finditer(html)):
        return html
    return "\n".join(line for part in html.split("\n") if (line := part.strip(" \t\r"))) + "\n"


def _deferred(html: str) -> str:
    """The page with its scripts, in their order, after the page: a phone shows the facts half a second sooner."""
    before, theme, scripts = html.partition(_CONFIG)
    return before + theme + scripts.replace("<script src=", "<script defer src=")
