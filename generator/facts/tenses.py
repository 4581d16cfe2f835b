"""The main clause of a sentence in; whether it tells of now, of before now or of before that, out.

Told by the forms of the verb, which are few and closed, in the languages whose sentences are read. Only what
decides the day of an undated sentence is asked: the present claims no day that was told of before it, the past
may go on with one, and the pluperfect and "in those days" lie before the article's own.
"""

from __future__ import annotations

import re
from typing import Literal

from ..language import known_languages, language

Tense = Literal["present", "past", "before", ""]


def _found(name: str, clause: str, lang: str) -> re.Match[str] | None:
    """Where a pattern of the language is found; None also where the language has none."""
    row = language(lang).whole(name) if lang in known_languages() else None
    return row.search(clause) if row else None


def tells_past(lang: str) -> bool:
    """Whether the past is told by its forms there; English has rules of its own."""
    return lang == "en" or (lang in known_languages() and "was-told" in language(lang).patterns)


def long_ago(clause: str, lang: str) -> bool:
    """Whether a word of the clause says that it was in no time near (English has a table of its own)."""
    return _found("long-ago", clause, lang) is not None


def tense_of(clause: str, lang: str) -> Tense:
    """The tense of a main clause by the verb that comes first; "" where no form tells."""
    if _found("had-been", clause, lang):
        return "before"
    past, present = _found("was-told", clause, lang), _found("is-now", clause, lang)
    if past is not None and (present is None or past.start() <= present.start()):
        return "past"
    return "present" if present is not None else ""
