"""``chronofact highlights``: articles as JSON lines, or the project's facts, in; the days that matter most out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace

import click

from ..articles.record import read_record
from ..edtf import EdtfError, parse_edtf
from ..errors import Problem, problem
from ..highlights import (
    ArticleReading,
    Wanted,
    choose_highlights,
    importance_of,
    propose_leads,
    read_days,
    read_facts,
)
from ..model import Place
from ..pipeline import in_order
from ..prose.human import human_date
from .console import EXIT_OK, EXIT_PROBLEMS, report
from .project import open_content, open_project

EPILOG = """\b
Examples:
  chronofact highlights --dates 12
  chronofact highlights --leads
  chronofact highlights --jsonl --dates 20 --per-date 2 < articles.jsonl
  chronofact highlights --jsonl --from 2013 --to 2014-06 --query "Jane Doe" < articles.jsonl
"""

_FIRST, _LAST = "earliest", "latest"


class _Day(click.ParamType):  # type: ignore[type-arg]
    """``2014-03-01``, or a month or a year, of which the first or the last day is meant."""

    name = "date"

    def __init__(self, end: str) -> None:
        self.end = end

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value:  # the default, and what a script passes that knows no bound
            return ""
        try:
            found = parse_edtf(value)
        except EdtfError as error:
            self.fail(f"'{value}' is no date ({error}). Write it like 2014-03-01.", param, ctx)
        day = found.earliest if self.end == _FIRST else found.latest
        if day is None or not 1 <= day[0] <= 9999:
            self.fail(f"'{value}' has no {self.end} day between the years 1 and 9999.", param, ctx)
        return "{:04d}-{:02d}-{:02d}".format(*day)


@click.command(short_help="Choose the days that matter most.", epilog=EPILOG)
@click.option("--jsonl", is_flag=True, help="Read articles from standard input, one JSON object a line.")
@click.option("--dates", type=click.IntRange(1), default=10, show_default=True, help="How many days.")
@click.option(
    "--per-date", type=click.IntRange(1), default=1, show_default=True, help="How many sentences for each."
)
@click.option("--from", "start", type=_Day(_FIRST), default="", help="No day before this one.")
@click.option("--to", "end", type=_Day(_LAST), default="", help="No day after this one.")
@click.option("--query", default="", help="What it is all about; else the name most articles share.")
@click.option(
    "--leads",
    is_flag=True,
    help="Propose the three to six entries of the project that tell its story in short instead.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON; always so with --jsonl.")
@click.option("--workers", type=click.IntRange(0), default=1, help="Processes; 0 chooses.", show_default=True)
@click.pass_context
def highlights(
    ctx: click.Context,
    jsonl: bool,
    dates: int,
    per_date: int,
    start: str,
    end: str,
    query: str,
    leads: bool,
    as_json: bool,
    workers: int,
) -> None:
    """Choose the days that matter most and sentences about each.

    Without --jsonl the facts of the project in this folder are read, drafts included. The sentences
    stand word for word in an article (or are a fact's text). No day is chosen because it begins or
    ends the time between --from and --to.
    """
    if leads and jsonl:
        raise click.UsageError("--leads asks for the entries of a project, --jsonl for articles.")
    if leads:
        ctx.exit(_leads(as_json))
    if start and end and start > end:
        raise click.UsageError(f"--from {start} is after --to {end}.")
    language = "en"
    if jsonl:
        readings, problems = _from_lines(workers)
    else:
        project = open_project()
        content = open_content(project)
        language = project.language
        readings, problems = read_facts(content.facts, content.articles), list(content.problems)
    wanted = Wanted(dates, per_date, start, end, query)
    chosen = choose_highlights(readings, wanted)
    errors = report(problems)
    _print(chosen, as_json or jsonl, language)
    ctx.exit(EXIT_PROBLEMS if errors else EXIT_OK)


def _leads(as_json: bool) -> int:
    """Print the entries that tell the story in short; what a person confirmed is marked."""
    content = open_content(open_project())
    worth: dict[str, float] = {}
    for memory in content.memories.values():
        for fact in memory.facts:
            worth[fact.id] = max(worth.get(fact.id, 0.0), fact.worth)
    found = propose_leads(content.facts, worth, content.articles)
    if as_json:
        weight = importance_of(content.facts, worth, content.articles)
        rows = [
            {
                "id": fact.id,
                "date": fact.date or None,
                "text": fact.text,
                "lead": fact.lead,
                "importance": weight[fact.id],
            }
            for fact in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False))
    else:
        for fact in found:
            click.echo(
                click.style(fact.id, bold=True)
                + f"  {fact.date or 'no date'}"
                + ("  lead" if fact.lead else "")
            )
            click.echo(f"  {' '.join(fact.text.split())}")
        if any(not fact.lead for fact in found):
            click.echo("\n`chronofact edit ID lead=true` confirms one.", err=True)
    return EXIT_PROBLEMS if report(content.problems) else EXIT_OK


def _from_lines(workers: int) -> tuple[tuple[ArticleReading, ...], list[Problem]]:
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    numbered = ((number, line) for number, line in enumerate(sys.stdin, 1) if line.strip())
    results = list(in_order(_read_line, numbered, workers))
    problems = [found for found in results if isinstance(found, Problem)]
    return tuple(found for found in results if isinstance(found, ArticleReading)), problems


def _read_line(numbered: tuple[int, str]) -> ArticleReading | Problem:
    """One line's article, read; whatever is wrong with it is a problem of this line alone."""
    number, line = numbered
    place = Place("standard input", number, 1)
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return problem("line-not-json", place, value=line[:60].strip(), why=str(error))
    if not isinstance(record, dict):
        return problem("line-not-object", place, value=line[:60].strip())
    try:
        article = read_record(record, place=place, default_id=f"line-{number}")
        if isinstance(article, Problem):
            # Among hundreds an article without words takes nothing from the answer.
            empty = article.code == "record-empty"
            return replace(article, severity="warning") if empty else article
        return read_days(article)
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        return problem("stage-failed", place, article=str(record.get("id", "")), value=why)


def _print(chosen: Mapping[str, Iterable[str]], as_json: bool, language: str) -> None:
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if as_json:
        click.echo(json.dumps({day: list(said) for day, said in chosen.items()}, ensure_ascii=False))
        return
    for day, said in chosen.items():
        click.echo(human_date(day, language))
        for sentence in said:
            click.echo(f"  {' '.join(sentence.split())}")
