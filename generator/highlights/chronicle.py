"""Words in, how much a sentence reads like an entry of a chronicle out: a table of events with weights.

Chronicles and biographical tables record turning points (offices won and lost, courts, births, deaths,
prizes, treaties) and pass over talk. Three weights are enough; the table is general knowledge of the
genre, not counted from any collection. Words stand in lower case, parts joined by a space.
"""

from __future__ import annotations

from collections.abc import Sequence

_WEIGHED: tuple[tuple[float, str], ...] = (
    # The turning points themselves.
    # "was sworn in", "pleaded not guilty", "died on Monday"
    (
        1.0,
        """elected|re-elected|reelected|wins|won|victory|sworn|inaugurated|inauguration|crowned|
        resigns|resigned|resignation|quits|steps down|stepped down|stood down|ousted|overthrown|deposed|
        impeached|impeachment|suspended|sacked|fired|dismissed|expelled|
        arrested|charged|indicted|pleads|pleaded|guilty|convicted|acquitted|sentenced|sentence|jailed|
        verdict|trial|bail|freed|released|custody|parole|probation|detained|deported|extradited|
        overturned|appeal|ruled|rules|granted|banned|barred|
        born|birth|died|dies|killed|assassinated|shot|kidnapped|attacked|crash|crashed|
        married|marries|wedding|engaged|engagement|divorce|divorced|pregnant|son|daughter|
        announces|announced|declares|declared|confirmed|launches|launched|unveils|unveiled|opens|opened|
        appointed|nominated|named|becomes|became|awarded|honored|honoured|inducted|
        graduates|graduated|retires|retired|
        defeats|defeated|defeat|beats|concedes|conceded|election|runoff|run-off|voted|approved|
        withdraws|withdrew|drops|dropped|signs|signed|signing|
        files|filed|sues|sued|settles|settled|
        apologises|apologised|apologizes|apologized|
        diagnosed|surgery|hospitalised|hospitalized""",
    ),
)

_TABLE: dict[str, float] = {
    " ".join(phrase.split()): weight for weight, phrases in _WEIGHED for phrase in phrases.split("|")
}
_CEILING = 3.0  # more events in one sentence do not make its day weigh more


def chronicle_weight(words: Sequence[str]) -> float:
    """The weight of a sentence's events, from 0 to 3; ``words`` in lower case."""
    total = 0.0
    for index, word in enumerate(words):
        total += _TABLE.get(word, 0.0)
        if index + 1 < len(words):
            total += _TABLE.get(f"{word} {words[index + 1]}", 0.0)
        if total >= _CEILING:
            return _CEILING
    return total
