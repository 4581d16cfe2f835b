"""A text in, the amounts it states out: value and what is counted, digits and written numbers alike."""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

import re
from functools import lru_cache

from ..values import dataclass

# Cardinal words up to a hundred that news writes out; ordinals name a rank, not an amount, and stay out.
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_SCALE = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "k": 1e3,
    "dozen": 12.0,
}
WRITTEN: dict[str, float] = {word: float(value) for value, word in enumerate(_UNITS)} | {
    word: float(value) for word, value in _TENS.items()
}

_TOKEN = re.compile(r"\d[\d,. ]*\d|\d|[^\W\d_]+|%", re.UNICODE)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and the word after it: 390 ``prisoners``, 30 ``day``; ``exchange`` for 1,000-for-1,000."""

    value: float
    unit: str
    words: str
    start: int
    end: int


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount in ``text``, in order."""
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]
    if all(_single(token) is None for token, _, _ in tokens):
        return ()
    amounts: list[Amount] = []
    at = 0
    while at < len(tokens):
        value, used = _read(tokens, at)
        if value is None:
            at += 1
            continue
        start, end = tokens[at][1], tokens[at + used - 1][2]
        unit = _unit(tokens, at + used)
        amounts.append(Amount(value, unit, text[start:end], start, end))
        at += used
    return tuple(amounts)


def _read(tokens: list[tuple[str, int, int]], at: int) -> tuple[float | None, int]:
    """The number that begins at token ``at`` and how many tokens it takes."""
    value = _single(tokens[at][0])
    if value is None:
        return None, 0
    if at and value == 1 and tokens[at - 1][0].lower() == "no":
        return 0.0, 1  # "no one"
    used = 1
    while at + used < len(tokens):
        word = tokens[at + used][0].lower()
        if word in _SCALE and (len(word) > 2 or tokens[at + used][1] == tokens[at + used - 1][2]):
            value *= _SCALE[word]
        elif 20 <= value < 100 and value % 10 == 0 and 0 < WRITTEN.get(word, 0) < 10:
            value += WRITTEN[word]
        else:
            break
        used += 1
    return value, used


@lru_cache(maxsize=8192)
def _single(token: str) -> float | None:
    low = token.lower()
    if low in WRITTEN:
        return WRITTEN[low]
    packed = low.replace(" ", "").rstrip(",.")
    if _GROUPED.match(packed) or _PLAIN.match(packed):
        return float(packed.replace(",", ""))
    return None


_SKIP_UNIT = frozenset("of the other more people's about at least and or a an in on".split())


def _unit(tokens: list[tuple[str, int, int]], at: int) -> str:
    """The first word after a number that can name what is counted, without plural s."""
    for token, _, _ in tokens[at : at + 3]:
        low = token.lower()
        if low in _SKIP_UNIT:
            continue
        return low[:-1] if len(low) > 3 and low.endswith("s") else low
    return ""
