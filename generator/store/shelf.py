"""An EDTF date in, the file under ``facts/`` where a new fact of that date is put out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from ..edtf import EdtfError, parse_edtf

UNDATED = "undated.yaml"
FULL = 64 * 1024  # characters; a file that has as many takes no new fact, which would rewrite all of them


def shelf_of(date: str) -> str:
    """``2025/2025-05-16.yaml``, or the month's or year's file for what is no single day."""
    if not date:
        return UNDATED
    try:
        edtf = parse_edtf(date)
    except EdtfError:
        return UNDATED
    start = edtf.earliest or edtf.latest
    end = edtf.latest or edtf.earliest
    if start is None or end is None:
        return UNDATED
    year = _year(start[0])
    if edtf.is_open or start[0] != end[0]:
        return f"{year}/{year}.yaml"
    if start[1] != end[1]:
        return f"{year}/{year}.yaml"
    month = f"{year}-{start[1]:02}"
    if start[2] != end[2]:
        return f"{year}/{month}.yaml"
    return f"{year}/{month}-{start[2]:02}.yaml"


def shelves_from(path: str) -> Iterator[str]:
    """A shelf, and those beside it that are used one after the other where it takes no more: ``undated_2.yaml``."""
    yield path
    stem = path.removesuffix(".yaml")
    yield from (f"{stem}_{number}.yaml" for number in count(2))


def is_on_shelf(path: str, shelf: str) -> bool:
    """Whether a file is this shelf or one beside it."""
    stem = re.escape(shelf.removesuffix(".yaml"))
    return re.fullmatch(rf"{stem}(_\d+)?\.yaml", path) is not None


def _year(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def sort_key(date: str) -> tuple[int, int]:
    """A key that sorts facts by date, undated ones last."""
    try:
        return parse_edtf(date).sort_key
    except EdtfError:
        return (10**12, 0)
