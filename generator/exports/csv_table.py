"""Selected facts in, an RFC 4180 table out: UTF-8, one fact a row, safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula gets an apostrophe in front; ``unguard`` takes it
away again without loss. Cells with several values put ``" | "`` between them, and the source columns
keep one order, so the third quote belongs to the third article.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator

from ..model import Fact
from .selection import Selection
from .spans import span_of

BETWEEN = " | "
# Characters that start a formula in Excel, LibreOffice, Numbers or Sheets, with their full-width
# forms; tab, carriage return and line feed are stripped by some importers and uncover what follows.
_FORMULA = re.compile("'*(?:[\t\r\n]|[ \u00a0]*[=+\\-@＝＋－＠])")

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


COLUMNS: dict[str, tuple[str, Column]] = {
    "id": ("the fact's permanent name", lambda fact, _: fact.id),
    "date": ("EDTF (ISO 8601-2)", lambda fact, _: fact.date),
    "date_from": ("first day it may be", lambda fact, _: span_of(fact.date).first),
    "date_to": ("last day it may be", lambda fact, _: span_of(fact.date).last),
    "precision": ("day, month, year, interval …", lambda fact, _: span_of(fact.date).precision),
    "text": ("what happened, in the source's words", lambda fact, _: fact.text),
    "speaker": ("who says so", lambda fact, _: fact.speaker),
    "via": ("the outlet it was said through", lambda fact, _: fact.via),
    "anonymous": ("yes when the speaker is not named", lambda fact, _: _yes(fact.anonymous)),
    "denied": (
        "yes when the speaker denies something; the text says what",
        lambda fact, _: _yes(fact.denied),
    ),
    "kind": ("event, statement, plan or proposal", lambda fact, _: fact.kind),
    "status": ("draft, reviewed, disputed or withdrawn", lambda fact, _: fact.status),
    "tags": ("subjects", lambda fact, _: _several(fact.tags)),
    "people": ("people named", _names("person")),
    "places": ("places named", _names("place")),
    "organisations": ("organisations named", _names("organisation")),
    "origins": ("independent origins; empty: not counted", lambda fact, _: str(fact.origins or "")),
    "articles": ("how many articles tell it", lambda fact, _: str(len({s.article for s in fact.sources}))),
    "date_words": ("the words the date comes from", lambda f, _: _several(s.date.words for s in f.sources)),
    "date_basis": ("how the words give the date", lambda f, _: _several(s.date.basis for s in f.sources)),
    "quotes": ("the sentences it rests on", lambda f, _: _several(s.quote for s in f.sources)),
    "publishers": ("who published them", _source("publisher")),
    "titles": ("the articles' headlines", _source("title")),
    "published": (
        "when the articles came out",
        lambda fact, sel: _several(
            sel.articles[s.article].published.value if s.article in sel.articles else "" for s in fact.sources
        ),
    ),
    "urls": ("the articles' addresses", _source("url")),
    "archive_urls": ("archived copies", _source("archive_url")),
    "added": ("the day it entered the timeline", lambda fact, _: fact.added),
    "corrected": (
        "the day of its last correction",
        lambda f, _: max((c.on for c in f.corrections), default=""),
    ),
    "link": ("its permanent link", lambda fact, sel: sel.link(fact)),
}


def write_csv(selection: Selection) -> Iterator[str]:
    """The header row, then a row a fact, lines ended by CR LF."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for fact in selection.facts:
        writer.writerow([guard(cell(fact, selection)) for _, cell in COLUMNS.values()])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()  # the header alone, when there is no fact


def guard(cell: str) -> str:
    """``cell``, with an apostrophe in front when a spreadsheet could run it as a formula.

    A cell that already has apostrophes before such a character gets one more, so that nothing is lost.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell as it was before ``guard``."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _several(values: Iterable[object]) -> str:
    """Values in one cell; all empty gives an empty cell, so that a column of nothings stays empty."""
    texts = [str(value) for value in values]
    return BETWEEN.join(texts) if any(texts) else ""


def _yes(value: bool) -> str:
    return "yes" if value else ""
