"""What holds for every date, not only for the cases."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates import resolve_dates
from generator.dates.find import find_readings
from generator.dates.lexicon import lexicon
from generator.dates.when import When
from generator.edtf import parse_edtf
from generator.model import Published, ResolvedDate, Sentence

from .cases import read_cases, resolve_case

DAYS = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2090, 12, 31))
RELATIVE = st.sampled_from(
    ["yesterday", "today", "tomorrow", "three days ago", "two days ago", "ten days from now"]
)
PLAIN = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=80)


def _resolve(text: str, day: str = "2025-05-16", lang: str = "en") -> tuple[ResolvedDate, ...]:
    return resolve_dates(text, [Sentence(0, len(text), 0)], published=Published(day, "metadata"), lang=lang)


@given(DAYS, RELATIVE)
@settings(deadline=None)
def test_shifting_the_anchor_shifts_the_date(day: datetime.date, words: str) -> None:
    text = f"They met {words}."
    one, next_day = day, day + datetime.timedelta(days=1)
    first = _resolve(text, one.isoformat())[0].edtf
    second = _resolve(text, next_day.isoformat())[0].edtf
    assert datetime.date.fromisoformat(second) - datetime.date.fromisoformat(first) == datetime.timedelta(
        days=1
    )


@given(DAYS)
@settings(deadline=None)
def test_a_full_date_is_itself_whatever_the_anchor(day: datetime.date) -> None:
    for words in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        found = _resolve(f"They met on {words} in Rome.")
        assert [(one.words, one.edtf, one.timex) for one in found] == [
            (words, day.isoformat(), day.isoformat())
        ]


@given(DAYS)
@settings(deadline=None)
def test_a_weekday_of_the_past_lies_in_the_week_up_to_the_article(day: datetime.date) -> None:
    for name in ("Monday", "Thursday", "Sunday"):
        found = _resolve(f"They met on {name}.", day.isoformat())[0]
        resolved = datetime.date.fromisoformat(found.edtf)
        assert datetime.timedelta(0) <= day - resolved < datetime.timedelta(days=7)
        assert f"{resolved:%A}" == name


@given(st.integers(1600, 2050), st.integers(1, 12), st.sampled_from(["", "START", "MID", "END"]))
@settings(deadline=None)
def test_a_value_lies_within_its_unit_and_never_is_one_day_of_it(year: int, month: int, mod: str) -> None:
    for when in (When(year=year), When(year=year, month=month), When(year=year, quarter=(month + 2) // 3)):
        value = parse_edtf(when.edtf(mod))
        assert value.earliest is not None and value.latest is not None
        assert value.earliest[0] == value.latest[0] == year
        assert value.earliest != value.latest


@given(PLAIN, PLAIN)
@settings(max_examples=150, deadline=None)
def test_text_around_a_date_with_its_year_does_not_change_it(before: str, after: str) -> None:
    words = "May 16, 2025"
    text = f"{before} xx ; {words} ; xx {after}"
    start = len(before) + 6
    found = [one for one in _resolve(text) if one.start <= start < one.end]
    assert [(one.edtf, one.words) for one in found] == [("2025-05-16", words)]


@given(PLAIN)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_with_spans_in_order(text: str) -> None:
    for lang in ("en", "uk", "fr"):
        found = _resolve(text, lang=lang)
        at = 0
        for one in found:
            assert at <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == one.words
            at = one.end


DATED = "On 16 September 2023 she left, two days later he came, and on Friday they met."


@given(
    st.lists(st.tuples(st.integers(0, len(DATED)), st.sampled_from("\u00ad\u200b\u2060\ufeff")), max_size=6)
)
@settings(max_examples=150, deadline=None)
def test_marks_that_nobody_sees_change_no_date(marks: list[tuple[int, str]]) -> None:
    text = DATED
    for at, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    found = _resolve(text)
    assert [one.edtf for one in found] == [one.edtf for one in _resolve(DATED)]
    for one in found:
        assert text[one.start : one.end] == one.words
        assert "".join(c for c in one.words if c not in "\u00ad\u200b\u2060\ufeff") in DATED


WORDS = [*sorted(lexicon("en").words), "12", "5", "1998", "31", ",", "-", ".", "'", "of", "1/2"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.sampled_from(["2025-05-16", "2025-05", "", "2024-02-29"]),
)
@settings(max_examples=600, deadline=None)
def test_any_order_of_time_words_is_read(words: list[str], day: str) -> None:
    for text in (" ".join(words), " ".join(word.capitalize() for word in words), "-".join(words)):
        found = resolve_dates(text, [Sentence(0, len(text), 0)], published=Published(day, "metadata"))
        for one in found:
            assert text[one.start : one.end] == one.words
            assert one.edtf == "" or str(parse_edtf(one.edtf)) == one.edtf


def test_every_edtf_of_the_cases_is_level_1_and_round_trips() -> None:
    for case in read_cases():
        for one in resolve_case(case):
            if one.edtf:
                assert str(parse_edtf(one.edtf)) == one.edtf, (case.name, one)


def test_durations_sets_and_references_carry_no_date() -> None:
    for case in read_cases():
        for one in resolve_case(case):
            if one.type in ("DURATION", "SET") or one.timex.endswith("_REF"):
                assert one.edtf == "", (case.name, one)


def test_found_and_resolved_have_the_same_spans() -> None:
    for case in read_cases():
        sentence = [Sentence(0, len(case.text), 0)]
        mentions = [one for found in find_readings(case.text, sentence, case.lang) for one in found.readings]
        assert [(one.start, one.end) for one in resolve_case(case)] == [
            (one.start, one.end) for one in mentions if one.rule not in ("reference-adjective", "same-time")
        ]


def test_an_inferred_article_date_makes_inferred_dates() -> None:
    text = "They met on Friday, on May 16 and in 2022."
    found = resolve_dates(
        text, [Sentence(0, len(text), 0)], published=Published("2025-05-16", "inferred", "why")
    )
    assert [one.basis for one in found] == ["inferred", "inferred", "stated"]


def test_without_an_article_date_nothing_is_guessed() -> None:
    text = "They met on Friday, yesterday, on May 16, in March, last week and two days ago."
    assert [one.edtf for one in resolve_dates(text, [Sentence(0, len(text), 0)])] == [""] * 6
