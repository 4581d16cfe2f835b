"""Many times in the gap of one sentence, one sentence after the other: what is read of each.

The table shows where a word or a verb turns a reading; what is wrong in it stands there so that it is seen to change.

``python -m tests.dates.test_frames`` writes what is read now into the table: look at the difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.dates import resolve_dates
from generator.model import Block, Published
from generator.text.sentences import split_sentences

TABLE = Path(__file__).with_name("frames.txt")


@dataclass(frozen=True)
class Frame:
    """A sentence with a gap, the language and day it is read with, and the times that fill the gap."""

    lang: str
    day: str
    fillers: tuple[str, ...]
    text: str
    found: str


def frames() -> Iterator[Frame]:
    """The sentences of the table."""
    lang = day = text = ""
    fillers: tuple[str, ...] = ()
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("  "):
            yield Frame(lang, day, fillers, text, line[2:])
        elif line.startswith("@"):
            lang, day, *words = line[1:].split(maxsplit=2)
            fillers = tuple(words[0].split(" | "))
        elif line and not line.startswith("#"):
            text = line


def read(frame: Frame) -> str:
    """What is read of the sentence with each filler: day and role of every time, ``-`` where none is found."""
    told = []
    for filler in frame.fillers:
        text = frame.text.replace("{}", filler)
        blocks = (Block(0, len(text), "body"),)
        sentences = split_sentences(text, blocks, frame.lang)
        found = resolve_dates(
            text, sentences, blocks=blocks, published=Published(frame.day, "metadata"), lang=frame.lang
        )
        values = (one.timex if one.type == "TIME" or not one.edtf else one.edtf for one in found)
        told.append(
            "+".join(f"{value}:{one.role}".rstrip(":") for value, one in zip(values, found, strict=True))
            or "-"
        )
    return " | ".join(told)


@pytest.mark.parametrize("frame", list(frames()), ids=lambda frame: f"{frame.text[:50]} {frame.fillers[0]}")
def test_a_sentence(frame: Frame) -> None:
    assert read(frame) == frame.found


if __name__ == "__main__":
    told = iter([read(frame) for frame in frames()])
    lines = TABLE.read_text("utf-8").splitlines()
    TABLE.write_text(
        "\n".join(f"  {next(told)}" if line.startswith("  ") else line for line in lines) + "\n", "utf-8"
    )
