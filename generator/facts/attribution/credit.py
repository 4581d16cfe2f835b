"""A sentence that only names who told the one before in, that speaker and the outlet out.

Newsrooms outside English set the source in a sentence of its own: "Про це повідомила поліція", "Das teilte
die Bahn mit". It states nothing itself; it gives the fact before it its speaker.
"""

import re
from dataclasses import dataclass
from itertools import takewhile

from ...language import known_languages, language, pattern_of, words
from .lexicon import Lexicon, lexicon
from .outlets import outlet_name
from .phrases import Phrase, name_behind_place, read_phrase
from .subject import told_to
from .tokens import DASHES, Item, in_marks, item_at

_LONGEST = 30  # words; a longer sentence tells something of its own
_BEFORE_VERB = 10  # words
_DAYS = 2  # words at most before the verb: "в середу"
_SKIPPED = words("том цьому этом tym o про об це журналістам журналистам dziennikarzom")
_OPENS_WITH_DASH = re.compile(rf"[{DASHES[1:]}]\s*(?P<words>[^\W\d_]+(?: [^\W\d_]+)?)")
_QUOTES = re.compile(r"[«»„“”\":?!]")
_PARTICLES = frozenset({"mit", "an", "bekannt"})


def only_credits(sentence: str, lang: str) -> bool:
    """Whether ``sentence`` does nothing but name who told what the sentence before says."""
    found = pattern_of(lang, "credits").match(sentence.strip(' «»"“”'))
    names = bool(found) or _told_in_any_way(sentence, lang) or signs_above(sentence, lang)
    return names and len(sentence.split()) <= _LONGEST


def _told_in_any_way(sentence: str, lang: str) -> bool:
    """ "Об этом 5 мая проинформировала прокуратура": any verb of saying behind the lead, and nothing told."""
    found = pattern_of(lang, "credit-lead").match(sentence)
    if found is None:
        return False
    words, lex = re.findall(r"\w+|,", sentence[found.end() :].lower())[:_BEFORE_VERB], lexicon(lang)
    told = language(lang).forms("past", "present", "narrated")
    first = next((word for word in words if word == "," or told.fullmatch(word)), "")
    return lex.surely_says(first) and lex.that.isdisjoint(words)  # not "Про це місто мріяв кожен, сказав мер"


def signs_above(sentence: str, lang: str) -> bool:
    """ "— powiedziała Anna Wilk.": a dash and the verb open it, and nothing is quoted; what stands above it was said."""
    found = _OPENS_WITH_DASH.match(sentence) if lang in known_languages() and lang != "en" else None
    lex = lexicon(lang)
    words = found["words"].lower().split() if found else ()
    verb = next((word for word in words if word not in lex.helpers), "")
    return lex.surely_says(verb) and not _QUOTES.search(sentence) and ", " + DASHES[1] not in sentence


@dataclass(frozen=True, slots=True)
class Credit:
    """Who told it, and the outlet that was told."""

    phrase: Phrase
    via: str = ""


def read_credit(items: tuple[Item, ...], text: str, lex: Lexicon) -> Credit | None:
    """The speaker behind the verb: "Об этом сообщил «Интерфаксу» источник в полиции"."""
    verb = next((at for at, item in enumerate(items) if item.low in lex.say or _of_paper(item.low, lex)), -1)
    if verb < 0:
        return None
    if placed := _place_behind(items, verb, lex):
        named = read_phrase(placed, text, lex)
        return Credit(named, outlet_name(items[:verb], lex)) if named else None
    if teller := _cited(items, lex) or _teller_ahead(items[:verb], lex):
        named = read_phrase(teller, text, lex)
        return Credit(named) if named else None
    first, via = _teller_at(items, verb + 1, lex)
    last = first
    while last < len(items) and items[last].text not in (",", ".", ";", ":", "—", "–", "("):
        if _told_on(items, last, lex):
            break
        last += 1
    phrase = read_phrase(items[first:last], text, lex) if last > first else None
    if phrase is None or phrase.pronoun:
        return None
    return Credit(phrase, via or (outlet_name(items[last:], lex) if not phrase.name else ""))


def _place_behind(items: tuple[Item, ...], verb: int, lex: Lexicon) -> tuple[Item, ...]:
    """ "Об этом ТАСС сообщили в мэрии": behind a verb of many the body that speaks, whoever was told before it."""
    of_many = lex.names_decline and language(lex.code).whole("impersonal").fullmatch(items[verb].low)
    if not of_many or not lex.leads_place(item_at(items, verb + 1).low):
        return ()
    head = tuple(takewhile(lambda item: item.kind == "word", items[verb + 2 :]))
    speaks = any(lex.is_body(item.low) for item in head) or (bool(head) and head[0].text.isupper())
    return head if speaks and head[0].low not in lex.times | lex.through else ()


def _cited(items: tuple[Item, ...], lex: Lexicon) -> tuple[Item, ...]:
    """ "Об этом пишет «Порт» со ссылкой на мэрию", "… powołując się na policję": whoever the outlet has it from."""
    row = language(lex.code).whole("citing")
    at = next((at for at, item in enumerate(items) if row.fullmatch(item.low)), len(items))
    led = (k + 1 for k in range(at + 1, min(at + 3, len(items))) if items[k].low in lex.prepositions)
    first = next(led, len(items))
    last = next((k for k in range(first, len(items)) if items[k].kind != "word"), len(items))
    return items[first:last]


def _teller_ahead(items: tuple[Item, ...], lex: Lexicon) -> tuple[Item, ...]:
    """ "Про це мер міста повідомив", "O tym burmistrz Wilk poinformował": who told it, before the verb."""
    small = lex.about | lex.helpers | _SKIPPED
    first = next((at for at, item in enumerate(items) if item.low not in small), 0)
    who = items[first:] if first and lex.names_decline else ()
    tells = who and (lex.is_role(who[0].low) or who[0].low in lex.pronouns or who[0].capital)
    return who if tells and (who[0].low not in lex.stop or who[0].low in lex.pronouns) else ()


def _of_paper(low: str, lex: Lexicon) -> bool:
    """ "говорится", "czytamy": what a paper says."""
    return language(lex.code).whole("in-a-paper").fullmatch(low) is not None


def _teller_at(items: tuple[Item, ...], first: int, lex: Lexicon) -> tuple[int, str]:
    """Where who told it begins, past helpers, times and the outlet in marks; and that outlet."""
    via = ""
    while first < len(items):
        item = items[first]
        if item.kind == "quote" and item_at(items, first + 1).kind == "word":
            via, first = in_marks(item), first + 1
        elif item.low in lex.helpers or item.low in _SKIPPED or told_to(items, first, lex):
            first += 1
        elif item.low in lex.times or lex.leads_place(item.low):
            first = _past(items, first, lex)
        else:
            break
    return first, via


def _told_on(items: tuple[Item, ...], at: int, lex: Lexicon) -> bool:
    """A time, a place or half of the verb stands behind the teller."""
    low = items[at].low
    placed = low in lex.prepositions and items[at - 1].low not in lex.anonymous
    named = lex.names_decline and name_behind_place(items, at, lex) > 0
    return (placed and not named) or low in lex.times or low in _PARTICLES


def _past(items: tuple[Item, ...], first: int, lex: Lexicon) -> int:
    """Past a time or place between verb and speaker: "am Donnerstag", "в середу", "у Telegram"."""
    at = first + 1
    while at < len(items) and at - first <= _DAYS and items[at].low not in lex.roles:
        at += 1
        if items[at - 1].low in lex.times or items[at - 1].capital:
            break
    return at
