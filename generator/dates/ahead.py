"""A day named without its week or year in; how likely it lies ahead of the article's own, by a fitted model, out.

The rules of ``tense`` read the verbs; what kind of thing stands before the day they do not know ("before Tuesday's
vote", "after Monday's vote"). The model weighs the words around, their places and what the rules say. English alone:
``python -m benchmarks.fit_ahead`` learns from news whose own words tell the side ("May 3", "tomorrow", "last week").
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from ..fitted import likelihood, load_fitted
from ..language import english
from .tokens import Tokens

WEIGHTS = Path(__file__).with_name("ahead_en.json")
_LEFT, _RIGHT, _NEAR = 14, 10, 6  # tokens
_HEAD = 2
_ENDING, _LONG = 3, 5  # letters


@cache
def weights() -> Mapping[str, float]:
    """The fitted weight of each sign, read once."""
    return load_fitted(WEIGHTS).weights("weights")


def signs(tokens: Tokens, first: int, last: int, way: int, kind: str) -> Iterator[str]:
    """What tells the side of the time at ``first`` to ``last``; ``kind`` is what sort of time it is."""
    yield from ("B", f"w{way}", f"k{kind}")
    at = first - 2 if _word(tokens, first - 1) in english.article else first - 1
    before, earlier = _word(tokens, at), _word(tokens, at - 1)
    yield from (f"p{before}", f"q{earlier}", f"pq{earlier} {before}")
    yield from (f"a{_word(tokens, last)}", f"b{_word(tokens, last + 1)}")
    if first <= _HEAD:
        yield "h"
    for index in tokens.clause(range(first - 1, max(-1, first - 1 - _LEFT), -1)):
        word = _word(tokens, index)
        yield f"c{word}"
        if first - index <= _NEAR:
            yield f"l{word}"
        if len(word) >= _LONG:
            yield f"e{word[-_ENDING:]}"
    for index in tokens.clause(range(last, min(len(tokens.lows), last + _RIGHT))):
        yield f"r{_word(tokens, index)}"


def _word(tokens: Tokens, index: int) -> str:
    """A word as the model sees it: names, numbers and other days are all alike."""
    low = tokens.low(index)
    if not low:
        return "^" if index < 0 else "$"
    if tokens.tags[index] in "MWw":
        return "!d"
    if low[0].isdigit():
        return "!9"
    return "!N" if index and tokens.tags[index] == "x" and tokens.capital(index) else low


def chance_ahead(tokens: Tokens, first: int, last: int, way: int, kind: str) -> float:
    """How likely a time lies ahead of the article's own; ``way`` is what the rules say of it."""
    return likelihood(weights(), signs(tokens, first, last, way, kind))
