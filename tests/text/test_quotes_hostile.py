"""Marks in a row cost no more than their number: what is looked at is counted, not seconds."""

from __future__ import annotations

from typing import SupportsIndex

import pytest

from generator.model import Block
from generator.text.quotes import find_quotes

ROWS = {
    "spaced": "“ ", "bare": "“", "words": "“a ", "closed": "“a” ", "nested": "“so “a” b” ", "low": "„a ", "low closed": "„a“ ",
    "angle": "«a ", "angle turned": "»a ", "angle closed": "»a« ", "curly ends": "”a ", "straight": '"a ', "typed": "``a'' ",
    "typed straight": '``a" ', "typed open": "``a ", "doubled": "''a ", "doubled closed": "''a'' ", "single": "'a ",
    "single curly": "‘a ", "thin": "‹a ", "ends first": "“ ”", "late": "“ “a ” ", "mixed": "“a »b „c «d ‘e ”f ",
}  # fmt: skip


class Counted(str):
    """A text that counts the characters that are looked at in it."""

    looked = 0

    def __getitem__(self, at: SupportsIndex | slice) -> str:
        found = super().__getitem__(at)
        self.looked += len(found)
        return found

    def count(
        self, words: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /
    ) -> int:
        self.looked += self._between(start, end)
        return super().count(words, start, end)

    def find(
        self, words: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /
    ) -> int:
        found = super().find(words, start, end)
        self.looked += self._between(start, end if found < 0 else found)
        return found

    def _between(self, start: SupportsIndex | None, end: SupportsIndex | None) -> int:
        return (len(self) if end is None else int(end)) - (0 if start is None else int(start))


def _looked(row: str, size: int) -> int:
    text = Counted("The quay is closed. " + (row * size)[:size])
    find_quotes(text, [Block(0, len(text), "body")])
    return text.looked


@pytest.mark.parametrize("name", ROWS)
def test_what_is_looked_at_grows_in_step_with_the_text(name: str) -> None:
    assert _looked(ROWS[name], 12_000) <= 2.2 * _looked(ROWS[name], 6_000) + 100
