"""The small words around dates in languages whose month and day names come from dateparser.

Per language and class (see ``lexicon``): ``h`` the, ``f`` of, ``i`` in, ``u`` on, ``b`` from, ``v`` until,
``c`` and, ``L`` last, ``X`` next, ``E`` early/mid/late before a date, ``C`` the same before "of", ``<`` "ago" and ``>`` "in" that
stand before the count, ``!`` a unit and its direction in one word. A language that is not here has its dates read all the same, without these words.
"""

from __future__ import annotations

from collections.abc import Mapping

SMALL_WORDS: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "it": {"L": {"scorso|scorsa": -1}, "X": {"prossimo|prossima": 1},
        "h": {"il|lo|la|l'|l’": 0}, "f": {"di|del|dello|della": 0}, "i": {"in|nel|nello|nella|durante": 0},
        "b": {"dal|da|tra|fra": 0}, "v": {"al|fino al|fino a|entro": 0}, "c": {"e|o": 0},
        "E": {"inizio|inizi": "START", "metà": "MID", "fine": "END"},
    },
    "pt": {"L": {"passado|passada": -1}, "X": {"próximo|próxima": 1},
        "h": {"o|a": 0}, "f": {"de|do|da": 0}, "i": {"em|no|na|durante": 0}, "b": {"desde|entre": 0},
        "v": {"até|a": 0}, "c": {"e|ou": 0},
        "C": {"início|começo|princípio": "START", "meados": "MID", "fim|final|finais": "END"}, "<": {"há": -1},
    },
    "nl": {"L": {"vorige|afgelopen": -1}, "X": {"volgende|komende|aanstaande": 1},
        "h": {"de|het": 0}, "f": {"van": 0}, "i": {"in|tijdens": 0}, "u": {"op": 0}, "b": {"sinds|tussen|vanaf": 0},
        "v": {"tot|tot en met|t/m": 0}, "c": {"en|of": 0},
        "E": {"begin": "START", "half|medio|midden": "MID", "eind|einde": "END"}, ">": {"over": 1},
    },
    "tr": {"L": {"geçen": -1}, "X": {"gelecek|önümüzdeki": 1}, "c": {"ve|veya": 0}},
    "cs": {"L": {"minulý|minulou|minulé|minulého": -1}, "X": {"příští|příštího": 1},
        "f": {"z|ze": 0}, "i": {"v|ve|během": 0}, "b": {"od|mezi": 0}, "v": {"do": 0}, "c": {"a|nebo": 0},
        "E": {"začátkem|počátkem": "START", "v polovině|polovině": "MID", "koncem": "END"}, "<": {"před": -1},
        ">": {"za": 1}, "!": {"loni|vloni": ("Y", -1), "letos": ("Y", 0)},
    },
    "sk": {"L": {"minulý|minulú|minulého": -1}, "X": {"budúci|budúcu|budúceho": 1},
        "i": {"v|vo|počas": 0}, "b": {"od|medzi": 0}, "v": {"do": 0}, "c": {"a|alebo": 0},
        "E": {"začiatkom": "START", "v polovici|polovici": "MID", "koncom": "END"}, "<": {"pred": -1}, ">": {"o": 1},
    },
    "sv": {"L": {"förra": -1}, "X": {"nästa": 1},
        "h": {"den|det": 0}, "f": {"av": 0}, "i": {"i|under": 0}, "b": {"från|mellan": 0}, "v": {"till": 0},
        "c": {"och|eller": 0}, "C": {"början": "START", "mitten": "MID", "slutet": "END"}, ">": {"om": 1},
    },
    "da": {"L": {"sidste": -1}, "X": {"næste": 1},
        "h": {"den|det": 0}, "f": {"af": 0}, "i": {"i|under": 0}, "b": {"fra|mellem|siden": 0}, "v": {"til": 0},
        "c": {"og|eller": 0}, "C": {"begyndelsen": "START", "midten": "MID", "slutningen": "END"}, ">": {"om": 1},
    },
    "nb": {"L": {"forrige": -1}, "X": {"neste": 1},
        "h": {"den|det": 0}, "f": {"av": 0}, "i": {"i|under": 0}, "b": {"fra|mellom|siden": 0}, "v": {"til": 0},
        "c": {"og|eller": 0}, "C": {"begynnelsen": "START", "midten": "MID", "slutten": "END"}, ">": {"om": 1},
    },
    "ro": {"L": {"trecut|trecută": -1}, "X": {"viitor|viitoare": 1},
        "f": {"al|a|lui|din": 0}, "i": {"în|pe|la": 0}, "b": {"din anul|între": 0}, "v": {"până în|până la": 0},
        "c": {"și|sau": 0},
    },
    "el": {"L": {"περασμένη|περασμένο|προηγούμενη": -1}, "X": {"επόμενη|επόμενο|ερχόμενη": 1},
        "h": {"ο|η|το|τον|την|του|της": 0}, "i": {"στις|στην|στον|στο|σε": 0}, "b": {"από": 0},
        "v": {"μέχρι|έως|ως": 0}, "c": {"και|ή": 0}, "<": {"πριν|πριν από": -1}, ">": {"σε": 1},
    },
    "ar": {"L": {"الماضي|الماضية": -1}, "X": {"القادم|القادمة|المقبل|المقبلة": 1}, "f": {"من": 0}, "i": {"في|خلال": 0}, "v": {"حتى|إلى": 0}, "<": {"قبل|منذ": -1}, ">": {"بعد": 1}},
    "hu": {"c": {"és|vagy": 0}},
    "fi": {"c": {"ja|tai": 0}},
    "bg": {"L": {"миналия|миналата|миналото": -1}, "X": {"следващия|следващата|следващото": 1}, "i": {"през|в|във": 0}, "b": {"от|между": 0}, "v": {"до": 0}, "c": {"и|или": 0}, "<": {"преди": -1},
           ">": {"след": 1}},
    "hr": {"L": {"prošli|prošle|prošlog": -1}, "X": {"sljedeći|sljedeće|idući": 1}, "i": {"u|tijekom": 0}, "b": {"od|između": 0}, "v": {"do": 0}, "c": {"i|ili": 0}, "<": {"prije": -1},
           ">": {"za": 1}},
    "sr": {"i": {"у|u|током": 0}, "b": {"од|od": 0}, "v": {"до|do": 0}, "c": {"и|i": 0}, "<": {"пре|pre": -1},
           ">": {"за|za": 1}},
    "id": {"L": {"lalu": -1}, "X": {"depan": 1}, "i": {"pada|di": 0}, "b": {"sejak|dari|antara": 0}, "v": {"hingga|sampai": 0}, "c": {"dan|atau": 0}},
    "ca": {"L": {"passat|passada": -1}, "X": {"vinent|pròxim|pròxima": 1},
        "h": {"el|la|l'|l’": 0}, "f": {"de|del|d'|d’": 0}, "i": {"en|durant": 0}, "b": {"des de|entre": 0},
        "v": {"fins|fins al": 0}, "c": {"i|o": 0}, "E": {"principis": "START", "mitjan": "MID", "finals": "END"},
    },
}  # fmt: skip

# Words for "year" in the case in which they stand beside a number, where dateparser's table lacks them.
YEAR_WORDS: Mapping[str, str] = {
    "cs": "roce|roku", "sk": "roku", "tr": "yılında|yılı|yılının", "ro": "anul|anului", "bg": "година|г.",
    "hr": "godine|godini", "sr": "године|годин|godine", "id": "tahun", "ar": "عام|سنة",
}  # fmt: skip

# What dateparser takes for "tomorrow" or "next year" and means "the day after", "in one day", "a year".
MISLEADING = frozenset(
    ["endemà", "sendemà", "endemà passat", "sehari", "seminggu", "sebulan", "setahun", "huom"]
)
