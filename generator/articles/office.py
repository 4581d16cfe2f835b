"""A word processor's file (``.docx``, ``.odt``) in, its paragraphs as plain text out.

The part with the text is unpacked and read piece by piece: nothing of it is held but the words, and what
unpacks to more than a text can be is refused where that shows.
"""

from __future__ import annotations

import io
import zipfile
from typing import IO
from xml.parsers import expat

# Elements by their names without namespace, which the two formats do not share otherwise.
_PARTS = ("word/document.xml", "content.xml")
_PARAGRAPHS = frozenset({"p", "h"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}
# What was struck out, and notes and shapes beside the text, are no part of it.
_LEFT_OUT = frozenset(
    {"del", "delText", "instrText", "tracked-changes", "annotation", "note", "pict", "Fallback"}
)
_PIECE = 65_536
_DEEPEST = 500  # elements within one another; a document has some twenty


class OfficeTooLarge(ValueError):
    """The part with the text unpacks to more than ``most`` bytes."""


def read_office(data: bytes, most: int) -> str | None:
    """The text, with an empty line between paragraphs; None when this is no such file.

    ``most`` is how many bytes the part that holds the text may unpack to; ``OfficeTooLarge`` when it is more.
    """
    reading = _Reading()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = next((name for name in _PARTS if name in archive.namelist()), "")
            if not part:
                return None
            if archive.getinfo(part).file_size > most:
                raise OfficeTooLarge
            with archive.open(part) as stream:
                reading.read(stream, most)
    except OfficeTooLarge:
        raise
    except Exception:  # packers and parsers fail in many ways on a damaged file, and all mean the same
        return None
    return "\n\n".join(reading.paragraphs)


class _Reading:
    """The paragraphs met so far, and where in the document the parser stands."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._open: list[tuple[str, bool]] = []  # names, and whether Word's own
        self._paragraph = 0  # how deep the open paragraph lies, 0 when none is open
        self._left_out = 0  # the same of an element that is left out

    def read(self, stream: IO[bytes], most: int) -> None:
        """Read the whole part; ``ValueError`` when it is too large, too deep or declares entities."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        size = 0
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > most:
                raise OfficeTooLarge
            parser.Parse(piece, False)
        parser.Parse(b"", True)

    def _start(self, tag: str, _: dict[str, str]) -> None:
        space, _sign, name = tag.rpartition("}")
        self._open.append((name, "wordprocessingml" in space))
        depth = len(self._open)
        if depth > _DEEPEST:
            raise ValueError("too deep")
        if self._left_out:
            return
        if name in _LEFT_OUT:
            self._left_out = depth
        elif self._paragraph:
            self._words.append(_BREAKS.get(name, ""))
        elif name in _PARAGRAPHS:
            self._paragraph = depth

    def _end(self, _: str) -> None:
        depth = len(self._open)
        self._open.pop()
        if depth == self._left_out:
            self._left_out = 0
        elif depth == self._paragraph:
            self._paragraph = 0
            if words := "".join(self._words).strip():
                self.paragraphs.append(words)
            self._words.clear()

    def _text(self, words: str) -> None:
        """Word keeps the text in ``w:t``; OpenDocument in the paragraph and what stands in it."""
        if self._paragraph and not self._left_out:
            name, of_word = self._open[-1]
            if not of_word or name == "t":
                self._words.append(words)

    def _entity(self, *_: object) -> None:
        raise ValueError("a document declares no entities")
