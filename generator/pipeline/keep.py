"""An article that was received in, the files that keep it in the project out: its bytes, and a sidecar.

The sidecar holds what the bytes do not say (options, a feed, the address they came from), so that adding the
project's own ``seeds/`` again reads the same. In one that is there only what a person says now is changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from ..articles import Metadata, Received
from ..articles.sidecar import parse_sidecar, read_sidecar, sidecar_of
from ..model import Article, Published
from ..store import FileChange, Project
from ..store.emit import scalar
from ..store.folders import fits_everywhere, fits_name, inside, may_write
from ..store.text_file import fingerprint


def home(project: Project, received: Received, data: bytes, files: dict[str, FileChange]) -> str:
    """Where bytes from outside lie in the project; a name that another file has gets the article's id."""
    article = received.article
    name = PurePosixPath(article.file.replace("\\", "/")).name or f"{article.id}{received.ending}"
    suffix = PurePosixPath(name).suffix
    names = (name, f"{article.id}{suffix}") if fits_everywhere(name) else (f"{article.id}{suffix}",)
    for candidate in names:
        path = f"{project.settings.seeds_dir}/{candidate}"
        planned = files.get(path)
        if planned is not None:
            if planned.new == data:
                return path
            continue
        change = written(project, path, data)
        if change is not None and change.old is not None:
            continue
        if change is not None:
            files[path] = change
        return path
    path = f"{project.settings.seeds_dir}/{article.id}-{article.sha256[:8]}{suffix}"
    change = written(project, path, data)
    if change is not None:
        files[path] = change
    return path


def text_home(project: Project, article: Article, known: Article | None) -> str:
    """Where an article's text is kept; a file there that is not as we wrote it keeps its place."""
    full = project.root / article.text_file
    if not full.is_file():
        return article.text_file
    held = fingerprint(full.read_bytes())
    if held in (article.sha256, known.sha256 if known else ""):
        return article.text_file
    return str(PurePosixPath(article.text_file).with_name(f"{article.id}-{article.sha256[:8]}.txt"))


def sidecar(project: Project, file: str, received: Received, files: dict[str, FileChange]) -> None:
    """Plan the sidecar of ``file``: a new one, or what a person said now written into the one that is there."""
    tops = (project.settings.seeds_dir,)
    if not may_write(project.root, f"{file}.yaml", tops, config=project.config) or not fits_name(
        PurePosixPath(file).name
    ):
        return
    names = (f"{file}.yaml", f"{file}.yml", str(PurePosixPath(file).with_suffix(".yaml")))
    there = next((name for name in names if (project.root / name).is_file()), "")
    if any(name in files for name in names):
        return
    if not there and (text := sidecar_text(received.beside)):
        files[names[0]] = FileChange(names[0], None, text.encode("utf-8"))
    elif there and (lines := sidecar_text(received.said)):
        data = (project.root / there).read_bytes()
        with suppress(UnicodeDecodeError):
            text = _with_lines(data.decode("utf-8"), lines.splitlines(), there)
            if text.encode("utf-8") != data:
                files[there] = FileChange(there, data, text.encode("utf-8"))


def with_kept_sidecar(project: Project, received: Received, known: Article | None) -> Article:
    """An article that the project keeps under another name than it came with, with what the sidecar there says."""
    article = received.article
    if (
        known is None
        or not known.file
        or known.file == article.file
        or inside(project.root, known.file) is None
    ):
        return article
    beside = sidecar_of(project.root / known.file)
    if beside is None:
        return article
    kept, _ = read_sidecar(beside, str(beside))
    said = received.said
    names = ("title", "authors", "publisher", "url", "archive_url", "lang", "tags")
    values = {n: getattr(kept, n) for n in names if getattr(kept, n) and not getattr(said, n)}
    now = (article.published.value, article.published.zone)
    if kept.published and not said.published and (kept.published, kept.zone) != now:
        values["published"] = Published(kept.published, "sidecar", kept.zone)
    return replace(article, **values)


def _with_lines(text: str, lines: Sequence[str], shown: str) -> str:
    """A sidecar's text that says each of these ``key: value`` lines; what says it already stays as it is."""
    for line in lines:
        name = line.split(":", 1)[0]
        held, _ = parse_sidecar(text, shown)
        wanted, _ = parse_sidecar(line, shown)
        if getattr(held, name) == getattr(wanted, name):
            continue
        old = re.search(rf"(?m)^{name}:[^\r\n]*(?:\r?\n[ \t-][^\r\n]*)*", text)
        end = "" if not text or text.endswith("\n") else "\n"
        text = f"{text[: old.start()]}{line}{text[old.end() :]}" if old else f"{text}{end}{line}\n"
    return text


def sidecar_text(beside: Metadata) -> str:
    """``key: value`` lines, or ``""`` when nothing is known."""
    lines: list[str] = []
    for field in fields(Metadata):
        value = getattr(beside, field.name)
        if not value or field.name in ("zone", "agency"):
            continue
        if isinstance(value, tuple):
            items = ", ".join(scalar(item, flow=True) for item in value)
            lines.append(f"{field.name}: [{items}]")
        elif field.name == "published":
            moment = f"{value}{beside.zone}" if "T" in value else value
            lines.append(f"published: {scalar(moment, date=True)}")
        else:
            lines.append(f"{field.name}: {scalar(value)}")
    return "\n".join(lines) + "\n" if lines else ""


def written(project: Project, path: str, data: bytes) -> FileChange | None:
    """The change that makes ``path`` hold ``data``; None when it does."""
    full = project.root / path
    if full.is_file():
        state = full.stat()
        if state.st_size > _LARGE:
            return _large(path, full, state.st_mtime_ns, state.st_size, data)
        return _changed(path, full.read_bytes(), data)
    return FileChange(path, None, data)


def _changed(path: str, old: bytes, data: bytes) -> FileChange | None:
    return None if old == data else FileChange(path, old, data)


_LARGE = 1_000_000  # bytes


@lru_cache(maxsize=1)
def _large(path: str, full: Path, _changed_at: int, _size: int, data: bytes) -> FileChange | None:
    """The same of a large file, read and compared once for all the articles it holds."""
    return _changed(path, full.read_bytes(), data)
