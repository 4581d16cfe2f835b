"""What the machine read in an article last, as a small file that a difference shows line by line.

One JSON object a line in ``content/.machine/<article id>.jsonl``: first the article's record, then
each fact. A quote is kept as its place in the article and a short fingerprint, not as text. Against
this base, adding tells what a person changed or removed from what the machine may update.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

from ..fields import BY_FIELD, REMEMBERED, as_data, defaults, from_data
from ..model import Article, DateReason, Fact, Published, PublishedWhy, Source
from ..prose.article_reasons import with_read_reasons
from ..values import dataclass, replace
from .text_file import TextFile

FOLDER = ".machine"
IMPORTS = f"{FOLDER}/imports"  # what other programs said last, by import
_FORM = 2  # the record is the machine's own reading, whatever a person made of it

RECORD_FIELDS = (
    "title", "publisher", "agency", "authors", "published", "url", "archive_url", "lang", "tags",
    "file", "text_file", "sha256", "type", "extra",
)  # fmt: skip
# Those of them that say where the article is kept; the rest is the article's own, and people correct it.
KEPT_BY_US = frozenset({"file", "text_file", "sha256"})


@dataclass(frozen=True, slots=True)
class Memory:
    """An article as last read, without its text, and its facts under the ids they have in the project."""

    article: Article
    facts: tuple[Fact, ...] = ()
    own: bool = True  # False: of a version that may have kept a person's corrections as its reading

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its facts."""
        return tuple(fact.id for fact in self.facts)


class RestingMemory(Memory):
    """What is remembered of an article that a long run has done with: its file and its ids; the rest is read when asked."""

    __slots__ = ("_file", "_ids", "_read_in")
    _file: TextFile
    _ids: tuple[str, ...]
    _read_in: Article | None

    def __init__(self, memory: Memory, file: TextFile, article: Article | None) -> None:
        ids = tuple(sys.intern(id) for id in memory.ids)
        for name, value in (("_file", file), ("_read_in", article), ("_ids", ids)):
            object.__setattr__(self, name, value)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its facts."""
        return self._ids

    def _read(self) -> Memory:
        memory = read_memory(self._file.text, self._read_in.text if self._read_in else "")
        assert memory is not None  # it was read before
        return memory

    @property
    def article(self) -> Article:
        """The article as last read."""
        return self._read().article

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Its facts."""
        return self._read().facts

    @property
    def own(self) -> bool:
        """Whether it is the machine's own reading."""
        return self._read().own

    def __eq__(self, other: object) -> bool:
        """Whether the same is remembered."""
        mine = self._read()
        return isinstance(other, Memory) and (mine.article, mine.facts, mine.own) == (
            other.article,
            other.facts,
            other.own,
        )

    __hash__ = None  # type: ignore[assignment]


@lru_cache(maxsize=4096)  # a batch asks for those of its quotes again and again
def quote_mark(quote: str) -> str:
    """A short fingerprint of a quote that white space and the style of its quotation marks do not change."""
    plain = " ".join(quote.translate(_QUOTE_MARKS).split())
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:12]


def write_memory(memory: Memory) -> str:
    """The file's text."""
    lines = [_line({"article": memory.article.id, "form": _FORM, **_record(memory.article)})]
    lines += [_line(_fact(fact)) for fact in memory.facts]
    return "\n".join(lines) + "\n"


def read_memory(text: str, article_text: str) -> Memory | None:
    """The memory in a file's text; quotes are taken from ``article_text`` where they still stand. None: unreadable.

    A line that cannot be read is passed over and one that stands twice counts once: version control may
    have merged two states of the file or left its marks in it.
    """
    article: Article | None = None
    found: list[Fact] = []
    own = True
    for line in dict.fromkeys(text.splitlines()):
        try:
            values = json.loads(line)
            if "article" in values:
                article = _article(values)
                own = own and values.get("form") == _FORM
            elif article is not None:
                found.append(_read_fact(values, article.id, article_text))
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            continue
    return Memory(article, tuple(found), own) if article is not None else None


def is_empty(value: object) -> bool:
    """Whether a field of a record says nothing."""
    return not value or (isinstance(value, Published) and not value.value)


def with_last_values(article: Article, before: Article) -> Article:
    """A record with what was read before where nothing is read now: the file still has it, as the machine wrote it."""
    values = {name: getattr(before, name) for name in RECORD_FIELDS}
    kept = {name: v for name, v in values.items() if not is_empty(v) and is_empty(getattr(article, name))}
    return replace(article, **kept)


def _line(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(", ", ": "))


def _record(article: Article) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name in RECORD_FIELDS:
        value = getattr(article, name)
        if name == "published":
            value = _filled(value)
            if "why" in value:
                value["why"] = [_filled(one) for one in value["why"]]
        if value:
            record[name] = value
    return record


def _filled(value: Any) -> dict[str, Any]:
    """The fields of a value that hold something."""
    return {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name)}


def _article(head: Mapping[str, Any]) -> Article:
    values: dict[str, Any] = {name: head[name] for name in RECORD_FIELDS if name in head}
    for name in ("authors", "tags"):
        values[name] = tuple(values.get(name, ()))
    published = dict(values.get("published", {}))
    published["why"] = tuple(PublishedWhy(**one) for one in published.get("why", ()))
    values["published"] = with_read_reasons(Published(**published))
    return Article(id=head["article"], text="", **values)


def _fact(fact: Fact) -> dict[str, Any]:
    line: dict[str, Any] = {"id": fact.id} | ({"by": fact.by} if fact.by else {})
    for name in REMEMBERED:
        value = getattr(fact, name)
        if value != _DEFAULTS.get(name, "") and not (name == "text" and value == fact.sources[0].quote):
            line[name] = as_data(BY_FIELD[name], value)
    line["sources"] = [_source(source) for source in fact.sources]
    return line


def _source(source: Source) -> list[Any]:
    usual = DateReason() if source.date == DateReason() else _USUAL
    reason = {
        f.name: getattr(source.date, f.name)
        for f in fields(DateReason)
        if getattr(source.date, f.name) != getattr(usual, f.name)
    }
    return [source.start, source.end, quote_mark(source.quote), *([reason] if reason else [])]


def _read_fact(line: Mapping[str, Any], article: str, text: str) -> Fact:
    sources = tuple(_read_source(item, article, text) for item in line["sources"])
    values: dict[str, Any] = {
        name: from_data(BY_FIELD[name], line[name]) for name in REMEMBERED if name in line
    }
    values.setdefault("text", sources[0].quote)
    values.setdefault("date", "")
    return Fact(id=line["id"], sources=sources, by=line.get("by", ""), **values)


def _read_source(item: list[Any], article: str, text: str) -> Source:
    start, end, mark = item[0], item[1], item[2]
    quote = text[start:end] if 0 <= start < end else ""
    if quote_mark(quote) != mark:
        # The article's text changed: the fingerprint alone still tells this quote from others.
        quote = f"#{mark}"
    reason = replace(_USUAL, **item[3]) if len(item) > 3 else DateReason()
    return Source(article, quote, start, end, reason)


def mark_of(quote: str) -> str:
    """The fingerprint of a quote, or of one that is only kept as its fingerprint."""
    if len(quote) == 13 and quote.startswith("#"):
        return quote[1:]
    return quote_mark(quote)


_USUAL = DateReason(basis="published")  # the commonest basis, which a line leaves out
_QUOTE_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})
_DEFAULTS = defaults(Fact)
