"""Our own exports, CSV, JSON and JSON lines: every fact comes back as it was, under its id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from ...errors import problem
from ...exports.csv_table import BETWEEN, COLUMNS, unguard
from ...fields import FIELDS, FactKey
from ...model import Place
from ..meaning import Lens
from ..values import Options, Reading, Record
from .form import Form, json_lines, json_of, records, rows_of

_SOURCE_COLUMNS = {
    "quotes": "quote", "publishers": "publisher", "titles": "title", "published": "published", "urls": "url",
    "archive_urls": "archive_url",
}  # fmt: skip
_LISTS = ("tags", "follows", "fulfils", "maybe_same_as", "disagrees_with", "was")
_NOT_IN_A_TABLE = (
    "corrections, page or time of a source, the rule that read a date, the names with their spellings, and of an article its "
    "id, authors, agency, language, tags, embargo and further fields"
)
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
        head = (
            {name: document.get(name) for name in ("articles", "names")} if isinstance(document, dict) else {}
        )
        return Reading(
            "own", records(list(enumerate(facts if isinstance(facts, list) else [], 1)), path), head
        )
    __, rows = rows_of(data, path)
    found = tuple(Record(_fact({k: unguard(v) for k, v in row.items()}), at) for at, row in rows)
    told = problem("import-own-table", Place(path), value=_NOT_IN_A_TABLE)
    return Reading("own", found, problems=(told,))


def _fact(row: Mapping[str, str]) -> dict[str, Any]:
    """A row of the table as the record that JSON would have; its own columns only."""
    fact: dict[str, Any] = {key: value for key, value in row.items() if key in COLUMNS and value != ""}
    fact |= {name: [part for part in row.get(name, "").split(BETWEEN) if part] for name in _LISTS}
    fact |= {name: row.get(name) == "yes" for name in _FLAGS}
    fact["sources"] = _sources(row)
    for key in FIELDS:
        if key.form in ("map", "maps") and isinstance(fact.get(key.label), str):
            groups = [_group(key, cell) for cell in fact.pop(key.label).split(BETWEEN)]
            fact[key.label] = groups if key.form == "maps" else groups[0]
    fact.pop("corrected", None)
    return fact


def _sources(row: Mapping[str, str]) -> list[dict[str, Any]]:
    """The sources of a row, which stand side by side in its columns."""
    columns = (row.get(key, "").split(BETWEEN) for key in _SOURCE_COLUMNS)
    sources: list[dict[str, Any]] = [
        dict(zip(_SOURCE_COLUMNS.values(), values, strict=True))
        for values in zip_longest(*columns, fillvalue="")
    ]
    words, bases = (row.get(key, "").split(BETWEEN) for key in ("date_words", "date_basis"))
    for source, said, basis in zip(sources, words, bases, strict=False):
        source["date"] = {"words": said, "basis": basis}
    return sources


def _group(key: FactKey, cell: str) -> dict[str, Any]:
    """``what: dead; value: 31; at least: yes`` as a group of keys."""
    found: dict[str, Any] = {}
    for inner in reversed(
        key.inner
    ):  # in the order of the table, so that a text may hold what looks like a later key
        before, sign, said = f"; {cell}".rpartition(f"; {inner.name}: ")
        if sign:
            found[inner.label] = _typed(inner.form, said)
            cell = before.removeprefix("; ")
    return found


def _typed(form: str, said: str) -> Any:
    if form == "flag":
        return said == "yes"
    if form == "number":
        return float(said) if "." in said else int(said) if re.fullmatch(r"-?\d{1,18}", said) else said
    return said


def _is(suffix: str, head: str, _: bytes) -> bool:
    if head.startswith("{"):
        return '"date_from"' in head and '"quote_link"' in head
    first = head.split("\n", 1)[0]
    return suffix in (".csv", "") and "date_from" in first and "date_basis" in first


FORM = Form("own", "Our own exports: CSV, JSON, JSON lines", ".json", _read, Lens({}), None, mark=_is)
