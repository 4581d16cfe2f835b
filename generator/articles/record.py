"""A record of the JSON contract in, an article or the problem it has out.

``{id, text | html, published?, url?, title?, publisher?, lang?}``, also ``authors``, ``tags``,
``archive_url``; what other programs call these is understood (``record_names``). With ``text`` the article's text is that very string, so offsets are offsets of the
input; with ``html`` it is what was extracted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ..errors import Problem, problem
from ..model import Article, Place
from .authors import names_of
from .compose import article_from_text
from .limits import too_long
from .metadata import Metadata, read_moment
from .record_names import with_our_names

_TEXTS = ("id", "title", "publisher", "published", "url", "archive_url", "lang")


def read_record(
    record: Mapping[str, object],
    *,
    option: Metadata = Metadata(),
    sidecar: Metadata = Metadata(),
    place: Place = Place(),
    default_id: str = "",
) -> Article | Problem:
    """The article of one record."""
    record = {name: whole(value) for name, value in with_our_names(record).items()}
    id = _id(record, default_id)
    for name in ("text", "html", *_TEXTS[1:]):
        if not isinstance(record.get(name), (str, type(None))) and not (
            name == "published" and _published(record)
        ):
            kind = type(record[name]).__name__
            return problem("record-value", place, article=id, name=name, value=kind)
    text, html = record.get("text"), record.get("html")
    metadata = _metadata(record)
    if isinstance(text, str) and text.strip():
        if long := too_long(text, place, id or place.path or "record"):
            return replace(long, article=id)
        return article_from_text(text, id=id, option=option, sidecar=sidecar, metadata=metadata)
    if isinstance(html, str) and html.strip():
        from .html import article_from_html

        return article_from_html(html, id=id, option=option, sidecar=sidecar, given=metadata, place=place)
    return problem("record-empty", place, article=id, value=id or "without an id")


def whole(value: object) -> object:
    """``value`` with every half of a character that stands alone replaced: no file could hold it.

    JSON can say such halves; the count of characters stays, so offsets do too.
    """
    if isinstance(value, str):
        return value if value.isascii() else _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [whole(item) for item in value]
    return value


_HALF = re.compile("[\ud800-\udfff]")


def unread_date(record: Mapping[str, object], place: Place = Place()) -> Problem | None:
    """The problem with a record's date of publication that says something and names no day."""
    value = _published(with_our_names(record)).strip()
    if not value or read_moment(value)[0]:
        return None
    found = problem("published-value", place, value=value)
    return replace(found, severity="warning")


def _id(record: Mapping[str, object], default: str) -> str:
    value = record.get("id", default)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else default


def _published(record: Mapping[str, object]) -> str:
    """The value of ``published``, which may be a text or, as this program writes it, an object with a value."""
    value = record.get("published")
    if isinstance(value, Mapping):
        value = value.get("value")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) else ""


def _metadata(record: Mapping[str, object]) -> Metadata:
    """The fields of the record; a date that cannot be read counts as none."""

    def text(name: str) -> str:
        value = record.get(name)
        return value.strip() if isinstance(value, str) else ""

    published, zone = read_moment(_published(record))
    return Metadata(
        title=text("title"),
        authors=_authors(record.get("authors") or record.get("author")),
        publisher=text("publisher"),
        published=published,
        zone=zone,
        url=text("url"),
        archive_url=text("archive_url"),
        lang=text("lang"),
        tags=_list(record.get("tags")),
    )


def _authors(value: object) -> tuple[str, ...]:
    """A list as it is given; several names in one text are told apart."""
    return names_of([value]) if isinstance(value, str) else _list(value)


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, (list, tuple)):
        return tuple(
            str(item).strip() for item in value if isinstance(item, (str, int)) and str(item).strip()
        )
    return ()
