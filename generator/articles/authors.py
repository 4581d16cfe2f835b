"""What a page, a feed or a record says of its authors in, the names of people and desks out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..language import calendar_names
from ..text.credits import is_role
from ..text.stated_date import stated_dates
from .byline import WHENCE, may_be_place

_SPLIT = re.compile(
    r"\s*(?:[;|/•·、，]|\s[–—-]\s|,|\s&\s|\b(?:and|und|et|y|e|i|та|і|и)\b(?=\s+[^\W\d_a-zа-яёіїєґ]))\s*"
)
_LEAD = re.compile(
    r"^\W*(?:(?:written|words|story|report(?:ed|ing)?|text|posted|published)\s+by\b|by\b|von\b|par\b|por\b|przez\b|автори?\b|авторка\b|автор(?:ы)?\b|autor(?:a|en|in|ka|zy)?\b|text\b)\s*:?\s*",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|esq)\.?$", re.IGNORECASE)
_NO_NAME = re.compile(r"[@\d]|https?:|www\.|^\W*$")


def names_of(values: Iterable[str]) -> tuple[str, ...]:
    """Every author once, in order; what is a date, an address or a role is none."""
    found: dict[str, str] = {}
    for value in values:
        for name in _names(value):
            found.setdefault(name.casefold(), name)
    whole = tuple(name for name in found.values() if not (is_role(name) or may_be_place(name)))
    beside = any(" " in name for name in whole)  # a whole name: then a role is what its bearer does
    return whole if beside else tuple(found.values())


def _names(value: str) -> list[str]:
    value = " ".join(value.split())
    if value.startswith(("http://", "https://")):
        return []
    for date in reversed(stated_dates(value)):
        value = value[: date.start] + " | " + value[date.end :]
    value = _LEAD.sub("", value, count=1)
    pieces = [piece.strip(" .,:-–—\"'“”()") if not _SUFFIX.search(piece) else piece.strip(" ,") for piece in _SPLIT.split(value)]  # fmt: skip
    joined: list[str] = []
    for piece in filter(None, pieces):
        if joined and _SUFFIX.fullmatch(piece):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    if len(joined) == 2 and all(_is_word(piece) for piece in joined) and value.count(",") == 1:
        return [f"{joined[1]} {joined[0]}"]  # "Kite, Dana"
    return [
        WHENCE.sub("", _LEAD.sub("", piece, count=1))
        for piece in joined
        if _is_name(piece, alone=len(joined) == 1)
    ]


def _is_word(piece: str) -> bool:
    return " " not in piece and piece[:1].isupper() and piece[1:].islower() and not is_role(piece)


def _is_name(piece: str, *, alone: bool) -> bool:
    """Whether a piece names someone; a word for what somebody does is a name only when nothing else stands there."""
    words = piece.split()
    if _NO_NAME.search(piece) or len(words) > 8 or len(piece) > 80:
        return False
    if all(word.strip(".").lower() in calendar_names("month") for word in words):
        return False
    return alone or not is_role(piece)
