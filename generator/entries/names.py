"""An article's text in, the full names it gives and where, and the short forms it defines, out.

Only what can be read off the page: the names of the sentences' annotations, less what stands before a name. Where
every noun has a capital, a name counts only from a known first name on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from ..language import Language
from ..language.names import gender_of_first_name
from ..text.annotation import Annotation

_LETTERS = re.compile(r"\(([^\W\d_a-z]{2,7})\)")
_REACH = 100  # characters before such letters in which the words stand that they are made of
_LEAST = 2  # words of a full name


@dataclass(frozen=True, slots=True)
class Name:
    """A full name and where the article gives it first."""

    words: str
    start: int

    @property
    def last(self) -> str:
        """The word that stands for the whole later on."""
        return self.words.split()[-1]

    @property
    def gender(self) -> str:
        """ "he" or "she" where the first name is clear."""
        return _gender(self.words.split()[0])


@dataclass(frozen=True, slots=True)
class Names:
    """What an article calls people, bodies and places."""

    full: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)  # by the last word
    short: Mapping[str, Name] = field(default_factory=dict)  # what an abbreviation stands for

    def of(self, last: str, before: int) -> Name | None:
        """The one full name that ends in ``last`` and was given before a place; None where two would do."""
        found = self.full.get(last, ())
        return found[0] if len(found) == 1 and found[0].start < before else None


def read_names(text: str, forms: Iterable[Annotation], language: Language) -> Names:
    """The names in the annotated sentences of ``text``."""
    full: dict[str, dict[str, Name]] = {}
    short: dict[str, Name] = {}
    for form in forms:
        for name in names_in(text, form, language):
            full.setdefault(name.last, {}).setdefault(name.words, name)
        for match in _LETTERS.finditer(text, form.start, form.end):
            if defined := _defined(text, max(form.start, match.start() - _REACH), match):
                short.setdefault(match[1], defined)
    return Names({last: _apart(found.values()) for last, found in full.items()}, short)


def names_in(text: str, form: Annotation, language: Language) -> Iterator[Name]:
    """The full names of a sentence, in order."""
    for name in form.names:
        words = text[name.start : name.end].split()
        if not language.nouns_capital:  # "Harbour Office Chief of Staff Jane Roe"
            led = (at for at, word in enumerate(words[:-_LEAST]) if _leads(word, language))
            words = words[max(led, default=-1) + 1 :]
        while words and _leads(words[0], language):
            words = words[1:]
        while words and words[-1].lower() in language.used_as("time"):
            words = words[:-1]  # "Jane Roe Tuesday"
        if len(words) >= _LEAST and len(words[-1]) > 1 and words[-1].lower() not in _COMMON:
            at = text.index(words[0], name.start)
            yield Name(text[at : text.rindex(words[-1], at, name.end) + len(words[-1])], at)


def _leads(word: str, language: Language) -> bool:
    """A word that stands before a name without belonging to it."""
    return not _gender(word) if language.nouns_capital else word.lower() in language.used_as("title")


def _gender(first: str) -> str:
    """ "he" or "she" for a clear first name, with or without its accents."""
    plain = "".join(letter for letter in normalize("NFD", first) if not combining(letter))
    return gender_of_first_name(first) or gender_of_first_name(plain) or ""


_COMMON = frozenset(["inc", "ltd", "corp", "co", "jr", "sr", "ii", "iii"])


def _apart(found: Iterable[Name]) -> tuple[Name, ...]:
    """The names that are not merely a fuller or shorter form of another: "Jane Roe" within "Jane Ann Roe"."""
    kept: list[Name] = []
    for name in sorted(found, key=lambda n: n.start):
        words = set(name.words.split())
        if not any(words <= set(other.words.split()) or set(other.words.split()) <= words for other in kept):
            kept.append(name)
    return tuple(kept)


def _defined(text: str, start: int, match: re.Match[str]) -> Name | None:
    """The words before "(ABC)" whose capitals it is made of."""
    words = text[start : match.start()].rstrip()
    for piece in reversed(list(re.finditer(r"\S+", words))):
        capitals = "".join(word[0] for word in words[piece.start() :].split() if word[0].isupper())
        if capitals == match[1] and piece[0][0].isupper():
            return Name(words[piece.start() :], start + piece.start())
        if len(capitals) > len(match[1]):
            return None
    return None
