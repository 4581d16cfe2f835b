""" "According to X" in, what X is given as the source of out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ...language import english, everywhere, time_words, united
from .edges import left_edge, plausible, tells, time_begins
from .lexicon import Lexicon
from .line import Line, according_at, report_at
from .outlets import outlet_name
from .phrases import Phrase, read_phrase, told_by
from .placed import impersonal, place_behind
from .reported import Part, Reported
from .sides import clause_left, clause_right, quote_before, resumed
from .subject import after_verb
from .tokens import Item, item_at, run_before

_BRACKET = 3  # items of a body's letters in brackets
_CLAUSE = 20  # items of "as X said" with its comma
_ENDS_SOURCE = (",", ";", ":", "—", "–", ".")
_CLOSES = (",", ";", ".", "—", "–", ")", ":")
_APPOSED = 10  # items of what a source is said to be
_DUTY = 4  # small words of what a minister is minister of, and the name
_LISTED = 3  # commas up to the name of who is in charge of several things
_REMINDS = 2  # items of a word with its comma
_WE = ("мо", "ним", "jmy", "pelons")  # "Нагадаємо, як повідомив мер, …", "Напомним, по словам мэра, …"
_LEAD = 5  # items of an adverb or a phrase of time with its comma


def of_view(line: Line, at: int) -> bool:
    """ "Pour Anne Roche, « le pont est vieux »": whose view the quotation is that follows at once."""
    items = line.items
    if at or items[0].low not in everywhere.in_view_of:
        return False
    comma = next((k for k in range(2, min(len(items) - 1, _CLAUSE)) if items[k].text == ","), 0)
    return comma > 0 and items[comma + 1].kind == "quote"


def read_according(line: Line, at: int, found: list[Reported]) -> list[Reported] | None:
    """ "According to X, …" and "…, according to X"; an outlet behind a named speaker is what it came through."""
    items, lex = line.items, line.lex
    first = at + max(1, according_at(line, at))
    if items[at].low == "zufolge":
        return _behind_source(line, at, found)
    if whose := next((item for item in items[at:first] if item.low in lex.whose), None):
        return _in_words_of(line, at, first, whose, found)
    last = _source_mark(line, at, first)
    if amid := _amid(line, at, first, last):
        return [amid] if not found else None
    trimmed = _source_end(items, first, last, lex)
    source = _source(line, first, trimmed)
    if source is None or _told_of(line, at, found) or _joined(line, at, last):
        return None
    last, source = _named_behind(line, last, source)
    opening, outlet = _nothing_told(line, at), outlet_name(items[first:trimmed], lex)
    through = outlet or (source.words if told_by(source, lex) == "message" else "")
    if not opening and found and through and found[-1].form != "act":
        return [*found[:-1], replace(found[-1], via=found[-1].via or through)]
    parts = _told_behind(line, last, source) if opening else _told_before(line, at, last, source)
    via = "" if outlet else _seen_by(items[first:last])
    return [*found, report_at(line, parts, "according", at, first - 1, source, via)] if parts else None


def _named_behind(line: Line, comma: int, source: Phrase) -> tuple[int, Phrase]:
    """ "selon le maire de Roche, Paul Castel, …": where the source ends, and who it is by the name between the commas."""
    items, lex = line.items, line.lex
    role = lex.strict_that and not source.name and not source.pronoun and item_at(items, comma).text == ","
    ends = [k for k in range(comma + 1, len(items)) if items[k].text in (",", ".")] if role else []
    for begin, end in pairwise([comma, *ends[:_LISTED]]):  # "… en obras, deportes y cultura, Juan Tilo, …"
        inner = items[begin + 1 : end]
        named = read_phrase(inner, line.text, lex) if 2 <= len(inner) <= _DUTY else None
        if named is not None and named.name and all(item.text.istitle() for item in inner):
            return end, named.with_titles(source.titles)
    return comma, source


def _told_of(line: Line, at: int, found: list[Reported]) -> bool:
    """ "Roe said that, according to Doe, …": all of it is Roe's."""
    before = line.items[max(0, at - 2) : at]
    return bool(found) and len(before) == 2 and before[1].text == "," and before[0].low in line.lex.that


def _joined(line: Line, at: int, last: int) -> bool:
    """ "run by the city and according to its rules": one phrase of the sentence more, and nobody's word."""
    joined = at > 1 and line.items[at - 1].low in line.lex.conjunctions
    return joined and all(item.kind == "punct" for item in line.items[last:])


def _in_words_of(
    line: Line, at: int, first: int, whose: Item, found: list[Reported]
) -> list[Reported] | None:
    """ "За його словами, …": the pronoun stands among the words for "according to"."""
    gender = line.lex.whose[whose.low]
    phrase = Phrase(whose.start, whose.end, whose.text, pronoun=gender, gender=gender)
    after = first + (item_at(line.items, first).text == ",")
    amid = at > 1 and item_at(line.items, first).kind == "word"  # "Die Brücke ist seiner Ansicht nach marode"
    parts = [_whole(line)] if amid else (clause_right(line, after) if at <= 1 else clause_left(line, at, 0))
    return [*found, report_at(line, parts, "according", at, first - 1, phrase)] if parts else None


def _amid(line: Line, at: int, first: int, last: int) -> Reported | None:
    """ "Dabei wurde laut Polizei niemand verletzt": no mark parts the source from the sentence, which stays whole."""
    items, lex = line.items, line.lex
    if not at or items[at - 1].kind != "word" or not lex.strict_that:
        return None
    end = _noun_phrase(items, first, last, lex)
    if not end or end >= len(items) or items[end].text in _ENDS_SOURCE:
        return None
    placed = items[end].low in lex.prepositions and item_at(items, last).text == ","
    if placed and all(item.capital for item in items[end + 1 : last]):
        return None  # "que según el delegado en Soria, Juan Tilo, fue cerrado"
    source = _source(line, first, end)
    return report_at(line, [_whole(line)], "according", at, first - 1, source) if source else None


def _whole(line: Line) -> Part:
    """All of a sentence but its last marks."""
    return Part(line.items[0].start, next(item.end for item in reversed(line.items) if item.kind != "punct"))


def _source_mark(line: Line, at: int, first: int) -> int:
    """The item behind the source that begins at ``first``: a mark, a quotation, the verb of the clause."""
    items = line.items
    ends = (k for k in range(first, len(items)) if items[k].kind == "quote" or items[k].text in _ENDS_SOURCE)
    last = next(ends, len(items))
    if at or last == first:
        return last
    last = next((k for k in range(first + 1, last) if _verb_second(line, k)), last)
    closed = item_at(items, last).text == ","
    clauses = (k for k in range(first + 1, last) if _clause_begins(items, k, line.lex))
    if not closed and (clause := next(clauses, 0)):
        return clause
    if closed or line.lex.nouns_capital or not line.lex.strict_that:
        return last
    bare = _noun_phrase(items, first, last, line.lex)
    return bare if 0 < bare < last - 1 else last  # "Według policji objazdy potrwają"


def _source(line: Line, first: int, last: int) -> Phrase | None:
    """Who is given as the source; nobody in "according to plan"."""
    items = line.items[first:last]
    if told := _told_by_pronoun(items, line.lex):
        return told
    near = items[:2] if line.lex.drops_subject else ()
    verb = next((item for item in near if item.low in line.lex.say and item.low not in line.lex.roles), None)
    if verb and (verb is items[0] or items[0].low in line.lex.helpers):
        return Phrase(verb.start, verb.end, verb.text, pronoun="same")  # "Según ha explicado al jurado «…»"
    source = _of_compound(read_phrase(items, line.text, line.lex), line.lex) if items else None
    if line.lex.nouns_capital and not any(item.capital for item in items):
        return None  # "war laut geworden"
    if source is None or any(item.low in english.unspoken for item in line.items[first : first + 3]):
        return None
    gender = line.lex.sources.get(items[0].low) if len(items) == 1 else None
    return replace(source, pronoun=gender, gender=gender) if gender else source  # "Selon lui"


def _of_compound(source: Phrase | None, lex: Lexicon) -> Phrase | None:
    """ "laut Polizeiangaben", "Gewerkschaftsangaben zufolge": the first part of the word is the source."""
    if source is None or not lex.nouns_capital or not source.words.endswith("angaben"):
        return source
    return replace(source, words=source.words.removesuffix("angaben").removesuffix("s"), name="")


def _told_by_pronoun(items: Sequence[Item], lex: Lexicon) -> Phrase | None:
    """ "Selon ce qu'il a dit", "according to what she said": whoever the pronoun is speaks."""
    for one, whose in pairwise(items[:3]):
        if (lex.relates(one.low) or one.low in lex.that) and whose.low in lex.pronouns:
            gender = lex.pronouns[whose.low]
            return Phrase(whose.start, whose.end, whose.text, pronoun=gender, gender=gender)
    return None


def _nothing_told(line: Line, at: int) -> bool:
    """Only marks, "but" or an adverb stand before the source."""
    led = all(item.kind == "punct" or item.low in line.lex.own.adds_nothing for item in line.items[:at])
    return led or _after_adverb(line, at)


def _told_behind(line: Line, last: int, source: Phrase) -> list[Part]:
    """ "According to X, …"."""
    comma = item_at(line.items, last).text == ","
    return clause_right(line, _past_aside(line, last + comma, source))


def _told_before(line: Line, at: int, last: int, source: Phrase) -> list[Part]:
    """ "…, according to X", and what goes on behind it and what X is."""
    if quoted := quote_before(line, at - 1):
        return [quoted]
    items, parts = line.items, clause_left(line, at, 0)
    behind = next((k for k in range(last + 1, len(items)) if items[k].text in (",", ".")), len(items))
    last = behind if _apposes(items[last + 1 : behind], source, line.lex) else last
    goes_on = parts and item_at(items, last).text == ","
    return parts + resumed(line, last) if goes_on else parts


def _behind_source(line: Line, at: int, found: list[Reported]) -> list[Reported] | None:
    """ "Vogt zufolge ist die Brücke alt": the source stands before the word."""
    items, lex = line.items, line.lex
    first = left_edge(items, at - 1, lex) if at else 0
    told = {word for phrase in lex.according for word in phrase[1:]}
    of = everywhere.of
    whose = (k + 2 for k in range(first, at - 2) if items[k].low in told and items[k + 1].low in of)
    small = run_before(items, at, lambda item: item.low in lex.determiners | told)  # "den Angaben zufolge"
    small = at - 1 if small == at and items[at - 1].low.endswith("angaben") else small
    own = small < at and items[at - 1].low not in lex.determiners
    first = small if own else next(whose, first)  # "Ersten Angaben der Polizei zufolge"
    same = all(item.low in lex.determiners | told for item in items[first:at])  # "Den Angaben zufolge"
    source = _of_compound(read_phrase(items[first:at], line.text, lex), lex) if at else None
    if source is None or not plausible(items, first, at - 1, lex):
        return None
    source = replace(source, pronoun="same") if same else source
    parts = [*clause_left(line, first, 0), *clause_right(line, at + 1)]
    return [*found, report_at(line, parts, "according", first, at, source)] if parts else None


def _noun_phrase(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
    """The end of a source that no mark closes, by its nouns: "laut Polizei niemand"; 0 when it cannot be seen."""
    end = first
    while True:
        noun = next((k for k in range(end, min(end + _DUTY, last)) if _tells_who(items, k, lex)), None)
        if noun is None or any(items[k].low in lex.determiners for k in range(end + 1, noun)):
            return end if end > first else 0
        end = noun + 1
        for at in range(end, min(end + _DUTY, last - 1)):
            if lex.names_decline and items[at].capital and items[at + 1].capital:
                end = at  # "Zdaniem ministra spraw zagranicznych Jana Wilka most …"
                break
        while end < last and _tells_who(items, end, lex) and not _of_its_own(items, end, lex):
            end += 1
        if end + 1 >= last or items[end].low not in everywhere.of:
            return end
        end += 1  # "fuentes del ministerio"


def _tells_who(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A name or a role stands there, and no time."""
    item = items[at]
    edges = time_words(lex.code).classes.get("edge", {})  # "Ende", "Anfang": what a date may begin with
    named = item.capital and not time_begins(items, at, lex) and item.low not in edges
    return named or lex.is_role(item.low)


def _of_its_own(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "laut Polizei Schüsse", "según la policía vecinos": the noun goes on with the sentence."""
    own = items[at].capital or (lex.names_decline and items[at - 1].low not in lex.bodies)
    return not own or (lex.nouns_capital and items[at - 1].low in lex.bodies)


def read_as_told(line: Line, at: int) -> Reported | None:
    """ "Як повідомила поліція, …", "…, wie die Stadt mitteilte": a clause that only says who told it."""
    items, lex = line.items, line.lex
    if at and items[at - 1].text not in (",", ";", "—", "–", "(") and items[at - 1].kind != "quote":
        return None
    end, named = _past_name(line, at, _clause_ends(items, at))
    if end == at:
        return None
    end = _past_what_it_is(items, end, lex)
    source = named or _teller(line, at, end) or _told_on(line, at, end)
    parts = _told_around(line, at, end)
    return report_at(line, parts, "according", at, end - 1, source) if source and parts else None


def _past_name(line: Line, at: int, end: int) -> tuple[int, Phrase | None]:
    """ "wie der Sprecher, Jan Vogt, auf Anfrage mitteilte, …": where the German clause ends behind a name in commas, and that."""
    items, lex = line.items, line.lex
    if end == at or not lex.nouns_capital or any(item.low in lex.say for item in items[at + 1 : end]):
        return end, None
    aside = _clause_ends(items, end)
    named = read_phrase(items[end:aside], line.text, lex) if item_at(items, aside).text == "," else None
    return (_clause_ends(items, aside), named) if named and named.name else (end, None)


def _clause_ends(items: Sequence[Item], at: int) -> int:
    """The mark that closes the clause at ``at``, past brackets: "wie der Deichbund (DB) mitteilte,"; ``at`` if it lies far."""
    inside = False
    last = at + _CLAUSE
    for here in range(at + 1, min(len(items), last + _BRACKET)):
        if items[here].text == "(":
            inside, last = True, last + _BRACKET
        elif items[here].text == ")" and inside:
            inside = False
        elif items[here].text in _CLOSES:
            return here if here < last else at
    return len(items) if len(items) - at <= last - at else at


def _past_what_it_is(items: Sequence[Item], comma: int, lex: Lexicon) -> int:
    """ "Як повідомила Анна Коваль, речниця поліції, …": the comma behind what the teller is, where one stands."""
    if item_at(items, comma).text != "," or not items[comma - 1].capital:
        return comma
    lead = comma + 1 + (item_at(items, comma + 1).low in lex.determiners)
    what = item_at(items, lead).low
    if not lex.is_role(what) or lex.is_body(what):
        return comma
    reach = range(lead, min(len(items), lead + _APPOSED))
    closes = next((k for k in reach if items[k].text == ","), comma)
    return comma if any(tells(items, k, lex) for k in range(lead, closes)) else closes


def _told_on(line: Line, at: int, end: int) -> Phrase | None:
    """ "Jak dodał, …": the verb alone, of whoever spoke before."""
    verb = line.items[at + 1] if at + 1 < end else None
    if verb is None or not line.lex.drops_subject or verb.low not in line.lex.say:
        return None
    lex = line.lex
    beside = united(lex.times, lex.helpers, lex.determiners, lex.prepositions)  # "según dijo el lunes"
    led = item_at(line.items, at + 2).low in lex.prepositions  # "según explicó ante el tribunal"
    alone = led or all(item.low in beside for item in line.items[at + 2 : end])
    return Phrase(verb.start, verb.end, verb.text, pronoun="same") if alone else None


def _told_around(line: Line, at: int, end: int) -> list[Part]:
    """What is told behind a clause that opens the sentence, or before it and on: "El puente, según Roche, está viejo"."""
    items, lex = line.items, line.lex
    led = at and items[at - 1].text == ";"
    reminds = at == _REMINDS and items[1].text == "," and items[0].low.endswith(_WE)
    if led or reminds or all(item.kind == "punct" or item.low in lex.conjunctions for item in items[:at]):
        return clause_right(line, end + 1)
    parts = clause_left(line, at - 1, 0)
    if not parts and _after_adverb(line, at):  # "При этом, как сообщил мэр, …"
        lead = Part(items[0].start, items[at - 2].end)
        return [lead] * (items[0].low in lex.prepositions) + clause_right(line, end + 1)
    small = united(lex.prepositions, lex.conjunctions, lex.relatives, lex.that, lex.times)
    follows = item_at(items, end + 1)
    on = follows.kind == "word" and not follows.capital and follows.low not in small
    goes_on = parts and on and items[end].text == ","
    return parts + clause_right(line, end + 1) if goes_on else parts


def _teller(line: Line, at: int, end: int) -> Phrase | None:
    """Who tells in the clause between ``at`` and ``end``; the verb closes it in German and opens it elsewhere."""
    items, lex = line.items[:end], line.lex
    verbs = [k for k in range(at + 1, end) if _says_in(items[at + 1 : end], items[k].low, lex)]
    if not verbs:
        return None
    verb = verbs[-1] if lex.nouns_capital else verbs[0]
    if placed := place_behind(line, verb) if impersonal(items[verb].low, lex) else None:
        return placed
    around = (items[:verb], at) if verb - at > 2 else (items, verb)
    subject = after_verb(*around, line.text, lex)
    lead = subject.first - 1 - (items[subject.first - 1].low in lex.determiners) if subject else 0
    heard = lex.drops_subject and items[lead].low in lex.prepositions  # "según explicó ante el tribunal"
    return subject.phrase if subject and not heard and subject.phrase.pronoun not in ("i", "we") else None


def _says_in(clause: Sequence[Item], low: str, lex: Lexicon) -> bool:
    """A verb of saying, with the word that it needs in the clause: not in "wie es dazu kommen konnte"."""
    needed = lex.particles.get(low)
    if lex.drops_subject and impersonal(low, lex):
        return True  # "Как отмечается в заявлении мэрии"
    told = low in lex.say and low not in lex.roles
    return told and (needed is None or any(item.low in needed for item in clause))


def _seen_by(items: Sequence[Item]) -> str:
    """ "documents seen by the Observer": the outlet that has the papers."""
    for at, item in enumerate(items[:-1]):
        if item.low not in english.by or not at or items[at - 1].low not in english.paper_seen:
            continue
        first = at + 1 + (items[at + 1].text == "the")
        return " ".join(one.text for one in takewhile(lambda one: one.capital, items[first:]))
    return ""


def _after_adverb(line: Line, at: int) -> bool:
    """ "Meanwhile, according to X, …", "On Friday, according to X, …": nothing is told yet."""
    if not _REMINDS <= at <= _LEAD or line.items[at - 1].text != ",":
        return False
    first, lex = line.items[0].low, line.lex
    small = united(lex.times, lex.prepositions, lex.stop - lex.determiners if lex.strict_that else ())
    return first.endswith((*_WE, *lex.adverbs)) or first in english.set_apart or first in small


def _past_aside(line: Line, at: int, source: Phrase) -> int:
    """Past ", which cited officials," and ", the mayor of Ashford," between the source and what it says."""
    items, lex = line.items, line.lex
    comma = next((k for k in range(at, len(items) - 1) if items[k].text == ","), at - 1)
    opens = item_at(items, at).low
    relative = opens in lex.relatives and (lex.strict_that or opens not in lex.that)
    if relative or opens in lex.own.behind_source:
        return comma + 1
    return comma + 1 if comma - at <= _APPOSED and _apposes(items[at:comma], source, lex) else at


def _apposes(inner: Sequence[Item], source: Phrase, lex: Lexicon) -> bool:
    """Items behind a named source say what it is: "the mayor of Ashford", "43"."""
    if not inner or not source.name:
        return False
    described = any(item.low in lex.people for item in inner[:4])
    leads = described and (inner[0].low in lex.determiners or inner[0].low in lex.roles)
    aged = len(inner) == 1 and inner[0].kind == "number"
    return aged or (leads and not any(item.low in lex.second for item in inner))


def _verb_second(line: Line, at: int) -> bool:
    """The finite verb that follows the source without a comma: "Nach Angaben der Stadt kostet …"."""
    item, before = line.items[at], line.items[at - 1]
    if item.low in line.lex.second:
        return True
    small = item.kind == "word" and not item.capital and before.capital
    joined = (
        item.low in united(line.lex.prepositions, line.lex.determiners) or item.low in line.lex.own.and_or
    )
    return line.lex.nouns_capital and small and not joined


def _clause_begins(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """In English a subject follows the source without a comma: "According to police the driver fled"."""
    item, before = items[at], items[at - 1]
    if lex.code != "en" or before.kind != "word":
        return False
    if item.low not in lex.determiners and item.low not in lex.pronouns:
        return False
    return before.low not in united(lex.prepositions, lex.determiners, lex.conjunctions)


def _source_end(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
    """Leave a time or an outlet clause off the source's name: "according to police on Tuesday"."""
    for at in range(first + 1, last):
        if time_begins(items, at, lex) or _clause_begins(items, at, lex):
            return at
        if items[at].low in lex.own.ends_source:
            return at
    return last
