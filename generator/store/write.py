"""Changes in, files on disk out: each is old or new at any moment, and an interrupted run is completed or undone.

Every new file is first written beside its target under a temporary name. Then a journal is put down,
which is the moment of decision: before it, leftovers are removed; after it, the renames are carried on.
"""

from __future__ import annotations

import json
import os
import re
import stat
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import Problem, problem
from ..model import Place
from .changes import Changes, FileChange
from .folders import Lying, may_write
from .memory import FOLDER
from .project import Project
from .text_file import fingerprint

try:
    import fcntl
except ImportError:  # Windows has none; there the check of each file's content stands alone
    fcntl = None  # type: ignore[assignment]

JOURNAL = "journal.json"
_MARK = ".chronofact-"  # temporary files: hidden, so that no reader takes them for content
_OURS = re.compile(r"\.chronofact-[0-9a-f]{32}\.tmp")
_HASH = re.compile(r"[0-9a-f]{64}")
_MANY, _HANDS = 64, 8  # from so many files on they are written by so many threads


class Disk:
    """The few things done to a file system, each as one step; a test hands in one that fails or dies."""

    def read(self, path: Path) -> bytes | None:
        """The bytes of a file; None when there is none."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it."""
        path.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, data: bytes, like: Path) -> None:
        """Write a new file to the disk itself, with the access rights of ``like`` if that exists."""
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            path.chmod(stat.S_IMODE(like.stat().st_mode))

    def replace(self, source: Path, target: Path) -> None:
        """Put ``source`` in the place of ``target`` at once."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file that may be gone already."""
        path.unlink(missing_ok=True)

    def settle(self, folder: Path) -> None:
        """Make the names in a folder last through a power cut, where the system can."""
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@dataclass(frozen=True, slots=True)
class _Step:
    """One file of a run: its target, the temporary file's name ("" to remove the target) and both fingerprints."""

    path: str
    temporary: str
    old: str  # "" when there was no file
    new: str

    def target(self, lying: Lying) -> Path:
        """The file itself, behind a link if there is one; a removal takes the link."""
        return lying.at(self.path) if self.temporary else lying.root / self.path

    def waiting(self, lying: Lying) -> Path:
        """The temporary file, which lies beside its target so that renaming is one step."""
        return self.target(lying).with_name(self.temporary)


def write_changes(project: Project, changes: Changes, *, disk: Disk | None = None) -> tuple[Problem, ...]:
    """Write every file of ``changes`` or none; the problems say why none was written."""
    with _alone(project) as free:
        return _write(project, changes, disk or Disk()) if free else (problem("write-busy"),)


@contextmanager
def _alone(project: Project) -> Iterator[bool]:
    """Hold the project against a second run, where the system has locks; the end of a process lets go."""
    if fcntl is None or not project.content.is_dir():
        yield True
        return
    try:
        handle = os.open(project.content, os.O_RDONLY)
    except OSError:
        yield True
        return
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        except OSError:  # a file system without locks
            pass
        _held.add(handle)
        yield True
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)  # also for a process that was split off meanwhile
    finally:
        _held.discard(handle)
        os.close(handle)


_held: set[int] = set()  # what projects are held by


def let_go() -> None:
    """In a process that was just split off: hold nothing that the one before it holds, which may end sooner."""
    while _held:
        with suppress(OSError):
            os.close(_held.pop())


def _write(project: Project, changes: Changes, disk: Disk) -> tuple[Problem, ...]:
    root, journal = project.root, _journal(project)
    swept = root in _ended_whole
    _ended_whole.discard(root)
    try:
        done = _recover(project, disk, swept=swept)
    except OSError as error:
        return (problem("write-failed", Place(_shown(root, journal)), why=_why(error)),)
    errors = tuple(found for found in done if found.severity == "error")
    if errors or not changes.files:
        return done
    lying = Lying(root)
    outside = tuple(
        problem("write-outside", Place(change.path), value=change.path)
        for change in changes.files
        if not _may_change(project, change.path, lying, removes=change.new is None)
    )
    if outside:
        return (*done, *outside)
    changed = _changed(root, changes.files, disk)
    if changed:
        return (*done, *changed)
    steps, failed = _stage_all(lying, changes.files, disk)
    if failed is None:
        try:
            _put_journal(journal, steps, disk)
        except OSError as error:
            failed = problem("write-failed", Place(_shown(root, journal)), why=_why(error))
    if failed is not None:
        _discard(lying, steps, disk)
        return (*done, failed)
    problems = _carry_out(lying, journal, steps, disk)
    if not problems:
        _ended_whole.add(root)
    return (*done, *problems)


# Where this process wrote last and left nothing behind: a long run need not look for that before each of its parts.
_ended_whole: set[Path] = set()


def _stage_all(lying: Lying, files: Sequence[FileChange], disk: Disk) -> tuple[list[_Step], Problem | None]:
    """Every new file written beside its target, and the first failure, after which no more is begun.

    A disk settles many files at once in hardly more time than one: 500 files took 2.6 s one by one, 0.2 s so.
    """
    steps: list[_Step] = []
    failed: list[Problem] = []

    def stage(change: FileChange) -> None:
        if failed:
            return
        try:
            steps.append(_stage(lying, change, disk))
        except OSError as error:
            failed.append(problem("write-failed", Place(change.path), why=_why(error)))

    if len(files) < _MANY:
        for change in files:
            stage(change)
    else:
        with ThreadPoolExecutor(_HANDS) as hands:
            list(hands.map(stage, files))
    order = {change.path: number for number, change in enumerate(files)}
    return sorted(steps, key=lambda step: order[step.path]), failed[0] if failed else None


def recover(project: Project, *, disk: Disk | None = None) -> tuple[Problem, ...]:
    """Complete a run that was interrupted after its decision, undo one that was interrupted before."""
    with _alone(project) as free:
        try:
            return _recover(project, disk or Disk()) if free else ()
        except OSError as error:
            where = _shown(project.root, _journal(project))
            return (problem("write-interrupted", Place(where), why=_why(error)),)


def _recover(project: Project, disk: Disk, *, swept: bool = False) -> tuple[Problem, ...]:
    journal = _journal(project)
    data = disk.read(journal)
    if data is None:
        return () if swept else _sweep(project, disk)
    steps = _steps(data, project)
    if steps is None:
        disk.remove(journal)
        where = _shown(project.root, journal)
        return (*_sweep(project, disk), problem("write-journal", Place(where)))
    lying = Lying(project.root)
    waiting = [s for s in steps if s.temporary and disk.read(s.waiting(lying)) is not None]
    problems = _carry_out(lying, journal, steps, disk)
    return problems or (problem("write-recovered", value=len(waiting)),)


def _journal(project: Project) -> Path:
    return project.content / FOLDER / JOURNAL


def _changed(root: Path, files: Sequence[FileChange], disk: Disk) -> tuple[Problem, ...]:
    """The files that are no longer what the plan was made from, and not yet what it makes of them."""
    found: list[Problem] = []
    for change in files:
        try:
            data = disk.read(root / change.path)
        except OSError as error:
            found.append(problem("write-failed", Place(change.path), why=_why(error)))
            continue
        if data not in (change.old, change.new):
            found.append(problem("write-changed", Place(change.path)))
    return tuple(found)


def _stage(lying: Lying, change: FileChange, disk: Disk) -> _Step:
    """Write the new file beside its target."""
    target = lying.at(change.path)
    old = fingerprint(change.old) if change.old is not None else ""
    if change.new is None:
        return _Step(change.path, "", old, "")
    temporary = target.parent / f"{_MARK}{uuid.uuid4().hex}.tmp"
    disk.make_folder(target.parent)
    try:
        disk.write(temporary, change.new, target)
    except OSError:
        with suppress(OSError):
            disk.remove(temporary)
        raise
    return _Step(change.path, temporary.name, old, fingerprint(change.new))


def _put_journal(journal: Path, steps: Sequence[_Step], disk: Disk) -> None:
    """The moment of decision: the journal appears whole or not at all."""
    lines = [{"path": s.path, "temporary": s.temporary, "old": s.old, "new": s.new} for s in steps]
    disk.make_folder(journal.parent)
    draft = journal.with_name(f"{_MARK}{uuid.uuid4().hex}.tmp")
    try:
        disk.write(draft, json.dumps(lines).encode(), journal)
        disk.replace(draft, journal)
    except OSError:
        with suppress(OSError):
            disk.remove(draft)
        raise
    disk.settle(journal.parent)


def _carry_out(lying: Lying, journal: Path, steps: Sequence[_Step], disk: Disk) -> tuple[Problem, ...]:
    """Rename what is waiting; a file that a person changed meanwhile is left alone and reported."""
    problems: list[Problem] = []
    folders: set[Path] = set()
    for step in steps:
        target = step.target(lying)
        temporary = target.with_name(step.temporary) if step.temporary else None
        try:
            data = disk.read(target)
            held = fingerprint(data) if data is not None else ""
            if held != step.new and held != step.old:
                problems.append(problem("write-changed", Place(step.path)))
                if temporary:
                    disk.remove(temporary)
            elif temporary is None:
                disk.remove(target)
            elif held == step.new:
                disk.remove(temporary)
            elif disk.read(temporary) is None:
                problems.append(problem("write-lost", Place(step.path)))
            else:
                disk.replace(temporary, target)
            folders.add(target.parent)
        except OSError as error:
            # The journal stays: the next run carries on from here.
            return (*problems, problem("write-interrupted", Place(step.path), why=_why(error)))
    for folder in folders:
        disk.settle(folder)
    with suppress(OSError):
        disk.remove(journal)
    return tuple(problems)


def _discard(lying: Lying, steps: Sequence[_Step], disk: Disk) -> None:
    for step in steps:
        if step.temporary:
            with suppress(OSError):
                disk.remove(step.waiting(lying))


def _sweep(project: Project, disk: Disk) -> tuple[Problem, ...]:
    """Remove the temporary files of a run that ended before its decision."""
    tops = [project.root / folder for folder in _folders(project)]
    found = [file for top in tops if top.is_dir() for file in top.rglob(f"{_MARK}*.tmp")]
    removed = 0
    for file in found:
        with suppress(OSError):
            disk.remove(file)
            removed += 1
    return (problem("write-rolled-back", value=removed),) if removed else ()


def _steps(data: bytes, project: Project) -> list[_Step] | None:
    """The steps of a journal; None for one that cannot be read or reaches beyond the project: it decides nothing."""
    try:
        steps = [
            _Step(line["path"], line["temporary"], line["old"], line["new"]) for line in json.loads(data)
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    texts = (value for step in steps for value in (step.path, step.temporary, step.old, step.new))
    if not all(isinstance(value, str) for value in texts):
        return None
    lying = Lying(project.root)
    fit = (
        _may_change(project, step.path, lying, removes=not step.temporary)
        and (not step.temporary or _OURS.fullmatch(step.temporary))
        and all(not hash or _HASH.fullmatch(hash) for hash in (step.old, step.new))
        for step in steps
    )
    return steps if all(fit) else None


def _may_change(project: Project, path: str, lying: Lying, *, removes: bool) -> bool:
    """Whether a run may write this file, or take it away: that only where people edit our YAML."""
    content, seeds = project.settings.content_dir, project.settings.seeds_dir
    if not path.isprintable():
        return False
    tops = (content,) if removes else (content, seeds)
    return may_write(project.root, path, tops, config=project.config, lying=lying)


def _folders(project: Project) -> tuple[str, str]:
    """The folders a run usually writes to."""
    return project.settings.content_dir, project.settings.seeds_dir


def _shown(root: Path, path: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
