"""What a run would change, as a value: whole files old and new, and what it means fact by fact."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from ..errors import Problem
from ..model import Article, Entity, Fact, Source

_RED, _GREEN, _CYAN, _BOLD, _OFF = "\x1b[31m", "\x1b[32m", "\x1b[36m", "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file before and after; None before it exists or after it is gone."""

    path: str
    old: bytes | None
    new: bytes | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a fact (or article) that the machine now reads differently."""

    id: str
    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """A plan: nothing is written until ``write_changes``."""

    files: tuple[FileChange, ...] = ()
    added: tuple[Fact, ...] = ()
    merged: tuple[tuple[str, Source], ...] = ()  # id of the fact, and the source it gained
    updated: tuple[FieldChange, ...] = ()  # the machine's own values that it now reads better
    conflicts: tuple[FieldChange, ...] = ()  # a person's values that were kept against a new reading
    kept_away: tuple[str, ...] = ()  # ids read again that a person had removed
    aside: tuple[Fact, ...] = ()  # read, and not worth an entry: no file holds them
    undated: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()  # new or with a changed record
    entities: tuple[Entity, ...] = ()  # proposed
    problems: tuple[Problem, ...] = field(default=())

    def __bool__(self) -> bool:
        """Whether any file would change."""
        return bool(self.files)

    def as_diff(self, *, colour: bool = False) -> str:
        """The difference in unified form; the machine's own memory is left out."""
        lines = (line for change in self.files if "/." not in f"/{change.path}" for line in _diff(change))
        if colour:
            lines = (_coloured(line) for line in lines)
        return "".join(lines)

    def as_json(self) -> str:
        """Everything that would change, for programs."""
        names = (
            "added",
            "merged",
            "updated",
            "conflicts",
            "kept_away",
            "aside",
            "undated",
            "articles",
            "entities",
            "problems",
        )
        document: dict[str, Any] = {name: _plain(getattr(self, name)) for name in names}
        document["files"] = [
            {"path": change.path, "change": _kind(change), "diff": "".join(_diff(change))}
            for change in self.files
        ]
        return json.dumps(document, ensure_ascii=False, indent=2)


def together(parts: Sequence[Changes]) -> Changes:
    """What a run changes that was planned in parts, each upon the ones before it."""
    if len(parts) == 1:
        return parts[0]
    files: dict[str, FileChange] = {}
    for part in parts:
        for change in part.files:
            first = files.get(change.path, change)
            files[change.path] = FileChange(change.path, first.old, change.new)
    rest = {
        f.name: tuple(one for part in parts for one in getattr(part, f.name))
        for f in fields(Changes)
        if f.name != "files"
    }
    return Changes(files=tuple(files.values()), **rest)


def _kind(change: FileChange) -> str:
    return "new" if change.old is None else "removed" if change.new is None else "changed"


def _diff(change: FileChange) -> Iterator[str]:
    if not change.path.endswith((".yaml", ".yml")):
        # An article as received is not ours to edit, and long: its name says enough.
        yield f"{_kind(change)} {change.path} ({len(change.new or b'')} bytes)\n"
        return
    old = (change.old or b"").decode("utf-8", "replace").splitlines(keepends=True)
    new = (change.new or b"").decode("utf-8", "replace").splitlines(keepends=True)
    before = f"a/{change.path}" if change.old is not None else "/dev/null"
    after = f"b/{change.path}" if change.new is not None else "/dev/null"
    for line in difflib.unified_diff(old, new, before, after):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _coloured(line: str) -> str:
    start = _BOLD if line.startswith(("---", "+++")) else _CYAN if line.startswith("@@") else ""
    start = start or (_GREEN if line.startswith("+") else _RED if line.startswith("-") else "")
    return f"{start}{line.rstrip()}{_OFF}\n" if start else line


def _plain(value: Any) -> Any:
    """Dataclasses and tuples as JSON's own forms, defaults left out."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = (
            (f.name, _plain(getattr(value, f.name)))
            for f in fields(value)
            if f.name != "text" or not isinstance(value, Article)
        )
        return {name: item for name, item in pairs if item not in ("", [], {}, False, 0, -1)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
