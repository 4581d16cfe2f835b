"""The key tables in, JSON Schemas out, for completion and underlines in any editor.

The files under ``schema/`` in the package are made from the tables; a test holds them to it. Adding
puts a copy under ``content/.schema/``, so that an editor finds it without a network.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any

from .keys import TABLES, Key

SCHEMA_FOLDER = ".schema"
# Free text may look like a number or a truth value to other readers of YAML; here it is always text.
_TEXT = {"type": ["string", "number", "boolean"]}
_ID = {"type": "string", "pattern": "^[^\\W_]+(-[^\\W_]+)*$"}


def build_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file: ``facts``, ``article`` or ``entities``."""
    table = TABLES[name]
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"Chronofact {name}"}
    entry = _object(table)
    if name == "article":
        return head | entry
    return head | {"type": ["array", "null"], "items": entry | {"defaultSnippets": [_snippet(name, table)]}}


@cache
def schema_text(name: str) -> str:
    """The schema as the package holds it."""
    return files("generator.store").joinpath("schema", f"{name}.json").read_text("utf-8")


def render_schema(name: str) -> str:
    """The schema as text, as it is kept in the package."""
    return json.dumps(build_schema(name), ensure_ascii=False, indent=2) + "\n"


def schema_texts(folder: str) -> dict[str, str]:
    """The schema files of a content folder: path -> text, each with a mark that tells whether it was changed since."""
    return {f"{folder}/{SCHEMA_FOLDER}/{name}.json": marked(schema_text(name)) for name in TABLES}


def is_as_made(text: str) -> bool:
    """Whether nobody changed a schema file since it was made; one of before the mark cannot tell."""
    found = re.search(_MARK, text)
    return found is None or found[1] == _hash(text.replace(found[0], "", 1))


def marked(text: str) -> str:
    """A schema with the mark by which a change by hand is noticed."""
    return text.replace("{\n", f'{{\n  "$comment": "{_MADE}{_hash(text)}",\n', 1)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


_MADE = "Made by Chronofact and made anew by each version, unless it is changed by hand; sha256 "
_MARK = rf'  "\$comment": "{_MADE}([0-9a-f]{{64}})",\n'


def schema_line(path: str, folder: str, name: str) -> str:
    """The first line of a file at ``path``, which tells an editor its schema."""
    depth = len(PurePosixPath(path).relative_to(folder).parts) - 1
    return f"# yaml-language-server: $schema={'../' * depth}{SCHEMA_FOLDER}/{name}.json"


def _snippet(name: str, table: tuple[Key, ...]) -> dict[str, Any]:
    """What an editor offers for a new entry: its required keys, with places to fill."""
    wanted = [key for key in table if key.required or key.name in ("date", "status")]
    return {
        "label": f"new entry of {name}",
        "body": {key.name: _blank(key, n) for n, key in enumerate(wanted, 1)},
    }


def _blank(key: Key, number: int) -> Any:
    if key.form == "maps":
        inner = [inner for inner in key.inner if inner.required]
        return [{one.name: f"${{{number}{n}:{one.name}}}" for n, one in enumerate(inner)}]
    if key.form == "choice":
        return f"${{{number}|{','.join(key.choices)}|}}"
    return f"${{{number}:{key.name}}}"


def _object(table: tuple[Key, ...]) -> dict[str, Any]:
    properties = {key.name: _property(key) for key in table}
    required = [key.name for key in table if key.required]
    found: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return found | ({"required": required} if required else {})


def _property(key: Key) -> dict[str, Any]:
    about = {"description": key.about} | ({"examples": [key.example]} if key.example else {})
    match key.form:
        case "choice":
            return about | {"enum": list(key.choices)}
        case "number":
            return about | {"type": "number"}
        case "flag":
            return about | {"type": "boolean"}
        case "id":
            return about | (_ID if key.name == "id" else {"type": "string"})
        case "ids":
            return about | {"type": "array", "items": _ID}
        case "texts":
            return about | {"type": "array", "items": _TEXT}
        case "maps":
            return about | {"type": "array", "items": _object(key.inner)}
        case "map":
            return about | _object(key.inner)
        case "extra":
            return about | {"type": ["object", "null"]}
        case "day":
            return about | {"type": "string", "pattern": "^-?\\d{4}-\\d{2}-\\d{2}$"}
        case "date" | "moment":
            return about | {"type": ["string", "integer", "null"]}
        case _:
            return about | {"type": [*_TEXT["type"], "null"]}


def write_schemas() -> None:
    """Make the files in the package anew from the tables."""
    folder = Path(__file__).with_name("schema")
    for name in TABLES:
        (folder / f"{name}.json").write_text(render_schema(name), "utf-8")
