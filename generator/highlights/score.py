"""A collection's evidence in, one score a day out: a weighted sum, its weights fitted by ``benchmarks/highlights.py``.

Each figure is first set against the other days of the same collection (mean 0, deviation 1), so that a
hundred articles and ten thousand are read alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from .evidence import FIGURES, Evidence

WEIGHTS: dict[str, float] = {
    "lead": 0.33,
    "near": 0.46,
    "past": -0.19,
    "later": 0.13,
    "later_subject": -0.03,
    "coverage": -0.05,
    "news": 0.3,
    "news_after": 0.05,
    "event": 0.05,
    "month": 0.46,
    "before": -0.32,
    "after": -0.08,
    "share": 0.37,
    "season": -0.24,
    "burst": 0.37,
}


def standardise(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """Columns with mean 0 and deviation 1; a column that says nothing becomes 0."""
    if not rows:
        return []
    scaled: list[list[float]] = []
    for column in zip(*rows, strict=True):
        mean = sum(column) / len(column)
        deviation = sqrt(sum((value - mean) ** 2 for value in column) / len(column))
        scaled.append([(value - mean) / deviation if deviation > 1e-9 else 0.0 for value in column])
    return [list(row) for row in zip(*scaled, strict=True)]


def score_days(evidence: Evidence, weights: Sequence[float] = ()) -> dict[int, float]:
    """The score of every candidate day."""
    used = weights or [WEIGHTS[name] for name in FIGURES]
    rows = standardise(evidence.figures)
    return {
        day: sum(weight * value for weight, value in zip(used, row, strict=True))
        for day, row in zip(evidence.days, rows, strict=True)
    }


def best_days(scores: dict[int, float], number: int) -> list[int]:
    """The ``number`` highest days in the order of time; of equals the earlier one."""
    ranked = sorted(scores, key=lambda day: (-round(scores[day], 9), day))
    return sorted(ranked[:number])
