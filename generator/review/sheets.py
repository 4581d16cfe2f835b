"""What waits in, a spreadsheet to mark out; and the marked spreadsheet in, the decisions of it out.

The column ``decision`` takes accept, reject, hold or nothing; ``why`` its reason. What is changed in ``date``,
``text``, ``speaker``, ``kind`` or ``tags`` is an edit. ``mark`` tells which state of the fact the sheet was made of:
a fact that changed since is left alone and named.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import Problem, problem
from ..exports.csv_table import BETWEEN, guard, unguard
from ..model import Fact, Place
from ..store.content import Content
from ..store.decisions import Decisions
from .queue import item, mark_of

COLUMNS = (
    "id", "decision", "why", "date", "text", "speaker", "kind", "tags", "look at", "article", "quote", "mark",
)  # fmt: skip
EDITED = ("date", "text", "speaker", "kind", "tags")
WORDS = {"a": "accept", "r": "reject", "h": "hold", "yes": "accept", "no": "reject"}
_DECISIONS = ("accept", "reject", "hold")
MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet asks for: how many decisions and edits, and what cannot be done."""

    decided: int
    problems: tuple[Problem, ...]


def write_sheet(content: Content, ids: Iterable[str], reasons: dict[str, tuple[str, ...]]) -> str:
    """One fact a row, safe to open in a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for id in ids:
        one = item(content, id, reasons.get(id, ()))
        if one is not None:
            fact = one.fact
            row = (
                fact.id, "", "", *(_shown(fact, name) for name in EDITED), BETWEEN.join(one.doubts),
                " · ".join(filter(None, (one.outlet, one.title, one.published))),
                fact.sources[0].quote if fact.sources else "", mark_of(fact),
            )  # fmt: skip
            writer.writerow([guard(cell) for cell in row])
    return out.getvalue()


def read_sheet(text: str, decisions: Decisions, path: str = "") -> Read:
    """Decide what a marked sheet says; rows without a mark of a person change nothing."""
    try:
        rows = list(
            csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), dialect=_dialect(text))
        )
    except csv.Error as error:
        return Read(0, (problem("sheet-unreadable", Place(path), why=str(error)),))
    if not rows or not {"id", "decision", "mark"} <= set(rows[0]) or len(rows) > MOST_ROWS:
        return Read(0, (problem("sheet-columns", Place(path), value=", ".join(COLUMNS)),))
    found: list[Problem] = []
    decided = 0
    for number, row in enumerate(rows, 2):
        cells = {
            name: unguard((value or "").strip()) for name, value in row.items() if isinstance(value, str)
        }
        done = _row(cells, decisions, Place(path, number, 1))
        if isinstance(done, Problem):
            found.append(done)
        else:
            decided += done
    return Read(decided, tuple(found))


def _row(cells: dict[str, str], decisions: Decisions, place: Place) -> int | Problem:
    """One row: 1 when something was decided, 0 when nothing was asked."""
    word = cells.get("decision", "").casefold()
    action = WORDS.get(word, word)
    fact = decisions.content.by_id.get(cells.get("id", ""))
    if action and action not in _DECISIONS:
        return problem("sheet-decision", place, value=word)
    if fact is None:
        return (
            problem("fact-unknown", place, value=cells.get("id", ""), hint="It was removed since.")
            if action
            else 0
        )
    edits = {name: cells[name] for name in EDITED if name in cells and cells[name] != _shown(fact, name)}
    if not action and not edits:
        return 0
    if cells.get("mark") != mark_of(fact):
        return problem("sheet-old", place, fact=fact.id, value=fact.id)
    if edits and action != "reject":
        decisions.edit(fact, edits)
    if action == "accept":
        decisions.accept(fact)
    elif action == "reject":
        decisions.reject(fact, cells.get("why", ""))
    elif action == "hold":
        decisions.hold(fact, cells.get("why", ""))
    return 1


def _shown(fact: Fact, name: str) -> str:
    value = getattr(fact, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value).strip()


def _dialect(text: str) -> type[csv.Dialect] | str:
    """Spreadsheets write commas, semicolons or tabs, by the country."""
    first = text.removeprefix("\ufeff").split("\n", 1)[0]

    class Sheet(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Sheet
