"""Quotations and blocks in, the quotations as dashes divide them out.

Several languages set the reporting words off by dashes: inside the marks, as in «Так, — сказав він. —
Ні», or with no marks at all, in a paragraph that opens with a dash: "– Tak – powiedział Nowak."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ...model import Block
from ...text.quotes import Quote
from .lexicon import Lexicon
from .verb_forms import told_forms

_INSERTED = re.compile(r"[,.!?…]?\s+[—–―-]\s+(?P<words>[^—–―«»“”„\"]{3,90}?)[.,]?\s+[—–―-]\s+")
_TRAILING = re.compile(r"[,!?…]?\s+[—–―-]\s+(?P<words>[^—–―«»“”„\"]{3,120})$")
_COMMAS = re.compile(r",\s+(?P<words>[^,;:.!?«»“”„\"]{5,70})(?:,\s+|\.\s+(?=[^\W\d_a-zà-ÿ]))")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ROLE = 60  # characters of what a speaker is
_DIALOGUE = re.compile(r"[—–―]\s+(?=\S)")


def divide_by_dashes(
    text: str, blocks: Sequence[Block], quotes: Sequence[Quote], lex: Lexicon
) -> tuple[Quote, ...]:
    """``quotes`` with inserted reporting words cut out, and the speech of paragraphs that open with a dash."""
    if not lex.strict_that:
        return tuple(quotes)
    parted = [piece for quote in quotes for piece in _parted(text, quote, lex)]
    if not lex.dashes:
        return tuple(parted)
    found: list[Quote] = []
    for quote in parted:
        found.extend(_divided(text, quote, lex))
    starts = [quote.start for quote in found]
    for index, block in enumerate(blocks):
        opening = _DIALOGUE.match(text, block.start, block.end)
        at = bisect_left(starts, block.start)
        marked = at < len(starts) and starts[at] < block.end
        if opening and not marked:
            whole = Quote(block.start, block.end, opening.end(), block.end, index)
            pieces = _divided(text, whole, lex)
            if len(pieces) > 1 or pieces[0].end < block.end:
                found.extend(pieces)
    return tuple(sorted(found, key=lambda quote: quote.start))


def _parted(text: str, quote: Quote, lex: Lexicon) -> list[Quote]:
    """« Le pont, estime le maire, est vieux »: the quotation without the words of reporting that a comma opens."""
    pieces: list[Quote] = []
    start, inner = quote.start, quote.inner_start
    for gap in _COMMAS.finditer(text, quote.inner_start, quote.inner_end):
        found = _WORD.findall(gap["words"])[:4]
        low = [word.lower() for word in found]
        said = next((k for k, word in enumerate(low[:2]) if word in lex.say), -1)
        if gap.start() < inner or said < 0 or len(found) < said + 2 or (said and low[0] not in lex.helpers):
            continue
        if low[said + 1] in lex.that or not (
            found[said + 1][:1].isupper() or low[said + 1] in lex.determiners
        ):
            continue
        pieces.append(replace(quote, start=start, end=gap.start(), inner_start=inner, inner_end=gap.start()))
        start = inner = _past_role(text, gap.end(), quote.inner_end, lex)
    return [*pieces, replace(quote, start=start, inner_start=inner)]


def _past_role(text: str, at: int, end: int, lex: Lexicon) -> int:
    """Past what the speaker is: "…, maire de la ville, est vieux"."""
    first = _WORD.match(text, at)
    comma = text.find(", ", at, min(end, at + _ROLE))
    return comma + 2 if first and first.group().lower() in lex.roles and comma > 0 else at


def _divided(text: str, quote: Quote, lex: Lexicon) -> list[Quote]:
    """One quotation without the reporting words that dashes set into it or behind it."""
    pieces: list[Quote] = []
    start, inner = quote.start, quote.inner_start
    for gap in _INSERTED.finditer(text, quote.inner_start, quote.inner_end):
        if gap.start() < inner or not _reports(gap["words"], lex):
            continue
        pieces.append(_piece(text, quote, start, inner, gap.start("words")))
        start = inner = gap.end()
    tail = _TRAILING.search(text, max(inner, quote.inner_end - 140), quote.inner_end)
    if tail and quote.end == quote.inner_end and _reports(tail["words"], lex):
        return [*pieces, _piece(text, quote, start, inner, tail.start("words"))]
    return [*pieces, replace(quote, start=start, inner_start=inner)]


def _piece(text: str, quote: Quote, start: int, inner: int, end: int) -> Quote:
    """The stretch of a quotation that ends before the dash in front of ``end``."""
    last = end
    while last > inner and (text[last - 1].isspace() or text[last - 1] in "—–―-,"):
        last -= 1
    return replace(quote, start=start, end=last, inner_start=inner, inner_end=last)


def _reports(between: str, lex: Lexicon) -> bool:
    """A reporting verb opens the words between the dashes, or closes them."""
    found = _WORD.findall(between)
    low = [word.lower() for word in found]
    if any(word in lex.say for word in (*low[:3], *low[-1:])):
        return True
    told = told_forms(lex.code)
    found = [word for word in found if word != "się"]  # "denerwuje się Jan Nowak"
    named = len(found) > 2 and all(word[0].isupper() for word in found[1:3])
    return bool(named and told and found[0].islower() and told.fullmatch(low[0]))  # "— burknął Jan Nowak"
