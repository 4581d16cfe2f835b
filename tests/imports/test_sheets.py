"""Odd rows of spreadsheets: what they become, and that they go back as they were read. The table is ``sheets.yaml``."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.imports import FORMS, Options, take
from generator.imports.take import entry_of, options_of

from .test_odd import COLUMNS, _Loader, as_wanted

CASES: list[dict[str, Any]] = yaml.load((Path(__file__).parent / "sheets.yaml").read_text("utf-8"), _Loader)
SHOWN = {"yyyy": "%Y", "mmm yyyy": "%b %Y", "dd/mm/yyyy": "%d/%m/%Y", "d mmmm yyyy": "%d %B %Y"}


def xlsx(row: dict[str, Any]) -> bytes:
    """A workbook with this row, as a person's own has it: days, formats, formulas with what they last gave, links."""
    import openpyxl
    import openpyxl.cell.cell

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for column, (name, value) in enumerate(row.items(), 1):
        sheet.cell(1, column, name)
        cell = sheet.cell(2, column)
        match value:
            case {"day": day}:
                cell.value, cell.number_format = date.fromisoformat(day), value.get("shown", "yyyy-mm-dd")
            case {"moment": moment}:
                cell.value = datetime.fromisoformat(moment)
            case {"clock": clock}:
                cell.value = time.fromisoformat(clock)
            case {"hours": hours}:
                cell.value = timedelta(hours=hours)
            case {"saw": seen}:  # opened for its values, a formula is what it gave
                cell.value = seen
            case {"words": words, "link": link}:
                cell.value, cell.hyperlink = words, link
            case {"error": error}:
                cell.value, cell.data_type = error, "e"
            case {"percent": share}:
                cell.value, cell.number_format = share, "0%"
            case str():
                cell.value, cell.data_type = value, "s"
            case _:
                cell.value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(row: dict[str, Any]) -> bytes:
    """The same as an OpenDocument file."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import A, P

    def cell(value: Any) -> Any:
        shown, link, given = value, "", {"valuetype": "string"}
        match value:
            case {"day": day}:
                shown = date.fromisoformat(day).strftime(SHOWN.get(value.get("shown", ""), "%Y-%m-%d"))
                given = {"valuetype": "date", "datevalue": day}
            case {"moment": shown}:
                given = {"valuetype": "date", "datevalue": shown}
            case {"clock": shown}:
                given = {"valuetype": "time", "timevalue": "PT10H15M00S"}
            case {"hours": hours}:
                shown, given = f"{hours}:00:00", {"valuetype": "time", "timevalue": f"PT{hours}H00M00S"}
            case {"saw": shown, "formula": formula}:
                given = {"valuetype": "float", "value": str(shown)} if isinstance(shown, int) else given
                given |= {"formula": f"of:{formula}"}
            case {"words": shown, "link": link}:
                pass
            case {"error": shown}:
                pass
            case {"percent": share}:
                shown, given = f"{share:.0%}", {"valuetype": "percentage", "value": str(share)}
            case bool():
                shown, given = (
                    str(value).upper(),
                    {"valuetype": "boolean", "booleanvalue": str(value).lower()},
                )
            case int() | float():
                given = {"valuetype": "float", "value": str(value)}
        made = TableCell(**given)
        for line in str(shown).split("\n"):
            paragraph = P()
            paragraph.addElement(A(href=link, text=line)) if link else paragraph.addText(line)
            made.addElement(paragraph)
        return made

    book = OpenDocumentSpreadsheet()
    sheet = Table(name="Sheet")
    for values in (list(row), list(row.values())):
        line = TableRow()
        for value in values:
            line.addElement(cell(value))
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.get("text", "left out")))
def test_an_odd_row(form: str, case: dict[str, Any]) -> None:
    options = Options(COLUMNS)
    reading = FORMS[form].read({"xlsx": xlsx, "ods": ods}[form](case["in"]), f"odd.{form}", options)
    whole = take(reading, "odd", options, name="odd", shown="odd")
    if case.get("left out"):
        assert not whole.brought and [one.code for one in whole.problems] == ["import-no-text"]
        return
    one, cited = as_wanted(whole, case)
    sources = list(zip(one.fact.sources, cited, strict=True))
    back = FORMS[form].lens.write(
        entry_of(one.fact, sources),
        one.roles or whole.head["roles"],
        whole.head["own"],
        options_of(whole.head),
    )
    assert back == reading.records[0].data
    write = FORMS[form].write
    assert write is not None
    again = FORMS[form].read(write([back], whole.head["own"]), f"back.{form}", options)
    assert [dict(record.data) for record in again.records] == [dict(back)]
