"""Full dates that a short line states, with the clock beside them."""

from __future__ import annotations

import calendar
from itertools import product

import pytest

from generator.text.stated_date import stated_dates


@pytest.mark.parametrize(
    ("text", "order", "days"),
    [
        ("05/06/2024", "MDY", "2024-05-06"),
        ("05/06/2024", "DMY", "2024-06-05"),
        ("05/06/2024", "", ""),
        ("05.06.2024", "", "2024-06-05"),
        ("05.06.2024", "MDY", "2024-06-05"),
        ("12/12/2024", "", "2024-12-12"),
        ("13/12/2024", "", "2024-12-13"),
        ("12/13/2024", "", "2024-12-13"),
        ("2024-05-03-06", "", ""),
        ("0 May 2024", "", ""),
        ("2024-13-01", "", ""),
        ("13.13.2024", "", ""),
        ("3 May 2024, 13:05 am", "", "2024-05-03T13:05"),
        ("2024-05-01 2024-05-02 2024-05-03", "", "2024-05-01 2024-05-02 2024-05-03"),
        ("9:30 1 May 2024 and 2 May 2024, 3 May 2024", "", "2024-05-01T09:30 2024-05-02 2024-05-03"),
        ("1 May 2024 and 9:30 2 May 2024 3 May 2024", "", "2024-05-01 2024-05-02T09:30 2024-05-03"),
        ("3 May 2024 10.05.2024", "", "2024-05-03 2024-05-10"),
        ("1 May 2024 2 May 2024", "", "2024-05-01 2024-05-02"),
        ("3 May 2024, 13:05 pm", "", "2024-05-03T13:05"),
        ("3 May 2024, 12 a.m.", "", "2024-05-03T00:00"),
        ("3 May 2024, 12 p.m.", "", "2024-05-03T12:00"),
        ("May 3, 2024 | 9 am", "", "2024-05-03T09:00"),
        ("18:04, 3 May 2024", "", "2024-05-03T18:04"),
        ("09:00 by 10:00, 3 May 2024", "", "2024-05-03T10:00"),
        ("3 May 2024 x 18:04", "", "2024-05-03"),
        ("2024年5月3日 18时04", "", "2024-05-03T18:04"),
        ("1 May 2024 2 May 2024 10:00", "", "2024-05-01 2024-05-02T10:00"),
        ("1 May 2024 10:00 2 May 2024 11:00 3 May 2024", "", "2024-05-01T10:00 2024-05-02T11:00 2024-05-03T11:00"),
        (f"3 May 2024{' ' * 35}18:04", "", "2024-05-03T18:04"),
        (f"3 May 2024{' ' * 36}18:04", "", "2024-05-03"),
        (f"18:04{' ' * 25}3 May 2024", "", "2024-05-03T18:04"),
        (f"9:04{' ' * 27}3 May 2024", "", "2024-05-03"),
    ],
)  # fmt: skip
def test_what_a_line_states(text: str, order: str, days: str) -> None:
    assert [found.value for found in stated_dates(text, order)] == days.split()


def test_bounds_hold_the_date_and_its_clock() -> None:
    for text, stated in (
        ("On 3 May 2024, 9:30 a.m. ET it rained", "3 May 2024, 9:30 a.m. ET"),
        ("At 9:30, 3 May 2024 it rained", "9:30, 3 May 2024"),
        ("On 3 May 2024 it rained", "3 May 2024"),
    ):
        (found,) = stated_dates(text)
        assert text[found.start : found.end] == stated
    assert [found.zone for found in stated_dates("3 May 2024, 9:30 EEST and 4 May 2024")] == ["EEST", ""]


def test_every_month_ends_where_the_calendar_says() -> None:
    for year, month in product((1900, 2000, 2023, 2024), range(1, 13)):
        length = calendar.monthrange(year, month)[1]
        for day in (1, length, length + 1):
            wanted = [f"{year}-{month:02d}-{day:02d}"] if day <= length else []
            assert [found.day for found in stated_dates(f"{day}.{month}.{year}")] == wanted


def test_every_hour_of_both_halves() -> None:
    for hour, half in product(range(1, 13), ("a.m.", "p.m.")):
        (found,) = stated_dates(f"3 May 2024, {hour} {half}")
        assert found.clock == f"{hour % 12 + (12 if half == 'p.m.' else 0):02d}:00"
