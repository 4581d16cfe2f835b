"""A fact or an article in, its JSON record out: the keys that ``schema/export.schema.json`` describes.

Every key is always there; ``""`` means unknown. The article's text is never part of a record: only
the quotes a fact rests on are.
"""

from __future__ import annotations

from ..model import Article, Correction, Entity, Fact, Source
from .selection import Selection, words_link
from .spans import span_of

Record = dict[str, object]


def fact_record(fact: Fact, selection: Selection) -> Record:
    """The record of one fact, complete in itself: its sources carry what is known of their articles."""
    span = span_of(fact.date)
    return {
        "id": fact.id,
        "link": selection.link(fact),
        "date": fact.date,
        "date_from": span.first,
        "date_to": span.last,
        "precision": span.precision,
        "text": fact.text,
        "context": fact.context,
        "kind": fact.kind,
        "status": fact.status,
        "speaker": fact.speaker,
        "via": fact.via,
        "anonymous": fact.anonymous,
        "denied": fact.denied,
        "tags": list(fact.tags),
        "names": [
            {"id": entity.id, "name": entity.name, "kind": entity.kind} for entity in selection.named(fact)
        ],
        "origins": fact.origins,
        "sources": [source_record(source, selection) for source in fact.sources],
        "corrections": [_correction(correction) for correction in fact.corrections],
        "maybe_same_as": list(fact.maybe_same_as),
        "disagrees_with": list(fact.disagrees_with),
        "was": list(fact.merged_ids),
        "added": fact.added,
        "by": fact.by,
        "reason": fact.reason,
        "image": fact.image,
        "image_alt": fact.image_alt,
    }


def source_record(source: Source, selection: Selection) -> Record:
    """The record of one source: the quote, where it stands, and why it supports the date."""
    article = selection.articles.get(source.article)
    known = article or Article(id=source.article, text="")
    return {
        "article": source.article,
        "title": known.title,
        "publisher": known.publisher,
        "authors": list(known.authors),
        "published": known.published.value,
        "published_basis": known.published.basis,
        "url": known.url,
        "archive_url": known.archive_url,
        "quote": source.quote,
        "quote_link": words_link(known.url, source.quote),
        "date": {
            "words": source.date.words,
            "rule": source.date.rule,
            "basis": source.date.basis,
            "anchor": source.date.anchor,
            "anchor_basis": source.date.anchor_basis,
        },
    }


def article_record(article: Article) -> Record:
    """What is known of an article, without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": {
            "value": article.published.value,
            "basis": article.published.basis,
            "reason": article.published.reason,
        },
        "url": article.url,
        "archive_url": article.archive_url,
        "lang": article.lang,
        "tags": list(article.tags),
        "sha256": article.sha256,
    }


def entity_record(entity: Entity) -> Record:
    """A name with its kind and other spellings."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "description": entity.description,
        "same_as": entity.same_as,
    }


def _correction(correction: Correction) -> Record:
    return {"on": correction.on, "was": correction.was, "now": correction.now, "why": correction.why}
