"""Words broken at a line's end and marks that nobody sees: what is joined, what stays, and where each sign stood."""

from __future__ import annotations

import pytest

from generator.dates.mend import mended

WORDS = frozenset(["september", "monday", "day", "may", "maybe", "be"])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It rained in Septem-\nber.", "It rained in September."),
        ("It rained on MON-\nDAY.", "It rained on MON-\nDAY."),  # "day" is a word of its own
        ("It may-\nbe rains.", "It may-\nbe rains."),
        ("A well-\nknown ferry in Septem-\nber", "A well-\nknown ferry in September"),
        ("S-\neptember", "S-\neptember"),  # one letter alone is no part of a word
        ("Sep\u00adtem\u200bber \u2066sank\ufeff", "September sank"),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    assert mended(text, 0, len(text), WORDS)[0] == read


def test_each_sign_keeps_its_place_and_nothing_outside_is_read() -> None:
    text = "on 3 Septem-\nber 2018, Septem-\nber"
    read, places = mended(text, 3, 21, WORDS)
    assert read == "3 September 2018"
    assert [text[at] for at in places] == list(read)
    assert places[:2] == [3, 4] and places[-1] == 20
