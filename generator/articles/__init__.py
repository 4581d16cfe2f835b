"""Files, pages, feeds and records in; articles, or the problem each has, out."""

from __future__ import annotations

from .compose import article_from_text
from .files import read_articles, receive_articles
from .metadata import PUBLISHED_ORDER, Metadata
from .options import ArticleOptions
from .received import Received
from .record import read_record

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
