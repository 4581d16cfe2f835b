"""``chronofact fact``: a fact written by hand, asked for step by step on a terminal, or given by options."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

import click

from ..check.quotes import as_printed
from ..errors import ChronofactError, Problem
from ..ids import article_id
from ..model import Article, Published, SourceType
from ..store import Content, Project
from ..store.by_hand import TYPES, ByHand, find_source, plan_by_hand
from ..store.typed import read_typed
from .console import EXIT_OK, sits_there
from .project import open_content, open_project, take_decision, who_decides

EPILOG = """\b
Examples:
  chronofact fact                                  asks for date, text and source, and checks as you type
  chronofact fact --date "16 May 2025" --source the-gazette --quote "The bridge opened."
  chronofact fact --date 1962-05 --text "The bridge opened" --type book --title "Bridges of the Sarn" --at "page 12"
  chronofact fact --date 1958 --text "Plans were drawn" --type archive --title Minutes --field archive_location="B 12/3"

\b
--at is a page ("12", "page 12") or the time in a recording ("1:02:03").
"""
_CHOICES = (*TYPES, *(name for name in get_args(SourceType) if name not in TYPES))


@click.command(short_help="Write a fact by hand.", epilog=EPILOG)
@click.option("--date", default=None, help="EDTF, or in words; empty when unknown.")
@click.option("--text", default="", help="What happened; the quote when left out.")
@click.option(
    "--source", default="", metavar="ARTICLE", help="An article of the project: id, its beginning, or title."
)
@click.option("--quote", default="", help="The words of the source; proved where its text is kept.")
@click.option("--at", default="", help="The page, or the time in a recording.")
@click.option(
    "--type",
    "kind_of_source",
    type=click.Choice(_CHOICES),
    metavar="TYPE",
    help=f"A new source: {', '.join(TYPES)}, or a type of CSL.",
)
@click.option("--title", default="", help="Title of the new source.")
@click.option("--author", "authors", multiple=True, help="Its author; may be given often.")
@click.option("--publisher", default="", help="Its publisher or outlet.")
@click.option("--published", default="", help="The day, month or year it came out.")
@click.option("--url", default="", help="Its address.")
@click.option(
    "--field", "extra", multiple=True, metavar="NAME=VALUE", help="A further field of it, in CSL's names."
)
@click.option("--kind", default="", help="event, statement, plan or proposal.")
@click.option("--speaker", default="", help="Who says it.")
@click.option("--tags", default="", help="Tags, with commas.")
@click.option("--publish", is_flag=True, help="Reviewed at once, not a draft.")
@click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")
@click.option("--by", default="", help="Who writes; git's user.name when left out.")
@click.pass_context
def fact(ctx: click.Context, /, *, publish: bool, dry_run: bool, by: str, **typed: Any) -> None:
    """Write a fact by hand, with its source: an article here, or a book, document, interview, film or archive paper.

    On a terminal what is missing is asked for, and checked as you type. The quote must stand in the source's text
    where the project has it.
    """
    project = open_project()
    content = open_content(project)
    given = _asked(project, content, {name: value for name, value in typed.items() if value})
    changes = plan_by_hand(content, _by_hand(content, given, publish), who_decides(project, by))
    if changes.problems:
        raise ChronofactError(*changes.problems)
    if not changes:
        click.echo("Nothing to change: this fact is written.", err=True)
        ctx.exit(EXIT_OK)
    (written,) = changes.added
    take_decision(project, changes, f"Wrote {written.id}", dry_run=dry_run)
    if not dry_run:
        where = next(change.path for change in changes.files if "/facts/" in change.path)
        click.echo(f"Wrote {written.id} into {where}.", err=True)
    ctx.exit(EXIT_OK)


def _asked(project: Project, content: Content, given: dict[str, Any]) -> dict[str, Any]:
    """What is given of a fact, with the rest as a person on a terminal types it; raises when too little is known."""
    told, written = given.keys() & {"text", "quote"}, given.keys() & {"source", "title"}
    if not (told and written) and sits_there():
        from .fact_asked import ask  # the toolkit is loaded only for whom it asks

        return ask(project.language, content, given)
    if not told:
        raise click.UsageError("Say what happened: --text, or --quote with --source.")
    if not written:
        raise click.UsageError("Say where it is written: --source ARTICLE, or --type and --title.")
    return given


def _by_hand(content: Content, given: Mapping[str, Any], publish: bool) -> ByHand:
    """The fact that is meant, its quote as its source prints it; raises when there is no such source."""
    source = source_of(content, given)
    if isinstance(source, Problem):
        raise ChronofactError(source)
    quote = str(given.get("quote", ""))
    if quote and source.text and quote not in source.text:
        quote = as_printed(quote, source.text) or quote
    fields = {name: str(given[name]) for name in ("date", "kind", "speaker", "tags") if given.get(name)}
    fields["text"] = str(given.get("text") or quote)
    return ByHand(fields, source, quote, str(given.get("at", "")), publish)


def source_of(content: Content, given: Mapping[str, Any]) -> Article | Problem:
    """The article that is meant, or the record of a new source."""
    if given.get("source"):
        return find_source(content, str(given["source"]))
    name = str(given.get("kind_of_source") or "document")
    csl = TYPES[name][0] if name in TYPES else name
    published = _day(str(given.get("published", "")))
    title, publisher = str(given.get("title", "")), str(given.get("publisher", ""))
    extra = dict(_pair(pair) for pair in given.get("extra", ()))
    made = Article(
        "",
        "",
        title=title,
        publisher=publisher,
        authors=tuple(given.get("authors", ())),
        url=str(given.get("url", "")),
        published=Published(published, "option") if published else Published(),
        type=csl,
        extra=json.dumps(extra, ensure_ascii=False) if extra else "",
    )
    known = next((one for one in content.articles.values() if replace(one, id="") == made), None)
    id = article_id(title, publisher, published, f"{title} {published}", set(content.articles))
    return known or replace(made, id=id)


def _day(text: str) -> str:
    """A day, month or year of publication; raises for what is none."""
    if not text.strip():
        return ""
    read = read_typed("date", text)
    if isinstance(read, Problem):
        raise click.BadParameter(f"{read.message} {read.remedy}", param_hint="--published")
    return str(read[1])


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise click.BadParameter(f"'{text}' has no '='; write NAME=VALUE.", param_hint="--field")
    return name.strip(), value.strip()
