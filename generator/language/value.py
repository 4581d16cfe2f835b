"""What a language file holds, as frozen values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from .time import TimeWords

NOTHING = re.compile(r"\0(?!)")  # for a sign that no text has a search is over at once

# The forms of a verb. ``adding`` goes on with the speaker before: "…, adding that".
FORMS = ("past", "present", "participle", "subjunctive", "future", "other", "adding")


# The tenses whose forms a file may give as patterns of whole words; ``participle`` goes with
# "have" and "passive", ``narrated`` are forms that are sure only beside a quotation: "pesta".
TENSES = (
    "past",
    "present",
    "future",
    "conditional",
    "perfect",
    "pluperfect",
    "modal",
    "participle",
    "narrated",
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of reporting with the forms that news uses, and what it takes."""

    lemma: str
    past: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    subjunctive: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    adding: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()  # one closes the clause of its past and present forms: "teilte … mit"
    takes: str = ""
    act: tuple[str, ...] | None = None  # tells speech by its object; the words that must follow, () for any
    uses: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()  # forms that are nouns or other verbs as well: claims, reports

    @property
    def finite(self) -> tuple[str, ...]:
        """Every form but ``adding``."""
        return (*self.past, *self.present, *self.participle, *self.subjunctive, *self.future, *self.other)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words after which a full stop does not, or need not, end a sentence; without their final stop."""

    title: frozenset[str] = frozenset()  # never ends one: "Gen. Smith", "e.g. Germany"
    number: frozenset[str] = frozenset()  # does not end one before a figure: "No. 5"
    may_end: frozenset[str] = frozenset()  # ends one only before an opener of sentences: "left the U.S. The"
    year: frozenset[str] = frozenset()  # as ``may_end``, but ends one that has gone on for a while: "2014 r."
    ordinals: bool = False  # "16." is a rank
    number_endings: tuple[str, ...] = ()  # as ``number``, for words that end so: "Hauptstr. 5"


@dataclass(frozen=True)
class Sign:
    """A pattern of sentences, what it tells of them, and a sentence it finds."""

    tells: str
    row: str  # the pattern as the file has it
    example: str
    needs: frozenset[str] = frozenset()  # it finds nothing where none of these words stands

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, in either case."""
        return re.compile(self.row, re.IGNORECASE)


@dataclass(frozen=True)
class Language:
    """All that one file tells of a language."""

    code: str
    name: str
    words: Mapping[str, frozenset[str]]  # use -> its words, in lower case
    verbs: tuple[Verb, ...]
    abbreviations: Abbreviations = Abbreviations()
    according: tuple[tuple[str, ...], ...] = ()  # "according to", longest first
    tenses: Mapping[str, str] = field(default_factory=dict)  # tense -> a pattern of the forms that tell it
    time: TimeWords = TimeWords()  # the words of dates
    patterns: Mapping[str, str] = field(default_factory=dict)  # by PATTERNS
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by PARTS
    events: Mapping[str, str] = field(default_factory=dict)  # a word -> its class of events
    counts: Mapping[str, str] = field(default_factory=dict)  # class or stem -> what is counted
    kinds: tuple[Sign, ...] = ()  # of plans and proposals, first match first
    skips: tuple[Sign, ...] = ()  # of sentences that state nothing, by SKIPS
    strict_that: bool = True  # the joining word stands behind a comma: "sagte, dass"
    dashes: bool = False  # sets reporting words off by dashes
    nouns_capital: bool = False  # every noun has a capital
    drops_subject: bool = False  # the verb alone is a sentence: "Dodał, że"
    names_decline: bool = False  # a surname changes its ending with its case

    def used_as(self, use: str) -> frozenset[str]:
        """The words of one use."""
        return self.words.get(use, frozenset())

    @cached_property
    def says(self) -> frozenset[str]:
        """Every form that reports what stands in quotation marks before it: '"Why?" Roe asked'."""
        return frozenset(form for verb in self.verbs if verb.takes for form in verb.finite)

    def whole(self, name: str) -> re.Pattern[str]:
        """A pattern of ``patterns`` as whole words in either case; one that finds nothing where the language has none."""
        return _whole(self.patterns[name]) if name in self.patterns else NOTHING

    def forms(self, *tenses: str) -> re.Pattern[str]:
        """The forms of a verb that tell one of ``tenses``; a pattern that finds nothing where no form tells it."""
        return _joined(tuple(self.tenses[tense] for tense in tenses if tense in self.tenses))


@lru_cache(maxsize=4096)
def united(*sets: frozenset[str]) -> frozenset[str]:
    """Several sets of words as one, put together once: what is asked of each sentence must not be made for each."""
    return frozenset[str]().union(*sets)


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{pattern})(?!\w)", re.IGNORECASE)


@cache
def _joined(rows: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in rows)) if rows else NOTHING
