"""A sentence whose times only limit it in, the span they bear out: "Since 1983, …", "lasted until the 1730s".

A limit long before the article's own day also says that what is told is not of that day.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from ..edtf import parse_edtf
from ..language import pattern, time_words
from ..model import DateReason, ResolvedDate
from ..text.annotation import Annotation
from .scene import Dated, is_day
from .story_time import Told, ahead, long_before
from .tenses import tense_of

_CLOSED = re.compile(r"(\d{4})(-\d{2}(?:-\d{2})?)?")
_SINCE_WORD = re.compile(r"(?:ever )?since(?: the)?\s*$", re.IGNORECASE)
_BEFORE_WORD = re.compile(r"\b(?:before|after)(?:\s+\w+)?\s*$", re.IGNORECASE)
_HOLDS = pattern("holds-since")
_SINCE = re.compile(r"^[\s\"“]*(?:ever )?since (?:the )?$", re.IGNORECASE)
_STILL = pattern("still-holds")
_LASTED = pattern("lasted-until")
_OTHER_CLAUSE = pattern("other-clause")
_PAST = pattern("was-done")
_IN_A_ROLE = re.compile(r"\bas\b(?= (?:an?|the|its|his|her|their|\w+ (?:of|at|for|in))\b)", re.IGNORECASE)
_NOT_UNTIL = pattern("not-until")
_LATER_THAN = re.compile(r"\b(?:not? )?(?:later|sooner) than\s*$", re.IGNORECASE)


def limited(told: Told, here: Sequence[ResolvedDate]) -> Dated | None:
    """The span, or no date, of a sentence that an old limit closes or opens; None when nothing limits it."""
    for date in here:
        rule = _RULES.get(date.role)
        found = rule(told, date, told.before(date.start), told.behind(date.end)) if rule is not None else None
        if found is not None:
            return found
    return None


def _since(told: Told, date: ResolvedDate, before: str, after: str) -> Dated | None:
    """``Since 1983, the metre has been …``, ``has had a mayor since 1999``; over, where a past tense tells so."""
    if not long_before(told.story, date.edtf):
        return None
    opened = f"{_end(date.edtf, 0)}/.."
    if _SINCE.match(before):
        return _spanned(date, opened) if _STILL.match(after) else Dated("", DateReason())
    holds = _HOLDS.search(before) if told.lang == "en" else _goes_on(told.form)
    return _spanned(date, opened) if holds and not _OTHER_CLAUSE.search(_SINCE_WORD.sub("", before)) else None


def _goes_on(form: Annotation) -> bool:
    """Whether a sentence of another language tells of now: by its verb, or as no form of it is one of the past."""
    tense = tense_of(form)
    if tense:
        return tense == "present"
    own = time_words(form.lang.split("-")[0])
    ended = (token.low for token in form.tokens if token.text[:1].islower())
    return not any(low in own.past or (own.past_endings and low.endswith(own.past_endings)) for low in ended)


def _from(told: Told, date: ResolvedDate, before: str, after: str) -> Dated | None:
    """``Місто має мера з 1999 року``: where "from" and "since" are one word, a year long past opens what still holds."""
    abroad = told.lang != "en" and _CLOSED.fullmatch(date.edtf)
    return _since(told, date, before, after) if abroad else None


def _until(told: Told, date: ResolvedDate, before: str, _after: str) -> Dated | None:
    """``lasted until the 1730s``; what was done until then is of no day; ``bleibt bis Freitag zu``, the time from now on."""
    own, abroad = told.story.article.published.day, told.lang != "en"
    if abroad and ahead(told.story, date.edtf) and is_day(own) and _goes_on(told.form):
        return _spanned(date, f"{own}/{_end(date.edtf, -1)}")
    clock = date.rule.startswith("clock")  # "not opened until noon"
    if _NOT_UNTIL.search(before) and not clock and not ahead(told.story, date.edtf):
        return _spanned(date, date.edtf)
    if not long_before(told.story, date.edtf) or _OTHER_CLAUSE.search(_IN_A_ROLE.sub(" ", before)):
        return None
    if not abroad and _LASTED.search(before):
        return _spanned(date, f"../{_end(date.edtf, -1)}")
    return Dated("", DateReason()) if abroad or _PAST.search(before) else None


def _by(told: Told, date: ResolvedDate, before: str, _after: str) -> Dated | None:
    """``By 1900``, of how things stood; of a plan, ``by 2021``, the time from now on."""
    own = told.story.article.published.day
    if date.rule == "part" and date.type == "TIME":
        return _spanned(date, date.edtf.partition("T")[0])  # "The roads will be clear by the afternoon"
    if ahead(told.story, date.edtf) and is_day(own) and not _OTHER_CLAUSE.search(before):
        return _spanned(date, f"{own}/{_end(date.edtf, -1)}")
    if long_before(told.story, date.edtf) and not _OTHER_CLAUSE.search(_LATER_THAN.sub("", before)):
        return Dated("", DateReason())
    return None


def _earlier(told: Told, date: ResolvedDate, before: str, _after: str) -> Dated | None:
    """``was sold before 2001``: by the end of 2000; of a plan, ``before June``, the time from now on."""
    if ahead(told.story, date.edtf):  # "is not expected before June" names no end
        end = told.form.main is None or not told.form.main.verb.negated
        return _by(told, date, _BEFORE_WORD.sub("", before), _after) if end else None
    plain = _plainly_before(told, date, before)
    if plain is None:
        return None
    return Dated("", DateReason()) if plain[2] else _spanned(date, f"../{int(plain[1]) - 1:04d}")


def _later(told: Told, date: ResolvedDate, before: str, _after: str) -> Dated | None:
    """``was sold after 2001``."""
    plain = _plainly_before(told, date, before)
    return _spanned(date, f"{date.edtf}/..") if plain else None


def _plainly_before(told: Told, date: ResolvedDate, before: str) -> re.Match[str] | None:
    """A year, month or day long before the article's own, in the sentence's main clause."""
    other = _OTHER_CLAUSE.search(_BEFORE_WORD.sub("", before))
    return _CLOSED.fullmatch(date.edtf) if long_before(told.story, date.edtf) and not other else None


_RULES: Mapping[str, Callable[[Told, ResolvedDate, str, str], Dated | None]] = {
    "since": _since, "from": _from, "until": _until, "by": _by, "before": _earlier, "after": _later,
}  # fmt: skip


def _end(edtf: str, at: int) -> str:
    """An end of a time that may be an interval or a decade: "1730/1733" begins in 1730, "173X" ends in 1739."""
    end = edtf.split("T")[0].split("/")[at]
    decade = parse_edtf(end) if "X" in end else None
    day = decade and (decade.latest if at else decade.earliest)
    return f"{day[0]:04d}" if day else end


def _spanned(date: ResolvedDate, edtf: str) -> Dated:
    """The span with the words it comes from."""
    return Dated(edtf, DateReason(date.words, date.rule, date.basis, date.anchor, date.anchor_basis))
