"""The stages in their order: articles in; readings, or the changes a project would see, out."""

from __future__ import annotations

from .add import Adding, plan_adding
from .read import Reading, date_articles, in_order, read_article, read_articles

__all__ = [
    "Adding",
    "Reading",
    "date_articles",
    "in_order",
    "plan_adding",
    "read_article",
    "read_articles",
]
