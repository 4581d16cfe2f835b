"""The table of rules is complete, and every rule has an example that it reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.dates import RULES, date_problems, resolve_dates
from generator.dates.find import READERS, find_readings
from generator.dates.grammar import PATTERNS
from generator.model import DateReason, Published, PublishedWhy, Sentence
from generator.prose.article_reasons import with_read_reasons
from generator.prose.explain import explain

from .cases import read_cases, resolve_case


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
    (found,) = find_readings(text, [Sentence(0, len(text), 0)], RULES[rule].lang, "GB")
    assert rule in {one.rule for one in found.readings}, (text, found.readings)


# Examples that need a sentence around them to be read.
EXAMPLES = {
    "month": "They met in September", "day-of-month": "They met on the 15th", "season": "They met in the summer", "reference-adjective": "the former king",
    "narrative-unit": "at the end of the month", "reference-past": "They met in the past",
    "offset-bare": "They met the day before", "unit-following": "They met the day following",
    "duration-bare": "They met for years", "part": "They met in the morning", "clock": "It began at 18:04 EEST",
    "part-beside": "They met the night before", "set-rate": "It costs $5 a year", "short-year": "They met in '98",
}  # fmt: skip


def test_no_rule_id_is_odd() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule) for rule in RULES)


def test_the_documentation_prints_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "dates.md"
    shown = page.read_text(encoding="utf-8")
    rows = [f"| `{one.id}` | {one.family} | {one.description} | {one.example} |" for one in RULES.values()]
    assert "\n".join(rows) in shown, "put the rows into docs/dates.md"


EXPLAINED = [
    # words, rule, what it was counted from and how that is known, the fact's date, what a reader is told
    ("late 2022", "year", "", "", "2022-09/2022-12", "“late 2022” is read as September–December 2022: the last third of the year."),
    ("at the end of May", "month", "", "", "2025-05-21/2025-05-31", "“at the end of May” is read as 21–31 May 2025: the last third of the month."),
    ("early 1990s", "decade", "", "", "1990/1993", "“early 1990s” is read as 1990–1993: the first third of these years."),
    ("May 16, 2025", "month-day-year", "", "", "2025-05-16", "“May 16, 2025” is read as 16 May 2025."),
    ("on Friday", "weekday", "2025-05-16", "published", "2025-05-16", "“on Friday” is read as 16 May 2025, the day of the article."),
    ("on Friday", "weekday", "2025-05-19", "published", "2025-05-16", "“on Friday” is read as 16 May 2025: the day nearest to the article of 19 May 2025 that fits the tense of the verb."),
    ("two days later", "offset", "1815-06-16", "narrative", "1815-06-18", "“two days later” is read as 18 June 1815: counted from 16 June 1815, named earlier in the text."),
    ("16 May", "day-month", "", "", "2025-05-16", "“16 May” is read as 16 May 2025."),
    ("on Friday", "weekday", "", "", "", "“on Friday” gives no date: the day to count from is not known."),
    ("for years", "duration-bare", "2025-05-16", "published", "", "“for years” gives no date: it is a length of time."),
    ("then", "no-such-rule", "", "", "", "“then” gives no date."),
    ("", "", "2025-05-16", "published", "2025-05-16", "The sentence names no day."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "rule", "anchor", "known", "edtf", "said"), EXPLAINED)
def test_explain_says_the_rule_in_words(
    words: str, rule: str, anchor: str, known: str, edtf: str, said: str
) -> None:
    assert explain(DateReason(words, rule, "relative", anchor, known), edtf) == said


def test_explain_speaks_through_a_translator() -> None:
    said = {
        "“%(words)s” is read as %(date)s: %(why)s.": "«%(words)s» прочитано як %(date)s: %(why)s.",
        "counted from {anchor}": "точка відліку — {anchor}",
        "the article of %(date)s": "стаття (%(date)s)",
    }
    reason = DateReason("two days later", "offset", "relative", "2025-05-14", "published")
    found = explain(
        reason, "2025-05-16", locale="uk", say=said.__getitem__, quoted=lambda words: f"<q>{words}</q>"
    )
    assert found.replace("\u202f", " ") == (
        "«<q>two days later</q>» прочитано як 16 травня 2025 р.: точка відліку — стаття (14 травня 2025 р.)."
    )


@pytest.mark.parametrize("rule", sorted(RULES))
def test_explain_never_fails(rule: str) -> None:
    for edtf, anchor in (
        ("", ""),
        ("2025-05-16", "2025-05-16"),
        ("2025-05-12/2025-05-18", "2025"),
        ("2025-05-12/..", "2025-05-12"),
        ("-0479", ""),
    ):
        for basis in ("published", "narrative", ""):
            words = explain(DateReason("late words", rule, "relative", anchor, basis), edtf)
            assert words.startswith("“late words”") and words.endswith(".")
            assert not re.search(r"[{}%]|\.\.|: ?\.", words)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_what_a_rule_says_is_written_for_readers(rule: str) -> None:
    one = RULES[rule]
    assert one.description[0].isupper() or one.description[0] == "“"
    assert one.description.endswith(".") and "'" not in one.description + one.says
    assert not one.says.endswith(".") and "anchor" not in one.description + one.says.replace("{anchor}", "")


def test_the_reasons_of_an_old_file_are_read_and_a_persons_left_alone() -> None:
    told = [
        "6 of its 32 longer sentences stand word for word in post-2025-05-16-talks, published 16 May 2025.",
        "Others that share as much are of 16–18 May 2025.",
    ]
    span = "2025-05-16/2025-05-18"
    assert with_read_reasons(Published(span, "inferred", " ".join(told))).why == (
        PublishedWhy("shared", "post-2025-05-16-talks", "2025-05-16", shared=6, of=32),
        PublishedWhy("others", day=span),
    )
    weekday = (
        "The latest past date it tells of is 2 March 1999; friday, 5 March came first after that in 1999."
    )
    assert with_read_reasons(Published("1999-03-05/..", "text", weekday)).why == (
        PublishedWhy("weekday", day="1999-03-02", weekday="friday", named="1999-03-05"),
    )
    latest = with_read_reasons(
        Published("1999-03-02/..", "text", "The latest past date it tells of is 2 March 1999.")
    )
    assert (latest.reason, latest.why) == ("", (PublishedWhy("latest", day="1999-03-02"),))
    for own in (told[0] + " The editor rang the author.", "By telephone."):
        assert with_read_reasons(Published(span, "inferred", own)) == Published(span, "inferred", own)


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


@pytest.mark.parametrize(
    "words",
    [
        "30 February 2023",
        "February 30, 2023",
        "31 April 2021",
        "31/04/2021",
        "30.02.2024",
        "29 February 2023",
    ],
)
def test_a_day_that_no_calendar_has_is_a_problem_and_no_date(words: str) -> None:
    text = f"It was signed on {words} in Lusaka."
    found = resolve_dates(text, [Sentence(0, len(text), 0)], published=Published("2024-09-01", "metadata"))
    assert [(one.words, one.edtf) for one in found] == [(words, "")]
    assert [str(one) for one in date_problems(found)] == [
        f"warning date-impossible: '{words}' names a day that no calendar has, so no date is taken from it. "
        "Look the day up, and write the fact's date by hand."
    ]
