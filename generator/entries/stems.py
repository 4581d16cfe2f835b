"""A text in, its telling words cut to their beginnings out, so that endings of seven languages do not matter."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_STEM = 6  # letters
_TELLING = 4  # letters of a word that may tell something


def stem(word: str) -> str:
    """The beginning of one word."""
    return word.casefold()[:_STEM]


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that may tell something: long ones, figures, abbreviations."""
    return frozenset(
        stem(word)
        for word in WORD.findall(text)
        if len(word) >= _TELLING or word[0].isdigit() or (len(word) > 1 and word.isupper())
    )
