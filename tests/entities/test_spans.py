"""What may be names in a sentence, each with all that its neighbours tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.entities.spans import find_spans


def rows(table: str) -> Iterator[tuple[str, str, str]]:
    """Language, text and what is read of it, of each case in a table."""
    lang = text = ""
    for line in Path(__file__).with_name(f"{table}.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            yield lang, text, line[2:]
        elif line.startswith("@"):
            lang = line[1:].strip()
        elif line and not line.startswith("#"):
            text = line


def read(lang: str, text: str) -> str:
    """The names of a text, one after the other."""
    found = (
        (
            f"{one.name} / {one.kind or 'unknown'}",
            *(
                word
                for word, holds in (("sure", one.sure), ("opens", one.opening), ("office", one.office))
                if holds
            ),
        )
        for one in find_spans(text, lang)
    )
    return " || ".join(map(" ".join, found)) or "none"


@pytest.mark.parametrize(("lang", "text", "found"), list(rows("spans")))
def test_names(lang: str, text: str, found: str) -> None:
    assert read(lang, text) == found
