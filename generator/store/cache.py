"""What was read of files before, by their fingerprint, so that only what changed is parsed and checked again.

One SQLite file in the project's cache folder, which may be deleted at any time. It holds files of facts and articles'
records that had no problem, of the facts also the days of the articles they rest on, and what was found wrong in each
file. One that cannot be read or that another version wrote counts as empty and is made anew; one that another run has
open is left alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from ..errors import Problem
from ..model import Article, Fact
from ..timeline.clean import clean_text, holds_clean
from .entry import Days
from .rows import form_of, maker, row_of
from .text_file import fingerprint
from .written import claim_cache

NAME = "content.sqlite"
OLD_NAME = "facts.json"  # of versions up to 0.9
# Below this many bytes of facts parsing is faster than anything else.
WORTH_BYTES = 256 * 1024
# Another model or another form makes another version.
VERSION = fingerprint(repr(("5", form_of(Fact), form_of(Article), form_of(Problem))).encode())[:16]
_TABLES = """
CREATE TABLE IF NOT EXISTS version (value TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, days TEXT NOT NULL, rows TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (key TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checks (key TEXT PRIMARY KEY, found TEXT NOT NULL) WITHOUT ROWID;
"""
# What makes no row of ours; whatever is odd in the cache is as if it were not there.
_ODD = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError)


class _Table:
    """One table, read whole; what this run used of it, or made, is what is kept."""

    def __init__(self, path: Path, name: str, columns: int, spare: int = 1) -> None:
        self._path, self._name, self._columns, self._spare = path, name, columns, spare
        self.known: Mapping[str, Any] = {}
        self.new: dict[str, tuple[str, ...]] = {}
        self.used: set[str] = set()

    def open(self) -> None:
        """Read it; anything odd makes it empty."""
        if not self._path.is_file():
            return
        try:
            address = f"{self._path.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(address, uri=True, timeout=1)) as base:
                if base.execute("SELECT value FROM version").fetchall() == [(VERSION,)]:
                    rows = base.execute(f"SELECT * FROM {self._name}")
                    self.known = {key: values for key, *values in rows}
        except sqlite3.Error:
            self.known = {}

    def keep(self, key: str, *values: str) -> None:
        """Have a row written at the end."""
        self.new[key] = values
        self.used.add(key)

    def write(self, base: sqlite3.Connection) -> None:
        """Write what is new and take away what was not used."""
        gone = self._gone()
        base.executemany(f"DELETE FROM {self._name} WHERE key = ?", [(key,) for key in gone])
        marks = ", ".join("?" * self._columns)
        rows = [(key, *values) for key, values in self.new.items()]
        base.executemany(f"INSERT OR REPLACE INTO {self._name} VALUES ({marks})", rows)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.new or self._gone())

    def _gone(self) -> AbstractSet[str]:
        """What nobody used; rows of other settings may stay beside, up to so many times what was used."""
        many = len(self.known) > self._spare * max(1, len(self.used))
        return self.known.keys() - self.used if self._spare == 1 or many else frozenset()


def _save(path: Path, tables: Sequence[_Table]) -> None:
    """Write the tables; a cache may also not be written."""
    if not any(table.changed for table in tables) or not claim_cache(path.parent):
        return
    for _ in range(2):
        try:
            _write(path, tables)
        except sqlite3.OperationalError:  # another run writes, or nobody may
            return
        except (sqlite3.DatabaseError, ValueError):
            with suppress(OSError):
                path.unlink(missing_ok=True)
            continue
        with suppress(OSError):
            (path.parent / OLD_NAME).unlink(missing_ok=True)
        return


def _write(path: Path, tables: Sequence[_Table]) -> None:
    with closing(sqlite3.connect(path, timeout=1)) as base:
        base.execute("PRAGMA synchronous = OFF")  # what a power cut spoils is made anew
        base.executescript(_TABLES)
        if base.execute("SELECT value FROM version").fetchall() != [(VERSION,)]:
            for table in ("version", "facts", "articles", "checks"):
                base.execute(f"DROP TABLE {table}")
            base.executescript(_TABLES)
            base.execute("INSERT INTO version VALUES (?)", (VERSION,))
        for one in tables:
            one.write(base)
        base.commit()


class FactCache:
    """The facts of files and the records of articles, by fingerprint."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.clean: set[str] = set()  # paths of files in which, at one look, no text is to be cleaned
        self.days: Days = {}  # of the articles; known before the first file of facts is asked for
        self._facts, self._articles = _Table(self.path, "facts", 3), _Table(self.path, "articles", 2)
        self._make, self._make_article = maker(Fact), maker(Article)

    def open(self) -> None:
        """Read what earlier runs kept."""
        self._facts.open()
        self._articles.open()

    def get(self, key: str, path: str) -> tuple[Fact, ...] | None:
        """The facts of a file with this fingerprint; None when it was never read, or its articles have other days."""
        try:
            days, rows = self._facts.known[key]
            if any(self.days.get(article, "") != day for article, day in json.loads(days).items()):
                return None
            found = json.loads(rows)
            for row in found:
                line, column = row[-1]  # in whatever file: it may be moved
                row[-1] = [0, path, 1, line, 2, column]
            facts: tuple[Fact, ...] = tuple(map(self._make, found))
        except _ODD:
            return None
        self._facts.used.add(key)
        if holds_clean(rows) and clean_text(path) == path:
            self.clean.add(path)
        return facts

    def put(self, key: str, facts: Sequence[Fact]) -> None:
        """Keep the facts of a file that was read without a problem."""
        days = {s.article: self.days.get(s.article, "") for fact in facts for s in fact.sources}
        if not all(fact.place.line for fact in facts):
            return
        rows = [row_of(fact) for fact in facts]
        for fact, row in zip(facts, rows, strict=True):
            row[-1] = [fact.place.line, fact.place.column]
        self._facts.keep(key, _text(days), _text(rows))

    def article(self, key: str, id: str) -> Article | None:
        """The record of a file with this fingerprint, without its text; None when it was never read."""
        try:
            _, _, *said = json.loads(self._articles.known[key][0])
            found: Article = self._make_article([id, "", *said])  # its text is read anew
        except _ODD:
            return None
        self._articles.used.add(key)
        return found

    def put_article(self, key: str, article: Article) -> None:
        """Keep a record that was read without a problem."""
        self._articles.keep(key, _text(row_of(article)))

    def save(self) -> None:
        """Write what this run read anew, and forget what it did not use."""
        _save(self.path, (self._facts, self._articles))


class CheckCache:
    """What was found wrong in files, by a key that holds all it rests on; marks of their facts beside it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._table = _Table(self.path, "checks", 2, spare=4)
        self._table.open()
        self._make = maker(Problem)

    def get(self, key: str, facts: int) -> tuple[list[Problem], list[str]] | None:
        """The problems under ``key`` and the marks of so many facts; None where nobody looked yet."""
        try:
            rows, marks = json.loads(self._table.known[key][0])
            if len(marks) != facts or not all(type(mark) is str for mark in marks):
                return None
            problems = [self._make(row) for row in rows]
        except _ODD:
            return None
        self._table.used.add(key)
        return problems, marks

    def put(self, key: str, problems: Sequence[Problem], marks: Sequence[str]) -> None:
        """Keep what was found."""
        self._table.keep(key, _text([[row_of(one) for one in problems], marks]))

    def save(self) -> None:
        """Write what was looked at anew."""
        _save(self.path, (self._table,))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
