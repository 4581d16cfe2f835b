"""A text in, its words with place and comparable stem out.

The stem is a light one: it only has to bring "checks", "checked" and "checking" together.
"""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from .event_words import EVENT_OF

# A word may hold inner dots, hyphens and apostrophes ("U.S.", "28-year-old", "O'Brien"); a tokenised
# text may set "2 . 6" apart, which is one number again.
_WORD = re.compile(r"\d+(?: \. \d+)+|[^\W_]+(?:[.,'’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SUFFIXES = ("ings", "ing", "edly", "ied", "ies", "ers", "ed", "es", "er", "ly", "s")

# Words that carry no subject: articles, pronouns, auxiliaries, prepositions, reporting and time words
# of English, and the commonest function words of the other languages of dating.
STOPWORDS = frozenset(
    """
    a an the of to in on at for from by with and or but nor as is are was were be been being has have
    had having do does did that this these those it its he she his her hers him they them their theirs
    we us our you your i my me who whom whose which what when where why how not no n't s ll ve re d t
    after before over into onto out up down off about than then there here also more most very just
    say says said saying tell tells told according report reports reported reportedly reporting
    announce announced announces announcement confirm confirmed confirms
    will would can could may might shall should must between during under while if so such both
    one two first second last next new old year years day days week weeks month months hour hours time
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning evening
    night afternoon january february march april june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec am pm mr mrs ms dr get gets got make makes made
    der das den dem des ein eine einer eines einem einen und oder aber mit von vom zu zum zur im ist
    war waren wird wurde wurden hat haben auf für nach bei aus als auch sich nicht er sie es
    le la les un une des du de et ou mais dans sur pour par avec est sont été a ont au aux ce cette qui
    que se son sa ses il elle ils
    el los las una unos y o pero en con por para del al es son fue han ha lo su sus
    gli uno una e di da nel nella con per sono ha hanno che si suo
    os um uma no na em com foi são
    и в на с по о от за из что не как он она они это для был была были его
    і й в у на з що не як він вона вони це для був була були його та про
    i w z na do o że nie jak jest był była były się oraz przez dla
    """.split()
)


class Word(NamedTuple):
    """One word of a text: as written, folded, and its stem (an event class where it has one)."""

    text: str
    low: str
    stem: str
    start: int


def split_words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order."""
    return tuple([Word(*_known(found[0]), found.start()) for found in _WORD.finditer(text)])


@lru_cache(maxsize=65536)
def _known(word: str) -> tuple[str, str, str]:
    low = fold(word)
    return word, low, stem(low)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case, without accents and possessive: ``Silva's`` and ``SILVA`` are one."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter)) or word.casefold()


@lru_cache(maxsize=65536)
def bare_stem(low: str) -> str:
    """A folded word without English inflection."""
    if low[0].isdigit():
        return low.replace(" ", "").replace(",", "")
    for suffix in _SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= 4:
            low = low[: -len(suffix)]
            break
    if len(low) > 4 and low.endswith("e"):
        low = low[:-1]
    if len(low) > 4 and low[-1] == low[-2]:
        low = low[:-1]
    return low


@lru_cache(maxsize=65536)
def stem(low: str) -> str:
    """The stem, or the event class that the word belongs to."""
    return EVENT_OF.get(low) or EVENT_OF.get(bare_stem(low)) or bare_stem(low)
