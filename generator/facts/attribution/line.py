"""One sentence as the grammar of reporting reads it: its items, the quotations, the language."""

from collections.abc import Sequence

from ...language import everywhere
from ...model import Block
from ...text.annotation import Annotation
from ...text.quotes import Quote
from ...values import dataclass
from .lexicon import Lexicon
from .phrases import Phrase
from .reported import Form, Part, Reported
from .tokens import Item

LONGEST_SENTENCE = 4000  # characters; what goes on longer is a table, a log or a text without its stops
_TITLE = 10  # words of the longest title
_SMALL = 3  # letters of a word that may be small in one


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as the grammar reads it."""

    items: tuple[Item, ...]
    text: str  # of the article
    quotes: Sequence[Quote]  # of the article
    sentence: int
    lex: Lexicon
    form: Annotation
    block: Block
    words: tuple[Item, ...] = ()  # the same items, of quotations too each word

    @property
    def titled(self) -> bool:
        """A headline, whose verbs may have capitals."""
        return self.block.kind == "headline"

    @property
    def whole(self) -> str:
        """All that it says."""
        return self.text[self.form.start : self.form.end]


def according_at(line: Line, at: int) -> int:
    """How many items "according to" takes at ``at``; 0 when it does not stand there."""
    return _according(line.items, at, line.lex)


def _according(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """The length of the longest "according to" that begins at ``at``."""
    if lex.leads and items[at].low not in lex.leads:
        return 0
    lengths = (_length(items, at, phrase) for phrase in lex.according)
    return next(filter(None, lengths), 0)


def _length(items: Sequence[Item], at: int, phrase: Sequence[str]) -> int:
    """How many items the phrase takes at ``at``, where "_" stands for one or two small words: "по предварительным данным"."""
    here = at
    for k, word in enumerate(phrase):
        if word == "_":
            ends = (n for n in (here + 1, here + 2) if n < len(items) and _fits(items[n].low, phrase[k + 1]))
            end = next(ends, here)
            if end == here or any(item.kind != "word" or item.capital for item in items[here:end]):
                return 0
            here = end
        elif here < len(items) and _fits(items[here].low, word):
            here += word[0] != "*"
        else:
            return 0
    return here - at


def _fits(low: str, word: str) -> bool:
    """The word, or after a star how a longer one ends, whose first part is the source: "nach Polizeiangaben"."""
    return low == word or (word[0] == "*" and low.endswith(word[1:]) and len(low) > len(word))


def without_according(items: Sequence[Item], lex: Lexicon) -> tuple[Item, ...]:
    """The items less the words for "according to", whose capitals belong to no name: "Nach Angaben der Stadt"."""
    if not lex.strict_that:
        return tuple(items)
    kept: list[Item] = []
    skip = 0
    for at, item in enumerate(items):
        skip = max(skip - 1, _according(items, at, lex))
        if not skip:
            kept.append(item)
    return tuple(kept)


def is_title(said: str) -> bool:
    """The words are a title: "The Long Way Home", each of more than three letters with a capital."""
    found = said.rstrip(".,").split()
    bare = [word.strip("'’\"()-:,") for word in found]
    ends = 2 <= len(bare) <= _TITLE and bare[0][:1].isupper() and bare[-1][:1].isupper()
    begin = (word[:1] for word in bare if len(word) > _SMALL)
    return ends and all(one.isupper() or not one.isalpha() for one in begin) and {"?", "!"}.isdisjoint(said)


def report_at(
    line: Line,
    parts: Sequence[Part],
    form: Form,
    first: int,
    last: int,
    speaker: Phrase | None,
    via: str = "",
) -> Reported:
    """Speech whose cue is ``items[first..last]``."""
    start, end = line.items[first].start, line.items[last].end
    negated = first > 0 and line.items[first - 1].low in everywhere.negation  # "не виключає, що"
    denied = line.items[first].low in line.lex.deny and not negated
    return Reported(tuple(parts), form, line.sentence, line.text[start:end], start, end, speaker, via, denied)
