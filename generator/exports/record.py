"""A fact or an article in, its JSON record out: the keys that ``schema/export.schema.json`` describes.

Every key is always there; ``null`` means unknown. The article's text is never part of a record: only
the quotes a fact rests on are.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..fields import FIELDS, FactKey, as_data, extra_data
from ..model import Article, Entity, Fact, Source
from ..prose.article_reasons import tell_reasons
from .selection import Selection, source_link
from .spans import span_of

Record = dict[str, object]
SCHEMA = Path(__file__).parent / "schema" / "export.schema.json"


@cache
def schema_text() -> str:
    """The JSON Schema of the records."""
    return SCHEMA.read_text("utf-8")


def fact_record(fact: Fact, selection: Selection) -> Record:
    """The record of one fact, complete in itself: its sources carry what is known of their articles."""
    span = span_of(fact.date)
    record: Record = {}
    for key in FIELDS:
        if not key.public:
            continue
        record[key.label] = (
            [source_record(source, selection) for source in fact.sources]
            if key.of is Source
            else field_value(key, fact)
        )
    return record | {
        "link": selection.link(fact),
        "date_from": span.first or None,
        "date_to": span.last or None,
        "precision": span.precision or None,
        "names": [
            {"id": entity.id, "name": entity.name, "kind": entity.kind} for entity in selection.named(fact)
        ],
    }


def field_value(key: FactKey, fact: Fact) -> object:
    """A field as JSON holds it, every key there; ``None`` is unknown."""
    value = as_data(key, getattr(fact, key.field), whole=True)
    return None if value == "" or (key.form == "number" and not value) else value


def source_record(source: Source, selection: Selection) -> Record:
    """The record of one source: the quote, where it stands, and why it supports the date."""
    article = selection.articles.get(source.article)
    known = article or Article(id=source.article, text="")
    return {
        "article": source.article,
        "title": known.title or None,
        "publisher": known.publisher or None,
        "authors": list(known.authors),
        "published": known.published.value or None,
        "published_basis": known.published.basis,
        "url": known.url or None,
        "archive_url": known.archive_url or None,
        "quote": source.quote,
        "at": source.at or None,
        "quote_link": source_link(known, source.quote, source.at) or None,
        "date": {
            "words": source.date.words or None,
            "rule": source.date.rule or None,
            "basis": source.date.basis,
            "anchor": source.date.anchor or None,
            "anchor_basis": source.date.anchor_basis or None,
        },
    }


def article_record(article: Article) -> Record:
    """What is known of an article, without its text."""
    return {
        "id": article.id,
        "title": article.title or None,
        "publisher": article.publisher or None,
        "authors": list(article.authors),
        "published": {
            "value": article.published.value or None,
            "basis": article.published.basis,
            "reason": " ".join(tell_reasons(article.published)) or None,
            "zone": article.published.zone or None,
        },
        "url": article.url or None,
        "archive_url": article.archive_url or None,
        "lang": article.lang or None,
        "tags": list(article.tags),
        "sha256": article.sha256 or None,
        "agency": article.agency or None,
        "type": article.type or "article-newspaper",
        "embargo": article.embargo or None,
        "extra": extra_data(article.extra),
    }


def entity_record(entity: Entity) -> Record:
    """A name with its kind and other spellings."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "description": entity.description or None,
        "same_as": entity.same_as or None,
        "coordinates": list(entity.point) if entity.point else None,
    }
