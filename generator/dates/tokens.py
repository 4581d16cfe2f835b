"""A sentence in; its tokens, each with offsets and a one-letter class from the language's table, out.

The classes are joined to one short string (``Tokens.tags``), over which the rules are written.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..text.annotate import annotate
from ..text.annotation import Annotation
from .joining import Columns, join_millions, join_numbers, join_phrases, join_years
from .lexicon.table import Lexicon
from .mend import BROKEN, mended
from .other_calendars import iso_day, our_year
from .other_calendars import pattern as elsewhere
from .romans import mark_romans
from .verbs import MARKS, Told

Row = tuple[str, int, int, str, object]  # a token in lower case, its offsets, its class and value

_KINDS_OF_TOKENS = Path(__file__).with_suffix(".txt").read_text("utf-8")
_TOKEN = re.compile(_KINDS_OF_TOKENS.replace("{elsewhere}", elsewhere()), re.VERBOSE)
_MARKS = {
    ",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", ".": ".", "(": "(", ")": ")", "'": "g", "’": "g",
    '"': '"', "“": '"', "”": '"', "«": '"', "»": '"', "/": "\\",
}  # fmt: skip
_CAPITAL_CLASSES = frozenset("MmWwV")
# Languages that write their months or weekdays with a capital letter.
CASED_FEASTS = frozenset(["uk", "ru", "pl", "fr", "es"])
_CAPITALISED = frozenset(["en", "de", "tr", "el", "id"])
_SCANNED = str.maketrans({"o": "0", "l": "1", "i": "1"})
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence, as parallel lists; offsets are those of the whole text."""

    lows: list[str]
    starts: list[int]
    ends: list[int]
    tags: str
    values: list[object]
    text: str
    lang: str
    order: str = ""  # of the parts of a numeric date
    annotated: Callable[[], Annotation] | None = None  # the sentence's own, where the article has one
    told: Told | None = None  # what each says of the time of its clause, once that is asked

    @property
    def form(self) -> Annotation:
        """The sentence's clauses and verbs."""
        if self.annotated is not None:
            return self.annotated()
        return annotate(self.text, self.starts[0], self.ends[-1], self.lang)

    def words(self, first: int, last: int) -> str:
        """The text from token ``first`` up to and without token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def glued(self, index: int) -> bool:
        """Whether no space stands between this token and the one before."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()

    def number(self, index: int) -> int:
        """The token's value as a whole number."""
        value = self.values[index]
        assert isinstance(value, int | float)
        return int(value)

    def shift(self, index: int) -> tuple[int, str]:
        """The token's value as a direction (or days) and what it counts from (or a part of the day)."""
        value = self.values[index]
        assert isinstance(value, tuple)
        return int(value[0]), str(value[1])

    def low(self, index: int) -> str:
        """The token in lower case; ``""`` outside the sentence."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def back(self, at: int, reach: int) -> list[str]:
        """The words before ``at``, ``reach`` of them where there are so many."""
        return self.lows[max(0, at - reach) : at]

    def find(self, first: int, last: int, tags: str) -> int:
        """The first token of a class from ``first`` to ``last`` (exclusive), or -1."""
        return next((index for index in range(first, last) if self.tags[index] in tags), -1)

    def clause(self, order: range) -> Iterator[int]:
        """The tokens on one side up to a mark that ends the clause; what stands in parentheses is passed over."""
        depth, opening = 0, "(" if order.step > 0 else ")"  # "fell at 03:15 (0115 GMT) on Sunday"
        for index in order:
            if self.tags[index] in "()":
                depth += 1 if self.tags[index] == opening else -1
                if depth < 0:
                    return
            elif not depth:
                if self.lows[index] in MARKS:
                    return
                yield index

    def tag(self, index: int) -> str:
        """The class of the token; ``" "`` outside the sentence."""
        return self.tags[index] if 0 <= index < len(self.tags) else " "


def tokenize(text: str, start: int, end: int, lex: Lexicon, order: str = "") -> Tokens:
    """The tokens of ``text[start:end]`` with their classes in the language of ``lex``."""
    if BROKEN.search(text, start, end) is None:
        return _scan(text, start, end, lex, order)
    clean, places = mended(text, start, end, lex.words)
    tokens = _scan(clean, 0, len(clean), lex, order)
    tokens.starts = [places[at] for at in tokens.starts]
    tokens.ends = [places[at - 1] + 1 for at in tokens.ends]
    tokens.text = text
    return tokens


def _scan(text: str, start: int, end: int, lex: Lexicon, order: str) -> Tokens:
    rows: list[Row] = []
    words, nouns, plain = lex.words, lex.own.nouns, "" if lex.own.compounds else "plain"
    for match in _TOKEN.finditer(text, start, end):
        if match.lastgroup == plain:
            first, last = match.span()
            low = text[first:last].lower()
            if low not in words and low not in nouns:
                rows.append((low, first, last, "x", None))  # most words
                continue
        _take(rows, match, text, lex)
    lows, starts, ends, tags, values = map(list, zip(*rows, strict=True)) if rows else ([], [], [], [], [])
    made = Columns(lows, starts, ends, tags, values)
    _join(made, text, lex)
    return Tokens(made.lows, made.starts, made.ends, "".join(made.tags), made.values, text, lex.lang, order)


def _take(rows: list[Row], match: re.Match[str], text: str, lex: Lexicon) -> None:
    """Add one token, or two of a compound, or lengthen the last one by its stop."""
    words, (first, last) = lex.words, match.span()
    kind = match.lastgroup or "mark"
    low = text[first:last].lower()
    low = iso_day(low) if kind == "elsewhere" else low
    if low == "." and rows and _ends_short_word(rows, text, first, last, lex):
        return
    tag, value = _classify(kind, low, words)
    if kind == "mangled" and tag == "g":
        low = "'s"  # an apostrophe read in the wrong encoding
    capital = text[first].isupper()
    if kind in ("plain", "word") and tag in _CAPITAL_CLASSES and not capital:
        tag = _in_small_letters(tag, lex.lang)
    if capital and rows and low in lex.own.nouns:
        tag, value = lex.own.nouns[low]
    if tag == "x" and (size := _compound(low, lex)):
        rows.append((low[:size], first, first + size, *words[low[:size]]))
        first, low = first + size, low[size:]
        tag, value = lex.own.nouns.get(low) or words[low]
    if tag == "N" and isinstance(value, int) and (year := our_year(value, lex.lang)):
        tag, value = "Y", year
    rows.append((low, first, last, tag, value))


def _in_small_letters(tag: str, lang: str) -> str:
    """The class of a name of time that is not capitalised, where the language writes it with a capital."""
    return "x" if lang in _CAPITALISED or (tag == "V" and lang in CASED_FEASTS) else tag


def _join(made: Columns, text: str, lex: Lexicon) -> None:
    """Make one token of what is one: a phrase, a number in words, a sum; and months of what stands as one."""
    if lex.lang == "en":
        _lower_months(made, lex.words, text)
    if "million" in made.lows or "billion" in made.lows:
        join_millions(made)
    if not lex.phrases.keys().isdisjoint(made.lows):
        join_phrases(made, lex.phrases, text, lex.lang)
    if "n" in made.tags:
        join_numbers(made)
        join_years(made)
    if "CE" in made.values:
        mark_romans(made.lows, made.starts, made.tags, made.values, text)


def _lower_months(made: Columns, words: Mapping[str, tuple[str, object]], text: str) -> None:
    """Take ``december-30-11`` and ``april2,2021`` for months too: digits stand right beside them."""
    tags = made.tags
    for index, tag in enumerate(tags):
        kind = words.get(made.lows[index], ("", None))[0] if tag == "x" else ""
        if kind not in ("M", "m") or text[made.starts[index]].isupper():
            continue
        glued = index + 1 < len(tags) and made.starts[index + 1] == made.ends[index]
        if kind == "m" and not glued:
            continue  # "it may 2" is no month
        behind = index + 1 if index + 1 < len(tags) and tags[index + 1] != "-" else index + 2
        beside = (index > 0 and tags[index - 1] in "Do") or (behind < len(tags) and tags[behind] in "DoY")
        if beside:
            tags[index], made.values[index] = words[made.lows[index]]


def _ends_short_word(rows: list[Row], text: str, first: int, last: int, lex: Lexicon) -> bool:
    """Let the stop join the word before where both are an abbreviation: ``Jan.``."""
    word, begins, ends, *_ = rows[-1]
    gap = text[ends:first]
    if gap and not (gap == " " and text[last : last + 2].strip(" ").isdigit()):
        return False  # but "Jan . 10", which a tokeniser cut
    dotted = lex.words.get(word + ".")
    capital = lex.lang != "en" or text[begins].isupper()
    if not dotted or (dotted[0] in _CAPITAL_CLASSES and not capital):
        return False
    rows[-1] = (word + ".", begins, last, *dotted)
    return True


def _compound(low: str, lex: Lexicon) -> int:
    """How many letters of ``Dienstagabend`` are its weekday; 0 of any other word."""
    words, heads = lex.words, lex.own.compounds
    for size in range(len(low) - 3, 3, -1) if heads and low.startswith(heads) else ():
        head, tail = words.get(low[:size]), lex.own.nouns.get(low[size:]) or words.get(low[size:])
        if head and tail and head[0] == "W" and tail[0] == "P":
            return size
    return 0


def _classify(kind: str, low: str, words: Mapping[str, tuple[str, object]]) -> tuple[str, object]:
    """The class and value of a token of the scanner's ``kind``."""
    if kind in ("plain", "word", "dotted", "event"):
        return words.get(low) or ("x", None)
    if kind == "mangled":
        return ("g", None) if "™" in low or "\x99" in low else ('"', None)
    rule = _KINDS.get(kind)
    return rule(low) if rule is not None else (_MARKS.get(low, "x"), None)


def _digits(low: str) -> str:
    return "".join(c for c in low if c.isdigit())


# The other kinds of the scanner; "scanned" is "2O11", "l984": letters that a scanner read for digits.
_KINDS: Mapping[str, Callable[[str], tuple[str, object]]] = {
    "signs": lambda low: ("年", low),
    "number": lambda low: _number(low),
    "mixed": lambda low: ("N", _mixed(low)),
    "iso": lambda low: ("I", low),
    "elsewhere": lambda low: ("I", low),
    "numeric": lambda low: ("/", low),
    "clock": lambda low: (":", low),
    "hours": lambda low: (":", low),
    "scanned": lambda low: ("Y", int(low.translate(_SCANNED))),
    "nth": lambda low: ("Y", int(low[:4])),
    "decade": lambda low: ("K", int(_digits(low)[:-1])),
    "ordinal": lambda low: ("o", int(_digits(low))),
    "quarter": lambda low: ("#", low.upper()),
    "short": lambda low: ("'", int(low[1:])),
}


_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


def _mixed(low: str) -> float:
    """``2 1/2``, ``7½``."""
    if low[-1] in _FRACTIONS:
        return int(low[:-1]) + _FRACTIONS[low[-1]]
    whole, _, part = low.replace("-", " ").partition(" ")
    above, _, below = part.replace("\\", "").partition("/")
    return int(whole) + (int(above) / int(below) if int(below) else 0)


def _number(low: str) -> tuple[str, object]:
    if _GROUPED.fullmatch(low):
        return "N", float(low.replace(".", ""))  # "hace 29.000 años"
    if "," in low or "." in low:
        return "N", float(low.replace(",", ""))
    value = int(low) if len(low) < 12 else 10**12
    if len(low) <= 2 and 1 <= value <= 31:
        return "D", value
    return ("Y" if 1000 <= value <= 2199 else "N"), value
