"""A sentence without a date of its own and what was told before it in, the date it may claim out.

Fresh news happens on the article's day. Background does not: what had happened before, what used to
be, or what follows a sentence about years ago gets no day it does not claim. An article that tells
history carries the date of the event it is telling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..edtf import EdtfError, parse_edtf
from ..model import Article, DateBasis, DateReason, ResolvedDate
from ..text.annotation import Annotation
from .after_event import opens_after_event
from .kinds import main_clause
from .labels import STILL, labels_of
from .scene import Dated, Scene, main_part, outside_quotes
from .tenses import goes_on_later, long_ago, says_now, tells_past, tense_of

_FRESH_DAYS = 60  # a time this near to the article's day belongs to its news
_OLD_DAYS = 730  # one this far away belongs to history


@dataclass(frozen=True, slots=True)
class Story:
    """What the article's day is to its sentences: ``history`` when it tells of years long before it."""

    article: Article
    history: bool = False
    labels: Mapping[int, Dated] = field(default_factory=dict)  # of a chronicle: the date of each block
    lead: int = -1  # where the body begins: its first sentence tells the news


def story_of(article: Article, dates: Sequence[ResolvedDate]) -> Story:
    """Whether the article tells history: at least two times, all of them long before its own day."""
    own = _own(article)
    labels = labels_of(article, dates)
    found = (_age(d.edtf, own) for d in dates if d.type in ("DATE", "TIME") and d.edtf)
    ages = [age for age in found if age is not None]
    if own is None:
        return Story(article, len(ages) >= 2, labels)
    lead = next((block.start for block in article.blocks if block.kind == "body"), -1)
    old = sum(age > _OLD_DAYS for age in ages)
    fresh = sum(-_FRESH_DAYS <= age <= _FRESH_DAYS for age in ages)
    return Story(article, old >= 2 and fresh == 0 and 10 * old >= 7 * len(ages), labels, lead)


def undated(
    story: Story,
    sentence: str,
    form: Annotation,
    *,
    speaker: str,
    dates: Sequence[ResolvedDate] = (),
    scene: Scene | None = None,
    told_first: bool = False,
    block: int = -1,
) -> Dated:
    """The date of a sentence that states none; ``scene`` is what was told before it with a day of its own.

    ``told_first``: what happened leads the sentence and who says so only follows.
    """
    main, lang = main_clause(main_part(sentence)), story.article.lang or "en"
    tense = tense_of(form)
    label = story.labels.get(block)
    if label is not None and not STILL.search(sentence) and not long_ago(main, lang):
        return label  # a chronicle tells in the present too: "Soldiers sleep in the hall"
    if story.history:
        return UNKNOWN if tense == "present" or long_ago(main, lang) else _in_history(scene, dates)
    earlier = tense == "before"
    if not speaker and tense != "present" and form.start > story.lead and opens_after_event(sentence, lang):
        return UNKNOWN
    if not speaker and (
        long_ago(main, lang) or _when_long_ago(sentence, lang) or (earlier and not _names_fresh(story, dates))
    ):
        level = earlier and scene is not None and scene.linked == "paragraph" and scene.tense == "before"
        on = _going_on(story, scene) if level and scene is not None else None
        return on or ASIDE  # "It had been shut in May 2018. Two men had been hurt."
    if scene is None or (not earlier and scene.before):
        return of_article(story.article)
    if tense == "past" and goes_on_later(sentence, lang):
        return _going_on(story, scene) or of_article(story.article)
    if speaker and not says_now(outside_quotes(sentence), form) and _says_on(story, scene, speaker):
        return _carried(scene.dated)
    goes_on = not speaker or (told_first and not earlier)
    told = tense == "past" or (tense != "present" and (lang == "en" or not tells_past(lang)))
    on = _going_on(story, scene) if scene.linked and goes_on and told else None
    return on or of_article(story.article)


def _in_history(scene: Scene | None, dates: Sequence[ResolvedDate]) -> Dated:
    """History carries the day of what it tells within its paragraph, and has no day of its own."""
    if scene is None or scene.linked != "paragraph" or not scene.dated.edtf:
        return UNKNOWN
    if any(_age(d.edtf, None) for d in dates):  # "Roe, who died in 1912, …": of another time
        return UNKNOWN
    return _carried(scene.dated)


def _going_on(story: Story, scene: Scene) -> Dated | None:
    """What a past sentence that goes on with the scene is dated by; ``None`` where the scene is the article's day."""
    if scene.back:
        return UNKNOWN  # "Two days later", of a day unknown, and what followed
    age = _age(scene.dated.edtf, _own(story.article))
    if age is not None and age > 0 and narrow(scene.dated.edtf):
        return _carried(scene.dated)  # "The dam burst on 2 May. Nine people died."
    # "It was built in 1912. It collapsed …": 1912 or today? The words do not say.
    return UNKNOWN if age is not None and age > _FRESH_DAYS else None


UNKNOWN = Dated("", DateReason())
ASIDE = Dated("", DateReason())  # the same of what had been before: the scene goes on behind it
_NARROW = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:/\d{4}-\d{2}(?:-\d{2})?)?")
_SCENE_DAYS = 100  # what is told of a longer time is no scene that a sentence goes on with


def narrow(edtf: str) -> bool:
    """Whether a time is short enough to go on: a day, some days, a month or a season."""
    if not _NARROW.fullmatch(edtf):
        return False
    value = parse_edtf(edtf)
    if value.earliest is None or value.latest is None:
        return False
    return (date(*value.latest) - date(*value.earliest)).days <= _SCENE_DAYS


def _says_on(story: Story, scene: Scene, speaker: str) -> bool:
    """Whether a speaker goes on with what was said on a day named just before: "… he told the court"."""
    age = _age(scene.dated.edtf, _own(story.article))
    if (
        not scene.near
        or not scene.speaker
        or age is None
        or not 0 < age <= _SAID_DAYS
        or not narrow(scene.dated.edtf)
    ):
        return False
    described = bool(_DEFINITE.match(speaker))
    return speaker == scene.speaker or described


_SAID_DAYS = 14
_DEFINITE = re.compile(r"(?:the|el|la|le|l['’]|der|die)\b")  # "the minister", who was named before


# A clause that says when: what its words date, they date for the main clause too.
_WHEN = re.compile(
    r"^\W*(?:when|while|as|als|während|lorsque|quand|cuando|mientras|kiedy|gdy|коли|когда|пока)\s[^,]{1,200}(?=,)",
    re.IGNORECASE,
)


def _when_long_ago(sentence: str, lang: str) -> bool:
    """``When the idea came up years ago, the council turned it down.``"""
    clause = _WHEN.match(sentence)
    return clause is not None and long_ago(clause[0], lang)


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


def ahead(story: Story, edtf: str) -> bool:
    """The time lies after the article's own day, or nothing tells that it does not."""
    own = _own(story.article)
    age = _age(edtf, own)
    return own is None or age is None or age < 0


def days_before(story: Story, edtf: str) -> int | None:
    """Days from the end of a time to the article's own day; negative ahead of it, None where either is unknown."""
    own = _own(story.article)
    return _age(edtf, own) if own is not None else None


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
