"""What the page writer hands on: pages as Markdown, and what the search is told of each fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address under the site's root, its title and its whole Markdown with front matter."""

    uri: str  # "timeline/2025.md"
    title: str
    markdown: str
    in_nav: bool = False


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
