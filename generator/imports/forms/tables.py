"""Tables with a row an entry: comma-separated, Excel, OpenDocument."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...errors import ChronofactError, problem
from ...exports.csv_table import guard, unguard
from ...model import Place
from ..meaning import Lens
from ..synonyms import roles_of
from ..values import MOST_RECORDS, Options, Reading, Record
from .cells import MOST_COLUMNS, value_of, without_end
from .form import Form, refused, rows_of, table
from .sheet_links import Links, links_of_sheet
from .timelinejs import cell_text, write_table

_MOST_UNPACKED = 256 * 1024 * 1024

# Its title, its rows with their numbers, and where its cells lead.
Sheet = tuple[str, Sequence[tuple[int, list[Any]]], Links]


def _read_csv(data: bytes, path: str, _: Options) -> Reading:
    columns, rows = rows_of(data, path)
    entries = tuple(
        Record({key: unguard(cell) for key, cell in row.items() if cell != ""}, at) for at, row in rows
    )
    return Reading("csv", entries, {"columns": columns})


def _read_xlsx(data: bytes, path: str, _: Options) -> Reading:
    """The first sheet that holds rows; a date whose cell shows only its year or month is only that."""
    _unpacks(data, path)
    try:
        import openpyxl
    except ImportError:
        raise _missing("openpyxl") from None
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [(one.title, list(_cells(one, path)), links_of_sheet(data, one)) for one in book.worksheets]
    except ChronofactError:
        raise
    except Exception as error:  # a damaged file fails in as many ways as it has parts
        raise refused(path, f"it is no Excel file: {type(error).__name__}") from None
    return _of_sheets("xlsx", sheets, path)


def _cells(sheet: Any, path: str) -> Iterator[tuple[int, list[Any]]]:
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > MOST_RECORDS + 1:
            raise refused(path, f"it has more than {MOST_RECORDS:,} rows")
        cells = [
            value_of(cell.value, str(cell.number_format or "")) if cell.value is not None else ""
            for cell in row
        ]
        yield number, without_end(cells)


def _of_sheets(name: str, sheets: Sequence[Sheet], path: str) -> Reading:
    """The entries of the first sheet with rows; where cells lead somewhere, a column of its own says where."""
    title, rows, links = next((one for one in sheets if _has_rows(one)), ("", [], {}))
    columns, found = table(rows, path)
    beyond = {at: _unshown(row, links.get(at, ())) for at, row in found}
    at_end = _column_of_links(columns, beyond)
    entries = tuple(
        Record(
            {key: cell for key, cell in row.items() if cell not in ("", None)}
            | ({at_end: " ".join(beyond[at])} if beyond[at] else {}),
            at,
        )
        for at, row in found
    )
    columns += [at_end] * any(beyond.values())
    others = [other for other, held, _ in sheets if other != title and held]
    problems = (
        (problem("import-sheets", Place(path), value=", ".join(others), sheet=title),) if others else ()
    )
    return Reading(name, entries, {"columns": columns, "sheet": title}, problems)


def _has_rows(sheet: Sheet) -> bool:
    """Whether a sheet holds a row below its first."""
    return sum(any(cell != "" for cell in row) for _, row in sheet[1]) > 1


def _unshown(row: Mapping[str, Any], links: Sequence[str]) -> list[str]:
    """Where the cells of a row lead and no cell says so."""
    shown = {str(cell).rstrip("/") for cell in row.values()}
    return [link for link in links if link.rstrip("/") not in shown]


def _column_of_links(columns: Sequence[str], beyond: Mapping[int, Sequence[str]]) -> str:
    """A name that no column has, for where cells lead."""
    # One of a row is its address; several are its sources, and so it is where another column has the address.
    several = any(len(links) > 1 for links in beyond.values()) or "url" in roles_of(columns, {})
    names = ("Links" if several else "Link", "Links of cells", f"column {MOST_COLUMNS + 1}")
    return next(name for name in names if name not in columns)


def _write_xlsx(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    try:
        import openpyxl
        from openpyxl.cell import WriteOnlyCell
    except ImportError:
        raise _missing("openpyxl") from None
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(str(head.get("sheet") or "Timeline")[:31])
    for row in _table(data, head):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=_for_cell(value))
            if isinstance(value, str):
                cell.data_type = "s"  # text, whatever it begins with
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _for_cell(value: Any) -> Any:
    return (
        value
        if isinstance(value, int | float | bool)
        else re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", cell_text(value))
    )


def _table(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> Iterator[list[Any]]:
    columns = list(head.get("columns", ()))
    columns += [key for key in dict.fromkeys(key for row in data for key in row) if key not in columns]
    yield columns
    for row in data:
        yield [row.get(name, "") for name in columns]


def _read_ods(data: bytes, path: str, _: Options) -> Reading:
    _unpacks(data, path)
    try:
        from .ods_rows import sheets_of
    except ImportError:
        raise _missing("odfpy") from None
    try:
        sheets = sheets_of(data)
    except Exception as error:
        raise refused(path, f"it is no OpenDocument spreadsheet: {type(error).__name__}") from None
    return _of_sheets("ods", sheets, path)


def _write_ods(data: Sequence[Mapping[str, Any]], head: Mapping[str, Any]) -> bytes:
    try:
        from odf.opendocument import OpenDocumentSpreadsheet
        from odf.table import Table, TableCell, TableRow
        from odf.text import P
    except ImportError:
        raise _missing("odfpy") from None
    book = OpenDocumentSpreadsheet()
    sheet = Table(name=str(head.get("sheet") or "Timeline"))
    for values in _table(data, head):
        row = TableRow()
        for value in values:
            if isinstance(value, bool):
                cell = TableCell(valuetype="boolean", booleanvalue=str(value).lower())
            elif isinstance(value, int | float):
                cell = TableCell(valuetype="float", value=str(value))
            else:
                cell = TableCell(valuetype="string")
            for line in str(_for_cell(value)).split("\n") if value not in ("", None) else ():
                cell.addElement(P(text=line))
            row.addElement(cell)
        sheet.addElement(row)
    book.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


def _unpacks(data: bytes, path: str) -> None:
    """Refuses a package that unpacks to more than a spreadsheet holds, or whose XML defines entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _MOST_UNPACKED:
                raise refused(path, f"it unpacks to more than {_MOST_UNPACKED // 2**20} MB")
            for part in package.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as stream:
                        if b"<!" in (start := stream.read(4096)) and (
                            b"<!DOCTYPE" in start or b"<!ENTITY" in start
                        ):
                            raise refused(path, "its XML defines entities of its own")
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, EOFError) as error:
        raise refused(path, f"it is no spreadsheet: {type(error).__name__}") from None


def _missing(name: str) -> ChronofactError:
    return ChronofactError(problem("import-extra", value=name))


CSV_FORM = Form("csv", "A table with commas, semicolons or tabs", ".csv", _read_csv, Lens(empty=False), write_table,
                columns=True)  # fmt: skip
_COLUMNS = {"date": "Date", "text": "Text", "body": "Description", "tags": "Tags", "url": "Link", "source_title": "Source title",
            "publisher": "Publisher"}  # fmt: skip
XLSX_FORM = Form(
    "xlsx", "Excel", ".xlsx", _read_xlsx, Lens(empty=False), _write_xlsx, columns=True, roles=_COLUMNS
)
ODS_FORM = Form("ods", "OpenDocument spreadsheet", ".ods", _read_ods, Lens(empty=False), _write_ods, columns=True,
                roles=_COLUMNS)  # fmt: skip

__all__ = ["CSV_FORM", "ODS_FORM", "XLSX_FORM", "guard"]
