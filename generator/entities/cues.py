"""The words that tell what a name is: titles before people, cues of organisations and places.

The words stand in the language files; each use says of what kind the name beside it is.
"""

from collections.abc import Set
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
THE, BELONGING, GOAL, SAINT, NEW = (_USED(use) for use in ("the", "belonging", "goal", "saint", "new"))
PLACE_AFTER, PLACE_BEFORE, PLACE_PREPOSITIONS = (
    _USED(use) for use in ("place-after", "place-before", "place-preposition")
)
# "Rojas said", "Otero, who": what precedes is a person.
_VERBS = [verb for verb in language("en").verbs if verb.takes == "clause"]
SPEAKING = frozenset(form for verb in _VERBS for form in verb.finite if form not in verb.also)
SPEAKING |= words("who whose declined refused recalled testified")
# Capitalised words that are no names by themselves.
NO_NAME = _USED("no-name")
NOT_NAMES = NO_NAME | {name.rstrip(".") for name in time_words("en").calendar}
# Endings of words for a country's people or language: "Bolivian", "Japanese", "British".
_DEMONYM_ENDINGS = language("en").parts["people-ending"]
_DEMONYMS = _USED("people")
_NO_COUNTRY = frozenset(("UN", "EU", "EZ", "QO", "ZZ", "XA", "XB"))  # territories by code, not by name


def is_demonym(word: str) -> bool:
    """Whether a word names a people, a faith or a camp, not one thing: "Bolivian", "Republicans"."""
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    return low in _DEMONYMS or (low.endswith(_DEMONYM_ENDINGS) and low[:4] in _country_stems())


@lru_cache
def _country_stems() -> frozenset[str]:
    return frozenset(word[:4] for name in known_places("en") for word in name)


def places_of(locale: Locale, without: Set[str] = frozenset()) -> list[str]:
    """The names of countries and of the cities of time zones in a locale."""
    names = [str(name) for key, name in locale.territories.items() if len(key) == 2 and key not in without]
    return names + [str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone]


@lru_cache
def known_places(lang: str) -> frozenset[tuple[str, ...]]:
    """Folded names of countries and of the cities that time zones are named after, in ``lang`` and English."""
    names: set[tuple[str, ...]] = set()
    for code in {lang or "en", "en"}:
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        names |= {fold_words(name) for name in places_of(locale, without=_NO_COUNTRY)}
    # "Europe/Lisbon"; and the old zones named after countries: "Portugal"
    zones = (zone for zone in available_timezones() if not zone.startswith("Etc/") and len(zone) > 3)
    cities = (zone.rpartition("/")[-1].replace("_", " ") for zone in zones)
    names |= {fold_words(city) for city in cities if city.replace(" ", "").isalpha()}
    names |= {fold_words(name) for name in ("Washington", "Beijing", "Burma", "Gaza")}
    return frozenset(name for name in names if name and name[0] not in NOT_NAMES)
