"""``chronofact merge``, ``rename`` and ``tidy``: edits that keep links, comments and layout."""

from __future__ import annotations

import click

from ..errors import ChronofactError
from ..store import Changes, Project
from ..store.absorb import plan_merge
from ..store.edits import plan_rename, plan_tidy
from .console import EXIT_PROBLEMS, count, report
from .project import carry_out, open_content, open_project

_DRY_RUN = click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")


@click.command(
    short_help="Make two facts one; both links go on working.",
    epilog="\b\nExample:\n  chronofact merge bridge-opens new-bridge-opened",
)
@click.argument("kept")
@click.argument("absorbed")
@_DRY_RUN
@click.pass_context
def merge(ctx: click.Context, kept: str, absorbed: str, dry_run: bool) -> None:
    """Make two facts one: KEPT gains the sources of ABSORBED, whose link leads to it."""
    project = open_project()
    _finish(ctx, project, plan_merge(open_content(project), kept, absorbed), dry_run)


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
