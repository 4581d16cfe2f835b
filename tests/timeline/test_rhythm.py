"""Gaps, periods and the overview: how time is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edtf import from_ordinal, ordinal, parse_edtf, to_edtf
from generator.model import Fact
from generator.timeline.order import days_of, gap_between
from generator.timeline.overview import MOST_COLUMNS, overview
from generator.timeline.periods import split_periods


def facts_of(*dates: str) -> list[Fact]:
    """Ordered facts of these dates."""
    known = sorted((date for date in dates if date), key=lambda date: parse_edtf(date).sort_key)
    return [
        Fact(f"f{at}", date, "Words", ()) for at, date in enumerate([*known, *(d for d in dates if not d)])
    ]


@pytest.mark.parametrize(
    ("last", "first", "said"),
    [
        ((2022, 12, 31), (2025, 5, 12), (2, 4, 11)),
        ((2024, 1, 31), (2024, 3, 1), (0, 1, 0)),  # the whole of February
        ((2023, 1, 31), (2023, 3, 1), (0, 1, 0)),
        ((2024, 2, 28), (2024, 3, 1), (0, 0, 1)),
        ((2024, 5, 1), (2024, 5, 16), (0, 0, 14)),
        ((-43, 12, 31), (1200, 1, 1), (1242, 0, 0)),
    ],
)
def test_a_gap_in_years_months_and_days(
    last: tuple[int, int, int], first: tuple[int, int, int], said: tuple[int, int, int]
) -> None:
    gap = gap_between(last, first)
    assert (gap.years, gap.months, gap.days) == said


@pytest.mark.parametrize(
    ("dates", "gaps"),
    [
        (["2022-09/2022-12", "2025-05-12", "2025-05-16"], [False, True, False]),
        (["2025-05-12", "2025-05-13"], [False, False]),
        (["2024-01-01", "2024-01-15"], [False, False]),
        (["2024-01-01", "2024-01-20"], [False, True]),
        (["2024", "2024-11-03"], [False, False]),  # within the span nothing is silent
        (["../2020", "2024-01-01"], [False, True]),
        ([f"{year}-06-01" for year in range(1900, 1950)], [False] * 50),  # the usual distance is no gap
    ],
)
def test_gaps_are_said_where_they_stand_out(dates: list[str], gaps: list[bool]) -> None:
    assert [day.gap is not None for day in days_of(facts_of(*dates), 6)] == gaps


def test_a_year_is_a_page_until_it_is_full() -> None:
    (period,) = split_periods(facts_of("2024-01-01", "2024-02-02", "2024"), 3, 6)
    assert (period.key, period.level, period.count) == ("2024", "year", 3)


def test_a_full_year_splits_into_months_and_full_months_into_days() -> None:
    dates = ["2024", "2024-01/2024-02", *["2024-01-01"] * 3, *["2024-01-02"] * 2, "2024-02"]
    periods = {period.key: period for period in split_periods(facts_of(*dates), 3, 6)}
    assert list(periods) == ["2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02"]
    assert [day.date for day in periods["2024"].days] == ["2024", "2024-01/2024-02"]
    assert periods["2024"].children == ("2024-01", "2024-02")
    assert periods["2024-01"].children == ("2024-01-01", "2024-01-02")
    assert periods["2024-01-01"].parent == "2024-01"


def test_a_long_history_has_decades_or_centuries_for_pages() -> None:
    decades = split_periods(facts_of(*(f"{year}" for year in range(1700, 1900))), 50, 6)
    assert decades[0].key == "170X"
    centuries = split_periods(facts_of(*(f"{year:04d}" for year in range(1, 2000, 5))), 500, 6)
    assert centuries[0].key == "00XX"


def test_a_page_of_a_scattered_history_holds_some_facts() -> None:
    scattered = facts_of(*(f"{year:04d}" for year in range(1000, 2000, 20)))
    assert [period.key for period in split_periods(scattered, 200, 6)] == [
        f"{age}XX" for age in range(10, 20)
    ]
    few = facts_of("1492", "1519", "1776", "1969")
    assert [period.key for period in split_periods(few, 200, 6)] == ["1492", "1519", "1776", "1969"]


def test_centuries_before_the_common_era_are_those_people_count() -> None:
    drawn = overview(facts_of(*(f"-{year:04d}" for year in range(50, 2000, 50))))
    bars = [(column.start[0], column.end[0]) for column in drawn.columns if column.kind == "bar"]
    assert drawn.unit == "century"
    assert bars[-1] == (-99, 0)  # 100 to 1 BC
    assert all((start - 1) % 100 == 0 and end == start + 99 for start, end in bars)


def test_the_first_century_has_no_year_nought() -> None:
    drawn = overview(facts_of("0000", *(f"{year:04d}" for year in range(50, 2000, 50))))
    assert [(c.start[0], c.end[0]) for c in drawn.columns[:3]] == [(-99, 0), (1, 99), (100, 199)]


def test_undated_facts_have_a_page_of_their_own() -> None:
    assert [period.level for period in split_periods(facts_of("2024", ""), 9, 6)] == ["year", "undated"]


@given(st.lists(st.integers(-700_000, 750_000), max_size=60))
def test_every_fact_is_on_exactly_one_page(days: list[int]) -> None:
    facts = facts_of(*(to_edtf(*from_ordinal(day)) for day in days))
    periods = split_periods(facts, 4, 6)
    shown = [fact.id for period in periods for day in period.days for fact in day.facts]
    assert sorted(shown) == sorted(fact.id for fact in facts)


@given(st.lists(st.integers(-700_000, 750_000), min_size=1, max_size=200))
def test_the_overview_shows_every_fact_in_few_columns(days: list[int]) -> None:
    drawn = overview(facts_of(*(to_edtf(*from_ordinal(day)) for day in days)))
    assert len(drawn.columns) <= MOST_COLUMNS
    shown = sum(column.count for column in drawn.columns) + sum(band.count for band in drawn.bands)
    assert shown == len(days)
    solid = [column for column in drawn.columns if column.kind != "break"]
    assert all(ordinal(a.end) < ordinal(b.start) for a, b in pairwise(solid))


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        (["2025-05-12", "2025-05-16"], "day"),
        ([f"2025-{month:02d}-{day:02d}" for month in range(1, 13) for day in (1, 9, 20)], "month"),
        ([f"{year}" for year in range(2000, 2020)], "year"),
        ([f"{year}" for year in range(1800, 2020)], "decade"),
        ([f"{year:04d}" for year in range(1, 2000, 50)], "century"),
    ],
)
def test_the_unit_follows_the_span_and_the_precision(dates: list[str], unit: str) -> None:
    assert overview(facts_of(*dates)).unit == unit


def test_a_span_beside_the_bars_is_a_column_and_one_over_them_a_band() -> None:
    drawn = overview(
        facts_of("2022-09/2022-12", "2025-05-12", "2025-05-12/2025-05-18", "2025-05-16", "2025-05-16")
    )
    assert [column.kind for column in drawn.columns] == ["span", "break", "bar", "bar", "bar", "bar", "bar"]
    assert [(band.first, band.last, band.count) for band in drawn.bands] == [(2, 6, 1)]


def test_many_spans_share_few_lanes() -> None:
    spans = [f"2025-01-{day:02d}/2025-01-{day + 9:02d}" for day in range(1, 20)]
    drawn = overview(
        facts_of(*spans, *(f"2025-01-{day:02d}" for day in range(1, 29, 2)), *["2025-01-15"] * 30)
    )
    assert max(band.lane for band in drawn.bands) <= 2
    assert sum(band.count for band in drawn.bands) == len(spans)
