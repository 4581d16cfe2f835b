"""Decisions in, carried out so that each can be taken back, byte for byte, also after a restart.

What a decision replaced is kept in the project's cache folder before anything is written: the files as they were,
and a fingerprint of what they became. Undoing gives the old bytes back only where the file is still what the
decision made of it: a change made since is never lost.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Problem, problem
from ..model import Place
from .changes import Changes, FileChange
from .project import Project
from .text_file import fingerprint
from .write import write_changes
from .written import claim_cache

FOLDER = "undo"
MOST = 500  # steps; older ones are forgotten


@dataclass(frozen=True, slots=True)
class Step:
    """One run of decisions that can be taken back."""

    number: int
    what: str
    files: tuple[tuple[str, bytes | None, str], ...]  # path, bytes before, fingerprint after ("" when gone)


def decide(project: Project, changes: Changes, what: str) -> tuple[Problem, ...]:
    """Write what was decided, and keep what was before; ``what`` says it in a few words."""
    if not changes:
        return changes.problems
    files = tuple((c.path, c.old, fingerprint(c.new) if c.new is not None else "") for c in changes.files)
    try:
        kept = _keep(project, what, files)
    except OSError as error:
        return (problem("write-failed", Place(FOLDER), why=error.strerror or str(error)),)
    problems = write_changes(project, changes)
    if any(found.severity == "error" for found in problems):
        with suppress(OSError):
            kept.unlink(missing_ok=True)
    return (*changes.problems, *problems)


def undo(project: Project) -> tuple[str, tuple[Problem, ...]]:
    """Take the last run of decisions back; what it was, or ``""`` and why nothing was done."""
    for path in reversed(_steps(project)):
        step = _read(path)
        if step is None:
            continue
        found = [_back(project, *file) for file in step.files]
        if all(one is None for one in found):  # it was never written, or is undone by hand already
            path.unlink(missing_ok=True)
            continue
        problems = tuple(one for one in found if isinstance(one, Problem))
        if problems:
            return "", problems
        changes = Changes(files=tuple(one for one in found if isinstance(one, FileChange)))
        problems = write_changes(project, changes)
        if any(one.severity == "error" for one in problems):
            return "", problems
        path.unlink(missing_ok=True)
        return step.what, problems
    return "", (problem("undo-nothing"),)


def undoable(project: Project) -> tuple[Step, ...]:
    """The steps that can be taken back, last first."""
    return tuple(step for path in reversed(_steps(project)) if (step := _read(path)) is not None)


def _back(project: Project, path: str, old: bytes | None, after: str) -> FileChange | Problem | None:
    """The change that gives a file its old bytes; None when it has them."""
    try:
        now: bytes | None = (project.root / path).read_bytes()
    except FileNotFoundError:
        now = None
    except OSError as error:
        return problem("write-failed", Place(path), why=error.strerror or str(error))
    if now == old:
        return None
    if (fingerprint(now) if now is not None else "") != after:
        return problem("undo-changed", Place(path), value=path)
    return FileChange(path, now, old)


def _keep(project: Project, what: str, files: tuple[tuple[str, bytes | None, str], ...]) -> Path:
    """Put the step down whole, under the next number."""
    if not claim_cache(project.cache):
        raise OSError(0, f"the folder '{project.cache}' is not Chronofact's own")
    folder = project.cache / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    steps = _steps(project)
    number = int(steps[-1].stem) + 1 if steps else 1
    data = json.dumps({"what": what, "files": [[path, _text(old), after] for path, old, after in files]})
    draft = folder / f".{os.getpid()}.tmp"
    draft.write_text(data, "utf-8")
    while True:
        target = folder / f"{number:08}.json"
        try:
            os.link(draft, target)  # fails where another run took the number
            break
        except FileExistsError:
            number += 1
        except OSError:  # a file system without links
            draft.replace(target)
            break
    draft.unlink(missing_ok=True)
    for old in steps[: max(0, len(steps) - MOST)]:
        with suppress(OSError):
            old.unlink()
    return target


def _steps(project: Project) -> list[Path]:
    folder = project.cache / FOLDER
    return sorted(path for path in folder.glob("*.json") if path.stem.isdecimal()) if folder.is_dir() else []


def _read(path: Path) -> Step | None:
    try:
        step: Any = json.loads(path.read_text("utf-8"))
        return Step(int(path.stem), str(step["what"]), tuple(_files(step["files"])))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _files(rows: Any) -> Iterator[tuple[str, bytes | None, str]]:
    for path, old, after in rows:
        yield str(path), base64.b64decode(old) if old is not None else None, str(after)


def _text(data: bytes | None) -> str | None:
    return base64.b64encode(data).decode("ascii") if data is not None else None
