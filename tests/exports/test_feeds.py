"""Atom, RSS and JSON Feed: read back by a feed parser, ordered by change, each entry at its permanent link."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports import Selection, export
from generator.exports.feed_entries import FEED_ENTRIES
from generator.model import Fact, Site

from .sample import ARTICLES, FACTS, SITE, selection, source

FEEDS = ("atom", "rss", "jsonfeed")
# Newest change first: a correction counts; facts of one day keep their order.
ORDER = [
    "cranes-fall-silent", "harbour-founded", "since-winter", "no-date", "strike-span", "talks-planned", "lind-demands",
]  # fmt: skip


def written(name: str, chosen: Selection | None = None) -> str:
    return "".join(export(name, chosen or replace(selection(), file=f"feed-{name}", page="news/")))


def ids(name: str, chosen: Selection | None = None) -> list[str]:
    text = written(name, chosen)
    if name == "jsonfeed":
        return [item["id"] for item in json.loads(text)["items"]]
    return [entry.id for entry in feedparser.parse(text.encode()).entries]


@pytest.mark.parametrize("name", FEEDS)
def test_entries_are_ordered_by_change_and_named_by_their_permanent_links(name: str):
    assert ids(name) == [f"https://timeline.example/harbour/f/{fact}/" for fact in ORDER]


@pytest.mark.parametrize("name", ("atom", "rss"))
def test_a_feed_parser_finds_nothing_wrong(name: str):
    feed = feedparser.parse(written(name).encode())
    assert not feed.bozo
    assert feed.version == {"atom": "atom10", "rss": "rss20"}[name]
    assert feed.feed.title == "Harbour strike"
    assert feed.feed.link == "https://timeline.example/harbour/news/"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [
        f"https://timeline.example/harbour/feed-{name}"
    ]
    first = feed.entries[0]
    assert first.link == "https://timeline.example/harbour/f/cranes-fall-silent/"
    assert feedparser.parse(written(name)).entries[-1].title.startswith("Mara Lind: Wages")
    assert {tag.term for tag in first.tags} == {"strike", "cranes, big; and, small"}
    body = first.content[0].value if name == "atom" else first.summary
    assert "<del>at ten</del> <ins>at noon</ins>" in body
    assert "&lt;at noon&gt; &amp; stayed so" in body
    assert "1 March 1999" in body


def test_the_atom_feed_has_everything_the_standard_demands():
    root = ElementTree.fromstring(written("atom"))
    atom = "{http://www.w3.org/2005/Atom}"
    for element in (root, *root.findall(f"{atom}entry")):
        for child in ("id", "title", "updated"):
            assert element.findtext(f"{atom}{child}"), child
    assert root.findtext(f"{atom}author/{atom}name") == "Harbour strike"
    assert root.findtext(f"{atom}updated") == "1999-03-09T00:00:00Z"
    first = root.find(f"{atom}entry")
    assert first is not None
    assert first.findtext(f"{atom}published") == "1999-03-05T00:00:00Z"


def test_the_json_feed_has_everything_the_standard_demands():
    feed = json.loads(written("jsonfeed"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://timeline.example/harbour/feed-jsonfeed"
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert item["date_modified"] >= item["date_published"]
        assert not set(item) & {"author", "authors"}  # speakers are quoted, they did not write here


def test_what_a_reader_must_know_stands_before_the_words():
    feed = feedparser.parse(written("rss"))
    bodies = {urlsplit(entry.id).path.split("/")[-2]: entry.summary for entry in feed.entries}
    assert "<em>plan, not yet done, anonymous</em>" in bodies["talks-planned"]
    assert "<em>withdrawn (It was a tern.)</em>" in bodies["no-date"]
    assert "<em>disputed (The leaflet is lost.)</em>" in bodies["strike-span"]
    assert "March 1999 (date inferred)" in bodies["talks-planned"]
    assert "#:~:text=Wages%20must%20rise" in bodies["lind-demands"]


@pytest.mark.parametrize("name", FEEDS)
def test_a_part_of_the_site_has_a_feed_of_its_own(name: str):
    chosen = replace(selection(FACTS[1]), title="Mara Lind", page="people/mara-lind/", file="x")
    assert len(ids(name, chosen)) == 1
    text = written(name, chosen)
    assert "Mara Lind · Harbour strike" in text
    assert "https://timeline.example/harbour/people/mara-lind/" in text


@pytest.mark.parametrize("name", FEEDS)
def test_without_an_address_ids_are_lasting_and_valid(name: str):
    found = ids(name, selection(site=Site("Harbour strike")))
    assert found == ids(name, selection(site=Site("Harbour strike")))
    assert len(set(found)) == len(FACTS)
    assert all(one.startswith("urn:uuid:") for one in found)


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_tells_what_is_new_not_everything(name: str):
    many = [replace(FACTS[1], id=f"fact-{n}", added=f"2001-01-{n % 28 + 1:02d}") for n in range(300)]
    assert len(ids(name, selection(*many))) == FEED_ENTRIES


@given(st.text(min_size=1))
def test_any_text_gives_well_formed_xml(text: str):
    fact = Fact("x", "2001-02-03", text, (source("unknown-notes", text),), speaker=text, tags=(text,))
    chosen = Selection((fact,), ARTICLES, site=SITE, title=text)
    for name in ("atom", "rss"):
        ElementTree.fromstring(written(name, chosen).encode("utf-8", "surrogatepass"))
