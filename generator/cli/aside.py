"""What was kept aside: the list of an article's statements that are no entries, and ``promote``."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Sequence
from datetime import UTC, datetime

import click

from ..entries import Said
from ..model import Fact
from ..pipeline.aside import Aside, find_article, plan_promote, read_aside
from ..store import Content, Project
from .console import EXIT_OK, count
from .project import open_content, open_project, take_decision

EPILOG = """\b
Examples:
  chronofact review --aside gazette-2025-05-16-bridge
  chronofact promote gazette-2025-05-16-bridge mayor-smiled
  chronofact promote gazette 'The mayor smiled'

\b
ARTICLE is an id or the beginning of one; STATEMENT the id that the list shows,
or how it or the text begins.
"""


def why_aside(fact: Fact, reasons: Sequence[Said]) -> str:
    """The worth of a statement and what counted against it."""
    against = "; ".join(said.words for said in reasons if not said.speaks_for)
    return f"worth {fact.worth:.2f}" + (f" ({against})" if against else "")


def show_aside(project: Project, content: Content, name: str, *, as_json: bool) -> None:
    """Print the statements of an article that were kept aside."""
    article = find_article(content, name)
    aside = read_aside(project, content, article)
    if as_json:
        click.echo(json.dumps([_as_data(one) for one in aside], ensure_ascii=False, indent=2))
        return
    width = min(shutil.get_terminal_size().columns, 110)
    for one in aside:
        click.echo(click.style(one.fact.id, bold=True) + f"  {one.fact.date or 'no date'}")
        click.echo(textwrap.indent(textwrap.shorten(one.fact.text, width * 2, placeholder=" …"), "  "))
        click.echo(click.style(f"  - {why_aside(one.fact, one.reasons)}", fg="yellow"))
    if aside:
        click.echo(f"\n`chronofact promote {article.id} STATEMENT` makes a draft of one.", err=True)
    else:
        click.echo(f"Nothing of '{article.id}' was kept aside.", err=True)


def _as_data(one: Aside) -> dict[str, object]:
    return {
        "id": one.fact.id,
        "date": one.fact.date or None,
        "text": one.fact.text,
        "speaker": one.fact.speaker or None,
        "worth": one.fact.worth,
        "for": [said.words for said in one.reasons if said.speaks_for],
        "against": [said.words for said in one.reasons if not said.speaks_for],
    }


@click.command(short_help="Make drafts of statements kept aside.", epilog=EPILOG)
@click.argument("article")
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT…")
@click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")
@click.pass_context
def promote(ctx: click.Context, article: str, statements: tuple[str, ...], dry_run: bool) -> None:
    """Make drafts of statements that `add` kept aside; `undo` takes it back."""
    project = open_project()
    content = open_content(project)
    found = find_article(content, article)
    changes = plan_promote(project, content, found, statements, today=datetime.now(UTC).date().isoformat())
    names = ", ".join(fact.id for fact in changes.added) or count(len(changes.merged), "source")
    what = f"Promoted {names}"
    take_decision(project, changes, what, dry_run=dry_run)
    click.echo(f"Would do: {what}." if dry_run else f"{what}.", err=True)
    ctx.exit(EXIT_OK)
