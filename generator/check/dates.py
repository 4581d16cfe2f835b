"""Facts in, dates that claim more than their words do or cannot be right out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from babel import Locale

from ..dates import resolve_dates
from ..edtf import Edtf, EdtfError, is_edtf, overlaps, parse_edtf
from ..errors import Problem, problem
from ..model import Article, Fact, Sentence, Source
from ..store.content import Content

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
# Words that can name a day although no number does; everything else must be a month or a year.
_FILLER = {
    "in", "of", "the", "during", "throughout", "since", "by", "until", "from", "year", "month", "im", "en", "de",
    "w", "roku", "года", "году", "в", "у", "року", "le", "au", "mois", "del", "año", "jahr", "monat", "early",
}  # fmt: skip
_LOCALES = ("en", "uk", "ru", "pl", "de", "fr", "es")
# A first of the month is one day in thirty. Below this many exact days chance alone may do it.
_ENOUGH_DAYS, _FIRSTS_SHARE = 20, 0.2
# Years a date may lie from its article before the article itself must name the year.
_REACH = 2
_FUTURE = {"plan", "proposal"}


def find_doubtful_dates(content: Content, rules: Collection[str]) -> Iterator[Problem]:
    """Every check of dates, fact by fact."""
    for fact in content.facts:
        yield from _unknown_rules(content, fact, rules)
        edtf = _edtf(fact.date)
        if edtf is None:
            continue
        yield from _false_precision(content, fact, edtf)
        yield from _other_than_its_words(content, fact, edtf)
        yield from _out_of_reach(content, fact, edtf)
        yield from _only_inferred(content, fact)


def _unknown_rules(content: Content, fact: Fact, rules: Collection[str]) -> Iterator[Problem]:
    for number, source in enumerate(fact.sources):
        rule = source.date.rule
        if rule and rules and rule not in rules:
            near = difflib.get_close_matches(rule, list(rules), n=1)
            hint = f"Did you mean '{near[0]}'?" if near else "Write 'basis: by hand' and leave 'rule' out."
            place = content.place(fact.place, "sources", number, "date", "rule")
            yield problem("date-rule-unknown", place, fact=fact.id, value=rule, hint=hint)


def _other_than_its_words(content: Content, fact: Fact, edtf: Edtf) -> Iterator[Problem]:
    """A date that the words it is said to rest on contradict; words that need an anchor prove nothing here."""
    for source in fact.sources:
        if not source.date.words or source.date.basis == "by hand":
            continue
        article = content.articles.get(source.article)
        said = _said_by(source.date.words, (article.lang if article else "") or "en")
        if said and not any(overlaps(edtf, one) for one in said):
            place = content.place(fact.place, "date")
            words = source.date.words
            yield problem(
                "date-words-differ", place, fact=fact.id, date=fact.date, value=words, said=" and ".join(said)
            )
            return


@cache
def _said_by(words: str, lang: str) -> tuple[str, ...]:
    """The dates that ``words`` name by themselves, without any article around them."""
    read = resolve_dates(words, (Sentence(0, len(words), 0),), lang=lang)
    own = (one for one in read if one.basis == "stated" and one.role not in ("before", "after"))
    return tuple(one.edtf for one in own if is_edtf(one.edtf))


def _false_precision(content: Content, fact: Fact, edtf: Edtf) -> Iterator[Problem]:
    """An exact day whose every stated words name only a month or a year."""
    if edtf.precision not in ("day", "time"):
        return
    units = [_named_unit(source) for source in fact.sources]
    if units and all(units):
        unit = max(units, key=("a year", "a month").index)
        source = fact.sources[units.index(unit)]
        coarser = fact.date[:4] if unit == "a year" else fact.date[:7]
        place = content.place(fact.place, "date")
        yield problem(
            "date-false-precision",
            place,
            fact=fact.id,
            value=fact.date,
            words=source.date.words,
            unit=unit,
            coarser=coarser,
        )


def _named_unit(source: Source) -> str:
    """``"a month"`` or ``"a year"`` when the words name that and no day, else ``""``."""
    reason = source.date
    if reason.basis != "stated" or not reason.words:
        return ""
    if _NUMBER.search(_YEAR.sub(" ", reason.words)):
        return ""
    words = [word.casefold() for word in _WORD.findall(reason.words)]
    months = [word for word in words if word in _month_names()]
    others = [word for word in words if word not in _FILLER and word not in months]
    if others:
        return ""
    return "a month" if months else "a year" if _YEAR.search(reason.words) else ""


@cache
def _month_names() -> frozenset[str]:
    """The months' names in every language that is read, in all their forms."""
    found: set[str] = set()
    for code in _LOCALES:
        for forms in Locale(code).months.values():
            for width in ("wide", "abbreviated"):
                found.update(name.rstrip(".").casefold() for name in forms[width].values())
    return frozenset(name for name in found if name.isalpha())


def _out_of_reach(content: Content, fact: Fact, edtf: Edtf) -> Iterator[Problem]:
    """A date after all its articles, or in a far year that none of them names."""
    articles = [content.articles[s.article] for s in fact.sources if s.article in content.articles]
    told = _last_told(articles)
    if told is None or edtf.earliest is None:
        return
    last, published = told
    year = edtf.earliest[0]
    if fact.kind not in _FUTURE and edtf.earliest > _next_day(last):
        place = content.place(fact.place, "date")
        yield problem(
            "date-after-article", place, fact=fact.id, kind=fact.kind, value=fact.date, published=published
        )
    elif (
        edtf.precision in ("day", "time", "month")
        and abs(year - last[0]) > _REACH
        and year >= 1000
        and not any(source.date.words for source in fact.sources)
        and not any(str(year) in article.text for article in articles)
    ):
        place = content.place(fact.place, "date")
        yield problem("date-far-from-article", place, fact=fact.id, value=fact.date, published=published)


def _last_told(articles: Sequence[Article]) -> tuple[tuple[int, int, int], str] | None:
    """The last day on which one of the articles came out, and its date as it stands; None when one has none."""
    days = [_edtf(article.published.day) for article in articles]
    found = [(day.latest, str(day)) for day in days if day and day.latest]
    return max(found, key=lambda one: one[0]) if found and len(found) == len(days) else None


def _next_day(day: tuple[int, int, int]) -> tuple[int, int, int]:
    """At least one day later: it may be tomorrow already where the event is."""
    return (day[0], day[1], day[2] + 1) if day[2] < 28 else (day[0], day[1] + 1, 1)


def _only_inferred(content: Content, fact: Fact) -> Iterator[Problem]:
    if fact.status not in ("reviewed", "disputed") or not fact.sources:
        return
    if all(_is_inferred(content, source) for source in fact.sources):
        place = content.place(fact.place, "status")
        yield problem("reviewed-inferred", place, fact=fact.id, status=fact.status, value=fact.date)


def _is_inferred(content: Content, source: Source) -> bool:
    if source.date.basis == "inferred":
        return True
    article = content.articles.get(source.article)
    rests = source.date.basis == "published" or source.date.anchor_basis == "published"
    return bool(article and rests and article.published.basis == "inferred")


def find_many_firsts(content: Content) -> Iterator[Problem]:
    """More firsts of a month among all days than chance makes."""
    days = [fact.date for fact in content.facts if len(fact.date) == 10 and fact.date[7] == "-"]
    firsts = [day for day in days if day.endswith("-01")]
    if len(days) >= _ENOUGH_DAYS and len(firsts) > _FIRSTS_SHARE * len(days):
        yield problem("date-many-firsts", value=len(firsts), total=len(days))


def _edtf(value: str) -> Edtf | None:
    try:
        return parse_edtf(value) if value else None
    except EdtfError:
        return None
