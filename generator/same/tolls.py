"""A text in, the people it counts out: how many died, were hurt, arrested, are missing; digits and words alike.

These are the figures that change from report to report, so two that differ are an update or a disagreement.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language import english, language
from ..model import Measure
from .numbers import Amount
from .words import Word

_COUNTED = language("en").counts  # event class or stem -> what is counted
_OTHER_UNITS = english.measured  # that count no people
_FOUND = frozenset(["found", "located", "traced"])
_NOT = frozenset(["not", "never", "yet"])
_AFTER, _BEFORE = 7, 4  # words between a figure and what it counts
_LEAST = ("at least", "more than", "no fewer than", "over")
_ABOUT = ("about", "around", "some", "nearly", "almost", "roughly", "an estimated", "up to")
_LEAD_IN = 16  # characters before a figure in which such words stand
_YEARS = range(1800, 2100)
_MARKS = frozenset(",;:()")
_CLOSE = 0.15  # of the greater: figures that "about" leaves room for


def find_tolls(text: str, words: Sequence[Word], amounts: Sequence[Amount]) -> tuple[Measure, ...]:
    """Every count of people in ``text``, each kind once, in order."""
    found: dict[str, Measure] = {}
    for amount in amounts:
        if amount.unit in _OTHER_UNITS or amount.value != int(amount.value) or _is_year(amount):
            continue
        what = _beside(text, words, amount)
        if what and what not in found:
            before = text[max(0, amount.start - _LEAD_IN) : amount.start].lower().rstrip()
            found[what] = Measure(what, amount.value, before.endswith(_LEAST), before.endswith(_ABOUT))
    return tuple(found.values())


def tolls_clash(left: Sequence[Measure], right: Sequence[Measure]) -> tuple[Measure, Measure] | None:
    """The first two counts of the same people that cannot both be right at one time."""
    for one in left:
        for other in right:
            if one.what == other.what and one.value != other.value:
                apart = abs(one.value - other.value) / max(one.value, other.value)
                if not (one.about or other.about) or apart > _CLOSE:
                    return one, other
    return None


def _beside(text: str, words: Sequence[Word], amount: Amount) -> str:
    """What a figure counts: the nearest such word in its clause, the one behind it where two are as near."""
    after = [word for word in words if word.start >= amount.end][:_AFTER]
    before = [word for word in words if word.start < amount.start][: -_AFTER - 1 : -1]
    before = [word for step, word in enumerate(before) if step < _BEFORE or word.stem == "toll"]
    found: list[tuple[int, int, str]] = []
    for side, near in enumerate((after, before)):
        for step, word in enumerate(near):
            low, high = sorted((word.start, amount.start))
            if _MARKS & set(text[low:high]) or word.text[0].isdigit():
                break  # the next figure has its own
            what = _COUNTED.get(word.stem, "")
            if side == 0 and word.low in _FOUND and not _NOT.isdisjoint(w.low for w in near[:step]):
                what = "missing"  # "two climbers not yet found"
            if what:
                found.append((step, side, what))
                break
    return min(found, default=(0, 0, ""))[2]


def _is_year(amount: Amount) -> bool:
    return amount.words.isdigit() and int(amount.value) in _YEARS
