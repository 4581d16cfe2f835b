"""The table of pairs: what merges, what stays apart, and what is shown as a disagreement."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Settings
from generator.model import Fact
from generator.same import merge_facts

from .build import articles_of, make_fact

CASES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)


def read_pair(case: dict[str, Any]) -> tuple[Fact, Fact]:
    """The two facts of a case."""
    made = []
    for side in ("a", "b"):
        fields = {key[2:]: value for key, value in case.items() if key.startswith(side + "_")}
        fields.setdefault("anonymous", case.get("anonymous", False))
        fields.setdefault("basis", case.get("basis", "published"))
        if side == "b" and case.get("not_same"):
            fields["not_same_as"] = ("a",)
        made.append(make_fact(side, case[side], **fields))
    return made[0], made[1]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_pair(case: dict[str, Any]) -> None:
    one, other = read_pair(case)
    merged = merge_facts([one, other], articles_of(one, other), Settings())
    assert len(merged.facts) == {"one": 1, "two": 2}[case["want"]]
    assert [dispute.about for dispute in merged.disagreements] == ([case["about"]] if "about" in case else [])
    for dispute in merged.disagreements:
        assert len(dispute.values) == len(dispute.facts) == 2
        for fact in merged.facts:
            assert set(dispute.facts) == {fact.id, *fact.disagrees_with}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_pair_in_other_order(case: dict[str, Any]) -> None:
    one, other = read_pair(case)
    articles = articles_of(one, other)
    forth = merge_facts([one, other], articles, Settings())
    back = merge_facts([other, one], articles, Settings())
    assert {fact.id: fact for fact in forth.facts} == {fact.id: fact for fact in back.facts}


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40
