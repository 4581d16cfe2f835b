"""Items and a place among them in, how far the noun phrase there reaches to the left or right out."""

from collections.abc import Callable, Sequence

from ...language import english, everywhere, language, united
from .lexicon import Lexicon
from .outlets import outlet_name
from .phrases import PARTICLES, counts, name_behind_place, past_letters
from .times import past_time
from .tokens import Item, is_capital, item_at, past, run_before

_LONGEST_NICKNAME = 30  # characters of a word in marks inside a name
_NOUNS = frozenset(["D", "PS", "J", "N", "NP", "CC", ""])  # the parts of speech of a noun phrase
_LISTED = 6  # items back in which the first of two joined places stands
_LONGEST = 18  # items in a noun phrase; longer ones are clauses
_DESCRIBING = frozenset({"VBN", "VBD"})  # the tags of a participle


_NAME = 5  # items up to the end of an outlet's name
COORDINATION = everywhere.and_
ENDS_OF_MANY = frozenset("иіїыеyie")


def joins_clauses(item: Item, lex: Lexicon) -> bool:
    """ "and", "but" and their like; "a" joins in Polish and is an article in English."""
    own = item.low in lex.determiners or item.low in lex.pronouns  # "a", "I" in English
    return item.low in COORDINATION and not own


def left_edge(items: Sequence[Item], last: int, lex: Lexicon) -> int:
    """Walk left over what a noun phrase is made of."""
    at = last
    joined = False
    floor = max(-1, last - _LONGEST)
    while at - 1 > floor:
        item = items[at - 1]
        if joins_clauses(item, lex):
            if not _joins_speakers(items, at, last, lex):
                break
            joined = True
        elif joined and item.text == "," and _listed(items, at):
            pass  # "The United States, Britain and France said"
        elif any(ends(items, at, lex) for ends in _LEFT_ENDS):
            break
        at -= 1
    return at


def _quotation_ends(items: Sequence[Item], at: int, _lex: Lexicon) -> bool:
    """A quotation of its own stands before, not a word in marks."""
    item = items[at - 1]
    closed = item.text.rstrip("\"'”’»“` ")[-1:] in ".,!?"
    return item.kind == "quote" and (item.end - item.start > _LONGEST_NICKNAME or closed)


def _clause_begins(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "… was arrested after police said", "… after an audit as Roe told the council": a clause of its own."""
    item = items[at - 1]
    if at < 2 or item.kind != "word":
        return False
    clause = items[at].capital or items[at].low in lex.pronouns
    return item.low in english.clause_of_time or (
        item.low in lex.own.likening and clause and items[at - 2].kind == "word"
    )


def _verb_stands(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A helper or a verb of speech stands before."""
    item = items[at - 1]
    helps = item.low in english.finite and not item.capital
    return helps or (lex.surely_says(item.low) and items[at].low not in lex.prepositions)


# What ends a noun phrase on its left: asked of the item before ``items[at]``.
_LEFT_ENDS: tuple[Callable[[Sequence[Item], int, Lexicon], bool], ...] = (
    _quotation_ends,
    lambda items, at, _: items[at - 1].kind == "punct" and items[at - 1].text not in "-/&'’",
    lambda items, at, lex: lex.relates(items[at - 1].low),
    _clause_begins,
    lambda items, at, lex: (
        items[at - 1].low in lex.conjunctions and items[at - 1].low not in lex.prepositions
    ),
    _verb_stands,
)


def _listed(items: Sequence[Item], at: int) -> bool:
    """The comma before ``items[at]`` parts names of a list that opens the sentence."""
    first = next((k + 1 for k in range(at - 2, -1, -1) if items[k].kind != "word"), 0)
    head = items[first : at - 1]
    named = bool(head) and head[-1].capital and any(item.capital for item in items[at : at + 2])
    listed = first == 0 or items[first - 1].text == ","
    return named and listed and all(item.capital for item in head)


def _joins_speakers(items: Sequence[Item], at: int, last: int, lex: Lexicon) -> bool:
    """The "and" before ``items[at]`` joins two speakers, not two clauses."""
    right = items[at : last + 1]
    if right[0].low in lex.prepositions and lex.strict_that:  # "la préfecture de Norvie et de la Seine"
        return any(item.low == right[0].low for item in items[max(0, at - _LISTED) : at - 1])
    speaks = right[0].capital or right[0].low in lex.determiners or any(i.low in lex.roles for i in right)
    if at < 2:
        return False  # "And the mayor said"
    left = items[at - 2]
    if left.low in english.of_office and right[0].low in english.of_office:
        return True  # "three other current and former staff"
    named = left.capital or left.low in lex.roles or left.low in lex.own.one_person
    return (speaks and named and left.low not in lex.times) or _opens_clause(items, at, last)


def _opens_clause(items: Sequence[Item], at: int, last: int) -> bool:
    """ "The author and presenter said": nouns alone, from where the English clause begins, are one subject."""
    first = run_before(items, at - 1, lambda item: item.tag in _NOUNS and item.kind != "punct")
    begins = first == 0 or items[first - 1].kind in ("punct", "quote")
    nouns = items[at - 2].tag == items[last].tag == "N" and all(item.tag in _NOUNS for item in items[at:last])
    return begins and nouns and items[at].tag != "D"  # "The boat sank and the crew said"


def past_adjunct(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
    """Step over a time or place that opens the clause without a comma: "On Tuesday the minister said"."""
    at = first
    while at <= last:
        item = items[at]
        opener = item.low in lex.prepositions or item.low in lex.conjunctions
        adverb = item.capital and item.low in lex.stop and item.low not in lex.determiners
        adverb = adverb and item.low not in lex.pronouns and item.low not in lex.people
        joins = joins_clauses(item, lex) or item.low in lex.own.turning
        alone = at == first == last
        timed = item.low in lex.times and not alone and not _describes_participle(items, at, last)
        if timed or (joins and at < last):
            at += 1
        elif opener and item.low not in lex.determiners:
            at = _after_adjunct(items, at + 1, last, lex)
        elif adverb and at < last:
            at += 1
        else:
            break
    return at


def _describes_participle(items: Sequence[Item], at: int, last: int) -> bool:
    """ "recently appointed manager Roe": the time belongs to what describes the speaker."""
    behind = items[at + 1 : at + 3] if at + 2 <= last else ()
    return items[at].tag == "R" and [one.tag in _DESCRIBING for one in behind] == [True, False]


def _after_adjunct(items: Sequence[Item], at: int, last: int, lex: Lexicon) -> int:
    """One past the object of a preposition at the clause's start."""
    if at <= last and items[at].low in lex.determiners:
        at += 1
    if office := _office_behind_name(items, at, last, lex):
        return office
    begun = at
    opens = united(lex.determiners, lex.titles, lex.roles if lex.names_decline else frozenset())
    while at <= last:
        item = items[at]  # "В Туле жители сообщили", "Zu Beginn des Prozesses kündigte er …"
        whose = lex.nouns_capital and item.low in lex.own.genitive_article and items[at - 1].capital
        fresh = (item.low in opens or item.low in lex.pronouns) and not whose
        turned = at > begun and item.capital and not items[at - 1].capital and not lex.nouns_capital
        turned = turned or (at > begun and items[at - 1].low in lex.times and item.low not in lex.times)
        if at > begun and (fresh or turned) and item.kind == "word":
            break
        at += 1
    return at


def _office_behind_name(items: Sequence[Item], at: int, last: int, lex: Lexicon) -> int:
    """ "После доклада Петра Белова президент": where behind the names of a phrase an office in the nominative stands; 0 if none."""
    near = range(at + 1, last + 1 if lex.names_decline else 0)
    small = (k for k in near if items[k - 1].capital and not items[k].capital)
    return next((k for k in small if items[k].low in lex.titles), 0)


def plausible(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> bool:
    """The words can be someone who speaks: a name, a pronoun, an article or a role lead them."""
    lead, group = items[first], items[first : last + 1]
    if lex.leads_place(lead.low) or (lex.strict_that and lead.low in lex.that):
        return False  # "in Leeds"; "anunció el sábado que suspendía": what was announced
    if first == last == 0 and lead.low.endswith(lex.adverbs) and not lex.is_role(lead.low):
        return False  # "Ostatecznie dodał, że"
    if lead.kind == "quote":
        return any(i.low in lex.roles or i.capital for i in group[1:])
    if lead.kind == "number":
        # "two nurses", "9/11 widow Tess Holm", "34-year-old Tess Holm"
        aged = "-" in lead.text and len(group) > 1 and group[1].capital
        return aged or any(item.low in lex.roles for item in group)
    answers = (rule(group, lex) for rule in _LEADS)
    return lead.kind == "word" and next((told for told in answers if told is not None), False)


def _pronoun_leads(group: Sequence[Item], lex: Lexicon) -> bool | None:
    if group[0].low in lex.pronouns:
        return len(group) == 1 or group[1].low in english.behind_pronoun or group[1].low in lex.own.linking
    alone = len(group) == 1 and group[0].low in english.points_alone
    return group[0].low == "it" if alone else None


def _capital_leads(group: Sequence[Item], lex: Lexicon) -> bool | None:
    low = group[0].low
    named = low not in lex.stop or low in lex.roles or low in lex.determiners
    return True if group[0].capital and named else None


def _article_leads(group: Sequence[Item], lex: Lexicon) -> bool | None:
    if group[0].low in lex.determiners:
        return len(group) > 1 or group[0].low in english.speaks_alone
    acts = group[0].low.endswith(("ed", "ing")) and group[0].low not in lex.roles
    return False if acts and len(group) > 1 and group[1].low in lex.determiners else None


def tells(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """By its form the word at ``at`` is a verb of its clause, outside English."""
    item, before = items[at], items[at - 1].low if at else ""
    noun = item.capital or lex.is_role(item.low) or before in united(lex.determiners, lex.prepositions)
    told = lex.strict_that and not noun
    return told and language(lex.code).forms("past", "present").fullmatch(item.low) is not None


def _role_or_name(group: Sequence[Item], lex: Lexicon) -> bool:
    """A role or title among the words; "producers Ann Roe and Max Doe": small words, then a name."""
    if tells(group, 0, lex):
        return False  # "…, ont été fermées près de Roche"
    if any(item.low in lex.people or item.low in PARTICLES for item in group):
        return True
    if lex.names_decline and any(i.low[-1:] in ENDS_OF_MANY and lex.is_role(i.low) for i in group):
        return True  # "сообщили депутаты"
    led = next((k for k, item in enumerate(group) if lex.names_decline and item.low in lex.prepositions), 4)
    return any(item.capital and item.low not in lex.stop for item in group[1 : min(led, 4)])


# The first that answers decides.
_LEADS: tuple[Callable[[Sequence[Item], Lexicon], bool | None], ...] = (
    _pronoun_leads, _capital_leads, _article_leads, _role_or_name,
)  # fmt: skip


def right_edge(items: Sequence[Item], first: int, lex: Lexicon) -> int:
    """The last item of the noun phrase that begins at ``first``."""
    at = first
    named = False
    while items[first].low not in lex.pronouns and at + 1 < len(items) and at - first < _LONGEST:
        behind = past_letters(items, at + 1) if items[first].text.islower() else 0
        if (
            behind > at + 1
            and item_at(items, behind).capital
            and (items[first].low in lex.determiners or not lex.nouns_capital)
        ):
            return past(items, behind, is_capital) - 1
        own = at > first or not items[at + 1].capital  # "USA Today"
        timed = own and time_begins(items, at + 1, lex)
        if timed or any(ends(items, at + 1, lex) for ends in _RIGHT_ENDS):
            break
        lead = items[at]
        named = named or (lead.capital and lead.low not in lex.titles and lead.low not in lex.stop)
        joined = counts(items, first, at + 1, lex) or _joins(items, first, at + 1, named, lex)
        if items[at + 1].low in lex.prepositions and not joined:
            break
        at += 1
    return at


def time_begins(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A time stands at ``at``, perhaps behind a small word: "later", "el lunes", "в понедельник", "in March"."""
    begins = not items[at - 1].time and past_time(items, at, lex) > at
    return begins or items[at].low in lex.times


def _no_name_behind(items: Sequence[Item], at: int) -> bool:
    return not item_at(items, at + 1).capital


# What ends a noun phrase on its right: asked of ``items[at]``, which comes next.
_RIGHT_ENDS: tuple[Callable[[Sequence[Item], int, Lexicon], bool], ...] = (
    lambda items, at, _: items[at].kind in ("quote", "punct") and items[at].text not in ("-", "/", "&"),
    lambda items, at, lex: items[at].low in lex.conjunctions and items[at].low not in COORDINATION,
    # "fügte Jana Vogt hinzu", "so Jana Vogt weiter"
    lambda items, at, lex: (
        any(items[at].low in ends for ends in lex.particles.values()) and _no_name_behind(items, at)
    ),
    lambda items, at, lex: lex.strict_that and items[at].low in lex.helpers and _no_name_behind(items, at),
    lambda items, at, lex: joins_clauses(items[at], lex) and _no_name_behind(items, at),
    lambda items, at, _: items[at].low in english.finite and not items[at].capital,
    lambda items, at, lex: lex.relates(items[at].low),
)


def _joins(items: Sequence[Item], first: int, at: int, named: bool, lex: Lexicon) -> bool:
    """Whether the preposition at ``at`` goes on with the speaker's description."""
    low = items[at].low
    if low in everywhere.belonging:
        return True
    if low in PARTICLES and item_at(items, at + 1).capital and items[at - 1].capital:
        return True
    behind = lex.names_decline and lex.is_role(items[first].low) and name_behind_place(items, at, lex) > 0
    if behind or (named and lex.names_decline and lex.is_role(items[first].low)):
        return behind
    if low in lex.through and outlet_name(items[at + 1 : at + _NAME], lex):
        return False  # "une source policière à France Info": who was told
    role = any(item.low in lex.anonymous or item.low in lex.roles for item in items[first:at])
    told = low in ("in", "à") and item_at(items, at + 1).low in ("a", "an", "propos")  # "in a statement"
    return role and not named and low in everywhere.workplace and not told
