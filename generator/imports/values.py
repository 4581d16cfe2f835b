"""The values that pass between the readers of foreign forms and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..errors import Problem

MOST_BYTES = 64 * 1024 * 1024
MOST_RECORDS = 100_000
DEEPEST = 16  # levels of what an entry says; the YAML of a fact holds no more

DayOrder = Literal["", "day-first", "month-first"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who imports has said: the meaning of columns, the order of numbers in dates, the language."""

    columns: Mapping[str, str] = field(default_factory=dict)  # native key -> role
    order: DayOrder = ""
    lang: str = "en"
    as_written: bool = False  # a day stays one where other words name only its year


@dataclass(frozen=True, slots=True)
class Record:
    """One entry in its form's own keys; ``where`` is its line, row or number, from 1."""

    data: Mapping[str, Any]
    where: int = 0
    path: str = ""  # of the file, where each entry has one of its own


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as its form has it: the entries, and what stands around them (``head``, as JSON)."""

    form: str
    records: tuple[Record, ...]
    head: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as an entry cites it; ``more`` is JSON of what has no key in a record."""

    url: str = ""
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    archive_url: str = ""
    lang: str = ""
    type: str = ""
    quote: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """An entry's date: EDTF, and what it would be if the finest number were believed, with the reason it is not."""

    edtf: str = ""
    written: str = ""
    why: str = ""
    unread: str = ""  # words that no date could be made of


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record says in our terms; ``extra`` is what has no field."""

    key: str
    when: When
    text: str
    body: str = ""
    kind: str = "event"
    speaker: str = ""
    via: str = ""
    tags: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    where: int = 0
    path: str = ""
