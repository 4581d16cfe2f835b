"""English words in, what kind of thing WordNet says they mean out: a person, a group, a message, an act of speech.

The table is a data file that ``python -m benchmarks.senses`` makes from WordNet's index; it holds shares of a
word's senses in tenths, weighed by how often each sense was met, and nothing of WordNet's definitions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..fitted import load_fitted

TABLE = Path(__file__).parent / "data" / "senses_en.json"
MOSTLY = 5  # tenths
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("s", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Senses:
    """Shares in tenths: of nouns (person, group, message), of verbs (communication, cognition, emotion)."""

    nouns: Mapping[str, tuple[int, int, int]]
    verbs: Mapping[str, tuple[int, int, int]]

    def noun(self, low: str) -> tuple[int, int, int]:
        """A noun's shares, in the singular or plural; zeros when nothing is known of it."""
        if low in self.nouns:
            return self.nouns[low]
        for ending, end in (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", "")):
            if low.endswith(ending) and low[: -len(ending)] + end in self.nouns:
                return self.nouns[low[: -len(ending)] + end]
        return (0, 0, 0)

    def is_person(self, low: str) -> bool:
        """The noun mostly means a person, one: "nominee", "forester"."""
        return low in self.nouns and self.nouns[low][0] >= MOSTLY

    def lemma(self, low: str) -> str:
        """A verb's plain form; the form as it stands when none is known."""
        if low in self.verbs:
            return low
        for ending, end in _ENDINGS:
            if low.endswith(ending):
                stem = low[: -len(ending)]
                if stem + end in self.verbs:
                    return stem + end
                if len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in self.verbs:
                    return stem[:-1]
        return low

    def verb(self, lemma: str) -> tuple[int, int, int]:
        """A verb's shares by its plain form."""
        return self.verbs.get(lemma, (0, 0, 0))


@cache
def senses() -> Senses:
    """The stored table, read once."""
    fitted = load_fitted(TABLE)
    return Senses(_rows(fitted.lines("nouns")), _rows(fitted.lines("verbs")))


def _rows(lines: tuple[str, ...]) -> dict[str, tuple[int, int, int]]:
    """ "950 actor mayor": the shares, then the words that have them."""
    found: dict[str, tuple[int, int, int]] = {}
    for line in lines:
        key, *words = line.split()
        first, second, third = (int(digit) for digit in key)
        found.update(dict.fromkeys(words, (first, second, third)))
    return found
