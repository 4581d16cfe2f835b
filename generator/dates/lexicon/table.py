"""The words of time of one language in, single words and phrases by their first word out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...language import TIME_CLASSES, TimeWords, Value

Phrase = tuple[tuple[str, ...], str, Value]


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, each with the letter of its class and its value."""

    lang: str
    own: TimeWords = TimeWords()
    words: Mapping[str, tuple[str, Value]] = field(default_factory=dict)  # single words
    phrases: Mapping[str, list[Phrase]] = field(default_factory=dict)  # by first word, longest first


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
