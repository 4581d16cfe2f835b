"""A sentence that is not English and its annotation in; what each token says of the time of its clause, out.

Verbs tell by their tense, words of what is planned by the language's list; what the annotation does not know as a
verb tells by its ending.
"""

from collections.abc import Iterator
from itertools import pairwise

from ..language import known_languages, language
from ..text.annotation import Annotation, VerbGroup
from .lexicon import lexicon
from .tokens import Tokens
from .verbs import FUTURE, MARKS, PAST, PRESENT, SAYS_WHEN, Told

_SHORT = 4  # letters
_CLAUSE_WORDS = 2  # "dokładnie 27 grudnia" only says the day again
_HELPED = 3  # tokens
_TIMES = SAYS_WHEN | {"U"}
_TENSES = {"past": PAST, "perfect": PAST, "pluperfect": PAST}


def read_abroad(tokens: Tokens, form: Annotation) -> Told:
    """What the tokens tell, with the stretches whose times stand in front of a verb."""
    told = Told([0] * len(tokens.lows))
    at_start = {start: at for at, start in enumerate(tokens.starts)}
    for verb in (clause.verb for clause in form.clauses):
        for place in {verb.first, verb.last}:
            if (at := at_start.get(form.tokens[place].start)) is not None:
                told.ways[at] = _finite(tokens, form.tokens[verb.first].low, verb)
    for at, tag in enumerate(tokens.tags):
        way = _by_list(tokens, at) or told.ways[at] or _by_ending(tokens, told, at)
        told.ways[at] = 0 if tag in SAYS_WHEN else way
    for first, last in _stretches(tokens):
        if not any(told.ways[first:last]):
            _mark_unled(tokens, told, first, last)
        verb_at = next((at for at in range(first, last) if told.ways[at]), None)
        if verb_at is not None:
            told.fronts.append((tokens.starts[first], tokens.starts[verb_at]))
    return told


def _finite(tokens: Tokens, lead: str, verb: VerbGroup) -> int:
    """What a verb tells with its helper; "est arrivé" and "ist gesperrt" tell of what has been."""
    own = lexicon(tokens.lang).own
    planned = verb.word in own.future and verb.tense in ("present", "perfect")
    if verb.tense != "present" or planned:
        return FUTURE if planned else _TENSES.get(verb.tense, FUTURE)  # "ist geplant"
    german = language("de").forms(
        "participle"
    )  # "hat" may have one beyond a mark; "sind am Freitag fällig" has none
    done = tokens.lang != "de" or any(map(german.fullmatch, tokens.lows))
    if verb.first != verb.last or (lead in own.past and done):
        return PAST
    return 0 if lead in own.beside.get("no-verb", ()) else PRESENT  # "teilt am Freitag mit"


def _by_list(tokens: Tokens, at: int) -> int:
    """``prévu``, ``geplant``; "entre lundi et mardi" is none, "entre en vigueur" is."""
    own, low = lexicon(tokens.lang).own, tokens.lows[at]
    role = low in own.roles and tokens.tag(at + 1) != "i"
    return FUTURE if low in own.future and not role else 0


def _by_ending(tokens: Tokens, told: Told, at: int) -> int:
    """A word that only its ending shows to be a verb; behind one of what is to come it is that one's: "będzie miał"."""
    own, low = lexicon(tokens.lang).own, tokens.lows[at]
    if low.endswith(own.future_endings):
        return FUTURE
    noun = tokens.capital(at) and (at > 0 or tokens.lang == "de")  # "Brukseli", "Verband", "Zustand"
    noun = noun or tokens.tags[at] != "x" or low in own.beside.get("no-verb", ())  # "дело", "udział"
    if low not in own.past and (noun or len(low) < _SHORT or not low.endswith(own.past_endings)):
        return 0
    return FUTURE if FUTURE in told.ways[max(0, at - _HELPED) : at] else PAST


def _stretches(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The runs of tokens between marks and joining words."""
    joining = language(tokens.lang).used_as("joiner") if tokens.lang in known_languages() else frozenset()
    cuts = [at for at, low in enumerate(tokens.lows) if low in MARKS or low == "," or low in joining]
    return ((first + 1, last) for first, last in pairwise((-1, *cuts, len(tokens.lows))))


def _mark_unled(tokens: Tokens, told: Told, first: int, last: int) -> None:
    """Where past forms show, a stretch without one tells of now: ``W poniedziałek rada zajmie się planem``."""
    own = lexicon(tokens.lang).own
    inside = [at for at in range(first, last) if tokens.tags[at] == "x"]
    if not own.present_endings or len(inside) < _CLAUSE_WORDS:
        return
    before = language(tokens.lang).used_as("preposition")
    for at in inside:
        low, free = tokens.lows[at], not tokens.capital(at) and tokens.low(at - 1) not in before
        beside = tokens.lang != "de" or (tokens.tag(at - 1) in _TIMES and not low.startswith("ge"))
        if free and beside and len(low) >= _SHORT and low.endswith(own.present_endings):
            told.ways[at] = PRESENT
            return
