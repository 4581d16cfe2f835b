"""Every feast by the calendar of 2024, as almanacs print it, in the words of English news."""

from __future__ import annotations

import pytest

from generator.dates import resolve_dates
from generator.model import Published, Sentence

FEASTS = {
    "Easter": "03-31", "Easter Sunday": "03-31", "Good Friday": "03-29", "Easter Monday": "04-01",
    "Palm Sunday": "03-24", "Ash Wednesday": "02-14", "Maundy Thursday": "03-28", "Ascension Day": "05-09",
    "Pentecost": "05-19", "Shrove Tuesday": "02-13", "Holy Saturday": "03-30", "Whit Monday": "05-20",
    "Trinity Sunday": "05-26", "Orthodox Easter": "05-05", "Thanksgiving": "11-28",
    "Black Friday": "11-29", "Labor Day": "09-02", "Memorial Day": "05-27", "Martin Luther King Day": "01-15",
    "Presidents Day": "02-19", "Columbus Day": "10-14", "Mother's Day": "05-12", "Father's Day": "06-16",
    "Christmas": "12-25", "Christmas Eve": "12-24", "Boxing Day": "12-26", "New Year's Day": "01-01",
    "New Year's Eve": "12-31", "Valentine's Day": "02-14", "Halloween": "10-31", "Independence Day": "07-04",
    "St. Patrick's Day": "03-17", "May Day": "05-01", "Cinco de Mayo": "05-05", "Veterans Day": "11-11",
    "Yom Kippur": "10-12", "Rosh Hashanah": "10-03",
}  # fmt: skip


@pytest.mark.parametrize("name", FEASTS)
def test_a_feast_has_its_day(name: str) -> None:
    text = f"The shop was shut on {name} 2024."
    found = resolve_dates(text, [Sentence(0, len(text), 0)], published=Published("2025-05-16", "metadata"))
    assert [one.edtf.split("/")[0].rstrip("~") for one in found] == [f"2024-{FEASTS[name]}"], found
