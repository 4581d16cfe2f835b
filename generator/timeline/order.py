"""Facts in, days out: sorted, grouped by first tag, with the gaps between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from ..edtf import Bound, Edtf, ordinal, parse_edtf
from ..edtf import Day as DayTuple
from ..model import Article, Fact, Source
from .values import Day, Gap, Group, Sureness

# A silence is said from a fortnight on, when it stands out of the timeline's own rhythm.
SAID_FROM_DAYS = 14
STANDS_OUT = 4  # times the usual distance between two days
SHARE_OF_SPAN = 10  # or this part of the whole span
_STATED = frozenset({"stated", "relative", "by hand"})


def sureness(fact: Fact) -> Sureness:
    """How surely the sources give the day; the surest source counts."""
    if not fact.date or parse_edtf(fact.date).precision not in ("day", "time"):
        return "span"
    if any(states_day(source) for source in fact.sources):
        return "stated"
    return "carried"


def states_day(source: Source) -> bool:
    """Whether the words themselves give the day, even when only an inferred article date gives the year."""
    return source.date.basis in _STATED or (source.date.basis == "inferred" and bool(source.date.words))


def is_inferred(fact: Fact, articles: Mapping[str, Article]) -> bool:
    """Whether the date rests on nothing but a guess about when an article came out."""
    return bool(fact.sources) and all(
        source.date.basis == "inferred"
        or (
            source.date.basis not in ("stated", "by hand")
            and source.article in articles
            and articles[source.article].published.basis == "inferred"
        )
        for source in fact.sources
    )


def is_continued(fact: Fact) -> bool:
    """Whether a source carries the day on from the sentence before, and does not lend its own date."""
    return any(source.date.basis == "discourse" for source in fact.sources)


def in_order(facts: Iterable[Fact], articles: Mapping[str, Article]) -> tuple[Fact, ...]:
    """Oldest first; a day keeps the order of its articles, and no clock time is invented."""
    return tuple(sorted(facts, key=lambda fact: _key(fact, articles)))


def _key(fact: Fact, articles: Mapping[str, Article]) -> tuple[object, ...]:
    date = parse_edtf(fact.date).sort_key if fact.date else (10**15, 0)
    if not fact.sources:
        return (*date, "", "", 0, fact.id)
    source = fact.sources[0]
    article = articles.get(source.article)
    at = source.start
    if at < 0 and article:
        at = article.text.find(source.quote)
    return (*date, article.published.value if article else "", source.article, at, fact.id)


def days_of(facts: Sequence[Fact], group_facts: int) -> tuple[Day, ...]:
    """The days of ordered ``facts``, oldest first, with their gaps; facts without a date are left out."""
    by_date: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.date:
            by_date.setdefault(fact.date, []).append(fact)
    gaps = _gaps([parse_edtf(date) for date in by_date])
    return tuple(
        Day(date, tuple(of_day), _groups(of_day, group_facts), gap)
        for (date, of_day), gap in zip(by_date.items(), gaps, strict=True)
    )


def _groups(facts: Sequence[Fact], limit: int) -> tuple[Group, ...]:
    """Facts by first tag once there are more than ``limit``; untagged ones come last."""
    if len(facts) <= limit or not any(fact.tags for fact in facts):
        return ()
    by_tag: dict[str, list[Fact]] = {}
    for fact in facts:
        by_tag.setdefault(fact.tags[0] if fact.tags else "", []).append(fact)
    ordered = sorted(by_tag.items(), key=lambda item: item[0] == "")
    return tuple(Group(tag, tuple(members)) for tag, members in ordered)


def _gaps(dates: Sequence[Edtf]) -> list[Gap | None]:
    """For each date, the silence since the latest day reached before it, if it is worth saying."""
    silences: list[tuple[DayTuple, DayTuple, int] | None] = []
    reached: Bound = None
    for edtf in dates:
        start = edtf.earliest or edtf.latest
        end = edtf.latest or edtf.earliest
        assert start is not None and end is not None
        length = ordinal(start) - ordinal(reached) - 1 if reached else 0
        silences.append((reached, start, length) if reached and length > 0 else None)
        reached = max(reached, end) if reached else end
    lengths = [silence[2] for silence in silences if silence]
    if not lengths or reached is None:
        return [None] * len(dates)
    first = dates[0].earliest or dates[0].latest
    assert first is not None
    span = ordinal(reached) - ordinal(first) + 1
    usual = median(lengths) if len(lengths) > 2 else 1
    least = max(SAID_FROM_DAYS, min(usual * STANDS_OUT, span / SHARE_OF_SPAN))
    return [gap_between(s[0], s[1]) if s and s[2] >= least else None for s in silences]


def gap_between(last: DayTuple, first: DayTuple) -> Gap:
    """The whole years, months and days between two days, neither counted."""
    months = (first[0] - last[0]) * 12 + first[1] - last[1]
    days = first[2] - last[2] - 1
    if days < 0:
        months -= 1
        days = ordinal(first) - 1 - ordinal(_plus_months(last, months))
    years, months = divmod(months, 12)
    length = ordinal(first) - ordinal(last)
    steps = sum(length >= bound for bound in (60, 365, 3650))
    return Gap(years, months, days, steps + 1)


def _plus_months(day: DayTuple, months: int) -> DayTuple:
    years, month = divmod(day[1] - 1 + months, 12)
    target = (day[0] + years, month + 1)
    longest = parse_edtf(f"{2000 + target[0] % 400:04d}-{target[1]:02d}").latest  # years repeat after 400
    assert longest is not None
    return (*target, min(day[2], longest[2]))
