"""The calendar: read back by a calendar library; spans for whatever is not one day."""

from __future__ import annotations

import re
from datetime import date

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.exports import Selection, export
from generator.exports.calendar_ics import escape, fold
from generator.model import Fact, Site

from .sample import ARTICLES, FACTS, SITE, selection, source


def events(chosen: Selection | None = None) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical("".join(export("ics", chosen or selection())))
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert not calendar.errors
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    for event in found.values():
        assert not event.errors
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
    return found


def of_date(edtf: str) -> icalendar.Event:
    fact = Fact("x", edtf, "It was so", (source("unknown-notes", "It was so"),))
    return events(Selection((fact,), ARTICLES, site=SITE))["x@timeline.example"]


def test_events_have_lasting_names_links_and_states():
    found = events()
    assert set(found) == {
        f"{fact.id}@timeline.example" for fact in FACTS if fact.id not in ("harbour-founded", "no-date")
    }
    cranes = found["cranes-fall-silent@timeline.example"]
    assert cranes["URL"] == "https://timeline.example/harbour/f/cranes-fall-silent/"
    assert str(cranes["SUMMARY"]) == FACTS[0].text
    assert [str(tag) for tag in cranes["CATEGORIES"].cats] == list(FACTS[0].tags)
    assert cranes["DTSTAMP"].dt.date() == date(1999, 3, 9)  # its correction
    assert cranes["SEQUENCE"] == 1
    states = {uid.split("@")[0]: str(event["STATUS"]) for uid, event in found.items()}
    assert states["cranes-fall-silent"] == "CONFIRMED"
    assert states["talks-planned"] == states["strike-span"] == "TENTATIVE"
    assert "March 1999 (date inferred)" in found["talks-planned@timeline.example"]["DESCRIPTION"]


@pytest.mark.parametrize(
    ("edtf", "start", "end", "words"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1), ""),
        ("2024-12-31", date(2024, 12, 31), date(2025, 1, 1), ""),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1), "[February 2024] "),
        ("2024", date(2024, 1, 1), date(2025, 1, 1), "[2024] "),
        ("2022-09/2022-12", date(2022, 9, 1), date(2023, 1, 1), "["),
        ("2024-05-12/2024-05-18", date(2024, 5, 12), date(2024, 5, 19), "["),
        ("2024-05-12/..", date(2024, 5, 12), date(2024, 5, 13), "["),
        ("1998-12/..", date(1998, 12, 1), date(1999, 1, 1), "["),
        ("../2024-06", date(2024, 6, 1), date(2024, 7, 1), "["),
        ("2024-05-12~", date(2024, 5, 12), date(2024, 5, 13), "["),
        ("199X", date(1990, 1, 1), date(2000, 1, 1), "["),
        ("0079-08-24", date(79, 8, 24), date(79, 8, 25), ""),
    ],
)
def test_a_date_fills_the_days_it_may_be_and_says_when_it_is_no_day(edtf, start, end, words):
    event = of_date(edtf)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (start, end)
    summary = str(event["SUMMARY"])
    assert summary.endswith("It was so")
    assert summary.startswith(words)
    assert bool(words) == summary.startswith("[")
    assert str(event["X-CHRONOFACT-DATE"]) == edtf


@pytest.mark.parametrize("edtf", ["-0043-03-15", "0000", "Y12000", "9999", ""])
def test_what_a_calendar_cannot_hold_is_left_out(edtf: str):
    fact = Fact("x", edtf, "It was so", (source("unknown-notes", "It was so"),))
    assert not events(Selection((fact,), ARTICLES, site=SITE))


def test_a_calendar_without_a_site_address_is_valid():
    assert "cranes-fall-silent@chronofact" in events(selection(site=Site("Harbour strike")))


def test_lines_are_folded_between_characters_at_75_octets():
    text = "".join(export("ics", selection()))
    assert text.endswith("END:VCALENDAR\r\n")
    assert not re.search("[^\r]\n", text)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("a" * 74 + "é" + "б" * 60)
@example("🧑‍🚒" * 30)
def test_folding_loses_nothing(text: str):
    line = text.replace("\r", "").replace("\n", "")
    folded = fold(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1))
@example("a\\nb; c, d\ne\\")
@example("\u2028x\x85y")
def test_any_text_survives_the_calendar(text: str):
    fact = Fact("x", "2001-02-03", text, (source("unknown-notes", text),), tags=("a,b",))
    event = events(Selection((fact,), ARTICLES, site=SITE))["x@timeline.example"]
    assert str(event["SUMMARY"]) == text


@given(st.text())
def test_an_escaped_text_is_one_line(text: str):
    assert not set(escape(text)) & set("\r\n\x00\x0b\x1b")
