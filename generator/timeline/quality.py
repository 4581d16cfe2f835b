"""Shown facts and their articles in, the figures of the quality page out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..edtf import is_exact_day
from ..model import Article, Fact
from .order import is_inferred, sureness
from .values import Quality


def quality(facts: Sequence[Fact], withdrawn: int, articles: Mapping[str, Article]) -> Quality:
    """Every figure counted over what readers see, never over what is kept from them."""
    sure = [sureness(fact) for fact in facts if fact.date]
    return Quality(
        facts=len(facts),
        exact_day=sum(bool(fact.date) and is_exact_day(fact.date) for fact in facts),
        stated=sure.count("stated"),
        carried=sure.count("carried"),
        spans=sure.count("span"),
        inferred=sum(is_inferred(fact, articles) for fact in facts),
        undated=sum(not fact.date for fact in facts),
        claims=sum(bool(fact.speaker) for fact in facts),
        anonymous=sum(fact.anonymous for fact in facts),
        one_origin=sum(fact.origins == 1 or len(fact.sources) == 1 for fact in facts),
        two_origins=sum(fact.origins > 1 for fact in facts),
        uncounted=sum(fact.origins == 0 and len(fact.sources) > 1 for fact in facts),
        reviewed=sum(fact.status == "reviewed" for fact in facts),
        drafts=sum(fact.status == "draft" for fact in facts),
        disputed=sum(fact.status == "disputed" for fact in facts),
        corrected=sum(bool(fact.corrections) for fact in facts),
        withdrawn=withdrawn,
        articles=len(articles),
        articles_with_url=sum(bool(article.url) for article in articles.values()),
        articles_archived=sum(bool(article.archive_url) for article in articles.values()),
        articles_inferred=sum(article.published.basis == "inferred" for article in articles.values()),
    )
