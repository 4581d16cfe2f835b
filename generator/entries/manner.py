"""A fact and its language in, how the words stand to the speaker out: quoted, said, or told by the reporter.

"Roe said" may stand only over what Roe said: words in quotation marks, or what a verb of reporting leads in.
Where the sentence is the reporter's, with Roe in it ("Roe denied the charge", "according to Roe"), it is
"according to Roe".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from ..language import language
from ..model import Fact
from .brackets import without_brackets

Manner = Literal["quoted", "said", "according"]
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OPENS, _CLOSES = '“„«"', '”“»"'
_END = " .,;:!?…"


def manner_of(fact: Fact, lang: str = "en") -> Manner:
    """How the words of a fact with a speaker stand to that speaker."""
    quote = fact.sources[0].quote if fact.sources else ""
    return _manner(quote, without_brackets(fact).strip(_END), fact.speaker, lang)


@lru_cache(maxsize=1 << 14)  # a fact's page asks, and its line to cite, and its lists
def _manner(quote: str, text: str, speaker: str, lang: str) -> Manner:
    at = quote.casefold().find(text.casefold())
    if at < 0:
        return "according" if _names(text, speaker) else "said"
    before, after = quote[:at], quote[at + len(text) :]
    if _in_marks(text, before, after):
        return "quoted"
    if not _WORD.search(before + after):
        return "according" if _names(text, speaker) else "said"
    words = {word.casefold() for word in _WORD.findall(before + after)}
    if words & language(lang or "en").says:
        return "according" if _names(text, speaker) else "said"
    return "according"


def _names(text: str, speaker: str) -> bool:
    """The text names its speaker: nobody speaks of himself by name."""
    name = _WORD.findall(speaker)
    last = name[-1] if name else ""
    return len(last) > 2 and any(word == last for word in _WORD.findall(text))


def _in_marks(text: str, before: str, after: str) -> bool:
    """All of the text stands in quotation marks, which may stand outside it."""
    if text[:1] in _OPENS and text[-1:] in _CLOSES and not any(m in text[1:-1] for m in _OPENS + _CLOSES):
        return True
    if any(mark in text for mark in _OPENS + _CLOSES):
        return False
    opened, closed = before.rstrip()[-1:], after.lstrip(_END)[:1]
    return bool(opened) and opened in _OPENS and (not closed or closed in _CLOSES)
