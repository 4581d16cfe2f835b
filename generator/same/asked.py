"""Pairs of a table in, what is asked of each before all evidence out: for all of them at once.

The vetoes themselves stay plain rules about two texts (``veto``); here is only found for which pairs one may hold, so
that the others need not be asked, and for which of these one surely does, which nobody asks either. Every line here lets
through at least what its rule would veto, and calls sure at most that.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from .arrays import Bags, Flags, Floats, Ints, counted, distinct
from .marks import Marks
from .table import Table
from .veto import BIT, EQUAL, same_name


@dataclass(frozen=True)
class Asked:
    """A row a pair."""

    copied: Floats  # how nearly the two texts are one, 0 to 1
    together: Flags  # of one article
    rules: Ints  # those that may keep them apart, names and articles aside: the bits of ``veto.BIT``
    sure: Ints  # those of them that do
    strange: Floats  # names that the other text lacks, on the side with fewer
    names: Floats  # that both have
    adds: (
        Flags  # only one tells a figure and what it is of: "The ferry sank" / "Nine died when the ferry sank"
    )
    one_day: Flags  # of one known day, in two articles
    short: Flags  # one count of people, or all that the shorter says may stand in the other
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
    name = table.is_name[mine]
    strange = np.minimum(
        counted(owner[name & ~there], count), counted(back[table.is_name[place] & ~held], count)
    )
    names = counted(owner[name & there & table.is_name[theirs]], count)
    here, away = marks.toll_words[one], marks.toll_words[other]
    more = np.where(marks.counts[one], here & ~away, away & ~here)
    adds = (marks.counts[one] != marks.counts[other]) & (more != 0)
    one_day = ~together & (table.day[one] == table.day[other]) & (marks.first[one] == marks.last[one])
    sizes = table.terms.sizes
    rules, sure = _may_differ(table, one, other)
    least = np.minimum(sizes[one], sizes[other])
    short = (marks.tolls.met(one, other) > 0) | (shared >= np.minimum(marks.plain[one], marks.plain[other]))
    found = verbatim(table, one, other), together, rules, sure, strange, names, adds, one_day, short
    return (*found, shared, acted, least)


def who_differs(strange: Floats, names: Floats) -> Flags:
    """Each names so many whom the other does not, and so many are named by both: ``veto.find_veto`` then says who."""
    return (strange > 0) & (names < 2 * strange)


def _may_differ(table: Table, one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """The rules that may keep pairs apart, names and articles aside; and those of them that do."""
    marks = table.marks
    kind = (marks.kind[one] != marks.kind[other]) & (marks.planned[one] | marks.planned[other])
    kind &= ~((table.says[one] | table.says[other]) & marks.ahead[one] & marks.ahead[other])
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
    event = _turns(marks.begun[one], marks.ended[one], marks.begun[other], marks.ended[other])
    out, away_out = marks.out[one], marks.out[other]
    event |= (out != away_out) & np.where(out, marks.into[other], marks.into[one])
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
    asked = {name: flags * BIT[name] for name, flags in asked.items()}
    clash = _amounts_clash(marks, one, other) * BIT["number"]
    rules = np.bitwise_or.reduce(list(asked.values()))
    sure = np.bitwise_or.reduce([asked[name] for name in ("kind", "speaker", "date", "event")])
    return rules, sure | (rules & clash)


def _turns(begun: Ints, ended: Ints, begun_there: Ints, ended_there: Ints) -> Flags:
    """Whether one begins what the other ends, and not the other way round too."""
    here = begun & ended_there & ~begun_there & ~ended
    found: Flags = (here | (begun_there & ended & ~begun & ~ended_there)) != 0
    return found


def _amounts_clash(marks: Marks, one: Ints, other: Ints) -> Flags:
    """Whether two amounts of one unit differ, neither of which the other text has."""
    count, width = len(one), int(marks.unit_of.max(initial=0)) + 1
    sides = []
    for here, there in ((one, other), (other, one)):
        owner, at = marks.amounts.spread(here)
        amount = marks.amounts.items[at]
        lone = ~marks.values.has(there[owner], marks.value_of[amount])
        sides.append(owner[lone] * width + marks.unit_of[amount[lone]])
    met = np.zeros(count, np.bool_)
    left, right = map(distinct, sides)
    met[np.intersect1d(left, right, assume_unique=True) // width] = True
    return met


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
    width, lines = len(marks.lines), marks.lines
    # What agencies hand on stands in many articles: two texts are compared once.
    codes, place = np.unique(marks.line[one] * width + marks.line[other], return_inverse=True)
    left, right = [[lines[at] for at in side.tolist()] for side in np.divmod(codes, max(1, width))]
    score = (process.cpdist(left, right, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100)[place]
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
    found[wordless] = marks.line[one[wordless]] == marks.line[other[wordless]]
    return found
