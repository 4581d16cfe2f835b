"""``chronofact extract``: articles in as JSON lines, what was read out as JSON lines; nothing is stored."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

import click

from .. import same
from ..articles.record import read_record, unread_date
from ..config import Settings
from ..entries import choose_entries
from ..errors import Problem, problem
from ..exports.contract import Json, article_record, failed_record, merged_record
from ..model import Article, Fact
from ..pipeline import Reading, date_articles, in_order, read_article
from ..sweeping import seldom
from .console import EXIT_OK, EXIT_PROBLEMS

EPILOG = """\b
Examples:
  chronofact extract --jsonl < articles.jsonl > read.jsonl
  chronofact extract --jsonl --merge < articles.jsonl > facts.jsonl
  echo '{"id": "a", "text": "…", "published": "2024-03-01"}' | chronofact extract --jsonl
"""


@click.command(short_help="Articles in, JSON lines out; nothing is stored.", epilog=EPILOG)
@click.option(
    "--jsonl",
    is_flag=True,
    expose_value=False,
    help="One JSON object a line, in and out: the only form so far.",
)
@click.option("--merge", is_flag=True, help="One merged fact a line over all the input.")
@click.option("--workers", type=click.IntRange(0), default=1, help="Processes; 0 chooses.", show_default=True)
@click.pass_context
def extract(ctx: click.Context, merge: bool, workers: int) -> None:
    """Read articles from standard input and print what they say.

    A line in is {id, text | html, published?, url?, title?, publisher?, lang?}. Lines come out in the
    same order; a line that cannot be read becomes an object with its problems.
    """
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    seldom()
    lines = (line for line in sys.stdin if line.strip())
    records = _merged(lines, workers) if merge else in_order(_read_line, lines, workers)
    failed = False
    for record in records:
        failed = failed or _failed(record)
        click.echo(json.dumps(record, ensure_ascii=False))
    ctx.exit(EXIT_PROBLEMS if failed else EXIT_OK)


def _failed(record: dict[str, Json]) -> bool:
    return bool(record.get("problems")) and not record.get("text")


def _read_line(line: str) -> dict[str, Json]:
    article = _article(line)
    if isinstance(article, Problem):
        return failed_record(article.article, article)
    reading = read_article(date_articles([article])[0], Settings())
    if not article.published.value or article.published.basis != "metadata":
        doubt = unread_date(json.loads(line))
        if doubt is not None:
            reading = replace(reading, problems=(replace(doubt, article=article.id), *reading.problems))
    return _record(reading)


def _record(reading: Reading) -> dict[str, Json]:
    return article_record(
        reading.article,
        sentences=reading.sentences,
        dates=reading.dates,
        attributions=reading.attributions,
        facts=reading.facts,
        problems=reading.problems,
    )


def _article(line: str) -> Article | Problem:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return problem("line-not-json", value=line[:60].strip(), why=str(error))
    if not isinstance(record, dict):
        return problem("line-not-object", value=line[:60].strip())
    try:
        return read_record(record)
    except Exception as error:
        identifier = str(record.get("id", ""))
        why = f"{type(error).__name__}: {error}"
        return problem("stage-failed", article=identifier, value=why)


def _merged(lines: Iterable[str], workers: int) -> Iterator[dict[str, Json]]:
    settings = Settings()
    articles: dict[str, Article] = {}
    for line in lines:
        article = _article(line)
        if isinstance(article, Problem):
            yield failed_record(article.article, article)
        elif article.id in articles:
            yield failed_record(article.id, problem("article-id-twice", article=article.id, value=article.id))
        else:
            articles[article.id] = article
    dated = date_articles(list(articles.values()))
    facts: list[Fact] = []
    for reading in in_order(partial(read_article, settings=settings), dated, workers):
        facts += reading.facts
        if reading.problems and not reading.facts:
            yield _record(reading)
    merged = same.merge_facts(facts, {article.id: article for article in dated}, settings)
    for fact in choose_entries(merged.facts):
        yield merged_record(fact)
