"""Selected facts in, an iCalendar (RFC 5545) out: all-day events for days, spans for everything wider.

An imprecise date is never shown as an exact day: "late 2022" is a span, opened by its words in square
brackets. A date before year 1 or after 9999, or no date at all, has no place in iCalendar: ``misfit``
names such facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from ..model import Fact
from .days import article_line, changed_day, host, when
from .selection import Selection
from .spans import Day, place_of, span_of

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_STATUS = {"withdrawn": "CANCELLED", "disputed": "TENTATIVE"}
_PLANNED = ("plan", "proposal")
_LINE_OCTETS = 75

# The fields of a fact whose values it holds.
CARRIES = frozenset(
    ["id", "date", "text", "speaker", "kind", "status", "reason", "tags", "sources", "corrections", "added"]
)


def misfit(fact: Fact) -> str:
    """Why the fact cannot stand in a calendar, or ``""``."""
    place = place_of(fact.date)
    if place is None:
        return "it has no date"
    if any(not 1 <= year <= 9999 for year, _, _ in place):
        return "iCalendar knows the years 1 to 9999 only"
    if (9999, 12, 31) in place:
        return "iCalendar cannot say the day after 9999"
    return ""


def write_ics(selection: Selection) -> Iterator[str]:
    """The calendar, an event a fact; lines end in CR LF and are folded at 75 octets."""
    site = selection.site
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Chronofact//Timeline//EN"),
        ("CALSCALE", "GREGORIAN"),
    ]
    if selection.heading:
        head += [("NAME", escape(selection.heading)), ("X-WR-CALNAME", escape(selection.heading))]
    if site.description:
        head += [("DESCRIPTION", escape(site.description)), ("X-WR-CALDESC", escape(site.description))]
    if site.url:
        head += [("URL", site.url + selection.page)]
        if selection.file:
            head += [("SOURCE;VALUE=URI", site.url + selection.file)]
    yield _lines(head)
    yield from selection.runs("ics", partial(_events, selection))
    yield _lines([("END", "VCALENDAR")])


def _events(selection: Selection, facts: Sequence[Fact]) -> str:
    return "".join(_lines(_event(fact, selection)) for fact in facts if not misfit(fact))


def _event(fact: Fact, selection: Selection) -> list[tuple[str, str]]:
    """The content lines of one fact."""
    place = place_of(fact.date)
    assert place is not None
    stamp = changed_day(fact, selection.sources(fact)).replace("-", "") + "T000000Z"
    said = f"{fact.speaker}: {fact.text}" if fact.speaker else fact.text
    words = when(fact.date, selection.site.language)
    status = "TENTATIVE" if fact.kind in _PLANNED else "CONFIRMED"
    lines = [
        ("BEGIN", "VEVENT"),
        ("UID", escape(f"{fact.id}@{host(selection.site)}")),
        ("DTSTAMP", stamp),
        ("LAST-MODIFIED", stamp),
        ("SEQUENCE", str(len(fact.corrections) + (fact.status == "withdrawn"))),
        ("DTSTART;VALUE=DATE", _day(place[0])),
        ("DTEND;VALUE=DATE", _day(place[1], after=1)),
        ("SUMMARY", escape(said if span_of(fact.date).exact else f"[{words}] {said}")),
        ("DESCRIPTION", escape(_description(fact, words, selection))),
        ("STATUS", _STATUS.get(fact.status, status)),
        ("TRANSP", "TRANSPARENT"),
        ("CLASS", "PUBLIC"),
        ("X-CHRONOFACT-DATE", escape(fact.date)),
        ("X-CHRONOFACT-KIND", escape(fact.kind)),
    ]
    if selection.site.url:
        lines.append(("URL", selection.link(fact)))
    if fact.tags:
        lines.append(("CATEGORIES", ",".join(escape(tag) for tag in fact.tags)))
    lines.append(("END", "VEVENT"))
    return lines


def _description(fact: Fact, words: str, selection: Selection) -> str:
    """When, the quotes with their articles, and the permanent link, a paragraph each."""
    paragraphs = [words]
    if fact.reason:
        paragraphs.append(fact.reason)
    for source in fact.sources:
        lines = [f"“{source.quote}”"] if source.quote else []
        article = selection.articles.get(source.article)
        if article:
            told = article_line(article, selection.site.language, selection.say)
            lines += [line for line in (told, article.url) if line]
        paragraphs += ["\n".join(lines)] if lines else []
    if selection.site.url:
        paragraphs.append(selection.link(fact))
    return "\n\n".join(paragraphs)


def escape(text: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line breaks escaped, control characters dropped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _day(day: Day, after: int = 0) -> str:
    """A day, or the one ``after`` days later, in basic format."""
    return (date(*day) + timedelta(days=after)).strftime("%Y%m%d").zfill(8)


def _lines(properties: list[tuple[str, str]]) -> str:
    """Content lines, each folded and ended by CR LF."""
    return "".join(fold(f"{name}:{value}") + "\r\n" for name, value in properties)


def fold(line: str) -> str:
    """``line`` in pieces of at most 75 octets, never cut inside a character."""
    data = line.encode()
    pieces, start, room = [], 0, _LINE_OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # in the middle of a character
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _LINE_OCTETS - 1  # less the space that marks the continuation
    return b"\r\n ".join([*pieces, data[start:]]).decode()
