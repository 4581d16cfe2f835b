"""English time words."""

from __future__ import annotations

from .table import Lexicon

MONTHS = {
    "january|jan.|jan": 1, "february|feb.|feb": 2, "april|apr.|apr": 4, "june|jun.|jun": 6,
    "july|jul.|jul": 7, "september|sept.|sep.|sept|sep": 9, "october|oct.|oct": 10,
    "november|nov.|nov": 11, "december|dec.|dec": 12, "aug.": 8,
}  # fmt: skip
# Months that are also words or names; the reader asks for a capital and a neighbour that fits.
DOUBTFUL_MONTHS = {"march|mar.|mar": 3, "may": 5, "august|aug": 8}
WEEKDAYS = {
    "monday|mondays|mon.": 0, "tuesday|tuesdays|tues.|tue.|tues|tue": 1, "wednesday|wednesdays|wed.": 2,
    "thursday|thursdays|thurs.|thur.|thu.|thurs|thur|thu": 3, "friday|fridays|fri.": 4,
    "saturday|saturdays|sat.": 5, "sunday|sundays|sun.": 6,
}  # fmt: skip
DOUBTFUL_WEEKDAYS = {"mon": 0, "wed": 2, "fri": 4, "sat": 5, "sun": 6}
UNITS = {
    "minute|minutes|mins|min": "TM", "hour|hours|hrs": "TH", "seconds|secs": "TS",
    "day|days": "D", "week|weeks": "W", "month|months": "M", "year|years|yr|yrs": "Y",
    "decade|decades": "DE", "century|centuries": "CE", "millennium|millennia": "MIL",
    "weekend|weekends": "WE", "fortnight|fortnights": "2W", "semester|semesters": "H",
}  # fmt: skip
NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
    "one": 1,
}  # fmt: skip
VAGUE = {
    "several|few|couple|some|many|dozens|numerous|various|hundreds|scores|countless|thousands": "X",
    "multiple": "X",
}
ORDINALS = {
    "latter": 2,
    "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
}  # fmt: skip
PARTS = {
    "morning|mornings": "TMO", "afternoon|afternoons": "TAF", "evening|evenings": "TEV",
    "night|nights|overnight": "TNI", "dawn|daybreak|sunrise": "TMO", "dusk|sunset": "TEV",
    "noon|midday|noontime": "12:00", "midnight": "24:00", "nighttime|night-time": "TNI",
    "daytime": "TDT", "lunchtime": "TMI", "nightfall": "TNI",
}  # fmt: skip
SEASONS = {
    "spring|springtime|springs": "SP", "summer|summers|summertime": "SU",
    "fall|autumn|autumns": "FA", "winter|winters|wintertime": "WI",
}  # fmt: skip
# Days counted from the day of speaking: days, part of day.
DEICTIC = {
    "today": (0, ""), "yesterday": (-1, ""), "tomorrow": (1, ""), "tonight|tonite": (0, "TNI"),
    "the day before yesterday|day before yesterday": (-2, ""),
    "the day after tomorrow|day after tomorrow": (2, ""),
}  # fmt: skip
EDGES = {
    "early|very early|earliest": "START", "mid|midway": "MID", "late|very late": "END",
}  # fmt: skip
EDGE_NOUNS = {
    "turn": "TURN",
    "beginning|start|outset|onset|commencement|very beginning|very start|early part|first part"
    "|early stages|opening|early hours|wee hours": "START",
    "middle|midst|midpoint|middle part|height": "MID",
    "end|close|tail end|very end|latter part|later part|final part|last part|remainder|rest|ends": "END",
    "final days|final weeks|final months|last days|closing days|waning days|closing weeks|dying days": "END",
    "early days|opening days|opening weeks|first days": "START",
}  # fmt: skip
LAST = {"last|past|previous|preceding|prior": -1}
NEXT = {"next|coming|following|upcoming|succeeding|subsequent|ensuing|forthcoming": 1}
THIS = {"this|current|these": 0}
THAT = {"that|those": 0}
SAME = {"same|very|latest": 0}
# direction, anchor ("now" counts from the day of speaking, "then" from the day last told of)
SHIFTS = {
    "ago": (-1, "now"), "earlier|before|previously|beforehand|prior": (-1, "then"),
    "later|after|afterward|afterwards|thereafter|hence": (1, "then"),
    "from now": (1, "now"), "from today": (1, "now"), "back": (-1, "now"),
}  # fmt: skip
APPROX = {
    "about|around|approximately|roughly|some|circa|ca.|ca|c.|approx.": "APPROX",
    "nearly|almost|under": "LESS_THAN", "less than|fewer than|just under|not quite|a little less than": "LESS_THAN",
    "more than|over|well over|just over|a little more than|a little over|slightly more than|upwards of": "MORE_THAN",
    "at least|no less than|no fewer than": "EQUAL_OR_MORE", "up to|at most|no more than|as much as": "EQUAL_OR_LESS",
    "only|just|exactly|another|additional|full|whole|entire|consecutive|straight|successive|long|short": "",
    "more|precisely|nearly a|solid|brief|mere|extra|further|other|good|or so|or more": "",
}  # fmt: skip
NOW = {
    "every now and then|now and then|now and again": "",
    "to this day|now|currently|nowadays|presently|at present|right now|just now|these days"
    "|today's day|at the present time|at this moment"
    "|present day|present-day|the present day|the moment|the time being|the present"
    "|to date|the here and now": "PRESENT_REF",
    "a moment ago|moments ago|just moments ago|recently|lately|formerly|the recent past|more recently|most recently|long ago"
    "|some time ago|sometime ago|a while ago|not long ago|a long time ago|once upon a time"
    "|the not-too-distant past|the distant past|not so long ago": "PAST_REF",
    "the future|the near future|the foreseeable future|the distant future"
    "|the not-too-distant future|the immediate future|someday|some day|one day soon": "FUTURE_REF",
}  # fmt: skip
REPEATING = {
    "daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "quarterly": "XXXX-QX",
    "annually|yearly|annual": "XXXX", "hourly": "XXXX-XX-XXTXX", "nightly": "XXXX-XX-XXTNI",
    "biweekly|fortnightly": "P2W", "bimonthly": "P2M", "semiannual|semi-annual|semiannually|twice-yearly": "P6M",
    "biennial|biennially": "P2Y", "everyday": "XXXX-XX-XX", "bi-weekly": "P2W", "biannual": "P6M",
}  # fmt: skip
ZONES = {
    "eastern time|eastern standard time": "-05", "eastern daylight time": "-04", "central time|central standard time": "-06",
    "pacific time|pacific standard time": "-08", "pacific daylight time": "-07", "mountain time": "-07",
    "moscow time": "+03", "gmt|utc|bst": "Z", "est": "-05", "edt": "-04", "et": "-05", "cst": "-06", "cdt": "-05", "ct": "-06",
    "mst": "-07", "mdt": "-06", "mt": "-07", "pst": "-08", "pdt": "-07", "pt": "-08", "cet": "+01",
    "cest": "+02", "eet": "+02", "eest": "+03", "msk": "+03", "ist": "+0530", "jst": "+09", "kst": "+09",
    "hkt": "+08", "aest": "+10", "aedt": "+11",
}  # fmt: skip
# Fixed days as (month, day); moving ones by a name that ``named_days`` can compute for a year.
NAMED_DAYS = {
    "christmas|christmas day|xmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year": (1, 1), "new year 's day|new year’s day|new years day": (1, 1), "new year 's eve|new year’s eve|new years eve": (12, 31),
    "valentine 's day|valentine’s day|st. valentine 's day": (2, 14), "halloween": (10, 31),
    "independence day|fourth of july|july fourth": (7, 4), "veterans day|armistice day": (11, 11),
    "april fools ' day|april fool 's day": (4, 1), "st. patrick 's day|saint patrick 's day": (3, 17),
    "all saints ' day": (11, 1), "all souls ' day": (11, 2), "epiphany": (1, 6), "bastille day": (7, 14),
    "juneteenth": (6, 19), "groundhog day": (2, 2), "flag day": (6, 14), "cinco de mayo": (5, 5),
    "may day": (5, 1), "earth day": (4, 22), "guy fawkes night|bonfire night": (11, 5), "pearl harbor day": (12, 7),
    "easter|easter sunday|easter day": "easter", "holy saturday|easter saturday": "holy-saturday", "whit monday": "whit-monday",
    "corpus christi": "corpus-christi", "orthodox easter": "orthodox-easter", "orthodox christmas": (1, 7),
    "anzac day": (4, 25), "canada day": (7, 1), "australia day": (1, 26), "st. george 's day": (4, 23),
    "burns night": (1, 25), "twelfth night": (1, 5), "candlemas": (2, 2), "twelfth day": (1, 6), "good friday": "good-friday", "easter monday": "easter-monday",
    "palm sunday": "palm-sunday", "ash wednesday": "ash-wednesday", "maundy thursday": "maundy-thursday",
    "ascension day": "ascension", "pentecost|whit sunday": "pentecost", "mardi gras|shrove tuesday": "mardi-gras",
    "thanksgiving|thanksgiving day": "thanksgiving", "black friday": "black-friday", "labor day": "labor-day",
    "memorial day": "memorial-day", "martin luther king day|martin luther king jr. day|mlk day": "mlk-day",
    "presidents ' day|presidents day|president 's day": "presidents-day", "columbus day": "columbus-day",
    "mother 's day": "mothers-day", "father 's day": "fathers-day", "election day": "election-day",
    "super tuesday": "super-tuesday",
    "rosh hashanah|rosh hashana": "rosh-hashanah", "yom kippur": "yom-kippur", "hanukkah|chanukah": "hanukkah",
    "passover": "passover", "eid al-fitr|eid al - fitr": "eid-al-fitr", "eid al-adha|eid al - adha": "eid-al-adha",
    "ramadan|ramadhan": "ramadan", "muharram": "muharram", "ashura": "ashura", "mawlid|eid milad-un-nabi": "mawlid",
    "shawwal": "shawwal", "diwali": "diwali", "lunar new year|chinese new year": "lunar-new-year", "nowruz": (3, 20),
}  # fmt: skip
# Days known by one date of history: year, month, day.
HISTORIC_DAYS = {
    "9/11": (2001, 9, 11), "d-day|d - day": (1944, 6, 6), "v-e day|ve day|v - e day": (1945, 5, 8),
    "v-j day|vj day|v - j day": (1945, 8, 15),
}  # fmt: skip
# Decades by their word; the century is the running one's last.
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
           "eighties": 8, "nineties": 9}  # fmt: skip
# Adjectives that place a thing in time without dating it; they count only where history is told.
ADJECTIVES = {"former|recent": "PAST_REF", "future": "FUTURE_REF"}

LEXICON = Lexicon(
    lang="en",
    classes={
        "M": MONTHS,
        "m": DOUBTFUL_MONTHS,
        "W": WEEKDAYS,
        "w": DOUBTFUL_WEEKDAYS,
        "U": UNITS,
        "Q": {"quarter|quarters": "Q"},
        "H": {"half|halves": "H"},
        "n": NUMBERS,
        "q": VAGUE,
        "o": ORDINALS,
        "s": {"second": 2},
        "P": PARTS,
        "S": SEASONS,
        "R": DEICTIC,
        "k": APPROX,
        "E": EDGES,
        "C": EDGE_NOUNS,
        "L": LAST,
        "X": NEXT,
        "T": THIS,
        "t": THAT,
        "j": SAME,
        "G": SHIFTS,
        "J": NOW,
        "A": REPEATING,
        "Z": ZONES,
        "V": NAMED_DAYS,
        "v": {"to|through|until|till|thru": 0},
        "b": {"from|between": 0},
        "c": {"and|or": 0},
        "f": {"of": 0},
        "h": {"the": 0},
        "a": {"a|an": 1},
        "i": {"in|during|within|throughout": 0},
        "u": {"on": 0},
        "l": {"at": 0},
        "!": {
            "the year before last": ("Y", -2),
            "the week before last": ("W", -2),
            "the month before last": ("M", -2),
            "the year after next": ("Y", 2),
            "the week after next": ("W", 2),
            "the month after next": ("M", 2),
        },
        "8": {
            "daylong": "P1D",
            "weeklong": "P1W",
            "monthlong": "P1M",
            "yearlong": "P1Y",
            "decadelong": "P1DE",
        },
        "0": {
            "midyear": ("Y", "MID"),
            "midweek": ("W", "MID"),
            "yearend": ("Y", "END"),
            "midmonth": ("M", "MID"),
        },
        "e": {"every|each": 0},
        "r": {"per": 0},
        "p": {"a.m.|am|a.m": "am", "p.m.|pm|p.m": "pm"},
        "O": {"o'clock|o’clock": 0},
        "B": {"bc|bce|b.c.|b.c.e.|b.c": "bc", "ad|ce|a.d.|c.e.|a.d": "ad"},
        "F": {"fiscal|fy": 0},
        "y": {"old|of age": 0},
        "g": {"'s|’s|'|’": 0},
        "d": HISTORIC_DAYS,
        "z": ADJECTIVES,
        "K": DECADES,
    },
    future_cues=frozenset(
        [
            "will",
            "ahead",
            "'ll",
            "’ll",
            "wo",
            "shall",
            "scheduled",
            "expect",
            "expects",
            "forecasts",
            "predicts",
            "plans",
            "plan",
            "planned",
            "due",
            "upcoming",
            "would",
            "going",
            "intends",
            "hopes",
            "aims",
            "wants",
            "should",
            "may",
            "could",
            "might",
            "must",
            "slated",
            "begins",
            "marks",
            "starts",
            "opens",
            "returns",
            "meets",
            "travels",
            "arrives",
            "closes",
            "ends",
            "goes",
            "heads",
            "visits",
            "leaves",
            "hosts",
            "resumes",
            "votes",
            "expires",
            "convenes",
            "departs",
            "reports",
            "go",
            "meet",
            "vote",
            "open",
            "close",
        ]
    ),
    past_verbs=frozenset(
        [
            "was",
            "were",
            "had",
            "did",
            "said",
            "told",
            "went",
            "came",
            "took",
            "made",
            "became",
            "began",
            "got",
            "gave",
            "found",
            "left",
            "saw",
            "met",
            "won",
            "lost",
            "held",
            "brought",
            "thought",
            "kept",
            "sent",
            "built",
            "fell",
            "led",
            "ran",
            "rose",
            "spoke",
            "spent",
            "stood",
            "heard",
            "wrote",
            "bought",
            "sold",
            "paid",
            "put",
            "hit",
            "cut",
            "shot",
            "struck",
            "shut",
            "beat",
            "grew",
            "broke",
            "drew",
            "drove",
            "flew",
            "fought",
            "froze",
            "hid",
            "knew",
            "laid",
            "lay",
            "rang",
            "sang",
            "sank",
            "sat",
            "sought",
            "shook",
            "slept",
            "swept",
            "threw",
            "wore",
            "hurt",
            "spread",
            "burst",
            "quit",
            "rode",
            "chose",
            "stole",
            "swore",
            "taught",
            "caught",
            "tore",
            "woke",
            "forgot",
            "fled",
            "fed",
            "bled",
            "dealt",
            "dug",
            "hung",
            "stuck",
            "drank",
            "ate",
            "withdrew",
            "overthrew",
            "undertook",
            "underwent",
            "oversaw",
            "rebuilt",
            "been",
        ]
    ),
    reporting=frozenset(
        [
            "said",
            "told",
            "announced",
            "reported",
            "added",
            "wrote",
            "tweeted",
            "confirmed",
            "stated",
            "warned",
        ]
    ),
    past_endings=("ed",),
)
