"""A verb of reporting with its speaker behind it, inside or ahead of what is told, in; the speech out.

Languages other than English turn the verb round: "Le pont, explique le maire, est vieux"; "Am Montag sagte Vogt, die
Brücke sei alt"; "Про закриття мосту повідомив мер".
"""

from collections.abc import Sequence

from ...language import united
from .edges import COORDINATION, tells
from .lexicon import Lexicon
from .line import Line, report_at
from .reported import Form, Part, Reported
from .sides import clause_left, clause_right, from_quote
from .subject import Subject, after_verb, in_front, subject_of, without_hearer
from .tail import read_tail
from .tokens import DASHES, END, Item, back, is_mark, item_at, run_before

_TOPIC = 16  # items of a topic that opens its sentence
_GENITIVE = ("der", "des")
_LEADS = 3  # words of an adverb that leads on
_FEW = 2  # words behind the speaker that still tell only when or where


def read_turned(line: Line, at: int, floor: int) -> tuple[Reported | None, Subject | None]:
    """The speech that the verb at ``at`` reports when its speaker stands behind it."""
    items, lex = line.items, line.lex
    verb = items[at].low
    if not lex.strict_that or (verb not in lex.say and verb not in lex.act):
        return None, None
    subject = after_verb(items, at, line.text, lex)
    if subject is None or subject.phrase.pronoun in ("i", "we"):
        return None, None
    subject, told = without_hearer(items, subject, line.text, lex)
    subject = _cut(line, at, subject)
    form: Form = "indirect"
    parts = _between(line, at, subject, floor)
    if not parts:
        parts, form = _second(line, at, subject)
    if not parts:
        parts, form = _topic(line, at, subject), "act"
    if not parts:
        return None, None
    via = told or read_tail(items, subject.last, lex).via
    return report_at(line, parts, form, at, at, subject.phrase, via), subject


def _between(line: Line, at: int, subject: Subject, floor: int) -> list[Part]:
    """ "Le pont, explique le maire, est vieux": the words on both sides of a pair of marks."""
    items, lex = line.items, line.lex
    opens = back(items, at - 1, lambda item: item.low in lex.helpers)
    closes = subject.last + 1
    marked = items[opens].text in DASHES and item_at(items, closes).text in DASHES
    if not marked or item_at(items, closes + 1) is END:
        return []
    if (items[opens].text == ",") != (items[closes].text == ","):
        return []  # "– Nie – mówi Anna Wilk, matka ucznia"
    after = _past_apposition(items, closes, subject, lex)
    lead = items[after]
    if _adverb_led(items, opens, closes, lex):  # "Por otro lado, explicó la alcaldesa, el puente está viejo"
        return clause_right(line, after if after < len(items) - 1 else closes + 1)
    if after == len(items) - 1:
        return clause_left(line, opens, floor)  # "Le pont est vieux, explique Roche, maire de la ville."
    joining = united(lex.prepositions, lex.determiners, lex.conjunctions, lex.relatives, lex.that)
    if lead.kind != "word" or lead.capital or lead.low in united(joining, lex.participle, lex.times):
        return []
    left = clause_left(line, opens, floor)
    if not left and opens == 1 and items[0].low not in lex.stop:
        left = [Part(items[0].start, items[0].end)]  # "Міст, пояснила мерка, старий"
    return [*left, *clause_right(line, after)] if left else []


def _adverb_led(items: Sequence[Item], opens: int, closes: int, lex: Lexicon) -> bool:
    """ "Enfin, explique Roche, la ville paiera": only an adverb leads on; not "Roche, explique le maire, est parti"."""
    lead, rest = items[:opens], items[closes + 1 :]
    small = united(lex.stop, lex.prepositions, lex.helpers, lex.conjunctions)
    led = lead[0].low in small - lex.determiners - lex.pronouns.keys() or (
        len(lead) == 1 and (rest[0].low in lex.determiners or rest[0].capital)
    )
    named = any(one.capital or one.kind != "word" for one in lead[1:])
    other = named or lex.nouns_capital or len(lead) > _LEADS
    return led and not other and any(tells(items, k, lex) for k in range(closes + 1, len(items)))


def _cut(line: Line, verb: int, subject: Subject) -> Subject:
    """ "forderte Vogt eine Brücke", "… Vogt mehr Geld": the speaker ends where a small word opens the object."""
    items, lex = line.items, line.lex
    if not lex.nouns_capital:
        return subject
    held = () if items[verb].low in lex.particles else _GENITIVE  # "warf Vogt der Bahn Versagen vor"
    goes_on = united(lex.prepositions, COORDINATION) - lex.determiners | {*held}
    for at in range(subject.first + 1, subject.last + 1):
        if items[at].text.islower() and items[at].low not in goes_on and items[at - 1].capital:
            return subject_of(items, subject.first, at - 1, line.text, lex) or subject
    return subject


def _past_apposition(items: Sequence[Item], closes: int, subject: Subject, lex: Lexicon) -> int:
    """The item that goes on behind the speaker's comma, past what it tells of him: ", maire de la ville, est"."""
    after = closes + 1
    named = subject.phrase.start > items[closes].start  # "… Иван Белов"
    if named or items[after].low in united(lex.roles, lex.determiners, lex.relatives):
        return next((k for k in range(after, len(items) - 1) if items[k].text == ","), len(items) - 2) + 1
    return after


def _second(line: Line, at: int, subject: Subject) -> tuple[list[Part], Form]:
    """ "Am Montag sagte Vogt, die Brücke sei alt": one phrase, the verb, and then who speaks."""
    items, lex = line.items, line.lex
    if any(item.kind != "word" and item.kind != "number" for item in items[:at]):
        return [], "indirect"
    lead = items[0].low
    led = united(lex.prepositions, lex.times, lex.helpers, lex.stop)
    if at and lead not in led and not in_front(items, 0, at, lex):
        return [], "indirect"
    tail = read_tail(items, subject.last, lex)
    if not lex.nouns_capital:
        return (clause_right(line, tail.at) if tail.kind == "that" else []), "indirect"
    if tail.kind == "quote":
        return from_quote(line, tail.at), "direct"
    if tail.kind in ("that", "colon"):
        return clause_right(line, tail.at), "indirect"
    sure = tail.at == subject.last + 1 and items[at].low not in {*lex.particles, *lex.act}
    if tail.kind == "comma" and _clause_behind(items, tail.at, lex, sure=sure):
        return clause_right(line, tail.at + 1), "indirect"
    object_at = _past_comma_aside(items, subject.last + 1, lex)
    if items[at].low in lex.act and item_at(items, object_at).kind == "word":
        return clause_right(line, object_at), "act"
    return [], "indirect"


def _clause_behind(items: Sequence[Item], comma: int, lex: Lexicon, *, sure: bool) -> bool:
    """What the comma opens is told: in the mood of reported speech, or a clause that begins with no word of another."""
    if any(item.low in lex.reporting_mood for item in items[comma + 1 :]):
        return True
    verb = run_before(items, len(items), is_mark) - 1
    if sure and "zu" in (items[verb - 1].low, items[verb - 2].low):
        return True  # "gestand der Angeklagte, das Auto gestohlen zu haben"
    lead = item_at(items, comma + 1).low
    other = united(lex.conjunctions, lex.relatives, lex.prepositions, lex.roles, lex.that, lex.as_words)
    return sure and bool(lead) and lead not in other


def _past_comma_aside(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """Past what the commas behind a speaker tell of him."""
    if item_at(items, at).text != "," or item_at(items, at + 1).low in lex.that:
        return at
    return next((k + 1 for k in range(at + 1, len(items)) if items[k].text == ","), len(items))


def _topic(line: Line, at: int, subject: Subject) -> list[Part]:
    """ "Про закриття мосту повідомив мер", "Así lo explica la alcaldesa": what was told, by its topic alone."""
    items, lex = line.items, line.lex
    led = items[0].low in lex.about or (items[at].low in lex.act and in_front(items, 0, at, lex))
    if not led or at > _TOPIC or any(item.kind == "quote" for item in items[:at]):
        return []
    if any(item.text in ",;:" for item in items[:at]):
        return []
    rest = [item for item in items[subject.last + 1 :] if item.kind == "word"]
    last = items[at - 1] if len(rest) <= _FEW and at > _FEW else items[-1]
    return [Part(items[0].start, last.end)]
