"""Dates written out: a case table by locale, and that none is narrower than its value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.prose.human import human_date
from tests.dates_edtf.test_edtf import singles

CASES: dict[str, dict[str, str]] = yaml.load(
    Path(__file__).with_name("human_cases.yaml").read_text("utf-8"), yaml.CBaseLoader
)


@pytest.mark.parametrize(
    ("locale", "value"), [(locale, value) for locale in CASES for value in CASES[locale]]
)
def test_dates_are_written_as_the_locale_does(locale: str, value: str) -> None:
    words = human_date(value, locale).replace("\u202f", " ")  # narrow no-break space
    assert words == CASES[locale][value]


def test_weekdays() -> None:
    assert human_date("2025-05-16", "en", weekday=True) == "Friday 16 May 2025"
    assert human_date("2025-05-16", "en-US", weekday=True) == "Friday, May 16, 2025"
    assert human_date("2025-05-16", "de", weekday=True) == "Freitag, 16. Mai 2025"
    assert human_date("-0043-03-15", "en", weekday=True) == "Friday 15 March 44 BC"
    assert human_date("2025-05", "en", weekday=True) == "May 2025"


@given(singles(), st.sampled_from(["en", "en-US", "uk", "de", "ja", "ar"]))
def test_nothing_is_narrower_than_its_value(value: str, locale: str) -> None:
    words = human_date(value, locale)
    assert words
    if re.fullmatch(r"-?\d{4}[?~%]?", value):  # a year names no month and no day
        assert len(re.findall(r"\d+", words)) == 1
    if value.endswith(("~", "%")) and locale == "en":
        assert "about" in words
    if value.endswith(("?", "%")) and locale == "en":
        assert "perhaps" in words
