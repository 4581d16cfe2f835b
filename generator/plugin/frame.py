"""A page in its theme in, what the theme puts around every such page out: the pages after it are filled in, not rendered.

A theme's templates run for two milliseconds a page and give thousands of pages the same frame. So a page's own words are
once taken out of it for marks, and where a second page, made both ways, comes out the same to the byte, those after it
are made of the frame alone. A theme with templates of the project's own is always asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import Any, Protocol

from jinja2 import Template
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ..pages.finish import described, is_joined

# Letters for private use stand around a word's mark; a title's shows whether a theme took it as it is written or as it is read.
_MARK = re.compile("\ue0f0([a-zA-Z&;]+)\ue0f1")
_MARKS = {
    name: f"\ue0f0{name}\ue0f1" for name in ("T&amp;", "T&", "described", "address", "C", "anchor", "name", "head")
}  # fmt: skip
_H1 = "<h1"


class Finisher(Protocol):
    """Makes a page of what the theme made; ``head`` stands for its head for machines where that is known."""

    def __call__(self, html: str, page: Page, head: str | None = None) -> str: ...


@dataclass(frozen=True, slots=True)
class _Frame:
    parts: tuple[str, ...]  # what stands as it is, and between two of these the name of what stands there
    described: str  # what a page without a description says of itself

    def filled(self, words: Mapping[str, str]) -> str:
        return "".join([words[part] if at % 2 else part for at, part in enumerate(self.parts)])


class Frames:
    """The frames of one build. ``finish`` makes the whole page, ``head`` a page's head of its description."""

    def __init__(
        self, config: MkDocsConfig, nav: Navigation, finish: Finisher, head: Callable[[Page, str], str]
    ) -> None:
        self._finish = finish
        self._head = head
        self._asks = bool(config.theme.custom_dir)
        urls = [one.url for one in nav.pages]
        self._deep = {url.split("/", 1)[0] for url in urls if url.strip("/").count("/")}
        self._extra = repr(config.extra)
        self._known: dict[object, _Frame | None] = {}
        self._tried: dict[object, _Frame | None] = {}

    def page(self, page: Page, template: Template, context: Any) -> str:
        """The finished page."""
        key = None if self._asks else self._key(page)
        words = self._words(page) if key else None
        if key is None or words is None:
            return self._finish(template.render(context), page)
        if frame := self._known.get(key):
            head = self._head(page, unescape(words["described"]) or frame.described)
            if is_joined(head):
                return frame.filled({**words, "head": head})
        html = self._finish(template.render(context), page)
        if key in self._known:
            return html
        if key not in self._tried:
            self._tried[key] = self._taken(page, template, context)
            return html
        if frame := self._tried[key]:
            words["head"] = self._head(page, unescape(words["described"]) or frame.described)
            if not is_joined(words["head"]):
                return html
        self._known[key] = frame if frame and frame.filled(words) == html else None
        return html

    def _key(self, page: Page) -> object | None:
        """What of a page a theme may look at besides its words; None where one cannot tell."""
        top, _, _ = page.url.partition("/")
        toc = list(page.toc)
        if page.edit_url or len(toc) != 1 or toc[0].children or toc[0].level != 1 or page.parent:
            return None
        deep = top in self._deep or f"{top}/" in self._extra
        where = page.url.rstrip("/").rpartition("/")[0] if deep else (top, page.url.count("/"))
        meta = {key: value for key, value in page.meta.items() if key not in ("title", "description")}
        described = bool(page.meta.get("description"))
        return where, repr(meta), described, _H1 in (page.content or ""), bool(page.canonical_url)

    def _words(self, page: Page) -> dict[str, str] | None:
        """What stands in a page's places; None where it might move what is around it."""
        title, content = page.meta.get("title"), page.content or ""
        told = str(escape(page.meta.get("description") or ""))
        if not isinstance(title, Markup) or "<script" in content or not f"{title}{told}".isprintable():
            return None
        if not (read := title.striptags()) or title != title.strip():
            return None
        [anchor] = page.toc
        return {
            "T&amp;": str(title), "T&": read, "described": told, "C": content, "name": anchor.title,
            "address": str(page.canonical_url or ""), "anchor": anchor.id,
        }  # fmt: skip

    def _taken(self, page: Page, template: Template, context: Any) -> _Frame | None:
        """The frame of a page: the same with marks for its words."""
        heading = _H1 if _H1 in (page.content or "") else ""
        with _marked(page, heading):
            html = self._finish(template.render(context), page, _MARKS["head"])
        parts = _MARK.split(html)
        names = parts[1::2]
        if names.count("C") != 1 or names.count("head") != 1 or not set(names) <= _MARKS.keys():
            return None
        before = 2 * names.index("C")
        if any("\ue0f0" in part or "\ue0f1" in part for part in parts) or not parts[before].endswith(heading):
            return None
        parts[before] = parts[before].removesuffix(heading)
        return _Frame(tuple(parts), "" if page.meta.get("description") else described(html))


@contextmanager
def _marked(page: Page, heading: str) -> Iterator[None]:
    """The page with marks for its words, of which the content begins with ``heading``."""
    held = page.meta, page.content, page.toc, page.canonical_url
    [anchor] = page.toc
    told = {"description": Markup(_MARKS["described"])} if page.meta.get("description") else {}
    try:
        page.meta = {**page.meta, "title": Markup(_MARKS["T&amp;"]), **told}
        page.content = heading + _MARKS["C"]
        page.toc = TableOfContents([AnchorLink(_MARKS["name"], _MARKS["anchor"], anchor.level)])
        page.canonical_url = _MARKS["address"] if held[3] else None
        yield
    finally:
        page.meta, page.content, page.toc, page.canonical_url = held
