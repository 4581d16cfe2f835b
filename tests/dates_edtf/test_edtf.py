"""EDTF Level 1: a case table, round trips, and bounds checked against the calendar and the edtf package."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf as module
from generator.edtf import (
    EdtfError,
    contains,
    from_ordinal,
    is_exact_day,
    is_far,
    ordinal,
    overlaps,
    parse_edtf,
    to_edtf,
    width,
)

CASES: dict[str, Any] = yaml.load(
    Path(__file__).with_name("edtf_cases.yaml").read_text("utf-8"), yaml.CBaseLoader
)
YEARS = st.integers(-9999, 9999)
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def singles(draw: st.DrawFn) -> str:
    """Any Level 1 value that is no interval."""
    year, mark = draw(YEARS), draw(QUALIFIERS)
    if draw(st.booleans()):
        number = draw(st.integers(-3_000_000, 3_000_000))
        return to_edtf(*from_ordinal(number)) + mark
    forms = [
        to_edtf(year),
        f"{to_edtf(year)}-{draw(st.integers(1, 12)):02d}",
        f"{to_edtf(year)}-{draw(st.integers(21, 24))}",
        to_edtf(abs(year))[:3] + "X",
        to_edtf(abs(year))[:2] + "XX",
        f"Y{year * 12345}" if abs(year * 12345) > 99999 else "Y17000",
        f"{to_edtf(year)}-XX",
    ]
    return draw(st.sampled_from(forms)) + mark


def shown(bound: tuple[int, int, int] | None) -> str:
    if bound is None:
        return ".."
    year = f"-{-bound[0]:04d}" if bound[0] < 0 else f"{bound[0]:04d}"
    return f"{year}-{bound[1]:02d}-{bound[2]:02d}"


@pytest.mark.parametrize("value", CASES["good"])
def test_good_values_have_their_bounds(value: str) -> None:
    found = parse_edtf(value)
    assert [found.precision, shown(found.earliest), shown(found.latest)] == CASES["good"][value]
    assert str(found) == value


@pytest.mark.parametrize("value", CASES["bad"])
def test_bad_values_say_what_to_write(value: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(value)
    assert CASES["bad"][value] in str(caught.value)


def test_values_sort_by_start_then_width() -> None:
    order = CASES["order"]
    assert sorted(order, key=lambda value: parse_edtf(value).sort_key) == order


@given(singles())
def test_a_single_value_round_trips(value: str) -> None:
    found = parse_edtf(value)
    assert str(found) == value
    assert found.earliest is not None and found.latest is not None
    assert found.earliest <= found.latest
    assert contains(found, found)


@given(singles(), singles())
def test_an_interval_holds_its_ends(one: str, two: str) -> None:
    start, end = sorted((one, two), key=lambda value: parse_edtf(value).sort_key)
    value = f"{start}/{end}"
    try:
        found = parse_edtf(value)
    except EdtfError as error:
        raise AssertionError(value) from error
    assert str(found) == value
    assert found.earliest == parse_edtf(start).earliest
    assert contains(f"{start}/..", start) and contains(f"../{end}", end)
    assert overlaps(value, start)


@given(st.dates())
def test_ordinals_are_those_of_the_calendar(day: date) -> None:
    parts = (day.year, day.month, day.day)
    assert ordinal(parts) == day.toordinal()
    assert from_ordinal(day.toordinal()) == parts
    assert is_exact_day(day.isoformat())


@given(st.integers(-50_000_000, 50_000_000))
def test_ordinals_reach_beyond_the_calendar(number: int) -> None:
    assert ordinal(from_ordinal(number)) == number


def test_a_year_without_months_is_far() -> None:
    assert [year for year in (-10_000, -9999, 0, 9999, 10_000) if is_far(year)] == [-10_000, 10_000]


def test_what_values_say_about_each_other() -> None:
    assert contains("2025", "2025-05-16") and not contains("2025-05-16", "2025")
    assert contains("2025-05-12/..", "2030") and not contains("2030", "2025-05-12/..")
    assert overlaps("2025-05/2025-07", "2025-07-31") and not overlaps("../2024", "2025")
    assert width("2024-02") == 29 and width("2024/..") is None
    assert not is_exact_day("2025-05-16~") and not is_exact_day("2025-05")


def test_the_reference_package_agrees_where_it_answers() -> None:
    package = pytest.importorskip("edtf")
    for value in CASES["good"]:
        if ".." in value or value.endswith(("-24", "Z", ":30", "/")) or value.startswith("/") or "T" in value:
            continue  # it fails on open ends, and its winter is December alone
        other, own = package.parse_edtf(value), parse_edtf(value)
        assert tuple(other.lower_strict()[:3]) == own.earliest, value
        assert tuple(other.upper_strict()[:3]) == own.latest, value


def test_parsing_is_cached() -> None:
    assert parse_edtf("1999-09-09") is module.parse_edtf("1999-09-09")


@pytest.mark.parametrize(
    "value", ["1" * 100_000, "2025-" * 20_000, "X" * 100_000, "-" * 100_000, "2025u" + "~" * 100_000]
)
def test_hostile_values_are_refused_at_once(value: str) -> None:
    with pytest.raises(EdtfError):
        parse_edtf(value)
