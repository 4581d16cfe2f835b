"""What is known of an article besides its text, by where it was learned; and how those are put together.

``PUBLISHED_ORDER`` is the order in which a date of publication is believed; all other fields follow
the same order. A field that nothing gives stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from ..edtf import EdtfError, parse_edtf
from ..model import Published, PublishedBasis
from ..text.stated_date import stated_dates

# First come, first believed. "text" and "inferred" are the work of ``dates.article_date``.
PUBLISHED_ORDER: tuple[PublishedBasis, ...] = (
    "option",  # said on the command line
    "sidecar",  # said in <file>.yaml
    "metadata",  # HTML meta and JSON-LD, front matter, a JSON field, a feed entry
    "byline",  # "May 16, 2025 6:04 PM"
    "dateline",  # "OSLO, May 16, 2025 (Reuters) —"
    "url",  # /2025/05/16/
    "text",  # what the article's own words allow
    "inferred",  # from an article that shares whole sentences
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields one source gives; empty where it is silent."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    agency: str = ""
    published: str = ""  # EDTF, or YYYY-MM-DDTHH:MM
    zone: str = ""
    url: str = ""
    archive_url: str = ""
    lang: str = ""
    tags: tuple[str, ...] = ()


_CLOCK = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5})?",
    re.ASCII,
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?", re.ASCII)  # seconds, or thousandths, since 1970
_RFC_ZONE = re.compile(r"([+-]\d{4}|[A-Z]{2,4})\s*\Z")
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([/_.-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)", re.ASCII
)
_URL_NAMED_DAY = re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(\d{1,2})(?!\d)", re.ASCII | re.IGNORECASE)
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:/|-)", re.ASCII)


# What programs write for "no date" (the zero of their calendars), and years in which no news was printed.
_NO_DAY = re.compile(
    r"(?:1970-01-01(?:[T ]00:00.*)?|1900-01-01.*|1899-12-3[01].*|1601-01-01.*|(?:0\d{3}|1[0-3]\d\d|2[2-9]\d\d|[3-9]\d{3})-\d\d.*)\Z",
    re.DOTALL,
)


def read_moment(value: str) -> tuple[str, str]:
    """An EDTF date or moment, and its zone, from the forms metadata uses; ``("", "")`` when it is no date."""
    value = value.strip()
    if _NO_DAY.match(value):
        return "", ""
    if clock := _CLOCK.fullmatch(value):
        day, time, zone = clock.groups()
        return (f"{day}T{time}", zone or "") if _is_date(day) else ("", "")
    if _EPOCH.fullmatch(value):
        moment = datetime.fromtimestamp(int(value[:10]), tz=UTC)
        return moment.strftime("%Y-%m-%dT%H:%M"), "Z"
    if _is_date(value):
        return value, ""
    stated = stated_dates(value)
    if len(stated) != 1 or len(value) > 60:
        return "", ""
    zone = stated[0].zone or (found[1] if stated[0].clock and (found := _RFC_ZONE.search(value)) else "")
    return stated[0].value, zone


def _is_date(value: str) -> bool:
    if value[:4] in _NO_YEARS:
        return False
    try:
        parse_edtf(value)
    except EdtfError:
        return False
    return True


# The first and last years that programs know, written where a day is missing: no article is of then.
_NO_YEARS = ("0000", "0001", "9999")


def date_in_url(url: str) -> str:
    """The day or month an address names in its path, or ``""``."""
    try:
        path = urlsplit(url).path
    except ValueError:  # "http://["
        return ""
    for match in _URL_DAY.finditer(path):
        day = f"{match[1]}-{match[3]}-{match[4]}"
        if _is_date(day):
            return day
    if named := _URL_NAMED_DAY.search(path):
        stated = stated_dates(f"{named[3]} {named[2]} {named[1]}")
        if stated:
            return stated[0].day
    month = _URL_MONTH.search(path)
    return f"{month[1]}-{month[2]}" if month else ""


def published_of(sources: Mapping[PublishedBasis, tuple[str, str]]) -> Published:
    """The date of the source believed most among those that give one; values are (date, zone)."""
    for basis in PUBLISHED_ORDER:
        value, zone = sources.get(basis, ("", ""))
        if value:
            return Published(value, basis, zone=zone if "T" in value else "")
    return Published()


def first_of(sources: Sequence[Metadata]) -> Metadata:
    """Every field from the first of ``sources`` that gives it; the date is left to ``published_of``."""

    def first(name: str) -> str:
        return next((found for source in sources if (found := getattr(source, name))), "")

    def first_list(name: str) -> tuple[str, ...]:
        return next((found for source in sources if (found := getattr(source, name))), ())

    return Metadata(
        title=first("title"),
        authors=first_list("authors"),
        publisher=first("publisher"),
        agency=first("agency"),
        url=first("url"),
        archive_url=first("archive_url"),
        lang=first("lang"),
        tags=first_list("tags"),
    )
