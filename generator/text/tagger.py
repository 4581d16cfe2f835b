"""Words of an English sentence in, their parts of speech out, by a small averaged perceptron.

The weights are a data file that ``python -m benchmarks.fit_tagger`` writes; most words of news are always
the same part of speech and are looked up, the others are weighed by their ending and their neighbours.
Tags: N noun, NP name, PR pronoun, PS possessive pronoun, D determiner, J adjective, R adverb, I preposition or
subordinator, TO, CC, W question word, MD modal, VB VBP VBZ VBD VBN VBG as in the Penn Treebank, RP particle,
CD number, POS possessive ending, P punctuation, X other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..fitted import load_fitted

WEIGHTS = Path(__file__).parent / "tagger_en.json"
_OWN, _FOLLOWS, _TAGS = 3, 5, 7  # where the signs of the word, of the next word and of the tags before end
_MOST_SUMS = 50_000
_NO_WEIGHTS: Mapping[str, int] = {}
_BREAKS = '"“”.:;'
# A helper grown together with "not" is the helper.
_NOT_GROWN = re.compile(
    r"(?P<past>did|was|were|had)n['’]t|(?P<present>do|does|is|are|has|have|ai)n['’]t|\w+n['’]t|cannot",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tagger:
    """The fitted numbers: words with one part of speech, and the weight of each sign for each tag."""

    sure: Mapping[str, str]
    weights: Mapping[str, Mapping[str, int]]
    tags: tuple[str, ...]
    _sums: dict[tuple[str, ...], Mapping[str, int]] = field(default_factory=dict, repr=False, compare=False)

    def tag(self, words: Sequence[str]) -> tuple[str, ...]:
        """One tag for each word."""
        low = ["-B1", *(_plain(word) for word in words), "-E1"]
        found: list[str] = []
        before, earlier = "-S", "-S2"
        for at, word in enumerate(words):
            tag = self.known(word, starts=at == 0 or words[at - 1] in _BREAKS)
            if tag is None:
                tag = self._weigh(signs(at, low, word, before, earlier))
            found.append(tag)
            earlier, before = before, tag
        return tuple(found)

    def known(self, word: str, *, starts: bool) -> str | None:
        """The tag that needs no weighing."""
        tag = self.sure.get(word.lower())
        if (word[-1:] in "tT") and (grown := _NOT_GROWN.fullmatch(word)):
            return "VBD" if grown["past"] else "VBP" if grown["present"] else "MD"
        if tag is None and not starts and word[:1].isupper():
            return "NP"
        if tag is None and word[:1].isdigit():
            return "CD"
        if tag is None and not word[:1].isalnum() and len(word) == 1:
            return "P"
        return tag

    def _weigh(self, seen: Sequence[str]) -> str:
        score = dict.fromkeys(self.tags, 0)
        for row in self._rows(seen):
            for tag, weight in row.items():
                score[tag] += weight
        return max(score, key=score.__getitem__)

    def _rows(self, seen: Sequence[str]) -> Iterator[Mapping[str, int]]:
        """The weights of the signs; those that come together again and again are added up once."""
        for group in (seen[:_OWN], seen[_OWN:_FOLLOWS], seen[_FOLLOWS:_TAGS]):
            key = tuple(group)
            row = self._sums.get(key)
            if row is None:
                row = {}
                for sign in key:
                    for tag, weight in self.weights.get(sign, _NO_WEIGHTS).items():
                        row[tag] = row.get(tag, 0) + weight
                if len(self._sums) < _MOST_SUMS:
                    self._sums[key] = row
            yield row
        for sign in seen[_TAGS:]:
            if row := self.weights.get(sign):
                yield row


def _plain(word: str) -> str:
    return "!num" if word[:1].isdigit() else word.lower().replace("’", "'")


def signs(at: int, low: Sequence[str], word: str, before: str, earlier: str) -> tuple[str, ...]:
    """What speaks for a part of speech: the word, its ending and shape, its neighbours and their tags.

    ``low`` are the plain words with one mark at each end, so that word ``at`` stands at ``at + 1``.
    """
    own, follows = low[at + 1], low[at + 2]
    shape = "C" if word[:1].isupper() else "l"
    return (
        "w" + own,
        "s" + own[-3:],
        "h" + shape + ("0" if at == 0 else "") + own[-1:],
        "n" + follows,
        "m" + follows[-3:],
        "p" + before,
        "q" + before + earlier,
        "r" + before + own,
        "a" + low[at],
        "y" + own[-2:] + before,
        "o" + before + follows[-3:],
    )


@cache
def tagger() -> Tagger:
    """The fitted tagger, read once."""
    fitted = load_fitted(WEIGHTS)
    sure = {word: tag for line in fitted.lines("sure") for tag, *words in [line.split()] for word in words}
    weights: dict[str, dict[str, int]] = {}
    for line in fitted.lines("weights"):
        sign, *pairs = line.split()
        weights[sign] = {tag: int(weight) for tag, weight in zip(pairs[::2], pairs[1::2], strict=True)}
    return Tagger(sure, weights, tuple(fitted.lines("tags")))
