"""Words of an English sentence in, their parts of speech out, by a small averaged perceptron.

The weights are a data file that ``python -m benchmarks.fit_tagger`` writes; most words of news are always
the same part of speech and are looked up, the others are weighed by their ending and their neighbours.
Tags: N noun, NP name, PR pronoun, PS possessive pronoun, D determiner, J adjective, R adverb, I preposition or
subordinator, TO, CC, W question word, MD modal, VB VBP VBZ VBD VBN VBG as in the Penn Treebank, RP particle,
CD number, POS possessive ending, P punctuation, X other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from struct import unpack

from ..fitted import load_fitted

WEIGHTS = Path(__file__).parent / "tagger_en.json"
_OWN, _FOLLOWS, _TAGS = 3, 5, 7  # where the signs of the word, of the next word and of the tags before end
_MOST_SUMS = 50_000
_BREAKS = '"“”.:;'
# A helper grown together with "not" is the helper.
_NOT_GROWN = re.compile(
    r"(?P<past>did|was|were|had)n['’]t|(?P<present>do|does|is|are|has|have|ai)n['’]t|\w+n['’]t|cannot",
    re.IGNORECASE,
)
_LANE = 32  # bits that each tag's sum has in a packed row
_MIDDLE = 1 << (_LANE - 2)  # added to every lane, so that no sum of weights is negative


@dataclass(frozen=True, slots=True)
class Tagger:
    """The fitted numbers: words with one part of speech, and the weights of each sign.

    All tags of a sign stand in one integer, a lane each, so that signs are weighed by plain additions.
    """

    sure: Mapping[str, str]
    rows: Mapping[str, int]
    tags: tuple[str, ...]
    _totals: dict[tuple[str, ...], int] = field(default_factory=dict, repr=False, compare=False)

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
        rows, totals, size = self.rows, self._totals, len(self.tags)
        total = _middle(size)
        for group in (tuple(seen[:_OWN]), tuple(seen[_OWN:_FOLLOWS]), tuple(seen[_FOLLOWS:_TAGS])):
            known = totals.get(group)
            if known is None:
                known = sum(rows.get(sign, 0) for sign in group)
                if len(totals) < _MOST_SUMS:
                    totals[group] = known
            total += known
        for sign in seen[_TAGS:]:
            total += rows.get(sign, 0)
        lanes = unpack(f"<{size}I", total.to_bytes(size * _LANE // 8, "little"))
        return self.tags[lanes.index(max(lanes))]


@cache
def _middle(size: int) -> int:
    """A row of ``size`` lanes that each hold the middle."""
    return sum(_MIDDLE << (_LANE * lane) for lane in range(size))


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
    tags = tuple(fitted.lines("tags"))
    lane = {tag: _LANE * at for at, tag in enumerate(tags)}
    rows: dict[str, int] = {}
    for line in fitted.lines("weights"):
        sign, *pairs = line.split()
        rows[sign] = sum(int(by) << lane[tag] for tag, by in zip(pairs[::2], pairs[1::2], strict=True))
    return Tagger(sure, rows, tags)
