"""Languages read with dateparser's words: nothing of today gets in, and nothing is loaded before it is needed."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest

from generator.dates import resolve_dates, second_reading
from generator.dates.lexicon import lexicon
from generator.dates.lexicon.borrowed import borrowed_lexicon
from generator.dates.reading import Reading
from generator.dates.when import When
from generator.model import Published, Sentence

from .cases import Case, as_lines, read_cases, resolve_case

CASES = [case for case in read_cases() if case.file == "languages-through-dateparser.txt"]


def test_there_are_enough_cases_of_these_languages() -> None:
    assert len(CASES) >= 60
    assert sum(not case.expected for case in CASES) >= 15
    assert len({case.lang for case in CASES}) >= 15


@pytest.mark.parametrize("base", [datetime.datetime(1931, 7, 30), datetime.datetime(2093, 11, 2)])
def test_the_base_dateparser_is_given_decides_nothing(
    base: datetime.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_reading, "_BASE", base)
    second_reading._parser.cache_clear()
    second_reading._read.cache_clear()
    try:
        changed = [case.text for case in CASES if as_lines(resolve_case(case)) != case.expected]
    finally:
        second_reading._parser.cache_clear()
        second_reading._read.cache_clear()
    assert changed == []


@pytest.mark.parametrize("lang", ["it", "nl", "cs", "ar", "zh"])
def test_without_the_articles_day_nothing_is_placed_by_another(lang: str) -> None:
    for case in CASES:
        if case.lang == lang:
            bare = Case(case.file, case.line, case.text, "", lang, True)
            for one in resolve_case(bare):
                stated = any(char.isdigit() for char in one.words) and len(one.words) >= 4
                assert not one.edtf or stated or one.rule == "day-range-month", (one, case.text)


def test_what_dateparser_reads_otherwise_is_not_claimed() -> None:
    reading = Reading(0, 14, 0, 3, "DATE", "day-month-year", when=When(year=2021, month=5, day=12))
    assert second_reading.confirmed("12 maggio 2021", reading, "it", "DMY")
    assert not second_reading.confirmed("12 giugno 2021", reading, "it", "DMY")
    assert not second_reading.confirmed("12 parole 2021", reading, "it", "DMY")
    assert not second_reading.confirmed("maggio 2021", reading, "it", "DMY")


@pytest.mark.parametrize("code", ["xx", "", "la", "../it", "en"])
def test_a_language_dateparser_does_not_know_is_read_as_english(code: str) -> None:
    assert lexicon(code).lang == "en"


def test_a_short_name_that_is_also_a_word_counts_only_beside_a_number() -> None:
    table = borrowed_lexicon("ro")
    assert table is not None
    assert table.words["mai"] == ("m", 5)
    assert table.words["mâine"] == ("R", (1, ""))


_PROGRAM = """
import sys
from generator.dates import resolve_dates
from generator.model import Published, Sentence
text = "On Friday, May 16, 2025 he left after two days."
resolve_dates(text, [Sentence(0, len(text), 0)], published=Published("2025-05-16", "metadata"))
print([name for name in ("holidays", "dateparser", "babel") if name in sys.modules])
"""


def test_english_loads_none_of_the_heavy_packages() -> None:
    run = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_hostile_text_of_a_borrowed_language_stays_linear() -> None:
    text = "12 maggio " * 300 + "1 " * 3000
    found = resolve_dates(
        text, [Sentence(0, len(text), 0)], published=Published("2025-05-16", "metadata"), lang="it"
    )
    assert len(found) == 300
