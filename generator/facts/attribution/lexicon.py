"""A language tag in, the words by which that language reports speech out.

``Lexicon`` is what the grammar needs to know of a language; the words themselves stand in the
language's data file. A language without one is read with the English words, whose
marks and name rules still find quotations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from ...language import Language, language

Gender = Literal["he", "she", "they", "it", "i", "we", "same"]  # same: the verb alone, "Dodał, że …"
_GENDERS: tuple[Gender, ...] = ("he", "she", "they", "it", "i", "we")


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of reporting in one language, all in lower case."""

    code: str  # of the language file
    say: frozenset[str]  # takes a whole clause without a joining word: "said the bridge was closed"
    report: frozenset[str]  # takes a clause with a joining word, or a quotation: "confirmed that"
    act: Mapping[
        str, tuple[str, ...]
    ]  # speech told by its object; the words that must follow: "called": for, on
    tell: frozenset[str] = _NONE  # names the hearer first: "told"
    participle: frozenset[str] = _NONE  # goes on with the speaker before: "adding", "warning"
    quoting: frozenset[str] = _NONE  # report only what stands in quotation marks: "began", "offered"
    objects: frozenset[str] = _NONE  # may take a mere object: "estimated losses"
    joined: frozenset[str] = _NONE  # report only with the joining word: "found that", "hope that"
    doubtful: frozenset[str] = _NONE  # also a noun: "claims", "reports"; needs more around it
    present: frozenset[str] = _NONE  # forms of the present, many of which are nouns too: "claims", "report"
    deny: frozenset[str] = _NONE  # what follows is denied
    ask: frozenset[str] = _NONE  # what follows is wanted: "demanded that"
    post: frozenset[str] = _NONE  # said on a platform that is then named: "wrote on"
    that: frozenset[str] = _NONE  # the joining word
    according: tuple[tuple[str, ...], ...] = ()  # "according to"
    leads: frozenset[str] = _NONE  # the first words of ``according``
    as_words: frozenset[str] = _NONE  # open "as X said" with a comma behind it: "wie", "як"
    about: frozenset[str] = _NONE  # open a topic that is then told of: "про", "über"
    through: frozenset[str] = _NONE  # stand between the verb and the outlet that was told
    pronouns: Mapping[str, Gender] = field(default_factory=dict)
    helpers: frozenset[str] = _NONE  # between subject and verb: "has", "later", "also"
    determiners: frozenset[str] = _NONE
    relatives: frozenset[str] = _NONE  # "who", "which"
    conjunctions: frozenset[str] = _NONE  # begin a clause: "while", "but"
    prepositions: frozenset[str] = _NONE
    times: frozenset[str] = _NONE  # one-word times that may stand after the verb: "Tuesday", "yesterday"
    months: frozenset[str] = _NONE
    titles: frozenset[str] = _NONE  # stand before a name: "President", "Dr."
    roles: frozenset[str] = _NONE  # common nouns for people who speak
    anonymous: frozenset[str] = _NONE  # nouns that hide who it is: "source", "official"
    masculine: frozenset[str] = _NONE
    feminine: frozenset[str] = _NONE
    stop: frozenset[str] = _NONE  # begin a sentence with a capital and are no name
    bodies: frozenset[str] = _NONE  # the roles that are many or none: "ministry", "company"; "it" means them
    strict_that: bool = True  # the joining word stands behind a comma: "сказав, що", "sagte, dass"
    second: frozenset[str] = (
        _NONE  # verbs that follow "according to X" without a comma: "Laut Polizei wurden"
    )
    governed: frozenset[str] = _NONE  # may follow a title and "of": Secretary of State
    common_leads: frozenset[str] = _NONE  # open a speaker's description: "Senior officials"
    lone_leads: frozenset[str] = _NONE  # those of them that may speak alone: "Friends said"
    asides: frozenset[str] = _NONE  # a word between commas that only sets a subject apart: "lui"
    platforms: frozenset[str] = _NONE  # networks on which people write
    counts: frozenset[str] = _NONE  # "two", "several": how many people, and not who
    said_to: frozenset[str] = _NONE  # an infinitive that tells what was said: "dit avoir vu"
    reporting_mood: frozenset[str] = _NONE  # verbs in the mood of reported speech: "sei", "habe"
    particles: Mapping[str, str] = field(
        default_factory=dict
    )  # verb -> what must close its clause: "teilte": mit
    dashes: bool = False  # sets reporting words off by dashes, also inside the quotation marks
    nouns_capital: bool = False  # every noun has a capital
    drops_subject: bool = False  # the verb alone is a sentence: "Dodał, że"
    names_decline: bool = False  # a surname changes its ending with its case

    def is_role(self, low: str) -> bool:
        """The word names who speaks by what they do, in whatever case."""
        if low in self.roles:
            return True
        return self.names_decline and len(low) > 4 and (low[:-1] in self._stems or low[:-2] in self._stems)

    @property
    def _stems(self) -> frozenset[str]:
        """What stays of the roles when they are declined."""
        return _stems(self.roles)

    def surely_says(self, low: str) -> bool:
        """The lower-case word takes a whole clause as what is said, and is no noun: "said", not "claims"."""
        return low in self.say and low not in self.doubtful


@cache
def _stems(roles: frozenset[str]) -> frozenset[str]:
    """The roles without their last letter or two."""
    return frozenset(
        role[:-cut] if cut else role for role in roles for cut in (0, 1, 2) if len(role) - cut > 3
    )


def _forms(own: Language, use: str) -> frozenset[str]:
    """The forms of the verbs with a use."""
    return frozenset(form for verb in own.verbs if use in verb.uses for form in verb.finite)


def _taking(own: Language, takes: str) -> frozenset[str]:
    """The forms of the verbs that take one kind of thing."""
    return frozenset(form for verb in own.verbs if verb.takes == takes for form in verb.finite)


def _roles(own: Language) -> frozenset[str]:
    """The nouns of those who speak; outside English whoever has a title speaks under it."""
    roles = own.used_as("role")
    return roles | own.used_as("title") | own.used_as("anonymous") if own.strict_that else roles


def _lexicon(own: Language) -> Lexicon:
    """The lexicon of a language file; outside English whoever has a title speaks under it."""
    speaking = [verb for verb in own.verbs if verb.takes]
    plain = {form for verb in speaking if verb.takes == "clause" for form in verb.finite}
    needy = {form for verb in speaking if verb.takes != "clause" for form in verb.finite}
    doubtful = frozenset(form for verb in own.verbs for form in verb.also)
    roles = _roles(own)
    return Lexicon(
        code=own.code,
        say=frozenset(plain | needy),
        report=frozenset(needy),
        act={form: verb.act for verb in own.verbs if verb.act is not None for form in verb.finite},
        tell=_forms(own, "tell"),
        participle=frozenset(form for verb in own.verbs for form in verb.adding),
        quoting=_taking(own, "quote"),
        objects=frozenset() if own.strict_that else frozenset(plain) - doubtful - _forms(own, "bare"),
        joined=_taking(own, "joined"),
        doubtful=doubtful,
        present=frozenset(form for verb in own.verbs for form in verb.present if form not in verb.past),
        deny=_forms(own, "deny")
        | {form for verb in own.verbs if "deny" in verb.uses for form in verb.adding},
        ask=_forms(own, "ask"),
        post=_forms(own, "post"),
        that=own.used_as("joiner"),
        according=own.according,
        leads=frozenset(phrase[0] for phrase in own.according),
        as_words=own.used_as("as"),
        about=own.used_as("about"),
        through=own.used_as("through"),
        pronouns={word: gender for gender in _GENDERS for word in own.used_as(f"pronoun-{gender}")},
        helpers=own.used_as("helper"),
        determiners=own.used_as("determiner"),
        relatives=own.used_as("relative"),
        conjunctions=own.used_as("conjunction"),
        prepositions=own.used_as("preposition"),
        times=own.used_as("time"),
        months=frozenset(own.time.names("month")),
        titles=own.used_as("title"),
        roles=roles,
        anonymous=own.used_as("anonymous"),
        masculine=own.used_as("man"),
        feminine=own.used_as("woman"),
        stop=own.used_as("opener"),
        bodies=own.used_as("body"),
        governed=own.used_as("governed"),
        common_leads=own.used_as("lead") | own.used_as("lone") | roles,
        lone_leads=own.used_as("lone") | roles,
        asides=own.used_as("aside"),
        platforms=own.used_as("platform") or language("en").used_as("platform"),
        counts=own.used_as("count"),
        said_to=own.used_as("said-to"),
        reporting_mood=own.used_as("reporting-mood"),
        particles={
            form: verb.particle for verb in own.verbs if verb.particle for form in (*verb.past, *verb.present)
        },
        strict_that=own.strict_that,
        second=own.used_as("second"),
        dashes=own.dashes,
        nouns_capital=own.nouns_capital,
        drops_subject=own.drops_subject,
        names_decline=own.names_decline,
    )


@cache
def _of(code: str) -> Lexicon:
    """The lexicon of one file, made once."""
    return _lexicon(language(code))


def lexicon(lang: str) -> Lexicon:
    """The table of ``lang`` (primary subtag counts), English where there is none."""
    return _of(language(lang).code)
