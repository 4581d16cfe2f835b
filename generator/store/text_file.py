"""Bytes of a file in, its text with everything needed to write it back byte for byte out."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from functools import lru_cache

from ..errors import Problem, problem
from ..model import Place

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file as it stands: ``text`` without byte order mark, line ends untouched."""

    path: str  # relative to the project, with forward slashes
    text: str
    bom: bool = False

    @property
    def newline(self) -> str:
        """The line end the file uses (its first one)."""
        at = self.text.find("\n")
        return "\r\n" if at > 0 and self.text[at - 1] == "\r" else "\n"

    @property
    def size(self) -> int:
        """The characters of the text."""
        return len(self.text)

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return ((BOM if self.bom else "") + self.text).encode("utf-8")


class RestingFile(TextFile):
    """A file that a long run keeps and seldom asks for: its bytes, packed."""

    __slots__ = ("_packed", "_size")
    _packed: bytes
    _size: int

    def __init__(self, file: TextFile) -> None:
        packed = zlib.compress(file.text.encode("utf-8"), 1)
        own = (("path", file.path), ("bom", file.bom), ("_packed", packed), ("_size", file.size))
        for name, value in own:
            object.__setattr__(self, name, value)

    @property
    def text(self) -> str:
        """The text, made anew."""
        return _unpacked(self._packed)

    @property
    def size(self) -> int:
        """The characters of the text."""
        return self._size

    def __eq__(self, other: object) -> bool:
        """Whether it is the same file, resting or not."""
        mine = (self.path, self.text, self.bom)
        return isinstance(other, TextFile) and mine == (other.path, other.text, other.bom)

    __hash__ = None  # type: ignore[assignment]


_AWAKE = 400  # files: those of a batch are asked for again and again while it is planned


@lru_cache(maxsize=_AWAKE)
def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8")


def fingerprint(data: bytes) -> str:
    """SHA-256 of ``data``, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def decode_file(path: str, data: bytes) -> TextFile | Problem:
    """The text of ``data``, which must be UTF-8; the problem names the first byte that is not."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return problem("yaml-encoding", Place(path, 1, 1), value="UTF-16")
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return problem("yaml-encoding", Place(path, line, column), value=f"byte 0x{data[error.start]:02X}")
    if text.startswith(BOM):
        return TextFile(path, text[1:], bom=True)
    return TextFile(path, text)
