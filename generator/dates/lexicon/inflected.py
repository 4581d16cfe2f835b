"""Names of days in the cases in which news writes them, and the words of what lies ahead, by language.

For the languages whose month and day names come from dateparser: its lists hold the names as dictionaries do.
"""

from __future__ import annotations

from collections.abc import Mapping


def _week(names: str) -> dict[str, int]:
    """Seven names, Monday first, each with its number; ``-`` where a name is left out."""
    return {name: number for number, name in enumerate(names.split()) if name != "-"}


WEEKDAY_CASES: Mapping[str, Mapping[str, int]] = {
    "sv": _week("måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen"),
    "da": _week("mandagen tirsdagen onsdagen torsdagen fredagen lørdagen søndagen"),
    "nb": _week("mandagen tirsdagen onsdagen torsdagen fredagen lørdagen søndagen"),
    "hu": _week("hétfőn kedden szerdán csütörtökön pénteken szombaton -"),
    "et": _week("esmaspäeval teisipäeval kolmapäeval neljapäeval reedel laupäeval pühapäeval"),
    "lt": _week("pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį"),
    "lv": _week("pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien"),
    "sl": _week("- - sredo - - soboto nedeljo"),
    "hr": _week("ponedjeljka utorka srijedu četvrtka petka subotu nedjelju"),
    "sr": _week("понедељка уторка среду четвртка петка суботу недељу")
    | _week("ponedeljak utorak sredu četvrtak petak subotu nedelju"),
    "ro": _week("- - - joi - - -"),
}
MONTH_CASES: Mapping[str, Mapping[str, int]] = {
    "hu": {
        "januárban": 1, "februárban": 2, "márciusban": 3, "áprilisban": 4, "májusban": 5, "júniusban": 6, "júliusban": 7,
        "augusztusban": 8, "szeptemberben": 9, "októberben": 10, "novemberben": 11, "decemberben": 12,
    },
    "et": {
        "jaanuaris": 1, "veebruaris": 2, "märtsis": 3, "aprillis": 4, "juunis": 6, "juulis": 7, "augustis": 8,
        "septembris": 9, "oktoobris": 10, "novembris": 11, "detsembris": 12,
    },
    "el": {
        "ιανουάριο": 1, "φεβρουάριο": 2, "μάρτιο": 3, "απρίλιο": 4, "μάιο": 5, "ιούνιο": 6, "ιούλιο": 7, "αύγουστο": 8,
        "σεπτέμβριο": 9, "οκτώβριο": 10, "νοέμβριο": 11, "δεκέμβριο": 12,
    },
}  # fmt: skip
# Words for "century", which dateparser does not know.
CENTURIES: Mapping[str, str] = {
    "it": "secolo|secoli", "pt": "século|séculos", "nl": "eeuw|eeuwen", "cs": "století", "sk": "storočí|storočie|storočia",
    "da": "århundrede|århundredet", "nb": "århundre|århundret", "sv": "århundradet|seklet", "hu": "század|században|századi",
    "fi": "vuosisadalla|vuosisadan", "ro": "secolul|secolului|secol", "ca": "segle|segles", "bg": "век|века",
    "hr": "stoljeće|stoljeću|stoljeća", "sr": "век|века|веку|vek|veka|veku", "el": "αιώνας|αιώνα", "tr": "yüzyıl|yüzyılda|yüzyılın",
    "lt": "amžius|amžiuje|amžiaus", "sl": "stoletje|stoletju|stoletja", "et": "sajandil|sajandi", "lv": "gadsimtā|gadsimta",
}  # fmt: skip
FUTURE_CUES: Mapping[str, frozenset[str]] = {
    lang: frozenset(words.split())
    for lang, words in {
        "it": "apre aprono inizia cominciano comincia sarà saranno verrà verranno dovrebbe dovrebbero dovrà dovranno previsto prevista previsti previste",
        "pt": "abre começa será serão vai vão deve devem deverá deverão previsto prevista",
        "nl": "opent begint start zal zullen moet moeten verwacht gepland",
        "cs": "otevře otevřou začne začnou začíná bude budou má mají plánuje plánují chystá",
        "sk": "otvorí začne začína bude budú má majú plánuje plánujú",
        "sv": "öppnar börjar startar inleds ska skall kommer väntas planeras",
        "da": "åbner begynder starter skal vil ventes forventes planlægger",
        "nb": "åpner begynner starter skal vil ventes planlegger",
        "hu": "fog fognak lesz lesznek várhatóan",
        "fi": "aikoo aikovat odotetaan suunnittelee",
        "ro": "va vor urmează",
        "el": "θα",
        "bg": "ще предстои",
        "hr": "će bit",
        "sr": "će ће",
        "sl": "bo bodo bosta",
        "id": "akan bakal",
        "ca": "serà seran haurà hauran",
        "ar": "سوف",
        "lt": "bus vyks",
        "lv": "būs notiks",
        "et": "hakkab toimub",
    }.items()
}
FUTURE_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "it": ("erà", "eranno", "irà", "iranno", "drà", "dranno"),
    "pt": ("ará", "arão", "erá", "erão", "irá", "irão"),
    "ca": ("arà", "aran", "irà", "iran", "drà", "dran"),
    "tr": ("acak", "ecek", "acaklar", "ecekler"),
}
