"""The project around the working folder, opened for a command; and a plan of changes carried out."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from ..errors import ChronofactError, Problem
from ..store import Changes, Content, Project, load_content, load_project, recover, write_changes
from ..store.since import git_name
from ..store.undo import decide
from ..store.who import Who
from ..sweeping import not_now, settled
from .console import EXIT_OK, EXIT_PROBLEMS, EXIT_STOPPED, report


def open_project() -> Project:
    """The project of the working folder, after settling a run that was killed.

    Without one, or with unreadable settings, nothing goes on.
    """
    project = load_project(Path.cwd())
    errors = tuple(found for found in project.problems if found.severity == "error")
    if errors:
        raise ChronofactError(*errors)
    report((*project.problems, *recover(project)))
    return project


def open_content(project: Project) -> Content:
    """What the project holds; the caller decides what problems mean."""
    with not_now():  # or it would be walked before it is told to stay
        content = load_content(project)
        settled()
    return content


def who_decides(project: Project, by: str = "") -> Who:
    """Who decides today: the name given, else the one git knows; ``""`` when neither is there."""
    return Who(by.strip() or git_name(project.root), datetime.now(tz=UTC).astimezone().date().isoformat())


def carry_out(
    project: Project,
    changes: Changes,
    *,
    dry_run: bool = False,
    as_json: bool = False,
    quiet: bool = False,
) -> tuple[int, tuple[Problem, ...]]:
    """Write ``changes``, or print them unless ``quiet``; the exit code and the problems of planning and writing."""
    if as_json:
        click.echo(changes.as_json())
    elif dry_run and not quiet:
        click.echo(changes.as_diff(colour=_in_colour()), nl=False)
    blocked = bool(changes.problems) and not changes
    problems = changes.problems
    if not dry_run and changes:
        written = write_changes(project, changes)
        problems += written
        blocked = any(found.severity == "error" for found in written)
    if blocked and any(found.severity == "error" for found in problems):
        return EXIT_STOPPED, problems
    return (EXIT_PROBLEMS if any(p.severity == "error" for p in problems) else EXIT_OK), problems


def take_decision(project: Project, changes: Changes, what: str, *, dry_run: bool) -> None:
    """Write what was decided, ``what`` in a few words, or print it; an error among its problems ends the command."""
    if dry_run:
        click.echo(changes.as_diff(), nl=False)
    found = changes.problems if dry_run else decide(project, changes, what)
    if any(one.severity == "error" for one in found):
        raise ChronofactError(*found)
    report(found)


def _in_colour() -> bool:
    return sys.stdout.isatty()
