"""A sentence that only names who told the one before in, that speaker and the outlet out.

Newsrooms outside English set the source in a sentence of its own: "Про це повідомила поліція", "Das teilte
die Bahn mit". It states nothing itself; it gives the fact before it its speaker.
"""

import re
from dataclasses import dataclass

from ...language import known_languages, language, pattern_of, words
from .lexicon import Lexicon, lexicon
from .line import Line
from .outlets import outlet_name
from .phrases import Phrase, read_phrase
from .placed import impersonal, place_behind
from .subject import after_verb
from .tail import names_outlet
from .tokens import DASHES, Item, in_marks

_LONGEST = 30  # words; a longer sentence tells something of its own
_BEFORE_VERB = 10  # words
_SKIPPED = words("том цьому этом tym o про об це")
_OPENS_WITH_DASH = re.compile(rf"[{DASHES[1:]}]\s*(?P<words>[^\W\d_]+(?: [^\W\d_]+)?)")
_QUOTES = re.compile(r"[«»„“”\":?!]")


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


def read_credit(line: Line) -> Credit | None:
    """Whom the sentence names: "Об этом сообщил «Интерфаксу» источник в полиции"."""
    items, text, lex = line.items, line.text, line.lex
    verbs = (at for at, item in enumerate(items) if item.low in lex.say or impersonal(item.low, lex))
    verb = next(verbs, -1)
    if verb < 0:
        return None
    if placed := place_behind(line, verb) if impersonal(items[verb].low, lex) else None:
        return Credit(placed, outlet_name(items[:verb], lex))
    if teller := _cited(items, lex) or _teller_ahead(items[:verb], lex):
        named = read_phrase(teller, text, lex)
        return Credit(named) if named else None
    told = names_outlet(items, verb + 1, lex)
    subject = after_verb(items, verb + told, text, lex)
    if subject is None or subject.phrase.pronoun:
        return None
    behind = "" if subject.phrase.name else outlet_name(items[subject.last + 1 :], lex)
    return Credit(subject.phrase, in_marks(items[verb + 1]) if told else behind)


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
