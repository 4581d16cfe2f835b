"""TimeMap (Bellingcat, Forensic Architecture): its events, with the sources they name by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..meaning import Lens
from ..plain import is_address, plain
from ..values import Options, Reading
from ..when import order_of
from .form import Form, dumped, json_of, records, refused

_ROLES = {"date": "date", "text": "title", "body": "description", "key": "id"}


def _read(data: bytes, path: str, _: Options) -> Reading:
    document = json_of(data, path)
    events = document.get("events") if isinstance(document, dict) else document
    if not isinstance(events, list):
        raise refused(path, "it has no list of events")
    head = (
        {key: value for key, value in document.items() if key != "events"}
        if isinstance(document, dict)
        else {"list": True}
    )
    found = records(list(enumerate(events, 1)), path)
    order = order_of([one.data.get("date") for one in found]) or "month-first"
    return Reading("timemap", found, {**head, "date_order": order})


def _derive(data: Mapping[str, Any], head: Mapping[str, Any], _: str) -> Mapping[str, Any]:
    named = data.get("sources")
    known = head.get("sources")
    found = [_source(one, known) for one in named] if isinstance(named, list) else []
    tags = [
        one.get("title", one.get("id")) if isinstance(one, dict) else one
        for one in _list(data.get("associations"))
    ]
    return {"sources": [one for one in found if one], "tags": tags}


def _source(named: Any, known: Any) -> dict[str, Any] | str:
    """A source by its id, as the document lists it; by itself it is only a name."""
    if isinstance(named, dict):
        one: Any = named
    elif isinstance(known, dict):
        one = known.get(str(named))
    else:
        one = next((k for k in _list(known) if isinstance(k, dict) and k.get("id") == named), None)
    if not isinstance(one, dict):
        return str(named) if named else ""
    paths = one.get("paths")
    address = one.get("url") or (paths[0] if isinstance(paths, list) and paths else "")
    author = one.get("author")
    pairs = {"url": address if is_address(address) else "", "authors": [plain(author)] if isinstance(author, str) else [], "title": plain(one.get("title") or one.get("description") or named),
             "type": str(one.get("type", "")).lower(), "published": one.get("date")}  # fmt: skip
    return {key: value for key, value in pairs.items() if value}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _write(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    if head.get("list"):
        return dumped(list(data))
    around = {key: value for key, value in head.items() if key != "date_order"}
    return dumped({"events": list(data), **around})


FORM = Form(
    "timemap", "TimeMap, JSON", ".json", _read, Lens(_ROLES, _derive), _write,
    mark=lambda _, head, __: '"events"' in head and '"description"' in head and ('"latitude"' in head or '"associations"' in head),
    roles=_ROLES,
)  # fmt: skip
