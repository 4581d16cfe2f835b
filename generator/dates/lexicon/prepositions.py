"""What the prepositions of languages other than English say of the date behind them, as roles.

A preposition that means "until" means "by" before an edge: "до кінця березня" is "by the end of March".
"""

from __future__ import annotations

from collections.abc import Mapping

PREPOSITIONS: Mapping[str, Mapping[str, str]] = {
    "uk": {"до": "until", "з": "from", "із": "from", "зі": "from", "від": "from", "після": "after", "перед": "before",
           "починаючи з": "starting", "не пізніше": "by"},
    "ru": {"до": "until", "с": "from", "со": "from", "от": "from", "после": "after", "перед": "before", "к": "by",
           "начиная с": "starting", "не позднее": "by"},
    "pl": {"do": "until", "od": "since", "po": "after", "przed": "before", "najpóźniej": "by"},
    "de": {"bis": "until", "bis zum": "until", "seit": "since", "seit dem": "since", "ab": "starting", "ab dem": "starting",
           "vor": "before", "vor dem": "before", "nach": "after", "nach dem": "after", "von": "from", "vom": "from",
           "spätestens": "by"},
    "fr": {"d' ici": "by", "d’ ici": "by", "ici": "by", "jusqu' en": "until", "jusqu’ en": "until", "jusque": "until",
           "jusqu' au": "until", "jusqu’ au": "until", "depuis": "since", "depuis le": "since", "dès": "starting",
           "avant": "before", "avant le": "before", "après": "after", "après le": "after", "entre": "between",
           "jusqu en": "until", "jusqu au": "until", "' en": "until", "’ en": "until", "' au": "until", "’ au": "until",
           "ici le": "by", "ici à": "by"},
    "es": {"antes de": "by", "antes del": "by", "hasta": "until", "hasta el": "until", "desde": "since", "desde el": "since",
           "tras": "after", "después de": "after", "después del": "after", "para": "by", "para el": "by", "entre": "between",
           "a partir": "starting", "partir de": "starting", "partir del": "starting"},
    "it": {"entro": "by", "entro il": "by", "fino al": "until", "dal": "from", "prima del": "before", "dopo il": "after"},
    "pt": {"até": "until", "desde": "since", "antes de": "before", "após": "after"},
    "nl": {"tot": "until", "sinds": "since", "vanaf": "starting", "voor": "before", "na": "after"},
    "cs": {"do": "until", "od": "since", "před": "before", "po": "after"},
    "sv": {"till": "until", "sedan": "since", "före": "before", "efter": "after"},
}  # fmt: skip
