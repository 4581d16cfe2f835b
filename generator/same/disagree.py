"""Pairs that only a veto keeps apart in, disagreements about number, date, actor or denial out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from ..model import Disagreement
from .veto import Veto

LIKE = 0.6  # verbatim likeness from which two texts are about the same thing
DISPUTED: tuple[Literal["number", "date", "who", "denial"], ...] = ("number", "date", "who", "denial")


def find_disagreements(
    disputes: Iterable[tuple[str, str, int]], veto_of: Callable[[int], Veto]
) -> tuple[Disagreement, ...]:
    """Each dispute once, in the order of the facts; a dispute is the ids of two and where their veto stands."""
    found: dict[tuple[str, str], Disagreement] = {}
    for left, right, place in disputes:
        if (left, right) not in found:
            veto = veto_of(place)
            about = next(reason for reason in DISPUTED if reason == veto.about)
            found[left, right] = Disagreement((left, right), about, veto.values)
    return tuple(found.values())
