"""A cell as a spreadsheet program holds it in, its value as JSON has it out: no finer than the program shows it."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

MOST_COLUMNS = 200


def value_of(value: Any, shown_as: str = "") -> Any:
    """A cell as JSON has it; what the cell's own format hides of a date was never said."""
    if isinstance(value, datetime | date):
        plain = re.sub(r"\[[^\]]*\]|\"[^\"]*\"|\\.", "", shown_as.lower())
        text = (
            value.isoformat()
            if not isinstance(value, datetime) or value.time() != time()
            else value.date().isoformat()
        )
        if "y" in plain and "d" not in plain:
            return text[:7] if "m" in plain else text[:4]
        return text
    if isinstance(value, float) and value == int(value) and abs(value) < 1e15:
        return int(value)
    return value if isinstance(value, str | int | float | bool) else str(value)


def as_shown(value: str, shown: str) -> str:
    """A cell's date, no finer than what the cell shows."""
    if re.fullmatch(r"\d{4}", shown.strip()) and value.startswith(shown.strip()):
        return value[:4]
    return (
        value[:7]
        if not re.search(r"\d{1,2}\D+\d{4}|\d{4}\D+\d{1,2}\D+\d", shown) and value[:4] in shown
        else value
    )


def without_end(cells: list[Any]) -> list[Any]:
    """The cells of a row without the empty ones at its end."""
    while cells and cells[-1] == "":
        cells.pop()
    return cells
