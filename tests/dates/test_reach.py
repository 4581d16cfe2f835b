"""How far a time looks for its verb, its anchor and its neighbours: words stand between again and again."""

from __future__ import annotations

import re

import pytest

from .test_stories import Row, read, rows

CASES = [(row, int(number)) for row in rows("reach") for number in row.found.split() if number != "*"]
WITHOUT_END = [row for row in rows("reach") if row.found == "*"]


def _read(row: Row, count: int) -> str:
    """What is read with the words in braces so often there, without these."""
    found = re.fullmatch(r"(.*)\{(.*)\}(.*)", row.text)
    assert found
    told = read(Row(row.lang, row.day, found[1] + found[2] * count + found[3], ""))
    return re.sub(r"\s+", " ", told.replace(found[2].strip(), ""))


@pytest.mark.parametrize(("row", "last"), CASES, ids=lambda value: getattr(value, "text", value))
def test_it_looks_so_far_and_not_farther(row: Row, last: int) -> None:
    before, here, beyond = (_read(row, last + more) for more in (-1, 0, 1))
    assert here != beyond
    assert last == 1 or before == here


@pytest.mark.parametrize("row", WITHOUT_END, ids=lambda row: row.text)
def test_it_finds_the_verb_of_its_clause_however_far(row: Row) -> None:
    alone = _read(row, 0)
    assert [_read(row, count) == alone for count in (1, 10, 40)] == [True] * 3
