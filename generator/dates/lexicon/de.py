"""German time words."""

from __future__ import annotations

from .table import Lexicon

LEXICON = Lexicon(
    lang="de",
    classes={
        "M": {
            "januar|jänner|jan.": 1, "februar|feber|feb.|febr.": 2, "märz|mär.": 3, "april|apr.": 4, "mai": 5,
            "juni|jun.": 6, "juli|jul.": 7, "august|aug.": 8, "september|sept.|sep.": 9, "oktober|okt.": 10,
            "november|nov.": 11, "dezember|dez.": 12,
        },
        "W": {
            "montag|montags": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4,
            "samstag|sonnabend": 5, "sonntag": 6,
        },
        "U": {
            "minute|minuten": "TM", "stunde|stunden": "TH", "tag|tage|tagen|tages": "D", "woche|wochen": "W",
            "monat|monate|monaten|monats": "M", "jahr|jahre|jahren|jahres": "Y", "jahrzehnt|jahrzehnte|jahrzehnten": "DE",
            "jahrhundert|jahrhunderts|jahrhunderte|jh.": "CE", "wochenende|wochenenden": "WE",
        },
        "Q": {"quartal|quartals": "Q"},
        "H": {"hälfte|halbjahr|halbes|halben|halbe": "H"},
        "n": {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
              "elf": 11, "zwölf": 12, "zwanzig": 20, "dreißig": 30},
        "q": {"einige|einigen|mehrere|mehreren|wenige|wenigen|paar|vielen|viele": "X"},
        "a": {"ein|eine|einem|einer|einen|eines": 1},
        "o": {"erste|ersten|erstes|erster": 1, "zweite|zweiten|zweites": 2, "dritte|dritten|drittes": 3, "vierte|vierten|viertes": 4, "fünfte|fünften": 5,
              "sechste|sechsten": 6, "siebte|siebten": 7, "achte|achten": 8, "neunte|neunten": 9, "zehnte|zehnten": 10},
        "P": {"vormittag|vormittags|morgens": "TMO", "nachmittag|nachmittags": "TAF", "abend|abends": "TEV", "nacht|nachts": "TNI", "mittag": "12:00", "mitternacht": "24:00"},
        "S": {"frühling|frühjahr|frühlings": "SP", "sommer|sommers": "SU", "herbst|herbstes": "FA", "winter|winters": "WI"},
        "R": {"heute": (0, ""), "gestern": (-1, ""), "morgen": (1, ""), "vorgestern": (-2, ""), "übermorgen": (2, "")},
        "E": {"anfang|frühen|beginn": "START", "mitte": "MID", "ende|späten|spät": "END"},
        "L": {"letzte|letzten|letzter|letztes|letztem|vergangene|vergangenen|vergangener|vergangenes|vergangenem|vorige|vorigen|voriges|voriger": -1},
        "X": {"nächste|nächsten|nächster|nächstes|kommende|kommenden|kommender|kommendes|folgenden|folgende": 1},
        "T": {"diese|dieser|diesem|dieses|diesen|laufenden": 0},
        "t": {"jene|jener|jenem|jenes": 0},
        "j": {"gleichen|selben|desselben|derselben|demselben": 0},
        "G": {"später|danach": (1, "then"), "zuvor|vorher|früher": (-1, "then")},
        "<": {"vor": -1},
        ">": {"in": 1},
        "k": {"etwa|rund|ungefähr|circa|ca.|gut|knapp|fast|mehr als|über": "APPROX"},
        "J": {"jetzt|derzeit|momentan|gegenwärtig|zurzeit": "PRESENT_REF", "kürzlich|neulich|unlängst": "PAST_REF"},
        "A": {"täglich": "XXXX-XX-XX", "wöchentlich": "XXXX-WXX", "monatlich": "XXXX-XX", "jährlich": "XXXX"},
        "e": {"jeden|jede|jedes|jeder": 0},
        "v": {"bis": 0}, "b": {"von|zwischen|vom|ab|seit": 0}, "c": {"und|oder": 0}, "f": {"des|der": 0},
        "h": {"die|das|den|dem": 0},
        "i": {"im|während": 0}, "u": {"am|an": 0}, "l": {"um|gegen": 0},
        "O": {"uhr": 0},
        "B": {"v. chr.|vor christus": "bc", "n. chr.|nach christus": "ad"},
        "!": {"tags darauf|am tag darauf|am folgetag": ("D", 1, "then"), "tags zuvor|am vortag": ("D", -1, "then")},
        "K": {"zwanzigerjahre|zwanzigerjahren": 2, "dreißigerjahre|dreißigerjahren": 3, "vierzigerjahre|vierzigerjahren": 4,
              "fünfzigerjahre|fünfzigerjahren": 5, "sechzigerjahre|sechzigerjahren": 6, "siebzigerjahre|siebzigerjahren": 7,
              "achtzigerjahre|achtzigerjahren": 8, "neunzigerjahre|neunzigerjahren": 9},
        "V": {"ostermontag": "easter-monday", "ostersamstag|karsamstag": "holy-saturday", "palmsonntag": "palm-sunday",
              "gründonnerstag": "maundy-thursday", "aschermittwoch": "ash-wednesday", "rosenmontag": "shrove-monday",
              "christi himmelfahrt|himmelfahrt": "ascension", "pfingstmontag": "whit-monday", "pfingstsonntag": "pentecost",
              "fronleichnam": "corpus-christi", "allerheiligen": (11, 1), "tag der deutschen einheit": (10, 3),
              "ramadan": "ramadan", "heilige drei könige": (1, 6), "weihnachten|weihnachtstag": (12, 25), "heiligabend|heiligen abend": (12, 24), "silvester": (12, 31),
              "neujahr": (1, 1), "ostern|ostersonntag": "easter", "karfreitag": "good-friday", "pfingsten": "pentecost"},
        "Z": {"mez": "+01", "mesz": "+02", "gmt|utc": "Z"},
    },
    nouns={"morgen": ("P", "TMO")},
    compounds=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"),
    past_endings=("te", "ten", "kam", "kamen", "ging", "gingen", "stand", "standen", "lag", "lagen", "fiel", "fielen", "trat", "traten", "gab", "gaben", "nahm", "nahmen", "fand", "fanden", "traf", "trafen", "blieb", "blieben", "starb", "starben", "zog", "zogen", "schrieb", "schrieben", "ließ", "ließen", "hielt", "hielten", "sah", "sahen", "rief", "riefen", "verlor", "verloren", "gewann", "gewannen", "stieg", "stiegen", "floh", "flohen", "geriet", "gerieten", "brach", "brachen", "schloss", "schlossen", "bekam", "bekamen", "erhielt", "erhielten", "sprach", "sprachen", "sank", "sanken", "sprang", "sprangen", "schlug", "schlugen", "trug", "trugen", "fuhr", "fuhren", "wuchs", "wuchsen", "warf", "warfen", "half", "halfen", "galt", "galten", "verschwand", "verschwanden", "bot", "boten", "flog", "flogen", "schob", "schoben", "schoss", "schossen", "wog", "wogen", "bewies", "bewiesen", "schwieg", "schwiegen", "stieß", "stießen", "lief", "liefen", "riet", "rieten", "schlief", "schliefen", "hieß", "hießen", "fing", "fingen", "hing", "hingen"),
    future_cues=frozenset(["erwartet", "vorgesehen", "angesetzt", "anberaumt", "wird", "werden", "soll", "sollen", "will", "wollen", "plant", "planen", "geplant", "bis", "sollte", "dürfte"]),
    past_verbs=frozenset(
        ["war", "begann", "begannen", "blieb", "stieg", "fiel", "trat", "waren", "wurde", "wurden", "hatte", "hatten", "hat", "haben", "ist", "sind", "sagte", "teilte", "gab", "kam", "ging", "fand", "traf", "erklärte", "starb"]
    ),
)  # fmt: skip
