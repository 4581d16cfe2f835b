"""How far each step looks: the same words stand in a sentence again and again, until the reading is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from .phrase_tables import STEPS, Row, rows


def _cases() -> Iterator[tuple[str, str, str, int]]:
    """Step, language, sentence with the words in braces, and each number after which it is read otherwise."""
    for row in rows("reach"):
        step, _, text = row.text.partition(" | ")
        yield from ((step, row.lang, text, int(number)) for number in row.found.split())


def _read(step: str, lang: str, text: str, count: int) -> str:
    """What a step makes of the sentence, without the words that stand there so often."""
    found = re.fullmatch(r"(.*)\{(.*)\}(.*)", text)
    assert found
    bare = found[2].strip()
    told = STEPS[step](Row(lang, found[1] + found[2] * count + found[3], ""))
    told = re.sub(r" / sentence \d+", "", told)
    return re.sub(r"\s+", " ", told.replace(bare, "").replace(bare.rstrip(".¶, "), ""))


@pytest.mark.parametrize(("step", "lang", "text", "last"), list(_cases()))
def test_it_looks_so_far_and_not_farther(step: str, lang: str, text: str, last: int) -> None:
    before, here, beyond = (_read(step, lang, text, last + more) for more in (-1, 0, 1))
    assert here != beyond
    assert last == 1 or before == here
