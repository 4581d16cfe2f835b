"""What may be names in a sentence, each with all that its neighbours tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.entities.spans import find_spans
from generator.values import replace


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


@pytest.mark.parametrize(("lang", "text", "_"), list(rows("spans")))
def test_a_name_stands_where_it_says(lang: str, text: str, _: str) -> None:
    names = list(find_spans(text, lang))
    assert [text[one.start : one.end].replace(". ", " ") for one in names] == [one.name for one in names]
    behind = [replace(one, start=one.start + 4, end=one.end + 4) for one in names]
    assert list(find_spans(f"Ann {text} Ann", lang, 4, len(text) + 4)) == behind
