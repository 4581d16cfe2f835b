"""A site of many facts is kept small: evidence stands once, names have few feeds, and only what is read is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config import Settings
from generator.pages import Renderer, beside, render_pages
from generator.timeline import build_timeline

from .sample import ARTICLES, ENTITIES, FACTS, fact
from .small import SITE

Made = tuple[dict[str, str], dict[str, str]]


def made(settings: Settings, *more: object) -> Made:
    """The Markdown of the pages, and the files beside them."""
    timeline = build_timeline((*FACTS, *more), ARTICLES, ENTITIES, settings)  # type: ignore[arg-type]
    renderer = Renderer(timeline, settings, SITE)
    pages = {page.uri: page.markdown for page in render_pages(renderer)}
    return pages, dict(beside(renderer))


@pytest.fixture(scope="module")
def small() -> Made:
    return made(Settings(lean_from=10))


@pytest.fixture(scope="module")
def whole() -> Made:
    return made(Settings())


def test_evidence_stands_on_the_page_of_the_day_alone(small: Made, whole: Made) -> None:
    quote = "told the Coast Dispatch."
    for uri in ("people/ada-quill.md", "articles/dispatch-2024-03-06-lune.md"):
        assert quote in whole[0][uri] and quote not in small[0][uri]
        assert 'class="cf-proof"><a href="../../f/quill-answer/"' in small[0][uri]
    for uri in ("index.md", "timeline/2024.md"):
        assert quote in small[0][uri] and "@misc{" not in small[0][uri]
    assert "@misc{" in whole[0]["timeline/2024.md"]


def test_names_are_followed_by_a_feed_and_a_calendar(small: Made, whole: Made) -> None:
    feeds = {path.partition(".")[2] for path in small[1] if path.startswith("feeds/people/")}
    assert feeds == {"atom.xml", "ics"}
    assert {path.partition(".")[2] for path in whole[1] if path.startswith("feeds/people/")} > feeds
    assert "feed.json" not in small[0]["people/ada-quill.md"]


def test_downloads_that_are_offered_are_there(small: Made, whole: Made) -> None:
    for pages, files in (small, whole):
        offered = {path for path in files if path.startswith("downloads/facts.")}
        assert all(path.rpartition("/")[2] in pages["downloads.md"] for path in offered)
        assert ("facts.ics" in pages["index.md"]) == ("downloads/facts.ics" in files)
    assert "downloads/facts.jsonl" in whole[1] and "downloads/facts.jsonl" not in small[1]
    assert small[1]["downloads/facts.json"] == whole[1]["downloads/facts.json"]


def test_permanent_addresses_without_a_picture_of_their_own_show_none(whole: Made) -> None:
    files = made(Settings(lean_from=10, share_images=1))[1]
    assert "og:image" not in files["f/divers/index.html"] and "og:image" in whole[1]["f/divers/index.html"]


def test_feeds_tell_as_many_as_is_set() -> None:
    more = [
        replace(fact(f"more-{n}", "2024-03-04", f"Lorry {n} was turned back"), tags=("lorry",))
        for n in range(6)
    ]
    feed = made(Settings(feed_entries=3), *more)[1]["feeds/tags/lorry.atom.xml"]
    assert feed.count("<entry>") == 3
