"""Values in, YAML text out: one line a value, quotes only where any reader would misread without them."""

from __future__ import annotations

import json
import re
from typing import Any

# What YAML 1.1 or 1.2 readers take for something other than text.
_IMPLICIT = re.compile(
    r"""(?xi)
    ~ | null | true | false | yes | no | on | off | y | n | = | <<
    | [-+]?0b[01_]+ | [-+]?0o?[0-7_]+ | [-+]?0x[0-9a-f_]+
    | [-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?
    | [-+]?\.[0-9_]+(?:e[-+]?[0-9]+)? | [-+]?\.inf | \.nan
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?
    """
)
_PLAIN_DATE = re.compile(r"[1-9][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_FLOW = re.compile(r"[,\[\]{}?]|:(?=[,\[\]{}\"'])")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def is_plain(value: str, *, flow: bool = False, date: bool = False) -> bool:
    """Whether ``value`` can stand without quotes and be read as this very text by any YAML reader."""
    if not value or value != value.strip():
        return False
    if _NOT_PLAIN.search(value) or (flow and _FLOW.search(value)):
        return False
    if value.startswith(("---", "...")):
        return False
    # A hyphen may begin a text when no space follows; readers differ on what else may.
    if value[0] in _INDICATORS and not (value[0] == "-" and len(value) > 1 and value[1] not in " ,[]{}"):
        return False
    if date and _PLAIN_DATE.fullmatch(value):
        # A reader that makes a date or a year of it writes the same text back; "0043" or "1:30" it would not.
        return True
    return not _IMPLICIT.fullmatch(value)


def scalar(value: str, *, flow: bool = False, date: bool = False, style: str = "") -> str:
    """``value`` on one line, in ``style`` (a quote mark) if that can hold it, else in the lightest form."""
    if style == "'" and not _UNPRINTABLE.search(value):
        return single_quoted(value)
    if style == '"':
        return double_quoted(value)
    if is_plain(value, flow=flow, date=date):
        return value
    if ('"' in value or "\\" in value) and not _UNPRINTABLE.search(value):
        return single_quoted(value)
    return double_quoted(value)


def single_quoted(value: str) -> str:
    """``value`` in single quotes; it must hold no line end."""
    return "'" + value.replace("'", "''") + "'"


def double_quoted(value: str) -> str:
    """``value`` in double quotes, with escapes."""
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def fits_literal(value: str) -> bool:
    """Whether ``value`` reads best as a literal block: it holds both kinds of quote mark, and one line."""
    return (
        "'" in value
        and ('"' in value or "\\" in value)
        and not is_plain(value)
        and value == value.strip()
        and not _UNPRINTABLE.search(value)
    )


def flow_list(values: tuple[str, ...]) -> str:
    """``[a, b]``."""
    return "[" + ", ".join(scalar(value, flow=True) for value in values) + "]"


def flow_map(pairs: list[tuple[str, str]]) -> str:
    """``{key: value, …}`` of texts."""
    return "{" + ", ".join(f"{key}: {scalar(value, flow=True, date=True)}" for key, value in pairs) + "}"


# What JSON would read as something other than text, in its own spelling.
_JSON_VALUE = re.compile(
    r"-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][-+]?\d{1,3})?|true|false|null", re.ASCII
)


def tree_value(text: str) -> Any:
    """A plain scalar inside an ``extra``: the number or truth value JSON would read, else the text itself."""
    return json.loads(text) if _JSON_VALUE.fullmatch(text) else text


def flow_tree(value: Any) -> str:
    """Data as JSON has it on one line of YAML, texts without quotes where every reader takes them for text."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_tree_key(key)}: {flow_tree(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow_tree(one) for one in value) + "]"
    return scalar(value, flow=True) if isinstance(value, str) else json.dumps(value)


def _tree_key(key: str) -> str:
    return key if len(key) < 100 and is_plain(key, flow=True) else double_quoted(key)


_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\", "\x00": "\\0"}


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
