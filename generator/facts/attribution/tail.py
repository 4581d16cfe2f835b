"""What follows a reporting verb in, where the reported words begin out, with the hearer stepped over.

"told the Daily Post on Monday that …", "wrote on Telegram: …", "said in a statement it would …".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ...language import english, time_words, united
from ...text.annotation import FINITE_TAGS
from .lexicon import Lexicon
from .outlets import outlet_name
from .times import past_time
from .tokens import DASHES, Item, in_marks, is_capital, item_at, past

TailKind = Literal["that", "colon", "quote", "clause", "comma", "end"]
_LONGEST_PHRASE = 12  # items
_LONGEST = 30
_NEAR_VERB = 8  # items from the beginning of a clause
_NAME_WORDS = 4  # of an outlet
_ABOUT_WORDS = 5  # of "slightly more than" and what is counted
_COUNTS = ("number", "vague-number", "half", "ordinal")
PASTS = english.told


@dataclass(frozen=True, slots=True)
class Tail:
    """What comes after the verb: ``at`` is the first item of the reported words, if there are any."""

    kind: TailKind
    at: int
    via: str = ""


def read_tail(items: Sequence[Item], cue: int, lex: Lexicon) -> Tail:
    """Step over hearer, time and place after ``items[cue]`` to where the reported words begin."""
    verb = items[cue].low
    at, via = _hearer(items, cue + 1, lex) if verb in lex.tell else (cue + 1, "")
    limit = min(len(items), cue + _LONGEST)
    if verb in lex.tell and (told := _told_outlet(items, cue + 1, lex)):
        return told
    if _led_clause(items, cue, limit, lex):
        return Tail("that", cue + 1, via)
    while at < limit:
        if told := _opens_speech(items, cue, at, limit, lex):
            return Tail(told.kind, told.at, via)
        step, found = _past_inserted(items, cue, at, limit, lex)
        if step == at:
            if items[at].kind == "punct":
                return _at_mark(items, at, via, lex, verb)
            step, found = _adjunct(items, at, verb, lex)
        via = via or found
        if step == at:
            joined = _joined_later(items, cue, at, lex)
            return Tail("that", joined, via) if joined else Tail("clause", at, via)
        at = step
    return Tail("end" if at >= len(items) else "clause", at, via)


def _led_clause(items: Sequence[Item], cue: int, limit: int, lex: Lexicon) -> bool:
    """ "said as he left the hall, a shot was fired": a clause of time or condition leads what was said."""
    if lex.code != "en" or cue + 1 >= limit or items[cue + 1].low not in english.subordinate:
        return False
    comma = next((k for k in range(cue + 3, limit - 1) if items[k].text == ","), 0)
    led = any(item.tag in FINITE_TAGS for item in items[cue + 2 : comma])
    quoted = any(item.kind == "quote" for item in items[:comma])
    told = any(item.tag in FINITE_TAGS for item in items[comma + 1 : comma + _NEAR_VERB])
    return led and not quoted and (told or clause_follows(items, comma + 1, lex))


def _opens_speech(items: Sequence[Item], cue: int, at: int, limit: int, lex: Lexicon) -> Tail | None:
    """A quotation or a joining word at ``at``; the "that" of another verb ends the search."""
    item = items[at]
    if item.kind == "quote":
        return None if at == cue + 1 and names_outlet(items, at, lex) else Tail("quote", at)
    follows = items[at + 1].low if at + 1 < limit else ""
    if lex.strict_that and item.low in lex.prepositions and follows in lex.that:
        return Tail("that", at + 2)  # "insiste en que", "advirtió de que"
    if item.low not in lex.that or _relative_that(items, cue, at, limit):
        return None
    noun = lex.strict_that and items[at - 2].low in lex.determiners  # "dijo en un comunicado que"
    if at - cue > 2 and lex.surely_says(items[at - 1].low) and not noun:
        return Tail("end", len(items))  # "apologised after a report found that …": not what it said
    asks = item.low in lex.own.asking
    # "noted that was so"
    return Tail("that", at if asks or (item.low in lex.own.that and follows in english.finite) else at + 1)


def _relative_that(items: Sequence[Item], cue: int, at: int, limit: int) -> bool:
    """ "said in a statement that was published on Wednesday, had resigned": the verb follows at once."""
    follows = items[at].low in english.that and cue + 1 < at < limit - 1 and items[at + 1].tag in FINITE_TAGS
    return follows and items[at - 1].tag == "N" and any(item.text in ",—–" for item in items[at:limit])


def _past_inserted(items: Sequence[Item], cue: int, at: int, limit: int, lex: Lexicon) -> tuple[int, str]:
    """Past an outlet's name in marks, a relative clause, half of the verb or a bracket; and the outlet."""
    item = items[at]
    if item.kind == "quote":
        return at + 1, in_marks(item)
    if item.low in lex.own.that and _relative_that(items, cue, at, limit):
        return next((k for k in range(at, limit) if items[k].text in (",", "—", "–")), limit), ""
    if item.low in lex.particles.get(items[cue].low, ()):
        return at + 1, ""  # "gab bekannt, dass"
    if item.text == "(":
        return next((k + 1 for k in range(at, limit) if items[k].text == ")"), limit), ""
    return at, ""


def _joined_later(items: Sequence[Item], cue: int, at: int, lex: Lexicon) -> int:
    """Past the joining word behind something that the verb takes first; 0 if none follows."""
    verb = items[cue].low
    joined = _past_gerund(items, cue + 1, at, lex) if at - cue > 2 else 0
    if not joined and lex.strict_that and verb in lex.say:
        joined = _past_object(items, at, lex)
    if not joined and any(item.low in lex.own.before_after for item in items[at + 1 : at + 4]):
        joined = _joined_ahead(items, at, lex)  # "wrote just minutes after the vote that"
    return joined or (_joined_ahead(items, at, lex) if verb in lex.tell else 0)


def _past_object(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """ "zwrócił uwagę, że", "expresó su temor de que": past a short object and the joining word; 0 if none follows."""
    for here in range(at, min(len(items) - 2, at + 4)):
        item, after = items[here], items[here + 1]
        if item.text == ",":
            return here + 2 if after.low in lex.that else 0
        if item.low in lex.prepositions and after.low in lex.that:
            return here + 2
        if item.kind != "word" or item.capital:
            return 0
    return 0


def _joined_ahead(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """ "told Courier reporter Max Doe in Leeds that …": past the joining word, before any mark or verb; 0 if none."""
    for here in range(at, min(len(items) - 1, at + 14)):
        item = items[here]
        if item.low in lex.own.that:
            return here + 1
        if item.kind not in ("word", "number") or item.low in english.finite or item.low in lex.pronouns:
            return 0
        if lex.surely_says(item.low):
            return 0
    return 0


def names_outlet(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "сообщил «Интерфаксу» источник": the name in marks is who was told, and the sentence goes on."""
    item = items[at]
    inner = in_marks(item)
    short = item.kind == "quote" and lex.names_decline and len(inner.split()) <= _NAME_WORDS
    goes_on = item_at(items, at + 1).kind == "word"
    return short and goes_on and inner[:1].isupper() and inner[-1:] not in ".!?,"


def _past_gerund(items: Sequence[Item], first: int, at: int, lex: Lexicon) -> int:
    """ "said after meeting her counterpart that …", "wrote to Doe in May assuring him that …": where the reported words begin
    past a gerund's object; 0 if none do."""
    led = items[first].low in lex.own.before_gerund and items[first + 1].low.endswith("ing")
    return _joined_ahead(items, at, lex) if led or items[at].tag == "VBG" else 0


def _joins(joiner: str, verb: str, lex: Lexicon) -> bool:
    """The word behind a comma joins what is said, or wished ("prosił, żeby"), and is no "which": "su alcalde, Pedro Ruiz, que …"."""
    which = joiner in lex.relatives and not lex.names_decline
    wish = joiner in lex.wishes and verb in lex.say and verb not in lex.report
    return wish or (joiner in lex.that and lex.strict_that and not which)


def _at_mark(items: Sequence[Item], at: int, via: str, lex: Lexicon, verb: str) -> Tail:
    """A punctuation mark after the verb: a quotation, a joining word past an aside, or the end."""
    mark = items[at].text
    after = at + 1
    if mark == ":":
        quoted = item_at(items, after).kind == "quote"
        return Tail("quote" if quoted else "colon", after, via)
    if mark in DASHES:
        if item_at(items, after).kind == "quote":
            return Tail("quote", after, via)
        if mark == "," and _joins(item_at(items, after).low, verb, lex):
            return Tail("that", after + 1, via)
        for later in range(after, min(len(items) - 1, at + 20)):
            if items[later].text == "," and items[later + 1].low in lex.that and items[later + 1].low != "if":
                return Tail("that", later + 2, via)
        apart = past(items, after, lambda item: item.kind != "quote" and item.tag not in FINITE_TAGS)
        if item_at(items, apart).kind == "quote" and items[apart - 1].text == ":":
            return Tail("quote", apart, via)  # "added, pointing at the wall: “…”"
        return Tail("comma", at, via)
    return Tail("end", at, via)


def _hearer(items: Sequence[Item], at: int, lex: Lexicon) -> tuple[int, str]:
    """Past the hearer of "told …"; an outlet among the hearers is what the words came through."""
    first = at
    if item_at(items, at).low in united(lex.that, lex.prepositions) and not _amount(items, at, lex):
        return at, ""
    if item_at(items, at).low in lex.own.objective or item_at(items, at).low in lex.pronouns:
        return at + 1, ""
    at = _noun_phrase_end(items, at, lex)
    gerunds = (k for k in range(first + 1, at) if items[k].tag == "VBG" and items[k - 1].capital)
    at = next(gerunds, at)  # "told Roe selling it was wrong"
    return at, outlet_name(items[first:at], lex, heard=True)


def _told_outlet(items: Sequence[Item], first: int, lex: Lexicon) -> Tail | None:
    """ "told Reuters divers found the wreck": nothing but nouns stands between the outlet and the verb of a clause."""
    at = past(items, first + (item_at(items, first).low in lex.determiners), is_capital)
    at = past(items, at, lambda item: item.low in english.outlet)
    near = items[: at + _NEAR_VERB]
    verb = past(near, at, lambda item: item.tag in ("N", "NP", "J") or item.kind == "possessive")
    told = verb > at and item_at(items, verb).tag in FINITE_TAGS
    name = outlet_name(items[first:at], lex, heard=True) if told else ""
    return Tail("that", at, name) if name else None


def _noun_phrase_end(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """One past a noun phrase that something else follows without a mark."""
    first = at
    if item_at(items, at).low in lex.determiners:
        at += 1
    begun = at
    while at < len(items) and at - first < _LONGEST_PHRASE:
        item = items[at]
        if item.kind in ("quote", "punct") and item.text not in ("-", "&"):
            break
        if at > begun and any(ends(items, begun, at, lex) for ends in _PHRASE_ENDS):
            break
        at += 1
    return at


def _small_opener(items: Sequence[Item], _begun: int, at: int, lex: Lexicon) -> bool:
    """An article, a pronoun or a joining word begins something else."""
    low = items[at].low
    if lex.nouns_capital and low in lex.own.genitive_article and items[at - 1].capital:
        return False  # "bei einem Besuch der Schule"
    opens = low in lex.determiners or low in lex.pronouns or low in lex.that
    return (opens and not items[at].capital) or low in lex.own.empty_subject or low in lex.own.to


def _preposition(items: Sequence[Item], begun: int, at: int, lex: Lexicon) -> bool:
    """A place or time begins; "of" and "for" go on with the phrase, but not behind "Roe the nurse"."""
    if items[at].low in english.belonging:
        return items[begun].capital and not items[at - 1].capital
    return items[at].low in lex.prepositions


def _name_begins(items: Sequence[Item], begun: int, at: int, lex: Lexicon) -> bool:
    """A name begins behind a small word that does not lead up to it."""
    before = items[at - 1]
    small = before.kind == "word" and not before.capital and not lex.nouns_capital  # "am späten Abend"
    led = lex.strict_that and at == begun + 1
    if led and items[begun - 1].low in united(lex.determiners, lex.prepositions):
        return False  # "dijo a la emisora Radio Norte que"
    if lex.names_decline and before.low not in lex.times:
        return False  # "na antenie Radia Thale"
    return items[at].capital and small and before.low not in united(lex.prepositions, english.outlet)


_PHRASE_ENDS: tuple[Callable[[Sequence[Item], int, int, Lexicon], bool], ...] = (
    _small_opener,
    _preposition,
    lambda items, _begun, at, lex: items[at].low in lex.times or items[at].low in lex.months,
    _name_begins,
    lambda items, _begun, at, lex: _amount(items, at, lex),
)


def _adjunct(items: Sequence[Item], at: int, verb: str, lex: Lexicon) -> tuple[int, str]:
    """One past a time, place or hearer that begins at ``at``, or ``at`` itself; and the outlet it names."""
    item = items[at]
    if item_at(items, at + 1 + (item.tag in ("J", "D"))).kind == "possessive":
        return at, ""  # "said last week's storm was the worst"
    if (behind := past_time(items, at, lex)) > at or _amount(items, at, lex):
        return behind, ""
    if item.low in english.behind_told:
        return _prepositional(items, at, verb, lex)
    if item.low in lex.times or item.low in lex.months or (lex.strict_that and item.low in lex.helpers):
        return at + 1, ""  # "said later", "wies darauf hin", "dijo también"
    if item.low in lex.through or (item.capital and lex.through):
        told = _told_abroad(items, at, lex)
        if told[0] > at or item.low not in lex.prepositions:
            return told  # else whoever else was told: "pidió a los vecinos que"
    if item.low in lex.prepositions:
        return _noun_phrase_end(items, at + 1, lex), ""
    return at + _adverb(items, at, verb, lex), ""


def _adverb(items: Sequence[Item], at: int, verb: str, lex: Lexicon) -> bool:
    """A word that only tells how it was said; in "said newly built homes were empty" it goes with what follows."""
    item = items[at]
    out = item.low == "out" and not verb.startswith("rul")  # "pointed out that", not "ruled out that"
    adverb = item.low.endswith("ly") or item.low in english.once_more or out
    adverb = adverb and item.kind == "word" and not item.capital and item.low not in lex.roles
    return adverb and item_at(items, at + 1).tag not in ("J", "VBN")


@cache
def _about_leads(code: str) -> frozenset[str]:
    """The first words of what stands before a count: "at" of "at least", "as" of "as many as"."""
    return frozenset(told.split()[0] for told in time_words(code).classes.get("about", ())) | {"as"}


def _amount(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "at least 40 people died", "nearly a third fled": what is counted begins, and no place."""
    own, led = time_words(lex.code).classes, items[at].low in _about_leads(lex.code)
    for end in range(at + 1, min(at + _ABOUT_WORDS, len(items) - 1)) if led else ():
        most = [items[k].low for k in (at, end - 1)] == ["as", "as"] and end - at == 3  # "as many as"
        if most or " ".join(item.low for item in items[at:end]) in own.get("about", ()):
            first = items[end + (items[end].low in english.indefinite)]
            if first.kind == "number" or any(first.low in own.get(kind, ()) for kind in _COUNTS):
                return True
    return items[at].low == "between" and item_at(items, at + 1).kind == "number"


def _prepositional(items: Sequence[Item], at: int, verb: str, lex: Lexicon) -> tuple[int, str]:
    """A hearer ("to the Daily Post") or a platform ("on Telegram") gives the outlet."""
    preposition = items[at].low
    end = _noun_phrase_end(items, at + 1, lex)
    inner = items[at + 1 : end]
    posted = preposition in lex.own.posted_on and verb in lex.post
    if posted and (platform := _platform(inner, lex)):
        return end, platform
    if preposition in lex.own.to_outlet:
        return end, outlet_name(inner, lex, heard=preposition in lex.own.hearer)
    return end, ""


def _told_abroad(items: Sequence[Item], at: int, lex: Lexicon) -> tuple[int, str]:
    """ "à l'AFP", "sur France Inter", "przekazał PAP": one past the outlet outside English, and its name."""
    first = at + (items[at].low in lex.through)
    first = past(items, first, lambda item: item.low in lex.determiners)
    if first >= len(items):
        return at, ""
    item = items[first]
    if first > at and item.kind == "quote" and len(item.text.split()) <= _NAME_WORDS:
        end = first + 1
        if item_at(items, end).text == "-" and item_at(items, end + 1).capital:
            end += 2  # "der „Bild“-Zeitung"
        return end, in_marks(item)
    last = past(items[: first + _NAME_WORDS], first, is_capital)
    name = outlet_name(items[first:last], lex)
    return (last, name) if name else (at, "")


def _platform(inner: Sequence[Item], lex: Lexicon) -> str:
    """The platform among the words, with the capitals of the text."""
    runs = (inner[first:last] for first in range(len(inner)) for last in range(len(inner), first, -1))
    named = (run for run in runs if " ".join(item.low for item in run) in lex.platforms)
    return " ".join(item.text for item in next(named, ()))


def bare_clause(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """Whether a clause with a verb of its own begins at ``at``, not merely an object."""
    if items[at].low in lex.pronouns or items[at].low in lex.own.empty_subject:
        return True
    for here, item in enumerate(items[at : at + 9], at):
        if here > at and item.low in english.clause_opener:
            return False
        if item.low in lex.own.to or (here > at and items[here - 1].low in lex.own.to):
            continue
        if item.text in ",;.:—–―":
            return False
        if item.low in english.finite and not item.capital and not lex.strict_that:
            return True
    return False


def clause_follows(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """Whether what begins at ``at`` shows a finite verb: "the man died at dawn", not "losses at sea"."""
    if bare_clause(items, at, lex):
        return True
    for here in range(at + 1, min(len(items), at + 12)):
        item, before = items[here], items[here - 1]
        if item.text in ",;:—–―." or item.low in lex.conjunctions or item.low in lex.relatives:
            return False
        if item.kind != "word" or item.capital or before.low in lex.prepositions:
            continue
        described = before.low in lex.determiners or before.kind == "possessive" or before.low.endswith("ly")
        follows = item_at(items, here + 1).low
        if item.low in PASTS and not described:
            return True
        if item.low.endswith("ed") and not described and follows not in lex.own.behind_participle:
            return True
    return False
