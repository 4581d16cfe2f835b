"""Texts with all names that are proposed for them, and where each stands; see ``test_spans`` for the names alone.

``python -m tests.entities.test_readings`` writes what is read now into this table and that one: look at the
difference before it is kept.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.entities import Linker, propose_entities
from tests.reading_tables import write_anew

from . import test_spans

TABLE = "readings"


def read(lang: str, row: str) -> str:
    """Those proposed, with id, kind and further spellings; then each mention of one; then those of two mentions."""
    text = row.replace(" ¶ ", "\n\n")
    found = propose_entities([text], lang=lang, model=False)
    often = propose_entities([text], lang=lang, model=False, mentions=2)
    proposed = (
        f"{one.name} / {one.id} {one.kind}" + "".join(f" = {name}" for name in one.aliases) for one in found
    )
    stand = (f"{text[one.start : one.end]} {one.entity}" for one in Linker(found).find(text))
    return " || ".join((", ".join(proposed), ", ".join(stand), ", ".join(one.id for one in often)))


READERS = {"spans": test_spans.read, TABLE: read}


@pytest.mark.parametrize(("lang", "text", "found"), list(test_spans.rows(TABLE)))
def test_names(lang: str, text: str, found: str) -> None:
    assert read(lang, text) == found


if __name__ == "__main__":
    for name, reader in READERS.items():
        write_anew(
            Path(__file__).with_name(f"{name}.txt"), lambda lang, text, read=reader: [read(lang, text)]
        )
