"""An address of another file system in (``s3://bucket/news/*.jsonl``), its files out, one at a time, as files here.

fsspec (the extra ``remote``) knows S3, Google Cloud, Azure, SFTP and more, each by a package of its own. A folder is all
files in it, ``*`` stands for any name. A file is copied into a temporary folder, read there, and removed.
"""

from __future__ import annotations

import importlib
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from ..errors import Problem, problem
from ..model import Place
from .failure import failure
from .received import Received

# Whoever writes file:// or ftp:// means no store of articles, and fsspec knows protocols that open more than files.
_STORES = "abfs abfss adl az gcs gs hdfs hf memory oci oss s3 s3a sftp smb webhdfs"
_ADDRESS = re.compile(rf"(?:{'|'.join(_STORES.split())})://[^:]+", re.IGNORECASE)
_MANY = re.compile(r"[*?\[]")
_PIECE = 1024 * 1024
MOST_FILES = 1_000_000

Read = Callable[[Path], Iterator[Received | Problem]]


def is_afar(path: str) -> bool:
    """Whether it is the address of another file system; web addresses are read by themselves."""
    return bool(_ADDRESS.fullmatch(path))


def receive_afar(address: str, most: int, read: Read) -> Iterator[Received | Problem]:
    """The articles of every file at ``address``, by ``read``; ``most`` bytes a file are copied."""
    place = Place(address)
    try:
        library: Any = importlib.import_module("fsspec")
    except ImportError:
        yield problem(
            "extra-missing", place, value=address, what="this address", package="fsspec>=2024.6,<2027"
        )
        return
    try:
        system, root = library.core.url_to_fs(address)
        names = _names(system, root)
    except Exception as error:  # a missing package of the protocol, no permission
        yield problem("article-unreadable", place, value=address, why=failure(error))
        return
    if not names:
        yield problem("article-missing", place, value=address)
    for name in names:
        yield from _one(system, name, str(system.unstrip_protocol(name)), most, read)


def _names(system: Any, root: str) -> list[str]:
    """The files at a path, in a folder, or that fit a pattern; hidden ones left out; by name."""
    if _MANY.search(root):
        found = [name for name in system.glob(root) if system.isfile(name)]
    elif system.isdir(root):
        found = list(system.find(root))
    else:
        return [root] if system.exists(root) else []
    shown = (name for name in map(str, found) if not PurePosixPath(name).name.startswith("."))
    return sorted(shown)[:MOST_FILES]


def _one(system: Any, name: str, shown: str, most: int, read: Read) -> Iterator[Received | Problem]:
    with tempfile.TemporaryDirectory(prefix="chronofact-") as folder:
        file = Path(folder) / (PurePosixPath(name).name or "article")
        try:
            if not _copied(system, name, file, most):
                yield problem("article-too-large", Place(shown), value=shown, most=f"{most / _PIECE:g}")
                return
        except Exception as error:
            yield problem("article-unreadable", Place(shown), value=shown, why=failure(error))
            return
        for found in read(file):
            yield _as_named(found, str(file), shown) if isinstance(found, Problem) else found


def _copied(system: Any, name: str, file: Path, most: int) -> bool:
    """Copy a file piece by piece, whatever it says of its size; False when it is longer than ``most``."""
    size = 0
    with system.open(name, "rb") as source, file.open("wb") as target:
        while piece := source.read(_PIECE):
            size += len(piece)
            if size > most:
                return False
            target.write(piece)
    return True


def _as_named(found: Problem, here: str, shown: str) -> Problem:
    """A problem of the copy as one of the file that people know."""
    return replace(
        found,
        message=found.message.replace(here, shown),
        remedy=found.remedy.replace(here, shown),
        value=found.value.replace(here, shown),
        place=replace(found.place, path=found.place.path.replace(here, shown)),
    )
