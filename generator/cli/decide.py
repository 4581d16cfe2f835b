"""Decisions as commands: ``accept``, ``reject``, ``hold``, ``edit``, ``split``, ``disputed``, ``withdraw``, ``undo`` …"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click

from ..errors import ChronofactError
from ..model import Fact
from ..store import Changes, Content, Project
from ..store.choosing import Choice, choose
from ..store.decisions import Decisions, plan_back
from ..store.undo import decide, undo, undoable
from .console import EXIT_OK, count, report
from .project import open_content, open_project, who_decides

_FACT = """\b
FACT is an id, the beginning of one, or a file and a line of the entry.
"""
Command = Callable[..., None]


def _choices(command: Command) -> Command:
    """Options that choose many drafts at once."""
    for option in reversed(
        (
            click.option("--article", default="", help="Every draft of this article (id or its beginning)."),
            click.option("--day", default="", help="Every draft of this day, month or year."),
            click.option("--tag", default="", help="Every draft with this tag."),
            click.option("--speaker", default="", help="Every draft of this speaker."),
            click.option("--import", "by_import", default="", help="Every draft that this import brought."),
            click.option(
                "--worth-below", type=click.FloatRange(0, 1), default=0.0, help="Every draft of less worth."
            ),
            click.option("--same-as", default="", help="Every look-alike of this fact."),
            click.option("--rest", is_flag=True, help="All other undecided drafts of the articles of FACT."),
            click.option("--yes", "-y", is_flag=True, help="Do not ask when several are chosen."),
        )
    ):
        command = option(command)
    return command


def _common(command: Command) -> Command:
    for option in (
        click.option("--dry-run", is_flag=True, help="Print the difference; write nothing."),
        click.option("--by", default="", help="Who decides; git's user.name when left out."),
    ):
        command = option(command)
    return command


class Desk:
    """An open project with somebody who decides."""

    def __init__(self, by: str) -> None:
        self.project: Project = open_project()
        self.content: Content = open_content(self.project)
        self.decisions = Decisions(self.content, who_decides(self.project, by))

    def chosen(
        self,
        names: tuple[str, ...],
        choice: Choice = Choice(),
        *,
        rest: bool = False,
        yes: bool = True,
        verb: str = "",
    ) -> tuple[Fact, ...]:
        """The facts that are meant; several that nobody named one by one are shown with their number first."""
        facts, problems = choose(self.content, names, choice, rest=rest)
        if problems:
            raise ChronofactError(*problems)
        if not names and not choice:
            raise click.UsageError("Name a fact, or choose some with --article, --day, --tag and the like.")
        if (choice or rest) and not yes and facts:
            for fact in facts[:12]:
                click.echo(f"  {fact.date or 'no date':12} {fact.id}", err=True)
            if len(facts) > 12:
                click.echo(f"  … and {len(facts) - 12:,} more", err=True)
            click.confirm(f"{verb} {count(len(facts), 'fact')}?", err=True, abort=True)
        return facts

    def done(
        self, ctx: click.Context, what: str, changes: Changes | None = None, *, dry_run: bool = False
    ) -> None:
        """Carry out what was decided, and say it."""
        changes = self.decisions.changes() if changes is None else changes
        if dry_run:
            click.echo(changes.as_diff(), nl=False)
        problems = changes.problems if dry_run else decide(self.project, changes, what)
        errors = tuple(found for found in problems if found.severity == "error")
        if errors:
            raise ChronofactError(*problems)
        report(problems)
        said = "Nothing to change." if not changes else f"Would do: {what}." if dry_run else f"{what}."
        click.echo(said, err=True)
        ctx.exit(EXIT_OK)


def _several(facts: tuple[Fact, ...]) -> str:
    return facts[0].id if len(facts) == 1 else count(len(facts), "fact")


def _choice(options: dict[str, Any]) -> tuple[Choice, bool, bool]:
    rest, yes = options.pop("rest"), options.pop("yes")
    return Choice(**options), rest, yes


@click.command(
    short_help="Accept drafts: readers may see them.",
    epilog="\b\nExamples:\n  chronofact accept bridge-opened\n  chronofact accept --day 2025-05-16 --tag talks\n\n"
    + _FACT,
)
@click.argument("facts", nargs=-1, metavar="[FACT]…")
@_choices
@_common
@click.pass_context
def accept(ctx: click.Context, /, facts: tuple[str, ...], by: str, dry_run: bool, **options: Any) -> None:
    """Accept drafts as they stand: they become reviewed, with who decided and when."""
    desk = Desk(by)
    choice, rest, yes = _choice(options)
    found = desk.chosen(facts, choice, rest=rest, yes=yes or dry_run, verb="Accept")
    for fact in found:
        desk.decisions.accept(fact)
    desk.done(ctx, f"Accepted {_several(found)}" if found else "Nothing was chosen", dry_run=dry_run)


@click.command(
    short_help="Reject drafts: they leave the files and are remembered.",
    epilog="\b\nExamples:\n  chronofact reject mayor-smiled --why 'no news'\n"
    "  chronofact reject bridge-opened --rest\n\n" + _FACT,
)
@click.argument("facts", nargs=-1, metavar="[FACT]…")
@click.option("--why", default="", help="Why, in a few words; kept with the rejected fact.")
@_choices
@_common
@click.pass_context
def reject(
    ctx: click.Context, /, facts: tuple[str, ...], why: str, by: str, dry_run: bool, **options: Any
) -> None:
    """Reject drafts: they leave the files, stay away when the article is added again, and can come back."""
    desk = Desk(by)
    choice, rest, yes = _choice(options)
    found = desk.chosen(facts, choice, rest=rest, yes=yes or dry_run, verb="Reject")
    for fact in found:
        desk.decisions.reject(fact, why)
    desk.done(ctx, f"Rejected {_several(found)}" if found else "Nothing was chosen", dry_run=dry_run)


@click.command(
    short_help="Hold drafts back: seen, and not now.",
    epilog="\b\nExample:\n  chronofact hold bridge-opened --why 'ask the ministry'\n\n" + _FACT,
)
@click.argument("facts", nargs=-1, metavar="[FACT]…")
@click.option("--why", default="", help="What to wait for.")
@_choices
@_common
@click.pass_context
def hold(
    ctx: click.Context, /, facts: tuple[str, ...], why: str, by: str, dry_run: bool, **options: Any
) -> None:
    """Hold drafts back: `review` shows them only with --held."""
    desk = Desk(by)
    choice, rest, yes = _choice(options)
    found = desk.chosen(facts, choice, rest=rest, yes=yes or dry_run, verb="Hold")
    for fact in found:
        desk.decisions.hold(fact, why)
    desk.done(ctx, f"Held {_several(found)}" if found else "Nothing was chosen", dry_run=dry_run)


@click.command(
    short_help="Change fields of a fact.",
    epilog="\b\nExamples:\n  chronofact edit bridge-opened date='May 16, 2025' speaker='Jane Roe'\n"
    "  chronofact edit bridge-opened 'tags=transport, bridges'\n"
    "  chronofact edit bridge-opened text='Two cranes fell' --why 'The count was wrong.'\n\n" + _FACT,
)
@click.argument("fact")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE…")
@click.option("--why", default="", help="For readers, when the fact is public: adds a correction.")
@_common
@click.pass_context
def edit(ctx: click.Context, fact: str, fields: tuple[str, ...], why: str, by: str, dry_run: bool) -> None:
    """Give fields of a fact new values; an empty value takes a field away. Dates may be typed in words."""
    desk = Desk(by)
    (found,) = desk.chosen((fact,))
    pairs = [field.partition("=") for field in fields]
    if wrong := [name for name, sign, _ in pairs if not sign]:
        raise click.UsageError(f"'{wrong[0]}' has no '='. Write field=value.")
    desk.decisions.edit(found, {name.strip(): value for name, _, value in pairs}, why)
    desk.done(ctx, f"Edited {found.id}: {', '.join(name for name, _, _ in pairs)}", dry_run=dry_run)


@click.command(
    short_help="Make one fact several.",
    epilog="\b\nExample:\n  chronofact split talks-and-vote 'The talks began' 'The vote was put off'\n\n"
    + _FACT,
)
@click.argument("fact")
@click.argument("texts", nargs=-1, required=True, metavar="TEXT TEXT…")
@_common
@click.pass_context
def split(ctx: click.Context, fact: str, texts: tuple[str, ...], by: str, dry_run: bool) -> None:
    """Make one fact several: it keeps the first text, every other one becomes a draft with the same sources."""
    if len(texts) < 2:
        raise click.UsageError("Give two texts or more, each in quotation marks.")
    desk = Desk(by)
    (found,) = desk.chosen((fact,))
    made = desk.decisions.split(found, texts)
    desk.done(ctx, f"Split {found.id}; new: {', '.join(made)}", dry_run=dry_run)


@click.command(
    short_help="Mark facts as disputed, with a reason for readers.",
    epilog="\b\nExample:\n  chronofact disputed bridge-closed --why 'The ministry denies it.'\n\n" + _FACT,
)
@click.argument("facts", nargs=-1, required=True, metavar="FACT…")
@click.option("--why", required=True, help="Why; readers see it.")
@_common
@click.pass_context
def disputed(ctx: click.Context, facts: tuple[str, ...], why: str, by: str, dry_run: bool) -> None:
    """Mark facts as disputed: they stand, and readers are told why they are doubted."""
    desk = Desk(by)
    found = desk.chosen(facts)
    for fact in found:
        desk.decisions.dispute(fact, why)
    desk.done(ctx, f"Marked {_several(found)} as disputed", dry_run=dry_run)


@click.command(
    short_help="Take public facts back, with a reason for readers.",
    epilog="\b\nExample:\n  chronofact withdraw bridge-closed --why 'The paper retracted it.'\n\n" + _FACT,
)
@click.argument("facts", nargs=-1, required=True, metavar="FACT…")
@click.option("--why", required=True, help="Why; readers see it.")
@_common
@click.pass_context
def withdraw(ctx: click.Context, facts: tuple[str, ...], why: str, by: str, dry_run: bool) -> None:
    """Take facts back: the page of each stays and says why."""
    desk = Desk(by)
    found = desk.chosen(facts)
    for fact in found:
        desk.decisions.withdraw(fact, why)
    desk.done(ctx, f"Withdrew {_several(found)}", dry_run=dry_run)


@click.command(
    short_help="List what was rejected, or bring it back.",
    epilog="\b\nExamples:\n  chronofact rejected\n  chronofact rejected --back mayor-smiled\n",
)
@click.option(
    "--back", multiple=True, metavar="FACT", help="Bring this one back as a draft; may be given often."
)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@_common
@click.pass_context
def rejected(ctx: click.Context, back: tuple[str, ...], as_json: bool, by: str, dry_run: bool) -> None:
    """List the facts that were rejected, with who, when and why; --back brings one back as it was."""
    desk = Desk(by)
    if back:
        ids = [_rejected_id(desk.content, name) for name in back]
        desk.done(ctx, f"Back again: {', '.join(ids)}", plan_back(desk.content, ids), dry_run=dry_run)
    found = sorted(desk.content.rejected.values(), key=lambda one: (one.on, one.id))
    if as_json:
        rows = [
            {name: getattr(one, name) for name in ("id", "text", "article", "by", "on", "why")}
            for one in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in found:
        said = ", ".join(filter(None, (one.on, one.by, one.why)))
        click.echo(click.style(one.id, bold=True) + (f"  ({said})" if said else ""))
        click.echo(f"  {one.text}")
    if not found:
        click.echo("Nothing was rejected.")


def _rejected_id(content: Content, name: str) -> str:
    begun = [id for id in content.rejected if id == name or id.startswith(name)]
    if name in content.rejected or len(begun) != 1:
        return name
    return begun[0]


@click.command(
    name="undo",
    short_help="Take the last decision back.",
    epilog="\b\nExamples:\n  chronofact undo\n  chronofact undo --steps 3\n  chronofact undo --list\n",
)
@click.option("--steps", type=click.IntRange(1), default=1, show_default=True, help="How many decisions.")
@click.option("--list", "listed", is_flag=True, help="List what can be taken back, last first.")
@click.pass_context
def undo_command(ctx: click.Context, steps: int, listed: bool) -> None:
    """Take decisions back, last first, byte for byte; also those of earlier days on this machine."""
    project = open_project()
    if listed:
        for step in undoable(project):
            click.echo(f"{step.number:>5}  {step.what}")
        return
    for number in range(steps):
        what, problems = undo(project)
        if not what:
            if number and problems[0].code == "undo-nothing":
                break
            raise ChronofactError(*problems)
        click.echo(f"Undone: {what}.", err=True)
    ctx.exit(EXIT_OK)
