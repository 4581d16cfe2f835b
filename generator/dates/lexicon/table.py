"""The words of time of one language in, single words and phrases by their first word out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ...language import TIME_CLASSES, TimeWords, Value

Phrase = tuple[tuple[str, ...], str, Value]

# Classes of which a time expression needs at least one; numbers and small words alone are none.
TRIGGERS = frozenset("I年8KYMmWwUQHPSVRAJzd/:'BpOFLZ#dj0!")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"(?:[^\W\d_]|[ .'’-])+")
# Figures, and what may stand inside a word or tell the scanner of more than words: see ``tokens`` and ``mend``.
_NO_WORDS = re.compile("[\\d\n元â\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_YEARS = range(15, 21)  # "nineteen ninety"


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, each with the letter of its class and its value."""

    lang: str
    own: TimeWords = TimeWords()
    words: Mapping[str, tuple[str, Value]] = field(default_factory=dict)  # single words
    phrases: Mapping[str, list[Phrase]] = field(default_factory=dict)  # by first word, longest first

    @cached_property
    def _telling(self) -> Mapping[str, list[set[str]]] | None:
        """Stretches of letters of which a time without figures has one, and what else it has; None where words grow together."""
        spelled = [*self.words.items(), *self.own.nouns.items()]
        phrases = (row for rows in self.phrases.values() for row in rows)
        spelled += [(" ".join(parts), (letter, value)) for parts, letter, value in phrases]
        words = [word for word, (letter, value) in spelled if letter in TRIGGERS or value in _YEARS]
        words = [word for word in words if not _NO_WORDS.search(word)]
        if self.own.compounds or not all(map(_PLAIN.fullmatch, words)):
            return None
        found: dict[str, list[set[str]]] = {"thousand": [set()]}  # with others it makes years
        for letters in map(_LETTERS.findall, words):
            found.setdefault(max(reversed(letters), key=len), []).append(set(letters))
        return found

    def may_tell(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` may hold a time: a cheap question that spares most sentences their tokens."""
        if self._telling is None or _NO_WORDS.search(text, start, end):
            return True
        words = set(map(str.lower, _LETTERS.findall(text, start, end)))
        return any(one <= words for word in self._telling.keys() & words for one in self._telling[word])


def make_lexicon(lang: str, own: TimeWords, also: Mapping[str, Mapping[str, Value]] | None = None) -> Lexicon:
    """The lexicon of a language; ``also`` are words by the letter of their class, which ``own`` overrules."""
    words: dict[str, tuple[str, Value]] = {}
    phrases: dict[str, list[Phrase]] = {}
    rows = [*(also or {}).items(), *((TIME_CLASSES[kind][0], table) for kind, table in own.classes.items())]
    for letter, table in rows:
        for spelling, value in table.items():
            parts = tuple(spelling.split(" "))
            if len(parts) == 1:
                words[spelling] = (letter, value)
            else:
                phrases.setdefault(parts[0], []).append((parts, letter, value))
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    return Lexicon(lang, own, words, phrases)
