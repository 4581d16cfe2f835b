"""Selected facts in; one JSON document, or one JSON object a line, out.

Both are streamed: no more than one record is held as text at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from ..model import Fact
from .record import Record, article_record, entity_record, fact_record
from .selection import Selection

# Raised when a key changes its meaning or goes; a new key does not raise it.
FORMAT_VERSION = 1
# JSON may hold these as they are, but programs that split text into lines end a line there.
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def write_json(selection: Selection) -> Iterator[str]:
    """The whole timeline as one document: site, facts, articles, names; one record a line."""
    site = selection.site
    head = {
        "name": site.name or None,
        "url": site.url or None,
        "language": site.language,
        "description": site.description or None,
    }
    yield f'{{"format": "chronofact", "version": {FORMAT_VERSION},\n"site": {_dump(head)},\n"facts": '
    yield from _joined(selection.runs("json", partial(_records, selection)))
    yield ',\n"articles": '
    yield from _array(article_record(article) for article in selection.cited())
    used = dict.fromkeys(entity for fact in selection.facts for entity in selection.named(fact))
    yield ',\n"names": '
    yield from _array(entity_record(entity) for entity in used)
    yield "}\n"


def write_jsonl(selection: Selection) -> Iterator[str]:
    """One fact a line, each complete in itself."""
    for run in selection.runs("json", partial(_records, selection)):
        yield run.replace(",\n", "\n") + "\n"


def _records(selection: Selection, facts: Sequence[Fact]) -> str:
    """The records of some facts, one a line, as they stand in an array."""
    return ",\n".join(_dump(fact_record(fact, selection)) for fact in facts)


def _array(records: Iterable[Record]) -> Iterator[str]:
    """A JSON array with one record a line, streamed."""
    yield from _joined(map(_dump, records))


def _joined(records: Iterable[str]) -> Iterator[str]:
    mark = "["
    for record in records:
        yield f"{mark}\n{record}"
        mark = ","
    yield "[]" if mark == "[" else "\n]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
