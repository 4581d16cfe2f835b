"""Chronofact: news articles in, a sourced timeline of dated facts out."""

__version__ = "0.1.0"
