"""A language tag in, the words by which that language reports speech out.

``Lexicon`` is what the grammar needs to know of a language; the words themselves stand in the
language's data file. A language without one is read with the English words, whose
marks and name rules still find quotations.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, Literal

from ...entities.link import fold_words
from ...language import Language, Verb, Words, english, language, words_of
from ...language.inflect import decline

Gender = Literal["he", "she", "they", "it", "i", "we", "same"]  # same: the verb alone, "Dodał, że …"
_GENDERS: tuple[Gender, ...] = ("he", "she", "they", "it", "i", "we", "same")


_NONE: frozenset[str] = frozenset()
_SHORTEST = 3  # letters that a stem must be longer than


def _used(use: str) -> Any:
    """A field: the words that the file uses so."""
    return field(default=_NONE, metadata={"words": use})


def _verbs(use: str) -> Any:
    """A field: the forms of the verbs that the file uses so."""
    return field(default=_NONE, metadata={"verbs": use})


def _flag(*, otherwise: bool = False) -> Any:
    """A field: what the file says of the language's grammar."""
    return field(default=otherwise, metadata={"flag": True})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of reporting in one language, all in lower case."""

    code: str  # of the language file
    own: Words  # the words of the language by any other use
    telling: re.Pattern[str]  # the forms of any verb that tell of past or present, outside English
    say: frozenset[str]  # takes a whole clause without a joining word: "said the bridge was closed"
    report: frozenset[str]  # takes a clause with a joining word, or a quotation: "confirmed that"
    act: Mapping[str, tuple[str, ...]]  # told by its object; what must follow: "called": for, on
    doubtful: frozenset[str] = _NONE  # also a noun: "claims", "reports"; needs more around it
    present: frozenset[str] = _NONE  # forms of the present, many of which are nouns too: "claims", "report"
    participle: frozenset[str] = _NONE  # goes on with the speaker before: "adding", "warning"
    quoting: frozenset[str] = _NONE  # report only what stands in quotation marks: "began", "offered"
    objects: frozenset[str] = _NONE  # may take a mere object: "estimated losses"
    joined: frozenset[str] = _NONE  # report only with the joining word: "found that", "hope that"
    deny: frozenset[str] = _NONE  # what follows is denied
    reporting: frozenset[str] = _NONE  # no other word reports anything, but for a form beside a quotation
    tell: frozenset[str] = _verbs("tell")  # names the hearer first: "told"
    ask: frozenset[str] = _verbs("ask")  # what follows is wanted: "demanded that"
    add: frozenset[str] = _verbs("add")  # of whoever spoke just before: "dodał"
    answer: frozenset[str] = _verbs("answer")  # not said by who has just asked: "replied"
    perform: frozenset[str] = _verbs("perform")  # done with words: "declared an emergency"
    plead: frozenset[str] = _verbs("plead")  # said in an act or a document: "argued that"
    view: frozenset[str] = _verbs("view")  # a view of a thing that is thought: "sieht die Schuld"
    stand: frozenset[str] = _verbs("stand")  # for or against a deed or a word: "verteidigte den Plan"
    thoughts: tuple[str, ...] = ()  # endings of such things
    deeds: tuple[str, ...] = ()  # endings of such deeds
    adverbs: tuple[str, ...] = ()  # endings of adverbs that open a sentence, the verb right behind
    post: frozenset[str] = _verbs("post")  # said on a platform that is then named: "wrote on"
    particles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # close a clause: "teilte": mit
    according: tuple[tuple[str, ...], ...] = ()  # "according to"
    leads: frozenset[str] = _NONE  # the first words of ``according``
    that: frozenset[str] = _used("joiner")  # the joining word
    wishes: frozenset[str] = _used("wish")  # the word that joins a wish: "чтобы", "żeby"
    as_words: frozenset[str] = _used("as")  # open "as X said" with a comma behind it: "wie", "як"
    about: frozenset[str] = _used("about")  # open a topic that is then told of: "про", "über"
    through: frozenset[str] = _used("through")  # stand between the verb and the outlet that was told
    pronouns: Mapping[str, Gender] = field(default_factory=dict)
    whose: Mapping[str, Gender] = field(default_factory=dict)  # inside "according to": "За його словами"
    sources: Mapping[str, Gender] = field(default_factory=dict)  # behind it: "Selon lui"
    helpers: frozenset[str] = _used("helper")  # between subject and verb: "has", "later", "also"
    determiners: frozenset[str] = _used("determiner")
    relatives: frozenset[str] = _used("relative")  # "who", "which"
    conjunctions: frozenset[str] = _used("conjunction")  # begin a clause: "while", "but"
    prepositions: frozenset[str] = _used("preposition")
    times: frozenset[str] = _NONE  # one-word times that may stand after the verb: "Tuesday", "увечері"
    months: frozenset[str] = _NONE
    titles: frozenset[str] = _used("title")  # stand before a name: "President", "Dr."
    roles: frozenset[str] = _NONE  # common nouns for people who speak
    people: frozenset[str] = _NONE  # roles and titles
    anonymous: frozenset[str] = _used("anonymous")  # nouns that hide who it is: "source", "official"
    masculine: frozenset[str] = _used("man")
    feminine: frozenset[str] = _used("woman")
    stop: frozenset[str] = _used("opener")  # begin a sentence with a capital and are no name
    bodies: frozenset[str] = _used("body")  # the roles that are many or none: "ministry"; "it" means them
    second: frozenset[str] = _used("second")  # follow "according to X" without a comma: "Laut Polizei wurden"
    governed: frozenset[str] = _used("governed")  # may follow a title and "of": Secretary of State
    common_leads: frozenset[str] = _NONE  # open a speaker's description: "Senior officials"
    lone_leads: frozenset[str] = _NONE  # those of them that may speak alone: "Friends said"
    asides: frozenset[str] = _used("aside")  # a word between commas that only sets a subject apart: "lui"
    platforms: frozenset[str] = _used("platform")  # networks on which people write
    agents: frozenset[str] = _used("agent")  # speak for what is named behind them
    counts: frozenset[str] = _used("count")  # "two", "several": how many people, and not who
    said_to: frozenset[str] = _used("said-to")  # an infinitive that tells what was said: "dit avoir vu"
    reporting_mood: frozenset[str] = _used("reporting-mood")  # the mood of reported speech: "sei", "habe"
    strict_that: bool = _flag(otherwise=True)  # the joining word stands behind a comma: "sagte, dass"
    dashes: bool = _flag()  # sets reporting words off by dashes, also inside the quotation marks
    nouns_capital: bool = _flag()  # every noun has a capital
    drops_subject: bool = _flag()  # the verb alone is a sentence: "Dodał, że"
    names_decline: bool = _flag()  # a surname changes its ending with its case

    def is_role(self, low: str) -> bool:
        """The word names who speaks by what they do, in whatever case; so does a compound: "вице-мэр", "Verkehrsministerin"."""
        if low in self.roles:
            return True
        if self.nouns_capital:
            return _called(self.code, low) != ""
        joined = self.strict_that and "-" in low and any(map(self.is_role, low.split("-")))
        return joined or (self.names_decline and _is_case(self.code, low, bodies=False))

    def calls(self, word: str) -> bool:
        """A German word, in any case, for what a person is: "Landrat", "des Kreisbrandmeisters"."""
        return self.nouns_capital and _called(self.code, word.lower()) == "person"

    def nominative(self, low: str) -> str:
        """A role in the nominative: "речниці" is "речниця", and what may be a plural stays."""
        forms = _nominatives(self.roles, self.code == "pl") if self.names_decline else {}
        role = forms.get(fold_words(low), low)
        kept = low[: len(role) - 2] + role[-2:]  # with the apostrophe of the text
        return low if low in self.roles and role not in self.bodies else kept

    def is_body(self, low: str) -> bool:
        """The word names a body that speaks, in whatever case: "ministry"."""
        return low in self.bodies or (self.names_decline and _is_case(self.code, low, bodies=True))

    def relates(self, low: str) -> bool:
        """The word opens a relative clause, and is no article: "who", not German "die"."""
        return low in self.relatives and low not in self.determiners

    def leads_place(self, low: str) -> bool:
        """The word is a preposition, and no article: not German "den"."""
        return low in self.prepositions and low not in self.determiners

    def surely_says(self, low: str) -> bool:
        """The lower-case word takes a whole clause as what is said, and is no noun: "said", not "claims"."""
        return low in self.say and low not in self.doubtful


@cache
def _nominatives(roles: frozenset[str], polish: bool) -> dict[tuple[str, ...], str]:
    """The roles by the forms of their other cases, folded."""
    words = ((role, fold_words(role)) for role in sorted(roles))
    return {form: role for role, folded in words for form in decline(folded, polish=polish)}


@lru_cache(maxsize=4096)
def _is_case(code: str, low: str, *, bodies: bool) -> bool:
    """The word is a role or a body in another case: its stem, perhaps what stands before it ("вице"), and an ending of a case."""
    lex, parts = _of(code), language(code).parts
    stems = _stems(lex.bodies if bodies else lex.roles, parts.get("drops", ()))
    forms = (low, *(low[len(lead) :] for lead in parts.get("before-role", ()) if low.startswith(lead)))
    ends = ("", *parts.get("case-ending", ()))
    return any(form[: len(form) - len(end)] in stems for form in forms for end in ends if form.endswith(end))


@cache
def _stems(roles: frozenset[str], drops: tuple[str, ...]) -> frozenset[str]:
    """What stays of the roles in other cases: all of "директор", without its last letters "власниц", "обвиняем"."""
    longest = sorted(drops, key=len, reverse=True)
    cut = ((role, next((len(end) for end in longest if role.endswith(end)), 0)) for role in roles)
    return frozenset(role[: len(role) - at] for role, at in cut if len(role) - at > _SHORTEST)


@lru_cache(maxsize=4096)
def _called(code: str, low: str) -> Literal["", "person", "body"]:
    """What a German noun in any case names, by itself or as the last part of a compound."""
    lex = _of(code)
    stems = {low.removesuffix(ending) for ending in ("", "s", "es", "en", "n", "em", "r")}
    if stems & lex.bodies or any(stem.endswith(_german_ends(code, bodies=True)) for stem in stems):
        return "body"
    person = stems & lex.roles or any(stem.endswith(_german_ends(code, bodies=False)) for stem in stems)
    return "person" if person else ""


@cache
def _german_ends(code: str, *, bodies: bool) -> tuple[str, ...]:
    """What a longer noun for a body or a person may end with: "Landesregierung", but not "Ausland" or "Neumann"."""
    lex = _of(code)
    chosen = lex.bodies if bodies else lex.roles - lex.bodies
    return tuple(word for word in chosen if len(word) > (5 if bodies else _SHORTEST) and word != "mann")


def _forms(verbs: Iterable[Verb]) -> frozenset[str]:
    """Every finite form of some verbs."""
    return frozenset(form for verb in verbs for form in verb.finite)


def _plain_fields(own: Language) -> dict[str, Any]:
    """The fields that the file fills by one use of its words or verbs, or by a word on its grammar."""
    found: dict[str, Any] = {}
    for one in fields(Lexicon):
        if use := one.metadata.get("words"):
            found[one.name] = own.used_as(use)
        elif use := one.metadata.get("verbs"):
            found[one.name] = _forms(verb for verb in own.verbs if use in verb.uses)
        elif "flag" in one.metadata:
            found[one.name] = getattr(own, one.name)
    found["platforms"] = found["platforms"] or english.platform
    return found


def _by_gender(own: Language, use: str) -> dict[str, Gender]:
    """The words of a use that tell the gender they stand for."""
    return {word: gender for gender in _GENDERS for word in own.used_as(f"{use}-{gender}")}


def _by_what_they_take(own: Language) -> dict[str, Any]:
    """The fields that tell verbs apart by what they take."""
    plain = _forms(verb for verb in own.verbs if verb.takes == "clause")
    needy = _forms(verb for verb in own.verbs if verb.takes not in ("", "clause"))
    bare, deny = (_forms(verb for verb in own.verbs if use in verb.uses) for use in ("bare", "deny"))
    nouns = own.used_as("role") & {form for verb in own.verbs for form in verb.participle}  # "el acusado"
    doubtful = nouns.union(*(verb.also for verb in own.verbs))
    return {
        "say": plain | needy,
        "report": needy,
        "doubtful": doubtful,
        "objects": _NONE if own.strict_that else plain - doubtful - bare,
        "quoting": _forms(verb for verb in own.verbs if verb.takes == "quote"),
        "joined": _forms(verb for verb in own.verbs if verb.takes == "joined"),
        "deny": deny | {form for verb in own.verbs if "deny" in verb.uses for form in verb.adding},
    }


@cache
def _of(code: str) -> Lexicon:
    """The lexicon of a language file, made once; outside English whoever has a title speaks under it."""
    own = language(code)
    verbs, titles = own.verbs, own.used_as("title")
    telling = {form for verb in verbs for form in (*verb.finite, *verb.adding)}
    done = attrgetter("past", "present", *(() if own.nouns_capital else ("participle",)))  # "gab … bekannt"
    roles = own.used_as("role") | (titles | own.used_as("anonymous") if own.strict_that else _NONE)
    return Lexicon(
        **_plain_fields(own),
        **_by_what_they_take(own),
        code=code,
        own=words_of(code),
        telling=own.forms("past", "present", "narrated"),
        reporting=frozenset(telling | english.labels | {"put"}),  # with "it"
        act={form: verb.act for verb in verbs if verb.act is not None for form in verb.finite},
        present=frozenset(form for verb in verbs for form in verb.present if form not in verb.past),
        participle=frozenset(form for verb in verbs for form in verb.adding),
        particles={form: verb.particle for verb in verbs for form in chain(*done(verb)) if verb.particle},
        according=own.according,
        thoughts=own.parts.get("thought-ending", ()),
        deeds=own.parts.get("deed-ending", ()),
        adverbs=own.parts.get("adverb-ending", ()),
        leads=frozenset(phrase[0] for phrase in own.according),
        pronouns=_by_gender(own, "pronoun"),
        whose=_by_gender(own, "whose"),
        sources=_by_gender(own, "source"),
        times=own.used_as("time").union(own.time.classes.get("part-of-day", ()) if own.strict_that else ()),
        months=frozenset(own.time.names("month")),
        roles=roles,
        people=roles | titles,
        common_leads=own.used_as("lead") | own.used_as("lone") | roles,
        lone_leads=own.used_as("lone") | roles,
    )


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The table of ``lang`` (primary subtag counts), English where there is none."""
    return _of(language(lang).code)
