"""A timeline and its pages in, what the search is told out: an entry a fact, that lands on the fact.

The search cuts pages at their headings, and a fact has none; so its entries are written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from ..exports.days import voice
from ..timeline import Timeline, told
from .links import address
from .values import Page, SearchEntry
from .views import Viewer
from .words import Words


def search_entries(
    timeline: Timeline, viewer: Viewer, pages: Iterable[Page], directory_urls: bool = True
) -> Iterator[SearchEntry]:
    """An entry a page, then one a fact; a fact's page comes before it, as the search expects."""
    for page in pages:
        if page.uri != "index.md":
            yield SearchEntry(address(page.uri, directory_urls), page.title, "")
    for fact in timeline.facts:
        yield SearchEntry(
            viewer.place_of(fact),
            fact_title(fact.date, voice(fact, viewer.words.gettext), viewer.words),
            told(fact),
        )


def fact_title(date: str, speaker: str, words: Words) -> str:
    """What heads a result: when, and who says so."""
    when = words.when(date) if date else words.gettext("No date")
    return f"{when} · {speaker}" if speaker else when


def as_docs(entries: Iterable[SearchEntry]) -> list[dict[str, str]]:
    """Entries as the built-in index holds them."""
    return [{"location": e.location, "title": escape(e.title), "text": escape(e.text)} for e in entries]


def others(index: Mapping[str, Any], docs: Iterable[Mapping[str, str]]) -> list[dict[str, Any]]:
    """What the search's index has at other addresses than ``docs``, which replace it there."""
    replaced = {doc["location"] for doc in docs}
    return [doc for doc in index["docs"] if doc["location"] not in replaced]
