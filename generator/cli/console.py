"""What every command prints alike: problems, counts, colour only on a terminal; and the exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from ..errors import Problem

EXIT_OK = 0
EXIT_PROBLEMS = 1  # something in the input or the content is wrong; the rest was done
EXIT_USAGE = 2  # click's own
EXIT_STOPPED = 3  # nothing could be done: no project, unreadable settings, a write that failed

EXIT_USAGE_HELP = (
    "Exit codes: 0 done; 1 problems were found, the rest was done; "
    "2 the command was called wrongly; 3 nothing was done and no file was changed."
)

_COLOUR = {"error": "red", "warning": "yellow", "note": "blue"}


def report(problems: Iterable[Problem]) -> int:
    """Print ``problems`` to standard error, one a line with its remedy; return how many are errors."""
    errors = 0
    for found in problems:
        where = _where(found)
        word = click.style(found.severity, fg=_COLOUR[found.severity], bold=True)
        click.echo(f"{where}{word} {found.code}: {found.message}", err=True)
        if found.remedy:
            click.echo(f"    {found.remedy}", err=True)
        errors += found.severity == "error"
    return errors


def _where(found: Problem) -> str:
    place = found.place
    if not place.path:
        return ""
    return f"{place.path}:{place.line}:{place.column or 1}: " if place.line else f"{place.path}: "


def count(number: int, one: str, many: str = "") -> str:
    """``count(2, "fact")`` -> ``2 facts``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def on_terminal() -> bool:
    """Whether progress and colour make sense."""
    return sys.stderr.isatty()
