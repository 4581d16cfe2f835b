"""A table's text (``.csv``, ``.tsv``) in, a record a row with its line out; the first row names the columns.

Where the table stops making sense (a cell longer than any article), the reason comes in a record's place.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

_DELIMITERS = ",;\t|"
_LONGEST = 2_000_000  # characters of one cell; csv's own limit is shorter than long articles


def read_table(text: str) -> Iterator[tuple[dict[str, object] | csv.Error, int]]:
    """The rows as records, each with the line it ends in; empty cells are left out."""
    csv.field_size_limit(_LONGEST)
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield error, reader.line_num
            return
        if row is None:
            return
        yield (
            {
                str(name).strip(): value.strip()
                for name, value in row.items()
                if isinstance(name, str) and isinstance(value, str) and value.strip()
            },
            reader.line_num,
        )


def columns(text: str) -> tuple[str, ...]:
    """The names in the first row."""
    head = text.split("\n", 1)[0]
    try:
        row = next(csv.reader([head], delimiter=max(_DELIMITERS, key=head.count)), [])
    except csv.Error:
        return ()
    return tuple(name.strip() for name in row if name.strip())[:20]
