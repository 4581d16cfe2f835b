"""JSON-LD: expanded by a processor, every term one of schema.org's, and nothing claimed that nobody judged."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from pyld import jsonld

from generator.exports import FeedLink, ShareImage, export, head_tags, page_jsonld
from generator.model import Site

from .sample import FACTS, selection

SCHEMA = "https://schema.org/"
# The terms we may use, as schema.org's own context has them: the network is never asked.
IDS = ("about", "appearance", "archivedAt", "citation", "hasPart", "isPartOf", "sameAs", "url")
DATES = ("dateCreated", "dateModified", "datePublished", "startDate")
CONTEXT = {
    "@context": {
        "@vocab": SCHEMA,
        **{name: {"@id": SCHEMA + name, "@type": "@id"} for name in IDS},
        **{name: {"@id": SCHEMA + name, "@type": SCHEMA + "Date"} for name in DATES},
    }
}
TYPES = {
    "Claim", "NewsArticle", "Quotation", "Dataset", "CollectionPage", "WebSite", "Event", "Person", "Place",
    "Organization",
}  # fmt: skip
PROPERTIES = {
    "about", "alternateName", "appearance", "archivedAt", "author", "citation", "correction", "creativeWorkStatus",
    "dateCreated", "dateModified", "datePublished", "description", "hasPart", "headline", "inLanguage", "isPartOf",
    "keywords", "name", "publisher", "sameAs", "startDate", "temporalCoverage", "text", "url",
}  # fmt: skip


def load(url, _options):
    assert url == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expand(text: str) -> list[dict]:
    return jsonld.expand(json.loads(text), {"documentLoader": load, "base": "https://base.example/"})


def by_id(nodes: list[dict], end: str) -> dict:
    return next(node for node in nodes if node.get("@id", "").endswith(end))


def value(node: dict, name: str) -> object:
    return node[SCHEMA + name][0].get("@value", node[SCHEMA + name][0].get("@id"))


@pytest.fixture(scope="module")
def nodes() -> list[dict]:
    return expand("".join(export("jsonld", selection())))


def test_every_type_and_property_is_schema_orgs(nodes: list[dict]):
    seen: set[str] = set()

    def walk(found: object) -> None:
        if isinstance(found, list):
            for one in found:
                walk(one)
        elif isinstance(found, dict):
            for key, inside in found.items():
                if key == "@type":
                    seen.update(inside if isinstance(inside, list) else [inside])
                elif not key.startswith("@"):
                    assert key.removeprefix(SCHEMA) in PROPERTIES, key
                    walk(inside)

    walk(nodes)
    assert {name.removeprefix(SCHEMA) for name in seen} <= TYPES | {"Date"}
    assert "ClaimReview" not in "".join(export("jsonld", selection()))


def test_a_fact_is_a_claim_that_appears_in_its_articles(nodes: list[dict]):
    claim = by_id(nodes, "/f/cranes-fall-silent/")
    assert claim["@type"] == [f"{SCHEMA}Claim"]
    assert value(claim, "temporalCoverage") == "1999-03-01"
    assert [one["@id"] for one in claim[SCHEMA + "appearance"]] == [
        "https://gazette.example/1999/cranes.html",
        "https://timeline.example/harbour/#article-unknown-notes",
    ]
    quotes = [value(one, "text") for one in claim[SCHEMA + "citation"]]
    assert quotes == [one.quote for one in FACTS[0].sources]
    assert value(claim, "dateModified") == "1999-03-09"
    article = by_id(nodes, "cranes.html")
    assert article["@type"] == [f"{SCHEMA}NewsArticle"]
    assert value(article, "datePublished") == "1999-03-02T07:30"


def test_an_inferred_date_is_not_told_as_the_publishers(nodes: list[dict]):
    assert f"{SCHEMA}datePublished" not in by_id(nodes, "#article-unknown-notes")


def test_an_event_is_told_only_where_it_is_one(nodes: list[dict]):
    told = {
        node["@id"].split("/")[-2]
        for node in nodes
        for one in node.get(SCHEMA + "about", [])
        if one.get("@type") == [f"{SCHEMA}Event"]
    }
    assert told == {"cranes-fall-silent", "harbour-founded"}


def test_a_named_speaker_makes_the_claim_and_an_anonymous_one_does_not(nodes: list[dict]):
    said = by_id(nodes, "/f/lind-demands/")
    assert said[SCHEMA + "author"][0]["@type"] == [f"{SCHEMA}Person"]
    assert f"{SCHEMA}author" not in by_id(nodes, "/f/talks-planned/")


def test_a_site_without_an_address_still_expands():
    assert expand("".join(export("jsonld", selection(site=Site("Harbour strike")))))


class Head(HTMLParser):
    """Collects what a head holds."""

    def __init__(self) -> None:
        super().__init__()
        self.properties: dict[str, str] = {}
        self.feeds: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.properties[held.get("property") or held["name"]] = held["content"]
        if tag == "link":
            self.feeds.append((held["type"], held["href"]))
        self._inside = tag == "script"

    def handle_endtag(self, _tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts.append(data)


def test_a_head_previews_the_page_and_leads_to_its_feeds():
    head = Head()
    chosen = replace(selection(), page="people/mara-lind/", title="Mara Lind")
    head.feed(
        head_tags(
            chosen,
            title='Mara "Lind" & more',
            description="What she said.",
            image=ShareImage("assets/share/x.png", 1200, 630, "Mara Lind, 1 fact"),
            feeds=(FeedLink("atom", "feeds/people/mara-lind.atom.xml", "Mara Lind"),),
            root="../../",
        )
    )
    assert head.properties["og:title"] == 'Mara "Lind" & more'
    assert head.properties["og:url"] == "https://timeline.example/harbour/people/mara-lind/"
    assert head.properties["og:image"] == "https://timeline.example/harbour/assets/share/x.png"
    assert head.properties["og:image:alt"] == "Mara Lind, 1 fact"
    assert head.properties["twitter:card"] == "summary_large_image"
    assert "og:locale" not in head.properties  # "en" names no territory, and none is guessed
    assert head.feeds == [("application/atom+xml", "../../feeds/people/mara-lind.atom.xml")]
    assert expand(head.scripts[0])


def test_no_text_can_close_the_script():
    attack = replace(FACTS[0], text="</script><script>alert(1)</script>")
    text = page_jsonld(selection(attack))
    assert "<" not in text
    assert json.loads(text)["@graph"][1]["text"] == attack.text
