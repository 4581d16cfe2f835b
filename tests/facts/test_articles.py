"""Invented articles of other kinds, places and years, read whole against what an editor reads in them."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.facts.extract import FactReading

from .reading_case import read_text

HERE = Path(__file__).parent / "articles"
NAMES = sorted(path.stem for path in HERE.glob("*.yaml"))


def _article(name: str) -> tuple[dict[str, Any], FactReading, str]:
    expected = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return expected, read_text(text, expected["published"], body=False), text


@pytest.mark.parametrize("name", NAMES)
def test_facts(name: str) -> None:
    expected, found, _ = _article(name)
    wrong: list[str] = []
    for row in expected["facts"]:
        facts = [fact for fact in found.facts if fact.sources[0].quote.startswith(row["starts"])]
        if len(facts) != 1:
            wrong.append(f"{row['starts']}: {len(facts)} facts")
            continue
        got = facts[0]
        for field in ("date", "speaker", "via", "anonymous", "kind", "denied", "text"):
            if field in row and getattr(got, field) != row[field]:
                wrong.append(f"{row['starts']}: {field} {getattr(got, field)!r}, not {row[field]!r}")
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_expected(name: str) -> None:
    expected, found, _ = _article(name)
    starts = [row["starts"] for row in expected["facts"]]
    assert [f.text for f in found.facts if not f.sources[0].quote.startswith(tuple(starts))] == []


@pytest.mark.parametrize("name", NAMES)
def test_quotations_are_attached(name: str) -> None:
    expected, found, _ = _article(name)
    for row in expected.get("attached", ()):
        held = [
            fact for fact in found.facts if any(row["quote"] in source.quote for source in fact.sources[1:])
        ]
        assert [fact.sources[0].quote.startswith(row["to"]) for fact in held] == [True], row["quote"]


@pytest.mark.parametrize("name", NAMES)
def test_skipped_in_the_body(name: str) -> None:
    expected, found, text = _article(name)
    furniture = ("is a", "is an", "is the", "is promotion")
    skipped = [text[s.start : s.end] for s in found.skipped if not s.reason.startswith(furniture)]
    assert skipped == expected["skipped"]


@pytest.mark.parametrize("name", NAMES)
def test_every_body_sentence_is_somewhere(name: str) -> None:
    _, found, text = _article(name)
    spans = [(s.start, s.end) for fact in found.facts for s in fact.sources]
    spans += [(s.start, s.end) for s in found.skipped]
    covered = sorted(set(spans))
    between = [text[a[1] : b[0]].strip() for a, b in itertools.pairwise(covered) if a[1] < b[0]]
    assert "".join(between) == ""
