"""Each step of the attribution by itself: the tables of ``tables/`` say what it makes of phrases and sentences."""

from __future__ import annotations

import pytest

from .phrase_tables import STEPS, Row, rows


@pytest.mark.parametrize(
    ("step", "row"),
    [(step, row) for step in STEPS for row in rows(step)],
    ids=lambda value: getattr(value, "text", value),
)
def test_a_step(step: str, row: Row) -> None:
    assert STEPS[step](row) == row.found


@pytest.mark.parametrize("step", STEPS)
def test_there_are_enough_cases(step: str) -> None:
    assert len({row.text for row in rows(step)}) >= 10
