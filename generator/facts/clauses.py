"""A sentence of the article's own voice in, its clauses out when each tells an event with a date of its own.

"The bridge opened in 1841; in 1843 the tunnel was dug" is two facts. Clauses are told apart when each has
its own finite verb and date, none inside another, and its own subject or, plainly, that of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import ResolvedDate, Sentence

Span = tuple[int, int]

# Words of a clause inside another, of a quotation, an aside or a list: such a sentence stays whole.
_TANGLED = re.compile(
    r"[\"“”„«»():—–―]|\b(?:which|who|whom|whose|that|where|when|than|because|although|though|if|unless|while|whereas|after|before"
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


# A verb that goes on with the subject before it: after "was arrested", a participle with the same helper …
_SAME_HELPER = re.compile(
    r"(?:later |then |subsequently |finally |formally )?(?:charged|convicted|sentenced|released|abandoned|adjourned|sold|closed|demolished"
    r"|rebuilt|renamed|published|approved|signed|jailed|freed|fined|acquitted|cleared|found|extradited|deported|buried|elected|re-elected"
    r"|appointed|named|confirmed|transferred|taken|sent|brought|held|killed|executed|expelled|suspended|dismissed|fired|sacked|reinstated"
    r"|restored|reopened|completed|finished|launched|withdrawn|cancelled|canceled|postponed|shot|discovered|identified|arrested|detained"
    r"|bailed|remanded|indicted|awarded|admitted|discharged|adopted|ratified|repealed|amended|overturned|upheld|introduced|extended"
    r"|expanded|seized|recovered|returned|opened|promoted|replaced|evacuated|diagnosed|sworn in|put on trial)\b",
    re.IGNORECASE,
)
# … or a verb of its own that no helper fits.
_OWN_VERB = re.compile(
    r"(?:later |then |subsequently |finally |formally )?(?:was|were|had|did|went|came|became|began|took|left|met|fell|led|won|lost|made|gave|saw"
    r"|wrote|grew|broke|flew|sank|bought|sold|drew|drove|fought|stood|threw|paid|died|resigned|appeared|pleaded|arrived|joined|ruled|retired"
    r"|returned|moved|graduated|earned|founded|married|served|published|signed|announced|filed|voted|agreed|opened|closed)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were)\s+(?:first |formally |initially |originally )?$", re.IGNORECASE)
_FIRST_VERB = re.compile(
    r"^(?P<subject>(?:(?:The|A|An|Its|His|Her|Their|Two|Three|Four|Five|Some|Many|the|a|an|its|his|her|their)\s+(?:[\w'’.-]+\s+){1,4}?|(?:[^\W\d_a-z][\w'’.-]*\s+){1,4}|(?:He|She|It|They)\s+))"
    r"(?P<helper>(?:was|were)\s+)?(?:(?:first|formally|initially|originally|also)\s+)?"
    r"(?P<verb>went|came|became|began|took|left|met|fell|led|won|lost|made|gave|saw|wrote|grew|broke|flew|sank|bought|sold|drew|drove|fought|heard|held|found|built|born|shot|put|taken|sent|\w{2,}ed)\b"
)


def shared_clauses(
    text: str, sentence: Sentence, dates: Sequence[ResolvedDate]
) -> tuple[tuple[Span, ...], ...]:
    """ "Roe was arrested on 3 May and charged on 7 June": the spans of each statement, the second with the subject again."""
    whole = text[sentence.start : sentence.end]
    cuts = [found.span() for found in _AND.finditer(whole)]
    first = _FIRST_VERB.match(whole)
    if first is None or len(cuts) != 1 or _TANGLED.search(whole) or whole.rstrip()[-1:] in "?!":
        return ()
    (cut, rest), at = cuts[0], sentence.start
    held = [
        [d for d in dates if a <= d.start - at and d.end - at <= b] for a, b in ((0, cut), (rest, len(whole)))
    ]
    if first.end() > cut or not _each_dated(held) or "," in whole[rest:].rstrip(" ."):
        return ()
    helper = first["helper"] or ""
    joins = _SAME_HELPER.match(whole, rest) if helper else _OWN_VERB.match(whole, rest)
    own = bool(helper) and _OWN_VERB.match(whole, rest) and not joins
    if not joins and not own:
        return ()
    shared = first.end("subject") if own or not helper else first.end("helper")
    return ((at, at + cut),), ((at, at + shared), (at + rest, at + len(whole)))
