"""Files of facts that were read before, by their fingerprint, so that only what changed is parsed again.

10,000 facts take about 3 s to parse and 0.2 s to take from here. The cache lies in the project's cache
folder, may be deleted at any time, and holds only files without a problem. One that cannot be read, or
that another version wrote, counts as empty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from ..fields import BY_FIELD, as_data, from_data
from ..model import Correction, DateReason, Fact, Place, Source
from .entry import Days, full_reason, plain_reason
from .text_file import fingerprint
from .written import claim_cache, put

NAME = "facts.json"
# Below this many bytes of facts parsing is faster than anything else.
WORTH_BYTES = 256 * 1024

_NESTED = ("sources", "corrections", "place")
_PLAIN = tuple(f.name for f in fields(Fact) if f.name not in _NESTED)
_TUPLES = frozenset(f.name for f in fields(Fact) if "tuple[str" in str(f.type))
_GROUPS = tuple(n for n in _PLAIN if BY_FIELD[n].of is not None or BY_FIELD[n].form == "extra")
_REASON = tuple(f.name for f in fields(DateReason))
_CORRECTION = tuple(f.name for f in fields(Correction))
# Another model or another form makes another version.
VERSION = fingerprint(repr(("3", _PLAIN, _REASON, _CORRECTION)).encode())[:16]

Row = list[Any]


class FactCache:
    """The facts of files by fingerprint; what this run used is what is kept."""

    def __init__(self, folder: Path, days: Days) -> None:
        self.path = folder / NAME
        self.days = days
        self._known: Mapping[str, list[Row]] = {}
        self._used: dict[str, list[Row]] = {}
        self._changed = False

    def open(self) -> None:
        """Read the cache; anything odd in it makes it empty."""
        with suppress(OSError, ValueError, RecursionError):
            found = json.loads(self.path.read_bytes())
            if isinstance(found, dict) and found.get("version") == VERSION:
                self._known = found["files"]

    def get(self, key: str, path: str) -> tuple[Fact, ...] | None:
        """The facts of a file with this fingerprint; None when it was never read."""
        rows = self._known.get(key)
        if rows is None:
            return None
        try:
            facts = tuple(_fact(row, path, self.days) for row in rows)
        except (TypeError, ValueError, IndexError, KeyError):
            return None
        self._used[key] = rows
        return facts

    def put(self, key: str, facts: Sequence[Fact]) -> None:
        """Keep the facts of a file that was read without a problem."""
        self._used[key] = [_row(fact, self.days) for fact in facts]
        self._changed = True

    def save(self) -> None:
        """Write what this run used, if that differs from what is there; a cache may also not be written."""
        if not self._changed and len(self._used) == len(self._known):
            return
        text = json.dumps(
            {"version": VERSION, "files": self._used}, ensure_ascii=False, separators=(",", ":")
        )
        with suppress(OSError):
            if claim_cache(self.path.parent):
                put(self.path, text.encode("utf-8"))


def _row(fact: Fact, days: Days) -> Row:
    """A fact as a list, values in the order of the model."""
    sources: list[Row] = []
    for source in fact.sources:
        reason = plain_reason(source.date, days.get(source.article, ""))
        why = [getattr(reason, name) for name in _REASON]
        sources.append([source.article, source.quote, why, source.headline])
    corrections = [[getattr(c, name) for name in _CORRECTION] for c in fact.corrections]
    plain = [as_data(BY_FIELD[name], getattr(fact, name)) for name in _PLAIN]
    return [plain, sources, corrections, fact.place.line, fact.place.column]


def _fact(row: Row, path: str, days: Days) -> Fact:
    plain, sources, corrections, line, column = row
    values: dict[str, Any] = dict(zip(_PLAIN, plain, strict=True))
    for name in _GROUPS:
        values[name] = from_data(BY_FIELD[name], values[name])
    for name in _TUPLES:
        values[name] = tuple(values[name])
    return Fact(
        sources=tuple(
            Source(
                article, quote, date=full_reason(DateReason(*why), days.get(article, "")), headline=headline
            )
            for article, quote, why, headline in sources
        ),
        corrections=tuple(Correction(*found) for found in corrections),
        place=Place(path, line, column),
        **values,
    )
