"""``chronofact check``: everything wrong with the content, for people, programs and workflows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import click

from ..check import check_content
from ..check.report import as_github, as_gitlab, as_json, as_sarif
from ..clock import build_moment
from ..errors import ChronofactError, Problem, problem
from ..model import Place
from ..store import Project
from ..store.cache import CheckCache
from ..store.since import facts_of
from .console import EXIT_OK, EXIT_PROBLEMS, count, report
from .project import carry_out, open_content, open_project

EPILOG = """\b
Examples:
  chronofact check
  chronofact check --fix                    mends what has one right answer
  chronofact check --format github          annotations in a workflow
  chronofact check --format sarif > check.sarif
"""


@click.command(short_help="Prove every quote, date and link; name every doubt.", epilog=EPILOG)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github", "gitlab"]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
@click.option("--fix", is_flag=True, help="Mend what has one right answer; comments stay.")
@click.option("--dry-run", is_flag=True, help="With --fix: print the difference, write nothing.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_context
def check(ctx: click.Context, form: str, fix: bool, dry_run: bool, strict: bool) -> None:
    """Prove every quote, date and link of content/, and name every doubt.

    Each problem comes with its file, line and column, the value, and the remedy.
    """
    project = open_project()
    if fix:
        _fix(project, dry_run)
    content = open_content(project)
    before = facts_of(project, "HEAD") or {}
    problems = check_content(
        content, project.settings, before=before, now=build_moment(), memory=CheckCache(project.cache)
    )
    problems = (*problems, *_skipped(project))
    if form == "text":
        report(problems)
        _sum_up(problems, len(content.facts), len(content.articles))
    else:
        shape = {"json": as_json, "sarif": as_sarif, "github": as_github, "gitlab": as_gitlab}[form]
        click.echo(shape(problems))
    bad = [
        found for found in problems if found.severity == "error" or (strict and found.severity == "warning")
    ]
    ctx.exit(EXIT_PROBLEMS if bad else EXIT_OK)


def _skipped(project: Project) -> Iterator[Problem]:
    """A site that was built by something that passes over plugins without a word."""
    site = project.root / project.site_dir
    built = next((page for name in ("index.html", "404.html") if (page := site / name).is_file()), None)
    if built is None or (site / "downloads" / "facts.json").exists():
        return
    with suppress(OSError):
        found = re.search(
            r'name="generator" content="(zensical[^"]{0,40})"', built.read_text("utf-8", "replace")
        )
        if found:
            yield problem("plugin-skipped", Place(project.site_dir), value=project.site_dir, by=found[1])


def _sum_up(problems: tuple[Problem, ...], facts: int, articles: int) -> None:
    numbers = [
        count(sum(found.severity == severity for found in problems), severity)
        for severity in ("error", "warning", "note")
        if any(found.severity == severity for found in problems)
    ]
    looked = f"{count(facts, 'fact')} from {count(articles, 'article')} checked"
    click.echo(f"{looked}: {', '.join(numbers) if numbers else 'nothing wrong'}.", err=True)


def _fix(project: Project, dry_run: bool) -> None:
    from ..check.fix import plan_fixes, plan_joins, plan_moves

    mended: set[str] = set()
    joins = plan_joins(project, open_content(project))
    if joins:
        code, problems = carry_out(project, joins, dry_run=dry_run)
        report(problems)
        mended |= {change.path for change in joins.files}
    for plan in (plan_fixes, plan_moves):  # what moves is read again, as it was mended
        changes = plan(open_content(project))
        code, problems = carry_out(project, changes, dry_run=dry_run)
        if code > EXIT_PROBLEMS:
            raise ChronofactError(*problems)
        report(problems)
        mended |= {change.path for change in changes.files}
    click.echo(f"{count(len(mended), 'file')} {'would be ' if dry_run else ''}mended.", err=True)
