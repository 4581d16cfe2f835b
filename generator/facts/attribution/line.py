"""One sentence as the grammar of reporting reads it: its items, the quotations, the language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon import Lexicon
from .phrases import Phrase
from .quotes import Quote
from .reported import Form, Part, Reported
from .tokens import Item

DASHES = ",—–-"


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
    for phrase in line.lex.according:
        if len(phrase) <= len(line.items) - at and all(
            line.items[at + k].low == word for k, word in enumerate(phrase)
        ):
            return len(phrase)
    return 0


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
