"""Files, pages, feeds and records in; articles, or the problem each has, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .compose import article_from_text
from .metadata import PUBLISHED_ORDER, Metadata
from .options import ArticleOptions
from .received import Received
from .record import read_record

if TYPE_CHECKING:
    from .files import read_articles, receive_articles

__all__ = [
    "PUBLISHED_ORDER",
    "ArticleOptions",
    "Metadata",
    "Received",
    "article_from_text",
    "read_articles",
    "read_record",
    "receive_articles",
]


def __getattr__(name: str) -> object:
    """What files, pages and feeds need is loaded by who reads them: records need no parser of pages."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import files

    return getattr(files, name)
