"""A sentence's items in, the noun phrase it begins with out, past an opening adjunct: whom it is about."""

from collections.abc import Sequence

from ...language import english, everywhere, language, united
from ...text.annotation import FINITE_TAGS
from ...values import replace
from .edges import joins_clauses, past_adjunct, plausible, right_edge
from .lexicon import Lexicon
from .people import duty_before
from .phrases import inside_name
from .subject import Subject, subject_of, with_apposition
from .tail import PASTS
from .tokens import Item, back, is_capital, is_mark, item_at, past

_VERBS = FINITE_TAGS | {"VBN"}
_LEAD = 16  # items before the comma that closes what leads a clause
_OFFICE = 7  # items of what somebody is before his name


def opening_subject(items: Sequence[Item], text: str, lex: Lexicon) -> Subject | None:
    """The noun phrase a sentence begins with, past an opening adjunct: whom it is about."""
    at = past_opening(items, lex)
    if at >= len(items) or items[at].kind != "word":
        return None
    if items[at].low in lex.pronouns:
        return subject_of(items, at, at, text, lex)
    last = _phrase_end(items, at, lex)
    if last < 0 or items[last].kind == "possessive" or not plausible(items, at, last, lex):
        return None
    subject = subject_of(items, at, last, text, lex)
    if subject is None or subject.phrase.name:
        return subject
    led = item_at(items, last + 1).low in everywhere.of  # "The head of the port, Jane Roe, …"
    end = past(items, last, lambda item: item.kind == "word") if led else last + 1
    found = with_apposition(items, replace(subject, last=end - 1), text, lex)
    return replace(found, last=last) if found else None


def closing_subject(items: Sequence[Item], text: str, lex: Lexicon) -> Subject | None:
    """ "Odniósł się do tego rzecznik MZ Jan Wilk.": the office in the nominative and the name that close a sentence."""
    last = back(items, len(items) - 1, is_mark)
    first = back(items, last, is_capital)
    if not lex.names_decline or last - first < 2:
        return None
    near = range(first, max(0, first - _OFFICE), -1)
    office = next((k for k in near if items[k].low in lex.roles or items[k].kind != "word"), 0)
    told = office > 0 and items[office].low in lex.roles and not lex.leads_place(items[office - 1].low)
    subject = subject_of(items, office, last, text, lex) if told else None
    return subject if subject and subject.phrase.name else None


def heard_subject(items: Sequence[Item], text: str, lex: Lexicon) -> Subject | None:
    """ "Earlier the court heard from PC Jane Roe": whose evidence the next sentences tell."""
    at = next((k for k, item in enumerate(items) if item.low == "heard"), len(items))
    first = next((k + 1 for k in range(at + 1, min(at + 3, len(items) - 1)) if items[k].low == "from"), 0)
    if not first or lex.code != "en":
        return None
    subject = subject_of(items, first, right_edge(items, first, lex), text, lex)
    return subject if subject and subject.phrase.name else None


def _phrase_end(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """The last item of the noun phrase that opens at ``at``; -1 where no role or name tells."""
    last = at
    if items[at].low in lex.determiners or not items[at].capital:
        near = range(at, min(at + 7, len(items)))
        verb = next((k for k in near if items[k].tag in FINITE_TAGS or items[k].low in PASTS), len(items))
        roles = (k for k in near if k < verb and items[k].low in lex.roles)
        # "A stranger who …": whoever a personal relative follows is a person.
        strangers = (k - 1 for k in range(at + 2, min(at + 5, len(items))) if items[k].low in lex.own.who)
        last = next(roles, next(strangers, -1))
        while 0 <= last < len(items) - 1 and items[last + 1].low in lex.roles:
            last += 1  # "a local farmer", "a hospital spokeswoman"
    while 0 <= last < len(items) - 1 and (
        items[last + 1].capital
        or items[last + 1].kind == "possessive"
        or inside_name(items, last + 1)
        or (items[last + 1].low in lex.people and item_at(items, last + 2).capital)  # "Club leader Jane Roe"
        or _duty_behind(items, last, lex)
    ):
        last += 1
    return last


def _duty_behind(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "Міністр освіти Ганна Коваль": behind a title its duty in small letters, and then the name."""
    reach = range(at + 1, min(len(items) - 1, at + 6))
    small = next((k for k in reach if items[k].kind != "word" or items[k].capital), 0)
    named = lex.names_decline and small > at + 1 and items[small].capital
    return named and duty_before(items, small, lex) <= at


def acts_as_person(items: Sequence[Item], subject: Subject) -> bool:
    """The verb behind a name is one of people."""
    at = subject.last + 1
    aged = items[at : at + 3]
    if len(aged) == 3 and aged[0].text == "," and aged[1].kind == "number" and aged[2].text == ",":
        return True  # "Max Adler, 44, agreed"
    if item_at(items, at).low in english.was_told and item_at(items, at + 1).low in english.suffered:
        return True  # "Paula Roe was arrested"
    return (
        item_at(items, past(items, at, lambda item: item.low in english.before_deed)).low in english.personal
    )


def _participle_leads(low: str, lex: Lexicon) -> bool:
    """ "Invitée de la radio mardi, Anne Roche a …", outside English, where not each noun has a capital."""
    own = lex.strict_that and not lex.nouns_capital and low not in lex.people
    return own and language(lex.code).forms("participle").fullmatch(low) is not None


def _past_passive(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """ "Asked by the judge if he knew, …", "Freed on Monday, Roe …": past what was done to whom the main clause is about; else 0."""
    follows = item_at(items, at + 1).low
    done = items[at].tag in ("VBN", "VBD") and (follows in lex.prepositions or follows in lex.own.asking)
    commas = range(at, min(len(items), at + _LEAD)) if done and lex.code == "en" else ()
    return next((comma + 1 for comma in commas if items[comma].text == ","), 0)


def past_opening(items: Sequence[Item], lex: Lexicon) -> int:
    """Where the main clause of a sentence begins: after "On Tuesday," or "Soon after,"."""
    at = past(items, 0, is_mark)
    if at >= len(items):
        return at
    if joins_clauses(items[at], lex) and at + 1 < len(items):
        at += 1
    if behind := _past_passive(items, at, lex):
        return behind
    lead = items[at]
    adjunct = lead.low in united(lex.prepositions, lex.conjunctions, lex.times)
    stops = lead.low in lex.stop and lead.low not in lex.determiners
    adverb = lead.low.endswith(("ly", "ing", *lex.adverbs))
    adverb = adverb or (lead.capital and _participle_leads(lead.low, lex))
    speaks = lead.low in lex.pronouns or (lead.low in lex.roles and lead.low not in lex.prepositions)
    if not (adjunct or stops or adverb) or speaks:
        return at
    return _clause_begins(items, at, lex, alone=not adverb)


def _clause_begins(items: Sequence[Item], at: int, lex: Lexicon, *, alone: bool) -> int:
    """Behind the lead at ``at``: past its comma, or where the clause begins without one."""
    low, begun = items[at].low, past_adjunct(items, at, len(items) - 1, lex)
    timed = low in lex.times or low not in united(lex.prepositions, lex.conjunctions)
    if timed and alone and item_at(items, begun).capital:
        return begun  # "Yesterday Jane Roe, the mayor, opened it": the name is whom it is about
    for comma in range(at, min(len(items), at + _LEAD)):
        if items[comma].text == ",":
            return comma + 1
        if timed and begun > at and items[comma].tag in _VERBS:
            break  # "Earlier the court heard from Jane Roe, a nurse …": no lead, the clause has begun
    return begun
