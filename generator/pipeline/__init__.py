"""The stages in their order: articles in; readings, or the changes a project would see, out."""

from __future__ import annotations

from .add import Adding, Wishes, plan_adding
from .many import Run
from .read import Reading, date_articles, read_article, read_articles
from .workers import in_order, sweep_seldom

__all__ = [
    "Adding",
    "Reading",
    "Run",
    "Wishes",
    "date_articles",
    "in_order",
    "plan_adding",
    "read_article",
    "read_articles",
    "sweep_seldom",
]
