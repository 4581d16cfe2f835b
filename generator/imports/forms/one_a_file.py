"""One entry a file: Markdown with front matter, YAML, JSON; also a JSON list and JSON lines of such entries.

The keys are whoever's: what they mean says the table of synonyms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import yaml

from ...errors import ChronofactError
from ...store.decode import tree_of
from ...store.document import parse_document
from ..meaning import Lens
from ..synonyms import roles_of
from ..values import Options, Reading, Record
from .form import Form, dumped, json_lines, json_of, refused, text_of

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_LISTS = ("events", "entries", "items", "facts", "timeline", "data", "results", "records")
SUFFIXES = (".md", ".markdown", ".yaml", ".yml", ".json", ".jsonl", ".ndjson")
BODY = "body"
HEADING = "markdown_heading"  # what a text of Markdown begins with, where no key says what happened
_HEADED = re.compile(r"# (\S(?:[^\n]*[^\s#])?)(?:\n\n(?=\S)|\Z)")


def _read(data: bytes, path: str, _: Options) -> Reading:
    suffix = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    if suffix in (".md", ".markdown"):
        return Reading("files", _markdown(text_of(data, path), path), {"as": "md"})
    if suffix in (".yaml", ".yml"):
        return _listed(_yaml(text_of(data, path), path), path, "yaml")
    if suffix in (".jsonl", ".ndjson"):
        return Reading(
            "files", tuple(_record(item, at, path) for at, item in json_lines(data, path)), {"as": "jsonl"}
        )
    return _listed(json_of(data, path), path, "json")


def _listed(found: Any, path: str, kind: str) -> Reading:
    """One entry, or a list of them, by itself or under a key of the document."""
    if isinstance(found, list):
        return Reading(
            "files",
            tuple(_record(item, n, path) for n, item in enumerate(found, 1)),
            {"as": kind, "list": True},
        )
    if isinstance(found, dict):
        name = next((name for name in _LISTS if isinstance(found.get(name), list)), "")
        if (
            name
            and all(isinstance(item, dict) for item in found[name])
            and not {"date", "title"} <= found.keys()
        ):
            around = {key: value for key, value in found.items() if key != name}
            entries = tuple(_record(item, n, path) for n, item in enumerate(found[name], 1))
            return Reading("files", entries, {"as": kind, "under": name, "around": around})
        return Reading("files", (Record(found, 1, path),), {"as": kind})
    raise refused(path, "it holds no group of keys and no list of them")


def _record(item: Any, number: int, path: str) -> Record:
    if not isinstance(item, dict):
        raise refused(path, f"entry {number} is no group of keys")
    return Record(item, number)


def _markdown(text: str, path: str) -> tuple[Record, ...]:
    front = _FRONT.match(text.replace("\r\n", "\n"))
    found = _yaml(front["yaml"], path) if front else {}
    if not isinstance(found, dict) and found is not None:
        raise refused(path, "its front matter is no group of keys", 1)
    data = dict(found or {})
    body = text.replace("\r\n", "\n")[front.end() if front else 0 :].strip("\n")
    heading = _HEADED.match(body)
    if heading and "text" not in roles_of(
        [key for key, value in data.items() if value not in ("", None)], {}
    ):
        data[HEADING], body = heading[1], body[heading.end() :]
    if body:
        data["markdown" if BODY in data else BODY] = body
    return (Record(data, 1, path),) if data else ()


def _yaml(text: str, path: str) -> Any:
    """YAML without anchors, tags and second documents; every value but plain numbers and truth values is text."""
    document = parse_document(path, text)
    if document.problems:
        raise ChronofactError(*document.problems)
    if document.root is None:
        return {}
    return tree_of(document.root)


def write_one(record: Mapping[str, Any], kind: str) -> bytes:
    """One entry as a file of its kind: md, yaml or json."""
    if kind == "json":
        return dumped(dict(record))
    name = "markdown" if "markdown" in record else BODY
    front = {key: value for key, value in record.items() if kind != "md" or key not in (name, HEADING)}
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000) if front else ""
    if kind == "md":
        heading = f"# {record[HEADING]}" if record.get(HEADING) else ""
        said = "\n\n".join(filter(None, (heading, str(record.get(name, "")))))
        text = f"---\n{text}---\n{said}\n"
    return text.encode("utf-8", "replace")


def _write(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    """All entries in one document: the list or the lines they came in, else a list."""
    if head.get("as") == "jsonl":
        return b"".join(dumped_line(one) for one in data)
    document: Any = list(data)
    if head.get("under"):
        document = {**head.get("around", {}), head["under"]: document}
    elif not head.get("list") and len(data) == 1:
        return write_one(data[0], str(head.get("as") or "json"))
    if head.get("as") == "yaml":
        return str(yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=10_000)).encode(
            "utf-8", "replace"
        )
    return dumped(document)


def dumped_line(value: Mapping[str, Any]) -> bytes:
    """One line of JSON."""
    return b" ".join(dumped(dict(value)).replace(b"\n ", b"\n").split(b"\n")).strip() + b"\n"


FORM = Form("files", "One entry a file (Markdown, YAML, JSON), JSON lists and lines", ".json", _read, Lens(), _write,
            columns=True, roles={"date": "date", "text": "title", "body": "summary", "tags": "tags", "sources": "sources"})  # fmt: skip
