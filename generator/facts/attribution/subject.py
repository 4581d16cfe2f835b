"""A reporting verb's place among the items in, the noun phrase beside it that speaks out.

Three shapes: the speaker before the verb ("the mayor, Jane Roe, said"), after it ("said Jane Roe,
the mayor") and left out because a verb before shares it ("arrived and said").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lexicon import Lexicon
from .phrases import PARTICLES, Phrase, inside_name, read_phrase
from .tokens import Item

_LONGEST = 18  # items in a noun phrase; longer ones are clauses
_BE = frozenset("was were is are been be being wird wurde wurden fue fueron est été".split())
_FINITE = frozenset(
    "is are was were has have had will would can could should may might must do does did".split()
)
_NEGATION = frozenset("not n't never cannot without".split())
_MODAL = frozenset("would could should may might must can".split())
_COORDINATION = frozenset("and but or und aber et mais y e pero i ale a и но і та й".split())
_APPOSITION = frozenset(
    "who whose whom which the a an his her its their head former himself herself then now speaking one both".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and the first and last item of the phrase; ``shared`` when the verb has no subject of its own."""

    phrase: Phrase | None
    first: int
    last: int
    shared: bool = False


def before_verb(items: Sequence[Item], cue: int, text: str, lex: Lexicon) -> Subject | None:
    """The subject to the left of ``items[cue]``; None when the verb has none there or does not report."""
    at = cue - 1
    helpers: list[str] = []
    while at >= 0 and _is_helper(items[at], lex) and not (items[at].low in lex.pronouns):
        helpers.append(items[at].low)
        at -= 1
    if not _reports(helpers, items, cue):
        return None
    if at < 0:
        return None
    item = items[at]
    if item.kind == "quote" or item.low in lex.determiners:
        return None
    if _joins_clauses(item, lex):
        return Subject(None, at, at, shared=True)
    if item.low in lex.relatives and item.low not in lex.determiners:
        return _antecedent(items, at, text, lex)
    if item.kind == "punct":
        return _across_apposition(items, at, text, lex) if item.text in ",)—–-" else None
    return _ending_at(items, at, text, lex)


def _joins_clauses(item: Item, lex: Lexicon) -> bool:
    """ "and", "but" and their like; "a" joins in Polish and is an article in English."""
    return item.low in _COORDINATION and item.low not in lex.determiners


def _is_helper(item: Item, lex: Lexicon) -> bool:
    """A word that may stand between subject and verb."""
    return item.kind == "word" and (
        item.low in lex.helpers
        or (item.low.endswith("ly") and not item.capital and item.low not in lex.roles)
    )


def _reports(helpers: Sequence[str], items: Sequence[Item], cue: int) -> bool:
    """Not passive, not denied, not only possible: "was told", "did not say", "might say" report nothing."""
    verb = items[cue].low
    participle = verb.endswith("ing")
    if any(word in _NEGATION for word in helpers) or (helpers and helpers[0] == "to"):
        return False
    if any(word in _MODAL for word in helpers):
        return False
    return participle or not any(word in _BE for word in helpers)


def _ending_at(items: Sequence[Item], last: int, text: str, lex: Lexicon) -> Subject | None:
    """The noun phrase whose last item is ``items[last]``."""
    edge = _left_edge(items, last, lex)
    first = _past_adjunct(items, edge, last, lex)
    if first > last or not _plausible(items, first, last, lex):
        # "a spokeswoman who asked not to be named said"
        for at in range(edge - 1, max(0, edge - 8), -1):
            if items[at].kind != "word":
                return None
            if items[at].low in lex.relatives and items[at].low not in lex.determiners:
                return _antecedent(items, at, text, lex)
        return None
    phrase = read_phrase(items[first : last + 1], text, lex)
    return Subject(phrase, first, last) if phrase else None


def _left_edge(items: Sequence[Item], last: int, lex: Lexicon) -> int:
    """Walk left over what a noun phrase is made of."""
    at = last
    floor = max(-1, last - _LONGEST)
    while at - 1 > floor:
        item = items[at - 1]
        if item.kind == "quote":
            if item.end - item.start > 30 or item.text[-2:-1] in ".,!?":
                break
        elif item.kind == "punct" and item.text not in "-/&'’":
            break
        elif item.low in lex.relatives and item.low not in lex.determiners:
            break
        elif _joins_clauses(item, lex):
            if not (items[at].capital or items[at].low in lex.roles or items[at].low in lex.determiners):
                break
            if at >= 2 and not (
                items[at - 2].kind == "word" and (items[at - 2].capital or items[at - 2].low in lex.roles)
            ):
                break
        elif item.low in lex.conjunctions and item.low not in lex.prepositions:
            break
        elif item.low in _FINITE and item.kind == "word" and not item.capital:
            break
        elif item.low in lex.say and item.low not in lex.doubtful and items[at].low not in lex.prepositions:
            break
        at -= 1
    return at


def _past_adjunct(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
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
        if at < last and (
            _joins_clauses(item, lex) or item.low in ("while", "although", "though", "so", "yet")
        ):
            at += 1
        elif item.low in lex.times and not (at == last and at == first):
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


def _plausible(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> bool:
    """The words can be someone who speaks: a name, a pronoun, an article or a role lead them."""
    lead = items[first]
    if lead.low in lex.prepositions and lead.low not in lex.determiners:
        return False
    if lead.kind == "quote":
        return first < last and any(i.low in lex.roles or i.capital for i in items[first + 1 : last + 1])
    if lead.kind == "number":
        return any(item.low in lex.roles for item in items[first : last + 1])
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
    if any(item.low in lex.roles or item.low in lex.titles or item.low in PARTICLES for item in group):
        return True
    # "producers Ann Roe and Max Doe": small words, then a name.
    return any(item.capital and item.low not in lex.stop for item in group[1:4])


def _antecedent(items: Sequence[Item], at: int, text: str, lex: Lexicon) -> Subject | None:
    """ "Jane Roe, who said …": the phrase the relative pronoun stands for."""
    last = at - 1
    while last >= 0 and items[last].kind == "punct" and items[last].text in ",—–":
        last -= 1
    if last < 0 or items[last].kind == "quote":
        return None
    # "was led by Jane Roe, who said": the nearest noun phrase, not all that stands before it.
    for first in range(last, _left_edge(items, last, lex), -1):
        low = items[first - 1].low
        if low in lex.prepositions and low not in ("of", "for") and _plausible(items, first, last, lex):
            phrase = read_phrase(items[first : last + 1], text, lex)
            return Subject(phrase, first, at) if phrase else None
    found = _ending_at(items, last, text, lex)
    return replace(found, last=at) if found else None


def _across_apposition(items: Sequence[Item], comma: int, text: str, lex: Lexicon) -> Subject | None:
    """ "Jane Roe, the mayor of Ashford, Kent, said": the phrase before a pair of commas that describes it."""
    if items[comma].text == ")":
        opened = comma
        while opened > 0 and items[opened].text != "(":
            opened -= 1
        return _ending_at(items, opened - 1, text, lex) if opened > 0 else None
    best: Subject | None = None
    at = comma - 1
    tried = 0
    while at > 0 and comma - at < 45 and tried < 6:
        if items[at].kind == "punct" and items[at].text == items[comma].text:
            tried += 1
            found = _apposed(items, at, comma, text, lex)
            if found:
                best = _better(best, found)
                if found.phrase and found.phrase.name and found.phrase.start < items[at].start:
                    break
        at -= 1
    return best


def _better(held: Subject | None, found: Subject) -> Subject:
    """A named phrase is worth more than an earlier found role."""
    if held is None or held.phrase is None or found.phrase is None:
        return found
    # A name before the commas outweighs one between them: "Jane Roe, the mayor of Ashford, Kent, said".
    nearer = found.phrase.start < held.phrase.start
    return found if found.phrase.name and (nearer or not held.phrase.name) else held


def _apposed(items: Sequence[Item], first: int, last: int, text: str, lex: Lexicon) -> Subject | None:
    """The phrase before ``items[first]`` when what stands between the commas can describe it."""
    inner = items[first + 1 : last]
    if not inner or first == 0 or items[first - 1].kind in ("quote", "punct"):
        return None
    head = _ending_at(items, first - 1, text, lex)
    if head is None or head.phrase is None:
        return None
    described = read_phrase(inner, text, lex)
    lead = inner[0]
    if not head.phrase.name:
        # "The company's chief executive, Jane Roe, said": the apposition has the name.
        role = any(
            item.low in lex.roles or item.low in lex.titles for item in items[head.first : head.last + 1]
        )
        titled = lead.capital and lead.low not in lex.stop or lead.low in lex.titles or lead.low in lex.roles
        if described and described.name and role and titled:
            named = replace(described, titles=(*described.titles, *head.phrase.titles))
            return Subject(replace(named, gender=named.gender or head.phrase.gender), head.first, head.last)
    starts = (
        lead.low in _APPOSITION
        or lead.low in lex.relatives
        or lead.low in lex.roles
        or lead.low in lex.titles
    )
    starts = (
        starts or lead.kind == "number" or lead.low in lex.prepositions or lead.low.endswith(("ing", "ed"))
    )
    starts = starts or any(item.low in lex.roles or item.low in lex.titles for item in inner[:5])
    if not starts or head.phrase.pronoun and lead.low not in ("who", "speaking", "in", "at", "on"):
        return None
    titles = tuple(item.low for item in inner if item.kind == "word")
    return Subject(replace(head.phrase, titles=(*head.phrase.titles, *titles)), head.first, head.last)


def after_verb(items: Sequence[Item], cue: int, text: str, lex: Lexicon) -> Subject | None:
    """The subject to the right of ``items[cue]``: "said Jane Roe, the mayor"."""
    first = cue + 1
    while first < len(items) and _is_helper(items[first], lex):
        first += 1
    if first >= len(items) or items[first].kind != "word":
        return None
    reach = first if items[first].low in lex.pronouns else min(first + 3, len(items) - 1)
    if not _plausible(items, first, reach, lex):
        return None
    last = _right_edge(items, first, lex)
    phrase = read_phrase(items[first : last + 1], text, lex)
    if phrase is None:
        return None
    if last + 2 < len(items) and items[last + 1].text == ",":
        phrase = _with_apposition(items, last + 2, phrase, text, lex)
    return Subject(phrase, first, last)


def _right_edge(items: Sequence[Item], first: int, lex: Lexicon) -> int:
    """The last item of the noun phrase that begins at ``first``."""
    at = first
    if items[first].low in lex.pronouns:
        return first
    named = False
    while at + 1 < len(items) and at - first < _LONGEST:
        item = items[at + 1]
        if item.kind in ("quote", "punct") and item.text not in ("-", "/", "&"):
            break
        if item.low in lex.conjunctions and item.low not in _COORDINATION:
            break
        if _joins_clauses(item, lex) and not (at + 2 < len(items) and items[at + 2].capital):
            break
        if item.low in lex.times and at > first or item.low in _FINITE and not item.capital:
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


def _with_apposition(items: Sequence[Item], at: int, phrase: Phrase, text: str, lex: Lexicon) -> Phrase:
    """Add what the words after the comma tell of the speaker."""
    last = at
    while last < len(items) and items[last].kind not in ("quote",) and items[last].text not in ",;—–.":
        last += 1
    inner = items[at:last]
    if not inner:
        return phrase
    described = read_phrase(inner, text, lex)
    lead = inner[0]
    if not phrase.name and described and described.name and lead.capital and lead.low not in lex.stop:
        return replace(
            described, titles=(*described.titles, *phrase.titles), gender=described.gender or phrase.gender
        )
    if lead.low in _APPOSITION or lead.low in lex.roles or lead.low in lex.titles or lead.kind == "number":
        words = tuple(item.low for item in inner if item.kind == "word")
        gender = phrase.gender
        if gender is None:
            gender = "she" if any(w in lex.feminine for w in words[:4]) else gender
            gender = "he" if gender is None and any(w in lex.masculine for w in words[:4]) else gender
        return replace(phrase, titles=(*phrase.titles, *words), gender=gender)
    return phrase


def opening_subject(items: Sequence[Item], text: str, lex: Lexicon) -> Subject | None:
    """The noun phrase a sentence begins with, past an opening adjunct: whom it is about."""
    at = _past_opening(items, lex)
    if at >= len(items) or items[at].kind != "word":
        return None
    if items[at].low in lex.pronouns:
        phrase = read_phrase(items[at : at + 1], text, lex)
        return Subject(phrase, at, at) if phrase else None
    last = at
    if items[at].low in lex.determiners or not items[at].capital:
        role = next((k for k in range(at, min(at + 7, len(items))) if items[k].low in lex.roles), -1)
        if role < 0:
            # "A stranger who …": whoever a personal relative follows is a person.
            role = next((k - 1 for k in range(at + 2, min(at + 5, len(items))) if items[k].low == "who"), -1)
        if role < 0:
            return None
        last = role
    while last + 1 < len(items) and (
        items[last + 1].capital
        or inside_name(items, last + 1)
        or items[last + 1].kind == "possessive"
        or _role_before_name(items, last + 1, lex)
    ):
        last += 1
    if items[last].kind == "possessive":
        return None
    if not _plausible(items, at, last, lex):
        return None
    phrase = read_phrase(items[at : last + 1], text, lex)
    if phrase and not phrase.name and last + 1 < len(items) and items[last + 1].text == ",":
        phrase = _with_apposition(items, last + 2, phrase, text, lex)
    return Subject(phrase, at, last) if phrase else None


def _role_before_name(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "Opposition leader Jane Roe": a small role word between capitals."""
    after = items[at + 1] if at + 1 < len(items) else None
    return (items[at].low in lex.roles or items[at].low in lex.titles) and after is not None and after.capital


def _past_opening(items: Sequence[Item], lex: Lexicon) -> int:
    """Where the main clause of a sentence begins: after "On Tuesday," or "Soon after,"."""
    at = 0
    while at < len(items) and items[at].kind == "punct":
        at += 1
    if at >= len(items):
        return at
    if _joins_clauses(items[at], lex) and at + 1 < len(items):
        at += 1
    lead = items[at]
    adjunct = lead.low in lex.prepositions or lead.low in lex.conjunctions or lead.low in lex.times
    adjunct = (
        adjunct
        or lead.low.endswith(("ly", "ing"))
        or (lead.low in lex.stop and lead.low not in lex.determiners)
    )
    if (
        not adjunct
        or lead.low in lex.pronouns
        or (lead.low in lex.roles and lead.low not in lex.prepositions)
    ):
        return at
    for comma in range(at, min(len(items), at + 16)):
        if items[comma].text == ",":
            return comma + 1
    return _past_adjunct(items, at, len(items) - 1, lex)
