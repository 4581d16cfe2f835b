"""A language in, the words after which a full stop does not, or need not, end a sentence, out.

The words stand in the language's data file; ``starters`` and ``says`` are what may follow a stop: words
that open sentences, and the verbs that report a quotation ("Why?" Smith asked).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..language import Abbreviations, known_languages, language


@dataclass(frozen=True, slots=True)
class StopWords:
    """What a full stop means after a word, in one language."""

    title: frozenset[str]
    number: frozenset[str]
    may_end: frozenset[str]
    year: frozenset[str]
    starters: frozenset[str]
    says: frozenset[str]
    joins: frozenset[str] = frozenset()  # "and", which joins two names
    ordinals: bool = False  # "16." is a rank: German
    number_endings: tuple[str, ...] = ()  # as ``number``, for words with such an ending ("Hauptstr. 5")


@cache
def stop_words(lang: str) -> StopWords | None:
    """The table of a language; None for one without a data file."""
    if lang not in known_languages():
        return None
    own = language(lang)
    short: Abbreviations = own.abbreviations
    return StopWords(
        short.title,
        short.number,
        short.may_end,
        short.year,
        own.used_as("starter"),
        own.says,
        own.used_as("and"),
        short.ordinals,
        short.number_endings,
    )


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# What may follow "5 p.m." within the sentence.
ZONE_OR_DAY = _set(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eet eest msk ist jst local eastern central",
    "pacific mountain greenwich monday tuesday wednesday thursday friday saturday sunday mon tue wed thu",
    "fri sat sun january february march april may june july august september october november december jan feb mar",
    "apr jun jul aug sept sep oct nov dec",
)
# "wrote on X." names the network, "J. K. Rowling" has initials: the word before tells.
NETWORK_BEFORE = _set("on to via from em na auf sur en w у в на")
