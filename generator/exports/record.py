"""A fact or an article in, its JSON record out: the keys that ``schema/export.schema.json`` describes.

Every key is always there; ``null`` means unknown. The article's text is never part of a record: only
the quotes a fact rests on are.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..model import Article, Correction, Entity, Fact, Source
from .selection import Selection, words_link
from .spans import span_of

Record = dict[str, object]
_SCHEMA = Path(__file__).parent / "schema" / "export.schema.json"


@cache
def schema_text() -> str:
    """The JSON Schema of the records."""
    return _SCHEMA.read_text("utf-8")


def fact_record(fact: Fact, selection: Selection) -> Record:
    """The record of one fact, complete in itself: its sources carry what is known of their articles."""
    span = span_of(fact.date)
    return {
        "id": fact.id,
        "link": selection.link(fact),
        "date": fact.date or None,
        "date_from": span.first or None,
        "date_to": span.last or None,
        "precision": span.precision or None,
        "text": fact.text,
        "context": fact.context or None,
        "kind": fact.kind,
        "status": fact.status,
        "speaker": fact.speaker or None,
        "via": fact.via or None,
        "anonymous": fact.anonymous,
        "denied": fact.denied,
        "tags": list(fact.tags),
        "names": [
            {"id": entity.id, "name": entity.name, "kind": entity.kind} for entity in selection.named(fact)
        ],
        "origins": fact.origins or None,
        "sources": [source_record(source, selection) for source in fact.sources],
        "corrections": [_correction(correction) for correction in fact.corrections],
        "maybe_same_as": list(fact.maybe_same_as),
        "disagrees_with": list(fact.disagrees_with),
        "was": list(fact.merged_ids),
        "added": fact.added or None,
        "by": fact.by or None,
        "reason": fact.reason or None,
        "image": fact.image or None,
        "image_alt": fact.image_alt or None,
    }


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
        "quote_link": words_link(known.url, source.quote) or None,
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
            "reason": article.published.reason or None,
        },
        "url": article.url or None,
        "archive_url": article.archive_url or None,
        "lang": article.lang or None,
        "tags": list(article.tags),
        "sha256": article.sha256 or None,
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
    }


def _correction(correction: Correction) -> Record:
    return {
        "on": correction.on or None,
        "was": correction.was or None,
        "now": correction.now or None,
        "why": correction.why or None,
    }
