"""What a key of a YAML file says of itself: its name, form and meaning, and for a fact's keys where they go."""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, Literal

Form = Literal[
    "text",
    "language",
    "date",
    "day",
    "moment",
    "flag",
    "number",
    "point",
    "id",
    "ids",
    "texts",
    "choice",
    "maps",
    "map",
    "extra",
    "embargo",
]
# Where a field is kept: in the file a person edits, in the machine's memory beside it, or nowhere.
Kept = Literal["file", "memory", "never"]
# What becomes of a field when one fact absorbs another. own: the kept fact's value stays. union: the other's values
# join. either: the other's value where the kept one says nothing. former: its ids lead here. links: like union,
# without the two facts themselves.
Merge = Literal["own", "union", "either", "former", "links"]
# How ``extract --jsonl`` carries a field: in every fact, where it says something, with ``--merge`` only, or not.
Extract = Literal["always", "said", "merged", "no"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how it is written, the field it fills, the form of its value and what it is for."""

    name: str
    field: str
    form: Form
    about: str
    example: str
    required: bool = False
    choices: tuple[str, ...] = ()
    inner: tuple[Key, ...] = ()
    of: type[Any] | None = None  # the class of the values of ``map`` and ``maps``
    one_line: bool = False  # a list of groups that is written in brackets, on one line

    @property
    def label(self) -> str:
        """The key as JSON and CSV name it."""
        return self.name.replace(" ", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKey(Key):
    """A key of a fact, and where it goes."""

    read: bool  # reading an article fills it
    merge: Merge
    linked: str  # the term of schema.org that tells it, or ``""`` when there is none
    kept: Kept = "file"
    public: bool = True  # whether JSON and CSV carry it
    extract: Extract = "no"
    columns: str = ""  # the CSV columns that tell it, where it has none of its own


def plain_name(name: str) -> str:
    """A key as typed, with the ways to join its words made one."""
    return name.strip().replace("_", " ").replace("-", " ")


def said(key: Key, owner: Any) -> bool:
    """Whether a field of ``owner`` says more than its default."""
    return bool(getattr(owner, key.field) != _default(owner.__class__, key.field))


def defaults(of: type[Any]) -> dict[str, Any]:
    """The default of every field of a class that has one."""
    return {f.name: f.default for f in fields(of) if f.default is not MISSING}


@cache
def _default(of: Any, name: str) -> Any:
    return defaults(of).get(name, "")


def as_data(key: Key, value: Any, *, whole: bool = False) -> Any:
    """A value as JSON holds it; ``whole``: with null for what a group does not say."""
    if key.form == "map":
        return _group(key, value, whole=whole) if value is not None else None
    if key.form == "maps":
        return [_group(key, one, whole=whole) for one in value]
    if key.form == "extra":
        return extra_data(value)
    return list(value) if isinstance(value, tuple) else value


def from_data(key: Key, data: Any) -> Any:
    """The reverse of ``as_data``."""
    if key.of is not None:
        names = {inner.label: inner.field for inner in key.inner}
        if key.form == "map":
            return key.of(**{names[name]: value for name, value in data.items()}) if data else None
        return tuple(key.of(**{names[name]: value for name, value in one.items()}) for one in data)
    if key.form == "extra":
        return extra_text(data)
    return tuple(data) if isinstance(data, list) else data


def structured(key: Key, values: Any) -> Any:
    """The decoded values of a ``map`` or ``maps`` as the objects the model holds."""
    assert key.of is not None
    return key.of(**values) if key.form == "map" else tuple(key.of(**one) for one in values)


def extra_data(text: str) -> Any:
    """What an ``extra`` holds as data; None where it holds nothing."""
    return json.loads(text) if text else None


def extra_text(data: Any) -> str:
    """Data as an ``extra`` keeps it: JSON with its keys in their order; ``""`` for nothing."""
    return json.dumps(data, ensure_ascii=False) if data else ""


def number_text(value: float) -> str:
    """A number as people write it: 31, 0.5."""
    return str(int(value)) if value == int(value) else repr(value)


def _group(key: Key, value: Any, *, whole: bool) -> dict[str, Any]:
    if whole:
        shown = {inner: getattr(value, inner.field) for inner in key.inner}
        return {inner.label: one if inner.form == "number" else one or None for inner, one in shown.items()}
    return {inner.label: getattr(value, inner.field) for inner in key.inner if said(inner, value)}
