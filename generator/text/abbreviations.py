"""A language in, the words after which a full stop does not, or need not, end a sentence, out.

The words stand in the language's data file; ``starters`` and ``says`` are what may follow a stop: words
that open sentences, and the verbs that report a quotation ("Why?" Smith asked).
"""

import re
from dataclasses import dataclass
from functools import cache

from ..language import Abbreviations, everywhere, known_languages, language, time_words, words

_ZONE_WORDS = words("local eastern central pacific mountain greenwich")
# "wrote on X." names the network, "J. K. Rowling" has initials: the word before tells.
NETWORK_BEFORE = everywhere.on_network


@dataclass(frozen=True, slots=True)
class StopWords:
    """What a full stop means after a word, in one language."""

    short: Abbreviations
    starters: frozenset[str]
    says: frozenset[str]
    joins: frozenset[str]  # "and", which joins two names
    own_clause: re.Pattern[str]  # begins what a speaker says who tells nothing of the quotation before


@cache
def stop_words(lang: str) -> StopWords | None:
    """The table of a language; None for one without a data file."""
    if lang not in known_languages():
        return None
    own = language(lang)
    return StopWords(
        own.abbreviations, own.used_as("starter"), own.says, own.used_as("and"), own.whole("own-clause")
    )


@cache
def zone_or_day(word: str) -> bool:
    """What may follow "5 p.m." within the sentence: a zone, a month, a weekday."""
    own = time_words("en")
    return word in own.classes["zone"] or word in own.calendar or word in _ZONE_WORDS
