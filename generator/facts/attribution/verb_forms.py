"""A language in, the forms in which its verbs tell of past and present out."""

import re
from functools import cache

from ...language import language


@cache
def told_forms(code: str, *, sure: bool = False) -> re.Pattern[str] | None:
    """A pattern of the forms that the language's file gives, or None where it gives none; ``sure`` ones tell alone."""
    own = language(code)
    tenses = ("past", "present") if sure else ("past", "present", "narrated")
    forms = [own.tenses[tense] for tense in tenses if tense in own.tenses]
    return re.compile("|".join(f"(?:{form})" for form in forms)) if forms else None
