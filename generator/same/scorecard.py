"""What speaks for and against pairs of facts in, the log odds that each reports one event out.

Three hundred small questions, each worth some points: "leads 0.225: 0.027 0.141" gives 0.027 where the
evidence called leads is at most 0.225, and 0.141 where it is more; a question in brackets is asked only
on that side. ``benchmarks/fit_same.py`` fits the points on news with known events and writes them into
``scorecard.json``; no library is needed to use them. ``Evidence`` says what each name means;
``benchmarks/same.py`` shows what each is worth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from .arrays import Floats
from .evidence import Evidence
from .score import fitted


class Question(NamedTuple):
    """An edge of a signal; each side gives points or asks on."""

    signal: int
    edge: float
    below: Question | float
    above: Question | float


def read_table(lines: Sequence[str]) -> tuple[Question, ...]:
    """The questions of a table, one a line."""
    questions = []
    for line in lines:
        found = _read(iter(line.replace(":", " ").replace("]", " ").replace("[", " ").split()))
        assert isinstance(found, Question)
        questions.append(found)
    return tuple(questions)


def _read(words: Iterator[str]) -> Question | float:
    """The points or the question that comes next: each question is followed by its two sides."""
    word = next(words)
    if word in _PLACE:
        return Question(_PLACE[word], float(next(words)), _read(words), _read(words))
    return float(word)


_PLACE = {name: at for at, name in enumerate(Evidence._fields)}

_ROUND = 20  # questions asked between two looks at whether the pair can still come anywhere
_HOPELESS = -2.5  # log odds; a pair below is never more than a small weight in a group's average


# Evidence and the points so far in, the points with those of a round's questions out.
Round = Callable[[Any, Any], Any]
Rounds = tuple[tuple[float, Round], ...]


def in_rounds(questions: tuple[Question, ...]) -> Rounds:
    """The questions in rounds, each with the most points that it and all later ones can give."""
    rounds = [questions[at : at + _ROUND] for at in range(0, len(questions), _ROUND)]
    best = [sum(_most(question) for question in part) for part in rounds]
    return tuple((sum(best[at:]), _compiled(part)) for at, part in enumerate(rounds))


def _compiled(questions: Sequence[Question]) -> Round:
    """The questions as one expression: three hundred are asked of every pair, and nothing else is as fast."""
    points = " + ".join(map(_expression, questions))
    names = ", ".join(f"e{at}" for at in range(len(Evidence._fields)))
    space: dict[str, Any] = {"where": np.where}
    exec(f"def ask(found, total):\n    {names} = found\n    return total + {points}", space)
    ask: Round = space["ask"]
    return ask


def _expression(side: Question | float) -> str:
    """Numbers and the names of signals, nothing else: what is read from a file is made a number first."""
    if not isinstance(side, Question):
        return repr(float(side))
    below, above = _expression(side.below), _expression(side.above)
    return f"where(e{int(side.signal)} <= {float(side.edge)!r}, {below}, {above})"


def _most(side: Question | float) -> float:
    return max(_most(side.below), _most(side.above)) if isinstance(side, Question) else side


@dataclass(frozen=True, slots=True)
class Card:
    """The log odds to start from and all questions, in rounds."""

    bias: float
    rounds: Rounds


def make_card(bias: float, questions: tuple[Question, ...]) -> Card:
    """A card of any questions."""
    return Card(bias, in_rounds(questions))


@cache
def card() -> Card:
    """The card that was fitted."""
    numbers = fitted()
    return make_card(numbers.number("bias"), read_table(numbers.lines("questions")))


def log_odds(found: Floats, hopeless: float = _HOPELESS) -> Floats:
    """The points of all questions together for pairs, a row of ``Evidence`` each.

    A pair that cannot reach ``hopeless`` is not asked to the end.
    """
    parts = [_points(found[at : at + _AT_ONCE], hopeless) for at in range(0, len(found), _AT_ONCE)]
    return np.concatenate([np.zeros(0), *parts])


_AT_ONCE = 4096  # pairs: so many columns of a few thousand stay near the processor


def _points(found: Floats, hopeless: float) -> Floats:
    columns, left = np.ascontiguousarray(found.T), np.arange(len(found))
    total, points = np.empty(len(found)), np.full(len(found), card().bias)
    for hope, ask in card().rounds:
        stopped = points + hope < hopeless
        if stopped.any():
            total[left[stopped]] = points[stopped] + hope
            columns, left, points = columns[:, ~stopped], left[~stopped], points[~stopped]
        points = ask(columns, points)
    total[left] = points
    return total
