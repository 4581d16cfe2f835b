"""A headline in, the speech that its colon form reports out: "Roe: We will stay", "Dam unsafe: report"."""

from ...language import english, united
from .line import Line, report_at
from .phrases import read_phrase
from .reported import Part, Reported

_LONGEST_SPEAKER = 7


def read_headline(line: Line) -> list[Reported]:
    """The speech before or after a headline's colon; nothing when neither side can be a speaker."""
    items = line.items
    colon = next((at for at, item in enumerate(items) if item.text == ":"), -1)
    if colon < 1 or colon + 1 >= len(items):
        return []
    lead, rest = items[:colon], items[colon + 1 :]
    if len(lead) <= _LONGEST_SPEAKER and _speaks(line, 0, colon):
        speaker, part = lead, Part(rest[0].start, rest[-1].end)
        if rest[0].kind == "quote" and len(rest) == 1:
            part = Part.quoted(line.quotes, rest[0].quote)
    else:
        told = len(lead) > 3 or lead[0].kind == "quote"
        if len(rest) > _LONGEST_SPEAKER - 2 or not told or not _speaks(line, colon + 1, len(items)):
            return []
        speaker, part = rest, Part(lead[0].start, lead[-1].end)
    phrase = read_phrase(speaker, line.text, line.lex)
    return [report_at(line, [part], "headline", colon, colon, phrase)]


def _speaks(line: Line, first: int, last: int) -> bool:
    """The items can name a speaker: a name with titles, or a role; no verb, no number."""
    lex = line.lex
    group = line.items[first:last]
    if any(item.kind in ("number", "quote") or item.text in ",?!" for item in group):
        return False
    role = any(item.low in lex.people for item in group)
    small = (item.low for item in group if not item.capital and item.kind == "word")
    if not united(lex.people, lex.prepositions, lex.determiners).issuperset(small):
        return False
    lead = group[0]
    named = lead.capital and lead.low not in lex.stop and len(group) <= 4
    return role or (named and not _is_topic(line, group[0].text))


def _is_topic(line: Line, word: str) -> bool:
    """ "Explainer:", "Watch:", "Live:" head a kind of piece, not a speaker."""
    first = line.items[0].start
    return word.lower() in english.piece or (line.text[first : first + 2].isupper() and len(word) > 6)
