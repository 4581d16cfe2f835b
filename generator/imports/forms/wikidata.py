"""Wikidata: entities as its JSON has them (``wbgetentities``, ``Special:EntityData``), and answers of its query service.

A time there says how fine it is (https://www.wikidata.org/wiki/Help:Dates): 9 is a year, 10 a month, 11 a day. A day of
the Julian calendar is carried over to the Gregorian.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from convertdate import julian

from ...edtf import is_edtf, to_edtf
from ..meaning import Lens
from ..plain import is_address, plain
from ..values import Options, Reading
from .form import Form, dumped, json_of, records, refused

_START = (
    "P585",
    "P580",
    "P571",
    "P577",
    "P575",
    "P1191",
    "P569",
)  # point in time, start, inception, published …
_END = ("P582", "P576", "P570")
_CIRCA = "Q5727902"
_JULIAN = "Q1985786"
_TIME = re.compile(r"([+-])(\d{4,16})-(\d\d)-(\d\d)T")
_ENTITY = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?([QPL]\d{1,12})")


def _read(data: bytes, path: str, _: Options) -> Reading:
    document = json_of(data, path)
    if isinstance(document, dict) and isinstance(document.get("results"), dict):
        rows = document["results"].get("bindings")
        if not isinstance(rows, list):
            raise refused(path, "it has no list of bindings")
        around = {key: value for key, value in document.items() if key != "results"}
        return Reading("wikidata", records(list(enumerate(rows, 1)), path), {"as": "rows", "around": around})
    if isinstance(document, dict) and isinstance(document.get("entities"), dict):
        around = {key: value for key, value in document.items() if key != "entities"}
        found = list(enumerate(document["entities"].values(), 1))
        return Reading("wikidata", records(found, path), {"as": "entities", "around": around})
    listed = list(enumerate(document if isinstance(document, list) else [document], 1))
    return Reading("wikidata", records(listed, path), {"as": "list"})


def _derive(data: Mapping[str, Any], _: Mapping[str, Any], lang: str) -> Mapping[str, Any]:
    if "claims" not in data and "labels" not in data:
        return _of_row(data)
    id = str(data.get("id", ""))
    start, end = (_claimed(data, names) for names in (_START, _END))
    page = [{"url": f"https://www.wikidata.org/wiki/{id}", "title": _label(data, "labels", lang), "publisher": "Wikidata",
             "type": "entry"}] if _ENTITY.fullmatch(id) else []  # fmt: skip
    return {
        "key": id, "text": _label(data, "labels", lang), "body": _label(data, "descriptions", lang),
        "date": start, "end": end, "sources": [*page, *_references(data)],
    }  # fmt: skip


def _label(data: Mapping[str, Any], kind: str, lang: str) -> str:
    """In the language asked for, else in English, else in any."""
    labels = data.get(kind)
    if not isinstance(labels, dict):
        return ""
    found: Any = labels.get(lang) or labels.get("en") or labels.get("mul") or next(iter(labels.values()), {})
    return plain(found.get("value", "")) if isinstance(found, dict) else ""


def _statements(data: Mapping[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """The statements of a property, the preferred ones first, none that is deprecated."""
    claims = data.get("claims")
    found: Any = claims.get(name) if isinstance(claims, dict) else None
    each = (
        [one for one in found if isinstance(one, dict) and one.get("rank") != "deprecated"]
        if isinstance(found, list)
        else []
    )
    yield from sorted(each, key=lambda one: one.get("rank") != "preferred")


def _claimed(data: Mapping[str, Any], names: tuple[str, ...]) -> str:
    found = ((time_of(_inner(one)), one) for name in names for one in _statements(data, name))
    return next(
        (f"{day}~" if day[-1:].isdigit() and _is_circa(one) else day for day, one in found if day), ""
    )


def _is_circa(statement: Mapping[str, Any]) -> bool:
    """Whether its sourcing circumstances say that the date is about right."""
    qualifiers = statement.get("qualifiers")
    said = qualifiers.get("P1480") if isinstance(qualifiers, dict) else None
    return any(f'"{_CIRCA}"' in json.dumps(one) for one in said or ()) if isinstance(said, list) else False


def _inner(statement: Mapping[str, Any]) -> Any:
    found: Any = statement
    for key in ("mainsnak", "datavalue", "value"):
        found = found.get(key) if isinstance(found, dict) else None
    return found


def time_of(value: Any) -> str:
    """A value of Wikidata's time as EDTF, as fine as it says it is."""
    found = _TIME.match(str(value.get("time", ""))) if isinstance(value, dict) else None
    if found is None:
        return ""
    year, month, day = int(found[2]), int(found[3]), int(found[4])
    year = year if found[1] == "+" else 1 - year  # 1 BC is -0001 there and 0000 in EDTF
    precision = value.get("precision", 11)
    if isinstance(precision, int) and precision > 11:  # an hour, minute or second of it
        precision = 11
    if precision == 11 and month and day:
        if str(value.get("calendarmodel", "")).endswith(_JULIAN):
            try:
                year, month, day = julian.to_gregorian(year, month, day)
            except ValueError:
                return ""
        written = to_edtf(year, month, day)
    elif precision == 10 and month:
        written = to_edtf(year, month)
    elif precision in (9, 10, 11):
        written = to_edtf(year)
    elif precision in (7, 8) and 0 <= year <= 9999:
        written = f"{year:04}"[: precision - 5] + "X" * (9 - precision)
        if precision == 7:
            written = f"{(year - 1) // 100:02}XX"
    else:
        return ""
    return written if is_edtf(written) else ""


def _references(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The addresses that the statement of the date gives as its references (P854), with their titles (P1476)."""
    found: dict[str, dict[str, Any]] = {}
    for name in (*_START, *_END):
        for statement in _statements(data, name):
            references = statement.get("references")
            for reference in references if isinstance(references, list) else ():
                snaks = reference.get("snaks") if isinstance(reference, dict) else None
                address = _snak(snaks, "P854")
                title = _snak(snaks, "P1476")
                if is_address(address):
                    words = title.get("text", "") if isinstance(title, dict) else title
                    found.setdefault(
                        str(address), {"url": address, "title": plain(words or ""), "type": "webpage"}
                    )
    return list(found.values())[:20]


def _snak(snaks: Any, name: str) -> Any:
    each = snaks.get(name) if isinstance(snaks, dict) else None
    value = (
        each[0].get("datavalue") if isinstance(each, list) and each and isinstance(each[0], dict) else None
    )
    return value.get("value") if isinstance(value, dict) else None


def _of_row(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row of the query service: the first entity, its label, and the first moment, which may not be as fine as it looks."""
    values = {name: cell.get("value", "") for name, cell in row.items() if isinstance(cell, dict)}
    item = next((name for name, value in values.items() if _ENTITY.fullmatch(str(value))), "")
    named = next((v for n, v in values.items() if n == f"{item}Label" or n in ("label", "title", "name")), "")
    times = [v for n, v in values.items() if row[n].get("datatype", "").endswith("#dateTime")]
    precision = next((v for n, v in values.items() if "precision" in n.lower()), "")
    found = _ENTITY.fullmatch(str(values.get(item, "")))
    id = found[1] if found else ""
    return {
        "key": id, "text": named, "date": times[0] if times else values.get("date", ""), "precision": precision,
        "end": times[1] if len(times) > 1 else "",
        "body": values.get(f"{item}Description", values.get("description", "")),
        "sources": [{"url": f"https://www.wikidata.org/wiki/{id}", "title": named, "publisher": "Wikidata", "type": "entry"}]
        if id else [],
    }  # fmt: skip


def _amend(data: dict[str, Any], role: str, value: Any, lang: str) -> None:
    """What a person changed, in an entity's own terms; the answer of a query is not written to."""
    if "claims" not in data and "labels" not in data:
        return
    if role in ("text", "body"):
        kind = "labels" if role == "text" else "descriptions"
        data[kind] = {**data.get(kind, {}), lang: {"language": lang, "value": value}}
    elif role == "date" and value:
        start, _, end = value.partition("/")
        claims = dict(data.get("claims", {}))
        for names, part in ((_START, start), (_END, end)):
            if part and (time := _time(part)):
                name = next((name for name in names if any(True for _ in _statements(data, name))), names[0])
                snak = {"snaktype": "value", "property": name, "datavalue": {"type": "time", "value": time}}
                claims[name] = [{"type": "statement", "rank": "normal", "mainsnak": snak}]
        data["claims"] = claims


def _time(edtf: str) -> dict[str, Any]:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf)
    if found is None:
        return {}
    precision = 9 + bool(found[2]) + bool(found[3])
    return {"time": f"+{found[1]}-{found[2] or '00'}-{found[3] or '00'}T00:00:00Z", "precision": precision,
            "timezone": 0, "before": 0, "after": 0,
            "calendarmodel": "http://www.wikidata.org/entity/Q1985727"}  # fmt: skip


def _write(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    if head.get("as") == "rows":
        return dumped({**head.get("around", {}), "results": {"bindings": list(data)}})
    if head.get("as") == "entities":
        entities = {str(one.get("id") or f"new-{number}"): one for number, one in enumerate(data, 1)}
        return dumped({**head.get("around", {}), "entities": entities})
    return dumped(list(data))


def _is(_: str, head: str, __: bytes) -> bool:
    return head.startswith(("{", "[")) and (
        ('"labels"' in head and '"claims"' in head) or ('"bindings"' in head and "wikidata.org" in head)
        or ('"entities"' in head and '"labels"' in head)
    )  # fmt: skip


FORM = Form("wikidata", "Wikidata, JSON", ".json", _read, Lens({}, _derive, _amend), _write, mark=_is)
