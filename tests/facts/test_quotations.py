"""Every case of the quotation tables is read as it says; unsupported ones stand there as unsupported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.facts.attribution import find_attributions
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = [
    case
    for table in sorted(HERE.glob("quotations_*.yaml"))
    for case in yaml.load(table.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
]


def _read(case: dict[str, Any]) -> list[dict[str, Any]]:
    from generator.model import Block

    text = case["text"].rstrip("\n")
    lang = case.get("lang", "en")
    blocks = split_blocks(text)
    if case.get("kind") != "headline":
        blocks = tuple(Block(block.start, block.end, "body") for block in blocks)
    sentences = split_sentences(text, blocks, lang)
    # Stances are no speech; they have cases of their own in test_stances.py.
    found = [a for a in find_attributions(text, sentences, blocks, lang) if a.form != "stance"]
    outer = [
        a
        for a in found
        if not any(
            b is not a and b.start <= a.start and a.end <= b.end and b.start <= a.cue_start < b.end
            for b in found
        )
    ]
    return [
        {
            "words": text[a.start : a.end],
            "speaker": a.speaker,
            "via": a.via,
            "anonymous": a.anonymous,
            "denied": a.denied,
        }
        for a in outer
        if a.form != "act" or case.get("act") or case["name"] in ("called for", "urged", "denied an object")
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_who_said_what(case: dict[str, Any]) -> None:
    expected = [{"via": "", "anonymous": False, "denied": False, **row} for row in case["said"]]
    if "unsupported" in case:
        if _read(case) != expected:
            pytest.xfail(case["unsupported"])
        pytest.fail("this case is supported now: take the mark off")
    assert _read(case) == expected


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120


def test_names_of_cases_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))
