"""A sentence of the article's own voice in, its clauses out when each tells an event with a date of its own.

"The bridge opened in 1841; in 1843 the tunnel was dug" is two facts. Clauses are told apart when each has
its own finite verb and date, none inside another, and its own subject or, plainly, that of the first.
"""

import re
from collections.abc import Sequence

from ..language import pattern
from ..model import ResolvedDate, Sentence

Span = tuple[int, int]

_TANGLED = pattern("tangled")
_SUBJECT = pattern("clause-subject")
_SEMICOLON = re.compile(r"\s*;\s+(?:and\s+)?")
_AND = re.compile(r",?\s+and\s+")
_OPENS = pattern("opens-time")
_MOST = 3
_SHARED = re.compile(r"[^,]+,\s")
# A verb that goes on with the subject before it: after "was arrested", a participle with the same helper …
_SAME_HELPER = pattern("same-helper")
# … or a verb of its own that no helper fits.
_OWN_VERB = pattern("own-verb")
_FIRST_VERB = pattern("first-verb")


def dated_clauses(text: str, sentence: Sentence, dates: Sequence[ResolvedDate]) -> tuple[Span, ...]:
    """Spans of the clauses, in order; empty when the sentence is best left whole."""
    whole = text[sentence.start : sentence.end]
    if _is_tangled(whole):
        return ()
    for mark in (_SEMICOLON, _AND):
        cuts = [found.span() for found in mark.finditer(whole)]
        if not cuts or (mark is _AND and len(cuts) > 1) or len(cuts) >= _MOST:
            continue
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(whole)]
        pairs = zip(starts, ends, strict=True)
        spans = tuple((sentence.start + a, sentence.start + b) for a, b in pairs if b > a)
        held = [[d for d in dates if a <= d.start and d.end <= b] for a, b in spans]
        if len(spans) == len(starts) and _each_dated(held) and _stand(text, spans, held):
            return spans
    return ()


def _is_tangled(whole: str) -> bool:
    """The sentence is best left whole: clauses in clauses, an aside, a list, a question."""
    return bool(_TANGLED.search(whole)) or whole.rstrip()[-1:] in "?!"


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
        small = at == 0 and re.match(r"(?:The|A|An|Its|His|Her|Their|Two|Three|Some|Many|Most|No)\s", bare)
        if not _SUBJECT.match(bare[:1].lower() + bare[1:] if small else bare):
            return False
    return True


def shared_clauses(
    text: str, sentence: Sentence, dates: Sequence[ResolvedDate]
) -> tuple[tuple[Span, ...], ...]:
    """ "Roe was arrested on 3 May and charged on 7 June": the spans of each statement, the second with the subject again."""
    whole = text[sentence.start : sentence.end]
    cuts = [found.span() for found in _AND.finditer(whole)]
    first = _FIRST_VERB.match(whole)
    if first is None or len(cuts) != 1 or _is_tangled(whole):
        return ()
    ((cut, rest),), at = cuts, sentence.start
    spans = (at, at + cut), (at + rest, at + len(whole))
    held = [[d for d in dates if a <= d.start and d.end <= b] for a, b in spans]
    if first.end() > cut or not _each_dated(held) or "," in whole[rest:].rstrip(" ."):
        return ()
    helper = first["helper"] or ""
    joins = _SAME_HELPER.match(whole, rest) if helper else _OWN_VERB.match(whole, rest)
    own = bool(helper) and _OWN_VERB.match(whole, rest) and not joins
    if not joins and not own:
        return ()
    shared = first.end("subject") if own or not helper else first.end("helper")
    return ((at, at + cut),), ((at, at + shared), (at + rest, at + len(whole)))
