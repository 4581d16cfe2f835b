"""Words as stored in, words as a reader meets them out: an upper-case start and a closing mark, nothing else.

What is stored and exported stays as it is; this is for display alone.
"""

from __future__ import annotations

CLOSING = "\"'”’»“)]"  # what may stand behind the mark that ends a sentence
ENDING = ".!?…,;:。؟؛‽–—"  # a comma before a closing quotation mark is the writer's own
LAST_WITH_FULL_STOP = (
    "\u08ff"  # Latin, Greek, Cyrillic, Hebrew, Arabic; scripts beyond have marks of their own
)


def opened(text: str) -> str:
    """``text`` with its first letter in upper case; a name such as ``iPhone`` and a quotation stay as written."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if not first or not first[0].islower() or any(letter.isupper() for letter in first):
        return text
    start = text.index(first)
    return text[:start] + text[start].upper() + text[start + 1 :]


def closing(text: str) -> str:
    """The full stop that ``text`` lacks, or ``""``."""
    bare = text.rstrip().rstrip(CLOSING).rstrip()
    if not bare or bare[-1] in ENDING or bare[-1] > LAST_WITH_FULL_STOP:
        return ""
    return "."


def sentence(text: str) -> str:
    """``text`` as one whole sentence."""
    return opened(text).rstrip() + closing(text)
