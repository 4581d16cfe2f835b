"""What a reader, a search engine and a link preview find: titles, ways on and back, long lists in pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

import icalendar
import pytest

from generator.config import Settings
from generator.model import Correction, Fact, Site, Source
from generator.pages import Renderer, render_pages
from generator.pages.beside import beside
from generator.pages.kept import Kept
from generator.timeline import build_timeline

from .sample import ARTICLES, ENTITIES, FACTS, PLAIN, fact

SITE = Site("The bridge", "https://example.org/bridge/", "en", "What is reported of the bridge")
MANY = "harbour-post-2024-03-05-bridge"


def pages(
    facts: tuple[Fact, ...], settings: Settings = Settings(), kept: Kept | None = None
) -> Mapping[str, str]:
    """The Markdown of every page by address."""
    timeline = build_timeline(facts, ARTICLES, ENTITIES, settings, show_drafts=True)
    return {page.uri: page.markdown for page in render_pages(Renderer(timeline, settings, SITE, kept=kept))}


def readable(site: Path) -> dict[str, str]:
    """The pages a reader opens, without those that lead on and those for frames."""
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    return {uri: html for uri, html in found.items() if not uri.startswith(("f/", "embed/"))}


@pytest.mark.parametrize("pattern", [r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'])
def test_no_two_pages_call_or_describe_themselves_alike(sample_site: Path, pattern: str) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for uri, html in readable(sample_site).items():
        if uri != "404.html":
            match = re.search(pattern, html, re.DOTALL)
            assert match, uri
            found[unescape(match[1]).strip()].append(uri)
    assert {text: uris for text, uris in found.items() if len(uris) > 1 or not text} == {}


def test_the_sitemap_has_the_canonical_address_of_every_page_and_no_other(sample_site: Path) -> None:
    listed = set(re.findall(r"<loc>(.*?)</loc>", (sample_site / "sitemap.xml").read_text("utf-8")))
    canonical = {
        match[1]
        for uri, html in readable(sample_site).items()
        if uri != "404.html" and (match := re.search(r'<link rel="canonical" href="(.*?)"', html))
    }
    assert listed == canonical


def test_a_permanent_address_tells_previews_of_its_fact(sample_site: Path) -> None:
    html = (sample_site / "f" / "quill-answer" / "index.html").read_text("utf-8")
    told = dict(re.findall(r'<meta property="(.*?)" content="(.*?)">', html))
    assert told["og:title"] == "The town will give a full answer within a week."
    assert told["og:description"] == "5 March 2024, Ada Quill, Coast Dispatch"
    assert told["og:url"].endswith("/f/quill-answer/")
    picture = told["og:image"].rpartition("/assets/")[2]
    assert (sample_site / "assets" / picture).is_file()


def test_pictures_end_where_the_setting_says() -> None:
    timeline = build_timeline(FACTS, ARTICLES, ENTITIES)
    for most in (1, 5, 60):
        renderer = Renderer(timeline, Settings(share_images=most), SITE)
        list(render_pages(renderer))
        files = [text for uri, text in beside(renderer) if uri.startswith("f/")]
        pictures = {match for text in files for match in re.findall(r"assets/share/\w+\.png", text)}
        assert len(pictures) <= max(1, most)


@pytest.mark.parametrize("newest_first", [True, False])
def test_an_article_with_very_many_facts_of_one_day_has_several_pages(newest_first: bool) -> None:
    many = tuple(fact(f"n{number}", "2024-03-04", f"Crew {number} came") for number in range(450))
    found = pages(many, Settings(facts_per_page=200, newest_first=newest_first))
    parts = [f"articles/{MANY}.md", f"articles/{MANY}/2.md", f"articles/{MANY}/3.md"]
    shown = [re.findall(r'<li class="cf-fact[^>]* id="(n\d+)"', found[uri]) for uri in parts]
    assert [len(ids) for ids in shown] == [200, 200, 50]
    assert sorted(id for ids in shown for id in ids) == sorted(one.id for one in many)
    assert 'rel="next"' in found[parts[0]] and 'rel="prev"' not in found[parts[0]]
    assert 'rel="next"' in found[parts[1]] and 'rel="prev"' in found[parts[1]]
    assert 'rel="next"' not in found[parts[2]]


def test_a_period_ends_with_its_neighbours_and_begins_with_the_way_back() -> None:
    found = pages(FACTS, Settings(newest_first=False))
    assert re.search(r'rel="prev" href="\.\./[^"]+"', found["timeline/2022.md"])
    assert "cf-above" in found["timeline/2022.md"] and "cf-above" in found["people/ada-quill.md"]
    assert "cf-above" not in found["people/index.md"]


def test_who_follows_a_name_hears_of_a_withdrawal() -> None:
    gone = fact("gone", "2024-03-08", "Ada Quill resigned", status="withdrawn", reason="Taken back.")
    renderer = Renderer(build_timeline((*FACTS, gone), ARTICLES, ENTITIES), Settings(), SITE)
    files = dict(beside(renderer))
    calendar = icalendar.Calendar.from_ical(files["feeds/people/ada-quill.ics"])
    told = {str(event["UID"]): str(event["STATUS"]) for event in calendar.walk("VEVENT")}
    assert told["gone@example.org"] == "CANCELLED"
    assert len(told) == 3
    assert "Taken back." in files["feeds/people/ada-quill.atom.xml"]


_FIRST = next(one for one in FACTS if one.id == "closed")
CHANGES = {
    "text": replace(_FIRST, text="The Lune bridge was shut"),
    "another name": replace(_FIRST, text="Bram Osei closed the bridge"),
    "date": replace(_FIRST, date="2024-03-06"),
    "speaker": replace(_FIRST, speaker="Bram Osei", kind="statement"),
    "tag": replace(_FIRST, tags=("closure", "winter")),
    "status": replace(_FIRST, status="withdrawn", reason="Wrong."),
    "correction": replace(_FIRST, corrections=(Correction("2024-03-20", "a", "b", "c"),)),
    "disagreement": replace(_FIRST, disagrees_with=("ferry",)),
    "source": replace(_FIRST, sources=(Source("dispatch-2024-03-06-lune", "It was closed.", date=PLAIN),)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_preview_shows_after_a_change_what_a_new_build_shows(change: str) -> None:
    after = tuple(CHANGES[change] if one.id == "closed" else one for one in FACTS)
    kept = Kept()
    before = pages(FACTS, kept=kept)
    assert pages(after, kept=kept) == pages(after) != before
