"""A time and the words on both sides of it in; whether it only says when a thing was made or what is compared.

"rozpatrzył wniosek złożony 16 lutego", "die am 16. Februar eingereichte Klage", "la plainte déposée le 16 février":
a participle right beside the time, that no helper makes the verb of its clause. Nor does a time that a figure is only
measured against date anything: "as many as in 1850"; limits ("by", "until") come with the time's own role.
"""

import re
from functools import cache

from ..language import NOTHING, Language, known_languages, language, pattern, united

_REACH = 70  # characters before the time
_FIGURE_REACH = 60  # the same, that can hold the words by which a figure is compared
_HELPERS = ("have", "passive", "helper", "negation", "preposition", "determiner")
_OCCASION = 6  # words before the participle among which a preposition makes an occasion of what it describes
_OPENS = pattern("opens-thing", "de")
_CLOSES = re.compile(r"^\s(?:[a-zäöüß]+\s){0,2}?[a-zäöüß]{3,}(?:t|en)e[nrms]?\s[A-ZÄÖÜ]")


def of_described(before: str, after: str, lang: str) -> bool:
    """The time is that of a thing's making, and not of what is told of it."""
    if lang == "en" or lang not in known_languages():
        return False
    own = language(lang)
    if own.nouns_capital:
        return bool(_OPENS.search(before) and _CLOSES.match(after))
    words = re.findall(r"[\w'’-]+|,", before[-_REACH:].lower())
    small = united(own.used_as("preposition"), own.used_as("determiner"))
    while words and words[-1] in small:
        words.pop()
    if len(words) < 2 or not _participle(own, words):
        return False
    happened = "happening" in own.patterns and own.whole("happening").fullmatch(" ".join(words))
    return not happened and own.whole("occasion").search(" ".join(words[-_OCCASION:-1])) is None


def _participle(own: Language, words: list[str]) -> bool:
    """The last word is a participle, and the one before a noun and no helper."""
    form = own.whole("describing") if "describing" in own.patterns else own.forms("participle")
    before = words[-2]
    helper = any(before in own.used_as(use) for use in _HELPERS) or (before == "," and not own.names_decline)
    verb = own.forms("past", "present").fullmatch(before)
    return form.fullmatch(words[-1]) is not None and not (verb or helper)


@cache
def _leads_up(lang: str) -> re.Pattern[str]:
    """What a figure is measured against, up to the time."""
    row = language(lang).patterns.get("measured-against") if lang in known_languages() else None
    return re.compile(rf"(?:^|[\s,(«„\"])(?:{row})\s*$", re.IGNORECASE) if row else NOTHING


def is_measure(before: str, lang: str) -> bool:
    """The time that ``before`` leads up to is only compared with."""
    return _leads_up(lang).search(before[-_FIGURE_REACH:]) is not None
