"""Styled words in, the same broken into lines between words, as wide as the terminal out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prompt_toolkit.utils import get_cwidth

Piece = tuple[str, str]  # style, text
_PARTS = re.compile(r"\n|[^\S\n]+|\S+")


def wrapped(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """Breaks stand where spaces stood; a word longer than a line is left to the terminal."""
    found: list[Piece] = []
    at = 0
    for style, text in pieces:
        for part in _PARTS.findall(text):
            wide = get_cwidth(part)
            if part == "\n":
                at = 0
            elif at and not part.isspace() and at + wide > width:
                if found and found[-1][1].isspace():
                    found.pop()
                found.append(("", "\n"))
                at = wide
            else:
                at += wide
            found.append((style, part))
    return found


def rows(pairs: Iterable[tuple[str, str]], width: int) -> list[Piece]:
    """Keys with what they do, none of them torn."""
    found: list[Piece] = []
    at = 0
    for key, does in pairs:
        wide = get_cwidth(key) + get_cwidth(does) + 4
        if at and at + wide > width:
            found.append(("", "\n"))
            at = 0
        found += [("class:key", key), ("class:soft", f" {does}   ")]
        at += wide
    return found
