"""A point of the calendar by itself: written out, moved, cut to a coarser grain, against a plain count of years."""

from __future__ import annotations

from itertools import product

import pytest

from generator.dates.when import When, add_months, last_day, shift, shift_exactly

DAY = When(year=2024, month=2, day=29)


def _year(number: int) -> When:
    """The year of an astronomer's count, in which 1 BC is 0."""
    return When(year=number) if number > 0 else When(year=1 - number, bc=True)


def test_years_go_on_over_the_beginning_of_our_era() -> None:
    for year, count in product((-44, -1, 0, 1, 2, 44), (-50, -1, 0, 1, 44, 45, 50)):
        assert shift(_year(year), count, "Y") == _year(year + count), (year, count)


@pytest.mark.parametrize(
    ("anchor", "count", "unit", "moved"),
    [
        (When(year=44, bc=True), -1, "DE", When(decade=5, bc=True)),
        (When(year=44, bc=True), 1, "DE", When(decade=3, bc=True)),
        (When(year=44, bc=True), -1, "CE", When(century=1, bc=True)),
        (When(year=144, bc=True), 1, "CE", When(century=0, bc=True)),
        (When(year=10, bc=True), 1, "DE", When(year=1)),
        (When(year=11, bc=True), 1, "DE", When(decade=0, bc=True)),
        (When(year=44, month=3, day=5, bc=True), 2, "D", When(year=44, month=3, day=7, bc=True)),
        (When(year=44, month=3, day=5, bc=True), -4, "D", When(year=44, month=3, day=1, bc=True)),
        (When(year=44, month=3, day=5, bc=True), -5, "D", None),
        (When(year=44, month=3, day=5, bc=True), 23, "D", When(year=44, month=3, day=28, bc=True)),
        (When(year=44, month=3, day=5, bc=True), 24, "D", None),
        (When(year=44, month=3, bc=True), 2, "D", None),
        (When(year=44, month=3, day=5, bc=True), 1, "M", None),
        (When(), 1, "Y", None),
        (DAY, 1, "D", When(year=2024, month=3, day=1)),
        (DAY, -1, "W", When(year=2024, month=2, day=22, week=True)),
        (DAY, 1, "2W", When(year=2024, month=3, day=14, week=True)),
        (DAY, 1, "M", When(year=2024, month=3)),
        (DAY, -2, "M", When(year=2023, month=12)),
        (DAY, 1, "Q", When(year=2024, quarter=2)),
        (DAY, -1, "Q", When(year=2023, quarter=4)),
        (When(year=2024, quarter=4), 1, "Q", When(year=2025, quarter=1)),
        (DAY, -1, "DE", When(decade=201)),
        (DAY, -1, "CE", When(century=19)),
        (DAY, 1, "MIL", When(millennium=3)),
        (When(year=2000), 0, "MIL", When(millennium=2)),
        (When(year=2000), 0, "CE", When(century=20)),
        (When(year=2000), 0, "DE", When(decade=200)),
        (When(year=1999), 0, "MIL", When(millennium=1)),
        (When(year=2024), 1, "M", None),
        (When(year=2024), 1, "Q", None),
        (When(year=2024, month=2), 1, "D", None),
        (DAY, 1, "S", None),
        (DAY, 9_000_000, "D", None),
    ],
)
def test_moved(anchor: When, count: int, unit: str, moved: When | None) -> None:
    assert shift(anchor, count, unit) == moved


@pytest.mark.parametrize(
    ("count", "unit", "moved"),
    [(1, "Y", (2025, 2, 28)), (4, "Y", (2028, 2, 29)), (-1, "M", (2024, 1, 29)), (12, "M", (2025, 2, 28)),
     (-1, "W", (2024, 2, 22)), (1, "D", (2024, 3, 1)), (1, "Q", None), (9_000, "Y", None)],
)  # fmt: skip
def test_moved_to_the_same_day(count: int, unit: str, moved: tuple[int, int, int] | None) -> None:
    found = shift_exactly(When(2024, 2, 29, part="TMO", week=True), count, unit)
    assert found == (None if moved is None else When(*moved, part="TMO", week=True))
    assert shift_exactly(When(year=2024, month=2), count, unit) is None


def test_every_month_ends_where_it_does() -> None:
    for year, month in product((1900, 2000, 2023, 2024), range(1, 13)):
        there = When(year, month, last_day(year, month))
        assert there.valid and not When(year, month, last_day(year, month) + 1).valid
        assert there.date is not None and there.date.day == last_day(year, month)
        assert add_months(When(year, month, 31), 0).day == last_day(year, month)


@pytest.mark.parametrize(
    ("when", "timex", "edtf"),
    [
        (When(), "XXXX", ""),
        (When(year=0), "0000", "0000"),
        (When(year=44, bc=True), "BC0044", "-0043"),
        (When(year=1, bc=True), "BC0001", "0000"),
        (When(month=5, day=3), "XXXX-05-03", ""),
        (When(day=3), "XXXX-XX-03", ""),
        (When(year=2024, day=3), "2024-XX-03", ""),
        (When(year=2024, weekday=4), "2024-WXX-5", ""),
        (When(2024, 2, 29, clock="18:04", zone="Z"), "2024-02-29T18:04Z", "2024-02-29"),
        (When(2024, 2, 29, part="TMO"), "2024-02-29TMO", "2024-02-29"),
        (When(year=2024, month=2, part="TMO"), "2024-02-XXTMO", "2024-02"),
        (When(year=2024, part="TMO"), "2024-XX-XXTMO", "2024"),
        (When(2024, 2, 29, week=True), "2024-W09", "2024-02-26/2024-03-03"),
        (When(2024, 2, 29, weekend=True), "2024-W09-WE", "2024-03-02/2024-03-03"),
        (When(2024, 12, 30, week=True), "2025-W01", "2024-12-30/2025-01-05"),
        (When(year=2024, weekend=True), "2024-WXX-WE", ""),
        (When(year=2024, quarter=0), "2024-QX", "2024"),
        (When(year=2024, quarter=4), "2024-Q4", "2024-10/2024-12"),
        (When(year=2024, half=2), "2024-H2", "2024-07/2024-12"),
        (When(year=2024, season="WI"), "2024-WI", "2024-24"),
        (When(year=2024, fiscal=True), "2024", "2024~"),
        (When(decade=199), "199", "199X"),
        (When(decade=48, bc=True), "BC048", "-0488/-0479"),
        (When(century=19), "19", "19XX"),
        (When(century=3, bc=True), "BC03", "-0399/-0300"),
        (When(century=0, bc=True), "BC00", "-0099/0000"),
        (When(century=19, half=1), "19", "1900/1949"),
        (When(century=19, quarter=4), "19", "1975/1999"),
        (When(decade=199, half=2), "199", "1995/1999"),
        (When(millennium=2), "2", ""),
        (When(ago=66_000_000), "MA66", "Y-65999999~"),
        (When(ago=4_600_000_000), "GA4.6", ""),
        (When(ago=73_000), "KA73", "Y-70999~"),
        (When(ago=11_999), "KA11.999", "-9999~"),
        (When(year=12_000, bc=True), "BC12000", "Y-11999"),
        (When(year=10_000, bc=True), "BC10000", "-9999"),
        (When(year=10_001, bc=True), "BC10001", "Y-10000"),
    ],
)
def test_written_out(when: When, timex: str, edtf: str) -> None:
    assert (when.timex(), when.edtf()) == (timex, edtf)


@pytest.mark.parametrize(
    ("when", "start", "mid", "end"),
    [
        (When(year=2024), "2024-01/2024-04", "2024-05/2024-08", "2024-09/2024-12"),
        (When(year=2024, month=2), "2024-02-01/2024-02-10", "2024-02-11/2024-02-20", "2024-02-21/2024-02-29"),
        (When(decade=199), "1990/1993", "1993/1997", "1996/1999"),
        (When(century=19), "1900/1933", "1930/1969", "1966/1999"),
        (When(decade=48, bc=True), "-0488/-0485", "-0485/-0481", "-0482/-0479"),
        (When(year=2024, season="SU"), "2024-22", "2024-22", "2024-22"),
        (When(2024, 2, 29), "2024-02-29", "2024-02-29", "2024-02-29"),
        (When(year=44, bc=True), "-0043", "-0043", "-0043"),
    ],
)
def test_parts_of_a_unit(when: When, start: str, mid: str, end: str) -> None:
    assert [when.edtf(mod) for mod in ("START", "MID", "END")] == [start, mid, end]
    assert when.edtf("APPROX").rstrip("~") == when.edtf()


@pytest.mark.parametrize(
    ("grain", "cut"),
    [("year", When(year=2024)), ("quarter", When(year=2024, quarter=1)), ("month", When(year=2024, month=2)), ("day", DAY)],
)  # fmt: skip
def test_no_finer_than(grain: str, cut: When) -> None:
    assert When(2024, 2, 29, clock="18:04", part="TMO").only(grain) == cut
    assert When(month=2, day=29).only(grain) == When()
    assert When(year=2024, quarter=3).only("quarter") == When(year=2024, quarter=3)
    assert When(year=2024).only("quarter") == When(year=2024)


@pytest.mark.parametrize(
    ("when", "dated", "valid"),
    [
        (When(year=2024), True, True), (When(decade=199), True, True), (When(century=19), True, True),
        (When(month=2), False, True), (When(month=0), False, False), (When(month=13), False, False),
        (When(month=2, day=29), False, True), (When(2023, 2, 29), True, False), (When(2023, 2, 29, bc=True), True, True),
        (When(day=31), False, True), (When(day=32), False, False), (When(day=0), False, False), (When(month=4, day=31), False, False),
    ],
)  # fmt: skip
def test_dated_and_valid(when: When, dated: bool, valid: bool) -> None:
    assert (when.dated, when.valid) == (dated, valid)


def test_no_day_where_no_calendar_reaches() -> None:
    for when in (
        When(2024, 2),
        When(2024, 2, 30),
        When(44, 3, 5, bc=True),
        When(0, 3, 5),
        When(10_000, 3, 5),
        When(month=3, day=5),
    ):
        assert when.date is None
    assert str(When(9_999, 3, 5).date) == "9999-03-05" and str(When(1, 3, 5).date) == "0001-03-05"
