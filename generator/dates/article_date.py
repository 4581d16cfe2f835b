"""An undated article and dated ones in, the date it must have out, with the reason; never today's date.

Two kinds of evidence: whole sentences shared with an article whose date is known (basis ``inferred``),
and the article's own words (basis ``text``), which only bound it: it came out no earlier than the latest
past date it tells of, nor than the first year from then on in which "Friday, May 16" was a Friday. A
dateline without a year bounds nothing: news writes out the year of *other* years' dates, not its own.
Evidence that contradicts itself gives no date, and says so.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ..edtf import EdtfError, parse_edtf
from ..language import calendar_names, calendar_pattern, pattern_everywhere
from ..model import Article, Block, Published, PublishedWhy
from ..text.sentences import split_sentences
from ..text.stated_date import stated_dates
from .numeric import read_iso
from .when import When

_LONG = 8  # words; shorter sentences recur between articles by chance
_LEAST_SHARED = 3  # background sentences are copied in ones and twos for months, a report in many
_LEAST_SHARE = 0.15  # of the article's own long sentences
_RIVAL = 0.6  # another day with this much of the best evidence makes the date a span
_CALENDAR_CYCLE = 28  # years after which weekdays fall on the same dates again
_NO_YEAR = r"(?!\s*,?\s*(?:de\s+)?[12]\d{3})"
_FUTURE = pattern_everywhere("no-news-day")


@cache
def _weekday_date() -> re.Pattern[str]:
    """A weekday with a day and its month, without a year."""
    weekday, month = calendar_pattern("weekday"), calendar_pattern("month")
    return re.compile(
        rf"\b(?P<w>{weekday})\b,?\s+(?:the\s+|den\s+|le\s+|el\s+|dem\s+)?(?:(?P<m>{month})\b\.?\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b|"
        rf"(?P<d2>[0-3]?\d)(?:st|nd|rd|th|\.|er)?\s+(?:of\s+|de\s+)?(?P<m2>{month})\b\.?){_NO_YEAR}",
        re.IGNORECASE,
    )


def infer_published(article: Article, dated: Sequence[Article]) -> Published:
    """The date that shared whole sentences or the article's own words support, else unknown."""
    latest = _latest_past_day(article)
    shared = _from_shared(article, dated)
    if shared.value:
        end = parse_edtf(shared.value).latest
        if latest and end and latest > datetime.date(*end):
            why = PublishedWhy("contradicts", day=shared.value, other=latest.isoformat())
            return Published("", "unknown", why=(why,))
        return shared
    return _from_text(article, latest)


def _from_shared(article: Article, dated: Sequence[Article]) -> Published:
    """The day of the articles that share most whole sentences with this one."""
    own = _long_sentences(article.text, article.blocks, article.lang)
    others = (other for other in dated if other.id != article.id and other.published.value)
    least = max(_LEAST_SHARED, _LEAST_SHARE * len(own))
    shared = ((len(own & _long_sentences(one.text, one.blocks, one.lang)), one) for one in others)
    found = [(count, one.published.day, one.id) for count, one in shared if count >= least]
    if not found:
        return Published()
    most, day, best = min(found, key=lambda one: (-one[0], *one[1:]))
    days = sorted({other for count, other, _ in found if count >= _RIVAL * most})
    why = PublishedWhy("shared", best, day, shared=most, of=len(own))
    if len(days) == 1:
        return Published(days[0], "inferred", why=(why,))
    span = _span(days)
    return Published(span, "inferred", why=(why, PublishedWhy("others", day=span))) if span else Published()


def _span(days: Sequence[str]) -> str:
    """The interval from the first to the last of several days, or ``""`` when one is no plain date."""
    try:
        ordered = sorted((parse_edtf(day) for day in days), key=lambda value: value.sort_key)
        return str(parse_edtf(f"{ordered[0]}/{ordered[-1]}"))
    except EdtfError:
        return ""


@lru_cache(maxsize=4096)
def _long_sentences(text: str, blocks: tuple[Block, ...], lang: str) -> frozenset[str]:
    """The body's sentences of some length, white space and quotation marks made alike."""
    return frozenset(
        " ".join(alike)
        for span in split_sentences(text, blocks, lang or "en")
        if blocks[span.block].kind == "body"
        and len(alike := text[span.start : span.end].translate(_QUOTES).lower().split()) >= _LONG
    )


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'"})


def _from_text(article: Article, latest: datetime.date | None) -> Published:
    """What the article's own words allow."""
    if latest is None:
        return Published()
    told = latest.isoformat()
    if fitting := _weekday_day(article, latest):
        named, weekday = fitting[0].isoformat(), fitting[1]
        why = PublishedWhy("weekday", day=told, weekday=weekday, named=named)
        return Published(f"{named}/..", "text", why=(why,))
    return Published(f"{told}/..", "text", why=(PublishedWhy("latest", day=told),))


def _weekday_day(article: Article, latest: datetime.date) -> tuple[datetime.date, str] | None:
    """The last "Friday, May 16" in the first year from ``latest`` on in which all such days fit their weekdays."""
    named = list(_weekday_dates(article))
    for year in range(latest.year, latest.year + _CALENDAR_CYCLE) if named else ():
        days = [
            (day, name)
            for name, weekday, month, number in named
            if (day := When(year, month, number).date) and day.weekday() == weekday and day >= latest
        ]
        if len(days) == len(named):
            return max(days, key=lambda found: found[0])
    return None


def _weekday_dates(article: Article) -> Iterator[tuple[str, int, int, int]]:
    """Name and number of the weekday, month and day of every "Friday, May 16" in the body, plans left out."""
    for start, end in _body_sentences(article):
        for match in _weekday_date().finditer(article.text, start, end):
            if _FUTURE.search(article.text, start, match.start()):
                continue
            name, month = match["w"], calendar_names("month")[(match["m"] or match["m2"]).lower()]
            yield name, calendar_names("weekday")[name.lower()], month, int(match["d"] or match["d2"])


def _latest_past_day(article: Article) -> datetime.date | None:
    """The latest full date of the body that no word of its sentence puts into the future."""
    days = [
        day
        for start, end in _body_sentences(article)
        for found in stated_dates(article.text[start:end])
        if not _FUTURE.search(article.text, start, start + found.start)
        and (when := read_iso(found.day))
        and (day := when.date)
    ]
    return max(days, default=None)


def _body_sentences(article: Article) -> Iterator[tuple[int, int]]:
    for span in split_sentences(article.text, article.blocks, article.lang or "en"):
        if article.blocks[span.block].kind == "body":
            yield span.start, span.end
