"""A language tag in, what the rules need to know of that language's words out: one data file a language.

Every word stands once in its file, with all its uses beside it; sentences, attribution, kinds and names
read the same table, so a verb that one of them knows the others know. Files are read when first asked for.
"""

from __future__ import annotations

from .files import LanguageFileError, known_languages, language, read_language
from .value import Abbreviations, Language, Verb

__all__ = [
    "Abbreviations",
    "Language",
    "LanguageFileError",
    "Verb",
    "known_languages",
    "language",
    "read_language",
]
