"""A sentence's words in, how much it reads like an entry of a chronicle out: a table of events with weights.

Chronicles and biographical tables record turning points (offices won and lost, courts, births, deaths,
prizes, treaties) and pass over talk. The table is general knowledge of the genre, not counted from any
collection; three weights are enough. Other languages stand in ``chronicle_languages``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from .chronicle_languages import TALK, event_weight
from .reading import word_set

# Phrases in lower case, divided by bars. The longest that fits is taken.
_TURNING_POINTS = """
    re-elected|reelected|sworn in|swearing in|sworn|inaugurated|inauguration|take office|takes office|
    took office|resign|resigned|resigns|resignation|steps down|stepped down|stepping down|stood down|
    impeach|impeached|ousted|overthrown|deposed|crowned|abdicates|abdicated|wins|won|victory|awarded|
    concede defeat|conceded|concedes|sentenced|jailed|convicted|acquitted|cleared of|found guilty|
    not guilty|pleads guilty|pleaded guilty|pleads|pleaded|arrested|indicted|died|dies|dead|killed|
    assassinated|born|gave birth|gives birth|given birth|birth of|married|marries|marry|wedding|
    engaged|engagement
"""  # "was sworn in as", "pleaded not guilty", "died on Monday"
_STEPS = """
    elected|election|runoff|run-off|nominated|nomination|nominee|appointed|named|becomes|became|
    takes over|took over|defeated|defeat|loses|lost|suspended|sacked|fired|dismissed|expelled|quits|quit|
    retires|retired|retirement|withdraws|withdrew|withdrawn|drops out|dropped out|suspends|steps|
    stripped|leave of absence|charged|charges|treason|released|freed|bail|custody|detained|extradited|
    banned|barred|verdict|guilty|sentence|trial|overturned|overturns|appeal|ruled|ruling|testifies|
    testified|files|filed|sued|sues|lawsuit|settlement|settled|divorce|separated|pregnant|expecting|
    baby|diagnosed|surgery|hospital|hospitalised|hospitalized|shot|crash|attack|attacked|announces|
    announced|announcement|declares|declared|admits|admitted|reveals|revealed|confirms|confirmed|
    apologises|apologised|apologizes|apologized|launches|launched|premiere|graduated|graduates|signs|
    signed|signing|ceasefire|treaty|agreement|deal|summit|state visit|impeachment|voted|votes
"""  # "is charged with", "announces that", "files for divorce"
_DOINGS = """
    court|hearing|judge|meets|met|visit|visits|visited|opens|opened|unveils|unveiled|speech|address|
    addressed|postponed|cancelled|canceled|cancels|accused|allegations|investigation|report|raid|protest|
    vote|congress|parliament|senate|debate|interview|statement|tour|album|deny|denies|denied|agreed|
    agrees|begin|began|begins|start|started|joins|joined|returns|returned|bid|candidate|candidacy|
    campaign|tribute|funeral|buried
"""  # "appears in court", "visits", "denies that"


def _table() -> Iterator[tuple[tuple[str, ...], float]]:
    for weight, phrases in ((3.0, _TURNING_POINTS), (2.0, _STEPS), (1.0, _DOINGS)):
        for phrase in phrases.split("|"):
            yield tuple(phrase.split()), weight


EVENTS: Mapping[tuple[str, ...], float] = MappingProxyType(dict(_table()))
_LONGEST = max(len(phrase) for phrase in EVENTS)
_FEW = 8  # a sentence shorter than this is not taken for denser than it is

_TALK = TALK | word_set(
    "said says told tells according argued wrote added asked called claimed insisted suggested believes"
)


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
