"""What the page writer hands on: pages as Markdown, and what the search is told of each fact."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..store.text_file import fingerprint

_FRONT = re.compile(r"---\n.*?^---\n", re.DOTALL | re.MULTILINE)


class Page:
    """One page: its address under the site's root, its title and its whole Markdown with front matter.

    The Markdown is ``held`` small, or stays where it was put or written: a site has thousands of pages.
    """

    __slots__ = ("_text", "fingerprint", "front", "in_nav", "title", "uri")

    def __init__(self, uri: str, title: str, markdown: str, in_nav: bool = False) -> None:
        self.uri = uri  # "timeline/2025.md"
        self.title = title
        self.in_nav = in_nav
        found = _FRONT.match(markdown)
        self.front = found[0] if found else ""  # its front matter, as written
        data = markdown.encode("utf-8")
        self.fingerprint = fingerprint(data)
        self._text: bytes | str | Path | Callable[[], str] = markdown

    def held(self) -> Page:
        """The page, held small."""
        if isinstance(self._text, str):
            self._text = zlib.compress(self._text.encode("utf-8"), 1)
        return self

    @classmethod
    def kept(
        cls, uri: str, title: str, in_nav: bool, front: str, text: Path | Callable[[], str], hash: str
    ) -> Page:
        """A page whose Markdown stands in a file as it was written, or is got when it is asked for, with that fingerprint."""
        made = cls.__new__(cls)
        made.uri, made.title, made.in_nav = uri, title, in_nav
        made.front, made.fingerprint, made._text = front, hash, text
        return made

    @property
    def is_written(self) -> bool:
        """Whether it stands in its file already."""
        return isinstance(self._text, Path)

    @property
    def markdown(self) -> str:
        """The text, with front matter."""
        if isinstance(self._text, Path):
            return self._text.read_bytes().decode("utf-8")
        if isinstance(self._text, bytes):
            return zlib.decompress(self._text).decode("utf-8")
        return self._text if isinstance(self._text, str) else self._text()

    def with_markdown(self, markdown: str) -> Page:
        """The same page with another text."""
        return Page(self.uri, self.title, markdown, self.in_nav)


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One fact for the search: where it stands, what heads the result, and the words that find it."""

    location: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """A permanent address and the place where what it names stands now."""

    uri: str  # "f/<id>/index.html"
    target: str  # relative to the root: "timeline/2025/#<id>"
    title: str
    fact: str = ""  # id of the fact that stands there
