"""A text in, its words with place and comparable stem out.

The stem is a light one: it only has to bring "checks", "checked" and "checking" together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from ..language import language, time_words, words_used_as

# A word may hold inner dots, hyphens and apostrophes ("U.S.", "28-year-old", "O'Brien"); a tokenised
# text may set "2 . 6" apart, which is one number again.
_WORD = re.compile(r"\d+(?: \. \d+)+|[^\W_]+(?:[.,'’-][^\W_]+)*")
_AGE = re.compile(r"-year-olds?\Z")  # "a 52-year-old man" / "the man, 52"
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SUFFIXES = ("ings", "ing", "edly", "ied", "ies", "ers", "ed", "es", "er", "ly", "s")

# Words that carry no subject: articles, pronouns, auxiliaries, prepositions, reporting and time words
# of English, and the commonest function words of the other languages of dating.
STOPWORDS = frozenset[str]().union(
    *words_used_as("plain").values(),
    *(words_used_as("common")[code] for code in ("it", "pt")),
    (name.rstrip(".") for kind in ("month", "weekday") for name in time_words("en").names(kind)),
)
# folded word -> its event class, marked with "=" so that no plain stem can be taken for one
EVENT_OF = {word: f"={name}" for word, name in language("en").events.items()}


class Word(NamedTuple):
    """One word of a text: as written, folded, and its stem (an event class where it has one)."""

    text: str
    low: str
    stem: str
    start: int


class Parts(NamedTuple):
    """The words of a text that carry meaning, by what they can be in any collection."""

    capitals: tuple[tuple[str, str, str], ...]  # perhaps names: folded, without inflection, and the stem
    actions: frozenset[str]  # stems of words that are no names
    digits: frozenset[str]


class Told(NamedTuple):
    """What a text tells by which of its capitals are names, as comparable terms."""

    naming: tuple[bool, ...]  # whether each of its capitals is one
    names: frozenset[str]
    actions: frozenset[str]  # event classes and stems of the other words that carry meaning
    digits: frozenset[str]
    made: dict[str, Any]  # what is made of it, by name


class Cases(NamedTuple):
    """The words of a text, folded, by how they begin: what is learnt of names."""

    lower: tuple[str, ...]
    upper: tuple[str, ...]  # inside a sentence
    first: tuple[str, ...]  # where also what is no name begins so


class Words(tuple[Word, ...]):
    """The words of a text in order, and what is made of them alone: once, for a text is met again by many batches."""

    @cached_property
    def kept(self) -> tuple[Word, ...]:
        """Those that carry meaning."""
        return tuple([word for word in self if word.low not in STOPWORDS])

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """Those, folded, each once."""
        return tuple(dict.fromkeys([word.low for word in self.kept]))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Their stems, each once."""
        return tuple(dict.fromkeys([word.stem for word in self.kept]))

    @cached_property
    def line(self) -> str:
        """All of them, folded."""
        return " ".join([word.low for word in self])

    @cached_property
    def phrases(self) -> frozenset[str]:
        """Stems of neighbouring words that carry meaning."""
        stems = [word.stem for word in self.kept]
        return frozenset([f"{one} {other}" for one, other in pairwise(stems)])

    @cached_property
    def parts(self) -> Parts:
        """What carries meaning, apart by what it can be."""
        capitals: dict[tuple[str, str, str], None] = {}
        actions: set[str] = set()
        digits: set[str] = set()
        for word in self.kept:
            if word.text[0].isdigit():
                digits.add(_AGE.sub("", word.stem))
            elif word.text[0].isupper() and len(word.low) > 1:
                capitals[word.low, bare_stem(word.low), word.stem] = None
            else:
                actions.add(word.stem)
        return Parts(tuple(capitals), frozenset(actions), frozenset(digits))

    def told(self, is_name: AbstractSet[str]) -> Told:
        """What it tells where these are names; batch by batch hardly one of them changes."""
        capitals, plain, digits = self.parts
        naming = tuple([low in is_name for low, _, _ in capitals])
        known: Told | None = self.__dict__.get("_told")
        if known is None or known.naming != naming:
            names = frozenset([bare for (_, bare, _), named in zip(capitals, naming, strict=True) if named])
            others = [stem for (_, _, stem), named in zip(capitals, naming, strict=True) if not named]
            known = Told(naming, names, plain.union(others) - names, digits, {})
            self.__dict__["_told"] = known
        return known

    @cached_property
    def cases(self) -> Cases:
        """All of them by how they begin."""
        title = self._titled()
        lower = [word.low for word in self if word.text[0].islower()]
        upper = [(at, word.low) for at, word in enumerate(self) if word.text[0].isupper()]
        inside = [low for at, low in upper if at and not title]
        first = [low for at, low in upper if not at or title]
        return Cases(tuple(lower), tuple(inside), tuple(first))

    def _titled(self) -> bool:
        """Whether most longer words are capitalised, as in a headline."""
        longer = [word for word in self if len(word.text) > 3 and word.text[0].isalpha()]
        return bool(longer) and sum(word.text[0].isupper() for word in longer) > 0.75 * len(longer)


def split_words(text: str) -> Words:
    """The words of ``text`` in order."""
    make = tuple.__new__
    return Words([make(Word, (*_known(found[0]), found.start())) for found in _WORD.finditer(text)])


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of its words that carry meaning, each once, in order."""
    known = map(_known, _WORD.findall(text))
    return tuple(dict.fromkeys([stem for _, low, stem in known if low not in STOPWORDS]))


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


def telling_words(text: str) -> frozenset[str]:
    """Words that carry meaning, by their beginnings so that endings do not matter; cheap, not exact."""
    return frozenset(
        [part[:5] for word in text.casefold().split() if (part := word.strip(_MARKS)) not in STOPWORDS]
    )


_MARKS = ".,;:!?()[]\"'“”„«»‘’–—"
