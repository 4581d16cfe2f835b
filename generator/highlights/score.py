"""A collection's evidence in, one score a day out: a weighted sum, its weights fitted by ``benchmarks/highlights.py``.

Each figure is first set against the other days of the same collection (mean 0, deviation 1), so that a
hundred articles and ten thousand are read alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from types import MappingProxyType

from .evidence import FIGURES, Evidence

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "lead": 0.31,
        "near": 0.26,
        "looked_back": 0.19,
        "month": 0.40,
        "event": 0.21,
        "talk": -0.10,
        "news": 0.29,
        "news_after": 0.07,
        "share": 0.33,
        "peak": 0.12,
        "burst": 0.30,
        "season": -0.29,
        "before": -0.22,
        "echo": -0.25,
        "anniversary": -0.13,
    }
)


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


def ranked_days(scores: Mapping[int, float]) -> list[int]:
    """The days from the highest to the lowest; of equals the earlier one first."""
    return sorted(scores, key=lambda day: (-round(scores[day], 9), day))
