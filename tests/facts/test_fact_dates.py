"""Which of the times a sentence mentions is the fact's, by the case table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from .reading_case import read_text

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "fact_dates.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_date_of_what_happened(case: dict[str, Any]) -> None:
    found = [
        fact.date
        for fact in read_text(
            case["text"],
            case.get("published", "2019-06-12"),
            lang=case.get("lang", "en"),
            body="blocks" not in case,
        ).facts
    ]
    if "unsupported" in case:
        assert found != case["dates"], "this case is supported now: take the mark off"
        pytest.xfail(case["unsupported"])
    assert found == case["dates"]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
