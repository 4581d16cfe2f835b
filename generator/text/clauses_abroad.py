"""The tokens of a sentence that is not English in, its verbs and clauses out, by the forms of the verbs.

No part of speech is known here, so only what a form says plainly is read: helpers by the language's words, other
verbs by the endings of a tense. A clause begins at a mark or a joining word; the language's own words tell which.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..language import Language, language, united
from .annotation import Clause, ClauseKind, Tense, Token, VerbGroup, Voice

_MARKS = frozenset(',;:—–―()"“”„«»…')
_ELIDED = re.compile(r"^(?:[snmtc]|qu)'|^l'(?=(?:a|ont|avaient|avait)$)")  # "s'ouvrira"
_TENSES: tuple[Tense, ...] = ("future", "conditional", "pluperfect", "perfect", "past", "modal", "present")


_OPENS = 8  # tokens before the verb of a German main clause
_PRESENT = re.compile(r"(?!ge)[a-zäöüß]{2,}[^aiouäöü\W]t")


@cache
def _patterns(code: str) -> tuple[tuple[Tense, re.Pattern[str]], ...]:
    """The forms of each tense as one pattern."""
    forms = language(code).tenses
    return tuple((tense, re.compile(forms[tense])) for tense in _TENSES if tense in forms)


def read_clauses(tokens: Sequence[Token], quotes: Sequence[tuple[int, int]], lang: str) -> tuple[Clause, ...]:
    """The clauses that have a finite verb this reader knows, in order."""
    own = language(lang)
    if own.code != (lang or "").split("-")[0].lower():
        return ()
    found: list[Clause] = []
    main = False
    for first, last in _stretches(tokens, own):
        verb = _verb(tokens, first, last, own)
        if verb is None:
            continue
        kind = _kind(tokens, first, own)
        if kind == "main" and any(a <= tokens[verb.first].start < b for a, b in quotes):
            kind = "quoted"
        if kind == "main" and main:
            kind = "coordinate"
        main = main or kind == "main"
        opener = tokens[first].low if kind not in ("main", "quoted") else ""
        found.append(Clause(first, last, kind, verb, opener, _subject(tokens, first, last, verb, own)))
    return tuple(found)


def _stretches(tokens: Sequence[Token], own: Language) -> list[tuple[int, int]]:
    """The runs of tokens between marks and before joining words."""
    cuts = [0]
    joining = own.used_as("conjunction") | own.used_as("joiner")
    for at, token in enumerate(tokens):
        if token.text in _MARKS:
            cuts.append(at + 1)
        elif at and token.low in joining and tokens[at - 1].text not in _MARKS:
            cuts.append(at)
    cuts.append(len(tokens))
    return [(a, b - 1) for a, b in pairwise(cuts) if b > a]


def _kind(tokens: Sequence[Token], first: int, own: Language) -> ClauseKind:
    """What kind of clause the word at its front makes it."""
    lead = tokens[first].low
    if first == 0 and lead in own.used_as("as") and any(token.text == "," for token in tokens):
        return "subordinate"  # "Wie die Stadt mitteilte, …", "Як повідомила поліція, …"
    if first == 0 and lead not in own.used_as("conjunction"):
        return "main"
    if lead in own.used_as("joiner"):
        return "complement"
    behind = tokens[first - 1].text == ","
    if lead in own.used_as("relative") and behind and lead not in own.used_as("determiner"):
        return "relative"
    if lead in own.used_as("relative") and behind and own.nouns_capital and not _noun_follows(tokens, first):
        return "relative"
    if lead in own.used_as("conjunction"):
        return "coordinate" if lead in own.used_as("and") else "subordinate"
    return "main"


def _noun_follows(tokens: Sequence[Token], first: int) -> bool:
    """ "die Stadt", not "die gestern kam"."""
    return first + 1 < len(tokens) and tokens[first + 1].text[0].isupper()


def _verb(tokens: Sequence[Token], first: int, last: int, own: Language) -> VerbGroup | None:
    """The finite verb of a stretch: the first form of a tense, and the participle or infinitive it leads."""
    finite = ((at, tense) for at in range(first, last + 1) if (tense := _tense_of(tokens, at, own)))
    at, tense = next(finite, (first, None))
    if tense is None:
        return None
    negated = any(token.low in own.used_as("negation") for token in tokens[first : last + 1])
    closes = _closing(tokens, at, last, own)
    voice: Voice = "active"
    word = _ELIDED.sub("", tokens[at].low)
    if closes != at:
        if word in own.used_as("passive"):
            voice = "passive"
        elif word in own.used_as("have"):
            tense = "pluperfect" if tense == "past" else "perfect" if tense == "present" else tense
        word = tokens[closes].low
    elif tokens[at].low in own.used_as("passive") and own.nouns_capital:
        close = max(k for k in range(at, last + 1) if tokens[k].text[0].isalnum())
        infinitive = tokens[close].low.endswith(("en", "ern", "eln")) and close > at
        tense = "future" if tense == "present" and infinitive else tense
    return VerbGroup(min(at, closes), max(at, closes), word, tense, voice, negated)


def _tense_of(tokens: Sequence[Token], at: int, own: Language) -> Tense | None:
    """The tense that the form of a word tells; no name, no noun with its article."""
    token = tokens[at]
    if not token.text[0].isalpha() or (token.text[0].isupper() and at):
        return None
    before = tokens[at - 1].low if at else ""
    if before in own.used_as("determiner") and before not in own.used_as("pronoun-she"):
        return None
    for tense, pattern in _patterns(own.code):
        if pattern.fullmatch(_ELIDED.sub("", token.low)):
            return tense
    return "present" if own.nouns_capital and _second(tokens, at, own) else None


def _second(tokens: Sequence[Token], at: int, own: Language) -> bool:
    """ "Die Polizei sucht", "Nun prüft", "Die Bahn in Thale erwartet": in -t right behind what opens a German main clause."""
    lead = tokens[:at]
    if not lead or len(lead) > _OPENS or not _PRESENT.fullmatch(tokens[at].low):
        return False
    small = united(own.used_as("conjunction"), own.used_as("joiner"), own.used_as("preposition"))
    other = small.union(*(own.used_as(use) for use in ("helper", "opener", "negation", "leaning")))
    noun = lead[-1].text[0].isupper() and tokens[at].low not in other
    return noun and lead[0].low not in small and all(token.text[0].isalnum() for token in lead)


def _closing(tokens: Sequence[Token], at: int, last: int, own: Language) -> int:
    """The participle that a helper at ``at`` leads, or the helper itself where it leads none."""
    helps = _ELIDED.sub("", tokens[at].low) in united(own.used_as("have"), own.used_as("passive"))
    if not helps or "participle" not in own.tenses:
        return at
    pattern = re.compile(own.tenses["participle"])
    closed = own.nouns_capital and at and tokens[at - 1].text[0].islower()
    if closed and pattern.fullmatch(tokens[at - 1].low):
        return at - 1  # "…, die eine Bank überfallen hatten"
    for here in range(at + 1, last + 1 if own.nouns_capital else min(last + 1, at + 4)):
        low = tokens[here].low
        if low in own.used_as("preposition"):
            continue  # "La ville a un maire depuis 1999", "Le maire a en effet refusé"
        if pattern.fullmatch(low) and tokens[here].text == low:
            return here
    return at


def _subject(
    tokens: Sequence[Token], first: int, last: int, verb: VerbGroup, own: Language
) -> tuple[int, int] | None:
    """The words before the verb, past what joins and what leads in; behind it where the verb comes first."""
    joining = united(own.used_as("conjunction"), own.used_as("joiner"), own.used_as("and"))
    low = first
    while low < verb.first and tokens[low].low in joining:
        low += 1
    if low < verb.first and tokens[low].low not in united(own.used_as("preposition"), own.used_as("time")):
        helps = united(own.used_as("helper"), own.used_as("time"), own.used_as("negation"))
        high = verb.first - 1
        while high > low and tokens[high].low in helps:
            high -= 1
        return low, high
    end = at = verb.first + 1
    opens = united(own.used_as("determiner"), own.used_as("role"))
    ends = united(own.used_as("preposition"), own.used_as("helper"))
    while end <= last and end < at + 6 and tokens[end].low not in ends:
        if not tokens[end].text[0].isupper() and tokens[end].low not in opens:
            break
        end += 1
    return (at, end - 1) if end > at else None
