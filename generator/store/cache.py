"""Files of facts that were read before, by their fingerprint, so that only what changed is parsed again.

One SQLite file in the project's cache folder, which may be deleted at any time; it holds only files without a problem,
and of each the days of the articles it rests on. One that cannot be read or that another version wrote counts as empty
and is made anew; one that another run has open is left alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from ..model import Fact
from .entry import Days
from .rows import form_of, maker, row_of
from .text_file import fingerprint
from .written import claim_cache

NAME = "content.sqlite"
OLD_NAME = "facts.json"  # of versions up to 0.9
# Below this many bytes of facts parsing is faster than anything else.
WORTH_BYTES = 256 * 1024
# Another model or another form makes another version.
VERSION = fingerprint(repr(("4", form_of(Fact))).encode())[:16]
_TABLES = """
CREATE TABLE IF NOT EXISTS version (value TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, days TEXT NOT NULL, rows TEXT NOT NULL) WITHOUT ROWID;
"""

Kept = tuple[str, str]  # days and rows, as JSON


class FactCache:
    """The facts of files by fingerprint; what this run used is what is kept."""

    def __init__(self, folder: Path, days: Days) -> None:
        self.path = folder / NAME
        self.days = days
        self._known: dict[str, Kept] = {}
        self._new: dict[str, Kept] = {}
        self._used: set[str] = set()
        self._make = maker(Fact)

    def open(self) -> None:
        """Read the cache; anything odd in it makes it empty."""
        if not self.path.is_file():
            return
        try:
            with closing(
                sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=1)
            ) as base:
                if base.execute("SELECT value FROM version").fetchall() == [(VERSION,)]:
                    rows = base.execute("SELECT key, days, rows FROM facts")
                    self._known = {key: (days, facts) for key, days, facts in rows}
        except sqlite3.Error:
            self._known = {}

    def get(self, key: str, path: str) -> tuple[Fact, ...] | None:
        """The facts of a file with this fingerprint; None when it was never read, or its articles have other days."""
        try:
            days, rows = self._known[key]
            if any(self.days.get(article, "") != day for article, day in json.loads(days).items()):
                return None
            facts = tuple([self._fact(row, path) for row in json.loads(rows)])
        except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError):
            return None
        self._used.add(key)
        return facts

    def _fact(self, row: Any, path: str) -> Fact:
        row[-1][0] = path
        fact: Fact = self._make(row)
        return fact

    def put(self, key: str, facts: Sequence[Fact]) -> None:
        """Keep the facts of a file that was read without a problem."""
        days = {s.article: self.days.get(s.article, "") for fact in facts for s in fact.sources}
        rows = [row_of(fact) for fact in facts]
        for row in rows:
            row[-1][0] = ""  # a file may be moved
        self._new[key] = (_text(days), _text(rows))
        self._used.add(key)

    def save(self) -> None:
        """Write what this run read anew, and forget what it did not use; a cache may also not be written."""
        gone = self._known.keys() - self._used
        if not (self._new or gone) or not claim_cache(self.path.parent):
            return
        for _ in range(2):
            try:
                self._write(gone)
            except sqlite3.OperationalError:  # another run writes, or nobody may
                return
            except (sqlite3.DatabaseError, ValueError):
                with suppress(OSError):
                    self.path.unlink(missing_ok=True)
                gone = set()
                continue
            with suppress(OSError):
                (self.path.parent / OLD_NAME).unlink(missing_ok=True)
            return

    def _write(self, gone: set[str]) -> None:
        with closing(sqlite3.connect(self.path, timeout=1)) as base:
            base.execute("PRAGMA synchronous = OFF")  # what a power cut spoils is made anew
            base.executescript(_TABLES)
            if base.execute("SELECT value FROM version").fetchall() != [(VERSION,)]:
                base.execute("DELETE FROM version")
                base.execute("DELETE FROM facts")
                base.execute("INSERT INTO version VALUES (?)", (VERSION,))
            base.executemany("DELETE FROM facts WHERE key = ?", [(key,) for key in gone])
            rows = [(key, days, facts) for key, (days, facts) in self._new.items()]
            base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", rows)
            base.commit()


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
