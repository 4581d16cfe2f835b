"""What a fact's text says in, what kind of thing it is out: event, statement, plan or proposal.

A plan is something someone means to do, a proposal something someone asks of another or offers. The
cues are data; a cue counts only in the main clause, so a relative clause's "would" makes no plan.
"""

import re
from functools import lru_cache
from typing import Literal

from ..language import known_languages, language, pattern, pattern_of
from ..model import FactKind

_TOLD_FIRST = pattern("told-first")
_FIRST_FINITE = pattern("first-finite")
_OTHER_CLAUSE = re.compile(r"[,;]\s|\s[—–―]\s")
_APPOSED = re.compile(r"^([^,;—–―]{3,60}),\s[^,;—–―]{3,60},(?=\s)")  # "Le maire, Paul Castel, devrait …"
_DATED = re.compile(r"^(?:[\w'’]+ ){1,6}\d{4}, ")  # "En otoño de 2025, las piezas se exhibirán"
_CLAUSE = pattern("aside-begins")
_ASIDE = re.compile(r",\s+(?:who|whom|whose|which|where)\b[^,]*,")
_LEADING = pattern("aside-leads")
_QUOTED = re.compile(r"[“\"„«][^”\"“»]{0,400}[”\"“»]")
_LETTERS = re.compile(r"[a-z]+")
_GAP = re.compile(r"\s\s{19,}")
_STOPPED = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


# "how the vote would end": a question, whoever asks it, plans nothing.
_ASKS = re.compile(r"^(?:how|why|whether|what)\b(?!.*\?$)", re.IGNORECASE)
_TURNED_DOWN = pattern("turned-down")
_LEADS_TO = pattern("leads-to")


def kind_of(text: str, *, spoken: bool, lang: str = "en") -> FactKind:
    """The kind of a fact whose text is ``text``; ``spoken`` when a speaker stands over it."""
    default: FactKind = "statement" if spoken else "event"
    if text.endswith("?"):
        return default
    if lang not in ("", "en"):
        return _kind_elsewhere(text, lang) or default
    if _ASKS.match(text):
        return default
    main = main_clause(text)
    words = set(_LETTERS.findall(main.lower()))
    for sign in language("en").kinds:
        told = not sign.needs.isdisjoint(words) and sign.pattern.search(main)
        if told and not _undone(sign.tells, text, main):
            return sign.tells  # type: ignore[return-value]
    return default


def _undone(kind: str, text: str, main: str) -> bool:
    """What sounds like a plan or a proposal has happened, or was turned down."""
    if kind == "proposal":
        return _TURNED_DOWN.search(text) is not None
    return bool(_TOLD_FIRST.search(main) or _LEADS_TO.search(main))


def _kind_elsewhere(text: str, lang: str) -> Literal["plan", "proposal"] | None:
    """A proposal or a plan by the cues of a language other than English; None when there is none."""
    if lang not in known_languages():
        return None
    main = _OTHER_CLAUSE.split(_DATED.sub("", _APPOSED.sub(r"\1", text)))[0]
    main = pattern_of(lang, "relative").split(main)[0]
    if pattern_of(lang, "by-then").match(main):
        return "plan"
    if pattern_of(lang, "proposal").search(main) and not pattern_of(lang, "no-speech").search(text):
        return "proposal"
    needed = "plan-needs" not in language(lang).patterns or pattern_of(lang, "plan-needs").search(main)
    plan = pattern_of(lang, "plan").search(main) and not pattern_of(lang, "hearsay").search(main)
    return "plan" if plan and needed else None


def told_in_the_past(text: str) -> bool:
    """The first verb of the main clause is a past one (English): "The motion passed on Wednesday"."""
    found = _FIRST_FINITE.search(main_clause(text))
    return found is not None and found.lastgroup == "past"


@lru_cache  # several rules ask for the same sentence one after the other
def main_clause(text: str) -> str:
    """The main clause of a sentence: without a leading subordinate clause, up to the next one, quotations out."""
    quoted = text.startswith(("“", '"', "„", "«")) and text.rstrip(".,").endswith(("”", '"', "“", "»"))
    bare = text if quoted else _QUOTED.sub(" ", text)
    if "  " in bare or not bare.isprintable():
        bare = _GAP.sub(" ", bare)  # a search for what begins with a gap tries each place in a long one
    if _LEADING.match(bare):
        comma = bare.find(",")
        bare = bare[comma + 1 :] if comma > 0 else bare
    if "." in bare or "!" in bare or "?" in bare:
        bare = _STOPPED.split(bare)[0]
    bare = _ASIDE.sub(" ", bare)
    found = _CLAUSE.search(bare, 3)
    return bare[: found.start()] if found else bare
