"""The table of a fact's fields in, the JSON Schema of its record out.

``schema/export.schema.json`` is kept as a file; its part on facts is made from here, and a test holds it to that.
"""

from __future__ import annotations

import json
from typing import Any

from ..fields import FIELDS, FactKey, Key
from ..model import Correction, Source
from .record import SCHEMA

# What no field holds by itself.
_MADE: dict[str, Any] = {
    "link": {
        "type": "string",
        "minLength": 1,
        "description": "The permanent link; relative while the site has no address.",
    },
    "date_from": {"$ref": "#/$defs/day", "description": "The first day it may be."},
    "date_to": {"$ref": "#/$defs/day", "description": "The last day it may be."},
    "precision": {
        "enum": ["time", "day", "month", "year", "season", "decade", "century", "interval", None],
    },
    "names": {
        "type": "array",
        "description": "People, places and organisations the text names.",
        "items": {
            "type": "object",
            "required": ["id", "name", "kind"],
            "properties": {
                "id": {"type": "string"},
                "name": {"type": "string"},
                "kind": {"$ref": "#/$defs/entity_kind"},
            },
        },
    },
}


def fact_schema() -> dict[str, Any]:
    """The schema of one fact's record."""
    properties = {key.label: _described(key) for key in FIELDS if key.public} | _MADE
    return {"type": "object", "required": list(properties), "properties": properties}


def render_schema() -> str:
    """The whole file, its part on facts made anew."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    schema["$defs"]["fact"] = fact_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _described(key: FactKey) -> dict[str, Any]:
    return {**_form(key), "description": key.about}


def _form(key: Key) -> dict[str, Any]:
    if key.of is Source:
        return {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/source"}}
    if key.of is Correction:
        return {"type": "array", "items": {"$ref": "#/$defs/correction"}}
    match key.form:
        case "date" | "day":
            return {"$ref": "#/$defs/edtf" if key.form == "date" else "#/$defs/day"}
        case "flag":
            return {"type": "boolean"}
        case "number":
            return {"type": ["number", "null"]}
        case "choice":
            return {"enum": list(key.choices)}
        case "ids":
            return {"$ref": "#/$defs/ids"}
        case "texts":
            return {"type": "array", "items": {"type": "string"}}
        case "map":
            return _group(key) | {"type": ["object", "null"]}
        case "extra":
            return {"type": ["object", "null"]}
        case "maps":
            return {"type": "array", "items": _group(key)}
        case _:
            return {"type": "string", "minLength": 1} if key.required else {"$ref": "#/$defs/text"}


def _group(key: Key) -> dict[str, Any]:
    """What stands inside a field; what it does not say is null."""
    properties = {inner.label: _inner(inner) for inner in key.inner}
    return {"type": "object", "required": list(properties), "properties": properties}


def _inner(key: Key) -> dict[str, Any]:
    form = {"type": ["boolean", "null"]} if key.form == "flag" else _form(key)
    return {**form, "description": key.about}
