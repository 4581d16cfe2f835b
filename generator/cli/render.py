"""``chronofact render``: the pages of the site as Markdown files, for any builder."""

from __future__ import annotations

from pathlib import Path

import click

from ..check import check_content
from ..errors import ChronofactError
from ..model import Site
from ..pages import build_site, write_pages
from ..store.folders import why_no_target
from .console import count
from .project import open_project

EPILOG = """\b
Examples:
  chronofact render build/pages
  chronofact render build/pages --drafts
"""


@click.command(short_help="Write the site's Markdown, for any builder.", epilog=EPILOG)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--drafts", is_flag=True, help="Render drafts too, marked as such.")
def render(folder: Path, drafts: bool) -> None:
    """Write the Markdown of every page into FOLDER, a new or empty one or one rendered into before.

    It is what `mkdocs build` builds from. Files that did not change are left alone; a file that
    Chronofact did not write, or that was changed since, is never replaced or removed.
    """
    project = open_project()
    wrong = why_no_target(project.folders, folder)
    if wrong is not None:
        raise ChronofactError(wrong)
    site = Site(project.site_name, project.site_url, project.language)
    written = {
        path.relative_to(docs).as_posix(): path.read_text("utf-8")
        for docs in [project.root / project.docs_dir]
        for path in sorted(docs.rglob("*.md"))
    }
    build = build_site(project.root, project.settings, site, written, preview=drafts, examine=check_content)
    write_pages(build.pages, folder)
    click.echo(f"{count(len(build.pages), 'page')} in {folder}", err=True)
