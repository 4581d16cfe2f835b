"""A sentence in, whether it leans on the one before out: "These were the first …", "They now need …"."""

from __future__ import annotations

import re

from ..language import pattern

_LEANS = pattern("leans")
# "It was the first conviction since …", "It is unclear whether …": the pronoun points at nothing before it.
_EMPTY_IT = pattern("empty-it")


def leans(sentence: str) -> bool:
    """Whether ``sentence`` cannot be understood without the one before it."""
    found = _LEANS.match(sentence)
    if not found:
        return False
    if _EMPTY_IT.match(sentence):
        return False
    return not re.match(
        r"^the (?!move|decision|announcement|statement|two|same|latter|former)", sentence, re.IGNORECASE
    )
