"""The table of rules is complete, and every rule has an example that it reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.dates import RULES, date_problems, explain, find_dates, resolve_dates
from generator.dates.find import READERS
from generator.dates.grammar import PATTERNS
from generator.dates.rules import rules_table
from generator.model import DateReason, Published, Sentence

from .cases import read_cases, resolve_case

LANGUAGE_OF_EXAMPLE = {
    "relative-word": "uk",
    "year-month-day": "hu",
    "offset-before": "fr",
    "relative-unit-after": "fr",
}


def test_every_pattern_has_a_rule_and_a_reader() -> None:
    ids = {rule for rule, _ in PATTERNS}
    assert ids <= set(RULES)
    assert ids == set(READERS) | {"numeric-date"}
    assert set(RULES) == ids | {"part-of"}  # made by joining, not by a pattern


def test_every_rule_of_any_output_is_in_the_table() -> None:
    assert {one.rule for case in read_cases() for one in resolve_case(case)} <= set(RULES)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_the_example_is_read_by_its_rule(rule: str) -> None:
    text = f"{EXAMPLES.get(rule, RULES[rule].example)} ."
    lang = LANGUAGE_OF_EXAMPLE.get(rule, "en")
    found = find_dates(text, [Sentence(0, len(text), 0)], lang=lang, country="GB")
    assert rule in {one.rule for one in found}, (text, found)


# Examples that need a sentence around them to be read.
EXAMPLES = {
    "month": "They met in September", "season": "They met in the summer", "reference-adjective": "the former king",
    "narrative-unit": "at the end of the month", "reference-past": "They met in the past",
    "offset-bare": "They met the day before", "unit-following": "They met the day following",
    "duration-bare": "They met for years", "part": "They met in the morning", "clock": "It began at 18:04 EEST",
    "part-beside": "They met the night before", "set-rate": "It costs $5 a year", "short-year": "They met in '98",
}  # fmt: skip


def test_no_rule_id_is_odd() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule) for rule in RULES)


def test_the_documentation_prints_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "dates.md"
    assert rules_table() in page.read_text(encoding="utf-8"), "put rules_table() into docs/dates.md"


def test_explain_says_the_rule_in_words() -> None:
    text = "It began in late 2022; on Friday they met."
    found = resolve_dates(text, [Sentence(0, len(text), 0)], published=Published("2025-05-16", "metadata"))
    sentences = [
        explain(DateReason(one.words, one.rule, one.basis, one.anchor, one.anchor_basis), one.edtf)
        for one in found
    ]
    assert sentences == [
        "“late 2022” → September–December 2022 (last third of the year)",
        "“Friday” → 16 May 2025, the day of the article",
    ]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_explain_never_fails(rule: str) -> None:
    for edtf, anchor in (
        ("", ""),
        ("2025-05-16", "2025-05-16"),
        ("2025-05-12/2025-05-18", "2025"),
        ("-0479", ""),
    ):
        for basis in ("published", "narrative", ""):
            words = explain(DateReason("late words", rule, "relative", anchor, basis), edtf)
            assert words.startswith("“late words”")


def test_an_ambiguous_numeric_date_is_a_problem() -> None:
    text = "The forms of 05/06/2024 and 31.12.2023 were sent."
    found = resolve_dates(text, [Sentence(0, len(text), 0)], published=Published("2024-09-01", "metadata"))
    assert [one.edtf for one in found] == ["", "2023-12-31"]
    assert [str(one) for one in date_problems(found)] == [
        "warning date-ambiguous: '05/06/2024' can be read day first or month first, so no day is taken from it. "
        "Set date_order in mkdocs.yml to DMY or MDY, or write the fact's date by hand."
    ]
    american = resolve_dates(text, [Sentence(0, len(text), 0)], country="US")
    assert [one.edtf for one in american] == ["2024-05-06", "2023-12-31"]
