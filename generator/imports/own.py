"""A reading of our own exports in, the facts, records and names as they were out; what a file may not say is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from ..bcp47 import language_tag
from ..errors import Problem, problem
from ..fields import FIELDS, FactKey, Key, extra_text, from_data
from ..model import (
    Article,
    DateBasis,
    DateReason,
    Entity,
    EntityKind,
    Fact,
    Place,
    Published,
    PublishedBasis,
    Source,
    read_point,
)
from ..store.entry import BY_HAND
from ..store.importing import Brought
from .plain import is_address, is_day, plain, pure, safe
from .sources import source_type
from .values import Reading
from .when import date_of

_MADE_ELSEWHERE = ("id", "date", "text", "sources", "extra")
_KEYS = tuple(key for key in FIELDS if key.kept == "file" and key.public and key.field not in _MADE_ELSEWHERE)


@dataclass(frozen=True)
class Own:
    """What our own export holds."""

    brought: tuple[Brought, ...]
    names: tuple[Entity, ...]
    problems: tuple[Problem, ...]


def own_facts(reading: Reading, path: str, name: str) -> Own:
    """Facts under their ids. ``name`` is of the import; a fact that cites nothing has it for its source."""
    found: list[Brought] = []
    problems = list(reading.problems)
    records = {str(one.get("id")): one for one in _groups(reading.head.get("articles"))}
    for record in reading.records:
        place, data = Place(path, record.where), record.data
        text, date = plain(data.get("text") or ""), str(data.get("date") or "")
        if not text:
            shown = " ".join(f"{key}: {value}" for key, value in list(data.items())[:3])
            problems.append(problem("import-no-text", place, value=safe(shown[:80])))
        elif date and not date_of(date):
            problems.append(problem("import-date", place, value=date))
        else:
            found.append(_brought(data, text, date, records, place, name))
    return Own(tuple(found), tuple(_names(reading.head.get("names"))), tuple(problems))


def _brought(
    data: Mapping[str, Any],
    text: str,
    date: str,
    records: Mapping[str, Mapping[str, Any]],
    place: Place,
    name: str,
) -> Brought:
    values = {key.field: value for key in _KEYS if (value := _value(key, data.get(key.label))) is not None}
    extra = data.get("extra")
    if isinstance(extra, str) and extra:
        extra = _json(extra)
    sources = _groups(data.get("sources"))
    fact = Fact(
        id=str(data.get("id") or ""), date=date, text=text, sources=tuple(_source(one) for one in sources),
        **{"by": "", **values}, extra=extra_text(pure(extra if isinstance(extra, dict) else {})),
    )  # fmt: skip
    cited = tuple(_record(one, records.get(str(one.get("article")), {})) for one in sources)
    if not cited:
        cited = (Article(id="", text="", title=name, type="dataset"),)
        fact = replace(fact, sources=(Source("", "", date=BY_HAND),))
    return Brought(fact.id, fact, cited, place)


def _value(key: FactKey, data: Any) -> Any:
    """A field's value; None where the file says nothing, or something that no field of this form can be."""
    if data in (None, "", [], {}) or data is False:
        return None
    if key.form == "map":
        data = _group(key, data)
        return from_data(key, data) if data else None
    if key.form == "maps":
        groups = [_group(key, one) for one in data] if isinstance(data, list) else []
        return from_data(key, [one for one in groups if one]) or None
    if key.form in ("ids", "texts"):
        texts = [plain(one) for one in data if isinstance(one, str)] if isinstance(data, list) else []
        return tuple(filter(None, texts)) or None
    if not _fits(key, data):
        return None
    return plain(data) if key.form == "text" else data


def _group(key: Key, data: Any) -> dict[str, Any]:
    """One group with what its keys may say; empty where one that must be there is not."""
    if not isinstance(data, dict):
        return {}
    known = {inner.label: inner for inner in key.inner}
    found = {
        name: plain(one) if known[name].form == "text" else one
        for name, one in data.items()
        if name in known and one is not None and _fits(known[name], one)
    }
    return found if all(name in found for name, inner in known.items() if inner.required) else {}


def _fits(key: Key, value: Any) -> bool:
    if key.form == "flag":
        return isinstance(value, bool)
    if key.form == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if key.form == "choice":
        return value in key.choices
    if key.form == "day":
        return isinstance(value, str) and is_day(value)
    return isinstance(value, str)


def _source(one: Mapping[str, Any]) -> Source:
    reason = one.get("date")
    date = BY_HAND
    if isinstance(reason, dict) and reason.get("basis") in get_args(DateBasis):
        said = {
            name: safe(str(reason.get(name) or "")) for name in ("words", "rule", "anchor", "anchor_basis")
        }
        date = DateReason(basis=reason["basis"], **said)
    return Source(
        str(one.get("article") or ""),
        safe(str(one.get("quote") or "")),
        at=plain(one.get("at") or ""),
        date=date,
    )


def _record(one: Mapping[str, Any], whole: Mapping[str, Any]) -> Article:
    """The record of a source: as the document lists it, else as the fact alone tells it."""
    published = whole.get("published")
    when = (
        published
        if isinstance(published, dict)
        else {"value": one.get("published"), "basis": one.get("published_basis")}
    )
    said = {**one, **{key: value for key, value in whole.items() if value not in (None, "", [])}}
    address: dict[str, Any] = {
        name: str(said[name]) if is_address(said.get(name)) else "" for name in ("url", "archive_url")
    }
    extra = said.get("extra")
    return Article(
        id=str(one.get("article") or ""), text="", title=plain(said.get("title") or ""),
        publisher=plain(said.get("publisher") or ""), agency=plain(said.get("agency") or ""),
        authors=_texts(said.get("authors")), tags=_texts(said.get("tags")), published=_published(when), **address,
        lang=language_tag(str(said.get("lang") or "")), type=source_type(str(said.get("type") or "")) or "article-newspaper",
        embargo=plain(said.get("embargo") or ""), extra=extra_text(pure(extra)) if isinstance(extra, dict) else "",
    )  # fmt: skip


def _published(said: Mapping[str, Any]) -> Published:
    value, basis = str(said.get("value") or ""), said.get("basis")
    if not is_day(value.partition("T")[0]):
        return Published()
    known: Any = basis if basis in get_args(PublishedBasis) and basis != "unknown" else "metadata"
    return Published(value, known, zone=plain(said.get("zone") or ""))


def _texts(value: Any) -> tuple[str, ...]:
    return (
        tuple(filter(None, (plain(one) for one in value if isinstance(one, str))))
        if isinstance(value, list)
        else ()
    )


def _names(value: Any) -> Iterable[Entity]:
    for one in _groups(value):
        id, name, kind = (plain(one.get(key) or "") for key in ("id", "name", "kind"))
        if not id or not name or kind not in get_args(EntityKind):
            continue
        point = one.get("coordinates")
        written = ", ".join(map(str, point)) if isinstance(point, list) else ""
        yield Entity(
            id, name, kind, _texts(one.get("aliases")), plain(one.get("description") or ""),  # type: ignore[arg-type]
            str(one["same_as"]) if is_address(one.get("same_as")) else "",
            coordinates=written if read_point(written) else "",
        )  # fmt: skip


def _groups(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return {}
