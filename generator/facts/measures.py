"""The words before a time in, whether a figure is only measured against it out: "as many as in 1850".

Such a time never dates what is told. Limits ("by", "until") come with the time's own role.
"""

from __future__ import annotations

import re

# A time that only a figure is measured against: "twice as many as in 1850", "mehr als 2019".
_MEASURES = {
    "en": r"\bas (?:many|much|few|little|high|low|large|big|long|often|\w+)(?: [a-z]+){0,3} as(?: (?:it|they) (?:was|were|had|did))?"
    r"(?: in| on| at| during| back in)?(?: the)?|than(?: (?:it|they) (?:was|were|had|did))?(?: in| on| at| during)?(?: the)?"
    r"|(?:compared|comparison) (?:with|to)(?: that of)?(?: the)?",
    "de": r"(?:als|wie|gegenüber|verglichen mit|im vergleich zu[mr]?)(?: noch)?(?: im| am| in)?(?: jahr| jahre)?",
    "fr": r"(?:qu['’]|que |contre |par rapport à |comparé à )(?:en|le|au|la)?",
    "es": r"(?:que|frente a|comparado con|respecto a)(?: en| el| los)?",
    "pl": r"(?:niż|w porównaniu z|wobec)(?: w| we)?",
    "uk": r"(?:ніж|порівняно з|проти)(?: у| в)?",
    "ru": r"(?:чем|по сравнению с|против)(?: в| во)?",
}
_REACH = 60  # characters before the time that can hold such words


def _ends(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    """Each row as a pattern that must reach up to the time."""
    return {lang: re.compile(rf"(?:^|[\s,(«„\"])(?:{row})\s*$", re.IGNORECASE) for lang, row in table.items()}


_MEASURE = _ends(_MEASURES)


def is_measure(before: str, lang: str) -> bool:
    """The time that ``before`` leads up to is only compared with."""
    row = _MEASURE.get(lang or "en")
    return bool(row and row.search(before[-_REACH:]))
