"""Hostile input costs no more than its length: candidates are counted, not seconds."""

from __future__ import annotations

import pytest

from generator.dates import resolve_dates
from generator.dates.find import read_sentence
from generator.dates.grammar import candidates
from generator.dates.lexicon import lexicon
from generator.dates.tokens import tokenize
from generator.model import Published, Sentence

HOSTILE = {
    "numbers": "1 ", "digits": "1", "dots": "1.", "slashes": "1/", "colons": "1:", "hyphens": "1-", "commas": "1,",
    "months": "May ", "may may": "may ", "units": "a few days ", "later": "two days later ", "of": "the end of ",
    "quotes": "'", "apostrophes": "o'", "letters": "a", "dotted": "a.", "thousands": "1,000", "years": "1999 ",
    "ranges": "1999-", "more than": "more than about ", "weekdays": "Friday ", "joined": "twenty-",
    "clock": "12:30 p.m. ", "mixed": "On May 5 , 1999 , the last two weeks of June , ", "spaces": " ",
    "and": "Monday and ", "chain": "Monday, Tuesday, ", "centuries": "XIX century ", "millions": "66 million years ago ",
    "lengths": "two years and ", "hidden": "Ma\u00ady ", "unseen": "\u200b", "broken": "Septem-\nber ", "hours": "18h30 ",
    "quoted": '"yesterday" in a letter dated 3 March 2019 ', "halves": "Q1 2024 and the second half ", "open": '("',
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_candidates_grow_in_step_with_the_text(name: str) -> None:
    counts = []
    for size in (2_000, 4_000):
        text = (HOSTILE[name] * size)[:size]
        tokens = tokenize(text, 0, size, lexicon("en"))
        assert len(tokens.lows) <= size
        counts.append(sum(1 for _ in candidates(tokens.tags)))
    assert counts[1] <= 2.2 * counts[0] + 50


@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_sentence_is_read(name: str) -> None:
    text = (HOSTILE[name] * 10_000)[:10_000]
    resolve_dates(text, [Sentence(0, len(text), 0)], published=Published("2025-05-16", "metadata"))


def test_a_plain_sentence_reads_no_rule() -> None:
    text = "The minister walked home and said nothing to the people who waited."
    tokens = tokenize(text, 0, len(text), lexicon("en"))
    assert set(tokens.tags) <= set("xhvnc.,")
    assert read_sentence(tokens) == []
