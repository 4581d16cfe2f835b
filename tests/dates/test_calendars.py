"""The days of moving feasts, against calendars printed by others."""

from __future__ import annotations

import datetime

import pytest

from generator.dates.named_days import islamic_days, named_day, nearest_days
from generator.dates.romans import roman

ORTHODOX_EASTERS = [
    "1917-04-15",
    "1986-05-04",
    "2011-04-24",
    "2022-04-24",
    "2023-04-16",
    "2024-05-05",
    "2025-04-20",
]
# First days as the moon was seen in most countries; the tabular calendar may differ by one.
RAMADANS = ["1998-12-20", "2005-10-04", "2015-06-18", "2022-04-02", "2023-03-23", "2024-03-11", "2025-03-01"]


@pytest.mark.parametrize("day", ORTHODOX_EASTERS)
def test_eastern_easter(day: str) -> None:
    assert str(named_day("orthodox-easter", int(day[:4]))) == day


@pytest.mark.parametrize("day", RAMADANS)
def test_ramadan_is_within_a_day(day: str) -> None:
    year = int(day[:4])
    starts = [first for first, _ in islamic_days("ramadan", year)]
    assert min(abs((first - datetime.date.fromisoformat(day)).days) for first in starts) <= 1
    assert all(28 <= (last - first).days <= 29 for first, last in islamic_days("ramadan", year))


def test_two_ramadans_begin_in_2030() -> None:
    assert [str(first) for first, _ in islamic_days("ramadan", 2030)] == ["2030-01-06", "2030-12-26"]


@pytest.mark.parametrize(("way", "month"), [(-1, "2023-03"), (1, "2024-03"), (0, "2024-03")])
def test_the_ramadan_that_is_meant(way: int, month: str) -> None:
    days = nearest_days("ramadan", datetime.date(2023, 11, 22), way)
    assert days is not None
    assert str(days[0]).startswith(month)


def test_christmas_moved_in_ukraine() -> None:
    assert [str(named_day("ukrainian-christmas", year)) for year in (2022, 2023)] == [
        "2022-01-07",
        "2023-12-25",
    ]


def test_not_every_month_has_a_fifth_friday() -> None:
    assert named_day("nth 2 4 5", 2023) is None
    assert str(named_day("nth 11 3 -1", 2023)) == "2023-11-30"


@pytest.mark.parametrize(
    ("word", "number"), [("xix", 19), ("iv", 4), ("хх", 20), ("xxi", 21), ("lix", None), ("mix", None)]
)
def test_roman_numerals(word: str, number: int | None) -> None:
    assert roman(word) == number
