"""Polish time words, declined."""

from __future__ import annotations

from .table import Lexicon

LEXICON = Lexicon(
    lang="pl",
    classes={
        "M": {
            "styczeń|stycznia|styczniu|stycz.": 1, "luty|lutego|lutym": 2, "marzec|marca|marcu": 3,
            "kwiecień|kwietnia|kwietniu": 4, "maj|maja|maju": 5, "czerwiec|czerwca|czerwcu": 6,
            "lipiec|lipca|lipcu": 7, "sierpień|sierpnia|sierpniu": 8, "wrzesień|września|wrześniu": 9,
            "październik|października|październiku": 10, "listopad|listopada|listopadzie": 11,
            "grudzień|grudnia|grudniu": 12,
        },
        "W": {
            "poniedziałek|poniedziałku|poniedziałkiem": 0, "wtorek|wtorku|wtorkiem": 1, "środa|środę|środy|środzie": 2,
            "czwartek|czwartku|czwartkiem": 3, "piątek|piątku|piątkiem": 4, "sobota|sobotę|soboty|sobocie": 5,
            "niedziela|niedzielę|niedzieli": 6,
        },
        "U": {
            "minuta|minutę|minuty|minut": "TM", "godzina|godzinę|godziny|godzin": "TH", "dzień|dnia|dni|dniu|doba|dobę|doby": "D",
            "tydzień|tygodnia|tygodnie|tygodni|tygodniu": "W", "miesiąc|miesiąca|miesiące|miesięcy|miesiącu": "M",
            "rok|roku|lata|lat|latach|latami|rokiem|r.": "Y", "dekada|dekady|dekadę|dekadzie": "DE", "wiek|wieku|wieki|wieków|w.": "CE",
            "weekend|weekendu|weekendy": "WE",
        },
        "Q": {"kwartał|kwartału|kwartale": "Q"},
        "H": {"połowa|połowę|połowie|połowy|półrocze|półroczu": "H"},
        "n": {"jeden|jedną|jedna|jednego": 1, "dwa|dwie|dwóch": 2, "trzy|trzech": 3, "cztery|czterech": 4, "pięć|pięciu": 5,
              "sześć|sześciu": 6, "siedem|siedmiu": 7, "osiem|ośmiu": 8, "dziewięć": 9, "dziesięć|dziesięciu": 10,
              "dwadzieścia": 20, "trzydzieści": 30},
        "q": {"kilka|kilku|kilkanaście|parę|wiele": "X"},
        "o": {"pierwszy|pierwszego|pierwszym|pierwsza|pierwszą|pierwszej": 1, "drugi|drugiego|drugim|druga|drugą|drugiej": 2,
              "trzeci|trzeciego|trzecim|trzecią": 3, "czwarty|czwartego|czwartym|czwartą": 4},
        "P": {"rano|ranek|ranka": "TMO", "popołudnie|popołudniu|po południu": "TAF", "wieczór|wieczorem|wieczoru": "TEV",
              "noc|nocy|nocą|w nocy": "TNI", "południe|w południe": "12:00", "północ|o północy": "24:00"},
        "S": {"wiosna|wiosnę|wiosny|wiosną": "SP", "lato|latem": "SU", "jesień|jesieni|jesienią": "FA",
              "zima|zimę|zimy|zimą": "WI"},
        "R": {"dziś|dzisiaj": (0, ""), "wczoraj": (-1, ""), "jutro": (1, ""), "przedwczoraj": (-2, ""), "pojutrze": (2, "")},
        "E": {"na początku|początek|początku": "START", "pod koniec|koniec|końca|końcu|końcem": "END", "w połowie": "MID"},
        "L": {"ostatni|ostatniego|ostatnim|ostatnia|ostatnią|ostatnie|ostatnich|zeszły|zeszłego|zeszłym|zeszła|zeszłą|zeszłej|ubiegły|ubiegłego|ubiegłym|ubiegłą|ubiegłej|miniony|minionego|minionym|minioną|poprzedni|poprzedniego|poprzednim": -1},
        "X": {"przyszły|przyszłego|przyszłym|przyszłą|przyszłej|następny|następnego|następnym|następną|kolejny|kolejnego|kolejnym": 1},
        "T": {"ten|tego|tym|ta|tę|tej|to|te|bieżący|bieżącego|bieżącym|obecny|obecnego|obecnym": 0},
        "t": {"tamten|tamtego|tamtym|owego": 0},
        "j": {"samego|samym|sam": 0},
        "G": {"temu": (-1, "now"), "później|potem": (1, "then"), "wcześniej": (-1, "then")},
        ">": {"za": 1},
        "k": {"około|ok.|mniej więcej|prawie|niemal|ponad|blisko": "APPROX"},
        "J": {"teraz|obecnie|aktualnie": "PRESENT_REF", "niedawno|ostatnio|kiedyś": "PAST_REF"},
        "A": {"codziennie": "XXXX-XX-XX", "co tydzień": "XXXX-WXX", "co miesiąc": "XXXX-XX", "corocznie|co roku": "XXXX"},
        "e": {"każdy|każdego|każdą|każdej": 0},
        "v": {"do|po": 0}, "b": {"od|między|pomiędzy": 0}, "c": {"i|oraz|lub|a": 0},
        "i": {"w|we|podczas": 0}, "u": {"na": 0}, "l": {"o": 0},
        "B": {"p.n.e.|przed naszą erą": "bc", "n.e.|naszej ery": "ad"},
        "!": {"nazajutrz": ("D", 1, "then")},
        "V": {"boże narodzenie|bożego narodzenia|bożym narodzeniem|bożym narodzeniu": (12, 25), "wigilia|wigilię|wigilii": (12, 24),
              "sylwester|sylwestra": (12, 31), "nowy rok|nowego roku": (1, 1), "wielkanoc|wielkanocy": "easter",
              "poniedziałek wielkanocny": "easter-monday", "wielki piątek": "good-friday", "niedziela palmowa|niedzielę palmową": "palm-sunday",
              "wszystkich świętych": (11, 1), "boże ciało": "corpus-christi", "święto niepodległości": (11, 11), "ramadan|ramadanu": "ramadan"},
        "K": {"dwudziestych|dwudzieste": 2, "trzydziestych|trzydzieste": 3, "czterdziestych|czterdzieste": 4,
              "pięćdziesiątych|pięćdziesiąte": 5, "sześćdziesiątych|sześćdziesiąte": 6, "siedemdziesiątych|siedemdziesiąte": 7,
              "osiemdziesiątych|osiemdziesiąte": 8, "dziewięćdziesiątych|dziewięćdziesiąte": 9},
    },
    future_cues=frozenset(
        ["wygasa", "wygasają", "upływa", "upływają", "rozpoczyna", "zaczyna", "kończy", "odbywa", "otwiera", "wchodzi", "wchodzą", "przyjeżdża", "zaplanowano", "zaplanowany", "zaplanowana", "wyznaczono", "oczekiwany", "startuje", "przybędzie", "przybędą", "wróci", "wrócą", "otworzy", "zostanie", "zostaną", "ruszy", "ruszą", "zakończy", "rozpatrzy", "ogłosi", "wystąpi", "odwiedzi", "weźmie", "zagra", "zagrają", "otrzyma", "potrwa", "wejdzie", "zagłosuje", "pojedzie", "rozpoczną", "zaczną", "będzie", "będą", "ma", "mają", "planuje", "planują", "odbędzie", "odbędą", "spotkają", "spotka", "rozpocznie", "zacznie", "przyjedzie", "zamierza", "zaplanowano", "oczekuje"]
    ),
    past_endings=("ł", "ła", "ło", "li", "ły", "ono", "ano", "ęto", "arto", "erto", "yto"),
)  # fmt: skip
