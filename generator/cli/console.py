"""What every command prints alike: problems, counts, colour only on a terminal; and the exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from ..errors import Problem

EXIT_OK = 0
EXIT_PROBLEMS = 1  # something in the input or the content is wrong; the rest was done
EXIT_STOPPED = 3  # nothing could be done: no project, unreadable settings, a write that failed
EXIT_FAILED = 4  # a fault of this program, or the system refused something on the way; every file is whole

EXIT_INTERRUPTED = 130  # Ctrl-C, as shells count it

EXIT_USAGE_HELP = (
    "Exit codes: 0 done; 1 problems were found, the rest was done; "
    "2 the command was called wrongly; 3 nothing was done and no file was changed; "
    "4 it failed on the way, every file whole; "
    "130 stopped by Ctrl-C, every file whole."
)

FEW = 3  # so many of the same kind are still printed one by one
MANY = 10  # so many of one kind stand for all in a long run
_COLOUR = {"error": "red", "warning": "yellow", "note": "blue"}


def report(problems: Iterable[Problem], *, few: bool = True) -> int:
    """Print ``problems`` to standard error with their remedies; return how many are errors.

    The same message at many places is printed once, with the places: a page of one warning hides the others. Where
    there may be more than a ``few``, the first of each kind stand for all, and how many there are.
    """
    every = tuple(problems)
    kinds: dict[str, list[Problem]] = {}
    for found in every:
        kinds.setdefault(found.code, []).append(found)
    _print(every if few else (found for kind in kinds.values() for found in kind[:MANY]))
    for code, kind in kinds.items():
        if not few and len(kind) > MANY:
            click.echo(f"{kind[0].severity} {code}: {len(kind):,} in all, the first {MANY} above.", err=True)
    return sum(found.severity == "error" for found in every)


def _print(problems: Iterable[Problem]) -> None:
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for found in problems:
        groups.setdefault((found.severity, found.code, found.message, found.remedy), []).append(found)
    lines: list[str] = []
    for same in groups.values():
        first = same[0]
        word = click.style(first.severity, fg=_COLOUR[first.severity], bold=True)
        shown = same if len(same) < FEW else same[:1]
        for found in shown:
            lines.append(f"{_where(found)}{word} {found.code}: {found.message}")
        if len(same) > len(shown):
            lines.append(f"    also at {_places(same[1:])}")
        if first.remedy:
            lines.append(f"    {first.remedy}")
    if lines:
        click.echo("\n".join(lines), err=True)


def _where(found: Problem) -> str:
    place = found.place
    if not place.path:
        return ""
    return f"{place.path}:{place.line}:{place.column or 1}: " if place.line else f"{place.path}: "


def _places(problems: Iterable[Problem]) -> str:
    """``a.yaml:3, 9, 12; b.yaml:4``."""
    by_path: dict[str, list[str]] = {}
    for found in problems:
        by_path.setdefault(found.place.path, []).append(str(found.place.line))
    return "; ".join(f"{path}:{', '.join(lines)}" if path else "" for path, lines in by_path.items())


def count(number: int, one: str, many: str = "") -> str:
    """``count(2, "fact")`` -> ``2 facts``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def on_terminal() -> bool:
    """Whether progress and colour make sense."""
    return sys.stderr.isatty()


def sits_there() -> bool:
    """Whether a person is at both ends, who can be shown a screen and asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()
