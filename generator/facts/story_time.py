"""A sentence without a date of its own and what was told before it in, the date it may claim out.

Fresh news happens on the article's day. Background does not: what had happened before, what used to
be, or what follows a sentence about years ago gets no day it does not claim. An article that tells
history carries the date of the event it is telling.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..edtf import EdtfError, parse_edtf
from ..model import Article, DateBasis, DateReason, ResolvedDate
from .kinds import main_clause

_FRESH_DAYS = 60  # a time this near to the article's day belongs to its news
_OLD_DAYS = 730  # one this far away belongs to history

_TIMELESS = re.compile(
    r"^in that \w+|^one (?:day|morning|evening|night|summer|winter|spring|autumn)\b|\bat the turn of the century\b|^(?:that|the same) (?:year|decade|century)\b|\bused to\b|\bin the (?:distant )?past\b|\bhistorically\b|\btraditionally\b"
    r"|\bfor (?:many |several )?(?:centuries|generations|decades|millennia)\b"
    r"|\b(?:in|during) (?:earlier|previous|past|former|prior) (?:years|decades|seasons|centuries|times|wars|elections|cases)\b"
    r"|(?<!\d )\b(?:centuries|generations|decades|many years|years|long) ago\b|\bonce upon\b|\bin those days\b|\bat (?:one|the) time\b",
    re.IGNORECASE,
)
_PLUPERFECT = re.compile(
    r"\bhad(?:n['’]t| not)?(?: (?:\w+ly|long|already|once|never|also|just|ever|earlier|first|since))?"
    r" (?:been|become|gone|done|come|begun|run|\w+(?:ed|en|wn|ght|ung|old|ade|ept|eft|ost|elt|uck|ood|aid|ead|set|put|cut|hit))\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|says?|remains?|will|can|may|must)\b|\b(?:isn|aren|hasn|haven|won)['’]t\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a fact and why."""

    edtf: str
    reason: DateReason


@dataclass(frozen=True, slots=True)
class Story:
    """What the article's day is to its sentences: ``history`` when it tells of years long before it."""

    article: Article
    history: bool = False


def story_of(article: Article, dates: Sequence[ResolvedDate]) -> Story:
    """Whether the article tells history: at least two times, all of them long before its own day."""
    own = _own(article)
    found = (_age(d.edtf, own) for d in dates if d.type in ("DATE", "TIME") and d.edtf)
    ages = [age for age in found if age is not None]
    if own is None:
        return Story(article, len(ages) >= 2)
    old = sum(age > _OLD_DAYS for age in ages)
    fresh = sum(-_FRESH_DAYS <= age <= _FRESH_DAYS for age in ages)
    return Story(article, old >= 2 and fresh == 0 and 10 * old >= 7 * len(ages))


def undated(
    story: Story,
    sentence: str,
    *,
    spoken: bool,
    dates: Sequence[ResolvedDate] = (),
    before: Dated | None = None,
    told_first: bool = False,
) -> Dated:
    """The date of a sentence that states none; ``before`` is that of the sentence in front of it.

    ``told_first``: what happened leads the sentence and who says so only follows.
    """
    main = main_clause(sentence)
    if story.history:
        carries = (
            before is not None
            and before.edtf
            and not any(_age(d.edtf, None) for d in dates)  # "Roe, who died in 1912, …": of another time
            and not _PRESENT.search(main)
            and not _TIMELESS.search(main)
        )
        return _carried(before) if carries and before is not None else Dated("", DateReason())
    if not spoken and (
        _TIMELESS.search(main) or (_PLUPERFECT.search(main) and not _names_fresh(story, dates))
    ):
        return Dated("", DateReason())
    goes_on = not spoken or (told_first and not _PLUPERFECT.search(main))
    if before is not None and before.reason.words and goes_on and not _PRESENT.search(main):
        age = _age(before.edtf, _own(story.article))
        if age is not None and age > 0 and _DAY.fullmatch(before.edtf):
            return _carried(before)  # "The dam burst on 2 May. Nine people died."
        if age is not None and age > _FRESH_DAYS:
            # "It was built in 1912. It collapsed …": 1912 or today? The words do not say.
            return Dated("", DateReason())
    return of_article(story.article)


def of_article(article: Article) -> Dated:
    """The article's own day, or the month or closed span it came out in; ``""`` when only a bound is known."""
    published = article.published
    precision = _precision(published.day)
    if not precision:
        return Dated("", DateReason())
    sure = precision == "day" and published.basis not in ("inferred", "text")
    basis: DateBasis = "published" if sure else "inferred"
    return Dated(published.day, DateReason(basis=basis, anchor=published.day, anchor_basis="published"))


def _precision(edtf: str) -> Literal["", "day", "span"]:
    """How well the article's day is known: ``""`` for unknown, open, or coarser than can date news."""
    try:
        value = parse_edtf(edtf) if edtf else None
    except EdtfError:
        return ""
    if value is None or value.earliest is None or value.latest is None:
        return ""
    if value.precision == "day":
        return "day"
    return "span" if value.precision in ("month", "interval") else ""


def _carried(before: Dated) -> Dated:
    """The date of the event that a sentence goes on with."""
    return Dated(
        before.edtf,
        DateReason(before.reason.words, before.reason.rule, "discourse", before.edtf, "narrative"),
    )


def _names_fresh(story: Story, dates: Sequence[ResolvedDate]) -> bool:
    """The sentence names a time near the article's day, if only as a bound: "had found 12 by Tuesday"."""
    own = _own(story.article)
    ages = [_age(d.edtf, own) for d in dates if d.edtf]
    return any(age is not None and abs(age) <= _FRESH_DAYS for age in ages)


def long_before(story: Story, edtf: str) -> bool:
    """The time ended well before the article's own day, or that day is unknown."""
    age = _age(edtf, _own(story.article))
    return age is None or age > _FRESH_DAYS


def _age(edtf: str, own: date | None) -> int | None:
    """Days from the end of a time to the article's day."""
    if own is None:
        return _OLD_DAYS + 1 if _last(edtf) else None
    last = _last(edtf)
    return (own - last).days if last else None


def _last(edtf: str) -> date | None:
    """The last day of a time, None when it is open, unknown or outside the years that ``date`` knows."""
    try:
        latest = parse_edtf(edtf.split("T")[0]).latest or parse_edtf(edtf.split("T")[0]).earliest
    except EdtfError:
        return None
    if latest is None or not 1 <= latest[0] <= 9999:
        return date.min if latest is not None and latest[0] < 1 else None
    return date(*latest)


def _own(article: Article) -> date | None:
    """The article's own day, or the last it may be; None when only a bound is known."""
    return _last(article.published.day) if _precision(article.published.day) else None
