"""A text in, its language out as a primary BCP 47 subtag; ``""`` when it is too short or unknown.

Function words decide between languages of one script, letters between Ukrainian and Russian; a
script that belongs to one language decides alone. Only the first few thousand characters are read.
On single short sentences py3langid names a few more, on articles it is no better; it needs numpy,
and never answers that it does not know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .abbreviations import stop_words

_READ = 3000  # characters; more does not change the answer
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The commonest words of news text that few neighbouring languages share.
FUNCTION_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": _set(
            "the and of to in is was that for with on as by it from at his he had are be has said were an who after will not they have this been which their but would its or more than she her about also when we you i there what all if one out up could no can said"
        ),
        "de": _set(
            "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir gegen seit"
        ),
        "fr": _set(
            "le la les de des du et en un une est que dans pour qui sur au par plus pas avec ce il sont a été aux cette ont ses mais comme ou son sa ne se nous elle été ces être leur deux après fait selon entre aussi était sans je vous on lors depuis dont c'est d'un d'une l'a"
        ),
        "es": _set(
            "el la los las de del y en que un una es por con para se su al lo como más pero sus le ha este esta entre sin sobre ser también fue hasta desde está son no han dos años cuando muy todo había era según tras donde nos uno ya yo qué según contra hace"
        ),
        "it": _set(
            "il la lo gli le di del della dei delle e in che un una è per con non si da al alla ha sono più come anche nel nella sul ma dal dalla suo sua hanno questo questa essere stato stata dopo ai dei alle tra due anni così"
        ),
        "pt": _set(
            "o a os as de do da dos das e em que um uma é por com para não se no na nos nas mais como mas foi ao ele sua seu ou ser quando muito há está também já são pelo pela até isso ela entre era depois sem mesmo aos ter seus"
        ),
        "nl": _set(
            "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door over naar heeft hij ze zij wordt worden werd was deze dit die ik je we hun hebben kan geen meer na al tegen omdat volgens"
        ),
        "pl": _set(
            "i w na z do nie się że to jest o jak za od po przez przy dla ale czy co tym jego już tylko są było był była ma może które który która także oraz ich jej ze tego przed po pod być będzie został roku lub bardzo gdy jako między"
        ),
        "cs": _set(
            "a v na se je že z do s o to za k pro by ve po od jako tak ale jsou který která které byl byla bylo jeho podle také již nebo není jen při až už před mezi má aby co když roku své"
        ),
        "sk": _set(
            "a v na sa je že z do s o to za k pre by vo po od ako tak ale sú ktorý ktorá ktoré bol bola bolo jeho podľa tiež už alebo nie len pri až pred medzi má aby čo keď roku"
        ),
        "ro": _set(
            "și de la în a cu pe nu o un din că este care pentru să se mai au fost sunt ca al ale prin după dar sau lui către iar fi această ce sa său"
        ),
        "hu": _set(
            "a az és hogy nem is egy meg de ez volt már csak még el van vagy ki mint után azt fel lesz pedig szerint amely sem ha"
        ),
        "sv": _set(
            "och i att en det som på är av för med den till ett om har inte de var han men från vid så kan vi ska sig efter hon eller nu också enligt där när"
        ),
        "da": _set(
            "og i at en det som på er af for med den til et om har ikke de var han men fra ved så kan vi skal sig efter hun eller nu også ifølge der når blev"
        ),
        "no": _set(
            "og i at en det som på er av for med den til et om har ikke de var han men fra ved så kan vi skal seg etter hun eller nå også ifølge der når ble"
        ),
        "fi": _set(
            "ja on ei että se oli hän mutta myös kun niin ovat sen joka mukaan kuin jo tai ole vain siitä hänen ne sekä jotka vuonna"
        ),
        "tr": _set(
            "ve bir bu da de için ile olarak olan daha çok gibi en ne kadar sonra ise dedi ama var olduğunu tarafından her yeni göre"
        ),
        "uk": _set(
            "і в у на що з не до та за це від про як для по його є але які який так також було ще або при був була під час після між того яка її їх він вона вони року через щоб ми я має зі із чи вже може бути"
        ),
        "ru": _set(
            "и в на что с не по он как к из от это за для его но о же а у так они был было была бы то также при все или мы я её их который которые после года уже если только во со может быть об между до под"
        ),
        "bg": _set(
            "и на да в се за от с не е че по са ще като но това до при му след които който бе беше между има или през още"
        ),
        "sr": _set(
            "и у је да се на за су од са не који која које као али то по из о до би ће бити након године"
        ),
    }
)
# Scripts that (nearly) one language of the news uses alone.
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("fa", re.compile(r"[پچژگک]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
# Letters that one language of a pair has and the other lacks; each counts as a function word.
_LETTERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("uk", re.compile(r"[іїєґ]", re.IGNORECASE)),
    ("ru", re.compile(r"[ыэё]", re.IGNORECASE)),
    ("bg", re.compile(r"ъ[а-я]")),
    ("sr", re.compile(r"[јљњћђџ]", re.IGNORECASE)),
    ("pl", re.compile(r"[łąęśćż]", re.IGNORECASE)),
    ("cs", re.compile(r"[řěů]", re.IGNORECASE)),
    ("de", re.compile(r"ß")),
    ("es", re.compile(r"[ñ¿¡]", re.IGNORECASE)),
    ("pt", re.compile(r"[ãõ]", re.IGNORECASE)),
    ("ro", re.compile(r"[șțăşţ]", re.IGNORECASE)),
    ("hu", re.compile(r"[őű]", re.IGNORECASE)),
    ("tr", re.compile(r"[ğış]")),
)


def detect_language(text: str) -> str:
    """The language most of ``text`` is in, or ``""``."""
    sample = text[:_READ]
    letters = sum(map(str.isalpha, sample))
    if letters < 12:
        return ""
    for lang, script in () if sample.isascii() else _SCRIPTS:
        count = len(script.findall(sample))
        if count * 5 > letters or (lang == "fa" and count * 25 > letters):
            return lang
    votes, words = _votes(sample)
    (best, most), (_, second) = votes.most_common(2)
    return best if most >= 2 and most > second and most >= words * 0.08 else ""


# Signs that news prints beside letters: typographic marks, currencies, measures.
_USUAL_SIGNS = frozenset("«»„“”‘’‚–—…№£€¥¢°§©®™²³½¼¾·•×")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def language_score(text: str) -> float:
    """How plainly ``text`` is a language: the share of its words that are one language's function words.

    For telling encodings apart: read wrongly, letters turn into signs and few words are left.
    """
    sample = text[:_READ]
    if any("\x7f" <= char <= "\x9f" for char in sample):  # control signs: no text has them
        return 0.0
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    most = max(sum(word in known for word in words) for known in FUNCTION_WORDS.values())
    strange = sum(not char.isalnum() and not char.isspace() and ord(char) > 127 for char in sample)
    strange -= sum(char in _USUAL_SIGNS for char in sample)
    strange += _stray_letters(sample)
    mixed = sum(word[1:] != word[1:].lower() and word != word.upper() for word in _WORD.findall(sample))
    score = (most - mixed) / max(len(words), 1) - 5 * strange / max(len(sample), 1)
    return score if most >= 2 and score >= 0.08 else 0.0


def _stray_letters(sample: str) -> int:
    """Letters of another alphabet scattered over Latin text: "£3" read as "Ј3", "café" as "cafй"."""
    other = len(_CYRILLIC.findall(sample))
    latin = sum(char.isascii() and char.isalpha() for char in sample)
    return other if other * 5 < latin else 0


def _votes(sample: str) -> tuple[Counter[str], int]:
    """How many words and letters of ``sample`` speak for each language, and how many words it has."""
    votes: Counter[str] = Counter(dict.fromkeys(FUNCTION_WORDS, 0))
    words = 0
    for word, count in Counter(_WORD.findall(sample.lower().replace("’", "'"))).items():
        words += count
        for lang in _spoken_in().get(word, ()):
            votes[lang] += count
    for lang, pattern in () if sample.isascii() else _LETTERS:
        votes[lang] += len(pattern.findall(sample))
    return votes, words


@cache
def _spoken_in() -> dict[str, tuple[str, ...]]:
    """Every function word with the languages that have it."""
    found: dict[str, list[str]] = {}
    for lang, words in FUNCTION_WORDS.items():
        stops = stop_words(lang)
        for word in words | (stops.starters | stops.says if stops else frozenset()):
            found.setdefault(word, []).append(lang)
    return {word: tuple(langs) for word, langs in found.items()}
