"""``chronofact merge``, ``rename`` and ``tidy``: edits that keep links, comments and layout."""

from __future__ import annotations

import click

from ..errors import ChronofactError, Problem
from ..store import Changes, Project
from ..store.absorb import plan_merge
from ..store.choosing import find_named
from ..store.edits import plan_rename, plan_tidy
from ..store.undo import decide
from .console import EXIT_PROBLEMS, count, report
from .project import carry_out, open_content, open_project, who_decides

_DRY_RUN = click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")


@click.command(
    short_help="Make two facts one; both links go on working.",
    epilog="\b\nExample:\n  chronofact merge bridge-opens new-bridge-opened",
)
@click.argument("kept")
@click.argument("absorbed")
@_DRY_RUN
@click.option("--by", default="", help="Who decides; git's user.name when left out.")
@click.pass_context
def merge(ctx: click.Context, kept: str, absorbed: str, dry_run: bool, by: str) -> None:
    """Make two facts one: KEPT gains the sources of ABSORBED, whose link leads to it."""
    project = open_project()
    content = open_content(project)
    one, other = find_named(content, kept), find_named(content, absorbed)
    if isinstance(one, Problem) or isinstance(other, Problem):
        raise ChronofactError(*(found for found in (one, other) if isinstance(found, Problem)))
    changes = plan_merge(content, one.id, other.id, who_decides(project, by))
    if dry_run or changes.problems:
        _finish(ctx, project, changes, dry_run)
    problems = decide(project, changes, f"Merged {other.id} into {one.id}")
    if any(found.severity == "error" for found in problems):
        raise ChronofactError(*problems)
    click.echo(f"{count(len(changes.files), 'file')} changed.", err=True)


@click.command(
    short_help="Give a fact another id; the old link goes on working.",
    epilog="\b\nExample:\n  chronofact rename talks-2 talks-resume-in-geneva",
)
@click.argument("old")
@click.argument("new")
@_DRY_RUN
@click.pass_context
def rename(ctx: click.Context, old: str, new: str, dry_run: bool) -> None:
    """Give the fact OLD the id NEW; its old link goes on working."""
    project = open_project()
    _finish(ctx, project, plan_rename(open_content(project), old, new), dry_run)


@click.command(
    short_help="Put every fact into the file of its date, sorted.",
    epilog="\b\nExample:\n  chronofact tidy --dry-run",
)
@_DRY_RUN
@click.pass_context
def tidy(ctx: click.Context, dry_run: bool) -> None:
    """Put every fact into the file of its date and sort each file; entries move whole, with comments."""
    project = open_project()
    _finish(ctx, project, plan_tidy(open_content(project)), dry_run)


def _finish(ctx: click.Context, project: Project, changes: Changes, dry_run: bool) -> None:
    code, problems = carry_out(project, changes, dry_run=dry_run)
    if code > EXIT_PROBLEMS:
        raise ChronofactError(*problems)
    report(problems)
    would = "would change" if dry_run else "changed"
    click.echo(f"{count(len(changes.files), 'file')} {would}." if changes else "Nothing to change.", err=True)
    ctx.exit(code)
