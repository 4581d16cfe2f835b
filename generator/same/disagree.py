"""Pairs that only a veto keeps apart in, disagreements about number, date, actor or denial out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Disagreement
from .cluster import Pair
from .veto import Veto

_LIKE = 0.6  # verbatim likeness from which two texts are about the same thing


def find_disagreements(
    verbatim: Mapping[Pair, float], vetoes: Mapping[Pair, Veto], home: Mapping[int, int], names: Sequence[str]
) -> tuple[Disagreement, ...]:
    """Each dispute once, in the order of the facts."""
    found: dict[tuple[str, str], Disagreement] = {}
    for pair, veto in sorted(vetoes.items()):
        if veto.about not in ("number", "date", "who", "denial") or verbatim.get(pair, 0.0) < _LIKE:
            continue
        if pair[0] not in home or pair[1] not in home:
            continue  # a headline of no fact
        left, right = names[home[pair[0]]], names[home[pair[1]]]
        if left != right and (left, right) not in found:
            found[left, right] = Disagreement((left, right), veto.about, veto.values)
    return tuple(found.values())
