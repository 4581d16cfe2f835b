"""A file in the content folder that is not read in, whether a person means it to be out: "facts.yaml.txt"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

_MOST = 1 << 20
_ENTRIES = {
    "facts": re.compile(rb"(?m)^\s*-\s+[\"']?id[\"']?\s*:"),
    "articles": re.compile(rb"(?m)^[\"']?(?:sha256|published|file)[\"']?\s*:"),
}


def is_meant(path: Path, beside: Collection[str], below: str) -> bool:
    """Whether a file of another ending holds entries, and is no copy of a file that is read."""
    stem = stem_of(path.name).casefold()
    if any(name.casefold() in (f"{stem}.yaml", f"{stem}.yml") for name in beside):
        return False
    try:
        with path.open("rb") as file:
            return bool(_ENTRIES[below].search(file.read(_MOST).replace(b"\0", b"")))
    except OSError:
        return False


def stem_of(name: str) -> str:
    """``2025-05-16`` of ``2025-05-16.yaml.txt``, ``2025-05-16.YML~`` or ``2025-05-16.txt``."""
    cut = re.search(r"\.ya?ml", name, re.IGNORECASE)
    return name[: cut.start()] if cut else name.rpartition(".")[0] or name


def look_alikes(folder: Path, stem: str) -> Iterator[str]:
    """The files that are named nearly like ``stem.yaml``."""
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError:
        return
    yield from (n for n in names if stem_of(n).casefold() == stem and re.search(r"\.ya?ml", n, re.IGNORECASE))
