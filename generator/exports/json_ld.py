"""Selected facts in, schema.org JSON-LD out: each fact a ``Claim`` that appears in its articles.

A fact is what articles say; nobody here has judged it, so there is never a ``ClaimReview``. What a
claim says happened is an ``Event`` only where that holds: an event, on a known day, month or year,
not denied, disputed or withdrawn.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar
from urllib.parse import quote

from ..fields import FIELDS, FactKey, as_data
from ..model import Article, Correction, Entity, Fact, Source
from ..timeline import is_web
from .days import changed_day
from .selection import Selection
from .spans import span_of

CONTEXT = "https://schema.org"
_TYPES = {"person": "Person", "place": "Place", "organisation": "Organization"}
Node = dict[str, object]
One = TypeVar("One", Fact, Article, Entity)


def write_jsonld(selection: Selection) -> Iterator[str]:
    """One document: the site as a ``Dataset``, then a node a fact, an article and a name."""
    yield f'{{"@context": "{CONTEXT}", "@graph": [\n{_dump(_dataset(selection))}'
    for node in _nodes(selection):
        yield f",\n{node}"
    yield "\n]}\n"


def page_jsonld(selection: Selection, limit: int = 50) -> str:
    """The JSON-LD of one page for a ``<script type="application/ld+json">``, of its first ``limit`` facts.

    The rest is in the download: a page must not weigh twice its words. ``<`` is escaped, so no text can
    close the script.
    """
    head = selection.part(selection.facts[:limit], title=selection.title, page=selection.page)
    graph = ",\n".join((_dump(_page(head)), *_nodes(head)))
    return f'{{"@context": "{CONTEXT}", "@graph": [{graph}]}}'.replace("<", "\\u003c")


def claim(fact: Fact, selection: Selection) -> Node:
    """One fact as a ``Claim`` with where it is written, what period it is about, and who is named."""
    node: Node = {"@type": "Claim"}
    for key in FIELDS:
        if key.linked:
            node |= _TOLD[key.field](fact, selection) if key.field in _TOLD else _as_it_is(key, fact)
    node["isPartOf"] = {"@id": _site_id(selection)}
    return node


def _as_it_is(key: FactKey, fact: Fact) -> Node:
    """A field under the term that the table names for it."""
    value = as_data(key, getattr(fact, key.field))
    return {key.linked: value} if value else {}


def _link(fact: Fact, selection: Selection) -> Node:
    return {"@id": selection.link(fact), "url": selection.link(fact)}


def _author(fact: Fact, selection: Selection) -> Node:
    named = fact.speaker and not fact.anonymous
    return {"author": _speaker(fact.speaker, selection)} if named else {}


def _written(fact: Fact, selection: Selection) -> Node:
    """The articles it stands in, and the words there."""
    articles = [_reference(article, selection) for article in selection.sources(fact)]
    if not articles:
        return {}
    known = [source for source in fact.sources if source.article in selection.articles]
    return {"appearance": articles, "citation": [_quotation(source, selection) for source in known]}


def _about(fact: Fact, selection: Selection) -> Node:
    """Who is named, and the event that is told as having happened."""
    about: list[Node] = [{"@id": _entity_id(entity, selection)} for entity in selection.named(fact)]
    event = _event(fact)
    if event:
        about.append(event)
    return {"about": about} if about else {}


def _corrected(fact: Fact, _: Selection) -> Node:
    if not fact.corrections:
        return {}
    return {"dateModified": changed_day(fact), "correction": [_correction(c) for c in fact.corrections]}


# Fields that are more than one value under one term.
_TOLD: dict[str, Callable[[Fact, Selection], Node]] = {
    "id": _link,
    "speaker": _author,
    "anonymous": lambda _fact, _selection: {},  # by having no author
    "kind": _about,
    "sources": _written,
    "corrections": _corrected,
}


def _quotation(source: Source, selection: Selection) -> Node:
    """The words a claim rests on, as part of their article."""
    article = selection.articles[source.article]
    if not source.quote:
        return _reference(article, selection)
    return {"@type": "Quotation", "text": source.quote, "isPartOf": _reference(article, selection)}


def _event(fact: Fact) -> Node | None:
    """The event a claim tells of, when it is told as having happened on a day, month or year we know."""
    span = span_of(fact.date)
    happened = fact.kind == "event" and not fact.denied and fact.status not in ("disputed", "withdrawn")
    plain = span.precision in ("day", "month", "year") and not (span.approximate or span.uncertain)
    if not (happened and plain and "X" not in fact.date):
        return None
    return {"@type": "Event", "description": fact.text, "startDate": fact.date}


def _nodes(selection: Selection) -> Iterator[str]:
    """Claims, then the articles and names they refer to, each as JSON: a fact stands on many pages."""
    named: dict[str, Entity] = {}
    yield from selection.runs("jsonld", partial(_claims, selection))
    for fact in selection.facts:
        named |= {entity.id: entity for entity in selection.named(fact)}
    for article in selection.cited():
        yield selection.kept(f"article {article.id}", partial(_text, _article, article, selection))
    for entity in named.values():
        yield selection.kept(f"name {entity.id}", partial(_text, _entity, entity, selection))


def _claims(selection: Selection, facts: Sequence[Fact]) -> str:
    told = (selection.kept(f"claim {fact.id}", partial(_text, claim, fact, selection)) for fact in facts)
    return ",\n".join(told)


def _text(node: Callable[[One, Selection], Node], one: One, selection: Selection) -> str:
    return _dump(node(one, selection))


def _dataset(selection: Selection) -> Node:
    """The timeline as a whole."""
    site = selection.site
    node: Node = {
        "@type": "Dataset",
        "@id": _site_id(selection),
        "name": selection.heading,
        "inLanguage": site.language,
    }
    if site.description:
        node["description"] = site.description
    if site.url:
        node["url"] = site.url + selection.page
    return node


def _page(selection: Selection) -> Node:
    """A page of the site, as a collection of the claims it shows."""
    site = selection.site
    address = site.url + selection.page
    node: Node = {
        "@type": "CollectionPage",
        "@id": address or "./",
        "name": selection.title or site.name,
        "inLanguage": site.language,
        "isPartOf": {"@type": "WebSite", "name": site.name, "url": site.url or "./"},
        "hasPart": [{"@id": selection.link(fact)} for fact in selection.facts],
    }
    if site.description and not selection.title:
        node["description"] = site.description
    return node


def _article(article: Article, selection: Selection) -> Node:
    """An article, without its text. An inferred date is not told as the publisher's own."""
    node: Node = {"@type": "NewsArticle", **_reference(article, selection)}
    texts = {"headline": article.title, "url": article.url, "inLanguage": article.lang}
    node |= {name: text for name, text in texts.items() if text}
    if article.archive_url:
        node["archivedAt"] = article.archive_url
    if article.publisher:
        node["publisher"] = {"@type": "Organization", "name": article.publisher}
    if article.authors:
        node["author"] = [{"name": author} for author in article.authors]
    if article.published.value and article.published.basis not in ("inferred", "unknown"):
        node["datePublished"] = article.published.value
    return node


def _reference(article: Article, selection: Selection) -> Node:
    """The node id of an article: its address, or a name of its own when it has none."""
    return {
        "@id": article.url
        if is_web(article.url)
        else f"{selection.site.url}#article-{quote(article.id, safe='')}"
    }


def _entity(entity: Entity, selection: Selection) -> Node:
    """A person, place or organisation."""
    node: Node = {"@type": _TYPES[entity.kind], "@id": _entity_id(entity, selection), "name": entity.name}
    if entity.aliases:
        node["alternateName"] = list(entity.aliases)
    if entity.description:
        node["description"] = entity.description
    if entity.same_as:
        node["sameAs"] = entity.same_as
    return node


def _speaker(name: str, selection: Selection) -> Node:
    """Who makes a claim: the known name, else a bare one whose kind nobody has said."""
    entity = selection.spoken_by(name)
    if entity is None or entity.kind == "place":
        return {"name": name}
    return {"@type": _TYPES[entity.kind], "@id": _entity_id(entity, selection), "name": entity.name}


def _entity_id(entity: Entity, selection: Selection) -> str:
    """The node id of a name."""
    return f"{selection.site.url}#{entity.id}"


def _correction(correction: Correction) -> str:
    """A correction in one line: the old words, the new ones, the reason."""
    change = " → ".join(part for part in (correction.was, correction.now) if part)
    return ": ".join(part for part in (change, correction.why) if part)


def _site_id(selection: Selection) -> str:
    return f"{selection.site.url}#timeline"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
