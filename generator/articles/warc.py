"""A WARC file in, the pages it holds out: answers that are HTML, each with its address and the day it was fetched.

warcio (the extra ``warc``) reads the records one by one; no more of one is unpacked than a page may have. The address and
the day are evidence of the fetching: they do not say when the article came out.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Problem, problem
from ..model import Place
from .failure import failure

_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as a crawler got it; ``number`` counts the records of the file from 1."""

    number: int
    url: str
    day: str  # YYYY-MM-DD, ``""`` where the record names none
    data: bytes


def read_warc(path: Path, most: int) -> Iterator[Fetched | Problem]:
    """Each HTML page that was answered with success; ``most`` is the limit of its bytes."""
    place = Place(str(path))
    try:
        library: Any = importlib.import_module("warcio.archiveiterator")
    except ImportError:
        yield problem("extra-missing", place, value=path.name, what="a WARC file", package="warcio>=1.7.4,<2")
        return
    number = 0
    try:
        with path.open("rb") as stream:
            for number, record in enumerate(library.ArchiveIterator(stream), 1):
                if record.rec_type == "response" and _is_page(record):
                    yield _page(record, number, path, most)
    except Exception as error:  # whatever a broken or hostile file makes of its reader
        yield problem("article-unreadable", place, value=f"{path}#{number + 1}", why=failure(error))


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None or not str(headers.get_statuscode()).startswith("2"):
        return False
    kind = str(headers.get_header("Content-Type") or "").split(";")[0].strip().casefold()
    return kind in _PAGES


def _page(record: Any, number: int, path: Path, most: int) -> Fetched | Problem:
    shown = f"{path}#{number}"
    try:
        data = _bounded(record.content_stream(), most)
    except Exception as error:
        return problem("article-unreadable", Place(str(path)), value=shown, why=failure(error))
    if data is None:
        return problem("article-too-large", Place(str(path)), value=shown, most=f"{most / 2**20:g}")
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    fetched = str(record.rec_headers.get_header("WARC-Date") or "")[:10]
    return Fetched(number, url if url.startswith(("http://", "https://")) else "", fetched, data)


def _bounded(stream: Any, most: int) -> bytes | None:
    """What a stream holds; None when that is more than ``most`` bytes."""
    parts: list[bytes] = []
    size = 0
    while size <= most:
        part = stream.read(min(65536, most + 1 - size))
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
    return None
