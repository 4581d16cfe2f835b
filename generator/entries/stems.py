"""A text in, its telling words cut to their beginnings out, so that endings of seven languages do not matter."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_STEM = 6  # letters
_TELLING = 4  # letters of a word that may tell something


def stem(word: str) -> str:
    """The beginning of one word."""
    return word.casefold()[:_STEM]


@lru_cache(maxsize=512)  # the sentences of an article are asked for again as its statements
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that may tell something: long ones, figures, abbreviations."""
    return frozenset(
        [
            low[:_STEM]
            for word, low in zip(*words_of(text)[:2], strict=True)
            if len(word) >= _TELLING or word[0].isdigit() or (len(word) > 1 and word.isupper())
        ]
    )


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[list[str], list[str], list[str]]:
    """The words as they stand, in lower case, and in lower case with straight apostrophes."""
    words = WORD.findall(text)
    low = [word.casefold() for word in words]
    return words, low, [word.replace("’", "'") for word in low] if "’" in text else low
