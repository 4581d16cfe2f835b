"""Sentences in; the time expressions in them, as readings, out.

A sentence without any trigger word costs only its tokens. Candidates of all rules compete: the longest
stretch wins, then the earlier rule of the grammar; a reader may still decline ("2022 troops").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Sentence
from . import read_calendar as cal
from . import read_clock as clock
from . import read_offsets as offsets
from . import read_quarters as quarters
from . import read_references as references
from . import read_relative as rel
from . import read_spans as spans
from . import read_years as years
from .compose import compose
from .grammar import Candidate, candidates
from .lexicon import lexicon, own_table
from .numeric import date_order, order_in
from .reading import Reading
from .subject import is_sport
from .tokens import Tokens, tokenize
from .words import names_old_year

Reader = Callable[[Tokens, Candidate], tuple[Reading, ...]]

READERS: dict[str, Reader] = {
    "iso-date": cal.iso_date, "east-asian-date": cal.east_asian_date, "month-day-year": cal.full_date, "day-month-year": cal.full_date,
    "month-day": cal.month_day, "day-month": cal.month_day, "month-year": cal.month_year, "year-month-day": cal.year_month_day,
    "month-day-range": cal.day_range, "day-range-month": cal.day_range, "month": cal.month,
    "year": years.year, "the-year": years.the_year, "short-year": years.short_year, "year-range": years.year_range,
    "era-year": years.era_year, "ad-year": years.era_year, "era-range": years.era_range,
    "era-month": years.era_month, "era-season": years.era_season, "decade": years.decade,
    "century": years.century, "season": years.season, "season-year": years.season_year,
    "season-range": years.season_range, "weekday": cal.weekday, "weekday-part": cal.weekday_part,
    "named-day": cal.named_day, "nth-weekday": cal.nth_weekday, "day-of-month": cal.day_of_month, "half-wide": quarters.half_wide, "historic-day": cal.historic_day,
    "deictic-day": rel.deictic_day, "deictic-part": rel.deictic_part,
    "relative-unit": rel.relative_unit, "relative-part": rel.relative_part, "offset": offsets.offset,
    "offset-bare": offsets.offset_bare, "unit-following": rel.unit_following,
    "part-beside": rel.part_beside,
    "inside-unit": rel.inside_unit, "narrative-unit": rel.narrative_unit,
    "duration": spans.duration, "duration-modified": spans.duration_modified,
    "duration-last": spans.duration_last, "duration-bare": spans.duration_bare, "duration-long": spans.duration_long,
    "set-every": spans.set_every, "set-adverb": spans.set_adverb, "set-rate": spans.set_rate,
    "set-weekends": spans.set_weekends,
    "reference": references.reference, "reference-past": references.reference_past,
    "reference-adjective": references.reference_adjective,
    "quarter": quarters.quarter, "quarter-year": quarters.quarter, "half-year": quarters.half,
    "fiscal-year": quarters.fiscal_year,
    "fiscal-relative": quarters.fiscal_relative, "clock": clock.clock,
    "offset-before": offsets.offset_before, "relative-unit-after": rel.relative_unit_after,
    "same-time": rel.same_time,
    "relative-word": rel.relative_word, "offset-half": offsets.offset, "period-earlier": offsets.period_earlier, "duration-half": spans.duration,
    "unit-end": rel.unit_end, "reference-recent": references.reference_recent,
    "clock-military": clock.clock_military, "quarter-short": quarters.quarter_short, "clock-hour": clock.clock_hour, "clock-noon": clock.clock_noon,
    "part": clock.part,
}  # fmt: skip

# Classes of which a time expression needs at least one; numbers and small words alone are none.
_TRIGGERS = frozenset("I年8KYMmWwUQHPSVRAJzd/:'BpOFLZ#dj0!")


@dataclass(slots=True)
class Found:
    """The tokens of one sentence and the readings in it, in order."""

    tokens: Tokens
    readings: list[Reading]
    sentence: int
    opens: bool = False  # the sentence opens a block
    outside: bool = False  # the block is a caption, byline or the like
    _asides: bytearray | None = None

    def is_aside(self, index: int) -> bool:
        """Whether a token stands in parentheses or quotation marks."""
        if self._asides is None:
            self._asides = _asides(self.tokens.tags)
        return bool(self._asides[index])


_PARTS_OF_GAMES = ("quarter", "half-year")


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
        tokens = tokenize(text, sentence.start, sentence.end, lex)
        if _TRIGGERS.isdisjoint(tokens.tags) and not _numbers_only(tokens):
            continue
        readings = read_sentence(tokens, order)
        if any(one.rule in _PARTS_OF_GAMES and one.when.year is None for one in readings) and is_sport(text):
            readings = [
                one for one in readings if one.rule not in _PARTS_OF_GAMES or one.when.year is not None
            ]
        if readings:
            result.append(Found(tokens, compose(tokens, readings), number, opens))
    return result


def _numbers_only(tokens: Tokens) -> bool:
    """Whether a sentence without a time word may name a time all the same: ``died in 833``, ``on the 15th``."""
    if "ho" in tokens.tags and any(
        tag == "o" and low[0].isdigit() for tag, low in zip(tokens.tags, tokens.lows, strict=True)
    ):
        return True
    return "N" in tokens.tags and names_old_year(tokens)


def _sure(tokens: Tokens, reading: Reading, order: str) -> bool:
    """Whether a date made of borrowed words is read the same by a second reader."""
    if own_table(tokens.lang):
        return True
    from .second_reading import confirmed  # loads dateparser

    return confirmed(tokens.text[reading.start : reading.end], reading, tokens.lang, order)


def read_sentence(tokens: Tokens, order: str) -> list[Reading]:
    """The readings of one sentence, not overlapping, in order."""
    options = sorted(candidates(tokens.tags), key=lambda c: (c.first - c.last, c.rank))
    taken = bytearray(len(tokens.tags))
    chosen: list[Reading] = []
    for option in options:
        if any(taken[option.first : option.last]):
            continue
        if option.rule == "numeric-date":
            readings = cal.numeric_date(tokens, option, order)
        else:
            reader = READERS.get(option.rule)
            readings = reader(tokens, option) if reader else ()
        if not readings or not _sure(tokens, readings[-1], order):
            continue
        first, last = readings[0].first, readings[-1].last
        taken[first:last] = b"\x01" * (last - first)
        chosen.extend(readings)
    chosen.sort(key=lambda reading: reading.start)
    return chosen
