"""A language tag in, what the rules need to know of that language's words out: one data file a language.

Every word stands once in its file, with all its uses beside it; sentences, attribution, kinds and names
read the same table, so a verb that one of them knows the others know. Files are read when first asked for.
"""

from .files import (
    LanguageFileError,
    Words,
    calendar_names,
    calendar_pattern,
    known_languages,
    language,
    pattern,
    pattern_everywhere,
    pattern_of,
    read_language,
    time_words,
    words_everywhere,
    words_of,
    words_used_as,
)
from .keys import TIME_CLASSES
from .time import TimeWords, Value
from .value import NOTHING, Abbreviations, Language, Sign, Verb, united

__all__ = [
    "NOTHING", "TIME_CLASSES", "Abbreviations", "Language", "LanguageFileError", "Sign", "TimeWords", "Value", "Verb", "Words",
    "calendar_names", "calendar_pattern", "english", "everywhere", "known_languages", "language", "pattern",
    "pattern_everywhere", "pattern_of", "read_language", "time_words", "united", "words", "words_everywhere",
    "words_of", "words_used_as",
]  # fmt: skip

english = words_of("en")
everywhere = Words(words_everywhere)  # the words of all languages together


def words(table: str) -> frozenset[str]:
    """The words of a white-space separated table."""
    return frozenset(table.split())
