"""Pairs of a table in, what is asked of each before all evidence out: for all of them at once.

The vetoes themselves stay plain rules about two texts (``veto``); here is only found for which pairs one may hold, so
that the others need not be asked. Every line here lets through at least what its rule would veto.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from .arrays import Bags, Flags, Floats, Ints, counted
from .table import Table
from .veto import BIT, EQUAL, same_name


@dataclass(frozen=True)
class Asked:
    """A row a pair."""

    copied: Floats  # how nearly the two texts are one, 0 to 1
    together: Flags  # of one article
    rules: Ints  # those that may keep them apart, names and articles aside: the bits of ``veto.BIT``
    strangers: Flags  # each has a name that the other text lacks
    adds: (
        Flags  # only one tells a figure and what it is of: "The ferry sank" / "Nine died when the ferry sank"
    )
    one_day: Flags  # of one known day, in two articles
    shared: Floats  # terms that both have
    actions: Floats  # those of them that are no names
    least: Ints  # terms of the shorter


def ask(table: Table, one: Ints, other: Ints) -> Asked:
    """All that is asked of pairs."""
    parts = [_ask(table, one[at : at + _AT_ONCE], other[at : at + _AT_ONCE]) for at in _starts(len(one))]
    return Asked(*(np.concatenate(rows) for rows in zip(*parts, strict=True)))


_AT_ONCE = 20_000  # pairs, so that what is spread out of them stays small


def _starts(count: int) -> range:
    return range(0, max(1, count), _AT_ONCE)


def _ask(table: Table, one: Ints, other: Ints) -> tuple[Flags | Floats | Ints, ...]:
    marks, count = table.marks, len(one)
    together = (table.article[one] == table.article[other]) & (table.article[one] < len(table.leads))
    owner, mine = table.terms.spread(one)
    terms = table.terms.items[mine]
    theirs = table.terms.find(other[owner], terms)
    there = theirs >= 0
    shared = counted(owner[there], count)
    acted = counted(owner[there & table.is_action[mine] & table.is_action[theirs]], count)
    back, place = table.terms.spread(other)
    held = table.terms.has(one[back], table.terms.items[place])
    strangers = (counted(owner[table.is_name[mine] & ~there], count) > 0) & (
        counted(back[table.is_name[place] & ~held], count) > 0
    )
    here, away = marks.toll_words[one], marks.toll_words[other]
    more = np.where(marks.counts[one], here & ~away, away & ~here)
    adds = (marks.counts[one] != marks.counts[other]) & (more != 0)
    one_day = ~together & (table.day[one] == table.day[other]) & (marks.first[one] == marks.last[one])
    sizes = table.terms.sizes
    rules = _may_differ(table, one, other)
    least = np.minimum(sizes[one], sizes[other])
    return verbatim(table, one, other), together, rules, strangers, adds, one_day, shared, acted, least


def _may_differ(table: Table, one: Ints, other: Ints) -> Ints:
    """The rules that may keep pairs apart; names and articles aside."""
    marks = table.marks
    kind = (marks.kind[one] != marks.kind[other]) & (marks.planned[one] | marks.planned[other])
    denied = (
        (marks.denied[one] != marks.denied[other])
        | _any_held(marks.negated, table.terms, one, other)
        | _any_held(marks.negated, table.terms, other, one)
    )
    values = marks.values.met(one, other)
    apart = np.minimum(marks.values.sizes[one], marks.values.sizes[other]) > values
    number = (apart & (marks.units.met(one, other) > 0)) | (
        marks.counted.met(one, other) > marks.tolls.met(one, other)
    )
    away = (marks.first[one] > marks.last[other]) | (marks.first[other] > marks.last[one])
    date = away & marks.stated[one] & marks.stated[other]
    event = (marks.turning[one] & marks.turning[other]) | (marks.going[one] & marks.going[other])
    roles = marks.deeds.met(one, other) > 0
    long = (marks.lengths[one] == marks.lengths[other]) & (marks.lengths[one] >= EQUAL)
    most = np.maximum(marks.stems.sizes[one], marks.stems.sizes[other])
    word = long & (marks.stems.met(one, other) >= most - 1)
    declared = marks.told_apart[one] | marks.told_apart[other]
    kind &= ~table.headline[one] & ~table.headline[other]
    asked = {
        "declared": declared, "kind": kind, "denial": denied, "speaker": _voices_differ(table, one, other),
        "number": number, "date": date, "event": event, "roles": roles, "word": word,
    }  # fmt: skip
    found = np.zeros(len(one), np.int64)
    for name, flags in asked.items():
        found |= flags * BIT[name]
    return found


def _voices_differ(table: Table, one: Ints, other: Ints) -> Flags:
    """Two named voices that are not one."""
    marks = table.marks
    left, right = marks.voice[one], marks.voice[other]
    named = (left >= 0) & (right >= 0) & ~(marks.anonymous[one] & marks.anonymous[other])
    width = len(marks.voices) + 1
    codes, place = np.unique(np.where(named, left * width + right, -1), return_inverse=True)
    known = marks.voices
    differ = [
        code >= 0 and not same_name(known[code // width], known[code % width]) for code in codes.tolist()
    ]
    return np.array(differ, np.bool_)[place]


def _any_held(some: Bags, bags: Bags, one: Ints, other: Ints) -> Flags:
    """Whether one of some things of the one lies in a bag of the other."""
    owner, at = some.spread(one)
    return counted(owner[bags.has(other[owner], some.items[at])], len(one)) > 0


_PASSAGE = 8  # meaningful words; fewer may stand in another sentence by chance
_GRACE = 0.05  # of a passage may be a lead-in ("This comes as ...")


def verbatim(table: Table, one: Ints, other: Ints) -> Floats:
    """How nearly the two texts of each pair are one, 0 to 1.

    Token-set likeness alone calls every short sentence whose words stand somewhere in a long one the
    same; so it counts fully only as far as the shorter has most of the longer one's meaningful words.
    A longer text may add to what the shorter says, if it has the shorter's words in their order.
    """
    marks = table.marks
    left, right = [marks.lines[at] for at in one.tolist()], [marks.lines[at] for at in other.tolist()]
    score = process.cpdist(left, right, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100
    shorter = np.minimum(marks.lengths[one], marks.lengths[other])
    longer = np.maximum(marks.lengths[one], marks.lengths[other])
    covered = marks.lows.met(one, other) / np.maximum(longer, 1)
    found: Floats = score * np.minimum(1.0, 0.5 + covered)
    passage = np.flatnonzero((shorter >= _PASSAGE) & (found < score))
    spelt = marks.spelt
    left = [spelt[at] for at in one[passage].tolist()]
    right = [spelt[at] for at in other[passage].tolist()]
    run = process.cpdist(left, right, scorer=LCSseq.similarity, dtype=np.float64) / shorter[passage]
    found[passage] = np.maximum(found[passage], np.minimum(score[passage], run + _GRACE))
    wordless = np.flatnonzero(longer == 0)
    found[wordless] = [
        marks.lines[at] == marks.lines[to]
        for at, to in zip(one[wordless].tolist(), other[wordless].tolist(), strict=True)
    ]
    return found
