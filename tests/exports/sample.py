"""A small hand-made timeline of another story, with every kind of thing an export must carry."""

from __future__ import annotations

from generator.exports import Selection
from generator.model import (
    Article,
    Correction,
    DateReason,
    Entity,
    Fact,
    Published,
    Site,
    Source,
)

SITE = Site("Harbour strike", "https://timeline.example/harbour/", "en", "What happened at the docks.")

ARTICLES = {
    "gazette-1999-03-02-cranes": Article(
        id="gazette-1999-03-02-cranes",
        text="not for publication",
        title="Cranes fall silent & men walk out",
        authors=("Ann O'Neil", "The Gazette staff"),
        publisher="The Gazette",
        published=Published("1999-03-02T07:30", "byline"),
        url="https://gazette.example/1999/cranes.html",
        archive_url="https://archive.example/1/https://gazette.example/1999/cranes.html",
        lang="en",
        tags=("Docks",),
        sha256="0" * 64,
    ),
    "unknown-notes": Article(
        id="unknown-notes",
        text="not for publication",
        published=Published("1999-03", "inferred", "Shares three sentences with a dated article."),
    ),
}

ENTITIES = (
    Entity("mara-lind", "Mara Lind", "person", ("Lind",), "Leads the dockers' union."),
    Entity("port-anselm", "Port Anselm", "place", same_as="https://www.wikidata.org/wiki/Q1"),
    Entity("dockers-union", "Dockers' Union", "organisation"),
)


def source(article: str, quote: str, words: str = "", basis: str = "stated") -> Source:
    """A source whose date rests on ``words``."""
    rule = "month-day" if words else "article-day"
    return Source(article, quote, date=DateReason(words, rule, basis))  # type: ignore[arg-type]


FACTS = (
    Fact(
        id="cranes-fall-silent",
        date="1999-03-01",
        text='Cranes at Port Anselm fell silent, "all of them", <at noon> & stayed so',
        sources=(
            source(
                "gazette-1999-03-02-cranes",
                'Cranes at Port Anselm fell silent, "all of them", <at noon> & stayed so on Monday.',
                "on Monday",
                "relative",
            ),
            source("unknown-notes", "The cranes fell silent on March 1.", "on March 1"),
        ),
        status="reviewed",
        tags=("strike", "cranes, big; and, small"),
        origins=2,
        added="1999-03-05",
        corrections=(Correction("1999-03-09", "at ten", "at noon", "The clock was slow."),),
    ),
    Fact(
        id="lind-demands",
        date="1999-03-02",
        text="Wages must rise by a fifth, or the gates stay shut",
        sources=(source("gazette-1999-03-02-cranes", "Wages must rise by a fifth, Lind told the Gazette."),),
        kind="statement",
        status="reviewed",
        speaker="Mara Lind",
        via="The Gazette",
        tags=("strike",),
        origins=1,
        added="1999-03-05",
    ),
    Fact(
        id="talks-planned",
        date="1999-04",
        text="Talks are to be held in April",
        sources=(source("unknown-notes", "Talks are to be held in April.", "in April"),),
        kind="plan",
        status="reviewed",
        speaker="An official",
        anonymous=True,
        origins=1,
        added="1999-03-06",
        disagrees_with=("lind-demands",),
    ),
    Fact(
        id="strike-span",
        date="1999-03-01/1999-03-18",
        text="=SUM(A1) is how the leaflet began",
        sources=(source("unknown-notes", "=SUM(A1) is how the leaflet began.", "between March 1 and 18"),),
        status="disputed",
        reason="The leaflet is lost.",
        added="1999-03-07",
    ),
    Fact(
        id="harbour-founded",
        date="-0043-03-15",
        text="The harbour was founded",
        sources=(source("unknown-notes", "The harbour was founded on 15 March 44 BC.", "15 March 44 BC"),),
        status="reviewed",
        tags=("history",),
        added="1999-03-08",
    ),
    Fact(
        id="since-winter",
        date="1998-12~/..",
        text="Порт страждає від заторів з грудня",
        sources=(source("unknown-notes", "Порт страждає від заторів з грудня.", "з грудня"),),
        status="reviewed",
        added="1999-03-08",
    ),
    Fact(
        id="no-date",
        date="",
        text="A gull was seen on crane five",
        sources=(source("unknown-notes", "A gull was seen on crane five."),),
        status="withdrawn",
        reason="It was a tern.",
        added="1999-03-08",
    ),
)

NAMES = {
    "cranes-fall-silent": ("port-anselm",),
    "lind-demands": ("mara-lind", "dockers-union"),
}


def selection(*facts: Fact, site: Site = SITE) -> Selection:
    """The sample as a selection; with ``facts`` given, of those alone."""
    return Selection(facts or FACTS, ARTICLES, ENTITIES, site, NAMES)
