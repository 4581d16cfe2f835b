""" "According to X" in, what X is given as the source of out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import Lexicon, words
from .line import Line, according_at, report_at
from .outlets import outlet_name
from .phrases import read_phrase
from .reported import Reported
from .sides import clause_left, clause_right, quote_before
from .tokens import Item

_NOT_SPEECH = words("plan plans schedule rule rules tradition custom need needs taste size rank age")


def read_according(line: Line, at: int, found: list[Reported]) -> list[Reported] | None:
    """ "According to X, …" and "…, according to X"; an outlet behind a named speaker is what it came through."""
    items, lex = line.items, line.lex
    size = according_at(line, at)
    first = at + size
    last = first
    while (
        last < len(items)
        and items[last].kind != "quote"
        and (items[last].text not in (",", ";", ":", "—", "–", ".") or _inside_address(items, last))
    ):
        last += 1
    if last == first:
        return None
    if not items[:at]:
        last = next((k for k in range(first + 1, last) if items[k].low in lex.second), last)
    trimmed = _source_end(items, first, last, lex)
    phrase = read_phrase(items[first:trimmed], line.text, lex)
    if phrase is None or any(item.low in _NOT_SPEECH for item in items[first : first + 3]):
        return None
    opening = all(item.kind == "punct" or item.low in ("but", "and", "also") for item in items[:at])
    outlet = outlet_name(items[first:trimmed], lex)
    if not opening and found and outlet and found[-1].form != "act":
        return [*found[:-1], replace(found[-1], via=found[-1].via or outlet)]
    if opening:
        parts = clause_right(line, last + (last < len(items) and items[last].text == ","))
    else:
        quoted = quote_before(line, at - 1)
        parts = [quoted] if quoted else clause_left(line, at, 0)
    if not parts:
        return None
    return [*found, report_at(line, parts, "according", at, first - 1, phrase)]


def _inside_address(items: Sequence[Item], at: int) -> bool:
    """The full stop of "ashfordgazette.com"."""
    return items[at].text == "." and at + 1 < len(items) and items[at + 1].start == items[at].end


def _source_end(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
    """Leave a time or an outlet clause off the source's name: "according to police on Tuesday"."""
    for at in range(first + 1, last):
        if items[at].low in ("on", "late", "early") and at + 1 < last and items[at + 1].low in lex.times:
            return at
        if items[at].low in lex.times and at > first:
            return at
        if items[at].low in ("who", "which", "cited", "quoted", "obtained", "published", "released"):
            return at
    return last
