"""A sentence of the article's own voice in, its clauses out when each tells an event with a date of its own.

"The bridge opened in 1841; in 1843 the tunnel was dug" is two facts. Only clauses that stand by
themselves are told apart: each with its own subject, finite verb and date, none inside another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import ResolvedDate, Sentence

Span = tuple[int, int]

# Words of a clause inside another, of a quotation, an aside or a list: such a sentence stays whole.
_TANGLED = re.compile(
    r"[\"“”„«»():—–]|\b(?:which|who|whom|whose|that|where|when|than|because|although|though|if|unless|while|whereas|after|before"
    r"|since|until|till|as|whether|how|why|both|either|neither|not only|between|said|says|according)\b",
    re.IGNORECASE,
)
_FINITE = (
    r"(?:was|were|had|has|did|came|went|became|began|took|rose|fell|gave|saw|wrote|grew|broke|flew|sank|won|lost|left|made|sent"
    r"|found|built|bought|sold|met|led|held|died|drew|drove|fought|struck|stood|swore|threw|paid|burnt|burst|\w{2,}ed)"
)
_WORD = r"[\w'’.-]+"
# An opening time ("on 6 September 1522,"), a subject that is no pronoun, its verb: a clause that stands by itself.
_SUBJECT = re.compile(
    rf"^(?:(?:the|a|an|its|his|her|their|two|three|four|five|some|many|most|no)\s+(?:{_WORD}\s+){{1,4}}?|(?:[^\W\d_a-z]{_WORD}\s+){{1,4}}"
    rf"|(?:workers|troops|soldiers|police|firefighters|crowds|protesters|officials|residents|voters|rebels)\s+){_FINITE}\b"
)
_SEMICOLON = re.compile(r"\s*;\s+(?:and\s+)?")
_AND = re.compile(r",?\s+and\s+")
_OPENS = re.compile(r"^(?:in|on|at|about|around|by)\s+(?:the\s+)?(?:early\s+|late\s+)?$|^$", re.IGNORECASE)
_MOST = 3
_SHARED = re.compile(r"^[^,]{1,60},\s", re.IGNORECASE)


def dated_clauses(text: str, sentence: Sentence, dates: Sequence[ResolvedDate]) -> tuple[Span, ...]:
    """Spans of the clauses, in order; empty when the sentence is best left whole."""
    whole = text[sentence.start : sentence.end]
    if _TANGLED.search(whole) or whole.rstrip()[-1:] in "?!":
        return ()
    for mark in (_SEMICOLON, _AND):
        cuts = [found.span() for found in mark.finditer(whole)]
        if not cuts or (mark is _AND and len(cuts) > 1) or len(cuts) >= _MOST:
            continue
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(whole)]
        spans = tuple(
            (sentence.start + a, sentence.start + b) for a, b in zip(starts, ends, strict=True) if b > a
        )
        held = [[d for d in dates if a <= d.start and d.end <= b] for a, b in spans]
        if len(spans) == len(starts) and _each_dated(held) and _stand(text, spans, held):
            return spans
    return ()


def _each_dated(held: Sequence[Sequence[ResolvedDate]]) -> bool:
    """Every clause has exactly one time, stated in full, and no two have the same."""
    if any(len(group) != 1 or group[0].role not in ("", "by") or not group[0].edtf for group in held):
        return False
    values = [group[0].edtf for group in held]
    return len(set(values)) == len(values)


def _stand(text: str, spans: Sequence[Span], held: Sequence[Sequence[ResolvedDate]]) -> bool:
    """Each clause has a subject and a finite verb of its own, past the time that may open it."""
    for at, ((start, end), group) in enumerate(zip(spans, held, strict=True)):
        date, bare = group[0], text[start:end]
        if _OPENS.match(text[start : date.start]):
            bare = text[date.end : end].lstrip(" ,")
        elif _SHARED.match(bare):
            return False  # "In Paris, the tower opened in 1889 and …": the place may be that of both
        lead = (
            bare[:1].lower() + bare[1:]
            if at == 0 and re.match(r"(?:The|A|An|Its|His|Her|Their|Two|Three|Some|Many|Most|No)\s", bare)
            else bare
        )
        if not _SUBJECT.match(lead):
            return False
    return True
