"""The words that tell what a name is: titles before people, cues of organisations and places.

Lists of words, English first; each says of what kind the name beside it is.
"""
# ruff: noqa: SIM905 - word lists read best as text

from __future__ import annotations

from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError

from ..language import time_words
from .link import fold_words

# "President Rojas", "aide Otero": what follows is a person. In lower case too ("actor Matt Orde").
TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir lord lady dame president vice-president minister premier
    chancellor secretary senator sen rep representative governor gov mayor general gen colonel col captain
    capt major lieutenant lt sergeant sgt king queen prince princess emperor pope cardinal bishop archbishop
    ambassador envoy commissioner judge justice director chief head leader spokesman spokeswoman
    spokesperson chairman chairwoman chair congressman congresswoman speaker officer coach aide adviser
    advisor analyst economist lawyer attorney prosecutor sheriff detective deputy actor actress singer
    director author professor founder ceo president-elect ex-president manager striker midfielder
    goalkeeper dictator ayatollah sheikh imam rabbi father sister brother mother wife husband son daughter
    defendant suspect commander admiral marshal candidate""".split()
)
# Words that make a title of what stands before them: "Prime Minister", "Foreign Minister".
ROLE_WORDS = TITLES | frozenset(
    """prime foreign defense defence interior finance justice health deputy acting former vice special
    state chief executive senior secretary attorney presidential first lady fire police press medical us u.s u.s. uk eu fm pm mp""".split()
)
# The last or only telling word of an organisation: "European Commission", "Harbour Agency".
ORGANISATION = frozenset(
    """agency ministry commission council committee party bank university college institute inc corp
    corporation ltd llc plc gmbh ag company group holdings union federation association society foundation
    fund trust court tribunal parliament congress senate assembly office department bureau administration
    authority service services police army navy force forces guard summit forum league club organisation
    organization network news times post journal independent gazette herald tribune guardian telegraph
    press reuters television tv radio media airlines airways motors industries systems technologies
    laboratories hospital school academy museum church cross crescent alliance front movement brigade battalion
    corps team cabinet nations images government pentagon""".split()
)
# Before a name: "the company Northgate", "the ferry Aurora" (no person, and nothing to follow).
MAKERS = frozenset(
    """company firm party group charity airline carmaker automaker chipmaker manufacturer retailer startup
    publisher broadcaster newspaper magazine website agency militia union nonprofit""".split()
)
THINGS = frozenset(
    """pipeline ship ferry vessel tanker freighter yacht submarine frigate warship rocket satellite spacecraft
    telescope film movie novel book song album play opera painting series show hurricane typhoon cyclone storm
    operation project program programme app software drug vaccine horse dog cat racehorse brand model album""".split()
)
# The last word of a law or a treaty, of a building, and the letters before a ship's name: none of them is a person.
LAWS = frozenset("act bill law code treaty accord accords amendment constitution directive".split())
BUILDINGS = frozenset(
    """tower towers stadium arena palace theatre theater hotel building cathedral mosque synagogue temple castle
    station terminal dam lighthouse monument mall plaza bridge tunnel lock""".split()
)
SHIPS = frozenset("MV MS SS HMS USS INS RMS".split())
# Those that are a name by themselves.
ALONE = frozenset("reuters pentagon congress senate".split())
# One of these before "of" or "for": "Ministry of Defence", "Bank of England", "Centre for Tidal Studies".
ORGANISATION_OF = frozenset(
    """ministry department bank university institute court council house office centre center board league
    organisation organization church bureau school college association federation union union's
    chamber academy commission union""".split()
)
# After or before a place: "Tomsk Oblast", "Lake Geneva", "Mount Cook".
PLACE_AFTER = frozenset(
    """oblast oblasts province region county district city town village island islands river lake sea bay
    peninsula desert valley mountains strait gulf state prefecture territory airport square street avenue
    road bridge park beach oblast districts provinces regions counties""".split()
)
PLACE_BEFORE = frozenset("lake mount cape port fort gulf isle saint st river".split())
# "in Lima", "left for Chile": what follows may be a place.
PLACE_PREPOSITIONS = frozenset(
    "in near outside across throughout around toward towards to from into at for".split()
)
# "Rojas said", "Otero, who": what precedes is a person.
SPEAKING = frozenset(
    """said says told wrote added announced confirmed declined refused tweeted claimed insisted stressed
    argued warned commented replied explained recalled testified who whose""".split()
)
# Capitalised words that are no names by themselves.
NOT_NAMES = frozenset(
    """a an the this that these those i he she it we they you his her its their our my your and or but nor
    if when while after before since until because although though despite according meanwhile however also
    as at by for from in into of on over to with without under during through between both all some many
    most more no not none one two three four five six seven eight nine ten hundreds thousands millions
    who what where why how which there here then thus now soon later earlier today yesterday tomorrow
    tonight spring summer autumn winter photo image video watch read editor editors note author authors by about
    state special news feed update updated breaking exclusive opinion analysis live developing prisoners
    war peace talks officials western eastern northern southern north south east west central english
    pows pow only just even still yet each every several another other such same first second third last brief
    new old next per via let please thank yes so than too very once twice instead perhaps maybe never always
    former against among around near along above below off out up down again police people prosecutors
    residents authorities investigators scientists researchers doctors experts critics supporters
    witnesses firefighters voters workers students help stand reach members join support subscribe sign
    time pressure total""".split()
) | frozenset(name.rstrip(".") for kind in ("month", "weekday") for name in time_words("en").names(kind))
# Endings of words for a country's people or language: "Bolivian", "Japanese", "British".
_DEMONYM_ENDINGS = (
    "ian",
    "ians",
    "ean",
    "eans",
    "ese",
    "ish",
    "ani",
    "anis",
    "can",
    "cans",
    "lander",
    "landers",
)
_DEMONYMS = frozenset(
    """german germans french dutch greek greeks swiss czech czechs thai thais turk turks iraqi iraqis israeli
    israelis pakistani saudi saudis qatari kuwaiti omani emirati afghan afghans arab arabs jew jews jewish
    muslim muslims christian christians catholic catholics kurd kurds kurdish uzbek kazakh tajik turkmen
    american americans british briton britons african africans asian european europeans soviet
    filipino filipinos welsh scot scots scottish irish polish danish finnish swedish norwegian spanish
    cuban mexican bengali nepali somali uyghur roma democrat democrats democratic republican republicans
    labour conservative conservatives liberal liberals socialist communist communists nazi nazis bosniak
    serb serbs croat croats slovak slovaks slovene bulgar bulgarian hungarian latvian orthodox sunni shia
    shiite protestant hindu hindus buddhist sikh""".split()
)


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
