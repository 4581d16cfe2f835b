"""Sentences in; the dates they name, resolved and with the rule that read each, out."""

import datetime
import re
from collections.abc import Sequence
from functools import cache, partial

from ..errors import Problem, problem
from ..language import calendar_names
from ..model import Block, Published, ResolvedDate, Sentence
from ..text.annotate import forms_of
from ..text.annotation import Annotation
from .find import find_readings
from .resolve import resolve
from .rules import RULES, DateRule

__all__ = ["RULES", "DateRule", "date_problems", "resolve_dates"]

_TELLING = ("body", "headline", "subheading")


def resolve_dates(
    text: str,
    sentences: Sequence[Sentence],
    *,
    blocks: Sequence[Block] = (),
    published: Published = Published(),
    lang: str = "en",
    country: str = "",
    date_order: str = "",
) -> tuple[ResolvedDate, ...]:
    """Every time expression of ``sentences`` with its meaning, in the order of the text."""
    founds = find_readings(text, sentences, lang, country, date_order)
    forms = cache(partial(forms_of, text, tuple(sentences), tuple(blocks), lang))

    def form(number: int) -> Annotation:
        return forms().of(number)

    for found in founds:  # a date in a caption or byline is not where the story stands
        block = sentences[found.sentence].block
        found.outside = 0 <= block < len(blocks) and blocks[block].kind not in _TELLING
        found.tokens.annotated = partial(form, found.sentence)
    return resolve(founds, published=published)


def date_problems(dates: Sequence[ResolvedDate], *, article: str = "") -> tuple[Problem, ...]:
    """A problem for every date that no calendar has, and for those in digits whose order nothing tells."""
    unlike = [("date-weekday", one) for one in dates if _other_weekday(one)]
    without = [(_without_day(one), one) for one in dates if not one.edtf]
    return tuple(problem(code, article=article, value=one.words) for code, one in unlike + without if code)


def _without_day(date: ResolvedDate) -> str:
    """The problem of words that name a day its month does not have, or that two orders may mean, else ``""``."""
    if date.rule in _FULL_DATES and date.timex.endswith("-XX-XX"):
        return "date-impossible"
    return "date-ambiguous" if date.rule == "numeric-date" else ""


def _other_weekday(date: ResolvedDate) -> bool:
    """Whether the words name a weekday that the day they state was not: "Friday, 2 March 2024"."""
    if date.basis != "stated" or date.rule not in _FULL_DATES[:3] or not _ISO_DAY.fullmatch(date.edtf):
        return False
    first = date.words.lower().replace(",", " ").split()[0]
    weekday = calendar_names("weekday").get(first)
    return weekday is not None and datetime.date.fromisoformat(date.edtf).weekday() != weekday


_ISO_DAY = re.compile(r"[12]\d{3}-\d{2}-\d{2}")
_FULL_DATES = (
    "month-day-year", "day-month-year", "numeric-date", "month-day", "day-month", "month-day-range", "day-range-month",
)  # fmt: skip
