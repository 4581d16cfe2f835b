"""Words of an English sentence in, their parts of speech out, by a small averaged perceptron.

The weights are a data file that ``python -m benchmarks.fit_tagger`` writes; most words of news are always
the same part of speech and are looked up, the others are weighed by their ending and their neighbours.
Tags: N noun, NP name, PR pronoun, PS possessive pronoun, D determiner, J adjective, R adverb, I preposition or
subordinator, TO, CC, W question word, MD modal, VB VBP VBZ VBD VBN VBG as in the Penn Treebank, RP particle,
CD number, POS possessive ending, P punctuation, X other.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from operator import mul
from pathlib import Path
from struct import Struct
from typing import TypeAlias, TypeVar

from ..fitted import load_fitted
from ..language import english, language, pattern

WEIGHTS = Path(__file__).parent / "tagger_en.json"
_MOST = 20_000  # whose answer is kept
_BREAKS = '"“”.:;'
_NOT_GROWN = pattern("grown-not")
_K = TypeVar("_K")
_MISTAKEN = frozenset({"N", "J", "I", "VBD"})
_T = TypeVar("_T")
_Group: TypeAlias = Callable[[str, str], tuple[str, ...]]
_LANE = 32  # bits that each tag's sum has in a packed row
_MIDDLE = 1 << (_LANE - 2)  # added to every lane, so that no sum of weights is negative


@dataclass(frozen=True, slots=True)
class Tagger:
    """The fitted numbers: words with one part of speech, and the weights of each sign for tags: "VBD 12 VBN -3".

    All tags of a sign stand in one integer, a lane each, so that signs are weighed by plain additions.
    """

    sure: Mapping[str, str]
    rows: Mapping[str, str]
    tags: tuple[str, ...]
    _lanes: dict[str, int] = field(init=False, repr=False, compare=False)
    _packed: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)
    _known: tuple["_Kept[str, str | None]", ...] = field(init=False, repr=False, compare=False)
    _sums: tuple["_Kept[tuple[str, str], int]", ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lanes = {tag: 1 << (_LANE * at) for at, tag in enumerate(self.tags)}
        object.__setattr__(self, "_lanes", lanes)
        known = tuple(_Kept(partial(self.known, starts=starts)) for starts in ("^", ""))
        object.__setattr__(self, "_known", known)
        object.__setattr__(self, "_sums", tuple(_Kept(partial(self._sum, group)) for group in _SIGNS))

    def tag(self, words: Sequence[str], lows: Sequence[str] | None = None) -> tuple[str, ...]:
        """One tag for each word; ``lows`` are the same in lower case with straight apostrophes, where they are at hand."""
        plain = map(_plain, words) if lows is None else ["!num" if low[0].isdigit() else low for low in lows]
        low = ["-B1", *plain, "-E1"]
        of_word, of_tags, of_own, of_next, of_last = self._sums
        middle, size = _MIDDLE * sum(self._lanes.values()), _LANE // 8 * len(self.tags)
        opening, inside = self._known
        known, found, unpack = opening, [], Struct(f"<{len(self.tags)}I").unpack
        before, earlier, told = "-S", "-S2", _plain_verbs()
        for at, word in enumerate(words):
            tag = known[word]
            if tag is None:
                (last, own, follows), shape = low[at : at + 3], "C" if word[0].isupper() else "l"
                total = of_word[own, shape if at else shape + "0"] + of_tags[before, earlier] + middle
                total += of_own[before, own] + of_next[before, follows] + of_last[last, ""]
                lanes = unpack(total.to_bytes(size, "little"))
                tag = self.tags[lanes.index(max(lanes))]
            if tag in _MISTAKEN and low[at + 1] in told and _many_tell(low, at, before):
                tag = "VBP"
            found.append(tag)
            earlier, before, known = before, tag, opening if word in _BREAKS else inside
        return tuple(found)

    def known(self, word: str, starts: str) -> str | None:
        """The tag that needs no weighing; ``starts`` is empty inside a sentence."""
        tag = self.sure.get(word.lower())
        if grown := _NOT_GROWN.fullmatch(word):
            return "VBD" if grown["past"] else "VBP" if grown["present"] else "MD"
        if tag is None and not starts and word[0].isupper():
            return "NP"
        if tag is None and word[0].isdigit():
            return "CD"
        if tag is None and len(word) == 1 and not word.isalnum():
            return "P"
        return tag

    def _sum(self, group: _Group, pair: tuple[str, str]) -> int:
        """What the signs of a pair weigh together."""
        return sum(map(self._weight, group(*pair)))

    def _weight(self, sign: str) -> int:
        """The row of a sign with its tags in their lanes, made when it is first asked for."""
        found = self._packed.get(sign)
        if found is None and sign in self.rows:
            row = self.rows[sign].split()
            lanes = map(self._lanes.__getitem__, row[::2])
            found = self._packed[sign] = sum(map(mul, map(int, row[1::2]), lanes))
        return found or 0


class _Kept(dict[_K, _T]):
    """What a function answers, of the last few thousand that were asked."""

    def __init__(self, answer: Callable[[_K], _T]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: _K) -> _T:
        if len(self) >= _MOST:
            self.clear()
        found = self[asked] = self._answer(asked)
        return found


@cache
def _plain_verbs() -> frozenset[str]:
    """Verbs of reporting in the form that many tell in: "argue"."""
    return frozenset(verb.lemma for verb in language("en").verbs if verb.lemma in verb.present)


def _many_tell(low: Sequence[str], at: int, before: str) -> bool:
    """A word that the weights took for a noun tells what many say: "the owners argue that", "they admit it"."""
    last, follows = low[at], low[at + 2]
    plural = last.endswith("s") and not last.endswith(("'s", "ss"))
    if follows not in english.begins_clause or not (before == "PR" or (before in ("N", "NP") and plural)):
        return False
    return follows not in english.that or low[at + 3] not in english.finite


def _plain(word: str) -> str:
    return "!num" if word[0].isdigit() else word.lower().replace("’", "'")


# What speaks for a part of speech, in pairs of what it depends on: the word, its shape, its neighbours, their tags.
_SIGNS: tuple[_Group, ...] = (
    lambda own, shape: ("w" + own, "s" + own[-3:], "h" + shape + own[-1:]),
    lambda before, earlier: ("p" + before, "q" + before + earlier),
    lambda before, own: ("r" + before + own, "y" + own[-2:] + before),
    lambda before, follows: ("n" + follows, "m" + follows[-3:], "o" + before + follows[-3:]),
    lambda last, _: ("a" + last,),
)


def signs(at: int, low: Sequence[str], word: str, before: str, earlier: str) -> tuple[str, ...]:
    """All signs of a word; ``low`` are the plain words with one mark at each end, so that word ``at`` is at ``at + 1``."""
    (last, own, follows), shape = low[at : at + 3], "C" if word[0].isupper() else "l"
    word_and_tags = (own, shape if at else shape + "0"), (before, earlier)
    pairs = (*word_and_tags, (before, own), (before, follows), (last, ""))
    return tuple(sign for group, pair in zip(_SIGNS, pairs, strict=True) for sign in group(*pair))


@cache
def tagger() -> Tagger:
    """The fitted tagger, read once."""
    fitted = load_fitted(WEIGHTS)
    sure = {word: tag for line in fitted.lines("sure") for tag, *words in [line.split()] for word in words}
    rows = dict(line.split(" ", 1) for line in fitted.lines("weights"))
    return Tagger(sure, rows, tuple(fitted.lines("tags")))
