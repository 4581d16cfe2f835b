"""Examples of signs in, the weight of each sign by logistic regression out."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

_RATE, _SEED, _LIMIT = 0.15, 3, 30.0


def descend(
    rows: Sequence[tuple[Sequence[str], bool, float]], count: Mapping[str, int], ridge: float, rounds: int
) -> dict[str, float]:
    """Weights by stochastic steps whose length each sign earns for itself.

    A row is its signs, whether it holds, and how much it counts; ``count`` says how many rows have a sign, every row
    one that is not in it. The ridge of a sign is paid once over all its rows.
    """
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-8)
    order, rng = list(range(len(rows))), random.Random(_SEED)
    for _ in range(rounds):
        rng.shuffle(order)
        for at in order:
            signs, holds, by = rows[at]
            total = max(-_LIMIT, min(_LIMIT, sum(weights[sign] for sign in signs)))
            miss = by * (1 / (1 + math.exp(-total)) - holds)
            for sign in signs:
                step = miss + ridge * weights[sign] / count.get(sign, len(rows))
                squares[sign] += step * step
                weights[sign] -= _RATE * step / math.sqrt(squares[sign])
    return dict(weights)
