"""A step over many articles and the articles in, its result without those that break it out, each a problem."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..errors import Problem, problem
from ..model import Article

R = TypeVar("R")


def around_the_broken(
    step: Callable[[Sequence[Article]], R], articles: Sequence[Article]
) -> tuple[R, list[Problem]]:
    """``step`` over ``articles``; when it fails, over those that do not make it fail, found by halving.

    What fails only with several articles together is no single article's fault, and is raised.
    """
    try:
        return step(articles), []
    except Exception as error:
        if not articles:
            raise
        broken = _broken(step, articles, error)
        problems = [
            problem("stage-failed", article=id, value=f"{type(why).__name__}: {why}")
            for id, why in broken.items()
        ]
        left = [article for article in articles if article.id not in broken]
        if len(left) == len(articles):
            raise
        return step(left), problems


def _broken(
    step: Callable[[Sequence[Article]], R], articles: Sequence[Article], error: Exception
) -> dict[str, Exception]:
    """The articles on which ``step`` fails alone, with how; ``error`` is how it failed on all of these."""
    if len(articles) == 1:
        return {articles[0].id: error}
    found: dict[str, Exception] = {}
    middle = len(articles) // 2
    for half in (articles[:middle], articles[middle:]):
        try:
            step(half)
        except Exception as again:
            found |= _broken(step, half, again)
    return found
