"""A record as some other program writes it in, the same record under our names out.

Exports of news APIs, archives and scrapers name the same things differently. A name of ours always wins;
of several other names for one thing the first in the table does. Case, hyphens and underscores do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# Ours -> what others call it, as small letters and digits only.
_OTHERS: dict[str, tuple[str, ...]] = {
    "text": ("articletext", "fulltext", "bodytext", "contenttext", "articlebody", "maintext", "plaintext", "body", "content", "story"),
    "html": ("contenthtml", "bodyhtml", "rawhtml", "pagehtml", "articlehtml"),
    "title": ("headline", "webtitle", "articletitle"),
    "publisher": ("outlet", "source", "newspaper", "publication", "sourcename", "sitename", "medianame", "newssource", "site"),
    "published": ("publishedat", "datepublished", "publicationdate", "webpublicationdate", "publishdate", "publisheddate",
                  "pubdate", "publishedtime", "publishedon", "date", "datetime"),
    "authors": ("author", "byline", "writers", "creator"),
    "url": ("link", "weburl", "articleurl", "canonicalurl", "permalink", "address"),
    "archive_url": ("archive", "archiveurl", "waybackurl"),
    "lang": ("language", "langcode"),
    "tags": ("keywords", "categories", "topics"),
}  # fmt: skip
_FIELDS = frozenset(
    {"id", *(name for ours, others in _OTHERS.items() for name in (ours.replace("_", ""), *others))}
)
# Where exports put a record's own fields, and under which names they put a list of records.
_INNER = ("fields", "_source", "attributes")
_LISTS = ("articles", "items", "results", "stories", "documents", "docs", "hits", "entries", "records", "data", "posts", "response", "value")  # fmt: skip
_DEEPEST = 4
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")  # "English" is no code


def with_our_names(record: Mapping[str, object]) -> dict[str, object]:
    """``record`` with what it calls otherwise under our names as well; a value it has under ours stays."""
    found = dict(record)
    for name in _INNER:
        inner = record.get(name)
        if isinstance(inner, Mapping):
            found = {**inner, **found}
    plain: dict[str, object] = {}
    for name, value in found.items():
        plain.setdefault(_bare(name), value)
    for ours, others in _OTHERS.items():
        if _is_there(found.get(ours)):
            continue
        values = (_named(plain[other]) for other in (_bare(ours), *others) if other in plain)
        value = next((value for value in values if _fits(ours, value)), None)
        if value is not None:
            found[ours] = value
    text = found.get("text")
    if not _is_there(found.get("html")) and not _is_there(record.get("text")) and _is_markup(text):
        found["html"] = found.pop("text")
    return found


def is_field(name: str) -> bool:
    """Whether a column of this name may say something of an article."""
    return _bare(name) in _FIELDS


def records_in(value: object, depth: int = 0) -> Iterator[object]:
    """The records of a JSON value: its items, or the list that its envelope holds, or itself."""
    if isinstance(value, list):
        yield from value
        return
    if isinstance(value, Mapping) and depth < _DEEPEST and not _has_text(value):
        for name in _LISTS:
            inner = value.get(name)
            if isinstance(inner, list) and any(isinstance(item, Mapping) for item in inner):
                yield from inner
                return
            if isinstance(inner, Mapping):
                found = list(records_in(inner, depth + 1))
                if found != [inner]:
                    yield from found
                    return
    yield value


def _fits(ours: str, value: object) -> bool:
    """Whether a value under another name can be what ours means: a stranger's field never breaks a record."""
    if ours in ("authors", "tags"):
        return isinstance(value, (str, list)) and _is_there(value)
    if not isinstance(value, str) or not value.strip():
        return False
    return ours != "lang" or bool(_LANG.fullmatch(value.strip()))


def _has_text(value: Mapping[str, object]) -> bool:
    record = with_our_names(value)
    return any(isinstance(record.get(name), str) and _is_there(record[name]) for name in ("text", "html"))


def _bare(name: object) -> str:
    return "".join(char for char in str(name).lower() if char.isalnum())


def _is_there(value: object) -> bool:
    return value not in (None, "", [], {}) and not (isinstance(value, str) and not value.strip())


def _named(value: object) -> object:
    """``{"name": "The Post"}`` and lists of such as plain names; anything else as it is."""
    if isinstance(value, Mapping):
        return next((value[key] for key in ("name", "title") if isinstance(value.get(key), str)), "")
    if isinstance(value, list):
        return [_named(item) for item in value]
    return value


def _is_markup(value: object) -> bool:
    """Whether a text is a page's body: it has paragraphs or breaks in HTML."""
    return isinstance(value, str) and any(
        sign in value[:20_000].lower() for sign in ("<p>", "<p ", "<br", "<div")
    )
