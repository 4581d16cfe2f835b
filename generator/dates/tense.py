"""A time expression in its sentence; whether the clause speaks of the past or the future, out.

The nearest verb to the left within the clause decides, then the nearest to the right; a preposition
that looks ahead ("until", "by") only where no verb says otherwise.
"""

from __future__ import annotations

from functools import lru_cache

from .lexicon import Lexicon, lexicon
from .tokens import Tokens

_REACH = 14
_BREAKS = frozenset(', ; : ( ) " “ ” — –'.split())
_HELPERS = frozenset("will 'll ’ll would shall may could might must should".split())
_AHEAD = frozenset("until till by before starting beginning effective".split())


@lru_cache(maxsize=None)
def _table(lang: str) -> Lexicon:
    return lexicon(lang)


def direction(tokens: Tokens, first: int, last: int) -> int:
    """-1 for past, 1 for future, 0 where nothing tells."""
    lex = _table(tokens.lang)
    before = tokens.low(first - 1)
    if before in lex.reporting:
        return -1
    left = _scan(tokens, lex, range(first - 1, max(-1, first - 1 - _REACH), -1))
    if left:
        return left
    right = _scan(tokens, lex, range(last, min(len(tokens.lows), last + _REACH)))
    if right:
        return right
    if before in _AHEAD:
        return 1
    return 0


def _scan(tokens: Tokens, lex: Lexicon, order: range) -> int:
    found = 0
    for index in order:
        low = tokens.lows[index]
        if low in _BREAKS:
            if low in (";", ":", "(", ")", '"', "“", "”") or found:
                break
            continue
        verdict = _verb(tokens, lex, index)
        if verdict:
            return verdict
    return found


def _verb(tokens: Tokens, lex: Lexicon, index: int) -> int:
    low = tokens.lows[index]
    if tokens.tags[index] in "MmSPJVR":
        return 0  # "May" and "fall" are no verbs here
    if low in lex.future_cues:
        return 1
    if low in lex.past_verbs:
        if tokens.low(index + 1) in ("to", "due", "scheduled", "expected", "set", "likely") and low in ("was", "were"):
            return 1 if tokens.low(index + 1) != "to" else 0
        # "will have been", "to be held", "expected to be sold": the helper before tells
        for back in range(index - 1, max(-1, index - 4), -1):
            if tokens.tags[back] in "xa" and tokens.lows[back] in _HELPERS:
                return 1
            if tokens.lows[back] == "to" and tokens.low(back + 1) in ("be", "have"):
                return 1
        return -1
    if lex.future_endings and len(low) > 4 and low.endswith(lex.future_endings):
        return 1
    if tokens.tags[index] == "x" and len(low) > 3 and low.endswith(lex.past_endings or ("\0",)):
        for back in range(index - 1, max(-1, index - 4), -1):
            if tokens.lows[back] in ("will", "'ll", "would", "shall", "be"):
                return 1
        return -1
    return 0
