"""Shares of pairs to be judged in, what was judged of them out; a run that was killed finds what was judged already.

Joining a dense story is most of the work of adding it. Each share is kept as soon as it is judged, by a hash of the facts
in it and of all they were compared with, until the batch it belongs to is planned.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .. import same
from ..model import Fact
from ..store.ledger import Ledger, packed, program_mark
from ..store.text_file import fingerprint


def remembering(spread: same.Spread, ledger: Ledger) -> same.Spread:
    """``spread`` that asks the ledger first, and tells it."""

    def judged(
        work: Callable[[same.Share], same.Judged], shares: Sequence[same.Share]
    ) -> Iterator[same.Judged]:
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


def _mark(share: same.Share) -> str:
    """A hash of what is judged and of what it is judged by; of no number that was computed, which may differ in its last digit."""
    whole = share.collection
    told = [
        program_mark(),
        repr(share.settings),
        [_told(one.fact) for one in whole.signatures if one.fact.id],
        share.circles.near.tolist(),
        share.one.tolist(),
        share.other.tolist(),
        sorted(share.main),
        sorted(whole.leads),
        sorted(whole.rarity),
    ]
    return fingerprint(repr(told).encode("utf-8", "surrogatepass"))


def _told(fact: Fact) -> tuple[object, ...]:
    """What of a fact decides with which others it is one."""
    voice = (fact.speaker, fact.anonymous, fact.kind, fact.denied, fact.not_same_as)
    where = [(source.article, source.date.basis) for source in fact.sources]
    return fact.id, fact.text, fact.date, *voice, where


def _row(judged: same.Judged) -> list[Any]:
    def listed(found: dict[tuple[int, int], float]) -> list[list[float]]:
        return [[one, other, value] for (one, other), value in found.items()]

    vetoes = [[one, other, veto.about, *veto.values] for (one, other), veto in judged.vetoes.items()]
    barred = sorted(judged.barred)
    return [listed(judged.likeness), listed(judged.verbatim), vetoes, barred, listed(judged.about)]


def _unpacked(row: bytes | None) -> same.Judged | None:
    """What was judged; None where nothing was kept, or nothing that can be read."""
    if row is None:
        return None
    try:
        likeness, verbatim, vetoes, barred, about = json.loads(zlib.decompress(row))
        return same.Judged(
            {(one, other): float(value) for one, other, value in likeness},
            {(one, other): float(value) for one, other, value in verbatim},
            {(one, other): same.Veto(why, (left, right)) for one, other, why, left, right in vetoes},
            {(one, other) for one, other in barred},
            {(one, other): float(value) for one, other, value in about},
        )
    except (ValueError, TypeError, zlib.error, RecursionError):
        return None
