"""Text and its blocks in, the stretches that stand in quotation marks out.

Knows curly, straight, angle and low marks, single marks where they cannot be apostrophes, and the
convention of long quotations: each paragraph opens with a mark and only the last one closes.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..model import Block

# What opens a quotation, and every mark that may close it. German „…“, Polish „…”, French « … »,
# Swedish ”…”, straight "…". A straight mark is told apart by the white space around it.
_CLOSERS = {
    "“": '”"“', "„": '“”"', "«": "»", "»": "«", '"': '"”', "”": "”", "‘": "’", "'": "'", "‹": "›", "‚": "‘’",
}  # fmt: skip
_MARK = re.compile("[" + re.escape("".join(_CLOSERS)) + "`]")
_CURLY_END = re.compile("”")
_TYPED_END = re.compile("''|\"")
_DOUBLED_END = {"'": re.compile("''+"), "‘": re.compile("’’+")}  # a quotation inside closes with it
_SINGLE_END = re.compile(r"(?<=\S).(?![^\W_])")  # after a letter or stop, before white space or punctuation
_BETWEEN = frozenset({"caption", "promo", "subheading", "note", "tags"})
_MAX_SINGLE = 700  # a single mark that does not close within this many characters is an apostrophe


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch in quotation marks; ``inner`` bounds leave the marks out."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    block: int
    closed: bool = True
    continues: bool = False  # goes on from the unclosed quotation of the paragraph before


def find_quotes(text: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Every quotation, in order; blocks are read one by one so that a lost mark spoils one paragraph only."""
    return _found(text, tuple(blocks))


@lru_cache(maxsize=4)
def _found(text: str, blocks: tuple[Block, ...]) -> tuple[Quote, ...]:
    """The same, kept for the stages that ask one after the other."""
    found: list[Quote] = []
    open_before = False
    for index, block in enumerate(blocks):
        here = _in_block(text, block, index)
        if here and open_before and text[block.start : here[0].start].strip() == "":
            here[0] = replace(here[0], continues=True)
        found.extend(here)
        if here or block.kind not in _BETWEEN:  # a picture or a link between two paragraphs of what is quoted
            open_before = bool(here) and not here[-1].closed
    return tuple(_settle(text, blocks, found))


def _in_block(text: str, block: Block, index: int) -> list[Quote]:
    """The quotations of one block; the last may be unclosed."""
    found: list[Quote] = []
    at = block.start
    ends = [mark.start() for mark in _CURLY_END.finditer(text, block.start, block.end)]
    lost = len(text)  # from here on no "»" closes
    while (next_mark := _MARK.search(text, at, block.end)) is not None:
        at = next_mark.start()
        mark = text[at]
        if text.startswith("``", at):
            at = _typed(text, at, block, index, found)
            continue
        if mark in "'‘" and text.startswith(mark * 2, at):
            at = _doubled(text, at, block, index, found)
            continue
        if mark == "`" or (mark == "»" and at > lost) or not _opens(text, at, block):
            at += 1
            continue
        close = _closing(text, at, block, ends)
        # "Roe asked: ‘Is it so?"
        leads = mark == "‘" and (at == block.start or text.startswith(": ", at - 2))
        if close is None and mark in "'‘‚»”" and not leads:
            lost = min(lost, at) if mark == "»" else lost
            at += 1
            continue
        end, inner_end = (block.end, block.end) if close is None else (close + 1, close)
        found.append(_quote(text, at, end, inner_end, index, close is not None))
        at = end
    return found


def _typed(text: str, at: int, block: Block, index: int, found: list[Quote]) -> int:
    """``so'' — the marks of old wire copy: add the quotation, and go on behind it."""
    ending = _TYPED_END.search(text, at, block.end)
    if ending is None:
        found.append(Quote(at, block.end, at + 2, block.end, index, False))
        return block.end
    close = ending.start()
    inner = _quote(text, at + 1, close, close, index, True)
    end = close + (2 if text.startswith("''", close) else 1)
    found.append(replace(inner, start=at, end=end))
    return end


def _doubled(text: str, at: int, block: Block, index: int, found: list[Quote]) -> int:
    """''so'', ‘‘so’’ — the marks of archives of newspapers: add the quotation that opens at ``at``, and go on behind it."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 2] if at + 2 < block.end else " "
    if after.isspace() or not (before.isspace() or before in "([—–-―"):
        return at + 2
    ending = _DOUBLED_END[text[at]].search(text, at + 2, block.end)
    end, inner_end = (ending.end(), ending.end() - 2) if ending else (block.end, block.end)
    inner = _quote(text, at + 1, end, inner_end, index, ending is not None)
    found.append(replace(inner, start=at))
    return end


def _quote(text: str, start: int, end: int, inner_end: int, block: int, closed: bool) -> Quote:
    """A quotation whose inner bounds leave out marks and the white space next to them."""
    first = start + 1
    while first < inner_end and text[first].isspace():
        first += 1
    while inner_end > first and (text[inner_end - 1].isspace() or text[inner_end - 1] == ","):
        inner_end -= 1
    return Quote(start, end, first, inner_end, block, closed)


def _opens(text: str, at: int, block: Block) -> bool:
    """Whether the mark at ``at`` can open a quotation here."""
    mark = text[at]
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1 : at + 2] or " "
    if mark in "“„«‹":
        return True
    if mark == '"':
        return not before.isalnum()
    if mark in "'‘‚":
        return (before.isspace() or before in "([—–-") and after.isalpha()
    # "»" and "”" open only in the fashions that write »so« and ”so”.
    return before.isspace() and not after.isspace()


def _closing(text: str, at: int, block: Block, ends: Sequence[int]) -> int | None:
    """Where the quotation opened at ``at`` closes, if it does; ``ends`` are the places of every ``”`` of the block."""
    mark = text[at]
    closers = _CLOSERS[mark]
    single = mark in "'‘‚"
    limit = min(block.end, at + _MAX_SINGLE) if single else block.end
    depth = 0
    for here in range(at + 1, limit):
        char = text[here]
        depth += char == mark == "«"
        inner = char == mark == "“" and text[here - 1].isspace() and text[here + 1 : here + 2].isalnum()
        if inner and len(ends) - bisect_left(ends, here) > depth + 1:
            depth += 1  # “so “genannt” wird”
        if char not in closers or (char == mark == "“" and not _typed_twice(text, here, ends)):
            continue
        if depth:
            depth -= 1
            continue
        if single and not _SINGLE_END.match(text, here):
            continue
        if char == '"' and text[here + 1 : here + 2].isalnum() and text[here - 1].isspace():
            continue
        return here
    return None


def _typed_twice(text: str, at: int, ends: Sequence[int]) -> bool:
    """“so“: where no "”" follows, a mark behind a letter or stop and before none closes what the same mark opened."""
    after = text[at + 1 : at + 2]
    return not text[at - 1].isspace() and not after.isalnum() and bisect_left(ends, at) == len(ends)


def _settle(text: str, blocks: Sequence[Block], found: list[Quote]) -> list[Quote]:
    """An unclosed quotation that no next paragraph takes up lost its closing mark: it ends with its sentence."""
    settled: list[Quote] = []
    for quote, follower in zip(found, (*found[1:], None), strict=False):
        if not quote.closed and not (follower and follower.continues) and not quote.continues:
            block = blocks[quote.block]
            if text[quote.start] == "‘" and text[quote.start + 1] != "‘":
                continue  # "‘Tis so": no paragraph takes it up
            stop = _first_stop(text, quote.inner_start, block.end)
            quote = replace(quote, end=stop, inner_end=stop)
        settled.append(quote)
    return settled


def _first_stop(text: str, start: int, end: int) -> int:
    """The end of the first sentence after ``start``: a stop followed by white space or the end."""
    stops = (at + 1 for at in range(start, end) if text[at] in ".!?")
    return next((stop for stop in stops if stop >= end or text[stop].isspace()), end)
