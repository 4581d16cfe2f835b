"""The forms that are read and written, by name; and which one a file has."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from . import csl, ical, markwhen, mine, one_a_file, tables, timelinejs, timemap, timesketch, wikidata
from .form import Form

FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        timelinejs.JSON_FORM, timelinejs.SHEET_FORM, markwhen.FORM, tables.CSV_FORM, tables.XLSX_FORM, tables.ODS_FORM,
        one_a_file.FORM, ical.FORM, wikidata.FORM, csl.FORM, timesketch.FORM, timemap.FORM, mine.FORM,
    )
}  # fmt: skip

# Telling the form of a JSON or CSV file: the first whose mark is there.
_MARKED = ("own", "timelinejs", "timelinejs-csv", "wikidata", "csl-json", "timesketch", "timemap")

__all__ = ["FORMS", "Form", "form_of"]


def form_of(path: str, data: bytes) -> str:
    """The name of the form of a file, ``""`` when nothing tells it."""
    suffix = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    by_suffix = {".mw": "markwhen", ".xlsx": "xlsx", ".ods": "ods", ".ics": "ics", ".ical": "ics"}
    if suffix in by_suffix:
        return by_suffix[suffix]
    if suffix in (".md", ".markdown", ".yaml", ".yml"):
        return "files"
    head = data[:200_000].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    marks = ((name, FORMS[name].mark) for name in _MARKED)
    marked = next((name for name, mark in marks if mark is not None and mark(suffix, head, data)), "")
    if marked:
        return marked
    if suffix in (".csv", ".tsv", ".tab"):
        return "csv"
    return "files" if suffix in (".json", ".jsonl", ".ndjson") or _is_json(head) else ""


def _is_json(head: str) -> bool:
    if not head.startswith(("{", "[")):
        return False
    try:
        json.JSONDecoder().raw_decode(head)
    except (ValueError, RecursionError):
        return len(head) > 1000
    return True
