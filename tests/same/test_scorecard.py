"""The scorecard: every question is about known evidence, and stopping early changes no answer that matters."""

from __future__ import annotations

import random

from generator.facts.same.evidence import Evidence
from generator.facts.same.score import probability
from generator.facts.same.scorecard import BIAS, QUESTIONS, log_odds


def ask_all(found: Evidence) -> float:
    """The points without stopping early."""
    total = BIAS
    for ask in QUESTIONS:
        signal, edge, low, high = ask.below if found[ask.signal] <= ask.edge else ask.above
        total += low if found[signal] <= edge else high
    return total


def test_every_question_reads() -> None:
    assert len(QUESTIONS) == 200
    for ask in QUESTIONS:
        for signal in (ask.signal, ask.below[0], ask.above[0]):
            assert 0 <= signal < len(Evidence._fields)


def test_stopping_early_is_only_for_the_hopeless() -> None:
    dice = random.Random(7)
    for _ in range(300):
        found = Evidence(*(dice.choice((0.0, dice.random(), 4 * dice.random())) for _ in Evidence._fields))
        full, asked = ask_all(found), log_odds(found)
        if asked != full:
            assert full <= asked
            assert probability(asked) < 0.08


def test_nothing_in_common_is_no_match() -> None:
    nothing = Evidence(*(0.0 for _ in Evidence._fields))
    assert probability(log_odds(nothing)) < 0.45
