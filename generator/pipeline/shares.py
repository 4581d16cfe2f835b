"""Shares of pairs to be judged in, what was judged of them out; a run that was killed finds what was judged already.

Joining a dense story is most of the work of adding it. Each share is kept as soon as it is judged, by a hash of the facts
in it and of all they were compared with, until the batch it belongs to is planned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .. import same
from ..model import Fact
from ..store.ledger import Ledger, program_mark
from ..store.text_file import fingerprint


def remembering(spread: same.Spread, ledger: Ledger) -> same.Spread:
    """``spread`` that asks the ledger first, and tells it."""

    def judged(
        work: Callable[[same.Share], same.Judged], shares: Sequence[same.Share]
    ) -> Iterator[same.Judged]:
        whole = _mark(shares[0]) if shares else ""
        keys = [fingerprint(b"".join((whole.encode(), *_pairs(share)))) for share in shares]
        known = [_unpacked(share, ledger.share(key)) for share, key in zip(shares, keys, strict=True)]
        left = [share for share, found in zip(shares, known, strict=True) if found is None]
        fresh = iter(spread(work, left))
        for key, found in zip(keys, known, strict=True):
            if found is None:
                found = next(fresh)
                ledger.keep_share(key, found.data())
            yield found

    return judged


def _mark(share: same.Share) -> str:
    """A hash of all that the shares of a collection are judged by; of no number that was computed, which may differ in its
    last digit.
    """
    whole = share.collection
    told = [
        program_mark(),
        repr(share.settings),
        [_told(one.fact) for one in whole.signatures if one.fact.id],
        fingerprint(share.circles.near.tobytes()),
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


def _pairs(share: same.Share) -> tuple[bytes, bytes]:
    return share.one.tobytes(), share.other.tobytes()


def _unpacked(share: same.Share, row: bytes | None) -> same.Judged | None:
    """What was judged; None where nothing was kept, or nothing that can be read."""
    return None if row is None else same.Judged.of(share.one, share.other, row)
