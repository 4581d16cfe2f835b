"""Pages in, files out: written only when they changed, so that a preview rebuilds only what did; nobody else's touched."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from ..errors import ChronofactError, problem
from ..model import Place
from ..store.written import claim_cache, put, write_owned
from .kept import PAGES
from .values import Page

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def write_pages(pages: Iterable[Page], folder: Path) -> None:
    """Make ``folder`` hold these pages and nothing else of ours; what we did not write there is left alone.

    A folder with other people's files and none of ours is refused; see ``store.written``.
    """
    write_owned(folder, {page.uri: page.markdown.encode("utf-8") for page in pages})


def write_cache(pages: Iterable[Page], assets: Mapping[str, str], cache: Path) -> None:
    """The same for what MkDocs builds from: the pages below ``pages``, and our stylesheet and script."""
    if not claim_cache(cache):
        raise ChronofactError(problem("cache-foreign", Place(str(cache)), value=cache))
    known = {f"{PAGES}/{page.uri}": page for page in pages}
    hashes = {uri: page.fingerprint for uri, page in known.items()}
    there = frozenset(uri for uri, page in known.items() if page.is_written)
    write_owned(cache, _Files(known, assets), shared=True, hashes=hashes, there=there)


class _Files(Mapping[str, bytes]):
    """Pages and assets by their paths; what is written is made when it is written."""

    def __init__(self, pages: Mapping[str, Page], assets: Mapping[str, str]) -> None:
        self._pages = pages
        self._assets = assets

    def __getitem__(self, uri: str) -> bytes:
        text = self._pages[uri].markdown if uri in self._pages else self._assets[uri]
        return text.encode("utf-8")

    def __iter__(self) -> Iterator[str]:
        return iter((*self._pages, *self._assets))

    def __len__(self) -> int:
        return len(self._pages) + len(self._assets)


def write_once(path: Path, kept: Path, make: Callable[[], bytes]) -> None:
    """Write what ``make`` gives, made only when ``kept`` does not hold it yet; the name must tell the content."""
    keep_once(kept, make)
    write_fresh(path, kept.read_bytes())


def keep_once(kept: Path, make: Callable[[], bytes]) -> None:
    """The first half of it."""
    if not kept.is_file():
        write_if_changed(kept, make())


def write_fresh(path: Path | str, content: str | bytes) -> None:
    """Write a file of a site that is being built: it was emptied before, so nothing is compared or replaced."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        file = os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write a file of a site that is being built, piece by piece."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece.encode("utf-8"))


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write ``content``, a text as UTF-8, unless the file already holds it; whole or not at all."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass
    put(path, data)
    return True
