"""A language in, the words that tell there what a name is out: titles, prepositions of place, and so on.

English stands in ``cues``; the other languages add to it. Titles and heads are given by their beginnings, so
that endings do not matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from ..language import time_words
from .inflect import decline
from .link import fold

_TITLES = {  # beginnings of what stands before a person
    "de": """präsident bundespräsident kanzler bundeskanzler vizekanzler minister ministerpräsident premier sprecher
        regierungssprecher bürgermeister oberbürgermeister vorsitzend parteichef chef richter anwalt anwält professor dr
        general botschafter staatsanwält staatsanwalt abgeordnet trainer schauspieler sänger könig papst bischof
        aktivist direktor generalsekretär außenminister innenminister finanzminister verteidigungsminister herr frau""",
    "fr": """président vice-président premier ministre premier-ministre ministre maire sénat député porte-parole juge
        procureur avocat général colonel ambassad directeur directrice secrétaire chancel roi reine pape professeur
        docteur entraîneur acteur actrice chanteu monsieur madame mme militant""",
    "es": """president vicepresident ministr primer alcald senador diputad portavoz juez jueza fiscal abogad general
        coronel embajador director secretari cancill rey reina papa profesor doctor entrenador actor actriz cantante
        señor señora activista""",
    "uk": """президент віцепрезидент прем'єр прем’єр міністр міністерк голов речни мер мерк мером депутат суддя судді
        прокурор адвокат генерал полковник посол посл директор секретар канцлер корол пап професор доктор тренер актор
        співа активіст очільни глав командир командувач експерт аналітик""",
    "ru": """президент вице-президент премьер министр глав председател пресс-секретар мэр депутат судь прокурор адвокат
        генерал полковник посол посл директор секретар канцлер корол пап профессор доктор тренер актер актёр актрис
        певец певиц певц активист командир командующ эксперт аналитик губернатор спикер""",
    "pl": """prezydent wiceprezydent premier minist wiceminist kanclerz rzecznik rzeczniczk burmistrz posł posel senator
        sędzi prokurator adwokat mecenas generał pułkownik ambasador dyrektor sekretarz król papież profesor doktor
        trener aktor aktork piosenkar działacz przewodnicząc prezes szef wójt marszał""",
}
_IN = {  # what follows may be a place; English and German have other names after "in" too often
    "fr": "à vers depuis",
    "es": "en hacia desde",
    "uk": "у в до з із біля поблизу під",
    "ru": "в во из под близ до",
    "pl": "w we do z pod koło",
}
_SAYING = {  # after or before a person
    "de": "sagte erklärte betonte teilte kündigte warnte forderte kritisierte bestätigte",
    "fr": "déclaré dit affirmé annoncé expliqué souligné indiqué",
    "es": "dijo declaró afirmó anunció explicó señaló indicó aseguró",
    "uk": "сказав сказала заявив заявила повідомив повідомила зазначив зазначила додав додала наголосив наголосила",
    "ru": "сказал сказала заявил заявила сообщил сообщила отметил отметила добавил добавила подчеркнул",
    "pl": "powiedział powiedziała oświadczył oświadczyła poinformował poinformowała dodał dodała podkreślił",
}
_HEADS = {  # beginnings of the first word of an organisation's name
    "de": "",
    "fr": "organisation ministère banque université institut parlement assemblée conseil commission cour tribunal parti",
    "es": """organización ministerio banco universidad instituto parlamento asamblea consejo comisión corte tribunal
        partido""",
    "uk": "міністерств організаці університет інститут верховн державн національн генеральн комісі конституційн",
    "ru": "министерств организаци университет институт верховн государственн национальн генеральн комисси",
    "pl": "ministerstw organizacj uniwersytet instytut komisj trybunał narodow sejm senat",
}
_GOES_ON = {  # small words inside an organisation's name
    "fr": "de du des d la le l pour mondiale internationale nationale européenne centrale générale",
    "es": "de del la las los para mundial internacional nacional",
}
_GENITIVES = {  # endings of what a telling word governs: "Міністерство оборони"
    "uk": ("и", "і", "ї", "ів", "ого", "ої", "их", "а", "я"),
    "ru": ("ы", "и", "ого", "ой", "ых", "их", "а", "я"),
}
_PAST = ("ли", "ла", "ло", "ся", "сь")  # of verbs, which end alike
_TELLING_ENDINGS = {  # of one compound that is an organisation by itself: "Bundesbank"
    "de": """ministerium bank amt partei gerichtshof gericht polizei kommission parlament behörde verband gesellschaft
        regierung stiftung gewerkschaft""",
}
_OPENERS = {  # capitalised at the beginning of a sentence, or nouns that are no names
    "de": """der die das den dem des ein eine einen einem nach ende anfang mitte angaben am im in bei mit von vom zu zum
        zur auf für aus als auch wenn weil während nachdem laut er sie es wir ich trotz unter über vor seit bis wie
        unternehmen firma sprecher menschen polizei regierung montag land stadt jahr jahre""",
    "fr": """à le la les un une des du de au aux en dans sur selon après avant début fin mi pour par avec il elle ils elles
        nous on ce cette ces mais et ou si quand lors plusieurs plus alors ainsi""",
    "es": """el la los las un una unos unas del de al en según después antes principios finales mediados para por con
        él ella ellos pero y o si cuando tras varios más así""",
    "uk": """у в на з за до від про після перед наприкінці початку кінці але і й та або якщо коли він вона вони ми це той
        згідно також крім під раніше пізніше як що""",
    "ru": """в во на с со за до от о об после перед конце начале но и а или если когда он она они мы это тот согласно
        также кроме под ранее позже как что по""",
    "pl": """w we na z ze za do od o po przed pod koniec początku ale i a lub jeśli gdy kiedy on ona oni my to ten według
        także oprócz wcześniej później jak co""",
}


_LONGEST_ENDING = 5  # letters after the beginning of a title: "прем'єр-міністром" has a part of its own


@dataclass(frozen=True, slots=True)
class Cues:
    """What one language adds to the English words."""

    titles: tuple[str, ...] = ()
    inside: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    heads: tuple[str, ...] = ()
    goes_on: frozenset[str] = frozenset()
    governs: frozenset[str] = frozenset()  # those of them that a word without a capital may follow
    endings: tuple[str, ...] = ()
    genitives: tuple[str, ...] = ()
    no_names: frozenset[str] = frozenset()
    nouns_capital: bool = False  # every noun has a capital: one by itself says nothing

    def is_title(self, low: str) -> bool:
        """Whether a word stands before people: "Präsidenten", "прем'єр-міністром"."""
        return any(low.startswith(part) and len(low) - len(part) <= _LONGEST_ENDING for part in self.titles)

    def is_head(self, low: str) -> bool:
        """Whether a word begins an organisation's name: "Міністерство"."""
        return bool(self.heads) and low.startswith(self.heads)

    def is_genitive(self, low: str) -> bool:
        """Whether a small word may go on an organisation's name."""
        return len(low) > 3 and low.endswith(self.genitives) and not low.endswith(_PAST)

    def is_telling(self, low: str) -> bool:
        """Whether a compound names an organisation: "Bundesbank", but no plain "Bank"."""
        return any(low.endswith(end) and len(low) >= len(end) + 4 for end in self.endings)


@lru_cache(maxsize=16)
def cues_of(lang: str) -> Cues:
    """The cues of ``lang``; none for English and languages without a table."""
    if lang not in _TITLES:
        return Cues()
    return Cues(
        titles=tuple(_TITLES[lang].casefold().split()),
        inside=frozenset(_IN.get(lang, "").split()),
        saying=frozenset(_SAYING[lang].split()),
        heads=tuple(_HEADS[lang].split()),
        governs=frozenset(["de", "du", "des", "la", "le", "l", "las", "los", "del", "para", "pour"]),
        goes_on=frozenset(_GOES_ON.get(lang, "").split()),
        genitives=_GENITIVES.get(lang, ()),
        endings=tuple(_TELLING_ENDINGS.get(lang, "").split()),
        no_names=frozenset(_OPENERS[lang].split()) | _calendar(lang),
        nouns_capital=lang == "de",
    )


@lru_cache(maxsize=16)
def declined_places(lang: str) -> Mapping[str, str]:
    """Countries and cities of the locale in every case -> as the dictionary has them, for declining languages."""
    if lang not in ("uk", "ru", "pl"):
        return {}
    locale = Locale.parse(lang)
    names = [str(name) for key, name in locale.territories.items() if len(key) == 2]
    names += [str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone]
    found: dict[str, str] = {}
    for name in names:
        if not name.isalpha() or len(name) < 4:
            continue
        for form in decline((fold(name),), polish=lang == "pl"):
            found.setdefault(form[0], name)
    for name in names:
        found[fold(name)] = name
    return found


def _calendar(lang: str) -> frozenset[str]:
    """Months and weekdays, in every case."""
    names = {name for kind in ("month", "weekday") for name in time_words(lang).names(kind)}
    return frozenset(names | {fold(name) for name in names})
