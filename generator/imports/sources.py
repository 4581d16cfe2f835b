"""What an entry says of its sources in, cited sources out; and one of them as a record of the project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from ..bcp47 import language_tag
from ..model import SourceType
from .plain import is_address, is_day, plain
from .synonyms import SOURCE, plain_key
from .values import Cited
from .when import date_of

_TYPES = frozenset(get_args(SourceType))
# What other programs call a kind of source; CSL's own names stand for themselves.
_CALLED = {
    "news": "article-newspaper", "newspaper": "article-newspaper", "news article": "article-newspaper", "web": "webpage",
    "website": "webpage", "video": "motion_picture", "film": "motion_picture", "photo": "graphic", "image": "graphic",
    "picture": "graphic", "tweet": "post", "social media": "post", "blog": "post-weblog", "court": "legal_case",
    "journalarticle": "article-journal", "newspaperarticle": "article-newspaper", "magazinearticle": "article-magazine",
    "booksection": "chapter", "case": "legal_case", "podcast": "broadcast", "tv": "broadcast", "radio": "broadcast",
}  # fmt: skip
_MANY = 200  # sources of one entry


def cited_in(value: Any) -> tuple[Cited, ...]:
    """The sources in a list, a group, or a text of addresses."""
    if isinstance(value, list | tuple):
        return tuple(one for item in value[:_MANY] for one in cited_in(item) if not isinstance(item, list))
    if isinstance(value, Mapping):
        found = cited_group(value)
        return (found,) if found else ()
    text = str(value).strip() if isinstance(value, str | int | float) and value != "" else ""
    parts = text.split()
    if len(parts) > 1 and all(is_address(part.strip(",;|")) for part in parts):
        return tuple(Cited(url=part.strip(",;|"), type="webpage") for part in parts[:_MANY])
    if is_address(text):
        return (Cited(url=text, type="webpage"),)
    words = plain(text)
    return (Cited(title=words, type="document"),) if words else ()


def cited_group(group: Mapping[Any, Any]) -> Cited | None:
    """One source given in a group of keys; what they have no name for is kept as it is."""
    found: dict[str, Any] = {}
    more: dict[str, Any] = {}
    names = {plain_key(str(key)): str(key) for key in group}
    taken = set()
    for role, spellings in SOURCE.items():
        key = next((names[name] for name in spellings if name in names and names[name] not in taken), None)
        value = _source_value(role, group[key]) if key is not None else None
        if key is not None and value:
            found[role] = value
            taken.add(key)
    more = {
        str(key): value
        for key, value in group.items()
        if str(key) not in taken and value not in ("", None, [], {})
    }
    if not found.get("url") and not found.get("title"):
        return None
    kind = found.pop("type", "") or ("webpage" if found.get("url") else "document")
    return Cited(**found, type=kind, more=as_json(more))


def as_json(data: Mapping[str, Any]) -> str:
    """A group as one text, so that equal groups are equal."""
    return json.dumps(data, ensure_ascii=False, default=str) if data else ""


def _source_value(role: str, value: Any) -> Any:
    if role == "authors":
        values = value if isinstance(value, list) else [value]
        return tuple(filter(None, (plain(one) for one in values if isinstance(one, str | int))))
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    text = str(value).strip()
    if role in ("url", "archive_url"):
        return text if is_address(text) else None
    if role == "published":
        day = date_of(value)
        return day if is_day(day) else None
    if role == "lang":
        return language_tag(text) or None
    if role == "type":
        return source_type(text) or None
    return plain(text)


def source_type(name: str) -> str:
    """CSL's name of a kind of source, ``""`` when nothing tells."""
    name = name.strip()
    return name if name in _TYPES else _CALLED.get(name.lower().replace("_", " "), "")
