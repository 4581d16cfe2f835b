"""A body sentence in, the reason why it is no fact out, or ``""``: in doubt a sentence is a fact.

Each rule stands with its pattern and an example in the language's file.
"""

import re
from itertools import islice

from ..language import known_languages, language, pattern
from ..language.keys import SKIPS
from .attribution.lexicon import lexicon
from .attribution.line import LONGEST_SENTENCE

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_VERBISH = pattern("verbish")
_ANNOUNCING = 20  # words
_QUESTION_MARKS = ("?", "؟", "？")
_FRAGMENT_WORDS = 3
_NO_SUBJECT = pattern("no-subject")


def why_no_fact(sentence: str, *, spoken: bool = False, lang: str = "en") -> str:
    """Why ``sentence`` is no fact, ``""`` when it is one; ``spoken`` sentences hold what someone said."""
    bare = sentence.strip().strip("\"“”„«»'‘’ ")
    if len(bare) > LONGEST_SENTENCE:
        return "is longer than any sentence"
    if not _WORD.search(bare):
        return "holds no words"
    return "" if spoken else _states_nothing(bare, lang)


def _announces(bare: str, words: list[str], lang: str) -> bool:
    """ "Mayor Jane Roe said:", "And from Jane Roe:"."""
    short = bare.endswith(":") and len(words) <= _ANNOUNCING
    told = short and any(lexicon(lang).surely_says(word.lower()) for word in words)
    return told or (short and not _VERBISH.search(bare))


def _states_nothing(bare: str, lang: str) -> str:
    """Why what the article itself says is no fact."""
    others = language(lang).skips if lang != "en" and lang in known_languages() else ()
    for sign in (*language("en").skips, *others):
        if sign.pattern.match(bare):
            return SKIPS[sign.tells]
    most = _ANNOUNCING if bare.endswith(":") else _FRAGMENT_WORDS
    words = [found[0] for found in islice(_WORD.finditer(bare), most + 1)]
    if _announces(bare, words, lang):
        return SKIPS["leads-over"]
    if bare.endswith(_QUESTION_MARKS):
        return "asks a question"
    english = lang in ("", "en")
    short = english and len(words) <= _FRAGMENT_WORDS and _NO_SUBJECT.match(bare)
    alone = len(words) == 1 and english and bare[-1].isalpha()  # "Published"
    fragment = (short or len(words) == 1) and not _VERBISH.search(bare)
    return "is a fragment" if alone or fragment else ""
