"""Two facts of a collection in, what speaks for their being the same out: signals, odds, verbatim likeness.

First each pair is judged by itself (``SIGNALS``). That shows what company a fact keeps (``Company``): two
reports of one event resemble the same other reports, two look-alike events do not, however many words they
share. The scorecard then judges by both. The weights were fitted once, by logistic regression on news
sentences with known events; they are plain numbers in ``scorecard.json``, no library is needed to use them.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from ..fitted import Fitted, load_fitted
from .signature import Collection, Signature, once
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


class Company(NamedTuple):
    """How a pair stands among all that resembles either fact."""

    agreement: float  # correlation of whom each resembles
    common: float  # log of the resemblance that both have to others
    smaller: float  # log of the resemblance the more lonely one has to all others
    larger: float  # the same of the other: a general sentence resembles everything
    size: int = 0  # how many others the two resemble: too few, and company says nothing


_FLOOR = 0.15  # below this a resemblance is noise and does not count as company
_PASSAGE = 8  # meaningful words; fewer may stand in another sentence by chance
_GRACE = 0.05  # of a passage may be a lead-in ("This comes as ...")
_CIRCLE = 0.05  # from here on somebody belongs to the circle over which agreement is measured


def signals(collection: Collection, one: Signature, other: Signature) -> Signals:
    """The pair by itself."""
    both = one.terms & other.terms
    names = one.names & other.names
    length = one.length * other.length
    left = one.names - other.terms - other.lead_names
    right = other.names - one.terms - one.lead_names
    leads, poorer = _leads(collection, one, other)
    return Signals(
        cosine=collection.length(both) ** 2 / length if length else 0.0,
        shared=math.log1p(collection.weigh(both)),
        names_missing=math.log1p(min(len(one.names - other.names), len(other.names - one.names))),
        no_name=float(not names),
        no_action=float(not one.actions & other.actions),
        leads=_lead_likeness(collection, one, other),
        lead_names=math.log1p(leads),
        strangers=math.log1p(min(len(left), len(right))),
        both_strange=float(bool(left and right)),
        strange=math.log1p(min(collection.weigh(left), collection.weigh(right))) if left and right else 0.0,
        known=math.log1p(collection.weigh(names)),
        lead_share=leads / max(1e-9, poorer),
    )


def odds(found: Signals) -> float:
    """The log odds that the signals give by themselves."""
    bias, weights = pair_weights()
    return float(bias + sum(map(operator.mul, found, weights)))


@cache
def fitted() -> Fitted:
    """The numbers of this room."""
    return load_fitted(Path(__file__).with_name("scorecard.json"))


@cache
def pair_weights() -> tuple[float, Signals]:
    """Bias and weights of a pair by itself."""
    numbers = fitted()
    return numbers.number("signals_bias"), Signals(*numbers.row("signals", Signals._fields))


def probability(log_odds: float) -> float:
    """Log odds as a share of one."""
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, log_odds))))


@dataclass(frozen=True, slots=True)
class Circle:
    """Whom one fact resembles, and how much of that is more than noise."""

    near: Mapping[int, float]
    above: Mapping[int, float]
    total: float
    members: frozenset[int]  # of ``near``
    sum: float  # of ``near``
    squares: float  # the sum of their squares


def draw_circle(near: Mapping[int, float]) -> Circle:
    """``near`` maps other facts to their resemblance."""
    above = {at: value - _FLOOR for at, value in near.items() if value > _FLOOR}
    known = {at: value for at, value in near.items() if value > _CIRCLE}
    squares = sum([value * value for value in known.values()])
    return Circle(known, above, sum(above.values()), frozenset(known), sum(known.values()), squares)


def keep_company(left: Circle, right: Circle) -> Company:
    """A pair among all whom either resembles."""
    both = left.members & right.members
    one, other, floor = left.near, right.near, _FLOOR
    least = [mine if (mine := one[at]) < (theirs := other[at]) else theirs for at in both]
    above = [value - floor for value in least if value > floor]
    common = sum(above)
    return Company(
        agreement=_correlation(left, right, both),
        common=math.log1p(common),
        smaller=math.log1p(min(left.total, right.total)),
        larger=math.log1p(max(left.total, right.total)),
        size=len(left.above) + len(right.above) - len(above),
    )


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


def _lead_likeness(collection: Collection, one: Signature, other: Signature) -> float:
    """The best over the two facts' articles; 1 within one article."""
    if one.articles & other.articles:
        return 1.0
    likeness = collection.lead_likeness
    return max((likeness(left, right) for left in one.articles for right in other.articles), default=0.0)


def _leads(collection: Collection, one: Signature, other: Signature) -> tuple[float, float]:
    """The weight of the names that the leads share, and of those of the poorer lead."""
    left, right = one.lead_names, other.lead_names
    return collection.weigh(left & right), min(collection.weigh(left), collection.weigh(right))


def _correlation(left: Circle, right: Circle, both: AbstractSet[int]) -> float:
    """Pearson's over all that stand in either, absent ones as 0; 0 for fewer than three. ``both`` stand in both."""
    count = len(left.near) + len(right.near) - len(both)
    if count < 3:
        return 0.0
    one, other = left.near, right.near
    top = sum([one[at] * other[at] for at in both]) - left.sum * right.sum / count
    spread_left = left.squares - left.sum**2 / count
    spread_right = right.squares - right.sum**2 / count
    size = spread_left * spread_right
    return top / math.sqrt(size) if size > 1e-12 else 0.0
