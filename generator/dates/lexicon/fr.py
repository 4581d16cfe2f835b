"""French time words."""

from __future__ import annotations

from . import Lexicon

LEXICON = Lexicon(
    lang="fr",
    classes={
        "M": {
            "janvier|janv.": 1, "février|févr.|fév.": 2, "mars": 3, "avril|avr.": 4, "mai": 5, "juin": 6,
            "juillet|juil.": 7, "août|aout": 8, "septembre|sept.": 9, "octobre|oct.": 10, "novembre|nov.": 11,
            "décembre|déc.": 12,
        },
        "W": {"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6},
        "U": {
            "minute|minutes": "TM", "heure|heures": "TH", "jour|jours|journée": "D", "semaine|semaines": "W",
            "mois": "M", "an|ans|année|années": "Y", "décennie|décennies": "DE", "siècle|siècles": "CE",
            "week-end|weekend|week - end": "WE",
        },
        "Q": {"trimestre|trimestres": "Q"},
        "H": {"moitié|semestre": "H"},
        "n": {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
              "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30},
        "q": {"quelques|plusieurs|peu": "X"},
        "a": {"un|une": 1},
        "o": {"premier|première": 1, "deuxième|second|seconde": 2, "troisième": 3, "quatrième": 4},
        "P": {"matin|matinée": "TMO", "après-midi|après - midi": "TAF", "soir|soirée": "TEV", "nuit": "TNI",
              "midi": "12:00", "minuit": "24:00"},
        "S": {"printemps": "SP", "été": "SU", "automne": "FA", "hiver": "WI"},
        "R": {"aujourd ' hui|aujourd ’ hui|aujourd'hui|aujourd’hui": (0, ""), "hier": (-1, ""), "demain": (1, ""),
              "avant-hier|avant - hier": (-2, ""), "après-demain|après - demain": (2, "")},
        "E": {"début": "START", "mi": "MID", "fin": "END"},
        "C": {"milieu": "MID", "commencement": "START"},
        "L": {"dernier|dernière|derniers|dernières|passé|passée|précédent|précédente": -1},
        "X": {"prochain|prochaine|prochains|suivant|suivante": 1},
        "T": {"ce|cet|cette|ces": 0},
        "j": {"même": 0},
        "G": {"plus tard|après": (1, "then"), "plus tôt|auparavant|avant": (-1, "then")},
        "<": {"il y a": -1},
        ">": {"dans": 1},
        "k": {"environ|presque|près|plus de|vers": "APPROX"},
        "J": {"maintenant|actuellement|à présent|désormais": "PRESENT_REF", "récemment|autrefois": "PAST_REF"},
        "A": {"quotidiennement|quotidien": "XXXX-XX-XX", "hebdomadaire": "XXXX-WXX", "mensuel": "XXXX-XX", "annuel|annuellement": "XXXX"},
        "e": {"chaque": 0},
        "v": {"à|au": 0}, "b": {"entre|du|depuis": 0}, "c": {"et|ou": 0}, "f": {"de|d'|d’|des": 0},
        "h": {"le|la|les|l'|l’": 0},
        "i": {"en|pendant|durant": 0},
        "B": {"av. j.-c.|avant j.-c.|avant jésus-christ": "bc"},
        "V": {"noël": (12, 25), "pâques": "easter", "vendredi saint": "good-friday", "pentecôte": "pentecost", "la toussaint|toussaint": (11, 1)},
    },
    future_cues=frozenset(["va", "vont", "devrait", "devraient", "doit", "doivent", "prévu", "prévue", "prévoit", "sera", "seront", "aura", "auront"]),
    past_verbs=frozenset(["a", "ont", "était", "étaient", "avait", "avaient", "est", "sont", "fut", "furent", "eu", "été"]),
    past_endings=("ée", "és", "ées"),
    future_endings=("era", "eront", "ira", "iront", "dra", "dront"),
)  # fmt: skip
