"""Quotations and blocks in, the quotations as dashes divide them out.

Several languages set the reporting words off by dashes: inside the marks, as in «Так, — сказав він. —
Ні», or with no marks at all, in a paragraph that opens with a dash: "– Tak – powiedział Nowak."
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ...model import Block, Sentence
from ...text.quotes import Quote
from .lexicon import Lexicon
from .tokens import DASHES

_DASH = f"[{DASHES[1:]}]"
_GAP = re.compile(rf"[,.!?…]?\s+{_DASH}\s+")
_AGAIN = re.compile(rf"[,.]?\s+{_DASH}\s+")
_LONGEST = 120  # characters of the words of reporting
_COMMAS = re.compile(r",\s+(?P<words>[^,;:.!?«»“”„\"]{5,70})(?:,\s+|\.\s+(?=[^\W\d_a-zà-ÿ]))")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ROLE = 60  # characters of what a speaker is
_DIALOGUE = re.compile(rf"{_DASH}\s+(?=\S)")
_MARK = 4  # characters of a hyphen that opens a line, which no sentence holds
_AS_IN_A_LIST = re.compile(rf"(?:\A|\n)\s?{_DASH}\s+\Z")


def divide_by_dashes(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], quotes: Sequence[Quote], lex: Lexicon
) -> tuple[Quote, ...]:
    """``quotes`` with inserted reporting words cut out, and the speech that a dash opens with its sentence."""
    if not lex.strict_that:
        return tuple(quotes)
    parted = [piece for quote in quotes for piece in _parted(text, quote, lex)]
    if not lex.dashes:
        return tuple(parted)
    starts = [sentence.start for sentence in sentences]
    found = [piece for quote in parted for piece in _divided(text, quote, lex, starts)[0]]
    spoken: list[Quote] = []
    for start in starts:
        opening = _DIALOGUE.match(text, start) or _AS_IN_A_LIST.search(text, max(0, start - _MARK), start)
        if not opening or (spoken and start < spoken[-1].end):
            continue
        index = bisect_right(blocks, start, key=lambda block: block.start) - 1
        whole = Quote(start, blocks[index].end, max(start, opening.end()), blocks[index].end, index)
        spoken.extend(_said(*_divided(text, whole, lex, starts), quotes, start - blocks[index].start))
    inside = [quote for quote in found if not any(one.start <= quote.start < one.end for one in spoken)]
    return tuple(sorted((*inside, *spoken), key=lambda quote: quote.start))


def _said(pieces: list[Quote], told: bool, quotes: Sequence[Quote], into: int) -> list[Quote]:
    """The pieces that words of reporting stand beside or, ``into`` a paragraph, go on with who spoke: "… Wilk. – To dobry plan."."""
    before = bisect_right(quotes, pieces[0].start, key=lambda one: one.start)
    inside = any(one.end > pieces[0].start for one in quotes[:before][-1:])
    return pieces if told or (into > _MARK and not inside) else []


def _parted(text: str, quote: Quote, lex: Lexicon) -> list[Quote]:
    """« Le pont, estime le maire, est vieux »: the quotation without the words of reporting that a comma opens."""
    pieces: list[Quote] = []
    start, inner = quote.start, quote.inner_start
    for gap in _COMMAS.finditer(text, quote.inner_start, quote.inner_end):
        found = _WORD.findall(gap["words"])
        low = [word.lower() for word in found]
        said = next((k for k, word in enumerate(low[:2]) if word in lex.say), -1)
        if gap.start() < inner or said < 0 or len(found) < said + 2 or (said and low[0] not in lex.helpers):
            continue
        who = found[said + 1]
        if low[said + 1] in lex.that or not (who[:1].isupper() or who.lower() in lex.determiners):
            continue
        pieces.append(replace(quote, start=start, end=gap.start(), inner_start=inner, inner_end=gap.start()))
        start = inner = _past_role(text, gap.end(), quote.inner_end, lex)
    return [*pieces, replace(quote, start=start, inner_start=inner)]


def _past_role(text: str, at: int, end: int, lex: Lexicon) -> int:
    """Past what the speaker is: "…, maire de la ville, est vieux"."""
    first = _WORD.match(text, at)
    comma = text.find(", ", at, min(end, at + _ROLE))
    return comma + 2 if first and first.group().lower() in lex.roles and comma > 0 else at


def _divided(text: str, quote: Quote, lex: Lexicon, starts: Sequence[int]) -> tuple[list[Quote], bool]:
    """One quotation without the reporting words that dashes set into it or behind it; whether there are any."""
    pieces: list[Quote] = []
    start = inner = at = quote.inner_start
    start = quote.start
    bare = quote.end == quote.inner_end
    while gap := _GAP.search(text, at, quote.inner_end):
        at = gap.end()
        stop = bisect_right(starts, at)
        limit = min(starts[stop] if stop < len(starts) else len(text), quote.inner_end, at + _LONGEST)
        again = _AGAIN.search(text, at, min(limit + 2, quote.inner_end))
        words = text[at : again.start() if again else limit]
        told = words.partition(",")[0] if bare and not again else words  # "- powiedział Nowak, dodając, że"
        if len(told) >= _LONGEST or not (again or bare) or not _reports(told, lex):
            continue
        pieces.append(_piece(text, quote, start, inner, at))
        if not again:
            return pieces, True
        start = inner = at = again.end()
    return [*pieces, replace(quote, start=start, inner_start=inner)], bool(pieces)


def _piece(text: str, quote: Quote, start: int, inner: int, end: int) -> Quote:
    """The stretch of a quotation that ends before the dash in front of ``end``."""
    last = end
    while last > inner and (text[last - 1].isspace() or text[last - 1] in DASHES):
        last -= 1
    return replace(quote, start=start, end=last, inner_start=inner, inner_end=last)


def _reports(between: str, lex: Lexicon) -> bool:
    """A reporting verb opens the words between the dashes, or closes them."""
    found = _WORD.findall(between)
    low = [word.lower() for word in found]
    if any(word in lex.say for word in (*low[:3], *low[-1:])):
        return True
    found = [word for word in found if word != "się"]  # "denerwuje się Jan Nowak"
    named = len(found) > 2 and all(word[0].isupper() for word in found[1:3])
    named = named or (1 < len(found) < 4 and lex.is_role(found[1]))  # "dociekali dziennikarze"
    return bool(named and found[0].islower() and lex.telling.fullmatch(low[0]))  # "— burknął Jan Nowak"
