"""``chronofact review``: one screen of what waits for a person, most valuable first."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import textwrap
from pathlib import Path

import click

from ..check import check_content
from ..review import Waiting, waiting_list
from ..store import Content
from .aside import show_aside
from .console import count
from .project import open_content, open_project

EPILOG = """\b
Examples:
  chronofact review
  chronofact review --all
  chronofact review --aside ARTICLE  what of it became no draft
  chronofact review --next          opens the first in $EDITOR
"""
FEW_FACTS = 12  # from which a story wants to be told in short
SCREEN = 12  # what fits on a terminal of 40 lines with the words


@click.command(short_help="List what waits for a person.", epilog=EPILOG)
@click.option("--all", "everything", is_flag=True, help="The whole list, not one screen.")
@click.option("--next", "edit_next", is_flag=True, help="Open the first in $EDITOR at its line.")
@click.option(
    "--aside", default="", metavar="ARTICLE", help="List what of an article became no draft, and why."
)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def review(everything: bool, edit_next: bool, aside: str, as_json: bool) -> None:
    """List what waits for a person: drafts, undated, inferred, look-alikes, disagreements."""
    project = open_project()
    content = open_content(project)
    if aside:
        show_aside(project, content, aside, as_json=as_json)
        return
    waiting = _waiting(content)
    unread = sum(found.severity == "error" for found in content.problems)
    if unread:
        said = f"{count(unread, 'error')} in the files: what stands there may be missing here."
        click.echo(f"{said} Run `chronofact check` first.", err=True)
    if as_json:
        _print_json(waiting)
    elif not waiting and unread:
        click.echo("Nothing else waits.")
    elif not waiting:
        click.echo("Nothing waits: every fact is reviewed and nothing is in doubt.")
    elif edit_next:
        _open(waiting[0])
    else:
        shown = waiting if everything else waiting[:SCREEN]
        for one in shown:
            _print(one)
        if len(waiting) > len(shown):
            click.echo(
                f"… and {count(len(waiting) - len(shown), 'more')}".replace("mores", "more")
                + "; see them with --all."
            )
    if not as_json and len(content.facts) >= FEW_FACTS and not any(fact.lead for fact in content.facts):
        click.echo(
            "No entry tells the story in short yet: `chronofact highlights --leads` proposes some.", err=True
        )


def _waiting(content: Content) -> tuple[Waiting, ...]:
    return waiting_list(content, check_content(content))


def _print(one: Waiting) -> None:
    width = min(shutil.get_terminal_size().columns, 110)
    click.echo(
        click.style(f"{one.place.path}:{one.place.line}", bold=True)
        + f"  {one.fact.date or 'no date'}  {one.fact.id}"
    )
    click.echo(textwrap.indent(textwrap.shorten(one.fact.text, width * 2, placeholder=" …"), "  "))
    for reason in one.reasons:
        click.echo(click.style(f"  - {reason}", fg="yellow"))


def _print_json(waiting: tuple[Waiting, ...]) -> None:
    click.echo(
        json.dumps(
            [
                {
                    "id": one.fact.id,
                    "date": one.fact.date or None,
                    "text": one.fact.text,
                    "path": one.place.path,
                    "line": one.place.line,
                    "why": list(one.why),
                    "reasons": list(one.reasons),
                    "paragraph": one.paragraph,
                }
                for one in waiting
            ],
            ensure_ascii=False,
            indent=2,
        )
    )


def _open(one: Waiting) -> None:
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    name = Path(editor[0]).name
    at = (
        ["--goto", f"{one.place.path}:{one.place.line}"]
        if name in ("code", "codium", "code-insiders")
        else [f"{one.place.path}:{one.place.line}"]
        if name in ("subl", "hx", "zed")
        else [f"+{one.place.line}", one.place.path]
    )
    try:
        subprocess.run([*editor, *at], check=False)
    except OSError as error:
        raise click.ClickException(
            f"The editor {editor[0]} cannot be started: {error.strerror}. Set $EDITOR."
        ) from error
