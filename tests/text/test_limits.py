"""What holds up to a limit and not one beyond it: words, characters and shares by which lines are told apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.articles.byline import read_byline
from generator.model import Block
from generator.text.blocks import _is_paragraph, is_byline_shape, is_name_line, is_tag_list, split_blocks
from generator.text.dateline import read_dateline
from generator.text.fused import split_fused
from generator.text.language import detect_language, language_score
from generator.text.lines import Line, count_words, is_terminal, line_of, read_lines
from generator.text.parts import read_place
from generator.text.quotes import find_quotes
from generator.text.sentences import _is_german_close, _nothing_yet, _only_marks

BODY = "The ferry left the harbour at noon and came back at three. "
STORY = "\n\n".join([BODY * 3] * 4)


def _line(words: int, stop: str = "") -> Line:
    return line_of(" ".join(["Harbour"] * words) + stop, 0)


def _named(words: int) -> bool:
    return is_name_line(line_of("Jane Doe, editor " + " ".join(["Harbour"] * (words - 3)), 0), beside=False)


def _dated(words: int, stop: str = "") -> bool:
    return is_byline_shape(line_of("3 May 2024 " + " ".join(["Harbour"] * (words - 1)) + stop, 0))


def _headline(words: int) -> bool:
    return split_blocks(" ".join(["harbour"] * words).capitalize() + f"\n\n{BODY * 3}")[0].kind == "headline"


def _kinds(text: str) -> list[str]:
    return [block.kind for block in split_blocks(text)]


def _between(line: str) -> str:
    """The kind of a line between paragraphs."""
    return _kinds(f"{STORY}\n\n{line}\n\n{STORY}")[4]


def _pieces(text: str) -> int:
    return len(split_fused(line_of(text, 0)))


def _dateline(head: str) -> bool:
    text = f"{head} - The ferry left the harbour."
    return read_dateline(text, (Block(0, len(text), "body"),)).end > 0


def _is_quoted(text: str) -> bool:
    return bool(find_quotes(text, (Block(0, len(text), "body"),)))


def _wrapped(last: str) -> bool:
    lines = (
        "The ferry left the old harbour",
        "of the town and came back late",
        "on the same day when all of the",
    )
    return len(read_lines("\n".join((*lines, "people were at home and the", last, "rain fell.")))) == 1


def _captioned(words: int, below: str) -> bool:
    """Whether a line between paragraphs is a picture's words, over another line."""
    line = " ".join(["Harbour"] * words)
    return _kinds(f"{STORY}\n\n{line}\n\n{below or line}\n\n{STORY}")[4] == "caption"


def _author(words: int) -> bool:
    text = f"Storm hits\n\nBy Jane {'Doe ' * words}\n\n{BODY * 3}"
    return bool(read_byline(text, split_blocks(text)).authors)


def _writer(words: int, paragraphs: int = 4) -> bool:
    story = "\n\n".join([BODY * 3] * paragraphs)
    return _kinds(f"By Jane Doe\n\n{story}\n\nJane Doe {'lives ' * words}here.")[-1] == "note"


LIMITS: dict[str, tuple[Callable[[int], bool], int, int]] = {
    # what holds, the last number with which it does, and the first with which it does not
    "a label of Thai is no sentence": (lambda size: not is_terminal("\u0e01" * size), 47, 48),
    "a label of Lao is no sentence": (lambda size: not is_terminal("\u0e81" * size), 47, 48),
    "a label of Thai behind a Latin letter": (lambda size: not is_terminal("A" + "\u0e01" * size), 46, 47),
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
    "a byline's date at the head of a line": (
        lambda size: _pieces(f"By Jane Doe{' ' * size}May 16, 2025 The ferry left the harbour at noon today.") == 2,
        97, 98,
    ),
    "a line that is cut at a seam": (
        lambda size: _pieces(f"By Jane Doe May 16, 2025 The ferry left the harbour at n{'o' * size}n.") == 2, 2942, 2943,
    ),
    "too few words behind a seam": (
        lambda words: _pieces(f"By Jane Doe May 16, 2025 The {'ferry ' * words}left.") == 1, 3, 4,
    ),
    "the longest line that was wrapped": (lambda size: _wrapped("x" + "y" * size), 129, 130),
    "too few breaks for wrapped lines": (
        lambda lines: len(read_lines("the ferry left the old harbour and came\n" * lines + "rain fell.")) > 1, 2, 3,
    ),
    "breaks that end a sentence in wrapped lines": (
        lambda lines: len(read_lines("\n".join(["the ferry left the old harbour"] * 3 + ["The ferry left the old harbour."] * lines))) == 1,
        4, 5,
    ),
    "a heading over standing text": (
        lambda words: _kinds(f"{STORY}\n\nAbout the {' '.join(['Harbour'] * words)}\n\n{BODY * 2}")[-1] == "note", 7, 8,
    ),
    "who wrote it, in words": (_writer, 57, 58),
    "paragraphs too few for a writer's note": (lambda paragraphs: not _writer(5, paragraphs), 2, 3),
    "a subheading": (lambda words: _between(f"The {'harbour ' * words}board") == "subheading", 10, 11),
    "a question over a part": (lambda words: _between(f"Will {'harbours ' * words}open?") == "subheading", 6, 7),
    "a subheading in marks": (lambda words: _between(f"'The {'harbour ' * words}board'") == "subheading", 2, 3),
    "a label at the foot": (lambda words: _kinds(f"{STORY}\n\nThe {'harbour ' * words}")[-1] == "subheading", 2, 3),
    "a question that is a heading": (lambda words: not _is_paragraph(_line(words, "?")), 13, 14),
    "a heading in the first third": (
        lambda at: _kinds("\n\n".join([BODY] * at + ["About the Harbour"] + [BODY] * (11 - at)))[-1] == "body", 3, 4,
    ),
    "too few words for a picture's words that stand twice": (lambda words: not _captioned(words, ""), 6, 7),
    "too few words for a picture's words over an agency": (lambda words: not _captioned(words, "Reuters"), 5, 6),
    "signs before the end of a picture's credit": (
        lambda size: _pieces(f"A {'x' * size} (Jane Doe/AFP) The ferry left the harbour at noon today.") == 2, 481, 482,
    ),
    "letters of a script among others": (lambda size: detect_language("\u3042" * 10 + "a" * size) == "ja", 39, 40),
    "letters of Persian among others": (lambda size: detect_language("\u067e\u0686" + "\u0431" * size) == "fa", 47, 48),
    "stray letters among Latin ones": (
        lambda size: language_score("the of the of the of " * 5 + "\u0431" * size) < 0.5, 14, 15,
    ),
    "names of an author": (_author, 6, 7),
    "how far a dateline is looked for": (lambda size: _dateline(f"OSLO{' ' * size}May 3, 2019"), 122, 123),
    "words of a place in capitals": (lambda words: _dateline(" ".join(["OSLO"] * words)), 6, 7),
    "letters too few for a place in capitals": (lambda size: not _dateline("O" * size), 2, 3),
    "a quotation in single marks": (lambda size: _is_quoted(f"‘The ferry {'x' * size} left.’ Roe said."), 682, 683),
    "words among which a language shows": (lambda words: detect_language("Harbour " * words + "the and of") == "en", 34, 35),
    "text in which a language is looked for": (
        lambda size: detect_language("x" * size + " der die und das ist nicht mit") == "de", 2992, 2993,
    ),
    "how far back a low mark is looked for": (lambda size: _is_german_close(f"„{'x' * size}“", 0, size + 1), 399, 400),
    "marks left behind a sentence": (lambda size: _only_marks('"' * size, 0, size), 6, 7),
    "marks before a sentence": (lambda size: _nothing_yet('"' * size, 0, size), 9, 10),
    "levels of a heading": (lambda level: read_lines("#" * level + " Storm")[0].level == level, 6, 7),
}  # fmt: skip


@pytest.mark.parametrize("name", LIMITS)
def test_it_holds_up_to_the_limit_and_not_beyond(name: str) -> None:
    holds, last, first = LIMITS[name]
    assert (holds(last), holds(first)) == (True, False)


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_the_level_of_its_signs(level: int) -> None:
    (line,) = read_lines("#" * level + " Storm ##")
    assert (line.markup, line.level, line.text, line.words) == ("heading", level, "Storm", 1)
