"""Selected facts in, open formats out: what a machine, a calendar, a feed reader or a spreadsheet reads.

The caller selects: drafts are left out by ``timeline``, never here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..errors import Problem, problem
from ..fields import FIELDS
from ..model import Fact, Site
from ..timeline import Timeline
from . import calendar_ics, citations, feed_entries, timelinejs
from .atom import write_atom
from .calendar_ics import write_ics
from .citations import (
    article_bibtex,
    article_csl,
    fact_bibtex,
    fact_csl,
    fact_plain,
    write_bibtex,
    write_csl,
)
from .csv_table import write_csv
from .head import FeedLink, ShareImage, head_tags, preview_tags
from .json_document import write_json, write_jsonl
from .json_ld import page_jsonld, write_jsonld
from .jsonfeed import write_jsonfeed
from .record import schema_text
from .rss import write_rss
from .selection import Selection, fact_link, of_timeline, source_link, words_link
from .timelinejs import write_timelinejs


def _fits(_fact: Fact) -> str:
    """Most formats carry any fact."""
    return ""


@dataclass(frozen=True, slots=True)
class Format:
    """One open format: its name on the command line and to people, file suffix, media type, and how it is written.

    ``carries`` are the fields of a fact whose values it holds; docs/exports.md lists them, and a test changes each
    field to see that they are those. ``misfit`` gives the reason why the format cannot carry a fact, or ``""``.
    ``tells_withdrawn``: who already has a fact through this format must hear that it is withdrawn.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    description: str
    write: Callable[[Selection], Iterator[str]]
    carries: frozenset[str]
    misfit: Callable[[Fact], str] = _fits
    tells_withdrawn: bool = False


_PUBLIC = frozenset(key.field for key in FIELDS if key.public)
_LINKED = frozenset(key.field for key in FIELDS if key.linked)
_ALL = (
    Format("csv", "CSV", ".csv", "text/csv", "A table for spreadsheets, one fact a row.", write_csv, _PUBLIC),
    Format(
        "json",
        "JSON",
        ".json",
        "application/json",
        "Facts, articles and names in one document.",
        write_json,
        _PUBLIC,
    ),
    Format(
        "jsonl",
        "JSON Lines",
        ".jsonl",
        "application/jsonl",
        "One fact a line, each complete in itself.",
        write_jsonl,
        _PUBLIC,
    ),
    Format(
        "jsonld",
        "JSON-LD",
        ".jsonld",
        "application/ld+json",
        "Linked data in schema.org’s terms.",
        write_jsonld,
        _LINKED,
    ),
    Format(
        "timelinejs",
        "TimelineJS",
        ".timelinejs.json",
        "application/json",
        "Slides for TimelineJS.",
        write_timelinejs,
        timelinejs.CARRIES,
        timelinejs.misfit,
    ),
    Format(
        "ics",
        "iCalendar",
        ".ics",
        "text/calendar",
        "A calendar: days as all-day events, wider dates as spans.",
        write_ics,
        calendar_ics.CARRIES,
        calendar_ics.misfit,
        tells_withdrawn=True,
    ),
    Format(
        "atom",
        "Atom",
        ".atom.xml",
        "application/atom+xml",
        "An Atom feed, newest change first.",
        write_atom,
        feed_entries.CARRIES,
        tells_withdrawn=True,
    ),
    Format(
        "rss",
        "RSS",
        ".rss.xml",
        "application/rss+xml",
        "An RSS feed, newest change first.",
        write_rss,
        feed_entries.CARRIES,
        tells_withdrawn=True,
    ),
    Format(
        "jsonfeed",
        "JSON Feed",
        ".feed.json",
        "application/feed+json",
        "A JSON Feed, newest change first.",
        write_jsonfeed,
        feed_entries.CARRIES | {"kind"},
    ),
    Format(
        "bibtex",
        "BibTeX",
        ".bib",
        "application/x-bibtex",
        "The articles, for LaTeX and reference managers.",
        write_bibtex,
        citations.CARRIES,
    ),
    Format(
        "csl-json",
        "CSL-JSON",
        ".csl.json",
        "application/vnd.citationstyles.csl+json",
        "The articles, for Zotero, Pandoc and other citation programs.",
        write_csl,
        citations.CARRIES,
    ),
)
FORMATS: Mapping[str, Format] = {entry.name: entry for entry in _ALL}


def select(format_name: str, timeline: Timeline, site: Site, say: Callable[[str], str] = str) -> Selection:
    """The whole public timeline for that format: feeds and calendars also hear what was withdrawn."""
    return of_timeline(timeline, site, withdrawn=FORMATS[format_name].tells_withdrawn, say=say)


def export(format_name: str, selection: Selection) -> Iterable[str]:
    """The selection in the format of that name, in pieces; raises KeyError on an unknown name."""
    return FORMATS[format_name].write(selection)


def left_out(format_name: str, facts: Sequence[Fact]) -> tuple[Problem, ...]:
    """A note for every fact that the format cannot carry, with the reason."""
    entry = FORMATS[format_name]
    reasons = ((fact, entry.misfit(fact)) for fact in facts)
    return tuple(
        problem("export-left-out", fact.place, fact=fact.id, value=fact.id, format=format_name, why=why)
        for fact, why in reasons
        if why
    )


__all__ = [
    "FORMATS",
    "FeedLink",
    "Format",
    "Selection",
    "ShareImage",
    "article_bibtex",
    "article_csl",
    "export",
    "fact_bibtex",
    "fact_csl",
    "fact_link",
    "fact_plain",
    "head_tags",
    "left_out",
    "of_timeline",
    "page_jsonld",
    "preview_tags",
    "schema_text",
    "select",
    "source_link",
    "words_link",
]
