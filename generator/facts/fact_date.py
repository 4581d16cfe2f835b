"""A fact's words and the dates of its sentence in, the date of what happened and the reason out.

Of the times a sentence mentions, the fact's is the one its main clause stands in. Times that say how
long ago, until when, or which thing ("first since 1998", "the 1998 talks") are never it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Article, DateReason, ResolvedDate, Sentence
from .speech import Voice

# What a time's role makes it worth for the fact: lower is better; None never dates it.
_ROLES: dict[str, int | None] = {
    "": 0,
    "starting": 0,
    "between": 0,
    "from": 1,
    "possessive": 2,
    "by": None,
    "until": None,
    "since": None,
    "comparison": None,
    "attributive": None,
}
_USABLE = ("DATE", "TIME")
_BACKGROUND = re.compile(
    r"\b(?:which|who|whom|whose|where|because|although|though|unlike|compared (?:with|to)|than|as (?:it|he|she|they) (?:did|had)"
    r"|founded|born|built|established|elected|appointed|launched|dating|first (?:\w+ ){0,2}since|last (?:\w+ ){0,2}(?:in|held))\b",
    re.IGNORECASE,
)
_OPEN_CLAUSE = re.compile(r"^[\s\"“]*(?:after|before|when|as|while|although|though|since|once|until|despite|if)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a fact and why."""

    edtf: str
    reason: DateReason


def date_of(
    article: Article,
    sentence: Sentence,
    voice: Voice,
    dates: Sequence[ResolvedDate],
    carried: Dated | None = None,
) -> Dated:
    """The fact's date: stated in what was said, else where it was said, else the article's day or the story's."""
    here = [d for d in dates if sentence.start <= d.start < sentence.end and d.type in _USABLE and d.edtf]
    usable = [d for d in here if _ROLES.get(d.role, 0) is not None]
    said = [d for d in usable if any(start <= d.start < end for start, end in voice.spans)] if voice.spans else usable
    chosen = _best(article.text, sentence, said) or _best(article.text, sentence, [d for d in usable if d not in said])
    if chosen is not None:
        return Dated(_value(chosen), _reason(chosen))
    if carried is not None:
        return carried
    return undated(article)


def undated(article: Article) -> Dated:
    """The article's own day for a sentence without one; ``""`` when the article's day is unknown."""
    published = article.published
    basis = "inferred" if published.basis in ("inferred", "text") else "published"
    if not published.value:
        return Dated("", DateReason(basis="published"))
    return Dated(
        published.day,
        DateReason(rule="", basis=basis, anchor=published.day, anchor_basis="published"),
    )


def _value(date: ResolvedDate) -> str:
    """The EDTF of the fact: what starts on a day has that day; an open end is cut."""
    value = date.edtf.split("T")[0]
    if date.role == "starting" and value.endswith("/.."):
        return value[:-3]
    return value


def _reason(date: ResolvedDate) -> DateReason:
    """Why, as the source keeps it."""
    return DateReason(date.words, date.rule, date.basis, date.anchor, date.anchor_basis)


def _best(text: str, sentence: Sentence, dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """The date that the main clause stands in: best role first, then clause, then order."""
    ranked = [(_cost(text, sentence, date), at, date) for at, date in enumerate(dates)]
    ranked = [row for row in ranked if row[0] < _NEVER]
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


_NEVER = 100


def _cost(text: str, sentence: Sentence, date: ResolvedDate) -> int:
    """How far a date is from the main clause."""
    cost = _ROLES.get(date.role, 0) or 0
    before = text[sentence.start : date.start]
    clause = _clause_before(before)
    if _BACKGROUND.search(clause):
        cost += 10
    elif _OPEN_CLAUSE.match(before) and "," not in before and "," in text[date.end : sentence.end]:
        cost += 5
    if re.fullmatch(r"(?:XXXX.*|PAST_REF|PRESENT_REF|FUTURE_REF)", date.timex):
        cost += 20
    return cost


def _clause_before(before: str) -> str:
    """The words between the last clause boundary and a date."""
    cut = max(before.rfind(mark) for mark in (",", ";", "—", "–", "(", ":"))
    return before[cut + 1 :]
