"""Items and a place among them in, how far the noun phrase there reaches to the left or right out."""

from __future__ import annotations

from collections.abc import Sequence

from ...language import words
from .lexicon import Lexicon
from .phrases import PARTICLES
from .tokens import Item

_LONGEST = 18  # items in a noun phrase; longer ones are clauses


_AFTER = words("after before since until once")
_FINITE = words("is are was were has have had will would can could should may might must do does did")


_TIMES_OF_OFFICE = words(
    "current former past present serving retired active old new local national state federal"
)
COORDINATION = words("and but or und aber et mais y e pero i ale a и но і та й")


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
        if item.kind == "quote":
            if item.end - item.start > 30 or item.text.rstrip("\"'”’»“` ")[-1:] in ".,!?":
                break
        elif joined and item.text == "," and _listed(items, at):
            pass  # "The United States, Britain and France said"
        elif (item.kind == "punct" and item.text not in "-/&'’") or (
            item.low in lex.relatives and item.low not in lex.determiners
        ):
            break
        elif joins_clauses(item, lex):
            if not _joins_speakers(items, at, last, lex):
                break
            joined = True
        elif item.low in _AFTER and item.kind == "word" and at < last + 1 and at > 1:
            break  # "… was arrested after police said": a clause of its own begins
        elif item.low == "as" and items[at].capital and at > 1 and items[at - 2].kind == "word":
            break  # "… after an audit as Roe told the council"
        elif (
            (item.low in lex.conjunctions and item.low not in lex.prepositions)
            or (item.low in _FINITE and item.kind == "word" and not item.capital)
            or (lex.surely_says(item.low) and items[at].low not in lex.prepositions)
        ):
            break
        at -= 1
    return at


def _listed(items: Sequence[Item], at: int) -> bool:
    """The comma before ``items[at]`` parts names of a list that opens the sentence."""
    first = next((k + 1 for k in range(at - 2, -1, -1) if items[k].kind != "word"), 0)
    head = items[first : at - 1]
    named = bool(head) and head[-1].capital and items[at].capital
    listed = first == 0 or items[first - 1].text == ","
    return named and listed and len(head) <= 4 and all(item.capital for item in head)


def _joins_speakers(items: Sequence[Item], at: int, last: int, lex: Lexicon) -> bool:
    """The "and" before ``items[at]`` joins two speakers, not two clauses."""
    right = items[at : last + 1]
    speaks = right[0].capital or right[0].low in lex.determiners or any(i.low in lex.roles for i in right)
    if at < 2:
        return speaks
    left = items[at - 2]
    if left.low in _TIMES_OF_OFFICE and right[0].low in _TIMES_OF_OFFICE:
        return True  # "three other current and former staff"
    return (
        speaks
        and left.kind == "word"
        and left.low not in lex.times
        and (left.capital or left.low in lex.roles)
    )


def past_adjunct(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
    """Step over a time or place that opens the clause without a comma: "On Tuesday the minister said"."""
    at = first
    while at <= last:
        item = items[at]
        opener = item.low in lex.prepositions or item.low in lex.conjunctions
        adverb = item.capital and item.low in lex.stop and item.low not in lex.determiners
        adverb = (
            adverb
            and item.low not in lex.pronouns
            and item.low not in lex.roles
            and item.low not in lex.titles
        )
        if (
            at < last
            and (joins_clauses(item, lex) or item.low in ("while", "although", "though", "so", "yet"))
        ) or (item.low in lex.times and not (at == last and at == first)):
            at += 1
        elif opener and item.low not in lex.determiners:
            at = _after_adjunct(items, at + 1, last, lex)
        elif adverb and at < last:
            at += 1
        else:
            break
    return at


def _after_adjunct(items: Sequence[Item], at: int, last: int, lex: Lexicon) -> int:
    """One past the object of a preposition at the clause's start."""
    if at <= last and items[at].low in lex.determiners:
        at += 1
    begun = at
    while at <= last:
        item = items[at]
        fresh = item.low in lex.determiners or item.low in lex.pronouns or item.low in lex.titles
        turned = at > begun and item.capital and not items[at - 1].capital
        turned = turned or (at > begun and items[at - 1].low in lex.times and item.low not in lex.times)
        if at > begun and (fresh or turned) and item.kind == "word":
            break
        at += 1
    return at


def plausible(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> bool:
    """The words can be someone who speaks: a name, a pronoun, an article or a role lead them."""
    lead = items[first]
    if lead.low in lex.prepositions and lead.low not in lex.determiners:
        return False
    if lex.strict_that and lead.low in lex.that:
        return False  # "anunció el sábado que suspendía": what was announced
    if lead.kind == "quote":
        return first < last and any(i.low in lex.roles or i.capital for i in items[first + 1 : last + 1])
    if lead.kind == "number":
        # "two nurses", "9/11 widow Tess Holm", "34-year-old Tess Holm"
        return any(item.low in lex.roles for item in items[first : last + 1]) or (
            "-" in lead.text and first < last and items[first + 1].capital
        )
    if lead.kind != "word":
        return False
    if lead.low in lex.pronouns:
        return first == last or items[first + 1].low in ("both", "all", "also", "too", "himself", "herself")
    if lead.low in ("there", "here", "that", "this", "it") and first == last:
        return lead.low == "it"
    if lead.capital and (lead.low not in lex.stop or lead.low in lex.roles or lead.low in lex.determiners):
        return True
    if lead.low in lex.determiners:
        return first < last or lead.low in ("one", "another", "some", "many", "others")
    group = items[first : last + 1]
    if (
        lead.low.endswith(("ed", "ing"))
        and group[1:]
        and group[1].low in lex.determiners
        and lead.low not in lex.roles
    ):
        return False
    if any(item.low in lex.roles or item.low in lex.titles or item.low in PARTICLES for item in group):
        return True
    # "producers Ann Roe and Max Doe": small words, then a name.
    return any(item.capital and item.low not in lex.stop for item in group[1:4])


def right_edge(items: Sequence[Item], first: int, lex: Lexicon) -> int:
    """The last item of the noun phrase that begins at ``first``."""
    at = first
    if items[first].low in lex.pronouns:
        return first
    named = False
    while at + 1 < len(items) and at - first < _LONGEST:
        item = items[at + 1]
        if item.kind in ("quote", "punct") and item.text not in ("-", "/", "&"):
            break
        if item.low in lex.conjunctions and item.low not in COORDINATION:
            break
        if item.low in lex.particles.values() and not (at + 2 < len(items) and items[at + 2].capital):
            break  # "fügte Jana Vogt hinzu"
        if (
            lex.strict_that
            and item.low in lex.helpers
            and not (at + 2 < len(items) and items[at + 2].capital)
        ):
            break  # "so Jana Vogt weiter"
        if joins_clauses(item, lex) and not (at + 2 < len(items) and items[at + 2].capital):
            break
        if (item.low in lex.times and at > first) or (item.low in _FINITE and not item.capital):
            break
        named = named or (
            items[at].capital and items[at].low not in lex.titles and items[at].low not in lex.stop
        )
        if item.low in lex.prepositions and not _joins(items, first, at + 1, named, lex):
            break
        if item.low in lex.relatives and item.low not in lex.determiners:
            break
        at += 1
    return at


def _joins(items: Sequence[Item], first: int, at: int, named: bool, lex: Lexicon) -> bool:
    """Whether the preposition at ``at`` goes on with the speaker's description."""
    low = items[at].low
    if low in ("of", "for", "de", "du", "del", "von", "der", "des"):
        return True
    if low in PARTICLES and at + 1 < len(items) and items[at + 1].capital and items[at - 1].capital:
        return True
    role = any(item.low in lex.anonymous or item.low in lex.roles for item in items[first:at])
    return (
        role
        and not named
        and low in ("in", "at", "with", "from", "to", "close", "en", "à", "w", "в", "у", "в", "bei")
    )
