"""Selected facts in, an RFC 4180 table out: UTF-8, one fact a row, safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula gets an apostrophe in front; ``unguard`` takes it
away again without loss. Cells with several values put ``" | "`` between them, and the source columns
keep one order, so the third quote belongs to the third article.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from ..fields import FIELDS, FactKey, number_text, said
from ..model import Fact
from .selection import Selection
from .spans import span_of

BETWEEN = " | "
# Characters that start a formula in Excel, LibreOffice, Numbers or Sheets, with their full-width
# forms; tab, carriage return and line feed are stripped by some importers and uncover what follows.
_FORMULA = re.compile("'*(?:[\t\r\n]|[ \u00a0]*[=+\\-@＝＋－＠])")
_STARTS = frozenset("'\t\r\n \u00a0=+-@＝＋－＠")  # with which such a cell begins; most do not

Column = Callable[[Fact, Selection], str]


def _names(kind: str) -> Column:
    """The column of the names of one kind."""
    return lambda fact, sel: _several(entity.name for entity in sel.named(fact) if entity.kind == kind)


def _source(attribute: str) -> Column:
    """The column of an article's attribute, one value a source."""

    def cell(fact: Fact, selection: Selection) -> str:
        articles = (selection.articles.get(source.article) for source in fact.sources)
        return _several(str(getattr(article, attribute)) if article else "" for article in articles)

    return cell


# Columns that no field holds by itself, each under the field behind which they stand.
_MADE: dict[str, dict[str, tuple[str, Column]]] = {
    "date": {
        "date_from": ("The first day it may be.", lambda fact, _: span_of(fact.date).first),
        "date_to": ("The last day it may be.", lambda fact, _: span_of(fact.date).last),
        "precision": ("Day, month, year, interval …", lambda fact, _: span_of(fact.date).precision),
    },
    "tags": {
        "people": ("People named.", _names("person")),
        "places": ("Places named.", _names("place")),
        "organisations": ("Organisations named.", _names("organisation")),
    },
    "sources": {
        "articles": (
            "How many articles tell it.",
            lambda fact, _: str(len({s.article for s in fact.sources})),
        ),
        "date_words": (
            "The words the date comes from.",
            lambda f, _: _several(s.date.words for s in f.sources),
        ),
        "date_basis": (
            "How the words give the date.",
            lambda f, _: _several(s.date.basis for s in f.sources),
        ),
        "quotes": ("The sentences it rests on.", lambda f, _: _several(s.quote for s in f.sources)),
        "publishers": ("Who published them.", _source("publisher")),
        "titles": ("The articles’ headlines.", _source("title")),
        "published": (
            "When the articles came out.",
            lambda fact, sel: _several(
                sel.articles[s.article].published.value if s.article in sel.articles else ""
                for s in fact.sources
            ),
        ),
        "urls": ("The articles’ addresses.", _source("url")),
        "archive_urls": ("Archived copies.", _source("archive_url")),
    },
    "corrections": {
        "corrected": (
            "The day of its last correction.",
            lambda f, _: max((c.on for c in f.corrections), default=""),
        ),
    },
    "origins": {"link": ("Its permanent link.", lambda fact, sel: sel.link(fact))},
}


def _columns() -> dict[str, tuple[str, Column]]:
    """A column a public field, and what is made of it behind it."""
    found: dict[str, tuple[str, Column]] = {}
    for key in FIELDS:
        if key.public and not key.columns:
            found[key.label] = (key.about, partial(_cell, key))
        made = _MADE.get(key.field, {})
        if key.columns and tuple(made) != tuple(key.columns.split(", ")):
            raise TypeError(f"the columns of '{key.name}' in generator/fields are not those of csv_table")
        found |= made
    return found


def _cell(key: FactKey, fact: Fact, _: Selection) -> str:
    """A field in one cell."""
    value = getattr(fact, key.field)
    if key.form == "flag":
        return "yes" if value else ""
    if key.form == "number":
        return number_text(value) if value else ""
    if key.form == "map":
        return _group(key, value) if value is not None else ""
    if key.form == "maps":
        return _several(_group(key, one) for one in value)
    return _several(value) if isinstance(value, tuple) else str(value)


def _group(key: FactKey, value: object) -> str:
    """What stands inside a field as ``what: dead; value: 31; at least: yes``."""
    shown = ((inner, getattr(value, inner.field)) for inner in key.inner if said(inner, value))
    return "; ".join(f"{inner.name}: {_plain(inner.form, one)}" for inner, one in shown)


def _plain(form: str, value: object) -> str:
    if form == "number" and isinstance(value, int | float):
        return number_text(value)
    return "yes" if value is True else str(value)


COLUMNS = _columns()


def write_csv(selection: Selection) -> Iterator[str]:
    """The header row, then a row a fact, lines ended by CR LF."""
    yield _lines([list(COLUMNS)])
    yield from selection.runs("csv", partial(_rows, selection))


def _rows(selection: Selection, facts: Sequence[Fact]) -> str:
    return _lines([guard(cell(fact, selection)) for _, cell in COLUMNS.values()] for fact in facts)


def _lines(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def guard(cell: str) -> str:
    """``cell``, with an apostrophe in front when a spreadsheet could run it as a formula.

    A cell that already has apostrophes before such a character gets one more, so that nothing is lost.
    """
    return f"'{cell}" if cell[:1] in _STARTS and _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell as it was before ``guard``."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _several(values: Iterable[object]) -> str:
    """Values in one cell; all empty gives an empty cell, so that a column of nothings stays empty."""
    texts = [str(value) for value in values]
    return BETWEEN.join(texts) if any(texts) else ""
