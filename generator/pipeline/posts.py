"""A live page and its sentences in, its posts one by one out: each with its own day and its own sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from ..model import Article, Sentence


def posts_apart(
    article: Article, sentences: tuple[Sentence, ...]
) -> Iterator[tuple[Article, int, tuple[Sentence, ...]]]:
    """The article as of each post's moment, the index of the post's first sentence, and its sentences."""
    if not article.posts:
        yield article, 0, sentences
        return

    def post(sentence: Sentence) -> int:
        return next((n for n, one in enumerate(article.posts) if one.start <= sentence.start < one.end), -1)

    at = 0
    for number, group in groupby(sentences, post):
        own = tuple(group)
        yield _as_of(article, number), at, own
        at += len(own)


def _as_of(article: Article, number: int) -> Article:
    return article if number < 0 else replace(article, published=article.posts[number].published)
