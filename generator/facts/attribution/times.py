"""A sentence's items and a place among them in, where the time that stands there begins or ends out.

The times are those that the sentence's annotation mentions; the small words that lead up to one go with it: "late on
Tuesday", "in March", "el pasado lunes", "в понедельник".
"""

from collections.abc import Sequence

from .lexicon import Lexicon
from .tokens import Item, back, past, run_before

_LEAD = 3  # small words before a time
_OF = "of"  # behind it a time is part of a name: "the treaty of 1998"


def past_time(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """One past the time that begins at ``at``; ``at`` itself where none does, or it describes what follows."""
    first = past(items[: at + _LEAD], at, lambda item: not item.time and _small(item, lex))
    end = past(items, first, lambda item: item.time > 0)
    return end if end > first else at


def before_time(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """The last item before the time that ends at ``at``; ``at`` itself where none does, or nothing stands before it."""
    first = run_before(items, at + 1, lambda item: item.time > 0) - 1
    first = back(items, first, lambda item: _small(item, lex)) if first < at else at
    lead = items[first] if first >= 0 else None
    alone = lead is None or lead.low == _OF or (lead.kind == "punct" and lead.text != ")")
    return at if alone else first


def _small(item: Item, lex: Lexicon) -> bool:
    """A preposition or an article."""
    small = item.low in lex.prepositions or item.low in lex.determiners
    return small and item.low != _OF
