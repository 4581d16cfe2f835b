"""One file of facts in, its facts out, without reading anything else: for a preview that shows a word at once."""

from __future__ import annotations

from pathlib import Path

from ..model import Fact
from .decode import Decoder
from .document import parse_document
from .entry import Days
from .folders import inside
from .text_file import TextFile, decode_file

_MOST_BYTES = 1_000_000


def read_facts(root: Path, path: str, days: Days) -> tuple[Fact, ...] | None:
    """The facts of the file at ``path``; None where anything is wrong with it, or odd.

    ``days`` are those of the articles' publication, by id.
    """
    if inside(root, path) is None:
        return None
    try:
        if (root / path).stat().st_size > _MOST_BYTES:
            return None
        file = decode_file(path, (root / path).read_bytes())
    except OSError:
        return None
    if not isinstance(file, TextFile):
        return None
    document = parse_document(path, file.text)
    if document.problems:
        return None
    decoder = Decoder(path, days=days)
    facts = decoder.facts(document.root)
    return None if decoder.problems else facts
