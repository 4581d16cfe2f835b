"""The words of one language by class in, single words and phrases by their first word out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = int | float | str | tuple[object, ...]
Words = Mapping[str, object]


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, by class. A key may hold several spellings, separated by ``|``."""

    lang: str
    classes: Mapping[str, Words]
    past_verbs: frozenset[str] = frozenset()
    future_cues: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    nouns: Words = field(
        default_factory=dict
    )  # class and value of words with a capital inside a sentence: "am Morgen"
    compounds: tuple[str, ...] = ()  # words that a part of the day is written together with: "Dienstagabend"

    def __post_init__(self) -> None:
        words: dict[str, tuple[str, object]] = {}
        phrases: dict[str, list[tuple[tuple[str, ...], str, object]]] = {}
        for tag, table in self.classes.items():
            for key, value in table.items():
                for spelling in key.split("|"):
                    parts = tuple(spelling.split(" "))
                    if len(parts) == 1:
                        words[spelling] = (tag, value)
                    else:
                        phrases.setdefault(parts[0], []).append((parts, tag, value))
        for options in phrases.values():
            options.sort(key=lambda option: -len(option[0]))
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_phrases", phrases)

    @property
    def words(self) -> Mapping[str, tuple[str, object]]:
        """Every single word with its class and value."""
        return self._words  # type: ignore[attr-defined, no-any-return]

    @property
    def phrases(self) -> Mapping[str, list[tuple[tuple[str, ...], str, object]]]:
        """Word sequences that act as one word, by first word, longest first."""
        return self._phrases  # type: ignore[attr-defined, no-any-return]
