"""``chronofact new``: a fresh timeline project from the files in ``starter/``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click
import jinja2

from .. import __version__
from ..store.written import put
from .console import EXIT_STOPPED

EPILOG = """\b
Examples:
  chronofact new my-timeline
  chronofact new . --name "The Harbour Inquiry"
"""

RELEASES = "https://github.com/chronofact/chronofact/releases/download"
# Names that would act on this repository, or be lost in a package, under their own name.
_RENAMED = {"gitignore": ".gitignore", "github": ".github", "gitkeep": ".gitkeep"}


@click.command(short_help="Make a fresh timeline project.", epilog=EPILOG)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="Name of the site; by default made from the folder's name.")
@click.pass_context
def new(ctx: click.Context, folder: Path, name: str | None) -> None:
    """Make a new timeline project in FOLDER: settings, folders, publishing workflow.

    A file that is already there is never overwritten.
    """
    title = name or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    planned = dict(_starter(title))
    there = [path for path in planned if (folder / path).exists()]
    cut_off = len(there) < len(planned) and all(_holds(folder / path, planned[path]) for path in there)
    if there and not cut_off:
        names = ", ".join(str(path) for path in there)
        click.echo(f"{folder} already holds {names}; nothing was written. Choose another folder.", err=True)
        ctx.exit(EXIT_STOPPED)
    try:
        for path, text in planned.items():
            if path not in there:
                put(folder / path, text.encode("utf-8"))
    except OSError as error:
        click.echo(f"{error.filename or folder} cannot be written: {error.strerror}.", err=True)
        ctx.exit(EXIT_STOPPED)
    click.echo(f"{title} is in {folder}. Next:")
    click.echo(
        f"  cd {folder}\n  chronofact add PATH…     your articles\n  mkdocs serve             the preview"
    )


def own_wheel(recorded: str | None, version: str) -> tuple[str, str]:
    """The wheel of this very version and its hash: as pip recorded them (PEP 610), else the release's, hash unknown."""
    direct = json.loads(recorded) if recorded else {}
    url = str(direct.get("url", ""))
    digest = str(direct.get("archive_info", {}).get("hashes", {}).get("sha256", ""))
    released = f"{RELEASES}/v{version}/chronofact-{version}-py3-none-any.whl"
    if url.startswith("https://") and re.fullmatch("[0-9a-f]{64}", digest):
        return url.partition("#")[0], digest
    # A copy of that name from elsewhere may be another file: only what came from the release vouches for it.
    return released, ""


def _recorded() -> str | None:
    try:
        return metadata.distribution("chronofact").read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None


def _holds(path: Path, text: str) -> bool:
    """Whether a file is as a run that was cut off wrote it."""
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _starter(title: str) -> Iterator[tuple[Path, str]]:
    root = files(__package__) / "starter"
    wheel, digest = own_wheel(_recorded(), __version__)
    quoted = title if title.replace(" ", "").isalnum() and not title.isdigit() else _quoted(title)
    for path, text in _texts(root, Path()):
        is_yaml = path.name == "mkdocs.yml"
        template = jinja2.Template(text, keep_trailing_newline=True, trim_blocks=True)
        values = {"name": quoted if is_yaml else title, "wheel": wheel, "wheel_hash": digest}
        yield path, template.render(values)


def _quoted(title: str) -> str:
    """A YAML double-quoted scalar."""
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _texts(folder: Traversable, at: Path) -> Iterator[tuple[Path, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        path = at / _RENAMED.get(item.name, item.name)
        if item.is_dir():
            yield from _texts(item, path)
        else:
            yield path, item.read_text(encoding="utf-8")
