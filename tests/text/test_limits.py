"""What holds up to a limit and not one beyond it: words, characters and shares by which lines are told apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.text.blocks import is_byline_shape, is_name_line, is_tag_list, split_blocks
from generator.text.language import detect_language
from generator.text.lines import Line, count_words, is_terminal, line_of, read_lines
from generator.text.parts import read_place


def _line(words: int, stop: str = "") -> Line:
    return line_of(" ".join(["Harbour"] * words) + stop, 0)


def _named(words: int) -> bool:
    return is_name_line(line_of("Jane Doe, editor " + " ".join(["Harbour"] * (words - 3)), 0), beside=False)


def _dated(words: int, stop: str = "") -> bool:
    return is_byline_shape(line_of("3 May 2024 " + " ".join(["Harbour"] * (words - 1)) + stop, 0))


def _headline(words: int) -> bool:
    body = "The ferry left the harbour at noon and came back at three. " * 3
    return split_blocks(" ".join(["harbour"] * words).capitalize() + f"\n\n{body}")[0].kind == "headline"


LIMITS: dict[str, tuple[Callable[[int], bool], int, int]] = {
    # what holds, the last number with which it does, and the first with which it does not
    "a label of Thai is no sentence": (lambda size: not is_terminal("\u0e01" * size), 47, 48),
    "a label of Lao is no sentence": (lambda size: not is_terminal("\u0e81" * size), 47, 48),
    "two signs of Chinese are a word": (lambda size: count_words("\u4e00" * size) < 3, 5, 6),
    "four signs of Thai are a word": (lambda size: count_words("\u0e01" * size) < 3, 11, 12),
    "a tag alone": (lambda words: is_tag_list(_line(words), label=True), 3, 4),
    "a name with its role": (_named, 10, 11),
    "a dated line of names": (_dated, 13, 14),
    "a dated sentence of names": (lambda words: _dated(words, "."), 12, 13),
    "a headline": (_headline, 26, 27),
    "letters too few for a language": (lambda size: detect_language("\u3042" * size) == "", 11, 12),
    "seconds of a minute": (lambda second: read_place(f"1:{second:02}") is not None, 59, 60),
    "digits of a page": (lambda digits: read_place("9" * digits) is not None, 5, 6),
    "levels of a heading": (lambda level: read_lines("#" * level + " Storm")[0].level == level, 6, 7),
}


@pytest.mark.parametrize("name", LIMITS)
def test_it_holds_up_to_the_limit_and_not_beyond(name: str) -> None:
    holds, last, first = LIMITS[name]
    assert (holds(last), holds(first)) == (True, False)


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_the_level_of_its_signs(level: int) -> None:
    (line,) = read_lines("#" * level + " Storm ##")
    assert (line.markup, line.level, line.text, line.words) == ("heading", level, "Storm", 1)
