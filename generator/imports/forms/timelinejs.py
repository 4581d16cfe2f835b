"""TimelineJS: its JSON, and the table of its spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from ...exports.csv_table import guard, unguard
from ..meaning import Lens
from ..plain import is_address, links_in, plain
from ..sources import as_json
from ..values import Cited, Options, Reading, Record
from .form import Form, dumped, json_of, records, refused, rows_of

_PICTURE = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp3", ".m4a", ".wav")
_FILMS = ("youtube.com/", "youtu.be/", "vimeo.com/", "dailymotion.com/")


def _read(data: bytes, path: str, _: Options) -> Reading:
    document = json_of(data, path)
    events = document.get("events") if isinstance(document, dict) else None
    if isinstance(events, dict):  # an older form has them by number
        events = list(events.values())
    if not isinstance(events, list):
        raise refused(path, "it has no list of events")
    found = []
    for number, event in enumerate(events, 1):
        if isinstance(event, dict):
            words = event.get("text")
            flat = {key: value for key, value in event.items() if key != "text"}
            if isinstance(words, dict) and not flat.keys() & {"headline", "body"}:
                event = flat | {("body" if key == "text" else key): value for key, value in words.items()}
            else:
                event = flat | ({"body": words} if words is not None else {})
        found.append((number, event))
    head = {key: value for key, value in document.items() if key != "events"}
    return Reading("timelinejs", records(found, path), head)


def _write(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    events = []
    for record in data:
        words = {
            ("text" if key == "body" else key): record[key] for key in ("headline", "body") if key in record
        }
        event = {key: value for key, value in record.items() if key not in ("headline", "body")}
        events.append(event | ({"text": words} if words else {}))
    return dumped({**head, "events": events})


def _derive(data: Mapping[str, Any], _: Mapping[str, Any], __: str) -> Mapping[str, Any]:
    """The sources of a slide: what its text links to, else what it shows, unless that is only a picture."""
    linked = [Cited(url=url, title=words, type="webpage") for url, words in links_in(data.get("body", ""))]
    media = data.get("media")
    return {"sources": [_as_group(one) for one in linked] or _shown(media if isinstance(media, dict) else {})}


def _shown(media: Mapping[str, Any]) -> list[dict[str, Any]]:
    address = media.get("link") or media.get("url")
    if not is_address(address) or str(address).lower().split("?")[0].endswith(_PICTURE):
        return []
    film = any(host in str(address) for host in _FILMS)
    named = {"title": plain(media.get("caption", "")), "publisher": plain(media.get("credit", ""))}
    return [
        {
            "url": address,
            "type": "motion_picture" if film else "webpage",
            **{k: v for k, v in named.items() if v},
        }
    ]


def _as_group(one: Cited) -> dict[str, Any]:
    return {"url": one.url, "title": one.title, "type": one.type}


def _read_sheet(data: bytes, path: str, _: Options) -> Reading:
    columns, rows = rows_of(data, path)
    entries = tuple(Record({k: unguard(v) for k, v in row.items() if v != ""}, at) for at, row in rows)
    title = [
        record for record in entries if str(record.data.get("Type", "")).strip().lower() in ("title", "era")
    ]
    head = {"columns": columns, "beside": [dict(record.data) for record in title]}
    return Reading("timelinejs-csv", tuple(one for one in entries if one not in title), head)


def write_table(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    """Records as a table with commas, every cell safe to open; columns that came with it first."""
    columns = list(head.get("columns", ()))
    every = [*head.get("beside", ()), *data]
    columns += [key for key in dict.fromkeys(key for row in every for key in row) if key not in columns]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guard(name) for name in columns])
    writer.writerows([guard(cell_text(row.get(name, ""))) for name in columns] for row in every)
    return out.getvalue().encode("utf-8", "replace")


def cell_text(value: Any) -> str:
    """A value in a cell: texts and numbers as they are, groups as JSON."""
    if isinstance(value, list | dict):
        return as_json(value) if isinstance(value, dict) else " | ".join(map(cell_text, value))
    return "" if value is None else str(value)


def _is_sheet(suffix: str, head: str, _: bytes) -> bool:
    first = head.split("\n", 1)[0].lower()
    return (
        suffix in (".csv", ".tsv", ".txt", "")
        and "headline" in first
        and "year" in first
        and "media" in first
    )


def _derive_sheet(data: Mapping[str, Any], _: Mapping[str, Any], lang: str) -> Mapping[str, Any]:
    media = {"url": data.get("Media"), "link": data.get("Link"), "caption": data.get("Media Caption", ""),
             "credit": data.get("Media Credit", "")}  # fmt: skip
    return _derive({"body": data.get("Text", ""), "media": media}, {}, lang)


JSON_ROLES = {"date": "start_date", "end": "end_date", "text": "headline", "body": "body", "key": "unique_id",
              "display": "display_date"}  # fmt: skip
JSON_FORM = Form(
    "timelinejs", "TimelineJS, JSON", ".json", _read, Lens(JSON_ROLES, _derive, markup=True, dates="parts"), _write,
    mark=lambda _, head, __: head.startswith("{") and '"events"' in head and '"start_date"' in head,
    roles=JSON_ROLES,
)  # fmt: skip
_SHEET = {
    "year": "Year", "month": "Month", "dayofmonth": "Day", "end_year": "End Year", "end_month": "End Month",
    "end_day": "End Day", "display": "Display Date", "text": "Headline", "body": "Text",
}  # fmt: skip
SHEET_FORM = Form(
    "timelinejs-csv", "TimelineJS, the table of its spreadsheet", ".csv", _read_sheet,
    Lens(_SHEET, _derive_sheet, empty=False, markup=True, dates="texts"), write_table, mark=_is_sheet, roles=_SHEET,
)  # fmt: skip
