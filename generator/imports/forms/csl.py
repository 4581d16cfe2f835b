"""CSL-JSON, which Zotero and other reference managers write: each item a source, and that it came out an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...edtf import is_edtf
from ..meaning import Lens
from ..plain import is_address, plain
from ..sources import as_json, source_type
from ..values import Entry, Options, Reading
from ..when import date_of
from .form import Form, dumped, json_of, records


def _read(data: bytes, path: str, _: Options) -> Reading:
    document = json_of(data, path)
    wrapped = isinstance(document, dict) and isinstance(document.get("items"), list)
    found = document["items"] if wrapped else document if isinstance(document, list) else [document]
    around = {key: value for key, value in document.items() if key != "items"} if wrapped else {}
    return Reading(
        "csl-json", records(list(enumerate(found, 1)), path), {"around": around, "wrapped": wrapped}
    )


def _derive(data: Mapping[str, Any], _: Mapping[str, Any], __: str) -> Mapping[str, Any]:
    issued = issued_of(data.get("issued"))
    tags = data.get("keyword", "")
    return {
        "key": str(data.get("id", "")), "text": data.get("title", ""), "date": issued, "tags": tags,
        "body": data.get("abstract", ""), "sources": [_source(data, issued)],
    }  # fmt: skip


def _source(data: Mapping[str, Any], issued: str) -> dict[str, Any]:
    """The item as a source; what a record has no key for is kept in CSL's names."""
    authors = data.get("author")
    container = data.get("container-title") or data.get("publisher") or ""
    group: dict[str, Any] = {
        "url": data["URL"] if is_address(data.get("URL")) else "", "title": plain(data.get("title", "")),
        "publisher": plain(container), "published": issued, "type": source_type(str(data.get("type", ""))) or "document",
        "authors": [name for one in (authors if isinstance(authors, list) else ()) if (name := person(one))],
        "lang": data.get("language", ""),
    }  # fmt: skip
    return {key: value for key, value in group.items() if value}


def person(name: Any) -> str:
    """A name as a reader writes it: given names, particles, family name, suffix; or as a whole."""
    if not isinstance(name, dict):
        return plain(name) if isinstance(name, str) else ""
    if name.get("literal"):
        return plain(name["literal"])
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(plain(name[part]) for part in parts if name.get(part))


def issued_of(value: Any) -> str:
    """A date of CSL as EDTF: parts, a range of them, or words; ``season`` and ``circa`` keep it from being finer."""
    if not isinstance(value, Mapping):
        return date_of(value) if isinstance(value, str | int) else ""
    parts = value.get("date-parts")
    ends = [
        date_of(dict(zip(("year", "month", "day"), part, strict=False)))
        for part in parts or ()
        if isinstance(part, list)
    ]
    ends = [end for end in ends if end]
    if not ends:
        return next((found for key in ("edtf", "raw", "literal") if (found := date_of(value.get(key)))), "")
    season = str(value.get("season", ""))
    if season.isdigit() and 1 <= int(season) <= 4 and len(ends[0]) == 4:
        ends[0] = f"{ends[0]}-{20 + int(season)}"
    both = "/".join(ends[:2])
    both = both if is_edtf(both) else ends[0]
    return f"{both}~" if value.get("circa") and "/" not in both else both


def _amend(data: dict[str, Any], role: str, value: Any, _: str) -> None:
    if role == "text":
        data["title"] = value
    elif role == "body":
        data["abstract"] = value
    elif role == "tags":
        data["keyword"] = ", ".join(value)
    elif role == "date":
        ends = [
            [int(part) for part in end.strip("~?%").split("-")]
            for end in value.split("/")
            if end[:4].isdigit()
        ]
        data["issued"] = {"date-parts": ends} | ({"circa": True} if "~" in value else {})


def _write(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    items = list(data)
    return dumped({**head.get("around", {}), "items": items} if head.get("wrapped") else items)


def more_of(data: Mapping[str, Any], entry: Entry) -> str:
    """What a record has no key for, as JSON, in CSL's names."""
    own = item_of(entry.key, entry.text, entry.cited[0].type, entry.cited[0].url, entry.cited[0].lang)
    return as_json({key: value for key, value in data.items() if key not in own or own[key] != value})


def item_of(key: str, title: str, type: str, url: str, lang: str) -> dict[str, Any]:
    """What the keys of a record and of its fact say of an item."""
    pairs = {"id": key, "type": type, "title": title, "URL": url, "language": lang}
    return {name: value for name, value in pairs.items() if value}


FORM = Form(
    "csl-json", "Zotero and other reference managers, CSL-JSON", ".json", _read, Lens({}, _derive, _amend), _write,
    mark=lambda _, head, __: head.startswith(("[", "{")) and '"type"' in head and ('"issued"' in head or '"container-title"' in head)
    and '"title"' in head and '"start_date"' not in head,
)  # fmt: skip
