"""Pages in, files out: written only when they changed, so that a preview rebuilds only what did."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from .values import Page


def write_pages(pages: Iterable[Page], folder: Path) -> tuple[Page, ...]:
    """Write each page below ``folder`` and take away pages that are no more; the pages are handed back."""
    written = tuple(pages)
    for page in written:
        write_if_changed(folder / page.uri, page.markdown)
    keep = {page.uri for page in written}
    for old in folder.rglob("*.md"):
        if old.relative_to(folder).as_posix() not in keep:
            old.unlink()
    return written


def write_once(path: Path, kept: Path, make: Callable[[], bytes]) -> None:
    """Write what ``make`` gives, made only when ``kept`` does not hold it yet; the name must tell the content."""
    if not kept.is_file():
        write_if_changed(kept, make())
    write_fresh(path, kept.read_bytes())


def write_fresh(path: Path, content: str | bytes) -> None:
    """Write a file of a site that is being built: it was emptied before, so nothing is compared or replaced."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir()
    except FileExistsError:
        pass
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb", buffering=0) as file:
        file.write(data)


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write ``content``, a text as UTF-8, unless the file already holds it; whole or not at all."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_bytes(data)
    beside.replace(path)
    return True
