"""A language in, the forms in which its verbs tell of past and present out."""

import re
from functools import cache

from ...language import language


@cache
def told_forms(code: str) -> re.Pattern[str] | None:
    """A pattern of the forms that the language's file gives, or None where it gives none."""
    own = language(code)
    forms = [own.tenses[tense] for tense in ("past", "present", "narrated") if tense in own.tenses]
    return re.compile("|".join(f"(?:{form})" for form in forms)) if forms else None
