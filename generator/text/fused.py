"""A line in, the pieces it was pasted together from out: furniture and body that lost their line break.

Only cuts that leave a whole sentence of body are made; a line that shows no certain seam stays whole.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from .furniture import is_appeal, part
from .lines import Line, count_words, is_terminal
from .patterns import pattern
from .stated_date import stated_dates

_AGENCY, _PHOTO, _READ_ALSO = part("AGENCY"), part("PHOTO"), part("READ_ALSO")
_LONGEST = 3000  # characters; a longer line is left alone
_LEAST = 6  # words that must stand on the body's side of a seam
_HEAD = 120  # signs within which a byline and its date stand
_CREDIT = re.compile(
    rf"[\[(][^()\[\]]{{0,80}}(?:/|\bvia\b|©)[^()\[\]]{{0,40}}(?:{_AGENCY}|{_PHOTO})[^()\[\]]{{0,30}}[\])]\.?\s+(?=[\"“«„]?[^\W\d_a-z])"
)
_MINUTES_READ = pattern("minutes-read")
_BY = pattern("by-name")
_LABEL = pattern("date-label")
_TRAILING = re.compile(rf"(?<=[.!?”\"»])\s+(?={_READ_ALSO}\s?:\s)", re.IGNORECASE)


def split_fused(line: Line) -> tuple[Line, ...]:
    """``line`` cut at its seams, or alone."""
    if line.markup == "heading" or len(line.text) > _LONGEST:
        return (line,)
    seams = [seam for seam in (_after_byline(line), _after_caption(line)) if seam]
    start = max(seams, default=0)
    trailing = _TRAILING.search(line.text, start) if ":" in line.text else None
    cuts = [cut for cut in (start, trailing.end() if trailing else 0) if cut]
    return tuple(_pieces(line, cuts)) if cuts else (line,)


def _after_byline(line: Line) -> int:
    """Where the body begins after "By Jane Doe May 16, 2025 2 min read", or 0."""
    text = line.text
    if not (_BY.match(text) or _LABEL.match(text)) or is_appeal(line, edge=True):
        return 0
    head = text[:_HEAD]
    minutes = _MINUTES_READ.search(head)
    ends = [date.end for date in stated_dates(head)] + ([minutes.end()] if minutes else [])
    end = max(ends, default=0)
    while end and end < len(text) and text[end] in " .,|·•-–—":
        end += 1
    return end if end and _is_body(text[end:]) else 0


def _after_caption(line: Line) -> int:
    """Where the body begins after a picture's caption with its credit, or 0."""
    credit = _CREDIT.search(line.text, 0, 500)
    if credit is None or len(re.findall(r"[.!?]\s", line.text[: credit.start()])) > 2:
        return 0
    return credit.end() if _is_body(line.text[credit.end() :]) else 0


def _is_body(rest: str) -> bool:
    """Whether the rest of a line is at least a whole sentence."""
    return bool(rest) and not rest[0].islower() and is_terminal(rest) and count_words(rest) >= _LEAST


def _pieces(line: Line, cuts: list[int]) -> Iterator[Line]:
    """The line's pieces between the cuts, each with its own features."""
    bounds = [0, *cuts, len(line.text)]
    for low, high in itertools.pairwise(bounds):
        text = line.text[low:high].rstrip()
        start, words, terminal = line.start + low, count_words(text), is_terminal(text)
        yield replace(line, start=start, end=start + len(text), text=text, words=words, terminal=terminal)
