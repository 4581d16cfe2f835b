"""The stages in their order: articles in; readings, or the changes a project would see, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .read import Reading, date_articles, read_article, read_articles
from .workers import in_order

if TYPE_CHECKING:
    from .add import Adding, Wishes, plan_adding
    from .many import Run

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
]


def __getattr__(name: str) -> object:
    """What changes a project is loaded by who adds: reading needs no store."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import add, many

    return getattr(many if name == "Run" else add, name)
