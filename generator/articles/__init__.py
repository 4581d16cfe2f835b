"""Files, pages, feeds and records in; articles, or the problem each has, out."""

from __future__ import annotations

from .compose import article_from_text
from .files import read_articles
from .metadata import PUBLISHED_ORDER, Metadata
from .options import ArticleOptions
from .record import read_record

__all__ = [
    "PUBLISHED_ORDER",
    "ArticleOptions",
    "Metadata",
    "article_from_text",
    "read_articles",
    "read_record",
]
