"""Selected facts in, the JSON that TimelineJS reads out.

TimelineJS puts text into the page as HTML, so everything is escaped here. A wide date is a span with
its words as ``display_date``, never a point at its first day. Withdrawn facts are left out: it has no
way to say so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from urllib.parse import quote

from ..model import Fact
from .days import article_line, when
from .selection import Selection, source_link
from .spans import Day, place_of

# The fields of a fact whose values it holds.
CARRIES = frozenset(["id", "date", "text", "speaker", "via", "tags", "sources", "image", "image_alt"])


def misfit(fact: Fact) -> str:
    """Why the fact cannot stand in TimelineJS, or ``""``."""
    if fact.status == "withdrawn":
        return "TimelineJS cannot mark it withdrawn"
    place = place_of(fact.date)
    if place is None:
        return "it has no date"
    # JavaScript's calendar ends at year 275760; TimelineJS then changes to another scale for all dates.
    if any(abs(year) > 270_000 for year, _, _ in place):
        return "TimelineJS would change the scale of the whole timeline for it"
    return ""


def write_timelinejs(selection: Selection) -> Iterator[str]:
    """One document with a title slide and an event a fact."""
    title = {"headline": escape(selection.heading), "text": escape(selection.site.description)}
    yield f'{{"scale": "human",\n"title": {_dump({"unique_id": "title", "text": title})},\n"events": ['
    mark = "\n"
    for run in filter(None, selection.runs("timelinejs", partial(_slides, selection))):
        yield mark + run
        mark = ",\n"
    yield "\n]}\n"


def _slides(selection: Selection, facts: Sequence[Fact]) -> str:
    return ",\n".join(_dump(_slide(fact, selection)) for fact in facts if not misfit(fact))


def _slide(fact: Fact, selection: Selection) -> dict[str, object]:
    """One fact as a slide; its first tag is the row it stands in."""
    place = place_of(fact.date)
    assert place is not None
    start, end = place
    slide: dict[str, object] = {
        "unique_id": fact.id,
        "start_date": _date(start),
        "display_date": _twice(when(fact.date, selection.site.language)),
        "text": {"headline": escape(fact.text), "text": _html(fact, selection)},
    }
    if end != start:
        slide["end_date"] = _date(end)
    if fact.tags:
        slide["group"] = _twice(fact.tags[0])
    if fact.image:
        url = selection.site.url + quote(fact.image)
        slide["media"] = {"url": url, "alt": fact.image_alt}
    return slide


def _twice(text: str) -> str:
    """Escaped twice: TimelineJS takes tags out of these fields by reading them as HTML once, then shows them as HTML."""
    return escape(escape(text))


def _html(fact: Fact, selection: Selection) -> str:
    """Who says so, the quotes with links to their articles, and the permanent link."""
    voices = " · ".join(escape(voice) for voice in (fact.speaker, fact.via) if voice)
    parts = [f"<p><b>{voices}</b></p>"] if voices else []
    for source in fact.sources:
        parts += [f"<blockquote>{escape(source.quote)}</blockquote>"] if source.quote else []
        article = selection.articles.get(source.article)
        if article is None:
            continue
        told = escape(article_line(article, selection.site.language, selection.say))
        url = source_link(article, source.quote, source.at)
        if url:
            told = f'<a href="{escape(url)}">{told or escape(article.url)}</a>'
        if told:
            parts.append(f"<p>{told}</p>")
    if selection.site.url:
        link = escape(selection.link(fact))
        parts.append(f'<p><a href="{link}">{link}</a></p>')
    return "".join(parts)


def _date(day: Day) -> dict[str, int]:
    """A day as TimelineJS wants it; years are astronomical there too (0 is 1 BC)."""
    year, month, date = day
    return {"year": year, "month": month, "day": date}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
