"""Where the sentence proper begins behind a dateline, and where there is none."""

from __future__ import annotations

import pytest

from generator.model import Block
from generator.text.dateline import Dateline, read_dateline


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("OSLO, May 3 (Reuters) — ", "OSLO"),
        ("OSLO/BERGEN (Reuters) -", "OSLO/BERGEN"),
        ("NORVIK (Tolm Wire) - ", "NORVIK"),
        ("NORVIK, Tolmland (Harbour Press) -- ", "NORVIK, Tolmland"),
        ("NORVIK /HarbourWire/ -- ", "NORVIK"),
        ("NORVIK – ", "NORVIK"),
        ("NORVIK —", "NORVIK"),
        ("ULM an Donau – ", "ULM an Donau"),
        ("NORVIK (Tolm/AFP) - ", "NORVIK"),
        ("NORVIK— ", "NORVIK"),
        ("NORVIK (Tolm Wire)–", "NORVIK"),
        ("NORVIK, Tolmland, 3 de mayo (Tolm Wire) - ", "NORVIK, Tolmland"),
        ("NORVIK, Tolmland: ", "NORVIK, Tolmland"),
        ("NORVIK, May 3. /HARBOUR/. ", "NORVIK"),
    ],
)
def test_a_dateline(head: str, place: str) -> None:
    text = f"{head}Nine people were killed on Monday."
    found = read_dateline(text, [Block(0, len(text), "body")])
    assert (found.place, found.end) == (place, len(head))


@pytest.mark.parametrize(
    "text",
    [
        "NATO (the alliance) - said on Monday that it would stay.",
        "The bridge (Tolm Bridge) - a wreck - fell on Monday.",
        "The mayor: nobody was hurt.",
        "Jane Roe said: nobody was hurt.",
        "UN (Rome) - a wreck of 1950 - sank.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert read_dateline(text, [Block(0, len(text), "body")]).end == 0


def test_no_body_has_no_dateline() -> None:
    text = "NORVIK – Nine people were killed."
    assert read_dateline(text, [Block(0, len(text), "headline")]) == read_dateline("", []) == Dateline()


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("OSLO, May 3 (Reuters) — ", ("OSLO", "", 5, 3, "Reuters")),
        ("OSLO, 3 May 2024 (Reuters) — ", ("OSLO", "2024-05-03", 0, 0, "Reuters")),
        ("OSLO, 3 May – ", ("OSLO", "", 5, 3, "")),
    ],
)
def test_what_a_dateline_tells(head: str, told: tuple[str, str, int, int, str]) -> None:
    text = f"News\n\n{head}Nine people were killed on Monday."
    found = read_dateline(text, [Block(0, 4, "headline"), Block(6, len(text), "body")])
    assert (found.place, found.day, found.month, found.day_of_month, found.agency) == told
    assert (found.start, found.end) == (6, 6 + len(head))
