"""The keys of every YAML file, as tables: the loader, the writer, the schema and the docs all read these.

A key's name may be typed with spaces, underscores or hyphens; ``name`` is how it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ..model import DateBasis, EntityKind, EntityStatus, FactKind, FactStatus, PublishedBasis

Form = Literal["text", "date", "day", "moment", "flag", "id", "ids", "texts", "choice", "maps", "map"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how it is written, the field it fills, the form of its value and what it is for."""

    name: str
    field: str
    form: Form
    about: str
    example: str
    required: bool = False
    choices: tuple[str, ...] = ()
    inner: tuple[Key, ...] = ()


DATE_REASON = (
    Key("words", "words", "text", "The words of the quote that name the date.", "on May 16"),
    Key("rule", "rule", "text", "The rule that read the words; the method page lists them.", "month-day"),
    Key(
        "basis",
        "basis",
        "choice",
        "How the words lead to the date.",
        "stated",
        choices=tuple(get_args(DateBasis)),
    ),
    Key("year from", "anchor_basis", "text", "What supplied a year the words leave out.", "published"),
    Key("counted from", "anchor_basis", "text", "What a relative date was counted from.", "published"),
    Key(
        "as of",
        "anchor",
        "date",
        "The date of that anchor; left out when it is the article's own day.",
        "2025-05-16",
    ),
)

SOURCE = (
    Key(
        "article",
        "article",
        "id",
        "Id of the article: its file name in content/articles.",
        "gazette-1931-03-02-bridge",
        required=True,
    ),
    Key(
        "quote",
        "quote",
        "text",
        "The words of the article, character for character.",
        "The bridge opened.",
        required=True,
    ),
    Key(
        "date",
        "date",
        "map",
        "Why this source supports the fact's date.",
        "{words: on May 16}",
        inner=DATE_REASON,
    ),
)

CORRECTION = (
    Key("on", "on", "day", "The day of the correction.", "2025-05-18", required=True),
    Key("was", "was", "text", "What the fact said before.", "five people"),
    Key("now", "now", "text", "What it says now.", "seven people"),
    Key("why", "why", "text", "Why, in a sentence for readers.", "The ministry revised its figure."),
)

FACT = (
    Key(
        "id",
        "id",
        "id",
        "Given once, never changed: the fact's link is /f/<id>/ for ever.",
        "bridge-opened",
        required=True,
    ),
    Key(
        "date",
        "date",
        "date",
        "When it happened, as EDTF: 2025-05-16, 2025-05, 2022~, 2025-05-12/2025-05-18. Empty: unknown.",
        "2025-05-16",
    ),
    Key(
        "text",
        "text",
        "text",
        "What happened or was said, in the words of the first source.",
        "The bridge opened to traffic",
        required=True,
    ),
    Key("speaker", "speaker", "text", "Who says so.", "Jane Roe"),
    Key("via", "via", "text", "The outlet the words came through.", "Reuters"),
    Key("anonymous", "anonymous", "flag", "The speaker is not named.", "true"),
    Key("denied", "denied", "flag", "The speaker denies something; the text says what.", "true"),
    Key(
        "kind",
        "kind",
        "choice",
        "What kind of thing it is; an event when left out.",
        "statement",
        choices=tuple(get_args(FactKind)),
    ),
    Key(
        "status",
        "status",
        "choice",
        "Only reviewed, disputed and withdrawn facts are public.",
        "draft",
        choices=tuple(get_args(FactStatus)),
    ),
    Key(
        "reason",
        "reason",
        "text",
        "Why it is disputed or withdrawn; readers see it.",
        "The paper retracted the report.",
    ),
    Key("tags", "tags", "texts", "Words to group facts by.", "[transport]"),
    Key(
        "context",
        "context",
        "text",
        "The sentence this one leans on, word for word.",
        "The works began in May.",
    ),
    Key("image", "image", "text", "A picture: a path under content or an address.", "images/bridge.jpg"),
    Key(
        "image_alt",
        "image_alt",
        "text",
        "What the picture shows, for those who do not see it.",
        "The bridge from the east bank",
    ),
    Key(
        "sources",
        "sources",
        "maps",
        "Where it is written; the first one carries the text.",
        "",
        required=True,
        inner=SOURCE,
    ),
    Key("corrections", "corrections", "maps", "Public corrections, oldest first.", "", inner=CORRECTION),
    Key(
        "maybe_same_as",
        "maybe_same_as",
        "ids",
        "Facts that may be this one: a person decides.",
        "[bridge-opens]",
    ),
    Key(
        "disagrees_with",
        "disagrees_with",
        "ids",
        "Facts that say something else about the same thing.",
        "[bridge-closed]",
    ),
    Key("not_same_as", "not_same_as", "ids", "Facts a person found to be different ones.", "[bridge-opens]"),
    Key("was", "merged_ids", "ids", "Former ids; their links lead here.", "[bridge-opened-2]"),
    Key("added", "added", "day", "The day the fact entered the project.", "2025-05-17"),
    Key("by", "by", "text", "The tool that proposed it, when not Chronofact itself.", "newsreader 2"),
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
        "Why, when the date was inferred.",
        "It shares whole sentences with another article.",
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
    Key("lang", "lang", "text", "Its language (BCP 47).", "en"),
    Key("tags", "tags", "texts", "The publisher's own tags.", "[transport]"),
    Key(
        "file",
        "file",
        "text",
        "The article as received, from the project's folder.",
        "seeds/bridge.txt",
        required=True,
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
        "status",
        "status",
        "choice",
        "Proposed and ignored names are never published.",
        "published",
        choices=tuple(get_args(EntityStatus)),
    ),
)

TABLES: dict[str, tuple[Key, ...]] = {"facts": FACT, "article": ARTICLE, "entities": ENTITY}


def plain_name(name: str) -> str:
    """A key as typed, with the ways to join its words made one."""
    return name.strip().replace("_", " ").replace("-", " ")
