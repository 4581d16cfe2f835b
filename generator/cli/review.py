"""``chronofact review``: on a terminal a sitting at the desk; piped or with ``--plain`` the list of what waits."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import click

from ..check import check_content
from ..errors import ChronofactError, problem
from ..model import Fact, Place
from ..pipeline.aside import find_article, plan_promote, read_aside
from ..prose.human import human_date
from ..review import Waiting, waiting_list
from ..review.queue import ORDERS, Item, Order, article_of, queue
from ..review.session import Session
from ..review.sheets import read_sheet, write_sheet
from ..review.taught import often_wrong
from ..store import Changes, Content, Project
from ..store.cache import CheckCache
from ..store.decisions import Decisions
from ..store.undo import decide
from .aside import show_aside
from .console import count, report, sits_there
from .project import open_content, open_project, who_decides

EPILOG = """\b
Examples:
  chronofact review                 a sitting at the desk: one fact a screen, one key a decision
  chronofact review --order article
  chronofact review --plain
  chronofact review --aside ARTICLE  what of it became no draft
  chronofact review --csv waiting.csv && chronofact review --import waiting.csv
  chronofact review --next          opens the first in $EDITOR
"""
FEW_FACTS = 12  # from which a story wants to be told in short
SCREEN = 12  # what fits on a terminal of 40 lines with the words


@click.command(short_help="Decide on what waits, or list it.", epilog=EPILOG)
@click.option("--plain", is_flag=True, help="The list, also on a terminal.")
@click.option("--all", "everything", is_flag=True, help="The whole list, not one screen.")
@click.option(
    "--order", type=click.Choice(ORDERS), default="worth", show_default=True, help="What comes first."
)
@click.option("--held", is_flag=True, help="What was held back.")
@click.option("--next", "edit_next", is_flag=True, help="Open the first in $EDITOR at its line.")
@click.option(
    "--aside", default="", metavar="ARTICLE", help="List what of an article became no draft, and why."
)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.option(
    "--csv", "sheet", type=click.File("w", "utf-8", lazy=True), help="Write what waits as a table to mark."
)
@click.option(
    "--import", "marked", type=click.File("r", "utf-8-sig"), help="Decide what a marked table says."
)
@click.option("--dry-run", is_flag=True, help="With --import: print the difference; write nothing.")
@click.option("--by", default="", help="Who decides; git's user.name when left out.")
def review(
    plain: bool,
    everything: bool,
    order: Order,
    held: bool,
    edit_next: bool,
    as_json: bool,
    aside: str,
    sheet: IO[str] | None,
    marked: IO[str] | None,
    dry_run: bool,
    by: str,
) -> None:
    """Decide on what waits: drafts, undated, inferred, look-alikes, disagreements; the most valuable first.

    On a terminal each fact stands on a screen with the paragraph it comes from, what is doubtful about it and its
    look-alikes; one key accepts, rejects, edits, merges, holds or takes back. Piped or with --plain it is a list.
    """
    project = open_project()
    content = open_content(project)
    if aside:
        show_aside(project, content, aside, as_json=as_json)
        return
    if marked is not None:
        _take_in(project, content, marked, by, dry_run=dry_run)
        return
    waiting = _waiting(project, content)
    unread = _unread(content)
    by_id = {one.fact.id: one for one in waiting}
    rows = [by_id[id] for id in queue(content, waiting, order, held=held, often=often_wrong(content))]
    if as_json:
        _print_json(rows)
    elif sheet is not None:
        _print_sheet(content, rows, sheet)
    elif not rows:
        click.echo(_nothing(project, content, unread, held=held))
    elif edit_next:
        open_editor(rows[0].place.path, rows[0].place.line)
    elif not plain and not everything and sits_there():
        _sit(project, content, order, held=held, by=by)
    else:
        _print_list(content, rows if everything else rows[:SCREEN], len(rows))
    if not as_json and sheet is None and _tells_nothing_in_short(content):
        click.echo(
            "No entry tells the story in short yet: `chronofact highlights --leads` proposes some.", err=True
        )


def _waiting(project: Project, content: Content) -> tuple[Waiting, ...]:
    return waiting_list(content, check_content(content, memory=CheckCache(project.cache)))


def _unread(content: Content) -> int:
    """How many errors hide what stands in the files; they are told."""
    unread = sum(found.severity == "error" for found in content.problems)
    if unread:
        said = f"{count(unread, 'error')} in the files: what stands there may be missing here."
        click.echo(f"{said} Run `chronofact check` first.", err=True)
    return unread


def _tells_nothing_in_short(content: Content) -> bool:
    """Whether there is a story and no entry that tells it in short."""
    return len(content.facts) >= FEW_FACTS and not any(fact.lead for fact in content.facts)


def _nothing(project: Project, content: Content, unread: int, *, held: bool) -> str:
    """What to do next when nothing waits."""
    if held:
        return "Nothing is held back."
    if unread:
        return "Nothing else waits."
    if not content.articles and not content.facts:
        seeds = project.settings.seeds_dir
        return (
            "There is nothing to review yet: no article has been added.\n"
            f"  1. Put an article into {seeds}/ (.txt, .html, .eml, .docx …), or have its address at hand.\n"
            f"  2. chronofact add {seeds}/     its facts become drafts\n"
            "  3. chronofact review     decide on them here\n"
            "A timeline that you keep elsewhere comes with: chronofact import FILE"
        )
    if not content.facts:
        return (
            f"{count(len(content.articles), 'article')} read, and no fact came of it.\n"
            "  chronofact add --explain ARTICLE     says why each sentence is no fact"
        )
    return (
        "Nothing waits: every fact is reviewed and nothing is in doubt.\n  mkdocs serve     look at the site"
    )


def _take_in(project: Project, content: Content, marked: IO[str], by: str, *, dry_run: bool) -> None:
    """Decide what a marked table says, all of it or nothing."""
    decisions = Decisions(content, who_decides(project, by))
    try:
        read = read_sheet(marked.read(), decisions, marked.name)
    except UnicodeDecodeError as error:
        why = "it is not UTF-8"
        raise ChronofactError(problem("sheet-unreadable", Place(marked.name), why=why)) from error
    changes = decisions.changes()
    errors = [one for one in (*read.problems, *changes.problems) if one.severity == "error"]
    if errors:
        raise ChronofactError(*read.problems, *changes.problems)
    report(read.problems)
    if dry_run:
        click.echo(changes.as_diff(), nl=False)
    else:
        found = decide(project, changes, f"Decided on {count(read.decided, 'row')} of a table")
        if any(one.severity == "error" for one in found):
            raise ChronofactError(*found)
    click.echo(f"{count(read.decided, 'decision')} {'would be made' if dry_run else 'made'}.", err=True)


def _sit(project: Project, content: Content, order: Order, *, held: bool, by: str) -> None:
    """A sitting on the terminal, and what came of it."""
    from ..pages.reasons import Telling, date_reason  # a list needs no templates
    from ..pages.words import Words
    from .review_screen import Screen  # the toolkit is loaded only for whom it draws

    def aside(content: Content, article: str) -> list[Fact]:
        return [one.fact for one in read_aside(project, content, find_article(content, article))]

    def waits(content: Content) -> tuple[Waiting, ...]:
        return waiting_list(content, check_content(content), say=words.gettext)

    def promotion(content: Content, article: str, ids: Sequence[str]) -> Changes:
        return plan_promote(project, content, find_article(content, article), ids, today=who.on)

    who = who_decides(project, by)
    words = Words(project.language)
    session = Session(project, who, waits, order, held, often_wrong(content), aside, promotion, words.gettext)
    telling = Telling(words, content.articles, html=False)

    def reason(one: Item) -> str:
        article = session.content.articles.get(article_of(one.fact))
        if not one.fact.date or not one.fact.sources:
            return ""
        return date_reason(one.fact.sources[0].date, one.fact.date, article, telling)

    def in_words(edtf: str) -> str:
        return human_date(edtf, project.language)

    screen = Screen(
        session, in_words, reason, lambda one: open_editor(one.fact.place.path, one.fact.place.line)
    )
    screen.run()
    click.echo(
        f"{count(session.decided, 'decision')}, {session.left} left. `chronofact undo` takes the last back."
    )


def _print_list(content: Content, rows: list[Waiting], total: int) -> None:
    """Grouped by article, in the order of the row."""
    groups: dict[str, list[Waiting]] = {}
    for one in rows:
        groups.setdefault(article_of(one.fact), []).append(one)
    for article, some in groups.items():
        known = content.articles.get(article)
        told = (
            ", ".join(filter(None, (known.publisher, known.title, known.published.day))) if known else article
        )
        click.echo(click.style(told or article or "no article", bold=True, underline=True))
        for one in some:
            _print(one)
    if total > len(rows):
        click.echo(f"… and {total - len(rows):,} more; see them with --all.")


def _print(one: Waiting) -> None:
    width = min(shutil.get_terminal_size().columns, 110)
    fact = one.fact
    click.echo(
        click.style(f"{one.place.path}:{one.place.line}", bold=True)
        + f"  {fact.date or 'no date'}  {fact.id}"
    )
    click.echo(textwrap.indent(textwrap.shorten(fact.text, width * 2, placeholder=" …"), "  "))
    said = " via ".join(filter(None, (fact.speaker, fact.via)))
    click.echo(f"  {fact.kind}" + (f", {said}" if said else ""))
    for reason in one.reasons:
        click.echo(click.style(f"  - {reason}", fg="yellow"))


def _print_sheet(content: Content, waiting: list[Waiting], sheet: IO[str]) -> None:
    """The facts that wait as a table to mark."""
    reasons = {one.fact.id: one.reasons for one in waiting}
    sheet.write(write_sheet(content, reasons, reasons))
    click.echo(
        f"{count(len(waiting), 'fact')} written; mark the column 'decision', then --import the table.",
        err=True,
    )


def _print_json(waiting: list[Waiting]) -> None:
    rows = [
        {
            "id": one.fact.id,
            "date": one.fact.date or None,
            "text": one.fact.text,
            "kind": one.fact.kind,
            "speaker": one.fact.speaker or None,
            "article": article_of(one.fact) or None,
            "path": one.place.path,
            "line": one.place.line,
            "why": list(one.why),
            "reasons": list(one.reasons),
            "paragraph": one.paragraph,
        }
        for one in waiting
    ]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def open_editor(path: str, line: int) -> None:
    """Open a file at a line in the person's editor."""
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    name = Path(editor[0]).name
    at = (
        ["--goto", f"{path}:{line}"]
        if name in ("code", "codium", "code-insiders")
        else [f"{path}:{line}"]
        if name in ("subl", "hx", "zed")
        else [f"+{line}", path]
    )
    try:
        subprocess.run([*editor, *at], check=False)
    except OSError as error:
        raise click.ClickException(
            f"The editor {editor[0]} cannot be started: {error.strerror}. Set $EDITOR."
        ) from error
