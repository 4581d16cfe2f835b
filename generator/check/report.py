"""Problems in, what a person, a program, a code host or a pull request reads out."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from .. import __version__
from ..errors import CATALOGUE, Problem

_COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "note": "\x1b[36m"}
_OFF = "\x1b[0m"
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(problems: Sequence[Problem], *, colour: bool = False) -> str:
    """One problem a line, and a last line that counts them."""
    lines = [_line(found, colour) for found in problems]
    return "\n".join([*lines, summary(problems)]) + "\n"


def summary(problems: Sequence[Problem]) -> str:
    """``2 errors, 1 warning`` or that all is well."""
    counts = Counter(found.severity for found in problems)
    parts = [
        f"{counts[s]} {s}{'s' if counts[s] > 1 else ''}" for s in ("error", "warning", "note") if counts[s]
    ]
    return ", ".join(parts) if parts else "Nothing wrong."


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with code, severity, message, remedy, path, line and column."""
    return json.dumps([_object(found) for found in problems], ensure_ascii=False, indent=2) + "\n"


def as_sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, which code hosts show beside the lines."""
    codes = sorted({found.code for found in problems})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": code.replace("-", " ").capitalize()},
            "help": {"text": CATALOGUE[code].remedy or CATALOGUE[code].message},
            "defaultConfiguration": {"level": CATALOGUE[code].severity},
        }
        for code in codes
    ]
    driver = {"name": "Chronofact", "semanticVersion": __version__, "rules": rules}
    results = [_result(found, codes.index(found.code)) for found in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return (
        json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that annotate a pull request."""
    return "".join(f"{_annotation(found)}\n" for found in problems)


def as_gitlab(problems: Sequence[Problem]) -> str:
    """A Code Quality report, which GitLab shows on the lines of a merge request."""
    severities = {"error": "critical", "warning": "minor", "note": "info"}
    found = [
        {
            "description": f"{one.message} {one.remedy}".strip(),
            "check_name": one.code,
            "fingerprint": _mark(one),
            "severity": severities[one.severity],
            "location": {"path": one.place.path or "mkdocs.yml", "lines": {"begin": max(one.place.line, 1)}},
        }
        for one in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "gitlab": as_gitlab,
}


def _line(found: Problem, colour: bool) -> str:
    text = str(found)
    if not colour:
        return text
    label = f"{found.severity} {found.code}:"
    return text.replace(label, f"{_COLOURS[found.severity]}{label}{_OFF}", 1)


def _object(found: Problem) -> dict[str, Any]:
    place = found.place
    values = {
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "remedy": found.remedy,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "value": found.value,
        "fact": found.fact,
        "article": found.article,
    }
    return {name: value for name, value in values.items() if value not in ("", 0)}


def _result(found: Problem, rule: int) -> dict[str, Any]:
    text = f"{found.message} {found.remedy}".strip()
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity,
        "message": {"text": text},
        # The same slip keeps its mark when lines above it move, so that a host shows it once.
        "partialFingerprints": {"chronofact/v1": _mark(found)},
    }
    if found.place.path:
        location: dict[str, Any] = {
            "artifactLocation": {"uri": _uri(found.place.path), "uriBaseId": "%SRCROOT%"}
        }
        if found.place.line:
            location["region"] = {"startLine": found.place.line, "startColumn": max(1, found.place.column)}
        result["locations"] = [{"physicalLocation": location}]
    return result


def _mark(found: Problem) -> str:
    key = "\0".join((found.code, found.place.path, found.fact, found.article, found.value))
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32]


def _uri(path: str) -> str:
    return "".join(c if (c.isalnum() and c.isascii()) or c in "/-._~" else _percent(c) for c in path)


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def _annotation(found: Problem) -> str:
    place = found.place
    values = {"file": place.path, "line": place.line, "col": place.column, "title": found.code}
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value)
    text = f"{found.message} {found.remedy}".strip()
    return f"::{_GITHUB[found.severity]} {shown}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
