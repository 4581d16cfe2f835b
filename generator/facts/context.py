"""A sentence in, whether it leans on the one before out: "These were the first …", "They now need …"."""

from __future__ import annotations

import re

_LEANS = re.compile(
    r"^[\"“„«'‘\s]*(?:(?:but|and|so|yet)\s+)?(?:"
    r"(?:this|these|those|such|both|neither|either)\b(?!\s+(?:week|month|year|morning|afternoon|evening|time|summer|spring|autumn"
    r"|fall|winter|weekend|country|city|newspaper|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)"
    r"|that\s+(?!(?:year|month|week|day|night)\b)\w+"
    r"|(?:they|it|he|she)\b"
    r"|(?:his|her|their|its)\s+\w+"
    r"|the (?:same|latter|former|two|move|decision|announcement|statement|attack|incident|blast|crash|proposal|plan|deal|agreement"
    r"|ruling|verdict|vote|document|letter|report)\b"
    r"|(?:as a result|however|instead|moreover|in addition|likewise|similarly|for example|for instance|in turn|otherwise"
    r"|consequently|therefore|thus|hence|in response|by contrast|on the contrary|nevertheless|nonetheless)\b"
    r")",
    re.IGNORECASE,
)
# "It was the first conviction since …", "It is unclear whether …": the pronoun points at nothing before it.
_EMPTY_IT = re.compile(
    r"^[\"“\s]*it (?:is|was|will be|marks|marked)\s+(?:\w+ (?:that|to)\b|that|to|not clear|unclear"
    r"|the (?:first|second|third|fourth|last|latest|worst|biggest|largest|deadliest|only|most)\b)",
    re.IGNORECASE,
)


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
