"""Selected facts in, the entries of a feed out: newest change first, at most ``Selection.entries`` of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from html import escape

from ..model import Correction, Fact, Source
from ..timeline import opened, told
from .days import added_day, article_line, lasting_id, voice, when
from .selection import FEED_ENTRIES as FEED_ENTRIES
from .selection import Selection, source_link

# Characters that XML 1.0 has no way to write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact in a feed; ``html`` is complete, escaped HTML; days are ISO."""

    id: str
    link: str
    title: str
    html: str
    added: str
    changed: str
    tags: tuple[str, ...]
    fact: Fact


# The fields of a fact whose values it holds.
CARRIES = frozenset(
    [
        "id",
        "date",
        "text",
        "speaker",
        "via",
        "anonymous",
        "denied",
        "status",
        "reason",
        "tags",
        "sources",
        "corrections",
        "origins",
        "added",
    ]
)


def feed_entries(selection: Selection) -> tuple[Entry, ...]:
    """The newest entries by the day a fact was added or corrected; facts of one day keep their order."""
    dated = [*zip(selection.changed(selection.facts), selection.facts, strict=True)]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(
        selection.kept(f"entry {fact.id}", partial(_entry, fact, changed, selection))
        for changed, fact in dated[: selection.entries]
    )


def newest(entries: tuple[Entry, ...]) -> str:
    """The day of the newest change."""
    return max((entry.changed for entry in entries), default="1970-01-01")


def _entry(fact: Fact, changed: str, selection: Selection) -> Entry:
    """A fact as an entry. A claim opens with its speaker, so that it is never read as the site's own word."""
    link, who = selection.link(fact), voice(fact, selection.say)
    return Entry(
        id=lasting_id(selection.site, link),
        link=link,
        title=f"{who}: {told(fact)}" if who else told(fact),
        html=_html(fact, selection),
        added=added_day(fact, selection.sources(fact)),
        changed=changed,
        tags=fact.tags,
        fact=fact,
    )


def _html(fact: Fact, selection: Selection) -> str:
    """When, what, who says so, status, corrections and quotes."""
    say, locale = selection.say, selection.site.language
    parts = []
    if fact.date:
        parts.append(f"<p><time>{escape(when(fact.date, locale))}</time></p>")
    marks = _marks(fact, selection)
    if marks:
        parts.append(f"<p><em>{escape(marks)}</em></p>")
    parts.append(f'<p dir="auto">{escape(told(fact))}</p>')
    voices = " · ".join(escape(voice) for voice in (opened(fact.speaker), fact.via) if voice)
    if voices:
        parts.append(f"<p>{voices}</p>")
    parts += [_correction(correction, selection) for correction in fact.corrections]
    parts += [_source(source, selection) for source in fact.sources]
    if fact.origins:
        parts.append(f"<p>{escape(say('Independent origins'))}: {fact.origins}</p>")
    return "".join(parts)


def _marks(fact: Fact, selection: Selection) -> str:
    """What a reader must know before the text: a plan, a proposal, a denial, a dispute, an anonymous voice."""
    say = selection.say
    words = []
    if fact.kind in ("plan", "proposal"):
        words.append(say("plan, not yet done") if fact.kind == "plan" else say("proposal, not agreed"))
    if fact.anonymous:
        words.append(say("anonymous"))
    if fact.denied:
        words.append(say("denied"))
    if fact.status in ("draft", "disputed", "withdrawn"):
        words.append(say(fact.status))
    marks = ", ".join(words)
    return f"{marks} ({fact.reason})" if fact.reason else marks


def _correction(correction: Correction, selection: Selection) -> str:
    """A correction in one paragraph: the old words struck out, the new ones, the reason."""
    day = when(correction.on, selection.site.language)
    old = f"<del>{escape(correction.was)}</del> " if correction.was else ""
    new = f"<ins>{escape(correction.now)}</ins> " if correction.now else ""
    label = escape(selection.say("Corrected"))
    return f"<p>{label} {escape(day)}: {old}{new}{escape(correction.why)}</p>"


def _source(source: Source, selection: Selection) -> str:
    """The quote, and the article it stands in with a link to the very words."""
    article = selection.articles.get(source.article)
    told = ""
    if article is not None:
        told = escape(article_line(article, selection.site.language, selection.say))
        url = source_link(article, source.quote, source.at)
        if url:
            told = f'<a href="{escape(url)}">{told or escape(article.url)}</a>'
    cite = f"<p>{told}</p>" if told else ""
    return f'<blockquote dir="auto">{escape(source.quote)}</blockquote>{cite}' if source.quote else cite


def xml(text: str) -> str:
    """``text`` for an XML element or attribute, without the characters XML cannot hold."""
    return escape(_NOT_XML.sub("", text))
