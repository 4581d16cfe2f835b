"""A collection in, the pairs of facts worth comparing out.

Facts are filed under their terms and, within a term, by day. Two facts are a pair when their days can
meet and they share enough: so the cost grows with the facts of a window, not with their square. A term
that too many facts of one window share says nothing there and is passed over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from .signature import Collection, Signature

_CROWD = 120  # more facts than this under one term in one window: the term tells nothing apart
_PARTNERS = 100  # the most promising partners of one fact that are compared at all
_LONG = 31  # days; a vaguer date than a month is filed apart, to keep the windows narrow
_SHARED = 2  # terms
_CIRCLE = 100  # facts that one is compared with to see what company it keeps, where there are so many
_ALWAYS = (-(10**9), 10**9)  # the days of an undated fact


class _Row:
    """Facts in the order of their first days."""

    __slots__ = ("days", "facts")

    def __init__(self) -> None:
        self.days: list[int] = []
        self.facts: list[int] = []


class _Shelf:
    """The facts under one term: of one day, of some days, and vague or undated ones."""

    __slots__ = ("day", "span", "vague")

    def __init__(self) -> None:
        self.day = _Row()
        self.span = _Row()
        self.vague: list[int] = []


def candidate_pairs(
    collection: Collection, window: int, old: AbstractSet[int] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, smaller first, each once, in order.

    Of the ``old``, which were compared before, only those that stand beside a new one in a pair are looked at: what
    company they keep is asked.
    """
    signatures = collection.signatures
    count = len(signatures)
    shelves = _file(signatures)
    told_by: dict[str, list[int]] = {}
    for at, signature in enumerate(signatures):
        for article in signature.articles:
            told_by.setdefault(article, []).append(at)
    spans = [signature.days or _ALWAYS for signature in signatures]
    circles: dict[frozenset[str], list[int]] = {}
    codes: set[int] = set()  # both indexes of a pair in one number: many pairs, and small
    for at, signature in enumerate(signatures):
        partners = _partners(collection, shelves, at, window)
        if partners and len(partners) < _CIRCLE:
            if signature.articles not in circles:
                circles[signature.articles] = _bystanders(collection, told_by, signature)
            near = circles[signature.articles]
            if signature.days is not None:
                first, last = signature.days[0] - window, signature.days[1] + window
                near = [other for other in near if spans[other][0] <= last and spans[other][1] >= first]
            partners += near[: _CIRCLE - len(partners)]
        codes.update([at * count + other if at < other else other * count + at for other in partners])
    if old:
        codes = _about_new(codes, count, old)
    for code in sorted(codes):
        one, other = divmod(code, count)
        if one != other and days_meet(signatures[one], signatures[other], window):
            yield one, other


def _about_new(codes: AbstractSet[int], count: int, old: AbstractSet[int]) -> set[int]:
    """The pairs with a new fact, and those with an old one that is in a pair with a new one."""
    pairs = [(code, *divmod(code, count)) for code in codes]
    asked = {at for _, one, other in pairs if one not in old or other not in old for at in (one, other)}
    return {code for code, one, other in pairs if one in asked or other in asked}


def _partners(collection: Collection, shelves: Mapping[str, _Shelf], at: int, window: int) -> list[int]:
    """The facts that share enough with one."""
    signatures = collection.signatures
    signature = signatures[at]
    found: list[int] = []
    weight: dict[int, float] = {}
    for term in signature.terms:
        if (shelf := shelves.get(term)) is None:
            continue
        met = _open(shelf, signature, window)
        if len(met) <= _CROWD:
            found += met
            rarity = collection.rarity[term]
            for other in met:
                weight[other] = weight.get(other, 0.0) + rarity
    shared = Counter(found)
    fewest = min(_SHARED, len(signature.terms))
    partners = [
        other
        for other, count in shared.items()
        if other != at and count >= min(fewest, len(signatures[other].terms))
    ]
    if len(partners) > _PARTNERS:
        partners.sort(key=lambda other: (-weight[other], signatures[other].fact.id))
        del partners[_PARTNERS:]
    return partners


def _bystanders(
    collection: Collection, told_by: Mapping[str, Sequence[int]], signature: Signature
) -> list[int]:
    """Facts of the nearest articles: the circle against which a pair's company is judged."""
    near: dict[str, float] = {}
    for article in signature.articles:
        for other, value in collection.near[article].items():
            near[other] = max(value, near.get(other, 0.0))
    found: list[int] = []
    for article, _ in sorted(near.items(), key=lambda item: (-item[1], item[0])):
        if len(found) >= _CIRCLE:
            break
        found += told_by[article]
    return found[:_CIRCLE]


def days_meet(one: Signature, other: Signature, window: int) -> bool:
    """Whether two facts can be of one time: an unknown date meets every other."""
    if one.days is None or other.days is None:
        return True
    return one.days[0] <= other.days[1] + window and other.days[0] <= one.days[1] + window


def _vague(signature: Signature) -> bool:
    return signature.days is None or signature.days[1] - signature.days[0] > _LONG


def _file(signatures: tuple[Signature, ...]) -> dict[str, _Shelf]:
    """Shelves of the terms that at least two facts have; a term of one brings nobody together."""
    often = Counter(term for signature in signatures for term in signature.terms)
    shelves = {term: _Shelf() for term, count in often.items() if count > 1}
    ordered = sorted(range(len(signatures)), key=lambda at: (signatures[at].days or (0, 0), at))
    for at in ordered:
        signature = signatures[at]
        days, vague = signature.days, _vague(signature)
        for term in signature.terms:
            if (shelf := shelves.get(term)) is None:
                continue
            if vague or days is None:
                shelf.vague.append(at)
            else:
                row = shelf.day if days[0] == days[1] else shelf.span
                row.days.append(days[0])
                row.facts.append(at)
    return shelves


def _open(shelf: _Shelf, signature: Signature, window: int) -> list[int]:
    """The facts on a shelf whose days can meet the signature's; one more than a crowd is enough."""
    found = shelf.vague[: _CROWD + 1]
    for row, reach in ((shelf.day, window), (shelf.span, window + _LONG)):
        if not row.days:
            continue
        low, high = 0, len(row.days)
        if signature.days is not None:
            low = bisect_left(row.days, signature.days[0] - reach)
            high = bisect_right(row.days, signature.days[1] + window)
        found += row.facts[low : min(high, low + _CROWD + 1)]
    return found
