"""Files to put into a folder in, the folder with them out; what we did not write there is never touched.

A list with the hash of every file we wrote lies in the folder. Only what it holds, unchanged since, is replaced
or removed. The list is brought up to date before the files are, so that a killed run is carried on by the next.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ..errors import ChronofactError, Problem, problem
from ..model import Place
from .folders import TAG, TAG_TEXT, cache_problem, is_claimed, is_older
from .text_file import fingerprint

LIST = ".chronofact-written.json"
_DRAFT = f"{LIST}.tmp"  # all that a first run leaves that was killed before it had a list
_VERSION = 1
Hashes = dict[str, list[str]]  # path -> hashes of what we wrote there; two while a run is under way


def write_owned(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    shared: bool = False,
    hashes: Mapping[str, str] | None = None,
    there: Collection[str] = (),
) -> None:
    """Make ``folder`` hold ``files`` and no other file of ours; raises, having written nothing, where one is in the way.

    Without a list a folder must be empty, unless it is ``shared`` with other files. ``hashes`` are those of ``files``
    where they are known; a file that is ``there`` was just found to be as it should be.
    """
    known = hashes or {}
    try:
        held, unfinished = _read_list(folder)
        if held is None:
            if not shared and folder.is_dir() and any(entry.name != _DRAFT for entry in folder.iterdir()):
                raise ChronofactError(problem("target-foreign", Place(str(folder)), value=folder))
            held = {}
        new = {uri: [known.get(uri) or fingerprint(files[uri])] for uri in files}
        changed, gone = _plan(folder, new, held, there)
        if unfinished:
            _sweep(folder, held)
        if changed or gone:
            union = {u: sorted({*new.get(u, ()), *held.get(u, ())}) for u in (*new, *gone)}
            _write_list(folder, union, unfinished=True)
        for uri in changed:
            put(folder / uri, files[uri])
        for uri in gone:
            (folder / uri).unlink(missing_ok=True)
        if changed or gone or unfinished or new != held:
            _write_list(folder, new)
    except OSError as error:
        raise ChronofactError(failed(error, folder)) from error


def claim_cache(cache: Path) -> bool:
    """Make the cache folder and mark it as ours; False when it cannot be, or is somebody else's."""
    if is_claimed(cache):
        return True
    if cache_problem(cache, Place(), "") is not None:
        return False
    with suppress(OSError):
        if is_older(cache) and _read_list(cache)[0] is None:
            _write_list(cache, _adopted(cache))
        put(cache / TAG, TAG_TEXT.encode())
        return True
    return False


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; its temporary name tells what it will hold."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path, fingerprint(data))
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def failed(error: OSError, path: Path) -> Problem:
    """The problem of a file that could not be written."""
    shown = str(error.filename2 or error.filename or path)
    return problem("target-failed", Place(shown), why=(error.strerror or str(error)).lower())


def _plan(folder: Path, files: Hashes, held: Hashes, there: Collection[str]) -> tuple[list[str], list[str]]:
    """Which files have to be written, and which of ours are no more."""
    changed: list[str] = []
    problems: list[Problem] = []
    stays_in = _Bounds(folder)
    for uri in files:
        path = folder / uri
        if not stays_in(uri):
            problems.append(problem("target-changed", Place(str(path))))
            continue
        if uri in there:
            continue
        linked = path.is_symlink()
        data = None if linked else _bytes(path)
        found = None if data is None else fingerprint(data)
        if found in files[uri]:
            continue
        if (linked or found) and (linked or found not in held.get(uri, ())):
            problems.append(problem("target-changed", Place(str(path))))
        changed.append(uri)
    if problems:
        raise ChronofactError(*problems)
    gone = [
        uri
        for uri in held
        if uri not in files and stays_in(uri) and not (folder / uri).is_symlink()
        and (data := _bytes(folder / uri)) is not None and fingerprint(data) in held[uri]
    ]  # fmt: skip
    return changed, gone


class _Bounds:
    """Tells whether a path leads to a place in the folder, with no link on the way out of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.top = os.path.realpath(folder)
        self.known: dict[PurePosixPath, bool] = {}

    def __call__(self, uri: str) -> bool:
        pure = PurePosixPath(uri)
        if not pure.parts or pure.is_absolute() or ".." in pure.parts or "\\" in uri or "\0" in uri:
            return False
        parent = pure.parent
        if parent not in self.known:
            real = Path(os.path.realpath(self.folder / parent))
            self.known[parent] = real.is_relative_to(self.top)
        return self.known[parent]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read_list(folder: Path) -> tuple[Hashes | None, bool]:
    """What we wrote in the folder, and whether a run was cut off; None where nothing says so."""
    try:
        found = json.loads((folder / LIST).read_bytes())
        files = {str(uri): [str(one) for one in hashes] for uri, hashes in found["files"].items()}
        return (files, bool(found.get("unfinished"))) if found["version"] == _VERSION else (None, False)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None, False


def _write_list(folder: Path, files: Hashes, *, unfinished: bool = False) -> None:
    values = {"version": _VERSION, "unfinished": unfinished, "files": files}
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / _DRAFT
    try:
        draft.write_bytes(json.dumps(values, indent=0, sort_keys=True).encode())
        draft.replace(folder / LIST)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _adopted(cache: Path) -> Hashes:
    """The pages and assets in a cache of before there was a list."""
    found = [path for top in ("pages", "assets") for path in (cache / top).rglob("*")]
    return {
        path.relative_to(cache).as_posix(): [fingerprint(path.read_bytes())]
        for path in found
        if path.suffix in (".md", ".css", ".js") and path.is_file() and not path.is_symlink()
    }


def _beside(path: Path, hash: str) -> Path:
    return path.with_name(f".chronofact-{hash[:32]}.tmp")


def _sweep(folder: Path, held: Hashes) -> None:
    """Take away what a killed run left beside its files."""
    stays_in = _Bounds(folder)
    for uri, hashes in held.items():
        for hash in hashes:
            if stays_in(uri):
                _beside(folder / uri, hash).unlink(missing_ok=True)
