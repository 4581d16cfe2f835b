"""A site about to be emptied in, the same to be written over out: what is as it was is not touched, what is no more goes.

To delete thousands of files and to make them anew takes a fifth of a build after a small change. So the site waits in the
cache folder while MkDocs empties it, and is back before anything is written. A file whose size and time are as noted holds
what was noted. Every other one gets a time that no writing gives; what still has it at the end was not written, and goes.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ..pages.writer import write_fresh
from ..store.folders import is_claimed
from ..store.made import Made
from ..store.text_file import fingerprint

_NOTES = "site files"  # path -> hash, size and time of what was written
_LOGGER = logging.getLogger("mkdocs.commands.build")
_LONG_AGO = 1_000_000_000_000_000_000  # nanoseconds: a second of 2001


class Overwriting:
    """One build of one site."""

    def __init__(self, site: Path, cache: Path) -> None:
        self._site = site
        self._cache = cache
        self._aside = cache / "site-aside"
        self._old: dict[str, int] = {}  # what may be anything, with the time it was given
        self._held: dict[str, list[object]] = {}  # what is as noted: hash, size, time
        self._now: dict[str, str] = {}  # what is written or left standing in this build

    def put_aside(self) -> None:
        """Before MkDocs empties it. Where a build was ended before it put the site back, that one still waits."""
        with suppress(OSError):
            if is_claimed(self._cache) and self._site.is_dir() and not self._site.is_symlink():
                self.forget()
                self._aside.mkdir()
                for one in sorted(self._site.iterdir()):
                    if not one.name.startswith("."):  # those MkDocs leaves alone, and so do we
                        one.rename(self._aside / one.name)

    def is_new(self) -> bool:
        """Whether nothing waits: what processes that were split off write in its place ``put_back`` finds."""
        with suppress(OSError):
            if is_claimed(self._cache) and not self._aside.is_symlink():
                self._aside.mkdir(exist_ok=True)
                return not any(self._aside.iterdir())
        return False

    def write_ahead(self, made: Made, path: str, data: bytes, hash: str) -> None:
        """In such a process: write a page, and tell the build of it."""
        write_fresh(f"{self._aside}/{path}", data)
        made.pass_on(f"wrote {path}", json.dumps([hash, *_state(self._aside / path)]).encode())

    def put_back(self, wanted: Iterable[str], made: Made) -> None:
        """Before anything is written; no file or folder is in the way of what is ``wanted``."""
        if not is_claimed(self._cache) or self._aside.is_symlink() or not self._aside.is_dir():
            return
        back: list[Path] = []
        wanted = set(wanted)
        written = {path: json.loads(row) for path in wanted if (row := made.passed(f"wrote {path}"))}
        try:
            self._clear(wanted, self._mark({**_noted(made), **written}))
            self._site.mkdir(parents=True, exist_ok=True)
            for one in sorted(self._aside.iterdir()):
                one.rename(self._site / one.name)
                back.append(self._site / one.name)
        except OSError:  # another disk, or nobody may: the site is built from nothing
            self._old.clear()
            self._held.clear()
            for one in back:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        self.forget()

    def stands(self, path: str, data: bytes) -> bool:
        """Whether the file holds that already, and need not be written."""
        hash = self._now[path] = fingerprint(data)
        return self._holds(path, hash)

    def _holds(self, path: str, hash: str) -> bool:
        note = self._held.get(path)
        return note is not None and note == [hash, *_state(self._site / path)]  # nobody wrote there meanwhile

    def skips(self, path: str, data: bytes) -> bool:
        """The same for a page, of which MkDocs would say that it is empty."""
        self._now[path] = hash = fingerprint(data)
        return self.passes(path, hash)

    def passes(self, path: str, hash: str) -> bool:
        """Whether a page stands of which nothing but its hash is known."""
        found = self._holds(path, hash)
        if found:
            self._now[path] = hash
        if found and self._unsaid not in _LOGGER.filters:
            _LOGGER.addFilter(self._unsaid)
        return found

    @staticmethod
    def _unsaid(record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("Page skipped: ")

    def end(self, made: Made) -> None:
        """Take away what was not written, and note what was."""
        _LOGGER.removeFilter(self._unsaid)
        gone = [path for path in self._held if path not in self._now]
        gone += [path for path, time in self._old.items() if _state(self._site / path)[1] == time]
        for path in gone:
            with suppress(FileNotFoundError, NotADirectoryError):
                (self._site / path).unlink()
            with suppress(OSError):
                for parent in PurePosixPath(path).parents[:-1]:
                    (self._site / parent).rmdir()
        notes = {path: [hash, *_state(self._site / path)] for path, hash in self._now.items()}
        made.put(_NOTES, b"", json.dumps(notes).encode())
        for held in (self._old, self._held, self._now):
            held.clear()

    def forget(self) -> None:
        """Nothing of the site before is wanted any more."""
        if is_claimed(self._cache) and self._aside.is_dir() and not self._aside.is_symlink():
            shutil.rmtree(self._aside, ignore_errors=True)

    def _mark(self, noted: Mapping[str, list[object]]) -> set[str]:
        """Give each file that is not as noted its time; the folders there are.

        Links and what is no file could lead elsewhere: they go.
        """
        folders = set()
        for path, entry in _within(self._aside, ""):
            if entry.is_dir(follow_symlinks=False):
                folders.add(path)
            elif not entry.is_file(follow_symlinks=False) or entry.stat(follow_symlinks=False).st_nlink > 1:
                Path(entry.path).unlink()
            elif (note := noted.get(path)) and _is_as(entry, note):
                self._held[path] = note
            else:
                os.utime(entry.path, ns=(_LONG_AGO, _LONG_AGO), follow_symlinks=False)
                self._old[path] = os.lstat(entry.path).st_mtime_ns
        return folders

    def _clear(self, wanted: set[str], folders: set[str]) -> None:
        for path in sorted(wanted & folders):
            shutil.rmtree(self._aside / path)
        above = {str(parent) for path in wanted for parent in PurePosixPath(path).parents}
        for path in above & (self._old.keys() | self._held.keys()):
            (self._aside / path).unlink()


def _noted(made: Made) -> Mapping[str, list[object]]:
    try:
        found = json.loads(made.get(_NOTES, b"") or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_as(entry: os.DirEntry[str], note: list[object]) -> bool:
    """Whether a file is as it was when that was noted of it."""
    state = entry.stat(follow_symlinks=False)
    return isinstance(note, list) and note[1:] == [state.st_size, state.st_mtime_ns]


def _state(file: Path) -> tuple[int, int]:
    try:
        state = file.lstat()
        return state.st_size, state.st_mtime_ns
    except OSError:
        return -1, -1


def _within(folder: Path | str, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for one in entries:
            yield f"{path}{one.name}", one
            if one.is_dir(follow_symlinks=False):
                yield from _within(one.path, f"{path}{one.name}/")
