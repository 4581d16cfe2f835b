"""Many pairs of a collection's tellings in, everything measured of each out: a row a pair.

First each pair is judged by itself (``Signals``). That shows what company a telling keeps (``Circles``); the scorecard
then judges by both (``Evidence``).
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from .arrays import Flags, Floats, Ints, counted, distinct, numbered, summed
from .evidence import Evidence
from .hands import ALONE, Hands
from .score import Signals, pair_weights
from .table import Table

_FLOOR = 0.15  # below this a resemblance is noise and does not count as company
_CIRCLE = 0.05  # from here on somebody belongs to the circle over which agreement is measured
_AT_ONCE = 20_000  # pairs, so that what is spread out of them stays small


def signals_of(table: Table, one: Ints, other: Ints, hands: Hands = ALONE) -> Floats:
    """The signals of pairs, each by itself."""

    def measured(part: slice) -> Floats:
        return np.column_stack(_signals(table, one[part], other[part]))

    parts = [slice(at, at + _AT_ONCE) for at in range(0, len(one), _AT_ONCE)]
    return np.concatenate([np.empty((0, len(Signals._fields))), *hands.among(measured, parts)])


def resemblance(signals: Floats) -> Floats:
    """How likely each pair is one by its signals alone; by steps that are the same on every machine, and on one thread."""
    bias, weights = pair_weights()
    total = np.full(len(signals), bias)
    for column, weight in zip(signals.T, weights, strict=True):
        total += column * weight
    return probabilities(total)


def probabilities(log_odds: Floats) -> Floats:
    """Log odds as shares of one."""
    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -40.0, 40.0)))


@dataclass(frozen=True)
class _Side:
    """The terms of one side of pairs, and what they are to the other side."""

    owner: Ints  # the pair
    terms: Ints
    mine: Ints  # where they lie here
    there: Flags  # whether the other text has them
    name: Flags
    named_there: Flags
    strange: Flags  # a name that the other's article never has


def _side(table: Table, one: Ints, other: Ints) -> _Side:
    owner, mine = table.terms.spread(one)
    terms = table.terms.items[mine]
    theirs = table.terms.find(other[owner], terms)
    there = theirs >= 0
    name = table.is_name[mine]
    strange = name & ~there
    at = np.flatnonzero(strange)
    strange[at] = ~table.lead_names.has(table.article[other[owner[at]]], terms[at])
    return _Side(owner, terms, mine, there, name, there & name & table.is_name[theirs], strange)


def _signals(table: Table, one: Ints, other: Ints) -> list[Floats]:
    count = len(one)
    left, right = _side(table, one, other), _side(table, other, one)
    rarity = table.rarity[left.terms]
    names = counted(left.owner[left.named_there], count)
    apart = np.minimum(table.names[one] - names, table.names[other] - names)
    lengths = table.lengths[one] * table.lengths[other]
    squares = summed(left.owner, left.there * rarity**2, count)
    theirs = table.terms.find(other[left.owner], left.terms)
    acted = left.there & table.is_action[left.mine] & table.is_action[theirs]
    strangers = [counted(side.owner[side.strange], count) for side in (left, right)]
    weights = [summed(side.owner, side.strange * table.rarity[side.terms], count) for side in (left, right)]
    both = (strangers[0] > 0) & (strangers[1] > 0)
    leads, shared, poorer = _leads(table, one, other)
    return [
        np.divide(squares, lengths, out=np.zeros(count), where=lengths > 0),
        np.log1p(summed(left.owner, left.there * rarity, count)),
        np.log1p(apart),
        (names == 0).astype(np.float64),
        (counted(left.owner[acted], count) == 0).astype(np.float64),
        leads,
        np.log1p(shared),
        np.log1p(np.minimum(*strangers)),
        both.astype(np.float64),
        np.where(both, np.log1p(np.minimum(*weights)), 0.0),
        np.log1p(summed(left.owner, left.named_there * rarity, count)),
        shared / np.maximum(1e-9, poorer),
    ]


def leads_of(table: Table, one: Ints, other: Ints) -> Floats:
    """How near the leads of each pair's articles are."""
    left, right, place = table.of_articles(one, other)
    return table.leads_near(left, right)[place]


def _leads(table: Table, one: Ints, other: Ints) -> tuple[Floats, Floats, Floats]:
    """How near the leads of each pair are, the weight of the names they share, and that of the poorer lead's."""
    left, right, place = table.of_articles(one, other)
    likeness = table.leads_near(left, right)
    owner, at = table.lead_names.spread(left)
    names = table.lead_names.items[at]
    held = table.lead_names.has(right[owner], names)
    shared = summed(owner, held * table.rarity[names], len(left))
    whole = table.lead_weights
    return likeness[place], shared[place], np.minimum(whole[left], whole[right])[place]


class Circles:
    """Whom each telling resembles, and how much of that is more than noise."""

    def __init__(self, count: int, one: Ints, other: Ints, value: Floats) -> None:
        known = value > _CIRCLE
        here = np.concatenate([one[known], other[known]])
        there = np.concatenate([other[known], one[known]])
        order = np.lexsort((there, here))
        self._fill(count, here[order], there[order], np.concatenate([value[known], value[known]])[order])

    def of(self, whom: AbstractSet[int]) -> Circles:
        """The circles of these alone."""
        here = np.repeat(np.arange(self.count), self.sizes)
        mine = np.isin(here, list(whom))
        part = Circles.__new__(Circles)
        part._fill(self.count, here[mine], self.near[mine], self.value[mine])
        return part

    def _fill(self, count: int, here: Ints, near: Ints, value: Floats) -> None:
        self.count, self.near, self.value = count, near, value
        self.sizes = np.bincount(here, minlength=count)
        self.starts = np.cumsum(self.sizes) - self.sizes
        above = np.maximum(self.value - _FLOOR, 0.0)
        self.total = summed(here, above, count)
        self.many = summed(here, above > 0, count)
        self.sum = summed(here, self.value, count)
        self.squares = summed(here, self.value**2, count)

    def company(self, one: Ints, other: Ints) -> tuple[Floats, Floats]:
        """How pairs stand among all that resembles either: a row of ``COMPANY`` each; and how many those are."""
        rows, sizes = np.empty((len(one), 4)), np.empty(len(one))
        order = np.argsort(one, kind="stable")
        step = max(1, 4_000_000 // max(1, self.count))  # lefts at once
        lefts = distinct(one)
        for at in range(0, len(lefts), step):
            mine = lefts[at : at + step]
            low, high = np.searchsorted(one[order], [mine[0], mine[-1] + 1])
            for start in range(low, high, _AT_ONCE // 4):
                part = order[start : min(high, start + _AT_ONCE // 4)]
                rows[part], sizes[part] = self._company(mine, one[part], other[part])
        return rows, sizes

    def _company(self, lefts: Ints, one: Ints, other: Ints) -> tuple[Floats, Floats]:
        count = len(one)
        owner, at = self._spread(lefts)
        near = np.zeros((len(lefts), self.count))
        near[owner, self.near[at]] = self.value[at]
        owner, at = self._spread(other)
        mine = near[np.searchsorted(lefts, one)[owner], self.near[at]]
        both = mine > 0
        owner, mine, theirs = owner[both], mine[both], self.value[at[both]]
        above = np.minimum(mine, theirs) - _FLOOR
        common = summed(owner, np.maximum(above, 0.0), count)
        people = self.sizes[one] + self.sizes[other] - np.bincount(owner, minlength=count)
        some = np.maximum(people, 1)
        top = summed(owner, mine * theirs, count) - self.sum[one] * self.sum[other] / some
        spread = (self.squares[one] - self.sum[one] ** 2 / some) * (
            self.squares[other] - self.sum[other] ** 2 / some
        )
        clear = (people >= 3) & (spread > 1e-12)
        agreement = np.divide(top, np.sqrt(np.maximum(spread, 1e-12)), out=np.zeros(count), where=clear)
        smaller = np.minimum(self.total[one], self.total[other])
        larger = np.maximum(self.total[one], self.total[other])
        size = self.many[one] + self.many[other] - summed(owner, above > 0, count)
        return np.column_stack([agreement, np.log1p(common), np.log1p(smaller), np.log1p(larger)]), size

    def _spread(self, which: Ints) -> tuple[Ints, Ints]:
        sizes = self.sizes[which]
        owner = np.repeat(np.arange(len(which)), sizes)
        return owner, np.arange(len(owner)) + np.repeat(self.starts[which] - np.cumsum(sizes) + sizes, sizes)


def evidence_of(
    table: Table, one: Ints, other: Ints, signals: Floats, company: Floats, copied: Floats
) -> Floats:
    """All evidence for pairs, from their signals, their company and how far their words are the same."""
    rows = np.empty((len(one), len(Evidence._fields)))
    for at in range(0, len(one), _AT_ONCE):
        part = slice(at, at + _AT_ONCE)
        found = {
            **dict(zip(_GIVEN, signals[part].T, strict=True)),
            **dict(zip(COMPANY, company[part].T, strict=True)),
            "verbatim": copied[part],
            **_shared_words(table, one[part], other[part]),
            **_beside(table, one[part], other[part]),
            **_places(table, one[part], other[part]),
        }
        rows[part] = np.column_stack([found[name] for name in Evidence._fields])
    return rows


_GIVEN = Signals._fields
COMPANY = ("agreement", "common", "smaller", "larger")


def _shared_words(table: Table, one: Ints, other: Ints) -> dict[str, Floats]:
    """What is measured of the terms that both have."""
    count = len(one)
    left, right = _side(table, one, other), _side(table, other, one)
    at = np.flatnonzero(left.there)
    owner, terms, mine = left.owner[at], left.terms[at], left.mine[at]
    theirs = table.terms.find(other[owner], terms)
    rarity = table.rarity[terms]
    acted = table.is_action[mine] & table.is_action[theirs]
    events = summed(owner, acted & table.is_event[terms], count)
    lengths = table.action_lengths[one] * table.action_lengths[other]
    squares = summed(owner, acted * rarity**2, count)
    both = summed(owner, rarity, count)
    lighter = np.minimum(table.weights[one], table.weights[other])
    local_cosine, local_shared, story = _within(table, one, other, left, right)
    strange = [counted(side.owner[side.name & ~side.there], count) > 0 for side in (left, right)]
    return {
        "local_cosine": local_cosine,
        "local_shared": local_shared,
        "story": np.log1p(story),
        "action_cosine": np.divide(squares, lengths, out=np.zeros(count), where=lengths > 0),
        "action_shared": np.log1p(summed(owner, acted * rarity, count)),
        "events": np.minimum(3.0, events),
        "other_event": ((events == 0) & table.has_event[one] & table.has_event[other]).astype(np.float64),
        "digits": np.log1p(summed(owner, table.is_digit[terms] * rarity, count)),
        "lighter": np.log1p(lighter),
        "heavier": np.log1p(np.maximum(table.weights[one], table.weights[other])),
        "covered": both / np.maximum(1e-9, lighter),
        "actions": counted(owner[acted], count),
        "both": counted(owner, count),
        "names": counted(left.owner[left.named_there], count),
        "one_says": (table.says[one] != table.says[other]).astype(np.float64),
        "strange_here": (strange[0] & strange[1]).astype(np.float64),
    }


def _within(table: Table, one: Ints, other: Ints, left: _Side, right: _Side) -> tuple[Floats, Floats, Floats]:
    """Cosine and log weight by rarity within the two stories, and how many articles they have."""
    both = np.concatenate([table.article[one], table.article[other]])
    articles, place = numbered(both, len(table.leads) + 1)
    counts, sizes = table.story_counts(articles)
    here, there = place[: len(one)], place[len(one) :]
    total = sizes[here] + sizes[there]

    def rarities(side: _Side) -> Floats:
        """By how many articles of the two stories have it; what all have counts nothing."""
        seen = counts[here[side.owner], side.terms] + counts[there[side.owner], side.terms]
        whole = total[side.owner]
        return np.where(seen < whole, np.log((whole + 2) / (seen + 0.5)), 0.0)

    mine, theirs = rarities(left), rarities(right)
    squares = summed(left.owner, left.there * mine**2, len(one))
    size = summed(left.owner, mine**2, len(one)) * summed(right.owner, theirs**2, len(one))
    some = squares > 0
    cosine = np.divide(squares, np.sqrt(size), out=np.zeros(len(one)), where=some)
    shared = np.where(some, np.log1p(summed(left.owner, left.there * mine, len(one))), 0.0)
    return cosine, shared, total.astype(np.float64)


def _beside(table: Table, one: Ints, other: Ints) -> dict[str, Floats]:
    """What is measured of words beside one another, of the beginnings of words, and of amounts."""
    count, beside = len(one), table.beside
    owner, at = beside.beginnings.spread(one)
    theirs = beside.beginnings.find(other[owner], beside.beginnings.items[at])
    least = np.where(theirs >= 0, np.minimum(beside.rarity[at], beside.rarity[theirs]), 0.0)
    size = beside.weights[one] * beside.weights[other]
    loose = np.divide(summed(owner, least, count), np.sqrt(size), out=np.zeros(count), where=size > 0)
    owner, at = beside.bonds.spread(one)
    held = beside.bonds.has(other[owner], beside.bonds.items[at])
    bonds = summed(owner, held * table.rarity[beside.bond_names[beside.bonds.items[at]]], count)
    strange = np.minimum(_strangers_beside(table, one, other), _strangers_beside(table, other, one))
    values = beside.values.met(one, other)
    apart = np.minimum(beside.values.sizes[one] - values, beside.values.sizes[other] - values)
    return {
        "loose": loose,
        "phrases": np.log1p(beside.phrases.met(one, other)),
        "bonds": np.log1p(bonds),
        "other_bonds": np.log1p(strange),
        "numbers_apart": apart,
        "numbers_shared": values,
    }


def _strangers_beside(table: Table, one: Ints, other: Ints) -> Floats:
    """How many names stand beside a shared word here that the other text never has."""
    owner, at = table.beside.bonds.spread(one)
    bond = table.beside.bonds.items[at]
    stem, name = table.beside.bond_stems[bond], table.beside.bond_names[bond]
    theirs = table.terms.find(other[owner], stem)
    acted = (theirs >= 0) & table.is_action[theirs] & ~table.terms.has(other[owner], name)
    width = len(table.words) + 1
    once = distinct(owner[acted] * width + name[acted]) // width
    return counted(once, len(one))


def _places(table: Table, one: Ints, other: Ints) -> dict[str, Floats]:
    """Where the two stand in their articles, and how near they are to what those are about."""
    here, there = table.article[one], table.article[other]
    top = [
        table.toward(one, there, table.tops, table.top_lengths),
        table.toward(other, here, table.tops, table.top_lengths),
    ]
    lead = [
        table.toward(one, there, table.lead_terms, table.lead_lengths),
        table.toward(other, here, table.lead_terms, table.lead_lengths),
    ]
    own = [table.own_tops[one], table.own_tops[other]]
    left, right, place = table.of_articles(one, other)
    owner, at = table.tops.spread(left)
    words = table.tops.items[at]
    shared = summed(owner, table.tops.has(right[owner], words) * table.rarity[words] ** 2, len(left))
    tops = shared / (table.top_lengths[left] * table.top_lengths[right])
    return {
        "headlines": table.headline[one].astype(np.float64) + table.headline[other],
        "highest": np.minimum(table.depth[one], table.depth[other]),
        "deepest": np.maximum(table.depth[one], table.depth[other]),
        "top_least": np.minimum(*top),
        "top_most": np.maximum(*top),
        "lead_least": np.minimum(*lead),
        "lead_most": np.maximum(*lead),
        "own_least": np.minimum(*own),
        "own_most": np.maximum(*own),
        "tops": tops[place],
    }
