"""Markwhen (``.mw``): a line an event, ``2015-03: The bridge opens #works``, with sections, tags and notes.

The syntax: https://docs.markwhen.com/syntax/overview.html. A date that counts from another event, and one in a form that
only a program can work out (``after !start 3 days``), stays as written and leaves the entry without a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...edtf import is_edtf
from ..meaning import Lens
from ..plain import plain
from ..values import Options, Reading, Record
from ..when import date_of
from .form import Form, text_of

# "date[ - date]: text" or "date/date: text"; a colon inside a clock time or an address ends no date.
_EVENT = re.compile(
    r"(?P<date>[^\s#>/@\-\[(][^:\n]{0,120}?(?:\d{1,2}:\d\d(?::\d\d)?[^:\n]{0,60}?){0,4}|-\d{4}[^:\n]{0,60}?)[ \t]*:(?=\s|$)[ \t]*(?P<text>.*)"
)
_SECTION = re.compile(
    r"(?:(?P<hashes>#{1,6})[ \t]+|(?P<word>section|group)[ \t]+)(?P<name>.+)", re.IGNORECASE
)
_END = re.compile(r"end(?:Section|Group)[ \t]*", re.IGNORECASE)
_TAG = re.compile(r"(?<!\S)#(?P<tag>[\w-]*[^\W\d][\w-]*)")
_NOT_TAG = re.compile(r"[^\w-]+")
_LINK = re.compile(r"\[(?P<words>[^\]\n]{1,300})\]\((?P<url>https?://[^\s()]{3,1000})\)")
_ID = re.compile(r"[ \t]*id:[ \t]*(?P<id>\S{1,200})[ \t]*")
_DATE_LIKE = re.compile(r"\d|\bnow\b|\bafter\b|\bbefore\b|\bby\b|^!|today|tomorrow|yesterday", re.IGNORECASE)
_MONTHS_FIRST = re.compile(r"\bdateFormat\b[ \t]*:[ \t]*d", re.IGNORECASE)


def _read(data: bytes, path: str, options: Options) -> Reading:
    text = text_of(data, path).replace("\r\n", "\n")
    lines = text.split("\n")
    head: list[str] = []
    at = 0
    if lines and lines[0].strip() == "---":
        at = next((n + 1 for n, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
        head = lines[:at]
    order = options.order or ("day-first" if _MONTHS_FIRST.search("\n".join(head)) else "month-first")
    reader = _Reader(order)
    for number, line in enumerate(lines[at:], at + 1):
        reader.line(line, number)
    return Reading(
        "markwhen", tuple(reader.finished()), {"header": head, "order": order, "tail": reader.before}
    )


class _Reader:
    """The events met so far, and the section that is open."""

    def __init__(self, order: str) -> None:
        self.order = order
        self.found: list[tuple[int, dict[str, Any], list[str]]] = []
        self.sections: list[tuple[int, str]] = []
        self.before: list[str] = []

    def line(self, line: str, number: int) -> None:
        """One line below the header."""
        bare = line.strip()
        section = _SECTION.fullmatch(bare)
        event = _EVENT.fullmatch(bare)
        if section and (section["hashes"] or not event):
            self._open(section, line)
        elif _END.fullmatch(bare):
            self.sections = self.sections[:-1]
            self.before.append(line)
        elif event and _DATE_LIKE.search(event["date"]) and not bare.startswith(("//", "http")):
            record: dict[str, Any] = {"date": event["date"].strip(), "text": event["text"].strip()}
            if self.sections:
                record["sections"] = [name for _, name in self.sections]
            if any(kept.strip() for kept in self.before):
                record["before"] = [kept for kept in self.before if kept.strip()]
            self.before = []
            if indent := line[: len(line) - len(line.lstrip())]:
                record["indent"] = indent
            self.found.append((number, record, []))
        elif bare.startswith("//") or not bare:
            self.before.append(line)
        elif self.found and not self.sections_opened_after():
            self._more(line)
        else:
            self.before.append(line)

    def sections_opened_after(self) -> bool:
        """Whether something other than comments and empty lines already stands below the last event."""
        return any(line.strip() and not line.strip().startswith("//") for line in self.before)

    def _open(self, section: re.Match[str], line: str) -> None:
        level = len(section["hashes"]) if section["hashes"] else 7
        if section["hashes"]:
            self.sections = [(n, name) for n, name in self.sections if n < level]
        self.sections.append((level, plain(_TAG.sub("", section["name"])).strip()))
        self.before.append(line)

    def _more(self, line: str) -> None:
        _, record, notes = self.found[-1]
        identity = _ID.fullmatch(line)
        if identity and "id" not in record and not notes:
            record["id"] = identity["id"]
            return
        notes += [*self.before, line]
        self.before = []

    def finished(self) -> list[Record]:
        """Every event, its notes joined."""
        for _, record, notes in self.found:
            if notes:
                record["notes"] = "\n".join(notes)
        return [Record(record, number) for number, record, _ in self.found]


def _derive(data: Mapping[str, Any], head: Mapping[str, Any], _: str) -> Mapping[str, Any]:
    text, notes = str(data.get("text", "")), str(data.get("notes", ""))
    every = f"{text}\n{notes}"
    start, end = _span(str(data.get("date", "")), str(head.get("order", "month-first")))
    return {
        "date": start or data.get("date", ""), "end": end, "text": _words(text), "body": _words(notes),
        "tags": [found["tag"] for found in _TAG.finditer(_LINK.sub("", every))],
        "sources": [{"url": found["url"], "title": plain(found["words"]), "type": "webpage"} for found in _LINK.finditer(every)],
    }  # fmt: skip


def _span(date: str, order: str) -> tuple[str, str]:
    """Both ends of a range as EDTF; the second is empty for a single date."""
    if is_edtf(date):
        return date, ""
    parts = re.split(r"\s+-\s+|\s*/\s*(?=\d{4}-)|\s+to\s+", date, maxsplit=1)
    ends = [date_of(part.strip(), "day-first" if order == "day-first" else "month-first") for part in parts]
    if not all(ends):
        return "", ""
    return ends[0], ends[1] if len(ends) > 1 else ""


def _words(text: str) -> str:
    """A text without its tags, and with only the words of its links."""
    return plain(_TAG.sub(" ", _LINK.sub(lambda found: found["words"], text)))


def _amend(data: dict[str, Any], role: str, value: Any, _: str) -> None:
    if role == "date":
        data["date"] = value.replace("/..", " - now") if value else "undated"
    elif role == "text":
        marks = " ".join(f"#{found['tag']}" for found in _TAG.finditer(str(data.get("text", ""))))
        data["text"] = f"{_one_line(value)} {marks}".strip()
    elif role == "body":
        data["notes"] = _one_line(value)
        if not value:
            data.pop("notes")
    elif role == "tags":
        bare = _TAG.sub("", str(data.get("text", ""))).strip()
        data["text"] = " ".join((bare, *("#" + _NOT_TAG.sub("-", tag) for tag in value))).strip()
    elif role == "sources":
        new = [one for one in value if one.url and one.url not in f"{data.get('text')}{data.get('notes')}"]
        links = " ".join(f"[{_one_line(one.title or one.url).replace(']', ')')}]({one.url})" for one in new)
        data["notes"] = f"{data.get('notes', '')}\n{links}".strip() if links else data.get("notes", "")
        if not data["notes"]:
            data.pop("notes")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _write(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    lines = list(head.get("header", ()))
    for record in data:
        lines += [""] if lines and lines[-1] else []
        lines += record.get("before", ())
        lines.append(
            f"{record.get('indent', '')}{record.get('date') or 'undated'}: {record.get('text', '')}".rstrip()
        )
        lines += [f"id: {record['id']}"] if record.get("id") else []
        lines += str(record["notes"]).split("\n") if record.get("notes") else []
    tail = head.get("tail", ("",))
    return "\n".join([*lines, *tail]).encode("utf-8", "replace")


_ROLES = {"key": "id"}
FORM = Form(
    "markwhen",
    "Markwhen",
    ".mw",
    _read,
    Lens(_ROLES, _derive, _amend, renders=("date", "text", "notes")),
    _write,
    roles=_ROLES,
)
