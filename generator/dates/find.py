"""Sentences in; the time expressions in them, as readings, out.

A sentence without any trigger word costs only its tokens. Candidates of all rules compete: the longest
stretch wins, then the earlier rule of the grammar; a reader may still decline ("2022 troops").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Sentence
from . import (
    read_calendar,
    read_clock,
    read_offsets,
    read_quarters,
    read_references,
    read_relative,
    read_spans,
    read_years,
)
from .compose import compose
from .grammar import PATTERNS, Candidate, candidates
from .lexicon import lexicon, own_table
from .lexicon.table import TRIGGERS
from .numeric import date_order, order_in
from .reading import Reading
from .tokens import Tokens, tokenize
from .words import names_old_year

Reader = Callable[[Tokens, Candidate], tuple[Reading, ...]]

_MODULES = (
    read_calendar, read_clock, read_offsets, read_quarters, read_references, read_relative, read_spans, read_years,
)  # fmt: skip
_FUNCTIONS: dict[str, Reader] = {name: one for module in _MODULES for name, one in vars(module).items()}
# A rule is read by the function of its name, these by that of another.
_ALIKE = {
    "day-month-year": "month-day-year", "day-month": "month-day", "day-range-month": "month-day-range",
    "ad-year": "era-year", "quarter-year": "quarter", "offset-half": "offset", "duration-half": "duration",
}  # fmt: skip
READERS = {rule: _FUNCTIONS[_ALIKE.get(rule, rule).replace("-", "_")] for rule, _ in PATTERNS}


@dataclass(slots=True)
class Found:
    """The tokens of one sentence and the readings in it, in order."""

    tokens: Tokens
    readings: list[Reading]
    sentence: int
    opens: bool = False  # the sentence opens a block
    outside: bool = False  # the block is a caption, byline or the like
    _asides: bytearray | None = None

    def is_aside(self, reading: Reading) -> bool:
        """Whether the words stand in parentheses or quotation marks."""
        if self._asides is None:
            self._asides = _asides(self.tokens.tags)
        return bool(self._asides[reading.first])


def _asides(tags: str) -> bytearray:
    """For each token, whether a parenthesis or quotation is open before it."""
    open_now = bytearray(len(tags) + 1)
    depth = quoted = 0
    for index, tag in enumerate(tags):
        open_now[index] = depth > 0 or quoted
        depth += (tag == "(") - (tag == ")")
        quoted ^= tag == '"'
    return open_now


def find_readings(
    text: str, sentences: Sequence[Sentence], lang: str = "en", country: str = "", given_order: str = ""
) -> list[Found]:
    """Every sentence that holds a time expression, with its readings."""
    lex = lexicon(lang)
    order = date_order(lang, country, given_order) or order_in(text)
    result = []
    block = -1
    for number, sentence in enumerate(sentences):
        opens, block = sentence.block != block, sentence.block
        if not lex.may_tell(text, sentence.start, sentence.end):
            continue
        tokens = tokenize(text, sentence.start, sentence.end, lex, order)
        if TRIGGERS.isdisjoint(tokens.tags) and not _numbers_only(tokens):
            continue
        readings = read_sentence(tokens)
        if readings:
            result.append(Found(tokens, compose(tokens, readings), number, opens))
    return result


def _numbers_only(tokens: Tokens) -> bool:
    """Whether a sentence without a time word may name a time all the same: ``died in 833``, ``on the 15th``."""
    ranks = (low for tag, low in zip(tokens.tags, tokens.lows, strict=True) if tag == "o")
    ranked = "ho" in tokens.tags and any(low[0].isdigit() for low in ranks)
    return ranked or "from today" in tokens.lows or ("N" in tokens.tags and names_old_year(tokens))


def _sure(tokens: Tokens, reading: Reading) -> bool:
    """Whether a date made of borrowed words is read the same by a second reader."""
    if own_table(tokens.lang):
        return True
    from .second_reading import confirmed  # loads dateparser

    return confirmed(tokens.text[reading.start : reading.end], reading, tokens.lang, tokens.order)


def read_sentence(tokens: Tokens) -> list[Reading]:
    """The readings of one sentence, not overlapping, in order."""
    options = sorted(candidates(tokens.tags), key=lambda c: (c.first - c.last, c.rank))
    taken = bytearray(len(tokens.tags))
    chosen: list[Reading] = []
    for option in options:
        if any(taken[option.first : option.last]):
            continue
        readings = READERS[option.rule](tokens, option)
        if not readings or not _sure(tokens, readings[-1]):
            continue
        first, last = readings[0].first, readings[-1].last
        taken[first:last] = b"\x01" * (last - first)
        chosen.extend(readings)
    chosen.sort(key=lambda reading: reading.start)
    return chosen
