"""Two facts of one day in, whether they agree on enough to be one however their words differ, out.

The scorecard was fitted on articles without days. Where the day is known, little else is needed: one count of
people, one speaker, one sentence that holds all another says, the main news of either article. Two of these that
agree make one fact, if a count or the words are among them: what one speaker says of a day may be many things.
"""

from __future__ import annotations

from ..model import Fact
from .roles import one_deed
from .signature import Signature
from .veto import NO_STEMS, names_day, same_name, states_day

_LEAST = 2  # words that a short telling must have to say anything


def one_of_a_day(one: Signature, other: Signature, *, main: bool) -> bool:
    """Whether two texts of different articles tell the same of one day.

    ``main`` says that each is what its article is about, and the articles are near.
    """
    if one.articles & other.articles or not _same_day(one.fact, other.fact):
        return False
    if states_day(one.fact) and states_day(other.fact) and one_deed(one, other):
        return True
    count, short = _same_count(one, other), _said_in_short(one, other)
    return (count or short) and count + short + _same_voice(one.fact, other.fact) + main > 1


def _same_day(one: Fact, other: Fact) -> bool:
    """Whether both are of one known day."""
    return bool(one.date) and one.date == other.date and names_day(one.date)


def _same_count(one: Signature, other: Signature) -> bool:
    """ "Six skiers died" / "six lost their lives"."""
    left = {(toll.what, toll.value) for toll in one.tolls}
    return any((toll.what, toll.value) in left for toll in other.tolls)


def _same_voice(one: Fact, other: Fact) -> bool:
    """Both are somebody's words, and his who is named."""
    named = one.speaker and other.speaker and not one.anonymous and not other.anonymous
    return bool(named) and same_name(one.speaker, other.speaker)


def _said_in_short(one: Signature, other: Signature) -> bool:
    """ "trams stay in their sheds" / "trams stay in their sheds until Thursday, and the inquiry is being helped"."""
    short, full = sorted((one, other), key=lambda signature: len(signature.terms))
    telling = short.terms - NO_STEMS
    return len(telling & short.actions) >= _LEAST and telling <= full.terms
