"""Fitted numbers are used as they were fitted, or not at all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ChronofactError
from generator.fitted import Corpus, Json, fingerprint, load_fitted, write_fitted

PACKAGE = Path(__file__).parents[2] / "generator"
SHIPPED = [path for path in PACKAGE.rglob("*.json") if '"numbers":' in path.read_text("utf-8")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "worth.json"
    numbers: dict[str, Json] = {
        "bias": -1.5,
        "weights": {"length": 0.25, "names": 2},
        "questions": ["length 3: 0 1"],
    }
    write_fitted(
        path, [Corpus("letters", "ab")], "2026-01-02", "python -m benchmarks.fit", numbers, {"f1": 0.5}
    )
    return path


def test_what_was_written_is_read(path: Path) -> None:
    found = load_fitted(path)
    assert (found.corpora, found.date, found.measured) == (
        (Corpus("letters", "ab"),),
        "2026-01-02",
        {"f1": 0.5},
    )
    assert found.number("bias") == -1.5
    assert found.row("weights", ["names", "length"]) == (2.0, 0.25)
    assert found.lines("questions") == ("length 3: 0 1",)


def test_the_layout_of_the_file_is_no_difference(path: Path) -> None:
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")), indent=4), "utf-8")
    assert load_fitted(path).number("bias") == -1.5


def _set(*keys: str, to: object) -> Callable[[dict[str, Any]], None]:
    def change(item: dict[str, Any]) -> None:
        for key in keys[:-1]:
            item = item[key]
        item[keys[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_set("numbers", "bias", to=-1.4), "hash"),
        (_set("date", to="2026-01-03"), "hash"),
        (_set("corpora", to=[{"name": "diaries"}]), "hash"),
        (_set("sha256", to="0"), "hash"),
        (lambda item: item.pop("measured"), "missing"),
    ],
)
def test_numbers_that_nobody_fitted_are_refused(
    path: Path, change: Callable[[dict[str, Any]], None], why: str
) -> None:
    item = json.loads(path.read_text("utf-8"))
    change(item)
    path.write_text(json.dumps(item), "utf-8")
    with pytest.raises(ChronofactError, match=rf"worth\.json.*{why}.*Install Chronofact again"):
        load_fitted(path)


def test_a_broken_or_absent_file_is_refused(path: Path) -> None:
    path.write_text(path.read_text("utf-8")[:-9], "utf-8")
    with pytest.raises(ChronofactError, match="cannot be read"):
        load_fitted(path)
    with pytest.raises(ChronofactError, match="cannot be read"):
        load_fitted(path.with_name("nowhere.json"))


def test_numbers_for_other_evidence_are_refused(path: Path) -> None:
    found = load_fitted(path)
    with pytest.raises(ChronofactError, match="other evidence"):
        found.row("weights", ["names", "length", "verbs"])
    with pytest.raises(ChronofactError, match="'depth' is missing"):
        found.number("depth")
    with pytest.raises(ChronofactError, match="'weights' is no number"):
        found.number("weights")


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.name)
def test_shipped_numbers_say_where_they_come_from(shipped: Path) -> None:
    found = load_fitted(shipped)
    assert (
        found.corpora and found.date and found.script.startswith("python -m benchmarks.") and found.measured
    )
    item = json.loads(shipped.read_text("utf-8"))
    assert item["sha256"] == fingerprint(item)
