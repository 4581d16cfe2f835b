"""iCalendar (RFC 5545): each VEVENT an entry, each of its properties kept as its line.

Unfolded by the ``icalendar`` package. A calendar's last day of an event is the one before DTEND. An event that
repeats is told: its entry is the first time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from ...edtf import is_edtf, is_exact_day
from ...errors import ChronofactError, problem
from ...exports.calendar_ics import fold
from ...model import Place
from ..meaning import Lens
from ..sources import cited_in
from ..values import MOST_RECORDS, Options, Reading, Record
from .form import Form, refused, text_of

_NAME = re.compile(r"[A-Za-z0-9-]{1,60}")


def _lines(data: bytes, path: str) -> list[str]:
    """The lines of a calendar, unfolded; raises when the file is none."""
    try:
        from icalendar.parser import Contentlines
    except ImportError:
        raise ChronofactError(problem("import-extra", value="icalendar")) from None
    try:
        lines = [str(line) for line in Contentlines.from_ical(text_of(data, path)) if line]  # type: ignore[no-untyped-call]
    except ValueError as error:
        raise refused(path, f"it is no calendar: {error}") from None
    if not lines or lines[0].strip().upper() != "BEGIN:VCALENDAR":
        raise refused(path, "it does not begin with BEGIN:VCALENDAR")
    return lines


def _read(data: bytes, path: str, _: Options) -> Reading:
    lines = _lines(data, path)
    head: list[str] = []
    found: list[Record] = []
    event: dict[str, Any] | None = None
    inner: list[str] = []  # alarms and other parts inside an event
    for number, line in enumerate(lines, 1):
        upper = line.strip().upper()
        if upper == "BEGIN:VEVENT" and event is None:
            event, inner = {}, []
        elif upper == "END:VEVENT" and event is not None and not _open(inner):
            if inner:
                event["parts"] = inner
            found.append(Record(event, number))
            event = None
            if len(found) > MOST_RECORDS:
                raise refused(path, f"it has more than {MOST_RECORDS:,} events")
        elif event is None:
            head.append(line)
        elif upper.startswith("BEGIN:") or _open(inner):
            inner.append(line)
        else:
            _property(event, line, path, number)
    if event is not None:
        raise refused(path, "an event begins and does not end", len(lines))
    repeats = sum("RRULE" in one.data or "RDATE" in one.data for one in found)
    problems = (problem("import-repeats", Place(path), value=repeats),) if repeats else ()
    return Reading("ics", tuple(found), {"calendar": head}, problems)


def _open(inner: Sequence[str]) -> bool:
    starts = sum(line.upper().startswith("BEGIN:") for line in inner)
    return starts > sum(line.upper().startswith("END:") for line in inner)


def _property(event: dict[str, Any], line: str, path: str, number: int) -> None:
    """A property under its name, with its parameters: ``;VALUE=DATE:20150101``; one that comes again makes a list."""
    name = _NAME.match(line)
    if name is None or line[name.end() : name.end() + 1] not in (":", ";"):
        raise refused(path, "the line is no property", number)
    key, rest = name[0].upper(), line[name.end() :]
    if key not in event:
        event[key] = rest
    else:
        event[key] = [*(event[key] if isinstance(event[key], list) else [event[key]]), rest]


def _derive(data: Mapping[str, Any], _: Mapping[str, Any], __: str) -> Mapping[str, Any]:
    start, end = _day(data.get("DTSTART")), _day(data.get("DTEND"))
    whole = bool(re.fullmatch(r"(?:;[^:]*)?:\d{8}", _first(data.get("DTEND"))))
    if end and whole and end > start:
        end = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    if not end and (days := re.search(r":P(\d{1,4})([DW])$", _first(data.get("DURATION")))) and start:
        length = int(days[1]) * (7 if days[2] == "W" else 1)
        end = (date.fromisoformat(start) + timedelta(days=max(length - 1, 0))).isoformat()
    links = [_value(one) for one in _each(data.get("URL"))]
    attached = [_value(one) for one in _each(data.get("ATTACH")) if ":http" in one]
    return {
        "date": start, "end": end if end != start else "", "text": _text(data.get("SUMMARY")),
        "body": _text(data.get("DESCRIPTION")), "key": _text(data.get("UID")),
        "tags": [tag for one in _each(data.get("CATEGORIES")) for tag in _split(_value(one))],
        "sources": [one.url for one in cited_in([*links, *attached]) if one.url],
    }  # fmt: skip


def _amend(data: dict[str, Any], role: str, value: Any, _: str) -> None:
    if role == "date":
        _set_days(data, value)
    elif role in ("text", "body"):
        name = "SUMMARY" if role == "text" else "DESCRIPTION"
        data[name] = f":{_escape(value)}"
    elif role == "tags":
        data["CATEGORIES"] = ":" + ",".join(map(_escape, value))
    elif role == "sources" and value and value[0].url:
        data["URL"] = f":{value[0].url}"
    for name in ("SUMMARY", "DESCRIPTION", "CATEGORIES"):
        if data.get(name) == ":":
            del data[name]


def _set_days(data: dict[str, Any], edtf: str) -> None:
    """Days of an all-day event; a calendar has no words for what is less than a day sure."""
    start, _, end = edtf.partition("/")
    end = end or start
    for name in ("DTSTART", "DTEND", "DURATION"):
        data.pop(name, None)
    if start and is_exact_day(start) and start[0] != "-":
        data["DTSTART"] = f";VALUE=DATE:{start.replace('-', '')}"
        last = date.fromisoformat(end if is_edtf(end) and is_exact_day(end) else start)
        if end != start and last < date.max:
            data["DTEND"] = f";VALUE=DATE:{(last + timedelta(days=1)).strftime('%Y%m%d').zfill(8)}"


def _write(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    lines = list(head.get("calendar", ())) or [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Chronofact//EN",
        "END:VCALENDAR",
    ]
    at = next((n for n, line in enumerate(lines) if line.upper() == "END:VCALENDAR"), len(lines))
    events: list[str] = []
    for record in data:
        events.append("BEGIN:VEVENT")
        for name, value in record.items():
            if name != "parts":
                events += [f"{name}{one}" for one in _each(value)]
        events += [*record.get("parts", ()), "END:VEVENT"]
    return "".join(f"{fold(line)}\r\n" for line in (*lines[:at], *events, *lines[at:])).encode(
        "utf-8", "replace"
    )


def _each(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def _first(value: Any) -> str:
    return next(iter(_each(value)), "")


def _value(line: str) -> str:
    """What stands behind the parameters, which may hold a colon in quotation marks."""
    found = re.match(r"(?:;(?:[^\":]|\"[^\"]*\")*)?:(.*)", line, re.DOTALL)
    return found[1] if found else ""


def _text(value: Any) -> str:
    return re.sub(r"\\([\\;,nN])", lambda m: "\n" if m[1] in "nN" else m[1], _value(_first(value)))


def _split(value: str) -> list[str]:
    return [re.sub(r"\\([\\;,])", r"\1", part) for part in re.split(r"(?<!\\),", value)]


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _day(value: Any) -> str:
    found = re.search(r":(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$", _first(value))
    day = f"{found[1]}-{found[2]}-{found[3]}" if found else ""
    return day if is_edtf(day) else ""


FORM = Form(
    "ics",
    "iCalendar",
    ".ics",
    _read,
    Lens({}, _derive, _amend, renders=("DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "URL")),
    _write,
    roles={},
)
