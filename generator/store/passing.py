"""What one process tells another by name in, the same out: bytes one behind the other in a file, and behind them where each lies.

Nothing is kept: such a file is of one build. One that was not ended tells nothing.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import BinaryIO

_END = b"chronofact"


class Passing:
    """The file as it is written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._places: dict[str, tuple[int, int]] = {}

    @classmethod
    def begun(cls, path: Path) -> Passing:
        """A new file; raises ``OSError``."""
        path.unlink(missing_ok=True)
        return cls(path.open("xb"))

    def put(self, name: str, data: bytes) -> None:
        """Tell ``data`` under ``name``."""
        at = self._file.tell()
        self._file.write(data)
        self._places[name] = (at, len(data))

    def end(self) -> None:
        """All is told."""
        at = self._file.tell()
        self._file.write(json.dumps(self._places).encode() + at.to_bytes(8, "big") + _END)
        self._file.close()


class Passed:
    """The file as it is read; ``ValueError`` or ``OSError`` where it was not ended."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDONLY)
        try:
            size = os.fstat(self._file).st_size
            tail = self._read(max(0, size - 8 - len(_END)), size)
            if tail[8:] != _END:
                raise ValueError("it was not ended")
            at = int.from_bytes(tail[:8], "big")
            places = json.loads(self._read(at, size - 8 - len(_END)))
            self._places: dict[str, list[int]] = places
        except BaseException:
            os.close(self._file)
            raise

    def get(self, name: str) -> bytes | None:
        """What was told under ``name``."""
        place = self._places.get(name)
        return self._read(place[0], sum(place)) if place else None

    def close(self) -> None:
        """Nothing more is asked."""
        os.close(self._file)

    def _read(self, start: int, end: int) -> bytes:
        parts = []
        while start < end and (part := os.pread(self._file, end - start, start)):
            parts.append(part)
            start += len(part)
        return b"".join(parts)
