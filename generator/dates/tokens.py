"""A sentence in; its tokens, each with offsets and a one-letter class from the language's table, out.

The classes are joined to one short string (``Tokens.tags``), over which the rules are written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .lexicon import Lexicon
from .mend import BROKEN, mended
from .romans import mark_romans

# Alternatives are tried in order and each is linear: no quantifier stands inside another.
_TOKEN = re.compile(
    r"""
    (?P<iso>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-])
      |\b(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w.,-]*\d))
  | (?P<numeric>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?![\w/]|[.,]\d)|\d{4}[./]\d{1,2}[./]\d{1,2}(?![\w/]|[.,]\d)
      |\d{1,2}-\d{1,2}-\d{4}(?![\w-])|\d{2}-\d{2}-\d{2}(?=\s\d{4}[A-Z]{3}\b))
  | (?P<signs>\d{4}[年년](?:[ ]?\d{1,2}[月월](?:[ ]?\d{1,2}[日号號일])?)?|\d{1,2}[月월](?:[ ]?\d{1,2}[日号號일])?)
  | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
  | (?P<hours>\d{1,2}[ \xa0]?h(?:[ \xa0]?[0-5]\d)?\b)
  | (?P<decade>\d{1,3}0['’]?s\b|\d{1,3}0er\b|\d{0,2}[1-9]0-(?:х|ті|тих|е|ые|их|те|tych|te)\b
      |\d{1,2}00-(?:х|ті|тих|е|ые)\b|1\d{2}0-tal(?:et|ets|en)?\b|['’]\d0['’]?s\b)
  | (?P<nth>(?:1\d|20)\d\d-(?:го|му|м|й|ом|ого|ый|ий)\b)
  | (?P<mixed>\d{1,3}[ -]\d\\?/\d(?![\d/])|\d{1,3}[ ]?[½¼¾])
  | (?P<event>\b9/11(?![\d/]))
  | (?P<quarter>\b(?:[1-4]Q|Q[1-4]|[12]H|H[12])(?!\w))
  | (?P<ordinal>\d{1,2}(?:st|nd|rd|th|er|ère|e|ème|ого|го|ro|-го|-е|-й|-ого|º|ª)\b)
  | (?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+\.\d+(?=\W|$|[ap]\.?m)(?!\.\d)|\d+)
  | (?P<short>['’]\d{2}\b)
  | (?P<dotted>(?:[^\W\d_]\.){2,}|[aApP]\.[mM]\b)
  | (?P<mangled>â€\s?(?:™|\x99)(?:\s?s\b)?|â€(?:œ|\x9c|\x9d)?)
  | (?P<word>o['’]clock\b|['’](?:s|S|ll|re|ve|d|m|t)\b|[lLdD]['’](?=[^\W\d_])|[^\W\d_]+?(?=â€)|[^\W\d_]+(?:['’ʼ](?=[яюєїЯЮЄЇ])[^\W\d_]+)?)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_MARKS = {
    ",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", ".": ".", "(": "(", ")": ")", "'": "g", "’": "g",
    '"': '"', "“": '"', "”": '"', "«": '"', "»": '"', "/": "\\",
}  # fmt: skip
_CAPITAL_CLASSES = frozenset("MmWwV")
# Languages that write their months or weekdays with a capital letter.
_CASED_FEASTS = frozenset(["uk", "ru", "pl", "fr", "es"])
_CAPITALISED = frozenset(["en", "de", "tr", "el", "id"])
_NUMBER_JOINS = frozenset("-")
_CENTURIES = {18: 18, 19: 19}


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

    def tag(self, index: int) -> str:
        """The class of the token; ``" "`` outside the sentence."""
        return self.tags[index] if 0 <= index < len(self.tags) else " "


def tokenize(text: str, start: int, end: int, lex: Lexicon) -> Tokens:
    """The tokens of ``text[start:end]`` with their classes in the language of ``lex``."""
    if BROKEN.search(text, start, end) is None:
        return _scan(text, start, end, lex)
    clean, places = mended(text, start, end, lex.words)
    tokens = _scan(clean, 0, len(clean), lex)
    tokens.starts = [places[at] for at in tokens.starts]
    tokens.ends = [places[at - 1] + 1 for at in tokens.ends]
    tokens.text = text
    return tokens


def _scan(text: str, start: int, end: int, lex: Lexicon) -> Tokens:
    lows: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    tags: list[str] = []
    values: list[object] = []
    words, phrases = lex.words, lex.phrases
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        kind = match.lastgroup or "mark"
        low = text[first:last].lower()
        tag, value = _classify(kind, low, words)
        if kind == "mangled" and tag == "g":
            low = "'s"  # an apostrophe read in the wrong encoding
        if kind == "word" and tag in _CAPITAL_CLASSES and lex.lang in _CAPITALISED:
            tag = tag if text[first].isupper() else "x"
        if tag == "V" and lex.lang in _CASED_FEASTS and not text[first].isupper():
            tag = "x"
        if low == "." and lows and (ends[-1] == first or _spaced_stop(text, ends[-1], first, last)):
            dotted = words.get(lows[-1] + ".")
            if dotted and (
                dotted[0] not in _CAPITAL_CLASSES or lex.lang != "en" or text[starts[-1]].isupper()
            ):
                lows[-1] += "."
                ends[-1] = last
                tags[-1], values[-1] = dotted
                continue
        if tag == "x" and lex.compounds and low.startswith(lex.compounds):
            size = _compound(low, words)
            if size:
                lows.append(low[:size])
                starts.append(first)
                ends.append(first + size)
                tags.append(words[low[:size]][0])
                values.append(words[low[:size]][1])
                first, low = first + size, low[size:]
                tag, value = words[low]
        lows.append(low)
        starts.append(first)
        ends.append(last)
        tags.append(tag)
        values.append(value)
    if "million" in lows or "billion" in lows:
        _join_millions(lows, starts, ends, tags, values)
    if any(low in phrases for low in lows):
        _join_phrases(lows, starts, ends, tags, values, lex, text)
    if "n" in tags:
        _join_numbers(lows, starts, ends, tags, values)
    if "CE" in values:
        mark_romans(lows, starts, tags, values, text)
    return Tokens(lows, starts, ends, "".join(tags), values, text, lex.lang)


def _compound(low: str, words: Mapping[str, tuple[str, object]]) -> int:
    """How many letters of ``Dienstagabend`` are its weekday; 0 of any other word."""
    for size in range(len(low) - 3, 3, -1):
        head, tail = words.get(low[:size]), words.get(low[size:])
        if head and tail and head[0] == "W" and tail[0] == "P":
            return size
    return 0


def _spaced_stop(text: str, end: int, first: int, last: int) -> bool:
    """Whether the stop of an abbreviation was cut off by a tokeniser: ``Jan . 10``."""
    return first == end + 1 and text[end:first] == " " and text[last : last + 2].strip(" ").isdigit()


def _classify(kind: str, low: str, words: object) -> tuple[str, object]:
    """The class and value of a token of the scanner's ``kind``."""
    if kind in ("word", "dotted", "event"):
        found = words.get(low)  # type: ignore[attr-defined]
        return found if found else ("x", None)
    if kind == "signs":
        return "年", low
    if kind == "mangled":
        return ("g", None) if "™" in low or "\x99" in low else ('"', None)
    if kind == "number":
        return _number(low)
    if kind == "mixed":
        return "N", _mixed(low)
    if kind == "iso":
        return "I", low
    if kind == "numeric":
        return "/", low
    if kind == "clock":
        return ":", low
    if kind == "nth":
        return "Y", int(low[:4])
    if kind == "hours":
        return ":", low
    if kind == "decade":
        digits = "".join(c for c in low if c.isdigit())
        return "K", int(digits[:-1])
    if kind == "ordinal":
        value = int("".join(c for c in low if c.isdigit()))
        return "o", value
    if kind == "quarter":
        return "#", low.upper()
    if kind == "short":
        return "'", int(low[1:])
    return _MARKS.get(low, "x"), None


_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _mixed(low: str) -> float:
    """``2 1/2``, ``7½``."""
    if low[-1] in _FRACTIONS:
        return int(low[:-1]) + _FRACTIONS[low[-1]]
    whole, _, part = low.replace("-", " ").partition(" ")
    above, _, below = part.replace("\\", "").partition("/")
    return int(whole) + (int(above) / int(below) if int(below) else 0)


def _number(low: str) -> tuple[str, object]:
    if "," in low or "." in low:
        return "N", float(low.replace(",", ""))
    value = int(low) if len(low) < 12 else 10**12
    if len(low) <= 2 and 1 <= value <= 31:
        return "D", value
    if len(low) == 4 and 1000 <= value <= 2199:
        return "Y", value
    return "N", value


def _capital_phrase(text: str, start: int, end: int, lang: str) -> bool:
    """Whether a feast of several words has its capital: the first in English, any elsewhere."""
    return text[start].isupper() or (lang != "en" and not text[start:end].islower())


def _join_phrases(
    lows: list[str], starts: list[int], ends: list[int], tags: list[str], values: list[object],
    lex: Lexicon, text: str,
) -> None:  # fmt: skip
    """Make one token of each word sequence the table knows."""
    index = 0
    while index < len(lows):
        for parts, tag, value in lex.phrases.get(lows[index], ()):
            size = len(parts)
            if lows[index : index + size] != list(parts):
                continue
            if tag == "V" and not _capital_phrase(text, starts[index], ends[index + size - 1], lex.lang):
                continue
            span = slice(index + 1, index + size)
            lows[index] = " ".join(parts)
            ends[index] = ends[index + size - 1]
            tags[index], values[index] = tag, value
            for items in (lows, starts, ends, tags, values):
                del items[span]
            break
        index += 1


_MILLIONS = {"million": 10**6, "billion": 10**9}


def _join_millions(
    lows: list[str], starts: list[int], ends: list[int], tags: list[str], values: list[object]
) -> None:
    """Make one number of ``66 million`` where it counts years."""
    for index in range(len(lows) - 3, -1, -1):
        size, value = _MILLIONS.get(lows[index + 1]), values[index]
        if size is None or tags[index] not in "DNn" or not lows[index + 2].startswith("year"):
            continue
        if isinstance(value, int | float):
            tags[index], values[index] = "N", round(value * size)
            lows[index], ends[index] = f"{lows[index]} {lows[index + 1]}", ends[index + 1]
            for items in (lows, starts, ends, tags, values):
                del items[index + 1]


def _join_numbers(
    lows: list[str], starts: list[int], ends: list[int], tags: list[str], values: list[object]
) -> None:
    """Make one number of ``twenty-five`` and ``two hundred`` and one ordinal of ``twenty-first``."""
    index = 0
    while index + 1 < len(tags):
        if tags[index] != "n":
            index += 1
            continue
        gap = 1 if tags[index + 1] == "-" and ends[index] == starts[index + 1] else 0
        after = index + 1 + gap
        if after < len(tags) and tags[after] in "no" and isinstance(values[index], int):
            left, right = values[index], values[after]
            joined = _joined(left, right, tags[after])
            if joined is not None and isinstance(right, int):
                tags[index], values[index] = tags[after], joined
                lows[index] = f"{lows[index]} {lows[after]}"
                ends[index] = ends[after]
                for items in (lows, starts, ends, tags, values):
                    del items[index + 1 : after + 1]
                continue
        index += 1


def _joined(left: object, right: object, tag: str) -> int | None:
    if not isinstance(left, int) or not isinstance(right, int):
        return None
    if left in range(20, 100, 10) and 1 <= right <= 9:
        return left + right
    if tag == "n" and right == 100 and 1 <= left <= 20:
        return left * 100
    return None
