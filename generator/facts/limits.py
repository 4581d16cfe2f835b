"""The words before a time in, whether they make it only a limit or a measure out: "by Friday", "as many as in 1850".

Such a time never dates what is told. English limits come with the time's role; here stand those of
the other languages and the comparisons of all, as data.
"""

from __future__ import annotations

import re

# The deadline, the end or the beginning of a state: "bis Ende März", "до кінця березня", "depuis lundi".
_LIMITS = {
    "de": r"bis(?: spätestens)?(?: zum| zu| in den| in die| ins)?|spätestens(?: am| im| bis| zum)?|seit(?: dem| der)?|vor dem|ab(?: dem)?",
    "fr": r"d['’]ici(?: à| au| la)?|jusqu['’](?:à|au|en)(?: la)?|avant(?: le| la)?|depuis(?: le| la)?|au plus tard(?: le| en)?"
    r"|à partir (?:du|de)",
    "es": r"antes (?:de|del)(?: el| la)?|hasta(?: el| la)?|desde(?: el| la)?|a más tardar(?: el| en)?|a partir (?:de|del)(?: el)?",
    "pl": r"do(?: samego)?|przed|najpóźniej(?: do| w)?|od",
    "uk": r"до(?: самого)?|не пізніше|перед|від|з|із|починаючи з",
    "ru": r"до(?: самого)?|не позднее|перед|к|с|со|начиная с",
}
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


_LIMIT = _ends(_LIMITS)
_MEASURE = _ends(_MEASURES)


def is_limit(before: str, lang: str) -> bool:
    """The time that ``before`` leads up to is a deadline, an end or a start of something that lasts."""
    row = _LIMIT.get(lang)
    return bool(row and row.search(before[-_REACH:]))


def is_measure(before: str, lang: str) -> bool:
    """The time that ``before`` leads up to is only compared with."""
    row = _MEASURE.get(lang or "en")
    return bool(row and row.search(before[-_REACH:]))
