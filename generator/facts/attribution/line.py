"""One sentence as the grammar of reporting reads it: its items, the quotations, the language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...text.quotes import Quote
from .lexicon import Lexicon
from .phrases import Phrase
from .reported import Form, Part, Reported
from .tokens import Item

LONGEST_SENTENCE = 4000  # characters; what goes on longer is a table, a log or a text without its stops
DASHES = ",—–―-"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as the grammar reads it."""

    items: tuple[Item, ...]
    text: str
    quotes: Sequence[Quote]
    sentence: int
    lex: Lexicon
    titled: bool = False  # a headline, whose verbs may have capitals


def according_at(line: Line, at: int) -> int:
    """How many items "according to" takes at ``at``; 0 when it does not stand there."""
    return _according(line.items, at, line.lex)


def _according(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """The length of the longest "according to" that begins at ``at``."""
    if lex.leads and items[at].low not in lex.leads:
        return 0
    for phrase in lex.according:
        if len(phrase) <= len(items) - at and all(items[at + k].low == word for k, word in enumerate(phrase)):
            return len(phrase)
    return 0


def without_according(items: Sequence[Item], lex: Lexicon) -> tuple[Item, ...]:
    """The items less the words for "according to", whose capitals belong to no name: "Nach Angaben der Stadt"."""
    if not lex.nouns_capital:
        return tuple(items)
    kept: list[Item] = []
    skip = 0
    for at, item in enumerate(items):
        skip = max(skip - 1, _according(items, at, lex))
        if not skip:
            kept.append(item)
    return tuple(kept)


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
    denied = line.items[first].low in line.lex.deny
    return Reported(tuple(parts), form, line.sentence, line.text[start:end], start, end, speaker, via, denied)
