"""A sentence's times in, the span of "the first nine months of 2019" or "die ersten fünf Monate" among them out."""

import re
from collections.abc import Sequence
from functools import cache

from ..language import time_words
from ..model import DateReason, ResolvedDate
from .scene import Dated, is_day

_MONTHS = re.compile(r"P(\d{1,2})M")
_YEAR = re.compile(r"[12]\d{3}(?=\D*$)")
_LED = 14  # characters before a length in which its rank may stand
_BEHIND = 16  # behind it, in which its year may
_ALL = 12


@cache
def _ranks(lang: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words for first, for last and for a year."""
    classes = time_words(lang).classes
    first = frozenset(word for word, rank in classes.get("ordinal", {}).items() if rank == 1)
    year = frozenset(word for word, unit in classes.get("unit", {}).items() if unit == "Y")
    return first, frozenset(classes.get("last", ())), year


def months_of_year(text: str, dates: Sequence[ResolvedDate], lang: str, own: str) -> Dated | None:
    """The months at the beginning or end of a year; without a year those of the article's own that are over."""
    for length in dates:
        count = _MONTHS.fullmatch(length.timex) if length.type == "DURATION" else None
        if count is None or not 2 <= int(count[1]) < _ALL:
            continue
        behind = text[length.end : length.end + _BEHIND]
        led = re.findall(r"\w+", text[max(0, length.start - _LED) : length.end].lower())
        (first, last, units), number = _ranks(lang), int(count[1])
        stated = _YEAR.search(length.words) or re.match(r"\W*(?:\w{1,3}\W+)?([12]\d{3})\b", behind)
        if not stated and (first.isdisjoint(led) or not _of_own(length.words + behind, units, number, own)):
            continue
        year, words = stated[stated.lastindex or 0] if stated else own[:4], length.words
        if not first.isdisjoint(led):
            return Dated(f"{year}-01/{year}-{number:02d}", DateReason(words, length.rule, "stated"))
        if not last.isdisjoint(led):
            last_months = f"{year}-{_ALL + 1 - number:02d}/{year}-{_ALL}"
            return Dated(last_months, DateReason(words, length.rule, "stated"))
    return None


def _of_own(words: str, units: frozenset[str], months: int, own: str) -> bool:
    """ "the first five months of the year", in an article of a later month."""
    of_year = not units.isdisjoint(re.findall(r"\w+", words.lower()))
    return of_year and is_day(own) and int(own[5:7]) > months
