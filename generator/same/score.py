"""Two facts in, how nearly their texts are one out; and what speaks for a pair by itself, with its weights.

The weights were fitted once, by logistic regression on news sentences with known events; they are plain numbers in
``scorecard.json``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from ..fitted import Fitted, load_fitted
from .signature import Signature, once
from .words import STOPWORDS


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


_PASSAGE = 8  # meaningful words; fewer may stand in another sentence by chance
_GRACE = 0.05  # of a passage may be a lead-in ("This comes as ...")


@cache
def fitted() -> Fitted:
    """The numbers of this room."""
    return load_fitted(Path(__file__).with_name("scorecard.json"))


@cache
def pair_weights() -> tuple[float, Signals]:
    """Bias and weights of a pair by itself."""
    numbers = fitted()
    return numbers.number("signals_bias"), Signals(*numbers.row("signals", Signals._fields))


def verbatim(one: Signature, other: Signature) -> float:
    """How nearly two texts are one, 0 to 1.

    Token-set likeness alone calls every short sentence whose words stand somewhere in a long one the
    same; so it counts fully only as far as the shorter has most of the longer one's meaningful words.
    A longer text may add to what the shorter says, if it has the shorter's words in their order.
    """
    left, kept_left, set_left = _as_told(one)
    right, kept_right, set_right = _as_told(other)
    score = fuzz.token_set_ratio(left, right) / 100
    shorter, longer = sorted((len(kept_left), len(kept_right)))
    if not longer:
        return float(left == right)
    covered = len(set_left & set_right) / longer
    loose = score * min(1.0, 0.5 + covered)
    if shorter < _PASSAGE:
        return loose
    run = LCSseq.similarity(kept_left, kept_right) / shorter
    return float(max(loose, min(score, run + _GRACE)))


@once
def _as_told(signature: Signature) -> tuple[str, list[str], frozenset[str]]:
    """A text's folded words in one line; those of them that carry meaning, in order and each once."""
    words = [word.low for word in signature.words]
    kept = [word for word in words if word not in STOPWORDS]
    return " ".join(words), kept, frozenset(kept)
