"""Shares of pairs to be judged in, what was judged of them out; a run that was killed finds what was judged already.

Joining a dense story is most of the work of adding it. Each share is kept as soon as it is judged, by a hash of the facts
in it and of all they were compared with, until the batch it belongs to is planned.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..same import Judged, Share, Spread, Veto
from ..store.ledger import Ledger, packed, program_mark
from ..store.rows import row_of
from ..store.text_file import fingerprint


def remembering(spread: Spread, ledger: Ledger) -> Spread:
    """``spread`` that asks the ledger first, and tells it."""

    def judged(work: Callable[[Share], Judged], shares: Sequence[Share]) -> Iterator[Judged]:
        keys = [_mark(share) for share in shares]
        known = [_unpacked(ledger.share(key)) for key in keys]
        left = [share for share, found in zip(shares, known, strict=True) if found is None]
        fresh = iter(spread(work, left))
        for key, found in zip(keys, known, strict=True):
            if found is None:
                found = next(fresh)
                ledger.keep_share(key, packed(_row(found)))
            yield found

    return judged


def _mark(share: Share) -> str:
    """A hash of what is judged and of what it is judged by; of no number that was computed, which may differ in its last digit."""
    whole = share.collection
    facts = [row_of(one.fact) for one in whole.signatures if one.fact.id]
    near = [sorted(circle.near) for circle in share.circles if circle.near]
    pairs = [pair for pair, _ in share.pairs]
    told = [
        program_mark(),
        repr(share.settings),
        facts,
        near,
        pairs,
        sorted(share.main),
        sorted(whole.leads),
        sorted(whole.rarity),
    ]
    return fingerprint(json.dumps(told, default=str).encode("utf-8", "surrogatepass"))


def _row(judged: Judged) -> list[Any]:
    def listed(found: dict[tuple[int, int], float]) -> list[list[float]]:
        return [[one, other, value] for (one, other), value in found.items()]

    vetoes = [[one, other, veto.about, *veto.values] for (one, other), veto in judged.vetoes.items()]
    barred = sorted(judged.barred)
    return [listed(judged.likeness), listed(judged.verbatim), vetoes, barred, listed(judged.about)]


def _unpacked(row: bytes | None) -> Judged | None:
    """What was judged; None where nothing was kept, or nothing that can be read."""
    if row is None:
        return None
    try:
        likeness, verbatim, vetoes, barred, about = json.loads(zlib.decompress(row))
        return Judged(
            {(one, other): float(value) for one, other, value in likeness},
            {(one, other): float(value) for one, other, value in verbatim},
            {(one, other): Veto(why, (left, right)) for one, other, why, left, right in vetoes},
            {(one, other) for one, other in barred},
            {(one, other): float(value) for one, other, value in about},
        )
    except (ValueError, TypeError, zlib.error, RecursionError):
        return None
