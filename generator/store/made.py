"""What was made last, by name, with a hash of all it was made from, in; the same out while that hash holds.

One SQLite file in the project's cache folder, which may be deleted at any time. Every value lies there with a hash of
its own: what was damaged counts as never made, and a file that is none of ours is made anew. Of two builds at once the
one that cannot write leaves it to the other.
"""

from __future__ import annotations

import marshal
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

from .folders import is_claimed
from .passing import Passed, Passing
from .written import claim_cache

NAME = "site.sqlite"
_BESIDE = "site-{}.sqlite"  # of a process that was split off
_PASSING = "site-{}.passing"
FORM = 2
# Written to the disk whenever so many bytes wait.
_BATCH_BYTES = 4_000_000
_TABLE = "CREATE TABLE IF NOT EXISTS made (name TEXT PRIMARY KEY, given BLOB, hash BLOB, data BLOB)"
_PUT = "INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)"
_HAS = "SELECT 1 FROM made WHERE name = ? AND given = ?"
_GET = "SELECT hash, data FROM made WHERE name = ? AND given = ?"
_TAKE = "INSERT OR REPLACE INTO made SELECT * FROM beside.made"


_PLAIN = 2  # the last form of ``marshal`` in which equal values are equal bytes, whoever else holds them


def digest(*parts: object) -> bytes:
    """16 bytes for values whose ``repr`` tells all of them; equal bytes mean equal values, in any process."""
    try:  # three times as fast; it knows no classes
        told = marshal.dumps(parts, _PLAIN)  # type: ignore[arg-type]
    except ValueError:
        told = repr(parts).encode("utf-8", "surrogatepass")
    return blake2b(told, digest_size=16).digest()


class Made:
    """Values by name. What is neither asked for nor put in between ``open`` and ``close`` is forgotten.

    ``folder`` None keeps nothing: every value is made anew.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._base: sqlite3.Connection | None = None
        self._out: sqlite3.Connection | None = (
            None  # where it is written to: the same, but in a process split off
        )
        self._left: list[sqlite3.Connection] = []  # another process's, never touched
        self._passing: Passing | None = None
        self._passed: list[Passed] = []
        self._waiting: dict[str, tuple[bytes, bytes, bytes]] = {}
        self._bytes = 0
        self._used: set[str] = set()
        self._closed = True

    def open(self) -> None:
        """Begin a build."""
        self._used.clear()
        self._closed = False
        if self._base is not None or self.folder is None or not claim_cache(self.folder):
            return
        path = self.folder / NAME
        for _ in range(2):
            try:
                self._base = self._out = _opened(path)
                return
            except sqlite3.OperationalError:  # nobody may write here, or another build makes it
                return
            except sqlite3.Error:
                _removed(path)

    @property
    def is_open(self) -> bool:
        """Whether anything is kept."""
        return self._base is not None

    def split_off(self, number: int) -> None:
        """In a process that was split off: read what there is, keep in a file of its own."""
        assert self.folder
        if self._base:
            self._left.append(self._base)
        self._base = None
        self._waiting.clear()
        self._bytes = 0
        _removed(self.folder / _BESIDE.format(number))
        self._base = _opened(self.folder / NAME)
        self._out = _opened(self.folder / _BESIDE.format(number))
        self._passing = Passing.begun(self.folder / _PASSING.format(number))

    def hand_over(self) -> None:
        """End such a process."""
        self._write(())
        if self._out:
            self._out.close()
        if self._passing:
            self._passing.end()

    def take_in(self, count: int) -> None:
        """Know what ``count`` processes made, and keep it like what was made here."""
        self._forget_passed()
        self._write(())
        for number in range(count if self.folder else 0):
            assert self.folder
            path = self.folder / _BESIDE.format(number)
            with suppress(sqlite3.Error):
                if path.is_file():
                    self._take(path)
            with suppress(OSError, ValueError):
                self._passed.append(Passed(self.folder / _PASSING.format(number)))

    def _take(self, path: Path) -> None:
        """Copy what such a process made, as it lies there; what nobody asks for is forgotten with the rest."""
        if self._out is None:
            return
        self._out.execute("ATTACH ? AS beside", (str(path),))
        try:
            with self._out:
                self._out.execute(_TAKE)
        finally:
            self._out.execute("DETACH beside")

    def has(self, name: str, given: bytes) -> bool:
        """Whether it was put in under ``name`` for ``given``; it is not read."""
        with suppress(sqlite3.Error, OverflowError):
            return bool(self._base and self._base.execute(_HAS, (name, given)).fetchone())
        return False

    def keep(self, name: str) -> None:
        """Keep what was put in under ``name``; it is not read."""
        self._used.add(name)

    def pass_on(self, name: str, data: bytes) -> None:
        """In a process that was split off: tell the build, which ``passed`` asks, and nobody after it."""
        if self._passing:
            self._passing.put(name, data)

    def passed(self, name: str) -> bytes | None:
        """What such a process just told under ``name``."""
        found = (one.get(name) for one in self._passed)
        return next((data for data in found if data is not None), None)

    def get(self, name: str, given: bytes) -> bytes | None:
        """What was put in under ``name`` for ``given``; None when it was not, or is damaged."""
        self._used.add(name)
        waiting = self._waiting.get(name)
        if waiting:
            return zlib.decompress(waiting[2]) if waiting[0] == given else None
        return _whole(self._row(name, given))

    def _row(self, name: str, given: bytes) -> tuple[bytes, bytes] | None:
        if self._base:
            with suppress(sqlite3.Error, OverflowError):
                found: tuple[bytes, bytes] | None = self._base.execute(_GET, (name, given)).fetchone()
                return found
        return None

    def _forget_passed(self) -> None:
        for one in self._passed:
            one.close()
        self._passed.clear()

    def put(self, name: str, given: bytes, data: bytes) -> None:
        """Keep ``data`` under ``name``."""
        self._used.add(name)
        if self._base is None:
            return
        held = zlib.compress(data, 1)
        self._waiting[name] = (given, blake2b(held, digest_size=16).digest(), held)
        self._bytes += len(held)
        if self._bytes > _BATCH_BYTES:
            self._write(())

    def close(self) -> None:
        """End a build that went well: write what waits and forget what it had no use for."""
        self._forget_passed()
        if self.folder and is_claimed(self.folder):
            for path in (*self.folder.glob(_BESIDE.format("*")), *self.folder.glob(_PASSING.format("*"))):
                _removed(path)
        if self._base is None or self._closed:
            return
        self._closed = True
        gone: Iterable[str] = ()
        with suppress(sqlite3.Error):
            gone = {name for (name,) in self._base.execute("SELECT name FROM made")} - self._used
        self._write(gone)
        with suppress(sqlite3.Error):
            self._base.close()
        self._base = self._out = None

    def _write(self, gone: Iterable[str]) -> None:
        assert self._out is not None
        rows = [(name, *row) for name, row in self._waiting.items()]
        self._waiting.clear()
        self._bytes = 0
        try:
            with self._out:
                self._out.executemany(_PUT, rows)
                self._out.executemany("DELETE FROM made WHERE name = ?", ((name,) for name in gone))
        except sqlite3.OperationalError:  # another build writes, or the disk is full
            return
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self._out.close()
            if self.folder and self._out is self._base:
                _removed(self.folder / NAME)
            self._base = self._out = None


def _whole(row: tuple[bytes, bytes] | None) -> bytes | None:
    """What a row holds; None when it is damaged."""
    with suppress(zlib.error, TypeError):
        if row and blake2b(row[1], digest_size=16).digest() == row[0]:
            return zlib.decompress(row[1])
    return None


def _opened(path: Path) -> sqlite3.Connection:
    """The file, ours and whole as far as its head tells; raises ``sqlite3.Error``."""
    base = sqlite3.connect(path, timeout=2, check_same_thread=False)
    try:
        base.execute("PRAGMA synchronous = OFF")  # what a power cut spoils is made anew
        if base.execute("PRAGMA user_version").fetchone() != (FORM,):
            with closing(base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")) as found:
                if found.fetchall():
                    raise sqlite3.DatabaseError("another form")
            base.execute(_TABLE)
            base.execute(f"PRAGMA user_version = {FORM}")
            base.commit()
        columns = [row[1] for row in base.execute("PRAGMA table_info(made)")]
        if columns != ["name", "given", "hash", "data"]:
            raise sqlite3.DatabaseError("another form")
    except BaseException:
        base.close()
        raise
    return base


def _removed(path: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def packed(parts: Iterable[tuple[str, str]]) -> bytes:
    """Names and texts as bytes; ``unpacked`` gives them back."""
    return b"".join(_piece(name) + _piece(text) for name, text in parts)


def unpacked(data: bytes) -> Iterator[tuple[str, str]]:
    """The names and texts of ``packed``."""
    at, size = 0, len(data)
    while at < size:
        found = []
        for _ in range(2):
            end = at + 4 + int.from_bytes(data[at : at + 4], "big")
            found.append(data[at + 4 : end].decode("utf-8", "surrogatepass"))
            at = end
        yield found[0], found[1]


def _piece(text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    return len(data).to_bytes(4, "big") + data
