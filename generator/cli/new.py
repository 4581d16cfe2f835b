"""``chronofact new``: a fresh timeline project from the files in ``starter/``."""

from __future__ import annotations

import json
import re
import sys
import tomllib
import zoneinfo
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
import jinja2

from .. import __version__
from ..store.format import NAME as FORMAT_NAME
from ..store.format import format_text
from ..store.schema import schema_texts
from ..store.written import put
from .console import EXIT_STOPPED
from .language import read_language

EPILOG = """\b
Examples:
  chronofact new my-timeline
  chronofact new . --title "The Harbour Inquiry" --language uk --zone Europe/Kyiv
  chronofact new inquiry --host gitlab --publisher "Sarn Post" --address https://sarn.example/inquiry/
"""

RELEASES = "https://github.com/chronofact/chronofact/releases/download"
# Names that would act on this repository, or be lost in a package, under their own name.
_RENAMED = {
    "gitignore": ".gitignore", "github": ".github", "gitkeep": ".gitkeep", "gitlab-ci.yml": ".gitlab-ci.yml",
    "vscode": ".vscode", "editorconfig": ".editorconfig",
}  # fmt: skip
_SAME_LANGUAGE = {"no": "nb"}  # as themes and calendars know it
_HOSTS = ("github", "gitlab", "folder")
_ONLY = {".github": "github", ".gitlab-ci.yml": "gitlab"}  # what belongs to one host


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person who makes a project said of it."""

    title: str
    language: str = "en"
    zone: str = "UTC"
    address: str = ""
    publisher: str = ""
    host: str = "github"


@click.command(short_help="Make a fresh timeline project.", epilog=EPILOG)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--title",
    "--name",
    "title",
    default="",
    help="Title of the site; by default made from the folder's name.",
)
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="Language of the site's own words (BCP 47): en, uk, ar, pt-BR.",
)
@click.option(
    "--zone",
    default="",
    metavar="ZONE",
    help="Time zone of the desk, such as Europe/Kyiv, for the days of changes.",
)
@click.option(
    "--address",
    default="",
    metavar="URL",
    help="The address the site will have; GitHub and GitLab Pages know it.",
)
@click.option("--publisher", default="", help="Who publishes the timeline.")
@click.option(
    "--host",
    type=click.Choice(_HOSTS),
    default=None,
    help="Where it is published; a folder is any web server.",
)
@click.pass_context
def new(
    ctx: click.Context,
    folder: Path,
    title: str,
    language: str,
    zone: str,
    address: str,
    publisher: str,
    host: str | None,
) -> None:
    """Make a new timeline project in FOLDER: settings, folders, publishing, checks of proposed changes.

    On a terminal what no option says is asked. A file that is already there is never overwritten.
    """
    made_up = folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    said = Wishes(title, language, zone, address, publisher, host or "")
    wishes = _checked(_asked(said, made_up) if _somebody() and not title else _filled(said, made_up))
    planned = dict(_starter(wishes))
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
    click.echo(f"{wishes.title} is in {folder}. Next:")
    click.echo(
        f"  cd {folder}\n  chronofact add PATH…     your articles\n"
        "  chronofact import FILE   or a timeline you keep elsewhere\n  mkdocs serve             the preview"
    )


def _somebody() -> bool:
    """Whether questions can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _filled(said: Wishes, made_up: str) -> Wishes:
    return Wishes(
        said.title or made_up, said.language or "en", said.zone or "UTC", said.address, said.publisher, said.host or "github"
    )  # fmt: skip


def _asked(said: Wishes, made_up: str) -> Wishes:
    """What no option said, asked; an empty answer takes what stands in brackets, one that cannot be is asked for again."""

    def ask(question: str, known: str, usual: str, read: Callable[[str], str] = str.strip) -> str:
        return known or str(
            click.prompt(question, default=usual, show_default=bool(usual), value_proc=read, err=True)
        )

    title = ask("Title", said.title, made_up)
    language = ask("Language of the site (en, uk, ar, de …)", said.language, "en", _language)
    zone = ask("Time zone", said.zone, "UTC", _zone)
    publisher = ask("Who publishes it (empty: nobody named)", said.publisher, "")
    host = said.host or click.prompt("Published by", default="github", type=click.Choice(_HOSTS), err=True)
    address = ask("Its address on the web (empty: not known yet)", said.address, "", _address)
    return Wishes(title, language, zone, address, publisher, host)


def _checked(wishes: Wishes) -> Wishes:
    """The same with its language as a tag and its address with a slash; what is none is named by its option."""
    title, publisher = (" ".join(_seen(text).split()) for text in (wishes.title, wishes.publisher))
    return Wishes(
        title or "Timeline", _language(wishes.language), _zone(wishes.zone), _address(wishes.address), publisher, wishes.host
    )  # fmt: skip


def _language(text: str) -> str:
    tag = read_language(text, "--language") or "en"
    return _SAME_LANGUAGE.get(tag, tag)


def _zone(text: str) -> str:
    """A time zone by its name, however it is capitalised; that of a city by the city alone."""
    said, known = text.strip().replace(" ", "_"), zoneinfo.available_timezones()
    if said == "UTC" or said in known:
        return said
    near = sorted(
        zone for zone in known if said.casefold() in (zone.casefold(), zone.rpartition("/")[2].casefold())
    )
    hint = f"Did you mean '{near[0]}'?" if near else "Write one such as Europe/Kyiv."
    raise click.BadParameter(f"'{text}' is no time zone. {hint}", param_hint="--zone")


def _address(text: str) -> str:
    said = text.strip()
    if said and not re.fullmatch(r"https?://[^\s\"'<>\\]+", said):
        raise click.BadParameter(
            f"'{text}' is no address, such as https://news.example/.", param_hint="--address"
        )
    return said and said.rstrip("/") + "/"


def _seen(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


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


def _starter(wishes: Wishes) -> Iterator[tuple[Path, str]]:
    """Every file of a new project with its text."""
    root = files(__package__) / "starter"
    wheel, digest = own_wheel(_recorded(), __version__)
    environment = jinja2.Environment(keep_trailing_newline=True, trim_blocks=True, autoescape=False)
    environment.filters["quoted"] = _quoted
    values: dict[str, Any] = {name: getattr(wishes, name) for name in Wishes.__slots__}
    values |= {"wheel": wheel, "wheel_hash": digest, "words": _words(root, wishes.language)}
    values["theme_language"] = theme_language(wishes.language)
    readme = _readme(root, wishes.language)
    for path, text in _texts(root, Path()):
        name = path.as_posix()
        if name == "words.toml" or (name.startswith("readme.") and name != readme):
            continue
        if _ONLY.get(path.parts[0], wishes.host) != wishes.host:
            continue
        shown = Path("README.md") if name == readme else path
        yield shown, environment.from_string(text).render(values)
    for name, text in schema_texts("content").items():  # completion in an editor before anything is added
        yield Path(name), text
    yield Path("content", FORMAT_NAME), format_text()


def theme_language(tag: str) -> str:
    """The language of the theme that is nearest to a tag: its own, else the one it is a kind of, else English."""
    found = find_spec("material")
    folders = [Path(folder) for folder in (found.submodule_search_locations or ())] if found else []
    known = {path.stem for folder in folders for path in folder.glob("templates/partials/languages/*.html")}
    main = tag.split("-")[0]
    return next((one for one in (tag, main) if one in known), "en")


def _words(root: Traversable, language: str) -> Mapping[str, str]:
    held = tomllib.loads((root / "words.toml").read_text("utf-8"))
    found: Mapping[str, str] = held.get(language.split("-")[0], held["en"])
    return found


def _readme(root: Traversable, language: str) -> str:
    name = f"readme.{language.split('-')[0]}.md"
    return name if (root / name).is_file() else "readme.en.md"


def _quoted(text: str) -> str:
    """A YAML scalar: plain where every reader takes it for text, else in double quotes."""
    if (
        text.replace(" ", "").replace("/", "").isalnum()
        and not text.isdigit()
        and text.lower() not in ("yes", "no", "true", "false", "null", "on", "off", "y", "n")
    ):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _texts(folder: Traversable, at: Path) -> Iterator[tuple[Path, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        path = at / _RENAMED.get(item.name, item.name)
        if item.is_dir():
            yield from _texts(item, path)
        else:
            yield path, item.read_text(encoding="utf-8")
