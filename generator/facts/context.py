"""A sentence in, whether it leans on the one before out: "These were the first …", "They now need …"."""

import re

from ..language import pattern

_LEANS = pattern("leans")
_EMPTY_IT = pattern("empty-it")
_THE = re.compile(r"the (?!move|decision|announcement|statement|two|same|latter|former)", re.IGNORECASE)


def leans(sentence: str) -> bool:
    """Whether ``sentence`` cannot be understood without the one before it."""
    return bool(_LEANS.match(sentence)) and not _EMPTY_IT.match(sentence) and not _THE.match(sentence)
