"""Shown facts and their articles in, the figures of the quality page out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from ..edtf import is_exact_day
from ..model import Article, Fact
from .order import is_inferred, sureness
from .values import Quality

T = TypeVar("T")


# What is counted, by the figure's name: of facts, and of articles.
_FACTS: Mapping[str, Callable[[Fact], object]] = {
    "exact_day": lambda fact: fact.date and is_exact_day(fact.date),
    "undated": lambda fact: not fact.date,
    "claims": lambda fact: fact.speaker,
    "anonymous": lambda fact: fact.anonymous,
    "one_origin": lambda fact: fact.origins == 1 or len(fact.sources) == 1,
    "two_origins": lambda fact: fact.origins > 1,
    "uncounted": lambda fact: fact.origins == 0 and len(fact.sources) > 1,
    "reviewed": lambda fact: fact.status == "reviewed",
    "drafts": lambda fact: fact.status == "draft",
    "disputed": lambda fact: fact.status == "disputed",
    "corrected": lambda fact: fact.corrections,
}
_ARTICLES: Mapping[str, Callable[[Article], object]] = {
    "articles_with_url": lambda article: article.url,
    "articles_archived": lambda article: article.archive_url,
    "articles_inferred": lambda article: article.published.basis == "inferred",
}


def quality(facts: Sequence[Fact], withdrawn: int, articles: Mapping[str, Article]) -> Quality:
    """Every figure counted over what readers see, never over what is kept from them."""
    sure = Counter(sureness(fact) for fact in facts if fact.date)
    return Quality(
        facts=len(facts),
        stated=sure["stated"],
        carried=sure["carried"],
        spans=sure["span"],
        inferred=sum(is_inferred(fact, articles) for fact in facts),
        withdrawn=withdrawn,
        articles=len(articles),
        **_counted(facts, _FACTS),
        **_counted(articles.values(), _ARTICLES),
    )


def _counted(things: Collection[T], figures: Mapping[str, Callable[[T], object]]) -> dict[str, int]:
    """How many of the things each figure holds of."""
    return {name: sum(map(bool, map(holds, things))) for name, holds in figures.items()}
