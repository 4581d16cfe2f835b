"""Folders of many small files in, the same in the site out: what still holds of the site before is left standing.

Permanent addresses are as many as the facts, and so are the pieces of a search index; to write so many small files takes
longer than all else. MkDocs empties the site before it builds, so these folders are put aside until then. A list of what
was written, and of when, tells what holds.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..store.folders import is_claimed
from ..store.made import Made
from .writer import write_fresh

# Hash of what a file is made from, its path below the site, and what makes it.
Files = Iterable[tuple[bytes, str, Callable[[], str | bytes]]]
# Path -> hash of what it was made from, bytes, nanoseconds of its last change.
Written = dict[str, list[object]]


@dataclass(frozen=True, slots=True)
class Standing:
    """One such folder, by its path below the site."""

    folder: str

    def aside(self, cache: Path) -> Path:
        """Where it waits."""
        return cache / f"{self.folder.replace('/', '-')}-aside"

    def _ahead(self, cache: Path) -> Path:
        return cache / f"{self.folder.replace('/', '-')}-ahead"

    def put_aside(self, site: Path, cache: Path) -> None:
        """Take it out of a site that is about to be emptied; what a build that was ended had begun goes."""
        folder, aside = site / self.folder, self.aside(cache)
        if not is_claimed(cache):
            return
        _removed(self._ahead(cache))
        with suppress(OSError):
            if folder.is_dir() and not any(one.is_symlink() for one in (folder, folder.parent, site)):
                self.forget(cache)
                folder.rename(aside)

    def forget(self, cache: Path) -> None:
        """Nothing of it is wanted any more."""
        aside = self.aside(cache)
        if is_claimed(cache) and aside.is_dir() and not aside.is_symlink():
            shutil.rmtree(aside)

    def is_aside(self, cache: Path) -> bool:
        """Whether there was one in the site before."""
        return self.aside(cache).exists()

    def write_ahead(self, files: Files, cache: Path, made: Made) -> None:
        """Write that of a site which has none yet aside, for ``write`` to find it."""
        ahead = self._ahead(cache)
        if not is_claimed(cache) or ahead.is_symlink():
            return
        _removed(ahead)
        self.write(files, ahead, cache, made)
        (ahead / self.folder).rename(self.aside(cache))
        _removed(ahead)

    def write(self, files: Files, target: Path, cache: Path, made: Made) -> None:
        """Have the site in ``target`` hold these files in the folder, and no others."""
        folder, aside = target / self.folder, self.aside(cache)
        with suppress(OSError):
            if is_claimed(cache) and not any(one.is_symlink() for one in (folder, aside)):
                folder.parent.mkdir(parents=True, exist_ok=True)
                if not folder.exists():
                    aside.rename(folder)
        stands = dict(_stand(folder, self.folder))
        held = _read(made, self.folder)
        written: Written = {}
        for given, uri, make in files:
            there, told = stands.pop(uri, None), given.hex()
            if there is None or held.get(uri) != [told, *there]:
                path = f"{target}/{uri}"
                write_fresh(path, make())
                there = _state(path)
            written[uri] = [told, *there]
        for uri in stands:  # a page of a draft must not stay: what cannot be taken away ends the build
            (target / uri).unlink()
            with suppress(OSError):
                (target / uri).parent.rmdir()
        made.put(f"standing {self.folder}", b"", json.dumps(written).encode())


PERMANENT = Standing("f")
# The parts of the search's index; the first one's has the program as well.
INDEXES = (Standing("search/pagefind"), *(Standing(f"search/pagefind-{part}") for part in range(1, 16)))


def _removed(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)


def _read(made: Made, folder: str) -> Written:
    try:
        found = json.loads(made.get(f"standing {folder}", b"") or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _stand(folder: Path, uri: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """What stands in the folder: every file, whoever wrote it. Links are taken away: they could lead out of the site."""
    if folder.is_symlink():
        folder.unlink()
    if folder.is_dir():
        yield from _within(folder, uri)


def _within(folder: Path | str, uri: str) -> Iterator[tuple[str, tuple[int, int]]]:
    with os.scandir(folder) as entries:
        for one in entries:
            if one.is_symlink():
                Path(one.path).unlink()
            elif one.is_dir():
                yield from _within(one.path, f"{uri}/{one.name}")
            else:
                state = one.stat(follow_symlinks=False)
                yield f"{uri}/{one.name}", (state.st_size, state.st_mtime_ns)


def _state(path: str) -> tuple[int, int]:
    state = os.lstat(path)
    return state.st_size, state.st_mtime_ns
