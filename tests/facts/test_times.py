"""How times are held against each other: first and last day, what is narrow, what follows a label, stretches that overlap."""

from __future__ import annotations

from datetime import date

import pytest

from generator.facts.scene import days, main_part, outside_quotes
from generator.facts.speech import _apart
from generator.facts.story_time import _age, _first, _last, _precision, _since_then_on, narrow

OWN = date(2019, 6, 12)


@pytest.mark.parametrize(
    ("edtf", "whole", "last", "age", "is_narrow"),
    [
        ("2019-06-07", "2019-06-07 2019-06-07", "2019-06-07", 5, True),
        ("2019-06-07T09:30", "2019-06-07 2019-06-07", "2019-06-07", 5, False),
        ("2019-05", "2019-05-01 2019-05-31", "2019-05-31", 12, True),
        ("2019-21", "2019-03-01 2019-05-31", "2019-05-31", 12, True),
        ("2019", "2019-01-01 2019-12-31", "2019-12-31", -202, False),
        ("2019-06-01/2019-06-09", "2019-06-01 2019-06-09", "2019-06-09", 3, True),
        ("2019-02-28/2019-06-08", "2019-02-28 2019-06-08", "2019-06-08", 4, True),
        ("2019-02-27/2019-06-08", "2019-02-27 2019-06-08", "2019-06-08", 4, False),
        ("2018/..", "", "2018-01-01", 527, False),
        ("../2018", "", "2018-12-31", 163, False),
        ("0001-01-01", "0001-01-01 0001-01-01", "0001-01-01", 737221, True),
        ("0000-03-15", "", "0001-01-01", 737221, False),
        ("-0043-03-15", "", "0001-01-01", 737221, False),
        ("9998-12-31", "9998-12-31 9998-12-31", "9998-12-31", -2914472, True),
        ("9999-12-31", "", "9999-12-31", -2914837, False),
        ("Y12000", "", "None", None, False),
        ("", "", "None", None, False),
    ],
)
def test_the_days_of_a_time(edtf: str, whole: str, last: str, age: int | None, is_narrow: bool) -> None:
    found = days(edtf) if edtf else None
    assert " ".join(str(day) for day in found or ()) == whole
    assert (str(_last(edtf)), _age(edtf, OWN), narrow(edtf)) == (last, age, is_narrow)


def test_without_a_day_of_its_own_an_article_is_told_of_what_is_old() -> None:
    assert (_age("2019", None), _age("", None)) == (_age("2019", None), None)
    assert _age("2019", None) is not None


@pytest.mark.parametrize(
    ("label", "told", "goes_on"),
    [
        ("1981", "1981-10-09", True), ("1981", "1980-10-09", False), ("1981", "1982", True), ("1981", "1981", False),
        ("1981", "", False), ("", "1981", False), ("1981-05", "1981-05-01", True), ("../1981", "1981-05-01", False),
    ],
)  # fmt: skip
def test_what_goes_on_below_a_label(label: str, told: str, goes_on: bool) -> None:
    assert _since_then_on(label, told) == goes_on


@pytest.mark.parametrize(
    ("spans", "apart"),
    [
        ([], []), ([(0, 3), (2, 5), (7, 9), (8, 8)], [(0, 5), (7, 9)]), ([(0, 9), (2, 5)], [(0, 9)]),
        ([(7, 9), (0, 3), (3, 4)], [(0, 3), (3, 4), (7, 9)]), ([(4, 4), (5, 4)], []),
        ([(0, 2), (5, 7), (6, 9), (8, 12)], [(0, 2), (5, 12)]),
    ],
)  # fmt: skip
def test_stretches_that_overlap_are_one(spans: list[tuple[int, int]], apart: list[tuple[int, int]]) -> None:
    assert _apart(spans) == tuple(apart)


@pytest.mark.parametrize(
    ("sentence", "main"),
    [
        ("As the hall closed, the clerks left.", " the clerks left."), ("“As the hall closed, the clerks left.", " the clerks left."),
        ("As it was closed the clerks left.", "As it was closed the clerks left."), ("The clerks, who slept, left.", "The clerks, who slept, left."),
        ("Assen, a town, slept.", "Assen, a town, slept."),
    ],
)  # fmt: skip
def test_the_part_of_a_sentence_that_leads_nothing(sentence: str, main: str) -> None:
    assert main_part(sentence) == main


def test_first_days_precisions_and_own_words() -> None:
    assert [_first(one) for one in ("2019", "../2019", "2019-05-03T09:30")] == [
        (2019, 1, 1),
        None,
        (2019, 5, 3),
    ]
    assert [
        _precision(one) for one in ("", "2019-05-03", "2019-05-03T09:30", "2019-05", "2019-05-01/2019-05-03")
    ] == ["", "day", "", "span", "span"]
    assert outside_quotes('"So," she said, "it fell."') == "she said"
