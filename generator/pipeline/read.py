"""Articles in, readings out: the stages in their order, and nothing else.

An article that breaks a stage becomes a reading with a problem; it never stops the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeVar

from ..config import Settings
from ..dates import date_problems, resolve_dates
from ..dates.article_date import infer_published
from ..entries import make_entries
from ..errors import Problem, problem
from ..facts.attribution import find_attributions
from ..facts.extract import extract_facts
from ..model import Article, Attribution, Fact, ResolvedDate, Sentence, Skipped
from ..text.sentences import split_sentences

T = TypeVar("T")
R = TypeVar("R")

# Below this many articles a second process costs more than it saves.
WORTH_WORKERS = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and everything read out of it."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[ResolvedDate, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    facts: tuple[Fact, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_article(article: Article, settings: Settings) -> Reading:
    """Article in, its sentences, dates, attributions and facts out."""
    try:
        return _stages(article, settings)
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        return Reading(article, problems=(problem("stage-failed", article=article.id, value=why),))


def _stages(article: Article, settings: Settings) -> Reading:
    lang = article.lang or "en"
    sentences = split_sentences(article.text, article.blocks, lang)
    dates = resolve_dates(
        article.text,
        sentences,
        blocks=article.blocks,
        published=article.published,
        lang=lang,
        date_order=settings.date_order,
    )
    attributions = find_attributions(article.text, sentences, article.blocks, lang)
    found = extract_facts(article, sentences, dates, attributions)
    facts = make_entries(article, sentences, found.facts)
    problems = [*found.problems, *date_problems(dates, article=article.id)]
    if not any(article.blocks[sentence.block].kind == "body" for sentence in sentences):
        problems.append(problem("article-no-sentence", article=article.id, value=article.id))
    return Reading(article, sentences, dates, attributions, facts, found.skipped, tuple(problems))


def date_articles(articles: Sequence[Article], known: Sequence[Article] = ()) -> tuple[Article, ...]:
    """Give the undated among ``articles`` the date that ``known`` and the others support; order kept."""
    dated = [article for article in (*known, *articles) if article.published.basis not in _WEAK]
    return tuple(
        article if article.published.value else replace(article, published=infer_published(article, dated))
        for article in articles
    )


# An article dated by inference must not date another: a guess would become a witness.
_WEAK = frozenset({"unknown", "inferred", "text"})


def read_articles(articles: Iterable[Article], settings: Settings, workers: int = 0) -> Iterator[Reading]:
    """Readings in the order of ``articles``; ``workers`` 0 chooses by how many there are."""
    yield from in_order(partial(read_article, settings=settings), articles, workers)


def in_order(work: Callable[[T], R], items: Iterable[T], workers: int = 0) -> Iterator[R]:
    """``map`` that moves to processes once there is enough to do; results keep the order of ``items``.

    With one worker each result comes as soon as its item does, so a caller may converse line by line.
    """
    stream = iter(items)
    if workers == 1:
        yield from map(work, stream)
        return
    batch = list(islice(stream, WORTH_WORKERS))
    processes = workers or (os.cpu_count() or 1)
    if processes == 1 or (workers == 0 and len(batch) < WORTH_WORKERS):
        yield from map(work, batch)
        yield from map(work, stream)
        return
    with ProcessPoolExecutor(processes) as pool:
        while batch:
            yield from pool.map(work, batch, chunksize=4)
            batch = list(islice(stream, 32 * processes))
