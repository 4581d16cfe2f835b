"""A stretch of text with marks that nobody sees, or a word broken at a line's end, in; the text without them, out.

Soft hyphens, zero-width spaces and marks of direction stand inside words in pages and scans; ``Septem-`` at
the end of a line goes on in the next. Each character left keeps the place where it stood.
"""

import re
from collections.abc import Container

BROKEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|-\n")
_UNSEEN = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_LINE_END = re.compile(r"([^\W\d_]{2,12})-\n([^\W\d_]{2,12})")


def mended(text: str, start: int, end: int, words: Container[str]) -> tuple[str, list[int]]:
    """The text to read, and for each of its characters where it stands in ``text``."""
    dropped: set[int] = set()
    for match in _LINE_END.finditer(text, start, end):
        joined = (match[1] + match[2]).lower()
        if joined in words and match[2].lower() not in words:
            dropped.update((match.end(1), match.end(1) + 1))
    places = [at for at in range(start, end) if at not in dropped and text[at] not in _UNSEEN]
    return "".join(text[at] for at in places), places
