"""A text in, who stands before and behind its event words out: "Italy beat Spain" is not "Spain beat Italy"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..language import english
from ..values import dataclass
from .signature import Signature, once
from .words import STOPWORDS, bare_stem

_PASSIVE = english.be | {"by"}


@dataclass(frozen=True, slots=True)
class Deed:
    """An event word with the names right before and right behind it, small words aside."""

    event: str
    before: frozenset[str]
    behind: frozenset[str]
    turned: bool  # "was beaten by": the one before is not the one who did it


@once
def find_deeds(signature: Signature) -> tuple[Deed, ...]:
    """Every event word of a text."""
    return tuple(_deeds(signature))


def _deeds(signature: Signature) -> Iterator[Deed]:
    words = signature.words
    for at, word in enumerate(words):
        if word.stem in signature.actions and word.stem[0] == "=":
            around = {near.low for near in words[max(0, at - 2) : at + 3]}
            before, behind = _names(signature, at, -1), _names(signature, at, 1)
            yield Deed(word.stem, before, behind, not around.isdisjoint(_PASSIVE))


def _names(signature: Signature, at: int, step: int) -> frozenset[str]:
    """The run of names next to a place in one direction."""
    found: set[str] = set()
    words = signature.words
    place = at + step
    while 0 <= place < len(words):
        word = words[place]
        name = bare_stem(word.low)
        if word.text[0].isupper() and name in signature.names:
            found.add(name)
        elif found or word.low not in STOPWORDS:
            break
        place += step
    return frozenset(found)


@once
def find_turns(signature: Signature) -> tuple[int, int]:
    """What a text begins, and what it ends, that another may end or begin: a bit for each of the contraries."""
    sides = ([side in signature.actions for side in pair] for pair in zip(*_CONTRARY, strict=True))
    begun, ended = (sum(1 << at for at, there in enumerate(side) if there) for side in sides)
    return begun, ended


def contrary(one: Signature, other: Signature) -> bool:
    """Whether two texts tell of events of which one ends what the other begins, or goes a step further."""
    left, right = one.actions, other.actions
    for begins, ends in _CONTRARY:
        for first, second in ((left, right), (right, left)):
            if begins in first and ends in second and begins not in second and ends not in first:
                return True
    inward, outward = find_directions(one), find_directions(other)
    return ("out" in inward) != ("out" in outward) and "in" in (outward if "out" in inward else inward)


@once
def find_directions(signature: Signature) -> frozenset[str]:
    """Whether somebody goes in, or out, or both."""
    lows = [word.low for word in signature.words]
    out = not _OUTWARD.isdisjoint(lows) or ("out", "of") in itertools.pairwise(lows)
    into = not _INWARD.isdisjoint(lows)
    return frozenset(name for name, there in (("out", out), ("in", into)) if there)


_CONTRARY = (
    ("=appoint", "=dismiss"),
    ("=appoint", "=resign"),
    ("=charge", "=convict"),
    ("=charge", "=sentence"),
    ("=convict", "=acquit"),
    ("=marry", "=divorce"),
    ("=invade", "=withdraw"),
)
_INWARD = english.inward | {"into"}
_OUTWARD = english.outward


def swapped(one: Signature, other: Signature) -> tuple[str, str] | None:
    """Who does it in either text, where one has them the other way round."""
    theirs = [deed for deed in find_deeds(other) if deed.before and deed.behind and not deed.turned]
    for deed in find_deeds(one) if theirs else ():
        if deed.turned or not deed.before or not deed.behind:
            continue
        for against in theirs:
            if (
                deed.event == against.event
                and deed.before & against.behind
                and deed.behind & against.before
                and not (deed.before & against.before or deed.behind & against.behind)
            ):
                return " ".join(sorted(deed.before)), " ".join(sorted(against.before))
    return None


def one_deed(one: Signature, other: Signature) -> bool:
    """Whether one text says in full what the other says in short: "Ortiz resigned" / "Minister Lena Ortiz
    resigned over the sinking". All that the short one says stands in the other, and so does who did it."""
    short, full = sorted((one, other), key=lambda signature: len(signature.terms))
    if not short.terms <= full.terms or not short.names:
        return False
    told = [deed for deed in find_deeds(full) if deed.before]
    return any(
        deed.event == other_deed.event
        and deed.before & other_deed.before
        and deed.turned == other_deed.turned
        for deed in find_deeds(short)
        if deed.before
        for other_deed in told
    )
