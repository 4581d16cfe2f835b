"""A text of facts in, its entries by their lines out: no file that is written as we write it is parsed whole.

There every line begins an entry with its dash, is indented, a comment or empty. Such a text is the sum of its entries and
each can be parsed alone; so what one more fact costs does not grow with its file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..model import Fact
from .decode import Decoder
from .document import Document, parse_document

# A line that is none of these, a tab, and what only YAML takes for the end of a line.
_OTHER = re.compile("^(?![- #\n]|\\Z)|^-(?! )|[\r\t\x85\u2028\u2029\ufeff]", re.MULTILINE)
_DASH = re.compile(r"^- ", re.MULTILINE)
_KEPT = 1024  # entries: those of a batch are looked at while it is planned, and once more when it is written
_READ = 4096  # entries as facts, which are smaller
_LARGE = 100_000  # characters: of so large files few are kept
_TEXTS = 320  # files: what is written is looked at again by the next batch of those days


class Piece(NamedTuple):
    """An entry's text from its dash to the next one's, without the empty lines below, and where it begins."""

    line: int
    start: int
    text: str


def pieces_of(text: str) -> tuple[Piece, ...] | None:
    """The entries of a text that is the sum of them; None for other texts."""
    return (_pieces_of if len(text) <= _LARGE else _pieces_of_large)(text)


def pieces_grown(text: str, old: str, known: Sequence[Piece]) -> tuple[Piece, ...] | None:
    """The same where the ``known`` ones of an ``old`` text are at hand: of one that was only added to what is new is looked at."""
    if not known or len(text) > _LARGE or not text.startswith(old):
        return pieces_of(text)
    last = known[-1]
    more = _cut(text, last.start, last.line)
    return (*known[:-1], *more) if more is not None else None


def _cut(text: str, begin: int = 0, line: int = 1) -> tuple[Piece, ...] | None:
    """Those from a place on at which a line begins."""
    if _OTHER.search(text, begin):
        return None
    starts = [found.start() for found in _DASH.finditer(text, begin)]
    if not starts:
        return None
    before = begin
    pieces: list[Piece] = []
    for start, end in pairwise((*starts, len(text))):
        line += text.count("\n", before, start)
        before = start
        pieces.append(Piece(line, start, text[start:end].rstrip("\n")))
    return tuple(pieces)


_pieces_of, _pieces_of_large = lru_cache(maxsize=_TEXTS)(_cut), lru_cache(maxsize=4)(_cut)


def pieces_with(text: str, facts: Sequence[Fact]) -> tuple[Piece, ...] | None:
    """The entries of a text from which just these ``facts`` were read; None where they do not begin at its dashes."""
    pieces = pieces_of(text)
    at = [fact.place.line for fact in facts]
    return pieces if pieces is not None and [piece.line for piece in pieces] == at else None


@lru_cache(maxsize=_KEPT)
def entry_document(piece: str) -> Document | None:
    """An entry parsed alone; None where its text is not one whole entry."""
    document = parse_document("", f"{piece}\n")
    root = document.root
    alone = root is not None and root.kind == "list" and len(root.items) == 1
    return document if alone and not document.problems else None


@lru_cache(maxsize=_READ)
def entry_fact(piece: str) -> Fact | None:
    """The fact that an entry alone says, without what is filled in from its articles; None where it says none."""
    document = entry_document(piece)
    found = Decoder("").facts(document.root) if document is not None else ()
    return found[0] if len(found) == 1 else None


def has_list(document: Document) -> bool:
    """Whether an entry has a list of lines, which shows how its file lays them out."""
    root = document.root
    values = (value for item in root.items for _, value in item.pairs) if root is not None else ()
    return any(value.kind == "list" and value.style == "block" for value in values)
