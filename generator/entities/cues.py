"""The words that tell what a name is: titles before people, cues of organisations and places.

The words stand in the language files; each use says of what kind the name beside it is.
"""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError

from ..language import language, time_words, words
from .link import fold_words

_USED = language("en").used_as
# "President Rojas", "aide Otero": what follows is a person. In lower case too ("actor Matt Orde").
TITLES = _USED("person-title")
ROLE_WORDS = TITLES | _USED("title-maker")  # those, and what makes a title of what stands behind it
ORGANISATION, ORGANISATION_OF, ALONE = (_USED(use) for use in ("organisation", "organisation-of", "alone"))
MAKERS, THINGS, LAWS, BUILDINGS, SHIPS = (_USED(use) for use in ("maker", "thing", "law", "building", "ship"))
MEASURED = _USED("measured")  # units of time and the like
PLACE_AFTER, PLACE_BEFORE, PLACE_PREPOSITIONS = (
    _USED(use) for use in ("place-after", "place-before", "place-preposition")
)
# "Rojas said", "Otero, who": what precedes is a person.
SPEAKING = frozenset(
    form
    for verb in language("en").verbs
    if verb.takes == "clause"
    for form in verb.finite
    if form not in verb.also
) | words("who whose declined refused recalled testified")
# Capitalised words that are no names by themselves.
NO_NAME = _USED("no-name")
NOT_NAMES = NO_NAME | frozenset(
    name.rstrip(".") for kind in ("month", "weekday") for name in time_words("en").names(kind)
)
# Endings of words for a country's people or language: "Bolivian", "Japanese", "British".
_DEMONYM_ENDINGS = language("en").parts["people-ending"]
_DEMONYMS = _USED("people")


def is_demonym(word: str) -> bool:
    """Whether a word names a people, a faith or a camp, not one thing: "Bolivian", "Republicans"."""
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    if low in _DEMONYMS:
        return True
    return low.endswith(_DEMONYM_ENDINGS) and _stems_from_country(low)


@lru_cache(maxsize=1)
def _country_stems() -> frozenset[str]:
    return frozenset(word[:4] for name in known_places("en") for word in name)


def _stems_from_country(low: str) -> bool:
    return low[:4] in _country_stems()


_NO_COUNTRY = frozenset(("UN", "EU", "EZ", "QO", "ZZ", "XA", "XB"))  # territories by code, not by name


@lru_cache(maxsize=16)
def known_places(lang: str) -> frozenset[tuple[str, ...]]:
    """Folded names of countries and of the cities that time zones are named after, in ``lang`` and English."""
    names: set[tuple[str, ...]] = set()
    for code in {lang or "en", "en"}:
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        names |= {
            fold_words(name)
            for key, name in locale.territories.items()
            if len(key) == 2 and key not in _NO_COUNTRY
        }
        names |= {fold_words(str(zone["city"])) for zone in locale.time_zones.values() if "city" in zone}
    names |= {  # "Europe/Lisbon"; and the old zones named after countries: "Portugal"
        fold_words(zone.rsplit("/", 1)[-1].replace("_", " "))
        for zone in available_timezones()
        if zone.rsplit("/", 1)[-1].replace("_", "").isalpha()
        and not zone.startswith("Etc/")
        and len(zone) > 3
    }
    names |= {fold_words(name) for name in ("Washington", "Beijing", "Burma", "Gaza")}
    return frozenset(name for name in names if name and name[0] not in NOT_NAMES)
