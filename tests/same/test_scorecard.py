"""The scorecard: every question is about known evidence, and stopping early changes no answer that matters."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from generator.same.evidence import Evidence
from generator.same.score import fitted, probability
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
    for _ in range(300):
        found = Evidence(*(dice.choice((0.0, dice.random(), 4 * dice.random())) for _ in Evidence._fields))
        full, stopped = card().bias + sum(ask(question, found) for question in QUESTIONS), log_odds(found)
        if stopped != pytest.approx(full):
            assert full <= stopped
            assert probability(stopped) < 0.08


def test_nothing_in_common_is_no_match() -> None:
    nothing = Evidence(*(0.0 for _ in Evidence._fields))
    assert probability(log_odds(nothing)) < 0.45
