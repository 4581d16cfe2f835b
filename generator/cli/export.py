"""``chronofact export``: the published facts in an open format."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from ..clock import build_moment
from ..errors import ChronofactError
from ..exports import FORMATS, left_out, select
from ..exports import export as write_format
from ..imports import FORMS, WRITABLE, write_back, write_facts
from ..model import Fact
from ..store import Content, Project, imports_of
from ..store.exported import why_no_export, write_export, write_exports
from ..timeline import Timeline, build_timeline, cleaned
from .console import report
from .project import open_content, open_project

EPILOG = (
    "\b\nFormats:\n"
    + "".join(f"  {entry.name:<15}{entry.description}\n" for entry in FORMATS.values())
    + "".join(f"  {name:<15}{FORMS[name].about}\n" for name in WRITABLE if name not in FORMATS)
    + """
\b
Examples:
  chronofact export csv > facts.csv
  chronofact export ics --output timeline.ics
  chronofact export --import harbour --drafts --output harbour.json
"""
)


@click.command(short_help="Write the facts in an open format.", epilog=EPILOG)
@click.argument(
    "format_name",
    metavar="FORMAT",
    required=False,
    type=click.Choice(list(dict.fromkeys((*FORMATS, *WRITABLE)))),
)
@click.option(
    "--import", "back", metavar="NAME", help="What was imported under that name, in the form it came in."
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="File (or folder) instead of standard output."
)
@click.option("--drafts", is_flag=True, help="With the drafts; without it only what the site shows.")
@click.option("--overwrite", is_flag=True, help="Replace a file that Chronofact did not write.")
def export(
    format_name: str | None, back: str | None, output: Path | None, drafts: bool, overwrite: bool
) -> None:
    """Write the facts that the site shows in FORMAT.

    A file that an earlier export wrote is replaced; one that somebody else wrote or changed is not. With --import the
    entries of a timeline that was imported go back into its own form, with what people changed here.
    """
    if (format_name is None) == (back is None):
        raise click.UsageError("Say one of both: a FORMAT, or with --import what was imported.")
    project = open_project()
    if output is not None and (wrong := why_no_export(project, output, overwrite=overwrite)):
        raise ChronofactError(wrong)
    content = open_content(project)
    errors = tuple(found for found in content.problems if found.severity == "error")
    if errors:
        raise ChronofactError(*errors)
    timeline = build_timeline(
        content.facts,
        content.articles,
        content.entities,
        project.settings,
        show_drafts=drafts,
        now=build_moment(),
    )
    if back is not None:
        _write_back(project, content, timeline, back, output, overwrite=overwrite)
        return
    assert format_name is not None
    if format_name not in FORMATS:
        _put(project, output, write_facts(format_name, timeline.facts, content.articles))
        return
    site = cleaned(project.site)
    selection = select(format_name, timeline, site)
    report(left_out(format_name, selection.facts))
    pieces = write_format(format_name, selection)
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
        return
    _put(project, output, "".join(pieces).encode("utf-8", "replace"))


def _put(project: Project, output: Path | None, data: bytes) -> None:
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        write_export(project, output, data)


def _write_back(
    project: Project, content: Content, timeline: Timeline, name: str, output: Path | None, *, overwrite: bool
) -> None:
    """The entries of an import in the form it came in; a folder of files needs a place to go."""
    held = imports_of(content)
    if name not in held:
        names = ", ".join(sorted(held)) or "none"
        raise click.BadParameter(f"There is no import '{name}'; there are: {names}.", param_hint="--import")
    if FORMS[str(held[name].head["form"])].write is None:
        raise click.UsageError("What our own exports brought goes back with `chronofact export json`.")
    shown = {fact.id for fact in timeline.facts}
    facts = {id: _as_shown(fact, timeline) for id, fact in content.by_id.items() if fact.id in shown}
    found = write_back(held[name], facts, content.articles)
    if isinstance(found, bytes):
        _put(project, output, found)
        return
    if output is None:
        raise click.UsageError("These are files with an entry each; say with --output into which folder.")
    write_exports(project, output, found, overwrite=overwrite)


def _as_shown(fact: Fact, timeline: Timeline) -> Fact:
    """The fact without sources that are kept back."""
    seen = timeline.by_id[fact.id].sources
    return fact if len(seen) == len(fact.sources) else replace(fact, sources=seen)
