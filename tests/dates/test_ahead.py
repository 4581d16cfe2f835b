"""The model that weighs on which side a bare day lies: what it sees, and that it is the same everywhere."""

from __future__ import annotations

import pytest

from generator.dates.ahead import WEIGHTS, chance_ahead, signs, weights
from generator.dates.lexicon import lexicon
from generator.dates.tense import direction
from generator.dates.tokens import Tokens, tokenize
from generator.fitted import load_fitted


def _tokens(text: str) -> tuple[Tokens, int]:
    tokens = tokenize(text, 0, len(text), lexicon("en"))
    return tokens, next(at for at, tag in enumerate(tokens.tags) if tag in "Ww")


def _chance(text: str, kind: str = "wd3") -> float:
    tokens, at = _tokens(text)
    return chance_ahead(tokens, at, at + 1, direction(tokens, at, at + 1), kind)


@pytest.mark.parametrize("event", ["vote", "hearing", "summit", "funeral", "derby"])
def test_what_is_prepared_and_what_is_over(event: str) -> None:
    ahead = _chance(f"Both sides are preparing for the {event} on Saturday.")
    assert ahead > 0.6 > 0.4 > _chance(f"Ten people were hurt in the {event} on Saturday.", "wd5")


def test_a_day_that_is_near_ahead_is_likelier_ahead() -> None:
    text = "The row over Saturday's vote goes on."
    assert _chance(text, "wd1") > _chance(text, "wd6")


def test_names_and_numbers_are_no_signs() -> None:
    one, at = _tokens("Later Anna Reed asked 14 people on Monday.")
    two, _ = _tokens("Later Bela Holt asked 99 people on Friday.")
    assert set(signs(one, at, at + 1, -1, "wd3")) == set(signs(two, at, at + 1, -1, "wd3"))


def test_what_stands_in_parentheses_is_passed_over() -> None:
    tokens, at = _tokens("The roof fell in (see the picture) on Sunday.")
    seen = set(signs(tokens, at, at + 1, -1, "wd3"))
    assert "cfell" in seen and "cpicture" not in seen


def test_the_numbers_name_what_they_were_fitted_on() -> None:
    fitted = load_fitted(WEIGHTS)
    assert fitted.script == "python -m benchmarks.fit_ahead"
    assert all(corpus.sha256 for corpus in fitted.corpora)
    assert len(weights()) > 1000
