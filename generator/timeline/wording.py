"""Words as stored in, words as a reader meets them out: an upper-case start and a closing mark, nothing else.

What is stored and exported stays as it is; this is for display alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Fact

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


def closed(text: str, quotes: Iterable[str] = ()) -> str:
    """``text`` with the full stop it lacks, before a closing quotation mark where its ``quotes`` write it there."""
    text = text.rstrip()
    bare = text.rstrip(CLOSING)
    end = bare.rstrip()
    if not end or end[-1] in ENDING or end[-1] > LAST_WITH_FULL_STOP:
        return text
    marks = text[len(bare) :]
    # The first letter may have been raised.
    if marks and any(f"{bare[1:]}{stop}{marks}" in quote for quote in quotes for stop in ".,"):
        return f"{bare}.{marks}"
    return f"{text}."


def sentence(text: str, quotes: Iterable[str] = ()) -> str:
    """``text`` as one whole sentence."""
    return closed(opened(text), quotes)


def told(fact: Fact) -> str:
    """The words of ``fact`` as one whole sentence, closed as its sources close it."""
    return sentence(fact.text, quotes_of(fact))


def quotes_of(fact: Fact) -> list[str]:
    """The quotes ``fact`` rests on."""
    return [source.quote for source in fact.sources]
