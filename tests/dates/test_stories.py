"""Short stories with every time they tell of, in full: value, day, rule, what it was counted from and what it does.

``python -m tests.dates.test_stories`` writes what is read now into the table: look at the difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.dates import resolve_dates
from generator.model import Block, Published
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences


@dataclass(frozen=True)
class Row:
    """A story with its language and day, and what is found in it."""

    lang: str
    day: str
    text: str
    found: str


def rows(table: str) -> Iterator[Row]:
    """The stories of a table."""
    lang = day = text = ""
    for line in Path(__file__).with_name(f"{table}.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            yield Row(lang, day, text, line[2:])
        elif line.startswith("@"):
            lang, _, day = line[1:].strip().partition(" ")
        elif line and not line.startswith("#"):
            text = line


def read(row: Row) -> str:
    """Every time of a story, one after the other."""
    text = row.text.replace(" ¶ ", "\n\n")
    blocks = tuple(Block(one.start, one.end, "body") for one in split_blocks(text))
    published = Published(row.day, "metadata") if row.day else Published()
    sentences = split_sentences(text, blocks, row.lang)
    found = resolve_dates(text, sentences, blocks=blocks, published=published, lang=row.lang)
    return (
        " || ".join(
            " / ".join(
                (
                    one.words,
                    f"{one.type} {one.timex} {one.mod}".strip(),
                    one.edtf or "-",
                    one.rule,
                    " ".join(filter(None, (one.basis, one.anchor, one.anchor_basis, one.role))),
                )
            )
            for one in found
        )
        or "none"
    )


@pytest.mark.parametrize("row", list(rows("stories")), ids=lambda row: row.text[:60])
def test_a_story(row: Row) -> None:
    assert read(row) == row.found


if __name__ == "__main__":
    table = Path(__file__).with_name("stories.txt")
    told = iter([read(row) for row in rows("stories")])
    lines = table.read_text("utf-8").splitlines()
    kept = [f"  {next(told)}" if line.startswith("  ") else line for line in lines]
    table.write_text("\n".join(kept) + "\n", "utf-8")
