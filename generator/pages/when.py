"""EDTF in, the heading of a day out: what the reader sees large, what stands below it, and what machines read."""

from __future__ import annotations

from dataclasses import dataclass

from ..dates.edtf import Edtf, parse_edtf
from ..model import Fact
from ..timeline import Day, sureness
from .links import day_anchor
from .words import Words

FIRST_GREGORIAN_YEAR = 1583  # before it a weekday would be a reckoning nobody used


@dataclass(frozen=True, slots=True)
class When:
    """A date's two lines, ``16 May`` over ``Friday, 2025``; and the whole of it in one."""

    large: str
    small: str
    whole: str
    machine: str  # for <time datetime>; "" when HTML has no form for it
    anchor: str
    span: bool
    source_words: str = ""  # what the sources say, when they all say the same and no day is given


def when(day: Day, words: Words) -> When:
    """The heading of ``day``."""
    edtf = parse_edtf(day.date)
    large, small = _lines(edtf, words)
    return When(
        large,
        small,
        words.date(day.date, weekday=edtf.precision == "day"),
        machine_date(edtf),
        day_anchor(day.date),
        edtf.precision not in ("day", "time"),
        common_words(day.facts),
    )


def _lines(edtf: Edtf, words: Words) -> tuple[str, str]:
    """Day and month over weekday and year; anything wider stands whole."""
    exact = edtf.precision in ("day", "time") and not (edtf.approximate or edtf.uncertain)
    if not exact or edtf.earliest is None or edtf.earliest[0] <= 0:
        return words.date(str(edtf)), ""
    large = words.skeleton("MMMd", edtf.earliest)
    year = str(edtf.earliest[0])
    if edtf.earliest[0] < FIRST_GREGORIAN_YEAR:
        return large, year
    return large, f"{words.skeleton('EEEE', edtf.earliest)}, {year}"


def machine_date(edtf: Edtf) -> str:
    """The value of ``<time datetime>``: HTML knows days, months and years from 1 on, nothing vaguer."""
    known = edtf.precision in ("day", "month", "year") and not (edtf.approximate or edtf.uncertain)
    plain = known and edtf.earliest is not None and edtf.earliest[0] > 0 and edtf.value[0].isdigit()
    return edtf.value if plain and "X" not in edtf.value else ""


def common_words(facts: tuple[Fact, ...]) -> str:
    """The date's words, when every source of a span has the same ones."""
    if not facts or sureness(facts[0]) != "span":
        return ""
    found = {source.date.words for fact in facts for source in fact.sources if source.date.words}
    return found.pop() if len(found) == 1 else ""
