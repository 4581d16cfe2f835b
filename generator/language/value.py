"""What a language file holds, as frozen values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType

from .time import TimeWords

# What a word may be used as; each is explained in docs/languages.md.
WORD_USES: Mapping[str, str] = MappingProxyType(
    {
        "title": "stands before a person's name: President, Dr.",
        "role": "names who speaks by what they do: baker, police, survey",
        "body": 'such a role that is many or none: ministry, company; "it" means them',
        "anonymous": "a role that hides who it is: official, source",
        "man": "a title or role of a man",
        "woman": "a title or role of a woman",
        "governed": 'may follow a title and "of" before the name comes: Secretary of State',
        "lead": "opens the description of a speaker with a sentence's capital: Senior officials",
        "lone": "such a word that may speak alone: Friends said",
        "platform": "a network on which people write; _ stands for a space",
        "opener": "begins a sentence with a capital and is no name: However",
        "starter": 'opens sentences and seldom belongs to a name: after "U.S." it tells that one ended',
        "determiner": "an article or what stands in its place",
        "preposition": "in, on, during",
        "conjunction": "begins a clause: while, but",
        "relative": "who, which",
        "joiner": "joins what was said to its verb: that, whether",
        "asking": "opens what is asked: whether, ob",
        "as": 'opens "as X said" with a comma behind it: wie, як',
        "about": "opens a topic that somebody is then said to have told of: про, über",
        "through": "stands between a verb and the outlet that was told: dem, у",
        "aside": "stands between commas behind a subject that it only sets apart: lui",
        "hedge": "takes part of what is said back: usually, almost",
        "helper": "stands between subject and verb: has, later, also",
        "negation": "not, never",
        "and": "joins two clauses of one rank: and, but",
        "have": "leads a participle to the perfect: hat, ha",
        "passive": "leads a participle to the passive: wurde, fue",
        "count": "how many people, and not who: two, several",
        "said-to": "an infinitive that tells what was said: dit avoir vu",
        "reporting-mood": "a verb in the mood of reported speech: sei, habe",
        "second": 'verbs that follow "according to X" without a comma: Laut Polizei wurden',
        "time": "a one-word time that may stand after the verb: Tuesday, yesterday",
        "pronoun-he": "points at one man",
        "pronoun-she": "points at one woman",
        "pronoun-they": "points at several, or at one without saying which",
        "pronoun-it": "points at a body or a thing",
        "whose-he": "whose words they are, of one man: jego zdaniem",
        "whose-she": "the same of one woman",
        "whose-they": "the same of several",
        "source-he": "stands for a man as the source: selon lui",
        "source-she": "the same for a woman",
        "source-they": "the same for several",
        "pronoun-i": "the speaker himself",
        "pronoun-we": "the speakers themselves",
        "common": "among the commonest words, by which the language of a text is told",
        "plain": "carries no subject when two texts are compared",
        "be": "a form of to be",
        "denial": "says that something is not so, or did not happen",
        "own": "the speaker or the reader: I, your",
        "other": "somebody or something named before: she, this, there",
        "modal": "what may or should be: could",
        "vague": "somebody, not said who: many",
        "leaning": "a sentence that begins so leans on the one before",
        "talk": "tells that a sentence reports words and no event",
        "ahead": "tells what is to come",
        "no-name": "has a capital at times and is no name by itself",
        "particle": "belongs to the surname behind it: van, al",
        "person-title": "stands before a person, also in lower case: actor",
        "title-maker": "makes a title of what stands behind it: prime, deputy",
        "people": "a people, a faith or a camp",
        "organisation": "the last or only telling word of an organisation's name",
        "organisation-of": "such a word before of or for: ministry of",
        "goes-on": "a small word inside an organisation's name",
        "alone": "an organisation by itself: Reuters",
        "maker": "stands before the name of a firm or a group",
        "institution": "the last word of the name of a body or a work, not of a person",
        "circle": "those around someone, who speak for themselves: relatives",
        "field": "a field of duty in a title: police chief",
        "thing": "stands before the name of a thing: ferry, film",
        "ship": "letters before a ship's name",
        "law": "the last word of a law or a treaty",
        "building": "the last word of a building's name",
        "place-after": "stands after a place's name: province",
        "place-before": "stands before a place's name: lake",
        "place-preposition": "what follows may be a place",
        "measured": "a unit that counts no people",
        "finite": "a helper that is finite: is, could, hasn't",
        "subordinate": "opens a clause that hangs on another: because",
        "thought": "says, thinks or sees a clause without a joining word: said, hopes",
        "told": "a past or a present that no ending tells: fell, wants",
        "outlet": "says what kind of outlet its name is of: newspaper",
        "piece": "heads a kind of piece in a headline, and no speaker: analysis",
        "work": "stands before the name of a work, or a word that is only named: film, dubbed",
        "personal": "what a person does and no town or company: smiled",
        "beside": "begins what goes on beside the speech, after a comma: citing",
        "seen-as": "tells as what something is seen: described",
        "labels": "gives what it names a label that is the speaker's own: dubbed",
        "unspoken": "what is followed and not told: plan, custom",
        "set-apart": 'may stand with its comma before "according to": however',
        "of-office": "stands before an office: former, local",
        "apposed": "opens what someone is said to be behind a comma: head, then",
        "hyphened": "the first part of a compound that keeps its hyphen: half",
        "small": "says nothing in a link",
        "dateline-word": "stands small in a line of names, places and times: by, updated, read",
        "on-network": "stands before the name of a network: on X",
        "many": "opens a role in the plural: two, dozens",
        "workplace": "stands behind a role, before where it is held: with, close",
        "before-time": "stands between a day and its time of day: at",
        "inside-name": "is small inside a name, and no part of it tells: of, und",
        "year-behind": "the word for year behind its number: року",
        "part-of-a-day": "an adverb that is a part of one day: вранці",
        "pointing": "stands before what has been told of: the, these",
        "untelling": "tells nothing of what a sentence is about",
        "inward": "goes in: enters",
        "outward": "goes out: leaves",
    }
)
# What a verb of reporting takes, widest first.
TAKES: Mapping[str, str] = MappingProxyType(
    {
        "clause": "a whole clause at once: said the bridge was closed",
        "that": "a clause with a joining word, or a quotation: confirmed that",
        "joined": "only a clause with a joining word: found that",
        "quote": "only what stands in quotation marks: thundered",
    }
)
VERB_USES: Mapping[str, str] = MappingProxyType(
    {
        "tell": "names the hearer first: told the court that",
        "deny": "what follows is denied",
        "view": "tells a view only with a thing that is thought behind it: sieht die Verantwortung",
        "ask": "what follows is wanted and not told: demanded that",
        "bare": "never with a mere object; the others may have one: estimated losses",
        "post": "said on a network that is then named: wrote on",
    }
)
# The forms of a verb. ``adding`` goes on with the speaker before: "…, adding that".
FORMS = ("past", "present", "participle", "subjunctive", "future", "other", "adding")


# What a pattern finds; each is of whole words where not said otherwise.
PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "credits": "opens a sentence that only names who told the one before",
        "unnamed": "says that a speaker asked not to be named",
        "goes-on-other": "sets another statement against what stands before",
        "still": "what holds at the time of writing",
        "moved": "tells that something was put off from one day to another",
        "plan": "a cue of a plan in the main clause",
        "plan-needs": "what the main clause must hold for the cue to count",
        "by-then": "opens a sentence of what will be done by a day, in the passive too",
        "relative": "begins a clause about a noun that no comma parts",
        "proposal": "a cue of a proposal in the main clause",
        "hearsay": "what is said to have happened already, and is no plan",
        "tells-past": "a verb that tells what happened",
        "tells-now": "a verb that tells what is",
        "points-back": "a pronoun that points back at someone or something told of",
        "measured-against": "stands right before a time that something is only measured against",
        "long-ago": "says only that it was long ago",
        "with-be": "a participle whose perfect is made with to be: est parti",
        "tangled": "words of a clause inside another, of an aside or a list",
        "clause-subject": "a subject that is no pronoun, and its verb",
        "same-helper": "a participle that goes on with the helper before",
        "own-verb": "a verb that goes on without a helper",
        "first-verb": "subject, helper and verb that open a sentence",
        "opens-time": "what may stand before the time that opens a clause",
        "leans": "opens a sentence that needs the one before",
        "empty-it": "such an opening whose pronoun points at nothing",
        "told-first": "what is told before what would come of it",
        "first-finite": "the first finite verb, ahead or past",
        "aside-begins": "where a subordinate clause begins",
        "aside-leads": "opens a sentence with a subordinate clause",
        "turned-down": "what came of an offer",
        "leads-to": "what something leads to, and nobody means to do",
        "holds-since": "what began at a time and still holds",
        "still-holds": "goes on behind a time with what still holds",
        "lasted-until": "what went on up to a time",
        "other-clause": "a clause whose limit is not the sentence’s",
        "was-done": "a verb in the past before a limit",
        "opens-aside": "opens a clause whose speech is only an aside",
        "clause-before": "a main clause and the word that joins the next to it",
        "denied-what": "what follows a verb of denying that denies",
        "refused-what": "what follows one that refuses something",
        "speech-only": "tells that somebody spoke, and not what",
        "contrast": "sets a statement against the one before",
        "asked-about": "opens an answer on another matter",
        "takes-clause": "a verb in the past that takes a clause",
        "before-noun": "stands before a noun, not a verb",
        "placed-role": "parts a role from where it is held",
        "speaks-for": "who speaks for a body, and the body",
        "opens-participle": "opens what is told of a noun in passing: born in",
        "apposed-time": "an apposition right before its own time: a Democrat first elected in",
        "object-before": "a verb and its object with what the object went through before: freed a man jailed in",
        "came-about": "a thing and the word that says it came about: The deal, reached",
        "obliged": "what must be done by a day",
        "counted": "what is counted within a time: the 11th case",
        "lies-ahead": "a word of what lies ahead",
        "was-so": "a word of what was",
        "opens-beside": "opens a sentence with a clause or phrase beside the main one",
        "verbish": "shows that words have a verb",
        "subordinate-first": "opens a sentence with a clause that hangs on the main one",
        "spoke-too": "opens a sentence with one more speaker: The mayor also",
        "sport": "a word of matches",
        "business": "a word of business",
        "no-news-day": "shows that a day beside it is not that of the article",
        "abbreviated": "an abbreviation whose full stop belongs to it",
        "abbreviated-there": "the same where its capital tells it: No, Det",
        "no-subject": "opens what has no subject that is a name",
        "other-word": "another word for the person just named",
    }
)
# Beginnings of words, so that endings do not matter; and endings. English has whole words and phrases.
PARTS: Mapping[str, str] = MappingProxyType(
    {
        "person": "begins what stands before a person",
        "organisation": "begins the first word of an organisation's name",
        "organisation-ending": "ends a compound that is an organisation by itself",
        "thought-ending": "ends a thing that is thought and not seen",
        "genitive-ending": "ends what a telling word governs",
        "people-ending": "ends a word for a country’s people or language",
        "turning-point": "begins a word of what a chronicle never leaves out",
        "step": "of what it seldom leaves out",
        "doing": "of what it may tell",
    }
)
SKIPS: Mapping[str, str] = MappingProxyType(
    {
        "no-more": "says that nothing more is known",
        "to-reader": "speaks to the reader",
        "leads-over": "only leads over to what follows",
        "of-writer": "is a remark of the writer",
    }
)


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
    particle: str = ""  # closes the clause of its past and present forms: "teilte … mit"
    takes: str = ""
    act: tuple[str, ...] | None = None  # tells speech by its object; the words that must follow, () for any
    uses: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()  # forms that are nouns or other verbs as well: claims, reports

    @property
    def finite(self) -> tuple[str, ...]:
        """Every form but ``adding``."""
        return (
            *self.past,
            *self.present,
            *self.participle,
            *self.subjunctive,
            *self.future,
            *self.other,
        )


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words after which a full stop does not, or need not, end a sentence; without their final stop."""

    title: frozenset[str] = frozenset()  # never ends one: "Gen. Smith", "e.g. Germany"
    number: frozenset[str] = frozenset()  # does not end one before a figure: "No. 5"
    may_end: frozenset[str] = frozenset()  # ends one only before an opener of sentences: "left the U.S. The"
    year: frozenset[str] = frozenset()  # as ``may_end``, but ends one that has gone on for a while: "2014 r."
    ordinals: bool = False  # "16." is a rank
    number_endings: tuple[str, ...] = ()  # as ``number``, for words that end so: "Hauptstr. 5"


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern of sentences, what it tells of them, and a sentence it finds."""

    tells: str
    pattern: re.Pattern[str]
    example: str


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
    counts: Mapping[str, str] = field(
        default_factory=dict
    )  # a class or stem -> what a figure beside it counts
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

    def whole(self, name: str) -> re.Pattern[str] | None:
        """A pattern of ``patterns`` as whole words in either case; None where the language has none."""
        return _whole(self.patterns[name]) if name in self.patterns else None


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{pattern})(?!\w)", re.IGNORECASE)
