"""What speaks for a pair of facts by itself, with its weights.

The weights were fitted once, by logistic regression on news sentences with known events; they are plain numbers in
``scorecard.json``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..fitted import Fitted, load_fitted


class Signals(NamedTuple):
    """What speaks for or against a pair by itself, each documented with an example."""

    cosine: float  # words shared, by rarity: "Almeida stops Vestergaard" / "Klitschko beats Thompson"
    shared: float  # log of the rarity of all that is shared: long texts that share much
    names_missing: float  # log of the names that each lacks of the other: "Reid" / "Lohan"
    no_name: float  # no name is shared
    no_action: float  # nothing but names is shared: two reports about one person
    leads: float  # cosine of the articles' leads: the two articles tell of one event
    lead_names: float  # log of the rarity of the names that the leads share
    strangers: float  # log of the names, on the side with fewer, that the other's article never has
    both_strange: float  # each side has such a name
    strange: float  # log of their rarity, on the lighter side
    known: float  # log of the rarity of shared names
    lead_share: float  # share of the poorer lead's names that the other has


@cache
def fitted() -> Fitted:
    """The numbers of this room."""
    return load_fitted(Path(__file__).with_name("scorecard.json"))


@cache
def pair_weights() -> tuple[float, Signals]:
    """Bias and weights of a pair by itself."""
    numbers = fitted()
    return numbers.number("signals_bias"), Signals(*numbers.row("signals", Signals._fields))
