"""A time expression in its sentence; what its words do there, out: since, until, by, from, starting, between,
attributive ("the 2022 talks"), comparison ("first since 2022"), possessive ("Friday's attack") or ""."""

from __future__ import annotations

from collections.abc import Sequence

from .reading import Reading
from .tokens import Tokens

_PREPOSITIONS = {
    "since": "since", "until": "until", "till": "until", "by": "by", "from": "from", "starting": "starting",
    "beginning": "starting", "between": "between", "before": "before", "after": "after", "through": "until",
    "to": "until", "effective": "starting", "following": "after", "than": "comparison",
}  # fmt: skip
_SUPERLATIVES = frozenset(
    [
        "first",
        "biggest",
        "largest",
        "highest",
        "lowest",
        "worst",
        "best",
        "most",
        "longest",
        "deadliest",
        "bloodiest",
        "greatest",
        "last",
        "only",
        "smallest",
        "strongest",
        "weakest",
        "fewest",
        "least",
    ]
)
_COMPARING = 16


def role_of(tokens: Tokens, reading: Reading, readings: Sequence[Reading], index: int) -> str:
    """The role of one reading among those of its sentence."""
    before, after = tokens.low(reading.first - 1), tokens.low(reading.last)
    if tokens.tag(reading.last) == "g" and after in ("'s", "’s", "'", "’"):
        return "possessive"
    two_before = tokens.low(reading.first - 2)
    role = _PREPOSITIONS.get(before, "")
    if before == "on" or before == "in":
        role = {"starting": "starting", "beginning": "starting", "effective": "starting"}.get(two_before, "")
    if two_before == "than" and before in ("in", "on", "at", "during"):
        return "comparison"
    if before == "and" and index and readings[index - 1].last == reading.first - 1:
        left = role_of(tokens, readings[index - 1], readings, index - 1)
        role = "between" if left == "between" else role
    if role == "since" and _compares(tokens, reading.first):
        return "comparison"
    if before == "than" and two_before in ("later", "sooner"):
        return "by"
    if before == "with" and two_before in ("compared", "compare"):
        return "comparison"
    if role == "until" and before == "to":
        role = "until" if index and readings[index - 1].last == reading.first - 1 else ""
    return role or _attributive(tokens, reading)


def _compares(tokens: Tokens, first: int) -> bool:
    return any(low in _SUPERLATIVES for low in tokens.lows[max(0, first - _COMPARING) : first])


def _attributive(tokens: Tokens, reading: Reading) -> str:
    """``the 2022 talks``, ``the May 2 agreement``: between a determiner and a noun."""
    before = tokens.low(reading.first - 1)
    starts_with_the = tokens.tags[reading.first] == "h"
    if reading.type not in ("DATE", "TIME"):
        return ""
    determined = (
        before in ("the", "a", "an", "his", "her", "its", "their", "our", "'s", "’s", "this", "that")
        or starts_with_the
    )
    noun = tokens.tag(reading.last) == "x" and tokens.low(reading.last).isalpha()
    glued = tokens.tag(reading.last) == "-" and tokens.glued(reading.last)
    if determined and before != "by" and (noun or glued) and not starts_with_the:
        return "attributive"
    return ""
