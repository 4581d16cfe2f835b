"""The words around a date that the calendar data of Babel does not have, one table per language.

Templates take ``{}``, the date. ``since_day``/``until_day`` are for exact days where a language says
them differently ("seit dem 12. Mai"). A language without a row gets signs: ``≈ 2022``, ``2022 (?)``,
``2022 – …``. Translators: nothing here may make a date sound surer than it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class HumanWords:
    """The words of one language."""

    about: str = "≈ {}"
    perhaps: str = "{} (?)"
    since: str = "{} – …"  # open end: it goes on
    since_day: str = ""
    until: str = "… – {}"
    until_day: str = ""
    from_unknown: str = "{} – ?"  # the end is unknown, not open
    to_unknown: str = "? – {}"
    seasons: tuple[str, str, str, str] | None = None  # spring to winter, ``{}`` is the year
    decade: str = ""  # ``{}`` is its first year
    century: str = ""  # ``{}`` is its number
    moment: str = "{}, {}"  # a day and the hour
    rank: str = "{}."  # a century's number, where it is neither Roman nor English
    roman: bool = False  # centuries in Roman figures
    genitive: bool = False  # "since" and "until" take the month's other form


HUMAN_WORDS: Mapping[str, HumanWords] = MappingProxyType(
    {
        "en": HumanWords(
            about="about {}",
            perhaps="perhaps {}",
            since="since {}",
            until="until {}",
            from_unknown="from {}, end unknown",
            to_unknown="until {}, start unknown",
            seasons=("spring {}", "summer {}", "autumn {}", "winter {}"),
            decade="{}s",
            century="{} century",
        ),
        "uk": HumanWords(
            about="приблизно {}",
            perhaps="імовірно {}",
            since="з {}",
            until="до {}",
            from_unknown="з {}, кінець невідомий",
            to_unknown="до {}, початок невідомий",
            seasons=("весна {} р.", "літо {} р.", "осінь {} р.", "зима {} р."),
            decade="{}-ті роки",
            century="{} століття",
            roman=True,
            genitive=True,
        ),
        "ar": HumanWords(
            about="نحو {}",
            perhaps="{} (على الأرجح)",
            since="منذ {}",
            until="حتى {}",
            from_unknown="من {}، والنهاية غير معروفة",
            to_unknown="حتى {}، والبداية غير معروفة",
            seasons=("ربيع {}", "صيف {}", "خريف {}", "شتاء {}"),
            decade="عقد {}",
            century="القرن {}",
            moment="{}، {}",
            rank="{}",
        ),
        "ru": HumanWords(
            about="приблизительно {}",
            perhaps="вероятно {}",
            since="с {}",
            until="до {}",
            from_unknown="с {}, конец неизвестен",
            to_unknown="до {}, начало неизвестно",
            seasons=("весна {} г.", "лето {} г.", "осень {} г.", "зима {} г."),
            decade="{}-е годы",
            century="{} век",
            roman=True,
            genitive=True,
        ),
        "pl": HumanWords(
            about="ok. {}",
            perhaps="prawdopodobnie {}",
            since="od {}",
            until="do {}",
            from_unknown="od {}, koniec nieznany",
            to_unknown="do {}, początek nieznany",
            seasons=("wiosna {}", "lato {}", "jesień {}", "zima {}"),
            century="{} wiek",
            roman=True,
            genitive=True,
        ),
        "de": HumanWords(
            about="etwa {}",
            perhaps="vielleicht {}",
            since="seit {}",
            since_day="seit dem {}",
            until="bis {}",
            until_day="bis zum {}",
            from_unknown="ab {}, Ende unbekannt",
            to_unknown="bis {}, Beginn unbekannt",
            seasons=("Frühjahr {}", "Sommer {}", "Herbst {}", "Winter {}"),
            decade="{}er-Jahre",
            century="{} Jahrhundert",
        ),
        "fr": HumanWords(
            about="vers {}",
            perhaps="peut-être {}",
            since="depuis {}",
            since_day="depuis le {}",
            until="jusqu’à {}",
            until_day="jusqu’au {}",
            from_unknown="à partir de {}, fin inconnue",
            to_unknown="jusqu’à {}, début inconnu",
            seasons=("printemps {}", "été {}", "automne {}", "hiver {}"),
            decade="années {}",
            century="{} siècle",
            roman=True,
        ),
        "es": HumanWords(
            about="hacia {}",
            perhaps="quizá {}",
            since="desde {}",
            since_day="desde el {}",
            until="hasta {}",
            until_day="hasta el {}",
            from_unknown="desde {}, final desconocido",
            to_unknown="hasta {}, comienzo desconocido",
            seasons=("primavera de {}", "verano de {}", "otoño de {}", "invierno de {}"),
            decade="década de {}",
            century="siglo {}",
            roman=True,
        ),
    }
)
SIGNS = HumanWords()  # for every other language
