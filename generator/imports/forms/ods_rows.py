"""An OpenDocument spreadsheet in, its sheets out: the values of each row, and the addresses it leads to.

Only for who has ``odfpy``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from odf import opendocument, teletype
from odf import table as tables
from odf.namespaces import OFFICENS, TABLENS, TEXTNS, XLINKNS
from odf.text import A

from ..plain import is_address
from .cells import MOST_COLUMNS, as_shown, value_of, without_end

_CELLS = frozenset({"table-cell", "covered-table-cell"})
_NUMBERS = frozenset({"float", "percentage", "currency"})


def sheets_of(data: bytes) -> list[tuple[str, list[tuple[int, list[Any]]], dict[int, list[str]]]]:
    """Of every sheet its title, its rows with their numbers, and by these where each leads to."""
    book = opendocument.load(io.BytesIO(data))
    sheets = []
    for sheet in book.spreadsheet.getElementsByType(tables.Table):
        rows, links = [], {}
        for number, row in _rows(sheet):
            if cells := _cells(row):
                rows.append((number, cells))
                found = [str(one.attributes.get((XLINKNS, "href")) or "") for one in row.getElementsByType(A)]
                links[number] = list(dict.fromkeys(filter(is_address, found)))
        sheets.append((str(sheet.attributes.get((TABLENS, "name")) or ""), rows, links))
    return sheets


def _rows(sheet: Any) -> Iterator[tuple[int, Any]]:
    """Every row with its number; one that is repeated counts as often and comes once."""
    number = 1
    for row in sheet.getElementsByType(tables.TableRow):
        yield number, row
        number += int(row.attributes.get((TABLENS, "number-rows-repeated")) or 1)


def _cells(row: Any) -> list[Any]:
    """The values of a row, as many as a sheet may have."""
    cells: list[Any] = []
    for cell in row.childNodes:
        if cell.qname[1] in _CELLS:
            times = int(cell.attributes.get((TABLENS, "number-columns-repeated")) or 1)
            cells += [_value(cell)] * (min(times, MOST_COLUMNS) if len(cells) < MOST_COLUMNS else 0)
    return without_end(cells)


def _value(cell: Any) -> Any:
    """What a cell holds."""
    kind = cell.attributes.get((OFFICENS, "value-type"))
    # Its paragraphs alone: a note that hangs on it is none of its words.
    shown = "\n".join(teletype.extractText(part) for part in cell.childNodes if part.qname == (TEXTNS, "p"))
    if kind == "date":
        return as_shown(str(cell.attributes.get((OFFICENS, "date-value")) or shown), shown)
    if kind in _NUMBERS:
        return value_of(float(cell.attributes.get((OFFICENS, "value")) or 0))
    if kind == "boolean":
        return cell.attributes.get((OFFICENS, "boolean-value")) == "true"
    return shown
