"""A sentence's words in, how much it reads like an entry of a chronicle out: a table of events with weights.

Chronicles and biographical tables record turning points (offices won and lost, courts, births, deaths,
prizes, treaties) and pass over talk. The table is general knowledge of the genre, not counted from any
collection; three weights are enough. Other languages stand in ``chronicle_languages``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ..language import everywhere, language
from .chronicle_languages import WEIGHTS, event_weight

EVENTS: Mapping[tuple[str, ...], float] = MappingProxyType(
    {tuple(phrase.split()): weight for part, weight in WEIGHTS for phrase in language("en").parts[part]}
)
_LONGEST = max(len(phrase) for phrase in EVENTS)
_FEW = 8  # a sentence shorter than this is not taken for denser than it is

_TALK = everywhere.talk


def chronicle_weight(words: Sequence[str]) -> float:
    """The summed weight of the events in a sentence; ``words`` in lower case."""
    total = 0.0
    index = 0
    while index < len(words):
        size = _longest_at(words, index)
        if size:
            total += EVENTS[tuple(words[index : index + size])]
        else:
            total += event_weight(words[index])
        index += size or 1
    return total


def chronicle_density(words: Sequence[str]) -> float:
    """The same a word: "She was sworn in as mayor" is an entry, a long sentence with one event is not."""
    return chronicle_weight(words) / max(_FEW, len(words))


def is_talk(words: Sequence[str]) -> bool:
    """Whether the sentence reports words rather than events."""
    return not _TALK.isdisjoint(words)


def _longest_at(words: Sequence[str], index: int) -> int:
    for size in range(min(_LONGEST, len(words) - index), 0, -1):
        if tuple(words[index : index + size]) in EVENTS:
            return size
    return 0
