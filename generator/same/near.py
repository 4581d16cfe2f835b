"""The leads of many articles in, which of them are near one another out."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import numpy as np

from .arrays import Bags, Vocabulary, summed

_CROWD = 150  # a term of more articles than this does not make two of them near
_NEAR = 100  # the nearest articles of each that are kept
_KIN = 0.1  # cosine of two leads from which their articles may tell of one story


def near_articles(
    leads: Mapping[str, tuple[AbstractSet[str], float]], rarity: Mapping[str, float]
) -> dict[str, dict[str, float]]:
    """For each article those whose leads share terms that not everybody has, by cosine; a lead is its terms and their length."""
    names, terms = list(leads), Vocabulary[str]()
    bags = Bags([leads[name][0] for name in names], terms)
    squares = np.array([rarity[term] ** 2 for term in terms])
    lengths = np.array([leads[name][1] for name in names])
    shelf = np.argsort(bags.items, kind="stable")
    owners = np.repeat(np.arange(len(names)), bags.sizes)[shelf]
    many = np.bincount(bags.items, minlength=len(terms))
    starts = np.cumsum(many) - many
    weights = np.zeros(len(terms))
    near: dict[str, dict[str, float]] = {}
    for at, name in enumerate(names):
        mine = bags.items[bags.starts[at] : bags.starts[at] + bags.sizes[at]]
        telling = mine[many[mine] <= _CROWD]
        met = [owners[starts[term] : starts[term] + many[term]] for term in telling.tolist()]
        found = np.concatenate([np.zeros(0, np.int64), *met])
        shared = np.bincount(found, np.repeat(squares[telling], many[telling]), len(names))
        shared[at] = 0.0
        others = np.flatnonzero((shared > 0) & (shared >= _KIN / 2 * lengths[at] * lengths))
        owner, place = bags.spread(others)
        weights[mine] = squares[mine]
        held = weights[bags.items[place]]
        weights[mine] = 0.0
        likeness = summed(owner, held, len(others)) / (lengths[at] * lengths[others])
        best = sorted(zip((-likeness).tolist(), [names[other] for other in others.tolist()], strict=True))
        near[name] = {other: -value for value, other in best[:_NEAR] if -value >= _KIN}
    for name, others_of in near.items():  # nearness goes both ways
        for other, value in others_of.items():
            near[other].setdefault(name, value)
    return near
