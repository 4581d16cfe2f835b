"""A word of another language than English in, its weight as an event out: beginnings of words, so that endings do not matter.

The same three weights as ``chronicle``: turning points, steps, doings. A beginning that English words share
stands in no table, since a collection may mix languages.
"""

from __future__ import annotations

from functools import cache, lru_cache

from ..language import known_languages, language

WEIGHTS = (("turning-point", 3.0), ("step", 2.0), ("doing", 1.0))
_SHORTEST = 4  # letters; "суд" and "élu" would begin too much
_LONGEST_ENDING = 5


@cache
def _beginnings() -> dict[str, float]:
    table: dict[str, float] = {}
    for code in known_languages():
        for part, weight in WEIGHTS if code != "en" else ():
            for word in language(code).parts.get(part, ()):
                if len(word) >= _SHORTEST:
                    table.setdefault(word, weight)
    return table


@lru_cache(maxsize=65536)
def event_weight(word: str) -> float:
    """The weight of a word (in lower case) by its longest beginning in the tables; 0 for most."""
    for size in range(len(word), max(_SHORTEST, len(word) - _LONGEST_ENDING) - 1, -1):
        weight = _beginnings().get(word[:size])
        if weight is not None:
            return weight
    return 0.0
