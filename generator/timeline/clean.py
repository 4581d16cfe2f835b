"""Content as read in, the same with nothing in it that no reader should meet out.

This is the border for pages, feeds and downloads alike, and it goes by type: every text of every
value is cleaned, whatever its field is called, so that a new field needs no line here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from itertools import compress
from operator import attrgetter
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from ..bcp47 import language_tag
from ..characters import HALVES, ISOLATES, TURNS
from ..fields import extra_data, extra_text
from ..model import Article, Entity, Fact, Site

Value = TypeVar("Value")

# Breaks of a line or page that YAML, XML or a script would take for one, and blanks that are no blanks.
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, halves of characters, private use (the templates' own marks lie there), what is no character,
# tags, annotations, and what turns the direction of the text that follows.
_UNWANTED = re.compile(
    f"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f{TURNS}\u206a-\u206f{HALVES}\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 15))
    + "]"
)
# No script stacks so many marks on a letter; more of them are drawn over the lines around.
_STACKED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{6})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# So many characters joined into one are a sign wider than a screen, which no line can break.
_JOINED = re.compile("(?:[^\\s\u200d]{1,3}\u200d){10,}")
_ISOLATES = re.compile(f"[{ISOLATES}]")
_CLOSE = "\u2069"
# One look says that a text needs nothing of the above; nearly all do.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe20-\ufe2f"
    "\u200d\ufeff\ufff0-\uffff\U0001fffe-\U0001ffff\U0002fffe-\U0010ffff]|"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{7}"
)
# A drive, a scheme, a way up, a root: what leads out of the folder, on any system or in any browser.
_ELSEWHERE = re.compile(r"^[/\\]|[\\:\x00-\x1f]|(?:^|/)\.\.(?:/|$)")
# The only fields whose text is followed, or obeyed, and not read.
_ADDRESSES: Mapping[type, tuple[str, ...]] = {Article: ("url", "archive_url"), Entity: ("same_as",)}
_PICTURES: Mapping[type, tuple[str, ...]] = {Fact: ("image",)}
_LANGUAGES: Mapping[type, tuple[str, ...]] = {Article: ("lang",), Site: ("language",)}


# Values without a text in them.
_PLAIN = frozenset({bool, int, float})


def clean_text(text: str) -> str:
    """``text`` without controls, private use and unpaired direction marks; line breaks as ``\\n``."""
    if not _is_suspect(text):
        return text
    text = _STACKED.sub(r"\1", _UNWANTED.sub("", _BREAKS.sub("\n", text)))
    text = _JOINED.sub(lambda found: found[0].replace("\u200d", ""), text)
    return _paired(text) if _ISOLATES.search(text) else text


def cleaned(value: Value) -> Value:
    """``value`` with every text in it clean; the same object when nothing was to be done."""
    return cast(Value, _cleaned(value))


def holds_clean(text: str) -> bool:
    """Whether a text as JSON holds no other texts than clean ones; False where one would have to look at each."""
    return not _is_suspect(text) and not any(escape in text for escape in _ESCAPES)


_ESCAPES = ("\\u", "\\b", "\\f", "\\r")


def _is_suspect(text: str) -> bool:
    return not (text.isascii() and text.isprintable()) and bool(_SUSPECT.search(text))


@lru_cache(maxsize=1 << 14)  # an article stands behind many facts
def is_web(url: str) -> bool:
    """Whether an address may be offered: http and https only, since addresses come from many hands."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(map(str.isspace, url))


def is_own_picture(name: str) -> bool:
    """Whether ``name`` is a path below the pages' folder; a picture elsewhere would be asked of somebody else."""
    return bool(name.strip()) and not _ELSEWHERE.search(name)


def _cleaned(value: object) -> object:
    kind = type(value)
    if kind is str:
        return clean_text(cast(str, value))
    if value is None or value == () or kind in _PLAIN:
        return value
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        made = [_cleaned(one) for one in value]
        same = all(new is old for new, old in zip(made, value, strict=True))
        # A list of names with a name of nothing in it is one shorter.
        return value if same else tuple(one for one in made if not isinstance(one, str) or one.strip())
    if is_dataclass(value) and not isinstance(value, type):
        return _cleaned_fields(value)
    return value


def _cleaned_fields(value: object) -> object:
    changed: dict[str, object] = {}
    kind = type(value)
    languages, pictures = _LANGUAGES.get(kind, ()), _PICTURES.get(kind, ())
    addresses = _ADDRESSES.get(kind, ())
    special = (*languages, *pictures, *addresses, "extra")
    names, values_of = _names(cast(Any, kind))
    values = values_of(value)
    for name, old in compress(zip(names, values, strict=True), values):  # nothing is clean
        if type(old) is str and name not in special and not _is_suspect(old):
            continue
        new = _cleaned_extra(str(old)) if name == "extra" else _cleaned(old)
        if name in languages:
            new = language_tag(str(new))
        if name in pictures and not is_own_picture(str(new)):
            new = ""
        if name in addresses and not is_web(str(new)):
            new = ""
        if new is not old and new != old:
            changed[name] = new
    return replace(cast(Any, value), **changed) if changed else value


def _cleaned_extra(text: str) -> str:
    """Data that no field holds, kept as JSON, whose own escapes would bring back what ``clean_text`` takes away."""
    return extra_text(_cleaned_data(extra_data(text)))


def _cleaned_data(data: Any) -> Any:
    if isinstance(data, dict):
        return {clean_text(name): _cleaned_data(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_cleaned_data(one) for one in data]
    return clean_text(data) if isinstance(data, str) else data


@cache
def _names(kind: Any) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """The names of its fields, and what gives all their values at once."""
    names = tuple(field.name for field in fields(kind) if field.init)
    return names, attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, n) for n in names)


def _paired(text: str) -> str:
    """``text`` with every isolate closed in it and nothing closed that it did not open."""
    depth = 0
    parts = []
    for sign in text:
        if sign == _CLOSE:
            if not depth:
                continue
            depth -= 1
        elif "\u2066" <= sign <= "\u2068":
            depth += 1
        parts.append(sign)
    return "".join(parts) + _CLOSE * depth
