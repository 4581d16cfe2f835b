"""Names and their counts in, pairs that are probably one name misspelt out, in time linear in the names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from rapidfuzz.distance import OSA

from ..errors import Problem, problem
from ..store.content import Content

# Below this length one letter more often tells two names apart than it is a slip.
_SHORTEST = 5


def find_misspellings(content: Content) -> Iterator[Problem]:
    """Speakers and tags that look like another one's misspelling."""
    names = {n.casefold() for e in content.entities for n in (e.name, *e.aliases)}
    speakers = Counter(fact.speaker for fact in content.facts if fact.speaker)
    tags = Counter(tag for fact in content.facts for tag in fact.tags)
    wrong_speakers = dict(near_pairs(speakers, names))
    wrong_tags = dict(near_pairs(tags, ()))
    for fact in content.facts:
        if fact.speaker in wrong_speakers:
            other = wrong_speakers[fact.speaker]
            place = content.place(fact.place, "speaker")
            yield problem(
                "speaker-spelling",
                place,
                fact=fact.id,
                value=fact.speaker,
                other=other,
                count=speakers[other],
            )
        for number, tag in enumerate(fact.tags):
            if tag in wrong_tags:
                other = wrong_tags[tag]
                place = content.place(fact.place, "tags", number)
                yield problem("tag-spelling", place, fact=fact.id, value=tag, other=other, count=tags[other])


def near_pairs(counts: Counter[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """(rarer, commoner) for names one slip apart; a name in ``known`` is never the misspelling."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        folded = _folded(name)
        if len(folded) < _SHORTEST:
            buckets[folded].append(name)
            continue
        for key in {folded, *(folded[:i] + folded[i + 1 :] for i in range(len(folded)))}:
            buckets[key].append(name)
    found: dict[str, str] = {}
    for names in buckets.values():
        for one in names:
            for other in names:
                if one != other and _is_slip(one, other, counts) and one.casefold() not in known:
                    best = found.get(one)
                    if best is None or counts[other] > counts[best]:
                        found[one] = other
    yield from found.items()


def _is_slip(one: str, other: str, counts: Counter[str]) -> bool:
    """Whether ``one`` is the rarer of two spellings a slip apart."""
    if counts[one] >= counts[other] and not (counts[one] == counts[other] and one > other):
        return False
    a, b = _folded(one), _folded(other)
    if a == b:
        return True
    if [c for c in a if c.isdigit()] != [c for c in b if c.isdigit()]:
        return False
    if counts[one] == counts[other] and not _only_ending(a, b):
        return False  # nothing says which of two equally common names would be the slip
    return int(OSA.distance(a, b, score_cutoff=1)) <= 1


def _only_ending(a: str, b: str) -> bool:
    return a + "s" == b or b + "s" == a


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
