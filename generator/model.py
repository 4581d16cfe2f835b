"""The values that pass between the stages: frozen, plain, and in the field's own terms.

Every offset is a count of Unicode code points into ``Article.text``; spans are half open
(``text[start:end]``). Dates are EDTF Level 1 strings (ISO 8601-2); ``""`` means unknown.
A speaker, publisher or title that nothing states is ``""``: unknown is a value.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Literal

from .values import dataclass, field

BlockKind = Literal["headline", "byline", "tags", "promo", "caption", "note", "subheading", "body"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
# stated: the words name the date. relative: the words count from an anchor ("yesterday").
# discourse: carried over from the event the sentence continues. published: the article's own day,
# the sentence names none. inferred: rests on an article date that was itself inferred. unknown: no date is read.
DateBasis = Literal["stated", "relative", "discourse", "published", "inferred", "by hand", "unknown"]
# Where an article's own date came from, in the order in which they are believed.
PublishedBasis = Literal[
    "option", "sidecar", "metadata", "byline", "dateline", "url", "text", "inferred", "unknown"
]
PublishedRule = Literal["shared", "others", "contradicts", "weekday", "latest"]
FactKind = Literal["event", "statement", "plan", "proposal"]
FactStatus = Literal["draft", "reviewed", "disputed", "withdrawn"]
EntityKind = Literal["person", "place", "organisation"]
EntityStatus = Literal["published", "proposed", "ignored"]
# What a source is, in the terms of CSL 1.0.2 (citationstyles.org); the first is a news article.
SourceType = Literal[
    "article-newspaper", "article", "article-journal", "article-magazine", "bill", "book", "broadcast", "chapter",
    "dataset", "document", "entry", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "pamphlet", "paper-conference", "patent", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article and what it is; only ``body`` blocks become facts."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class PublishedWhy:
    """One thing that an inferred date rests on: a rule and what it found; pages make a sentence of it."""

    rule: PublishedRule
    article: str = ""  # whose sentences are shared
    day: str = ""  # EDTF: of that article, of the others, or the latest past day that is told of
    other: str = ""  # EDTF: the day that contradicts it
    shared: int = 0  # sentences
    of: int = 0  # the article's own long sentences
    weekday: str = ""  # as the article names it
    named: str = ""  # EDTF: the day it names with that weekday


@dataclass(frozen=True, slots=True)
class Published:
    """When an article came out: EDTF day, or ``YYYY-MM-DDTHH:MM`` as the byline gives it.

    ``value`` may be coarser than a day, an interval, or ``""``. ``why`` is what it rests on when the basis
    is ``inferred`` or ``text``; ``reason`` is what a person wrote instead.
    """

    value: str = ""
    basis: PublishedBasis = "unknown"
    reason: str = ""
    zone: str = ""  # of the clock time, as written: "EEST", "+03:00", "Z"; none is ever assumed
    why: tuple[PublishedWhy, ...] = ()

    @property
    def day(self) -> str:
        """The EDTF value without the clock time."""
        return self.value.split("T")[0]


@dataclass(frozen=True, slots=True)
class Post:
    """A stretch of a live page that came out at a moment of its own."""

    start: int
    end: int
    published: Published


@dataclass(frozen=True, slots=True)
class Part:
    """Where a page of a document, or a piece of a recording, begins in the text taken from it."""

    start: int
    page: int = 0  # from 1; 0: no page
    second: int = -1  # of the recording; -1: none


@dataclass(frozen=True, slots=True)
class PageLoss:
    """Paragraphs of a page's own prose that the extraction of its text had left out."""

    restored: int  # put back
    missing: int  # missing still
    of: int  # paragraphs of the page's prose


@dataclasses.dataclass(frozen=True, slots=True)  # not by its slots: one that rests keeps its text elsewhere
class Article:
    """One article as read: its text unchanged (plain text) or extracted (HTML), and what is known of it."""

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    agency: str = ""  # the news agency the text is credited to, "(Reuters) —"; not the publisher
    published: Published = Published()
    url: str = ""
    archive_url: str = ""
    lang: str = ""
    tags: tuple[str, ...] = ()
    sha256: str = ""  # of ``text`` encoded as UTF-8, hexadecimal
    file: str = ""  # the article as received, relative to the project root
    text_file: str = ""  # where ``text`` is kept when ``file`` is not that text itself (HTML, JSON)
    type: str = ""  # a ``SourceType``; "": a news article. With it a record needs no file: what cannot be kept is cited
    extra: str = ""  # JSON: further fields in CSL's names (ISBN, container-title, archive_location …)
    embargo: str = ""  # no fact made of it is seen before this moment
    parts: tuple[Part, ...] = ()  # pages or seconds, in order; made again from the file at each reading
    posts: tuple[Post, ...] = ()  # of a live page, in order; what stands in none is of the article's own day
    loss: PageLoss | None = None  # of a page of which the extraction of the text had left much out


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, without surrounding white space."""

    start: int
    end: int
    block: int  # index into Article.blocks


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A time expression with its meaning: EDTF (``""`` for durations, sets, unresolvable) and TIMEX3 value."""

    start: int
    end: int
    words: str
    type: TimexType
    rule: str
    edtf: str
    timex: str
    basis: DateBasis
    anchor: str = ""  # EDTF of what a relative date was counted from, or a missing year taken from
    anchor_basis: str = ""  # "published", "narrative", "dateline", "document"
    mod: str = ""  # TIMEX3 mod attribute: START, MID, END, APPROX, BEFORE, AFTER, ...
    role: str = ""  # what the words do: since, until, by, from, starting, between, attributive, comparison, possessive


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a stretch of text. ``start``/``end`` span what was said; ``cue`` is the reporting verb or phrase."""

    start: int
    end: int
    cue: str
    speaker: str  # the fullest name the article itself supports, else the words as they stand
    speaker_start: int  # the words in this sentence (or the one carried from) that name the speaker
    speaker_end: int
    via: str = ""  # the outlet it came through ("according to X", "told X")
    anonymous: bool = False
    direct: bool = False  # the words stand in quotation marks
    sentence: int = -1  # index of the sentence that holds the cue
    cue_start: int = -1
    cue_end: int = -1
    form: str = ""  # direct, indirect, act ("called for an inquiry"), according, headline, carried, stance
    denied: bool = False  # the cue denies what was said


@dataclass(frozen=True, slots=True)
class DateReason:
    """Why a source supports a date: the words, the rule that read them and what they were read against."""

    words: str = ""
    rule: str = ""
    basis: DateBasis = "unknown"
    anchor: str = ""
    anchor_basis: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is written: the quote stands character for character in the article's text.

    A source whose record has no text (a book, a film, what another timeline cites) may go without a quote.
    """

    article: str
    quote: str = ""
    start: int = -1  # offset of the quote; -1 in facts read from YAML, where the quote itself is the selector
    end: int = -1
    date: DateReason = DateReason()
    headline: bool = False  # the quote is the article's headline: evidence beside what the body says
    at: str = ""  # "page 12", "1:02:03": where it stands in what has no text here; else the text says it


@dataclass(frozen=True, slots=True)
class Correction:
    """A public correction: what a fact said, what it says now, and why."""

    on: str
    was: str = ""
    now: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words of the same article that an entry supplies in square brackets, as newspapers do: "they [the engineers]"."""

    words: str  # as they stand between the brackets
    stands_for: str = ""  # the words of the quote they explain, or ``""``
    start: int = -1  # where the words stand in the article, -1: somewhere in it


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure a fact reports, as data: what is counted, how many, and how sure the words are."""

    what: str
    value: float
    at_least: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Which person decided on a fact last, and on which day. On a draft it means: seen, and held back."""

    by: str = ""
    on: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file a person edits; line and column count from 1, 0 means the whole file."""

    path: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated, sourced fact. ``text`` is made of words of its first source's quote, in their order."""

    id: str
    date: str
    text: str
    sources: tuple[Source, ...]
    kind: FactKind = "event"
    status: FactStatus = "draft"
    speaker: str = ""
    via: str = ""
    anonymous: bool = False
    denied: bool = False  # the speaker denies something; the text says what
    context: str = ""  # the sentence this one leans on, word for word from the article
    tags: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    maybe_same_as: tuple[str, ...] = ()  # ids a person should look at; never merged by the machine
    disagrees_with: tuple[str, ...] = ()  # ids whose numbers, dates or actors differ about the same thing
    not_same_as: tuple[str, ...] = ()  # ids a person declared different
    merged_ids: tuple[str, ...] = ()  # former ids that redirect here (`was:` in YAML)
    origins: int = 0  # independent origins; 0 means not counted yet
    added: str = ""  # ISO day the fact entered the project
    by: str = ""  # the tool that proposed it, when not Chronofact itself
    reason: str = ""  # why it was withdrawn or is disputed
    image: str = ""
    image_alt: str = ""
    brackets: tuple[Bracket, ...] = ()  # what the square brackets in ``text`` supply
    lead: bool = False  # one of the few entries that tell the story in short
    follows: tuple[
        str, ...
    ] = ()  # ids of earlier facts that this one brings up to date, corrects or confirms
    fulfils: tuple[str, ...] = ()  # ids of plans that this one keeps, moves or breaks
    measure: Measure | None = None
    decided: Decision | None = None
    worth: float = 0.0  # the chance that an editor gives it an entry, 0 to 1; 0 also where nobody weighed it
    entry: bool = True  # False: a statement that stays aside
    extra: str = ""  # JSON: what a foreign form says and no field here holds
    embargo: str = ""  # not seen before this moment (``generator.embargo`` reads it)
    place: Place = field(default=Place(), compare=False)


_POINT = re.compile(r"\s*([+-]?\d{1,2}(?:\.\d+)?)\s*,\s*([+-]?\d{1,3}(?:\.\d+)?)\s*")


def read_point(text: str) -> tuple[float, float] | None:
    """``41.01, 28.98`` as latitude and longitude in degrees; None for what is no place on earth."""
    found = _POINT.fullmatch(text)
    if not found:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organisation the reader may follow."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    description: str = ""
    same_as: str = ""  # a Wikidata or other authority URL
    status: EntityStatus = "published"
    coordinates: str = ""  # latitude and longitude in degrees, "41.01, 28.98"
    place: Place = field(default=Place(), compare=False)

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where they are known."""
        return read_point(self.coordinates)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A possible name, without titles; ``kind`` is None where nothing tells; ``sure`` where a cue does."""

    words: tuple[str, ...]
    kind: EntityKind | None
    sure: bool
    opening: bool  # stands at the beginning of a sentence, where every word is capitalised
    office: bool = False  # somebody with a title: "President Rojas"
    start: int = -1
    end: int = -1  # behind the last word, and before the sign of an owner

    @property
    def name(self) -> str:
        """The words as one name."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class EntityMention:
    """Where a known entity is named in a text."""

    start: int
    end: int
    entity: str  # Entity.id


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that became no fact, and why (`add --explain`)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Facts about the same thing that differ, and on what."""

    facts: tuple[str, ...]
    about: Literal["number", "date", "who", "denial"]
    values: tuple[str, ...]  # one per fact, as the sources write it


@dataclass(frozen=True, slots=True)
class Site:
    """The published site: ``url`` ends in a slash and carries the base path; ``""`` when none is configured."""

    name: str = ""
    url: str = ""
    language: str = "en"
    description: str = ""
    author: str = ""
