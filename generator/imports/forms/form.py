"""What a form of timelines is: how it is told, read and written; and what reading any of them shares."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...errors import ChronofactError, problem
from ...model import Place
from ..meaning import Lens
from ..values import DEEPEST, MOST_RECORDS, Options, Reading, Record

Mark = Callable[[str, str, bytes], bool]
Read = Callable[[bytes, str, Options], Reading]
Write = Callable[[Sequence[Mapping[str, Any]], Mapping[str, Any]], bytes]


@dataclass(frozen=True)
class Form:
    """A form of timelines. ``write`` is None where going back makes no sense."""

    name: str
    about: str
    suffix: str
    read: Read
    lens: Lens
    write: Write | None = None
    mark: Mark | None = None
    columns: bool = False  # what its columns mean may be asked for
    roles: Mapping[str, str] | None = None  # of facts that were never imported: role to key


def refused(path: str, why: str, line: int = 0) -> ChronofactError:
    """What a file that cannot be read raises: the place and the reason."""
    return ChronofactError(
        problem("import-unreadable", Place(path, line, 1 if line else 0), value=path, why=why)
    )


def text_of(data: bytes, path: str) -> str:
    """The text of a file: UTF-8, or UTF-16 where it says so, or Western European as spreadsheets wrote it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").lstrip("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\x00" in data:
            raise refused(path, "it is no text") from None
        return data.decode("cp1252", "replace")


def json_of(data: bytes, path: str) -> Any:
    """The JSON in a file; a number that is none, a name given twice or nesting without end is refused."""
    text = text_of(data, path)
    try:
        found = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_double)
    except RecursionError:
        raise refused(path, f"it is nested more than {DEEPEST} levels deep") from None
    except json.JSONDecodeError as error:
        raise refused(path, f"it is no JSON: {error.msg}", error.lineno) from None
    except ValueError as error:
        raise refused(path, f"it is no JSON: {error}") from None
    return found


def json_lines(data: bytes, path: str) -> Iterator[tuple[int, Any]]:
    """Each line of a JSON-lines file with its number."""
    for number, line in enumerate(text_of(data, path).splitlines(), 1):
        if line.strip():
            try:
                yield number, json.loads(line, parse_constant=_no_constant)
            except (ValueError, RecursionError):
                raise refused(path, "the line is no JSON", number) from None


def rows_of(data: bytes, path: str) -> tuple[list[str], list[tuple[int, dict[str, Any]]]]:
    """The columns of a table with separators and its rows by column, each with its line."""
    text = text_of(data, path)
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            rows.append((reader.line_num, row))
            if len(rows) > MOST_RECORDS + 1:
                raise refused(path, f"it has more than {MOST_RECORDS:,} rows")
    except csv.Error as error:
        raise refused(path, f"it is no table: {error}", reader.line_num) from None
    return table(rows, path)


def table(
    rows: Sequence[tuple[int, Sequence[Any]]], path: str
) -> tuple[list[str], list[tuple[int, dict[str, Any]]]]:
    """The columns named by the first row that is not empty, and the rows below it; empty rows are left out."""
    filled = [(at, row) for at, row in rows if any(cell not in ("", None) for cell in row)]
    if not filled:
        raise refused(path, "it has no rows")
    columns: list[str] = []
    for number, cell in enumerate(filled[0][1], 1):
        name = " ".join(str(cell if cell is not None else "").split()) or f"column {number}"
        columns.append(name if name not in columns else f"{name} ({number})")
    found = []
    for at, row in filled[1:]:
        cells = {name: row[index] for index, name in enumerate(columns) if index < len(row)}
        beyond = {
            f"column {n}": cell
            for n, cell in enumerate(row[len(columns) :], len(columns) + 1)
            if cell not in ("", None)
        }
        found.append((at, cells | beyond))
    return columns, found


def records(found: Sequence[tuple[int, Any]], path: str) -> tuple[Record, ...]:
    """Groups of keys as records; what is none is refused by its number."""
    if len(found) > MOST_RECORDS:
        raise refused(path, f"it has more than {MOST_RECORDS:,} entries")
    for number, item in found:
        if not isinstance(item, dict):
            raise refused(path, f"entry {number} is no group of keys")
    return tuple(Record(item, number) for number, item in found)


def dumped(value: Any) -> bytes:
    """JSON as files of ours hold it."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _separator(text: str) -> str:
    """The sign that stands most often in the first line, outside quotation marks."""
    first = text.split("\n", 1)[0]
    bare = "".join(part for index, part in enumerate(first.split('"')) if index % 2 == 0)
    return max(",;\t", key=lambda sign: (bare.count(sign), sign == ","))


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _no_double(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"'{twice[:60]}' stands twice in one group")
    return found
