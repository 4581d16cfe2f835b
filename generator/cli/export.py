"""``chronofact export``: the published facts in an open format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..errors import ChronofactError
from ..exports import FORMATS, left_out, select
from ..exports import export as write_format
from ..model import Site
from ..store.exported import why_no_export, write_export
from ..timeline import build_timeline, cleaned
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
@click.option("--overwrite", is_flag=True, help="Replace a file that Chronofact did not write.")
def export(format_name: str, output: Path | None, drafts: bool, overwrite: bool) -> None:
    """Write the facts that the site shows in FORMAT.

    A file that an earlier export wrote is replaced; one that somebody else wrote or changed is not.
    """
    project = open_project()
    if output is not None and (wrong := why_no_export(project, output, overwrite=overwrite)):
        raise ChronofactError(wrong)
    content = open_content(project)
    errors = tuple(found for found in content.problems if found.severity == "error")
    if errors:
        raise ChronofactError(*errors)
    timeline = build_timeline(
        content.facts, content.articles, content.entities, project.settings, show_drafts=drafts
    )
    site = cleaned(Site(project.site_name, project.site_url, project.language))
    selection = select(format_name, timeline, site)
    report(left_out(format_name, selection.facts))
    pieces = write_format(format_name, selection)
    if output is None:
        stream = sys.stdout.buffer
        for piece in pieces:
            stream.write(piece.encode("utf-8", "replace"))
        return
    write_export(project, output, "".join(pieces).encode("utf-8", "replace"))
