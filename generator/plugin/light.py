"""MkDocs' pages in, the same built one at a time out, or taken from what a build before made of the very same.

MkDocs holds every page twice, as Markdown and as HTML, until the last one is built, and builds all of them each time.
Our pages of facts are thousands: theirs is read when its turn comes, and forgotten behind it. A page comes from the
cache only when all that goes into it is as it was: its Markdown, its facts, the settings, the theme's templates, the
navigation, the programs, and what its links were answered. Where another plugin has a hand in pages, none of this is
done.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..pages import LEAST, Piece, cut, escaped, put_aside, put_back
from ..pages import Page as SitePage
from ..store.made import Made, digest, packed, unpacked
from ..store.text_file import fingerprint
from .convert import Conversions, read
from .frame import Frames

MARK = "chronofact-page:"  # names of templates that are pages; no file is called so
# Events in which another plugin could change a page.
_OF_PAGES = (
    "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page", "env",
)  # fmt: skip
_EXCLUDED = "\nsearch: {exclude: true}\n"
SEARCH = ".plugins.search.plugin"  # Material's: it passes over pages that say so


_PLAIN = re.compile(r"(?:[\w%-]+/)+", re.ASCII)  # an address below the site's, in which no part leads up


@lru_cache(maxsize=4)
def _roots(base: str) -> tuple[str, str]:
    """What MkDocs puts before such an address, with and without the domain."""
    whole = urljoin(base if base.endswith("/") else f"{base}/", "a/").removesuffix("a/")
    return whole, urlsplit(whole).path


class LightPage(Page):
    """One of our pages outside the navigation: empty until its turn has come."""

    asked: dict[str, list[str] | None]

    def __init__(self, file: File, config: MkDocsConfig, made: SitePage) -> None:
        self.made = made
        self.finished = False  # a build before made it of the very same
        self.lasts = False  # made now, and the next build may take it
        super().__init__(None, file, config)

    def _set_canonical_url(self, base: str | None) -> None:
        if base and _PLAIN.fullmatch(self.url):
            whole, path = _roots(base)
            self.canonical_url, self.abs_url = whole + self.url, path + self.url
        else:
            super()._set_canonical_url(base)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Nothing yet."""
        self.markdown, self.content = "", ""
        self.meta = {"template": MARK + self.file.src_uri, "search": {"exclude": True}}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Nothing yet."""
        self.present_anchor_ids = set()

    def fill(self, config: MkDocsConfig, files: Files, conversions: Conversions) -> bool:
        """Read and convert it; whether it would come out the same wherever its links are answered alike."""
        text = self.file.content_string
        same = self.made.fingerprint == fingerprint(text.encode("utf-8"))
        markdown, meta = read(text)
        self.meta = escaped(meta)  # type: ignore[assignment]
        self.markdown, blocks = put_aside(markdown)
        asking = _Asking(files)
        with _listening() as heard:
            conversions.convert(self, partial(super().render, config, asking))  # type: ignore[arg-type]
        self.content = put_back(self.content or "", blocks)
        self.asked = asking.answers
        return same and not heard and not self.links_to_anchors and None not in asking.answers.values()

    def clear(self) -> None:
        """Forget it again."""
        self.markdown, self.content, self.meta, self.toc = "", "", {}, ()  # type: ignore[assignment]


class _Asking:
    """MkDocs' files, with every question about a path and its answer."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.answers: dict[str, list[str] | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file of that path."""
        found = self._files.get_file_from_path(path)
        self.answers[path] = _answer(found)
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


def _answer(file: File | None) -> list[str] | None:
    return [file.src_uri, file.url, file.inclusion.name] if file else None


class _listening(logging.Handler):
    """What MkDocs says of a page while it is converted: a page it complains of is converted each time."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.heard: list[str] = []
        self._logger = logging.getLogger("mkdocs")

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())

    def __enter__(self) -> list[str]:
        self._logger.addHandler(self)
        return self.heard

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)


@dataclass
class Lightly:
    """One build's pages: ``given`` is a hash of all that every page is made from, None where nobody can tell."""

    config: MkDocsConfig
    made: Made
    given: Callable[[LightPage], bytes]
    swap: Callable[[LightPage], str]  # what changes in a page's head with any fact: the picture of home
    passes: Callable[[str, str], bool] | None = None  # whether a file of the site stands and has a hash
    write: Callable[[str, bytes, str], None] | None = None  # a page of a site that is built from nothing
    files: Files | None = None
    surroundings: bytes | None = None
    frames: Frames = field(init=False)
    conversions: Conversions = field(init=False)
    get_template: Callable[..., Template] = field(init=False)
    pages: dict[str, LightPage] = field(default_factory=dict)
    keys: dict[str, bytes] = field(default_factory=dict)  # of pages whose turn has not come yet

    def take(self, file: File, page: SitePage) -> None:
        """Let ``file`` be built lightly, where its page asks for nothing of its own."""
        if _EXCLUDED in page.front and "\ntemplate:" not in page.front:
            self.pages[file.src_uri] = LightPage(file, self.config, page)

    def into(self, env: Environment, files: Files, surroundings: bytes | None, frames: Frames) -> None:
        """Let ``env`` give the pages when their turn comes, finished."""
        self.files, self.surroundings, self.frames = files, surroundings, frames
        self.conversions = Conversions(self.config)
        get_template = self.get_template = env.get_template

        def found(name: Any, *more: Any, **named: Any) -> Any:
            if isinstance(name, str) and name.startswith(MARK):
                return _Turn(self, self.pages[name.removeprefix(MARK)])
            return get_template(name, *more, **named)

        env.get_template = found  # type: ignore[method-assign]

    def ahead(self, nav: Navigation) -> list[Piece]:
        """Those that nobody made yet, in pieces that several processes can make."""
        if self.surroundings is None or self.files is None:
            return []
        self.keys = {uri: self._key(page) for uri, page in self.pages.items()}
        todo = [page for uri, page in self.pages.items() if not self.made.has(f"html {uri}", self.keys[uri])]
        if len(todo) < LEAST:
            return []
        files = self.files.documentation_pages()
        with suppress(Exception):  # the theme's templates are compiled once for all processes
            self.get_template("main.html").render(get_context(nav, files, self.config, nav.pages[0]))
        return [partial(self._make, run, nav, files) for run in cut(todo)]

    def _make(self, run: Iterable[LightPage], nav: Navigation, files: Sequence[File]) -> None:
        for page in run:
            page.active, self.config._current_page = True, page
            html = self.finished(page, get_context(nav, files, self.config, page))
            hash = self.keep(page, html) if page.lasts else ""
            if self.write and hash:
                self.write(page.file.dest_uri, _written(html), hash)
            page.clear()
            page.active = False

    def finished(self, page: LightPage, context: Any) -> str:
        """The page, read, converted and finished now."""
        assert self.files is not None
        page.finished = False
        page.lasts = page.fill(self.config, self.files, self.conversions)
        return self.frames.page(page, self.get_template("main.html"), context)

    def kept(self, page: LightPage) -> str | None:
        """The finished page, when a build before made it of the same; ``""`` when it stands in the site as it is."""
        if self.surroundings is None:
            return None
        name, key, swap = f"html {page.file.src_uri}", self.keys.pop(page.file.src_uri, b""), self.swap(page)
        key = key or self._key(page)
        stands = digest(key, swap)
        try:
            told = self.made.get(f"hash {name}", stands) if self.passes else None
            if self.passes and told:
                asked, ids, hash = json.loads(told)
                if self._holds(page, asked, ids) and self.passes(page.file.dest_uri, hash):
                    self.made.keep(name)
                    return ""
            if not (row := self.made.get(name, key)):
                return None
            parts = dict(unpacked(row))
            asked, ids = json.loads(parts["asked"]), json.loads(parts["ids"])
            if not self._holds(page, asked, ids):
                return None
            html = parts["html"].replace("\x05", swap)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        if self.passes and not told:
            self._note(name, stands, asked, ids, fingerprint(_written(html)))
        return html

    def _holds(self, page: LightPage, asked: dict[str, object], ids: list[str]) -> bool:
        """Whether the links of a kept page are still answered alike."""
        assert self.files is not None
        page.present_anchor_ids = set(ids)
        return all(_answer(self.files.get_file_from_path(path)) == said for path, said in asked.items())

    def _note(self, name: str, stands: bytes, asked: object, ids: object, hash: str) -> None:
        """Keep of a finished page what tells that it stands, without the page itself."""
        self.made.put(f"hash {name}", stands, json.dumps([asked, ids, hash]).encode())

    def keep(self, page: LightPage, html: str) -> str:
        """Keep the finished page; its hash, where that tells whether it stands."""
        hash = ""
        if self.surroundings is None or "\x05" in html:
            return hash
        swapped, key = self.swap(page), self.keys.get(page.file.src_uri) or self._key(page)
        name, ids = f"html {page.file.src_uri}", sorted(page.present_anchor_ids or ())
        if self.passes:
            hash = fingerprint(_written(html))
            self._note(name, digest(key, swapped), page.asked, ids, hash)
        if swapped:
            html = html.replace(swapped, "\x05", 1)
        row = packed((("asked", json.dumps(page.asked)), ("ids", json.dumps(ids)), ("html", html)))
        self.made.put(name, key, row)
        return hash

    def _key(self, page: LightPage) -> bytes:
        return digest(self.surroundings, page.made.fingerprint, page.url, page.edit_url, self.given(page))


def _written(html: str) -> bytes:
    """A page as MkDocs writes it."""
    return html.encode("utf-8", errors="xmlcharrefreplace")


class _Turn:
    """Stands for a page's template when its turn has come."""

    def __init__(self, lightly: Lightly, page: LightPage) -> None:
        self._lightly = lightly
        self._page = page

    def render(self, context: Any) -> str:
        """The finished page."""
        html = self._lightly.kept(self._page)
        if html is None:
            return self._lightly.finished(self._page, context)
        self._page.finished, self._page.lasts = True, False
        return html


def is_alone(config: MkDocsConfig, own: object) -> bool:
    """Whether nobody but us and Material's search has a hand in pages."""
    return all(_is_known(method, own) for event in _OF_PAGES for method in config.plugins.events[event])


def is_alone_at_all(config: MkDocsConfig, own: object) -> bool:
    """Whether there is nobody but us and Material's search."""
    plugins = config.plugins.values()
    return not config.hooks and all(one is own or type(one).__module__.endswith(SEARCH) for one in plugins)


def _is_known(method: Any, own: object) -> bool:
    plugin = getattr(method, "__self__", None)
    return plugin is own or type(plugin).__module__.endswith(SEARCH)
