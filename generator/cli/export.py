"""``chronofact export``: the published facts in an open format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..errors import ChronofactError
from ..exports import FORMATS, left_out, select
from ..exports import export as write_format
from ..model import Site
from ..timeline import build_timeline
from .console import report
from .project import open_content, open_project

EPILOG = (
    "\b\nFormats:\n"
    + "".join(f"  {entry.name:<11}{entry.description}\n" for entry in FORMATS.values())
    + """
\b
Examples:
  chronofact export csv > facts.csv
  chronofact export ics --output timeline.ics
"""
)


@click.command(short_help="Write the facts in an open format.", epilog=EPILOG)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File instead of standard output."
)
@click.option("--drafts", is_flag=True, help="With the drafts; without it only what the site shows.")
def export(format_name: str, output: Path | None, drafts: bool) -> None:
    """Write the facts that the site shows in FORMAT."""
    project = open_project()
    content = open_content(project)
    errors = tuple(found for found in content.problems if found.severity == "error")
    if errors:
        raise ChronofactError(*errors)
    timeline = build_timeline(
        content.facts, content.articles, content.entities, project.settings, show_drafts=drafts
    )
    site = Site(project.site_name, project.site_url, project.language)
    selection = select(format_name, timeline, site)
    report(left_out(format_name, selection.facts))
    pieces = write_format(format_name, selection)
    if output is None:
        stream = sys.stdout.buffer
        for piece in pieces:
            stream.write(piece.encode("utf-8"))
        return
    text = "".join(pieces)
    try:
        output.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise click.FileError(str(output), error.strerror or "cannot be written") from error
