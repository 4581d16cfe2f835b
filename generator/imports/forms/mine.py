"""Our own exports, CSV, JSON and JSON lines: every fact comes back as it was, under its id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...exports.csv_table import BETWEEN, COLUMNS, unguard
from ..meaning import Lens
from ..values import Options, Reading, Record
from .form import Form, json_lines, json_of, records, rows_of

_SOURCE_COLUMNS = {
    "quotes": "quote", "publishers": "publisher", "titles": "title", "published": "published", "urls": "url",
    "archive_urls": "archive_url",
}  # fmt: skip
_LISTS = ("tags", "follows", "fulfils", "maybe_same_as", "disagrees_with", "was")
_FLAGS = ("anonymous", "denied", "lead")


def _read(data: bytes, path: str, _: Options) -> Reading:
    start = data.lstrip(b"\xef\xbb\xbf \r\n")[:1]
    if start == b"{":
        first = data.lstrip().split(b"\n", 1)[0]
        if b'"facts"' in data[:5000] and not first.rstrip().endswith(b"}"):
            document = json_of(data, path)
        elif b'"date_from"' in first:
            return Reading("own", records(list(json_lines(data, path)), path))
        else:
            document = json_of(data, path)
        facts = document.get("facts") if isinstance(document, dict) else None
        return Reading("own", records(list(enumerate(facts if isinstance(facts, list) else [], 1)), path))
    __, rows = rows_of(data, path)
    return Reading(
        "own", tuple(Record(_fact({k: unguard(v) for k, v in row.items()}), at) for at, row in rows)
    )


def _fact(row: Mapping[str, str]) -> dict[str, Any]:
    """A row of the table as the record that JSON would have; its own columns only."""
    fact: dict[str, Any] = {key: value for key, value in row.items() if key in COLUMNS and value != ""}
    for name in _LISTS:
        fact[name] = [part for part in row.get(name, "").split(BETWEEN) if part]
    for name in _FLAGS:
        fact[name] = row.get(name) == "yes"
    columns = {key: row.get(key, "").split(BETWEEN) for key in _SOURCE_COLUMNS}
    many = max((len(values) for values in columns.values()), default=0)
    fact["sources"] = [
        {
            name: values[n] if n < len(values) else ""
            for key, name in _SOURCE_COLUMNS.items()
            for values in (columns[key],)
        }
        for n in range(many)
    ]
    for name in ("measure", "brackets", "corrected"):
        fact.pop(name, None)
    return fact


def _is(suffix: str, head: str, _: bytes) -> bool:
    if head.startswith("{"):
        return '"date_from"' in head and '"quote_link"' in head
    first = head.split("\n", 1)[0]
    return suffix in (".csv", "") and "date_from" in first and "date_basis" in first


FORM = Form("own", "Our own exports: CSV, JSON, JSON lines", ".json", _read, Lens({}), None, mark=_is)
