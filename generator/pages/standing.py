"""Permanent addresses in, their pages in the site out: those of the site before that still hold are left standing.

They are as many as the facts, and to write so many small files takes longer than all else. MkDocs empties the site
before it builds, so their folder is put aside until then. A list of what was written, and of when, tells which hold.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from ..store.folders import is_claimed
from ..store.made import Made
from .writer import write_fresh

FOLDER = "f"
_ASIDE = "f-aside"
_AHEAD = "f-ahead"
_LIST = "permanent"
Pages = Iterable[tuple[bytes, str, Callable[[], str]]]
Written = dict[
    str, list[object]
]  # path -> hash of what it was made from, bytes, nanoseconds of its last change


def put_aside_permanent(site: Path, cache: Path) -> None:
    """Take the permanent addresses out of a site that is about to be emptied."""
    aside = cache / _ASIDE
    folder = site / FOLDER
    if not is_claimed(cache):
        return
    with suppress(OSError):
        if folder.is_dir() and not folder.is_symlink() and not site.is_symlink():
            if aside.is_dir() and not aside.is_symlink():
                shutil.rmtree(aside)
            folder.rename(aside)


def write_permanent_ahead(pages: Pages, cache: Path, made: Made) -> None:
    """Write the pages of a site that has none yet aside, for ``write_permanent`` to find them."""
    ahead = cache / _AHEAD
    if not is_claimed(cache) or ahead.is_symlink():
        return
    shutil.rmtree(ahead, ignore_errors=True)
    write_permanent(pages, ahead, cache, made)
    (ahead / FOLDER).rename(cache / _ASIDE)
    ahead.rmdir()


def has_permanent(cache: Path) -> bool:
    """Whether those of the site before were put aside."""
    return (cache / _ASIDE).exists()


def write_permanent(pages: Pages, target: Path, cache: Path, made: Made) -> None:
    """Write the pages: hash of what it is made from, path, what makes it."""
    folder = target / FOLDER
    with suppress(OSError):
        if (
            is_claimed(cache)
            and not folder.exists()
            and not folder.is_symlink()
            and not (cache / _ASIDE).is_symlink()
        ):
            target.mkdir(parents=True, exist_ok=True)
            (cache / _ASIDE).rename(folder)
    stands = dict(_stand(folder))
    held = _read(made)
    written: Written = {}
    for given, uri, make in pages:
        there = stands.pop(uri, None)
        if there is None or held.get(uri) != [given.hex(), *there]:
            write_fresh(target / uri, make())
            there = _state(target / uri)
        written[uri] = [given.hex(), *there]
    for uri in stands:  # a page of a draft must not stay: what cannot be taken away ends the build
        (target / uri).unlink()
        with suppress(OSError):
            (target / uri).parent.rmdir()
    made.put(_LIST, b"", json.dumps(written).encode())


def _read(made: Made) -> Written:
    try:
        found = json.loads(made.get(_LIST, b"") or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _stand(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """What stands in the folder: every file, whoever wrote it. Links are taken away: they could lead out of the site."""
    if folder.is_symlink():
        folder.unlink()
    if folder.is_dir():
        yield from _within(folder, folder.name)


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


def _state(path: Path) -> tuple[int, int]:
    state = path.lstat()
    return state.st_size, state.st_mtime_ns
