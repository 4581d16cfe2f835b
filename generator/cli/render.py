"""``chronofact render``: the pages of the site as Markdown files, for any builder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..check import check_content
from ..clock import build_moment
from ..errors import ChronofactError
from ..pages import ZENSICAL, build_site, write_pages, zensical_project
from ..store import site_settings
from ..store.folders import why_no_target
from ..store.written import write_owned
from .console import count
from .project import open_project

EPILOG = """\b
Examples:
  chronofact render build/pages
  chronofact render build/pages --drafts
  chronofact render ../for-zensical --for zensical
"""


@click.command(short_help="Write the site's Markdown, for any builder.", epilog=EPILOG)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--for",
    "builder",
    type=click.Choice([ZENSICAL]),
    help="A whole project for that builder, which knows no plugins.",
)
@click.option("--drafts", is_flag=True, help="Render drafts too, marked as such.")
def render(folder: Path, builder: str | None, drafts: bool) -> None:
    """Write the Markdown of every page into FOLDER, a new or empty one or one rendered into before.

    It is what `mkdocs build` builds from; with --for a project of its own, with all that the plugin would add. Files that did not change are left alone; a file that
    Chronofact did not write, or that was changed since, is never replaced or removed.
    """
    project = open_project()
    wrong = why_no_target(project.folders, folder)
    if wrong is not None:
        raise ChronofactError(wrong)
    docs = project.root / project.docs_dir
    written = {
        path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in sorted(docs.rglob("*.md"))
    }
    build = build_site(
        project.root,
        project.settings,
        project.site,
        written,
        preview=drafts,
        now=build_moment(),
        examine=check_content,
    )
    if builder is None:
        write_pages(build.pages, folder)
    else:
        settings = site_settings(project)
        files = {path.relative_to(docs).as_posix(): path.read_bytes() for path in _files(docs)}
        files = {name: data for name, data in files.items() if name not in build.withheld}
        write_owned(folder, dict(zensical_project(build, settings, files)))
        click.echo(f"Next: cd {folder} && zensical build", err=True)
    click.echo(f"{count(len(build.pages), 'page')} in {folder}", err=True)


def _files(docs: Path) -> Iterator[Path]:
    """What a person put among the pages; nothing hidden, and no link that leads elsewhere."""
    for path in sorted(docs.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(docs).parts)
        if path.is_file() and not hidden and path.resolve().is_relative_to(docs.resolve()):
            yield path
