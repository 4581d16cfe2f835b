"""Scored pairs in, groups of facts that are one out: best pairs first, and no group holds a veto.

Groups join by the average over all their pairs, so that one bridge does not draw two events together;
ties are broken by the facts' ids, so that the order in which facts come changes nothing.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

# A group of three or more may hold pairs a little below the mark: their company speaks for them.
SLACK = 0.08

Pair = tuple[int, int]


def group(
    count: int, names: Sequence[str], scores: Mapping[Pair, float], vetoed: set[Pair], least: float
) -> list[list[int]]:
    """Indexes ``0..count`` in groups, each sorted; ``scores`` and ``vetoed`` are keyed by (smaller, larger).

    A pair without a score counts as 0.
    """
    members: dict[int, list[int]] = {at: [at] for at in range(count)}
    links: dict[int, dict[int, float]] = {}
    barred: dict[int, set[int]] = {}
    for (one, other), score in scores.items():
        links.setdefault(one, {})[other] = score
        links.setdefault(other, {})[one] = score
    for one, other in vetoed:
        barred.setdefault(one, set()).add(other)
        barred.setdefault(other, set()).add(one)
    heap: list[tuple[float, str, str, int, int]] = []
    for (one, other), score in scores.items():
        if score >= least:
            low, high = sorted((names[one], names[other]))
            heap.append((-score, low, high, one, other))
    heapq.heapify(heap)
    while heap:
        negative, _, _, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        if other in barred.get(one, ()) or abs(_average(links, members, one, other) + negative) > 1e-9:
            continue
        _join(members, links, barred, one, other)
        for near in links.get(one, {}):
            average = _average(links, members, one, near)
            if average >= least - SLACK and near not in barred.get(one, ()):
                low, high = sorted((names[one], names[near]))
                heapq.heappush(heap, (-average, low, high, one, near))
    return [sorted(group) for _, group in sorted(members.items())]


def _average(
    links: Mapping[int, Mapping[int, float]], members: Mapping[int, Sequence[int]], one: int, other: int
) -> float:
    total = links.get(one, {}).get(other, 0.0)
    return total / (len(members[one]) * len(members[other]))


def _join(
    members: dict[int, list[int]],
    links: dict[int, dict[int, float]],
    barred: dict[int, set[int]],
    kept: int,
    gone: int,
) -> None:
    """Put group ``gone`` into ``kept``: members, summed links and vetoes."""
    members[kept].extend(members.pop(gone))
    for near, score in links.pop(gone, {}).items():
        links[near].pop(gone, None)
        if near != kept:
            links[kept][near] = links[kept].get(near, 0.0) + score
            links[near][kept] = links[kept][near]
    links.setdefault(kept, {}).pop(gone, None)
    for near in barred.pop(gone, set()):
        barred[near].discard(gone)
        barred[near].add(kept)
        barred.setdefault(kept, set()).add(near)
