"""A statement in, the same without the word that only joins it to the sentence before out: "But …", "However, …".

Whoever reads an entry alone does not see what it is set against.
"""

from __future__ import annotations

from dataclasses import replace

from ..language import Language
from ..model import Fact
from .stems import WORD

_POINTING = ("other", "own", "time")  # "There, …" says where


def without_joint(fact: Fact, language: Language) -> Fact:
    """``fact`` from its first word on that tells something; what a quotation begins with stays."""
    found = WORD.match(fact.text)
    if found is None:
        return fact
    low, rest = found[0].casefold(), fact.text[found.end() :]
    joins = low in language.used_as("and") and low in language.used_as("leaning") | language.used_as("common")
    if not joins:
        apart = low in language.used_as("leaning") or low in language.used_as("set-apart")
        pointing = any(low in language.used_as(use) for use in _POINTING)
        joins = apart and not pointing and rest.startswith(",")
    rest = rest.lstrip(",\u00a0 ")
    return replace(fact, text=rest) if joins and rest else fact
