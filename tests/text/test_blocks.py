"""Articles with every block's kind written before it; the files beside this one are the cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.byline import read_byline
from generator.text.blocks import split_blocks
from generator.text.furniture import furniture_kind, furniture_rules
from generator.text.lines import read_lines

FOLDER = Path(__file__).parent / "blocks"


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    kinds: tuple[tuple[str, str], ...]  # kind and words of every block
    byline: tuple[tuple[str, str], ...]


def read_cases(source: str) -> Iterator[Case]:
    """``=== name``, then ``kind| line``, ``+continuation`` or ``&kind| on the same line``, then ``? field: value``."""
    for part in re.split(r"(?m)^=== ", source)[1:]:
        name, *lines = part.split("\n")
        text: list[str] = []
        kinds: list[tuple[str, str]] = []
        byline: list[tuple[str, str]] = []
        for line in lines:
            if line.startswith("? "):
                field, _, value = line[2:].partition(":")
                byline.append((field, value.strip()))
            elif line.startswith("+"):
                text.append(line[1:])
                kinds[-1] = (kinds[-1][0], kinds[-1][1] + "\n" + line[1:])
            else:
                fused = line.startswith("&")
                kind, bar, words = line.removeprefix("&").partition("| ")
                if fused:
                    text[-1] += " " + words
                else:
                    text.append(words if bar else "")
                if bar:
                    kinds.append((kind, words))
        yield Case(name, "\n".join(text).rstrip("\n") + "\n", tuple(kinds), tuple(byline))


CASES = [case for file in sorted(FOLDER.glob("*.txt")) for case in read_cases(file.read_text("utf-8"))]
MARKUP = re.compile(r"^(?:#+ |[-*>] )+|^\*(?=\w)|\*$|(?<=\w) -$")


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25
    assert {kind for case in CASES for kind, _ in case.kinds} >= {
        "headline", "byline", "tags", "promo", "caption", "note", "subheading", "body",
    }  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_block_has_its_kind(case: Case) -> None:
    found = [(block.kind, case.text[block.start : block.end]) for block in split_blocks(case.text)]
    assert found == [(kind, MARKUP.sub("", words)) for kind, words in case.kinds]


@pytest.mark.parametrize("case", [case for case in CASES if case.byline], ids=lambda case: case.name)
def test_furniture_says_what_is_known(case: Case) -> None:
    byline = read_byline(case.text, split_blocks(case.text))
    shown = {
        "title": byline.title,
        "authors": "; ".join(byline.authors),
        "publisher": byline.publisher,
        "agency": byline.agency,
        "published": byline.published,
        "zone": byline.zone,
        "tags": "; ".join(byline.tags),
    }
    assert {field: shown[field] for field, _ in case.byline} == dict(case.byline)


@pytest.mark.parametrize("rule", furniture_rules(), ids=lambda rule: rule.name)
def test_every_rule_knows_its_example(rule) -> None:  # type: ignore[no-untyped-def]
    assert furniture_kind(read_lines(rule.example)[0], edge=True) == rule.kind


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('aA .!?\n"(#>-*©:,/é1|'), max_size=400))
def test_blocks_lie_in_order_inside_the_text_and_lose_no_word(text: str) -> None:
    blocks = split_blocks(text)
    ends = [0]
    for block in blocks:
        assert ends[-1] <= block.start < block.end <= len(text)
        ends.append(block.end)
    covered = "".join(text[block.start : block.end] for block in blocks)
    assert sum(char.isalpha() for char in covered) == sum(char.isalpha() for char in text)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "a/",
        "by A ",
        "photo (",
        '"',
        "#",
        "\n",
        "a, ",
        "x.\n",
        "((AFP / ",
        "1 May 2020 ",
        "By A, ",
        "A | ",
        "© ",
        "a - ",
        "2020-01-01 ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert read_byline(text, split_blocks(text)) is not None
