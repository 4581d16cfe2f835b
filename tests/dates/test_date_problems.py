"""What is wrong with a date is told: a day that no calendar has, a weekday that was another."""

from __future__ import annotations

import pytest

from generator.dates import date_problems, resolve_dates
from generator.model import Published, Sentence

CASES = [
    ("The hall was shut on Friday, 2 March 2024.", ["date-weekday"]),
    ("The hall was shut on Saturday, 2 March 2024.", []),
    ("The hall was shut on Sunday, March 3, 2024.", []),
    ("The hall was shut on Monday, March 3, 2024.", ["date-weekday"]),
    ("The hall was shut on June 31.", ["date-impossible"]),
    ("The hall was shut on 29 February 2023.", ["date-impossible"]),
    ("The hall was shut on 29 February.", []),
]


@pytest.mark.parametrize(("text", "codes"), CASES)
def test_what_is_wrong_is_named(text: str, codes: list[str]) -> None:
    dates = resolve_dates(text, [Sentence(0, len(text), 0)], published=Published("2024-05-16", "metadata"))
    assert [one.code for one in date_problems(dates)] == codes


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "words", ["next Tuesday", "on Tuesday", "three weeks ago", "on 5 March", "last weekend"]
)
def test_a_day_at_the_end_of_all_years_is_counted_from_by_nothing(day: str, words: str) -> None:
    text = f"They met {words}."
    dates = resolve_dates(text, [Sentence(0, len(text), 0)], published=Published(day, "metadata"))
    assert [one.edtf for one in dates] == [""]
