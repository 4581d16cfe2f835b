"""Small steps of dates by themselves, on both sides of each bound."""

from __future__ import annotations

import datetime

import pytest

from generator.dates.numeric import _century, date_order, impossible_year, order_in
from generator.dates.read_clock import _clock_value, in_part
from generator.dates.resolve_partial import _days_ahead, _first_month
from generator.dates.when import When


@pytest.mark.parametrize(
    ("text", "half", "clock"),
    [
        ("9:59", "", "09:59"), ("9:60", "", None), ("24:00", "", "24:00"), ("25:00", "", None), ("18", "", "18"),
        ("18:04:59", "", "18:04:59"), ("18:04:60", "", None), ("12:05", "am", "00:05"), ("12:05", "pm", "12:05"),
        ("1:05", "pm", "13:05"), ("0:05", "am", None), ("0:05", "pm", None), ("13:00", "am", None), ("13:00", "pm", "13:00"),
        ("23:00", "pm", "23:00"), ("24:00", "pm", None), ("11", "am", "11"), ("11", "pm", "23"),
    ],
)  # fmt: skip
def test_a_clock(text: str, half: str, clock: str | None) -> None:
    assert _clock_value(text, half) == clock


@pytest.mark.parametrize(
    ("clock", "part", "there"),
    [
        ("11", "TNI", "23"), ("4", "TNI", "04"), ("5", "TNI", "17"), ("6:30", "TMO", "06:30"), ("6:30", "TAF", "18:30"),
        ("6:30", "TEV", "18:30"), ("12:00", "TAF", "12:00"), ("13:00", "TEV", "13:00"),
    ],
)  # fmt: skip
def test_an_hour_of_a_part_of_the_day(clock: str, part: str, there: str) -> None:
    assert in_part(clock, part) == there


@pytest.mark.parametrize(
    ("lang", "country", "given", "order"),
    [
        ("en", "", "", ""), ("en", "", "MDY", "MDY"), ("en-US", "", "", "MDY"), ("en-GB", "", "", "DMY"), ("en", "us", "", "MDY"),
        ("en-US", "GB", "", "DMY"), ("de", "", "", "DMY"), ("hu", "", "", "YMD"), ("", "", "", ""), ("de", "CA", "", ""),
    ],
)  # fmt: skip
def test_the_order_of_numbers(lang: str, country: str, given: str, order: str) -> None:
    assert date_order(lang, country, given) == order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("On 13/05/2024 it rained.", "DMY"), ("On 05/13/2024 it rained.", "MDY"), ("On 12/12/2024 it rained.", ""),
        ("On 13/05/2024 and 05/13/2024 it rained.", ""), ("On 13/13/2024 it rained.", ""), ("It rained.", ""),
    ],
)  # fmt: skip
def test_the_order_that_a_text_shows(text: str, order: str) -> None:
    assert order_in(text) == order


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("30/02/2024", "2024"), ("02/30/2024", "2024"), ("31.04.1900", "1900"), ("31.04.2100", "2100"), ("31.04.1899", ""),
        ("31.04.2101", ""), ("32/04/2024", ""), ("28/02/2024", ""), ("29/02/2023", "2023"), ("30/13/2024", ""), ("31/12/2024", "2024"),
        ("30/0/2024", ""), ("30-02-2024", ""), ("30/02/24", ""),
    ],
)  # fmt: skip
def test_the_year_of_a_day_that_is_none(words: str, year: str) -> None:
    assert impossible_year(words) == year


def test_two_digits_are_a_year_of_this_century_or_the_last() -> None:
    assert [_century(short) for short in (0, 69, 70, 99)] == [2000, 2069, 1970, 1999]


@pytest.mark.parametrize(
    ("when", "month"),
    [
        (When(month=5, quarter=4), 5), (When(quarter=1), 1), (When(quarter=4), 10), (When(half=1), 1), (When(half=2), 7),
        (When(season="SP"), 3), (When(season="WI"), 12), (When(), 1),
    ],
)  # fmt: skip
def test_the_first_month_of_a_part_of_the_year(when: When, month: int) -> None:
    assert _first_month(when) == month


def test_days_ahead_in_the_running_year() -> None:
    today = datetime.date(2023, 5, 14)
    days = {
        When(month=5, day=14): 0,
        When(month=5, day=15): 1,
        When(month=5, day=13): -1,
        When(month=2, day=29): 366,
    }
    assert {when: _days_ahead(today, when) for when in days} == days
