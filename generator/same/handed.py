"""Signatures in, plain rows out for another process, and back: without what no pair is judged by.

A dataclass is taken apart field by field when it is handed over; rows cost a third.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from ..model import DateReason, Fact, Measure, Source
from .numbers import Amount
from .signature import Signature, collect
from .words import Word, Words

Row = tuple[Any, ...]


def rows_of(signatures: Sequence[Signature], whom: AbstractSet[int]) -> list[Row]:
    """A row for each; an empty one for who is not among ``whom``."""
    return [_row(one) if at in whom else () for at, one in enumerate(signatures)]


def signatures_of(rows: Sequence[Row]) -> tuple[Signature, ...]:
    """The signatures again, with nobody in the place of an empty row."""
    return tuple([_signature(row) if row else _NOBODY for row in rows])


_PLAIN = ("names", "actions", "terms", "articles", "days", "weight", "length", "action_length", "lead_names")
_SAID = ("id", "date", "kind", "denied", "speaker", "anonymous", "not_same_as")


def _row(one: Signature) -> Row:
    fact = one.fact
    return (
        [getattr(fact, name) for name in _SAID],
        [(source.article, source.date.basis) for source in fact.sources],
        [tuple(word) for word in one.words],
        [(amount.value, amount.unit, amount.words, amount.start, amount.end) for amount in one.amounts],
        [(toll.what, toll.value, toll.at_least, toll.about) for toll in one.tolls],
        [getattr(one, name) for name in _PLAIN],
        one.headline,
        one.depth,
    )


def _signature(row: Row) -> Signature:
    said, sources, words, amounts, tolls, plain, headline, depth = row
    fact = Fact(
        text="",
        sources=tuple([Source(article, date=DateReason(basis=basis)) for article, basis in sources]),
        **dict(zip(_SAID, said, strict=True)),
    )
    return Signature(
        fact=fact,
        words=Words([Word(*word) for word in words]),
        amounts=tuple([Amount(*amount) for amount in amounts]),
        tolls=tuple([Measure(*toll) for toll in tolls]),
        headline=headline,
        depth=depth,
        **dict(zip(_PLAIN, plain, strict=True)),
    )


_NOBODY = collect([Fact("", "", "", ())], {}).signatures[0]
