"""One of our pages' Markdown in, what MkDocs reads and converts of it out; a page like one before is not parsed again.

Without our blocks of HTML a page of facts is front matter, a heading and empty places. With the extensions that are known
here such a heading of plain words comes out as these words and an anchor made of them, so that it is converted once for all
pages that have the same places; what else stands in front matter is read once as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markdown.extensions.toc import slugify, unique  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.meta import get_data

_FRONT = re.compile(r'---\ntitle: "([^"\\\n]*)"\ndescription: "([^"\\\n]*)"\n((?:[^\n]+\n)*?)---\n')
_PLACE = r'<div data-cf-block="\d+"></div>'
_PAGE = re.compile(
    rf"((?:\s|{_PLACE})*# (?:<bdi(?: lang=\"[\w-]+\")?>)?)([^<>\n]+)((?:</bdi>)?(?:\s|{_PLACE})*)"
)
# Words of which no known extension makes anything but these words.
_PLAIN = re.compile(r"[^\W_]+(?:(?:, |\. | ?[–—·] ?| \(?|, ?\(|\) ?)[^\W_]+)*\)?")
_KNOWN = frozenset({"toc", "tables", "fenced_code", "attr_list", "md_in_html"})
_WORDS = "Kqzx 7 jwvq"  # stand for a heading's


def read(text: str) -> tuple[str, dict[str, Any]]:
    """Markdown and front matter, as MkDocs reads them."""
    found = _FRONT.match(text)
    if found is None or not (found[1] + found[2]).isprintable():
        return get_data(text)
    return text[found.end() :].lstrip("\n"), {"title": found[1], "description": found[2], **_rest(found[3])}


@lru_cache(maxsize=64)
def _rest(lines: str) -> dict[str, Any]:
    return get_data(f"---\n{lines}---\n")[1]


class Conversions:
    """Pages without words of their own, converted once."""

    def __init__(self, config: MkDocsConfig) -> None:
        plain = not {"slugify", "separator"} & (config.mdx_configs.get("toc") or {}).keys()
        self._knows = plain and set(config.markdown_extensions) <= _KNOWN
        self._pages: dict[tuple[str, str], str | None] = {}

    def convert(self, page: Page, render: Callable[[], None]) -> None:
        """Do to a page what ``render`` does."""
        text = page.markdown or ""
        found = _PAGE.fullmatch(text) if self._knows else None
        if found is None or not _PLAIN.fullmatch(found[2]):
            return render()
        before, words, after = found.groups()
        if (before, after) not in self._pages:
            page.markdown = before + _WORDS + after
            render()
            self._pages[before, after] = _heard(page)
            page.markdown = text
        html = self._pages[before, after]
        if html is None:
            return render()
        anchor = _anchor(words)
        page.content = html.replace(_WORDS, words).replace(_anchor(_WORDS), anchor)
        page.toc = get_toc([{"level": 1, "id": anchor, "name": words, "children": []}])
        page.present_anchor_ids, page.links_to_anchors = {anchor}, {}
        return None


def _anchor(words: str) -> str:
    return str(unique(slugify(words, "-"), set()))


def _heard(page: Page) -> str | None:
    """The content, where nothing but the heading and the places came of it."""
    toc = list(page.toc)
    if len(toc) != 1 or (toc[0].level, toc[0].title, toc[0].id) != (1, _WORDS, _anchor(_WORDS)):
        return None
    return page.content if page.present_anchor_ids == {toc[0].id} and not toc[0].children else None
