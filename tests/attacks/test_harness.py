"""A short run of each harness in every test run; ``make storm`` runs them long, before a release."""

from __future__ import annotations

import os

import pytest

from . import storm
from .faults import strike_all


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
@pytest.mark.parametrize(
    ("how", "names"),
    [
        ("kill", ("add again", "check", "merge", "render again", "export again", "build again")),
        ("full", ("render again", "build again")),
    ],
)
def test_commands_struck_at_a_random_step_leave_every_file_whole(how: str, names: tuple[str, ...]) -> None:
    outcomes = list(strike_all(1, how, seed=5, only=names))
    assert {one.case: one.problems for one in outcomes if one.problems} == {}
    assert len(outcomes) >= len(names) and all(one.struck for one in outcomes)


def test_a_storm_of_edits_over_every_kind_of_file() -> None:
    assert storm.storm(15, seed=4) == []


class Noticed(Exception):
    """That was all that was to be seen."""


def test_the_storm_notices_a_memory_that_keeps_corrections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.add._as_read", lambda article, *_: article)

    def look(_done: int, found: list[str]) -> None:
        if any("typed and lost" in one for one in found):
            raise Noticed

    # as it was once: what a person made of a record passes for the machine's own reading
    with pytest.raises(Noticed):
        storm.storm(30, seed=6, progress=look)
