"""The keys of every YAML file, as tables: the loader, the writer, the schema and the docs all read these.

Those of a fact stand in ``generator.fields``, which the exports read too.
"""

from __future__ import annotations

from typing import get_args

from ..fields import CORRECTION, DATE_REASON, FACT, SOURCE, FactKey, Key, plain_name
from ..model import EntityKind, EntityStatus, PublishedBasis, PublishedRule, SourceType

PUBLISHED_WHY = (
    Key(
        "rule",
        "rule",
        "choice",
        "What tells the date.",
        "shared",
        required=True,
        choices=tuple(get_args(PublishedRule)),
    ),
    Key(
        "article",
        "article",
        "text",
        "The article whose sentences stand here too.",
        "gazette-1931-03-02-bridge",
    ),
    Key(
        "day",
        "day",
        "date",
        "Its day; or the latest past day that the text tells of.",
        "2025-05-16",
        required=True,
    ),
    Key("other", "other", "date", "A day told of that contradicts it.", "2025-05-18"),
    Key("shared", "shared", "number", "How many longer sentences are the same …", "6"),
    Key("of", "of", "number", "… of how many.", "32"),
    Key("weekday", "weekday", "text", "A weekday as the text names it …", "Friday"),
    Key("named", "named", "date", "… and the day that was one.", "2025-05-16"),
)
PUBLISHED = (
    Key(
        "value",
        "value",
        "moment",
        "The day, or the day and minute (2025-05-16T18:04) as the article gives it.",
        "2025-05-16",
    ),
    Key("zone", "zone", "text", "The time zone of the clock time, as the article writes it.", "EEST"),
    Key(
        "basis",
        "basis",
        "choice",
        "Where that date comes from.",
        "byline",
        choices=tuple(get_args(PublishedBasis)),
    ),
    Key(
        "reason",
        "reason",
        "text",
        "Why a person gave that date.",
        "The issue of 3 May has the same front page.",
    ),
    Key(
        "why",
        "why",
        "maps",
        "What an inferred date rests on.",
        "[{rule: latest, day: 2025-05-16}]",
        inner=PUBLISHED_WHY,
    ),
)

ARTICLE = (
    Key(
        "id",
        "id",
        "id",
        "The file's own name without .yaml; only that is allowed.",
        "gazette-1931-03-02-bridge",
    ),
    Key("title", "title", "text", "The headline, as published.", "Bridge opens"),
    Key("publisher", "publisher", "text", "The outlet.", "The Gazette"),
    Key("agency", "agency", "text", "The news agency the text is credited to.", "Reuters"),
    Key("authors", "authors", "texts", "Who wrote it.", "[Jane Roe]"),
    Key(
        "published",
        "published",
        "map",
        "When it came out.",
        "{value: 2025-05-16, basis: byline}",
        inner=PUBLISHED,
    ),
    Key("url", "url", "text", "Its address.", "https://gazette.example/bridge"),
    Key(
        "archive", "archive_url", "text", "The address of an archived copy.", "https://archive.example/bridge"
    ),
    Key("lang", "lang", "language", "Its language (BCP 47).", "en"),
    Key("tags", "tags", "texts", "The publisher's own tags.", "[transport]"),
    Key(
        "file",
        "file",
        "text",
        "The article as received, from the project's folder; only a record with a type goes without.",
        "seeds/bridge.txt",
    ),
    Key(
        "text",
        "text_file",
        "text",
        "Where its text is kept when the file is a web page or JSON.",
        "seeds/.text/bridge.txt",
    ),
    Key(
        "sha256",
        "sha256",
        "text",
        "Fingerprint of the text, so that a changed article is noticed.",
        "9f86d0…",
    ),
    Key(
        "type",
        "type",
        "choice",
        "What it is, in the terms of CSL; a news article when left out.",
        "book",
        choices=tuple(get_args(SourceType)),
    ),
    Key(
        "embargo",
        "embargo",
        "embargo",
        "No fact made of it is seen before this moment: a day, or a day with clock time and zone.",
        "2026-12-01 06:00 Europe/Kyiv",
    ),
    Key("extra", "extra", "extra", "Further fields, in CSL's names.", "{ISBN: 978-1-4028-9462-6}"),
)

ENTITY = (
    Key("id", "id", "id", "Short name for links.", "jane-roe", required=True),
    Key("name", "name", "text", "The name in full.", "Jane Roe", required=True),
    Key(
        "kind",
        "kind",
        "choice",
        "What it names.",
        "person",
        required=True,
        choices=tuple(get_args(EntityKind)),
    ),
    Key("aliases", "aliases", "texts", "Other names and spellings.", "[J. Roe]"),
    Key("description", "description", "text", "Who or what it is, in a few words.", "Mayor of Rivertown"),
    Key(
        "same_as",
        "same_as",
        "text",
        "A Wikidata or other authority address.",
        "https://www.wikidata.org/wiki/Q1",
    ),
    Key(
        "coordinates",
        "coordinates",
        "point",
        "Latitude and longitude in degrees; places that have them are drawn on a map.",
        "41.01, 28.98",
    ),
    Key(
        "status",
        "status",
        "choice",
        "Proposed and ignored names are never published.",
        "published",
        choices=tuple(get_args(EntityStatus)),
    ),
)

TABLES: dict[str, tuple[Key, ...]] = {"facts": FACT, "article": ARTICLE, "entities": ENTITY}

__all__ = [
    "ARTICLE", "CORRECTION", "DATE_REASON", "ENTITY", "FACT", "PUBLISHED", "SOURCE", "TABLES", "FactKey", "Key",
    "plain_name",
]  # fmt: skip
