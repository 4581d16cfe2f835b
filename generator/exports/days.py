"""A date or an article in, the words and stamps that feeds, calendars and citations need out."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from ..edtf import EdtfError
from ..model import Article, Fact, Site
from ..prose.human import human_date
from ..timeline import opened

# For a fact that carries no day at all: the clock is never read, and a format demands a stamp.
NO_DAY = "1970-01-01"


def when(date: str, locale: str) -> str:
    """The date in words, never narrower than the EDTF; ``""`` when unknown, itself when broken."""
    try:
        return human_date(date, locale) if date else ""
    except EdtfError:
        return date


def article_line(article: Article, locale: str, say: Callable[[str], str] = str) -> str:
    """Headline, publisher and day of an article, as far as they are known; an inferred day says so."""
    day = when(article.published.day, locale)
    if day and article.published.basis == "inferred":
        inferred = say("date inferred")
        day = f"{day} ({inferred})"
    title = article.title or say("Article without a headline")
    return say(", ").join(part for part in (title, article.publisher, day) if part)


def voice(fact: Fact, say: Callable[[str], str] = str) -> str:
    """Who says it, or who denies it; ``""`` when nobody is named."""
    speaker = opened(fact.speaker)
    return say("Denial by %(speaker)s") % {"speaker": speaker} if speaker and fact.denied else speaker


def added_day(fact: Fact, articles: Iterable[Article] = ()) -> str:
    """The day the fact entered the timeline, else the day of its newest article."""
    if fact.added:
        return fact.added
    days = [article.published.day for article in articles if len(article.published.day) == len(NO_DAY)]
    return max(days, default=NO_DAY)


def changed_day(fact: Fact, articles: Iterable[Article] = ()) -> str:
    """The day the fact was added or last corrected."""
    corrected = (correction.on for correction in fact.corrections if len(correction.on) == len(NO_DAY))
    return max([added_day(fact, articles), *corrected])


def stamp(day: str) -> str:
    """A day as an RFC 3339 moment: its first, since nobody wrote down the hour."""
    return f"{day}T00:00:00Z"


def lasting_id(site: Site, link: str) -> str:
    """The permanent link as an identifier: itself, or a URN made of it while the site has no address."""
    return link if site.url else f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, link)}"


def host(site: Site) -> str:
    """The site's host name, for identifiers that want one."""
    return urlsplit(site.url).hostname or "chronofact"
