"""EDTF in, the heading of a day out: what the reader sees large, what stands below it, and what machines read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..edtf import Edtf, parse_edtf
from ..model import Fact
from ..timeline import Day, sureness
from .links import day_anchor
from .words import Words

LONGEST_LARGE = 9  # letters that fit the rail in the large size
LONGEST_SMALL_WORD = 3  # letters: "in", "the", "of", "AD" say nothing of their own
LONGEST_YEAR_SIGN = 3  # what some languages write after a year
FIRST_GREGORIAN_YEAR = 1583  # before it a weekday would be a reckoning nobody used


@dataclass(frozen=True, slots=True)
class When:
    """A date's two lines, ``16 May`` over ``Friday, 2025``."""

    large: str
    small: str
    machine: str  # for <time datetime>; "" when HTML has no form for it
    anchor: str
    span: bool
    source_words: str = ""  # what the sources say, when they all say the same and no day is given
    repeated: bool = False  # the heading already says all that those words say: ``in July 1687``


def when(day: Day, words: Words) -> When:
    """The heading of ``day``."""
    edtf = parse_edtf(day.date)
    large, small = words.kept(f"when {day.date}", lambda: _lines(edtf, words))
    large = large[:1].upper() + large[1:]  # it stands as a heading: "Autumn", "About 350 BC"
    said = common_words(day.facts)
    return When(
        large,
        small,
        machine_date(edtf),
        day_anchor(day.date),
        edtf.precision not in ("day", "time"),
        said,
        bool(said) and _repeats(said, f"{large} {small}"),
    )


def _lines(edtf: Edtf, words: Words) -> tuple[str, str]:
    """Day and month over weekday and year; of a span, the span over its year."""
    exact = edtf.precision in ("day", "time") and not (edtf.approximate or edtf.uncertain)
    start = edtf.earliest
    if not exact or start is None or start[0] <= 0:
        return _without_year(words.when(str(edtf)), edtf)
    large = words.skeleton("MMMMd", start)
    if len(large) > LONGEST_LARGE:
        large = words.skeleton("MMMd", start)
    year = str(start[0])
    if start[0] < FIRST_GREGORIAN_YEAR:
        return large, year
    return large, f"{words.skeleton('EEEE', start)}{words.gettext(', ')}{year}"


def _without_year(text: str, edtf: Edtf) -> tuple[str, str]:
    """``11–17 March 2024`` in two lines, when it ends in the one year it has."""
    one_year = edtf.earliest and edtf.latest and edtf.earliest[0] == edtf.latest[0]
    if not one_year or edtf.approximate or edtf.uncertain or edtf.earliest is None:
        return text, ""
    head, year, tail = text.rpartition(str(edtf.earliest[0]))
    alone = len(tail) <= LONGEST_YEAR_SIGN and not any(letter.isdigit() for letter in head[-1:] + tail)
    if not head.strip(" ,") or year in head or not alone:
        return text, ""
    return head.rstrip(" ,"), year + tail


def _repeats(said: str, heading: str) -> bool:
    """Whether ``said`` has no word of weight that ``heading`` lacks, and every number of it."""
    words, shown = (set(re.findall(r"[^\W_]+", text.casefold())) for text in (said, heading))
    new = {word for word in words - shown if len(word) > LONGEST_SMALL_WORD or word.isdigit()}
    return not new and all(word in words for word in shown if word[0].isdigit())


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
