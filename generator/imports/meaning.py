"""A record in its form's own keys in, an entry in our terms out; and an entry back into its keys.

What a value says is compared with what it would be written as: only what differs, and what has no field, is kept
under ``extra``. On the way back a value stands as it came while it still says what the fact says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from ..model import FactKind
from .plain import is_address, is_day, links_in, plain
from .sources import cited_in
from .synonyms import ROLES, roles_of
from .values import Cited, Entry, Options, Record, When
from .when import GROUP, DateShape, date_of, read_when, write_when

_KINDS = frozenset(get_args(FactKind))
_SOURCE_ROLES = ("url", "source_title", "publisher", "author", "published", "quote", "archive", "sources")
_WORDS = ("text", "body", "speaker", "via")
_LONGEST = {"text": 2_000, "body": 20_000}  # what is longer stays whole under ``extra``
_EMPTY: tuple[Any, ...] = ("", None, [], {})

Derive = Callable[[Mapping[str, Any], Mapping[str, Any], str], Mapping[str, Any]]
Amend = Callable[[dict[str, Any], str, Any, str], None]


@dataclass(frozen=True)
class Lens:
    """How the records of a form are read and written.

    ``roles``: what its keys mean, role to key; None: by the table of synonyms. ``derive``: what a record says in a way of
    its own, by role; ``amend`` changes a record when that changed. ``empty``: an empty value is part of the record.
    """

    roles: Mapping[str, str] | None = None
    derive: Derive | None = None
    amend: Amend | None = None
    empty: bool = True
    markup: bool = False  # its texts are HTML
    dates: DateShape = "edtf"
    renders: tuple[str, ...] = ()  # keys that ``amend`` alone may give back

    def roles_in(self, data: Mapping[str, Any], said: Mapping[str, str]) -> dict[str, str]:
        """What the keys of a record mean, role to key."""
        if self.roles is not None:
            return {role: key for role, key in self.roles.items() if key in data}
        return roles_of([key for key, value in data.items() if value not in _EMPTY], said)

    def read(self, record: Record, head: Mapping[str, Any], options: Options) -> tuple[Entry, dict[str, str]]:
        """The entry of a record and what its keys mean; its text is empty when nothing can be one."""
        data = record.data
        roles = self.roles_in(data, options.columns)
        values = {role: data[key] for role, key in roles.items()} | self._derived(data, head, options)
        text, body = _as_field("text", values.get("text", "")), _as_field("body", values.get("body", ""))
        if not text and body:
            text, body = _as_field("text", values["body"]), ""
            roles = {
                ("text" if role == "body" else role): key for role, key in roles.items() if role != "text"
            }
        when = _when(values, text, body, options)
        when = replace(when, edtf=when.written, why="") if options.as_written and when.why else when
        entry = Entry(
            key=str(values.get("key", "") or "")[:300],
            when=when,
            text=text,
            body=body,
            kind=_as_field("kind", values.get("kind", "")),
            speaker=_as_field("speaker", values.get("speaker", "")),
            via=_as_field("via", values.get("via", "")),
            tags=tags_of(values.get("tags")),
            cited=_cited(values),
            where=record.where,
            path=record.path,
        )
        kept = self._kept(entry, roles, data)
        extra = {key: v for key, v in data.items() if key in kept and (self.empty or v not in _EMPTY)}
        entry = replace(entry, extra=extra)
        if rendered := self._rendered(entry, data, options.lang):
            less = replace(entry, extra={key: v for key, v in extra.items() if key not in rendered})
            if self.write(less, roles, head, options) == data:
                return less, roles
        return entry, roles

    def write(
        self, entry: Entry, roles: Mapping[str, str], head: Mapping[str, Any], options: Options
    ) -> dict[str, Any]:
        """The record of an entry: what came, where it still says what the entry says; the rest anew."""
        data: dict[str, Any] = dict(entry.extra)
        derived = self._derived(data, head, options)
        if derived.get("body") and not derived.get("text", data.get(roles.get("text", ""))):
            derived |= {"text": derived["body"], "body": ""}
        values = {role: data[key] for role, key in roles.items() if key in data} | derived
        was = _when(values, entry.text, entry.body, options)
        for group, names, now, stands in (
            ("date", GROUP, entry.when.edtf, entry.when.edtf in (was.edtf, was.written)),
            ("sources", _SOURCE_ROLES, entry.cited, _cited(values) == entry.cited),
        ):
            mine = {role: key for role, key in roles.items() if role in names}
            if not derived.keys().isdisjoint(names):
                if not stands and self.amend:
                    self.amend(data, group, now, options.lang)
            elif not stands or data.keys().isdisjoint(mine.values()):
                like = {key: data.pop(key) for key in mine.values() if key in data}
                data |= self._anew(entry, mine, like, only=names)
        for role in ("text", "body", "speaker", "via", "kind", "tags"):
            self._write_one(data, role, entry, roles, derived, options.lang)
        return data

    def _derived(self, data: Mapping[str, Any], head: Mapping[str, Any], options: Options) -> dict[str, Any]:
        """What a record says in a way of its form's own, by role."""
        return dict(self.derive(data, head, options.lang)) if self.derive else {}

    def _write_one(
        self,
        data: dict[str, Any],
        role: str,
        entry: Entry,
        roles: Mapping[str, str],
        derived: Mapping[str, Any],
        lang: str,
    ) -> None:
        """One value that stands by itself."""
        now = getattr(entry, role)
        if role in derived:
            if self.amend and _as_field(role, derived[role]) != now:
                self.amend(data, role, now, lang)
            return
        key = roles.get(role)
        if key is None or (key in data and _as_field(role, data[key]) == now):
            return
        data |= self._anew(entry, {role: key}, {key: data[key]} if key in data else {}, only=(role,))

    def _rendered(self, entry: Entry, data: Mapping[str, Any], lang: str) -> set[str]:
        """The keys that amending an empty record with the entry's values gives back as they are."""
        if not self.renders or self.amend is None:
            return set()
        made: dict[str, Any] = {}
        for role, value in (
            ("date", entry.when.edtf), ("text", entry.text), ("body", entry.body), ("tags", entry.tags), ("sources", entry.cited),
        ):  # fmt: skip
            if value:
                self.amend(made, role, value, lang)
        return {key for key in self.renders if key in data and made.get(key) == data[key]}

    def _kept(self, entry: Entry, roles: Mapping[str, str], data: Mapping[str, Any]) -> set[str]:
        """The keys of a record whose values the entry's fields alone would not give back."""
        anew = self._anew(entry, roles, {}, only=tuple(ROLES))
        kept = {key for key in data if key not in roles.values()}
        for names in (GROUP, _SOURCE_ROLES, *((role,) for role in (*_WORDS, "kind", "tags", "key"))):
            keys = [key for role, key in roles.items() if role in names]
            if any(anew.get(key) != data[key] or type(anew.get(key)) is not type(data[key]) for key in keys):
                kept.update(keys)
        return kept

    def _anew(
        self, entry: Entry, roles: Mapping[str, str], like: Mapping[str, Any], *, only: tuple[str, ...]
    ) -> dict[str, Any]:
        """The values of an entry as its form would write them, by key."""
        data: dict[str, Any] = {}
        if any(role in roles for role in GROUP) and "date" in only:
            data |= write_when(
                entry.when.edtf, {r: k for r, k in roles.items() if r in GROUP}, like, self.dates
            )
        for role, key in roles.items():
            if role not in only or role in GROUP:
                continue
            if role in _WORDS:
                data[key] = _marked_up(getattr(entry, role)) if self.markup else getattr(entry, role)
            elif role == "kind":
                data[key] = entry.kind
            elif role == "tags":
                data[key] = (
                    ", ".join(entry.tags)
                    if isinstance(like.get(key, ""), str) and key in like
                    else list(entry.tags)
                )
            elif role in _SOURCE_ROLES:
                data |= _source_values(role, key, entry.cited, like, alone="url" not in roles)
        return data


def _when(values: Mapping[str, Any], text: str, body: str, options: Options) -> When:
    """The date that values by role say, no finer than the entry's words unless it stays as written."""
    group = {role: values[role] for role in GROUP if role in values}
    words = "" if options.as_written else f"{text}\n{body}"
    return read_when(group, words, order=options.order, lang=options.lang)


def tags_of(value: Any) -> tuple[str, ...]:
    """Words to group by, from a list or from a text with commas or bars between."""
    if isinstance(value, str):
        parts: list[Any] = re.split(r"[,;|]", value)
    else:
        parts = list(value) if isinstance(value, list | tuple) else []
    words = (
        plain(part)
        for part in parts[:100]
        if isinstance(part, str | int | float) and not isinstance(part, bool)
    )
    return tuple(dict.fromkeys(filter(None, words)))


def _as_field(role: str, value: Any) -> Any:
    if role == "tags":
        return tags_of(value)
    if role == "kind":
        found = str(value).strip().lower()
        return found if found in _KINDS else "event"
    return plain(value)[: _LONGEST.get(role, 300)].rstrip()


def _cited(values: Mapping[str, Any]) -> tuple[Cited, ...]:
    """Every source of an entry: the one its own keys tell, then those of its list, then those its text links to."""
    address = str(values.get("url") or "").strip()
    published = date_of(values.get("published"))
    one = Cited(
        url=address if is_address(address) else "",
        title=plain(values.get("source_title", "")),
        publisher=plain(values.get("publisher", "")),
        authors=tuple(filter(None, (plain(values.get("author", "")),))),
        published=published if is_day(published) else "",
        archive_url=str(values["archive"]).strip() if is_address(values.get("archive")) else "",
        type="webpage" if is_address(address) else "document",
        quote=plain(values.get("quote", "")),
    )
    found = [one] if one.url or one.title or one.publisher else []
    found += cited_in(values.get("sources", ""))
    if not found:
        found = [
            Cited(url=url, title=words, type="webpage") for url, words in links_in(values.get("body", ""))
        ]
    return tuple(dict.fromkeys(found))


def _source_values(
    role: str, key: str, cited: tuple[Cited, ...], like: Mapping[str, Any], *, alone: bool
) -> dict[str, Any]:
    if role == "sources":
        rest = cited if alone else cited[1:]
        plain_ones = [one.url or one.title for one in rest]
        if isinstance(like.get(key), str) or (key not in like and len(rest) == 1):
            return {key: " ".join(plain_ones)}
        return {
            key: [
                _group_of(one) if one.more or (one.url and one.title) else (one.url or one.title)
                for one in rest
            ]
        }
    if not cited:
        return {key: ""}
    first = cited[0]
    return {key: {
        "url": first.url, "source_title": first.title, "publisher": first.publisher, "author": ", ".join(first.authors),
        "published": first.published, "quote": first.quote, "archive": first.archive_url,
    }[role]}  # fmt: skip


def _group_of(one: Cited) -> dict[str, Any]:
    pairs = {
        "url": one.url, "title": one.title, "publisher": one.publisher, "authors": list(one.authors),
        "published": one.published, "archive_url": one.archive_url,
    }  # fmt: skip
    return {name: value for name, value in pairs.items() if value}


def _marked_up(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
