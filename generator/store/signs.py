"""A file's text in, the signs in it that look like YAML's own and are not out: no-break spaces, wide colons, dashes.

They come with a copy from a page or a keyboard of another script, look right and stop the parser. Where the
file makes sense with the plain sign, that is the one right answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Blanks that are none to YAML: no-break, figure, narrow, ideographic, em, en, thin and the like.
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_COLONS = "\uff1a\ufe55\u2236\ua789"
_KEY = r"^[ \t]*(?:-[ \t]+)?[A-Za-z_][\w -]{0,40}"
_PLACES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(rf"^[ ]*(?P<sign>[{_BLANKS}]+)", re.MULTILINE), " ", "a blank that is no space, in the indentation"),
    (re.compile(rf"^[ ]*-(?P<sign>[{_BLANKS}]+)", re.MULTILINE), " ", "a blank that is no space, behind the '-'"),
    (re.compile(rf"{_KEY}(?P<sign>[{_COLONS}][ {_BLANKS}]*)", re.MULTILINE), ": ", "a wide colon, behind the key"),
    (re.compile(rf"{_KEY}:(?P<sign>[{_BLANKS}]+)", re.MULTILINE), " ", "a blank that is no space, behind the key's colon"),
    (re.compile(r"^[ ]*(?P<sign>[–—−‐‑•])(?=[ ]+[A-Za-z_]\w*:)", re.MULTILINE), "-", "a dash or dot that is no hyphen, before the entry"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that is not what it looks like."""

    start: int
    end: int
    instead: str
    what: str
    shown: str  # its first character by number: "U+00A0"


def strange_signs(text: str) -> Iterator[Sign]:
    """Every such sign where YAML's own should stand, in order."""
    found = []
    for place, instead, what in _PLACES:
        for match in place.finditer(text):
            sign = match["sign"]
            own = instead * len(sign) if instead == " " and "indentation" in what else instead
            found.append(Sign(match.start("sign"), match.end("sign"), own, what, f"U+{ord(sign[0]):04X}"))
    yield from sorted(found, key=lambda sign: sign.start)


def with_plain_signs(text: str) -> str:
    """``text`` with YAML's own signs in their place."""
    pieces: list[str] = []
    at = 0
    for sign in strange_signs(text):
        if sign.start >= at:
            pieces += (text[at : sign.start], sign.instead)
            at = sign.end
    return "".join((*pieces, text[at:]))
