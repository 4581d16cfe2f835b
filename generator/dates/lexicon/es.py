"""Spanish time words."""

from __future__ import annotations

from .table import Lexicon

LEXICON = Lexicon(
    lang="es",
    classes={
        "M": {
            "enero|ene.": 1, "febrero|feb.": 2, "marzo|mar.": 3, "abril|abr.": 4, "mayo": 5, "junio|jun.": 6,
            "julio|jul.": 7, "agosto|ago.": 8, "septiembre|setiembre|sept.": 9, "octubre|oct.": 10,
            "noviembre|nov.": 11, "diciembre|dic.": 12,
        },
        "W": {"lunes": 0, "martes": 1, "miércoles": 2, "jueves": 3, "viernes": 4, "sábado": 5, "domingo": 6},
        "U": {
            "minuto|minutos": "TM", "hora|horas": "TH", "día|días": "D", "semana|semanas": "W", "mes|meses": "M",
            "año|años": "Y", "década|décadas": "DE", "siglo|siglos": "CE", "fin de semana": "WE",
        },
        "Q": {"trimestre|trimestres": "Q"},
        "H": {"mitad|semestre": "H"},
        "n": {"cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
              "once": 11, "doce": 12, "quince": 15, "veinte": 20, "treinta": 30},
        "q": {"algunos|algunas|varios|varias|pocos|pocas|unos|unas": "X"},
        "a": {"un|una": 1},
        "o": {"primer|primero|primera": 1, "segundo|segunda": 2, "tercer|tercero|tercera": 3, "cuarto|cuarta": 4, "quinto|quinta": 5, "sexto|sexta": 6, "séptimo|séptima": 7, "octavo|octava": 8,
              "noveno|novena": 9, "décimo|décima": 10},
        "P": {"por la noche|de la noche": "TNI", "por la tarde|de la tarde": "TAF", "por la mañana|de la mañana|de la madrugada": "TMO", "madrugada": "TMO", "tarde": "TAF", "noche": "TNI", "mediodía": "12:00", "medianoche": "24:00"},
        "S": {"primavera": "SP", "verano": "SU", "otoño": "FA", "invierno": "WI"},
        "R": {"hoy": (0, ""), "ayer": (-1, ""), "mañana": (1, ""), "anteayer|antier": (-2, ""), "pasado mañana": (2, ""),
              "anoche": (-1, "TNI"), "esta noche": (0, "TNI")},
        "C": {"principios|comienzos|inicios|principio|inicio": "START", "mediados": "MID", "finales|fines|final|fin": "END"},
        "L": {"pasado|pasada|pasados|último|última|anterior": -1},
        "X": {"próximo|próxima|próximos|siguiente|entrante|que viene": 1},
        "T": {"este|esta|estos|estas|presente": 0},
        "t": {"ese|esa|aquel|aquella": 0},
        "j": {"mismo|misma": 0},
        "G": {"después|más tarde": (1, "then"), "antes": (-1, "then"), "atrás": (-1, "now")},
        "<": {"hace": -1},
        ">": {"dentro de": 1},
        "k": {"aproximadamente|casi|cerca de|más de|alrededor de": "APPROX"},
        "J": {"ahora|actualmente|hoy en día": "PRESENT_REF", "recientemente|antaño": "PAST_REF"},
        "A": {"diariamente|diario": "XXXX-XX-XX", "semanalmente": "XXXX-WXX", "mensualmente": "XXXX-XX", "anualmente|anual": "XXXX"},
        "e": {"cada": 0},
        "v": {"a|al|hasta": 0}, "b": {"desde|entre": 0}, "c": {"y|e|o": 0}, "f": {"de|del": 0},
        "h": {"el|la|los|las": 0},
        "i": {"en|durante": 0},
        "B": {"a. c.|a.c.|antes de cristo": "bc", "d. c.|d.c.|después de cristo": "ad"},
        "V": {"domingo de resurrección|domingo de pascua": "easter", "domingo de ramos": "palm-sunday",
              "jueves santo": "maundy-thursday", "miércoles de ceniza": "ash-wednesday", "lunes de pascua": "easter-monday",
              "día de reyes|reyes magos": (1, 6), "todos los santos": (11, 1), "ramadán": "ramadan", "navidad": (12, 25), "nochebuena": (12, 24), "nochevieja": (12, 31), "año nuevo": (1, 1), "viernes santo": "good-friday"},
    },
    future_cues=frozenset(["comienza", "comienzan", "empieza", "empiezan", "llega", "llegan", "vence", "vencen", "expira", "inicia", "inician", "arranca", "arrancan", "termina", "terminan", "abre", "abren", "cierra", "cierran", "espera", "previstos", "previstas", "programado", "programada", "deberá", "deberán", "reúne", "reúnen", "va", "van", "será", "serán", "debe", "deben", "prevé", "prevén", "previsto", "prevista", "tendrá", "tendrán", "habrá"]),
    past_verbs=frozenset(["fue", "fueron", "era", "eran", "había", "habían", "ha", "han", "dijo", "estaba", "estaban", "hubo"]),
    past_endings=("ó", "aron", "ieron", "ado", "ido"),
    future_endings=("ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán", "brá", "brán"),
)  # fmt: skip
