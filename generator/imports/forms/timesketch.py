"""Timesketch: CSV or JSON lines with ``message``, ``datetime`` and ``timestamp_desc`` (timesketch.org, "Import from JSON or CSV")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...exports.csv_table import unguard
from ..meaning import Lens
from ..values import Options, Reading, Record
from .form import Form, json_lines, rows_of
from .one_a_file import dumped_line
from .timelinejs import write_table

_SET = 10_000_000  # nearer to the beginning of the count a stamp says that there is none: 0, -1
_ROLES = {"date": "datetime", "text": "message", "tags": "tag"}


def _read(data: bytes, path: str, _: Options) -> Reading:
    if data.lstrip(b"\xef\xbb\xbf \r\n")[:1] == b"{":
        found = []
        for at, item in json_lines(data, path):
            found.append(Record(item if isinstance(item, dict) else {}, at))
        return Reading("timesketch", tuple(found), {"as": "jsonl"})
    columns, rows = rows_of(data, path)
    entries = tuple(
        Record({key: unguard(cell) for key, cell in row.items() if cell != ""}, at) for at, row in rows
    )
    return Reading("timesketch", entries, {"columns": columns})


def _derive(data: Mapping[str, Any], _: Mapping[str, Any], __: str) -> Mapping[str, Any]:
    """Where only the count of microseconds is given, it is the moment; its exports write lists of tags as Python does."""
    found: dict[str, Any] = {}
    stamp, tags = data.get("timestamp"), data.get("tag")
    if not data.get("datetime") and stamp not in (None, ""):
        number = int(stamp) if re.fullmatch(r"-?\d{1,30}", str(stamp)) else 0
        found["date"] = number if abs(number) >= _SET else ""
    if isinstance(tags, str) and tags.startswith("[") and tags.endswith("]"):
        found["tags"] = [one.strip(" '\"") for one in tags[1:-1].split(",")]
    return found


def _amend(data: dict[str, Any], role: str, value: Any, _: str) -> None:
    if role == "date":
        data["datetime"] = value
        data.pop("timestamp", None)
    if role == "tags":
        data["tag"] = ",".join(value)


def _write(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    if head.get("as") == "jsonl":
        return b"".join(dumped_line(one) for one in data)
    rows = [{"timestamp_desc": "Event", **one} for one in data] if not head else data
    return write_table(rows, head or {"columns": ["message", "datetime", "timestamp_desc"]})


FORM = Form(
    "timesketch", "Timesketch, CSV or JSON lines", ".csv", _read, Lens(_ROLES, _derive, _amend, empty=False), _write,
    mark=lambda _, head, __: "timestamp_desc" in head.split("\n", 1)[0], roles=_ROLES,
)  # fmt: skip
