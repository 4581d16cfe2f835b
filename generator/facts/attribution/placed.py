"""A verb whose subject nobody names and the place or paper beside it in, the body that speaks there out.

"В полиции сообщили, что …", "…, повідомили в музеї", "«…», — говорится в сообщении мэрии": the place speaks,
and of a paper whoever put it out.
"""

from collections.abc import Sequence
from dataclasses import replace

from ...language import language, united
from .edges import tells
from .lexicon import Lexicon
from .line import Line, report_at
from .phrases import Phrase, read_phrase
from .reported import Form, Part, Reported
from .sides import clause_left, clause_right, quote_before
from .tail import Tail
from .tokens import DASHES, Item, item_at, past

_LONGEST = 9  # items of a place or paper
_TOLD = 4  # items up to the place, behind who was told


def read_placed(line: Line, at: int, tail: Tail, floor: int) -> Reported | None:
    """The speech of the verb at ``at``, which has no subject, of the place or paper before or behind it."""
    items, lex = line.items, line.lex
    if not impersonal(items[at].low, lex):
        return None
    if lex.nouns_capital and [item.low for item in items[at + 1 : at + 3]] in (["es", ","], ["es", ":"]):
        tail = Tail("that", at + 3)  # "Im Rathaus hieß es, …"
    if tail.kind in ("that", "colon"):
        phrase = _place_before(line, at)
        said: tuple[list[Part], Form] = (clause_right(line, tail.at), "indirect")
    else:
        phrase = place_behind(line, at)
        said = _told_before(line, at, floor) if phrase else ([], "indirect")
    return report_at(line, *said, at, at, phrase, tail.via) if phrase and said[0] else None


def place_behind(line: Line, at: int) -> Phrase | None:
    """ "сообщили в мэрии", "сообщили ИА «Порт» в мэрии": the place behind the verb at ``at`` and whoever was told."""
    items, lex = line.items, line.lex
    reach = range(at + 1, min(len(items), at + (_TOLD if lex.names_decline else 1) + 1))
    ends = (past(items[: k + _LONGEST], k, lambda item: item.kind == "word") for k in reach)
    found = (speaking_place(line, k, end) for k, end in zip(reach, ends, strict=True))
    return next((phrase for phrase in found if phrase), None)


def _place_before(line: Line, at: int) -> Phrase | None:
    """ "Также в МВД сообщили", "Накануне, перед встречей, в МИД сообщили": the place that a mark or a small word opens."""
    items, lex = line.items, line.lex
    small = united(lex.helpers, lex.stop, lex.times, lex.conjunctions)
    opens = (k for k in range(at - 1, max(-1, at - _LONGEST), -1) if items[k].low in lex.prepositions)
    lead = next((k for k in opens if not k or items[k - 1].kind == "punct" or items[k - 1].low in small), at)
    told = any(tells(items, k, lex) or items[k].kind == "quote" for k in range(lead))
    return None if told else speaking_place(line, lead, at) or _metonymy(line, lead, at)


def _metonymy(line: Line, lead: int, at: int) -> Phrase | None:
    """ "В Кремле заявили, что": those in the one place that is named before a verb of many, as "в Кремле"."""
    items = line.items
    closed = item_at(items, at + 1).kind == "punct" and line.lex.names_decline
    if at != lead + 2 or not closed or not items[lead + 1].capital:
        return None
    start, end = items[lead].start, items[lead + 1].end
    return Phrase(start, end, items[lead].low + line.text[items[lead].end : end])


def impersonal(low: str, lex: Lexicon) -> bool:
    """The form is that of a verb without a subject: "повідомили", "hieß", "говорится"."""
    own = language(lex.code)
    told = low in lex.say and own.whole("impersonal").fullmatch(low)
    return bool(told or own.whole("in-a-paper").fullmatch(low))


def _told_before(line: Line, at: int, floor: int) -> tuple[list[Part], Form]:
    """What stands before a verb that a mark or a quotation parts from it."""
    if not at or (line.items[at - 1].kind != "quote" and line.items[at - 1].text not in DASHES):
        return [], "indirect"
    quoted = quote_before(line, at - 1)
    return ([quoted], "direct") if quoted else (clause_left(line, at - 1, floor), "indirect")


def speaking_place(line: Line, at: int, end: int) -> Phrase | None:
    """The body between the preposition at ``at`` and ``end``: "в министерстве труда", "в сообщении мэрии"."""
    items, lex = line.items, line.lex
    led = at + 1 < end and items[at].low in lex.prepositions
    small = united(lex.helpers, lex.times)
    while end > at + 2 and (items[end - 1].kind == "quote" or items[end - 1].low in small):
        end -= 1
    head = items[at + 1 + (led and items[at + 1].low in lex.determiners and at + 2 < end) : end]
    if not led or any(item.kind != "word" for item in head) or head[0].low in lex.times:
        return None  # "сообщили в среду власти города"
    return _of_paper(head, line) or _of_body(head, items[at].low, line)


def _of_paper(head: Sequence[Item], line: Line) -> Phrase | None:
    """Whose words "сообщении мэрии" are: those of whoever is named behind it, else of whoever spoke before."""
    papers = language(line.lex.code).parts.get("paper", ())
    paper = next((k for k, item in enumerate(head) if papers and item.low.startswith(papers)), -1)
    if paper < 0:
        return None
    whose = head[paper + 1 :]
    if not whose or whose[0].low in line.lex.prepositions:  # "в повідомленні у Телеграмі"
        return replace(_as_written(head, line.text), pronoun="same")
    named = whose[0].capital and len(whose) > 1
    return read_phrase(whose, line.text, line.lex) if named else _as_written(whose, line.text)


def _of_body(head: Sequence[Item], preposition: str, line: Line) -> Phrase | None:
    """The words, where a body or a word all in capitals is among them: "МВД"."""
    letters = head[0].text.isupper() and len(head[0].text) > 1
    speaks = letters or preposition == "aus" or any(line.lex.is_body(item.low) for item in head)
    return _as_written(head, line.text) if speaks else None


def _as_written(head: Sequence[Item], text: str) -> Phrase:
    """The words as those of a body, whatever names stand among them."""
    start, end = head[0].start, head[-1].end
    return Phrase(start, end, text[start:end], titles=tuple(item.low for item in head))
