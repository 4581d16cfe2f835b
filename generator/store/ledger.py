"""A long run of adding in, what of it is done already out: one SQLite file that a killed run leaves to the next.

It holds what was received and what was read in each article, by the hash of all that these rest on, and of each batch
what its files would hold once written. It lies in the cache folder, is removed at the end of the run, and one that is broken, in use
or another run's counts as empty.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from .changes import Changes
from .text_file import fingerprint
from .written import claim_cache

NAME = "adding.sqlite"
_TABLES = """
CREATE TABLE IF NOT EXISTS run (key TEXT PRIMARY KEY, today TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS record (key TEXT PRIMARY KEY, row BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS reading (key TEXT PRIMARY KEY, row BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS share (key TEXT PRIMARY KEY, row BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS batch (number INTEGER PRIMARY KEY, files BLOB NOT NULL);
"""


class Ledger:
    """The book of one run; without a file it remembers nothing, and nobody minds."""

    def __init__(self, cache_folder: Path) -> None:
        self.path = cache_folder / NAME
        self._base: sqlite3.Connection | None = None
        self._one = threading.Lock()  # readings are kept by the thread that has them
        if not claim_cache(cache_folder):
            return
        for _ in range(2):
            try:
                self._open()
            except sqlite3.OperationalError:  # another run has it, or it cannot be written
                self._leave()
            except sqlite3.DatabaseError:
                self._leave()
                with suppress(OSError):
                    self.path.unlink(missing_ok=True)
                continue
            return

    def _open(self) -> None:
        self._base = base = sqlite3.connect(self.path, timeout=0.1, check_same_thread=False)
        base.execute("PRAGMA locking_mode = EXCLUSIVE")
        base.execute("PRAGMA synchronous = OFF")  # a kill loses nothing; what a power cut spoils is read anew
        base.executescript(_TABLES)
        base.commit()

    def begin(self, key: str, today: str) -> str:
        """Make it the book of this run, or go on with it; the day on which that began, which all it makes is stamped with."""
        try:
            if self._base is not None:
                known = self._base.execute("SELECT today FROM run WHERE key = ?", (key,)).fetchone()
                if known is not None:
                    return str(known[0])
                for table in ("run", "batch", "share"):
                    self._base.execute(f"DELETE FROM {table}")
                self._base.execute("INSERT INTO run VALUES (?, ?)", (key, today))
                self._base.commit()
        except sqlite3.Error:
            self._leave()
        return today

    def _leave(self) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None

    def known(self) -> frozenset[str]:
        """The keys of all readings that are kept."""
        try:
            rows = self._base.execute("SELECT key FROM reading") if self._base else ()
            return frozenset(str(key) for (key,) in rows)
        except sqlite3.Error:
            return frozenset()

    def reading(self, key: str) -> object | None:
        """What was kept of a reading; None where it never was."""
        return _unpacked(self._row("reading", key))

    def keep(self, readings: Iterable[tuple[str, bytes]]) -> None:
        """Keep readings for a run that carries on."""
        self._write("INSERT OR REPLACE INTO reading VALUES (?, ?)", list(readings))

    def record(self, key: str) -> object | None:
        """What was kept of the article that a record makes."""
        return _unpacked(self._row("record", key))

    def keep_records(self, records: Iterable[tuple[str, bytes]]) -> None:
        """Keep articles as they were received."""
        self._write("INSERT OR REPLACE INTO record VALUES (?, ?)", list(records))

    def share(self, key: str) -> bytes | None:
        """What was kept of a share of pairs; None where it never was."""
        return self._row("share", key)

    def keep_share(self, key: str, row: bytes) -> None:
        """Keep what was judged of a share until its batch is planned."""
        self._write("INSERT OR REPLACE INTO share VALUES (?, ?)", [(key, row)])

    def _row(self, table: str, key: str) -> bytes | None:
        try:
            with self._one:
                asked = f"SELECT row FROM {table} WHERE key = ?"
                found = self._base.execute(asked, (key,)).fetchone() if self._base else None
            return found[0] if found and isinstance(found[0], bytes) else None
        except sqlite3.Error:
            return None

    def plan(self, number: int, changes: Changes) -> None:
        """Note what batch ``number`` is about to write."""
        self._write("DELETE FROM share WHERE ?", [(1,)])
        files = {
            change.path: fingerprint(change.new) if change.new is not None else "" for change in changes.files
        }
        self._write("INSERT OR REPLACE INTO batch VALUES (?, ?)", [(number, json.dumps(files).encode())])

    def done(self, root: Path) -> int:
        """How many batches are written: each is planned when the one before is, so only the last one is asked."""
        if self._base is None:
            return 0
        try:
            last = self._base.execute(
                "SELECT number, files FROM batch ORDER BY number DESC LIMIT 1"
            ).fetchone()
            if last is None:
                return 0
            written = all(_hash(root / path) == hash for path, hash in json.loads(last[1]).items())
            return int(last[0]) + written
        except (sqlite3.Error, ValueError, AttributeError, TypeError, RecursionError):
            return 0

    def close(self, *, done: bool) -> None:
        """Let go of the file; a run that came to its end takes it away."""
        with self._one:
            self._leave()
        if done:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        with self._one, suppress(sqlite3.Error):
            if self._base is not None and rows:
                self._base.executemany(statement, rows)
                self._base.commit()


def _hash(path: Path) -> str:
    try:
        return fingerprint(path.read_bytes())
    except OSError:
        return ""


def _unpacked(row: bytes | None) -> object | None:
    try:
        return json.loads(zlib.decompress(row)) if row else None
    except (zlib.error, ValueError, RecursionError):
        return None


def packed(row: object) -> bytes:
    """A row as it is kept: small, for there are many."""
    return zlib.compress(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


@cache
def program_mark() -> str:
    """A hash of all of this program's own files: another version may read an article otherwise."""
    top = Path(__file__).parents[1]
    every = sorted(
        path for path in top.rglob("*") if path.suffix in (".py", ".json", ".toml", ".yaml", ".txt")
    )
    return fingerprint(b"".join(fingerprint(path.read_bytes()).encode() for path in every))
