"""The scorecard: every question is about known evidence, and stopping early changes no answer that matters."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import pytest

from generator.same.bulk import probabilities
from generator.same.evidence import Evidence
from generator.same.score import fitted
from generator.same.scorecard import Question, card, log_odds, read_table

QUESTIONS = read_table(fitted().lines("questions"))


def ask(side: Question | float, found: Evidence) -> float:
    """The points that a question gives."""
    if not isinstance(side, Question):
        return side
    return ask(side.below if found[side.signal] <= side.edge else side.above, found)


def asked(side: Question | float) -> Iterator[int]:
    """Every signal that a question asks about."""
    if isinstance(side, Question):
        yield side.signal
        yield from asked(side.below)
        yield from asked(side.above)


def test_every_question_reads() -> None:
    assert len(QUESTIONS) == 300
    assert {at for question in QUESTIONS for at in asked(question)} <= set(range(len(Evidence._fields)))


def test_a_line_of_the_table_is_a_question() -> None:
    (question,) = read_table(["leads 0.2: -0.1 [story 3: 0.05 [cosine 0.5: 0 0.2]]"])
    nothing = Evidence(*(0.0 for _ in Evidence._fields))
    assert ask(question, nothing) == -0.1
    assert ask(question, nothing._replace(leads=0.3)) == 0.05
    assert ask(question, nothing._replace(leads=0.3, story=4.0, cosine=0.6)) == 0.2
    with pytest.raises(ValueError, match="nonsense"):
        read_table(["leads 0.2: -0.1 nonsense"])


def test_stopping_early_is_only_for_the_hopeless() -> None:
    dice = random.Random(7)
    rows = [
        Evidence(*(dice.choice((0.0, dice.random(), 4 * dice.random())) for _ in Evidence._fields))
        for _ in range(300)
    ]
    for found, stopped in zip(rows, log_odds(np.array(rows)), strict=True):
        full = card().bias + sum(ask(question, found) for question in QUESTIONS)
        if stopped != pytest.approx(full):
            assert full <= stopped
            assert probabilities(stopped) < 0.08


def test_nothing_in_common_is_no_match() -> None:
    nothing = np.zeros((1, len(Evidence._fields)))
    assert probabilities(log_odds(nothing))[0] < 0.45
