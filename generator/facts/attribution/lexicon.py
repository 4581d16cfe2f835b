"""A language tag in, the words by which that language reports speech out.

``Lexicon`` is what the grammar needs to know of a language; the tables themselves stand in
``english`` and ``languages``. A language without a table is read with the English one, whose
marks and name rules still find quotations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Gender = Literal["he", "she", "they", "it", "i", "we"]


def words(table: str) -> frozenset[str]:
    """The words of a white-space separated table."""
    return frozenset(table.split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of reporting in one language, all in lower case."""

    say: frozenset[str]  # takes a whole clause without a joining word: "said the bridge was closed"
    report: frozenset[str]  # takes a clause with a joining word, or a quotation: "confirmed that"
    act: Mapping[
        str, tuple[str, ...]
    ]  # speech told by its object; the words that must follow: "called": for, on
    tell: frozenset[str] = frozenset()  # names the hearer first: "told"
    participle: frozenset[str] = frozenset()  # goes on with the speaker before: "adding", "warning"
    quoting: frozenset[str] = frozenset()  # report only what stands in quotation marks: "began", "offered"
    objects: frozenset[str] = frozenset()  # may take a mere object: "estimated losses"
    joined: frozenset[str] = frozenset()  # report only with the joining word: "found that", "hope that"
    doubtful: frozenset[str] = frozenset()  # also a noun: "claims", "reports"; needs more around it
    deny: frozenset[str] = frozenset()  # what follows is denied
    post: frozenset[str] = frozenset()  # said on a platform that is then named: "wrote on"
    that: frozenset[str] = frozenset()  # the joining word
    according: tuple[tuple[str, ...], ...] = ()  # "according to"
    leads: frozenset[str] = frozenset()  # the first words of ``according``
    as_words: frozenset[str] = frozenset()  # open "as X said" with a comma behind it: "wie", "як"
    through: frozenset[str] = frozenset()  # stand between the verb and the outlet that was told
    pronouns: Mapping[str, Gender] = field(default_factory=dict)
    helpers: frozenset[str] = frozenset()  # between subject and verb: "has", "later", "also"
    determiners: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()  # "who", "which"
    conjunctions: frozenset[str] = frozenset()  # begin a clause: "while", "but"
    prepositions: frozenset[str] = frozenset()
    times: frozenset[str] = (
        frozenset()
    )  # one-word times that may stand after the verb: "Tuesday", "yesterday"
    titles: frozenset[str] = frozenset()  # stand before a name: "President", "Dr."
    roles: frozenset[str] = frozenset()  # common nouns for people who speak
    anonymous: frozenset[str] = frozenset()  # nouns that hide who it is: "source", "official"
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()  # begin a sentence with a capital and are no name
    bodies: frozenset[str] = (
        frozenset()
    )  # the roles that are many or none: "ministry", "company"; "it" means them
    strict_that: bool = True  # the joining word stands behind a comma: "сказав, що", "sagte, dass"
    second: frozenset[str] = (
        frozenset()
    )  # verbs that follow "according to X" without a comma: "Laut Polizei wurden"
    dashes: bool = False  # sets reporting words off by dashes, also inside the quotation marks
    nouns_capital: bool = False  # every noun has a capital
    names_decline: bool = False  # a surname changes its ending with its case

    def surely_says(self, low: str) -> bool:
        """The lower-case word takes a whole clause as what is said, and is no noun: "said", not "claims"."""
        return low in self.say and low not in self.doubtful


def lexicon(lang: str) -> Lexicon:
    """The table of ``lang`` (primary subtag counts), English where there is none."""
    from .english import ENGLISH
    from .languages import LANGUAGES

    return LANGUAGES.get(lang.split("-")[0].lower(), ENGLISH)
