"""A language tag in, the small words that betray the form of a sentence out: who is meant, how it is told.

Closed classes only (pronouns, openers, modal verbs, the past's endings), so that a table is soon whole and
no subject has a word in it. A language without a table is read with the English one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..language import language


@dataclass(frozen=True, slots=True)
class FormWords:
    """The closed classes of one language, in lower case."""

    own: frozenset[str]  # the speaker or the reader: "I", "we", "your"
    other: frozenset[str]  # somebody or something named before: "she", "this", "there"
    modal: frozenset[str]  # what may or should be: "could"
    vague: frozenset[str]  # somebody, not said who: "many", "some"
    past: re.Pattern[str]  # a verb that tells what happened
    present: re.Pattern[str]  # a verb that tells what is


@cache
def form_words(lang: str) -> FormWords:
    """The table of ``lang`` (the primary subtag counts), English where there is none."""
    own = language(lang)
    own = own if "tells-past" in own.patterns else language("en")
    told, now = (re.compile(own.patterns[name]) for name in ("tells-past", "tells-now"))
    me, they, modal, vague = (own.used_as(use) for use in ("own", "other", "modal", "vague"))
    return FormWords(me, they, modal, vague, told, now)
