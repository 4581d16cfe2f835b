"""The ``[time]`` of a language file in, its words of time by class, each with its value, out.

A class says what a word does in a date, whatever the language; the rules of dates know classes and no
words. A language without a file of its own may have one of these tables in ``data/dates``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Value = int | float | str | tuple[object, ...]
# Class -> the letter that stands for it in the patterns of dates, and what its words are and their value.
TIME_CLASSES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "month": ("M", "a month, 1 to 12"),
        "month-or-word": ("m", 'the same, where the word has another sense: "may", "mar"'),
        "weekday": ("W", "a weekday, Monday 0"),
        "weekday-or-word": ("w", 'the same, where the word has another sense: "sun"'),
        "unit": ("U", "a unit: TS second, TM, TH, D, WE weekend, W, 2W, M, H half, Y, DE decade, CE, MIL"),
        "quarter": ("Q", '"Q"'),
        "half": ("H", '"H"'),
        "number": ("n", "a number word"),
        "vague-number": ("q", '"X": several'),
        "ordinal": ("o", "a rank"),
        "ordinal-or-unit": ("s", 'the same, where the word is a unit too: "second"'),
        "one": ("a", '1: "a", "an"'),
        "part-of-day": ("P", "a time: TMO morning, TMI, TAF, TEV, TNI, TDT, or a clock time"),
        "season": ("S", "SP, SU, FA or WI"),
        "day-from-now": ("R", "days from the day of speaking, and a part of day or nothing"),
        "about": ("k", "APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE or nothing"),
        "edge": ("E", 'START, MID or END right before a date: "early"'),
        "edge-noun": ("C", 'the same, or TURN, before "of": "beginning"'),
        "last": ("L", "-1"),
        "next": ("X", "1"),
        "this": ("T", "0"),
        "that": ("t", "0"),
        "same": ("j", "0"),
        "shift": ("G", 'direction and "now" (day of speaking) or "then" (day told of): "ago", "later"'),
        "before-count-past": ("<", '-1, for "ago" that stands before its count: "vor"'),
        "before-count-future": (">", '1, for "in" before a count: "dans"'),
        "now": ("J", "PRESENT_REF, PAST_REF, FUTURE_REF or nothing"),
        "unit-from-now": ("!", 'a unit, how many, and perhaps "then": "torik", "the week after next"'),
        "repeating": ("A", 'how often, as TIMEX3 writes it: "XXXX-WXX"'),
        "zone": ("Z", "the offset from UTC"),
        "named-day": ("V", "month and day, or the name of a day that moves"),
        "day-of-history": ("d", "year, month and day"),
        "decade": ("K", "its digit: the sixties are 6"),
        "era": ("B", "bc or ad"),
        "fiscal": ("F", "0"),
        "length": ("8", 'a TIMEX3 length: "weeklong"'),
        "middle-of": ("0", "a unit and START, MID or END: midyear"),
        "adjective": ("z", "as ``now``, where history is told: former"),
        "until": ("v", "0"),
        "from": ("b", "0"),
        "and": ("c", "0"),
        "of": ("f", "0"),
        "the": ("h", "0"),
        "in": ("i", "0"),
        "on": ("u", "0"),
        "at": ("l", "0"),
        "every": ("e", "0"),
        "per": ("r", "0"),
        "half-of-day": ("p", "am or pm"),
        "o-clock": ("O", "0"),
        "age": ("y", '0: "old"'),
        "possessive": ("g", "0"),
    }
)
# What a preposition makes of the date behind it.
ROLES: Mapping[str, str] = MappingProxyType(
    {
        "until": "till that day",
        "since": "from that day until now",
        "from": "from that day",
        "starting": "from that day, which may lie ahead",
        "by": "not later than that day",
        "before": "before that day",
        "after": "after that day",
        "between": "from that day to another",
    }
)
# Words beside a number or a name of time that make or unmake a date.
BESIDE: Mapping[str, str] = MappingProxyType(
    {
        "counted": "makes the number before it a count",
        "money": "makes the number behind it a sum, a number of something, or a name",
        "year-before": "may stand before a bare year",
        "street": "makes the number before it a house number",
        "name-before": "makes the month behind it a name of a person",
        "month-before": "may stand before a month that is also a word",
        "day-name-before": "makes the weekday behind it a name: Black Friday",
        "day-name-after": "makes the weekday before it a name: Friday Times",
        "paper-before": 'makes "Today" the name of a paper',
        "intention": "a verb whose infinitive lies ahead, also where it is told in the past: vowed",
        "forecast": "tells what is expected of the day behind it: rain was likely Thursday",
        "postponed": "puts off to the day behind it",
        "due": "what was due on a day need not have been: had been due Friday",
        "called-off": "what was planned for a day and did not happen",
        "comes": "the verb before effect or force: takes effect June 1",
        "over": "tells that a deadline is past",
        "fixture": "a present of what stands on a calendar: Leeds play on Saturday",
        "noun-too": "tells what lies ahead, and is a noun behind an article: the vote",
        "heard": "what is said to have happened has happened: is believed to have left",
        "nobody": "denies the verb beside a day",
        "document": "can be dated and quoted: letter",
        "goes-on": "goes on behind a year whose digits stand in two pieces",
        "match": "tells that a half or a quarter is one of a match",
        "length-before": "may stand before a length of time",
        "unit-before": "may stand before a bare unit: for decades",
        "minute-after": "may stand behind a minute: a minute to",
        "no-noun": "is no noun behind a season",
        "most": "compares with all that was since: the largest since",
        "rose": "tells that a figure moved: fell",
        "done-in-a-year": "is done in a year and counts nothing: built around 1230",
        "short-year-before": "may stand before '98",
        "no-count-before": "stands before a year and no count: the 2022 troops",
        "no-verb": "ends as a verb of the present does, and is none",
    }
)
_VERBS = ("past", "future", "past_endings", "future_endings", "present_endings")
_OTHERS = frozenset({"verbs", "roles", "beside", "uses", "nouns", "compounds", "misleading"})


class TimeTableError(ValueError):
    """Something in a table of time that nobody can use: where, and why."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True)
class TimeWords:
    """The words of time of one language; a spelling stands in one class only."""

    classes: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)  # class -> spelling -> value
    past: frozenset[str] = frozenset()  # verbs that tell of the past, beside those with ``past_endings``
    future: frozenset[str] = frozenset()  # words of what lies ahead
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    present_endings: tuple[str, ...] = ()  # where every past form is told by its ending
    nouns: Mapping[str, tuple[str, Value]] = field(default_factory=dict)  # with a capital: "am Morgen"
    compounds: tuple[str, ...] = ()  # a part of the day is written together with them: "Dienstagabend"
    misleading: frozenset[str] = frozenset()  # phrases that dateparser takes for something else
    roles: Mapping[str, str] = field(default_factory=dict)  # preposition -> one of ROLES
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    uses: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # class -> what else its words are used as

    def names(self, kind: str) -> Mapping[str, int]:
        """``month`` or ``weekday``: every spelling, those that are words too, with its number."""
        found = {**self.classes.get(kind, {}), **self.classes.get(f"{kind}-or-word", {})}
        return {spelling: int(str(number)) for spelling, number in found.items()}


def read_time(rows: Mapping[str, object]) -> TimeWords:
    """The words of time of one table. Raises ``TimeTableError``."""
    verbs = _table(rows, "verbs", _VERBS)
    beside = _table(rows, "beside", tuple(BESIDE))
    uses = _table(rows, "uses", tuple(TIME_CLASSES))
    roles = _table(rows, "roles", tuple(ROLES))
    return TimeWords(
        classes=_classes(rows),
        past=frozenset(_text(verbs, "past").split()),
        future=frozenset(_text(verbs, "future").split()),
        past_endings=tuple(_text(verbs, "past_endings").split()),
        future_endings=tuple(_text(verbs, "future_endings").split()),
        present_endings=tuple(_text(verbs, "present_endings").split()),
        nouns={word: (TIME_CLASSES[kind][0], value) for word, (kind, value) in _nouns(rows)},
        compounds=tuple(_text(rows, "compounds").split()),
        misleading=frozenset(_text(rows, "misleading").split("|")) - {""},
        roles={word: role for role in roles for word in _text(roles, role).split("|")},
        beside={kind: frozenset(_text(beside, kind).split()) for kind in beside},
        uses={kind: tuple(_text(uses, kind).split()) for kind in uses},
    )


def _classes(rows: Mapping[str, object]) -> dict[str, dict[str, Value]]:
    """Class -> spelling -> value; a spelling has one class."""
    found: dict[str, dict[str, Value]] = {}
    class_of: dict[str, str] = {}
    for kind in (kind for kind in rows if kind not in _OTHERS):
        if kind not in TIME_CLASSES:
            raise TimeTableError(kind, f"unknown class; known are {', '.join(TIME_CLASSES)}")
        for key, value in _table(rows, kind).items():
            for spelling in key.split("|"):
                if spelling != spelling.lower() or not spelling.strip():
                    raise TimeTableError(kind, f"{spelling!r} must be a word in lower case")
                if spelling in class_of:
                    raise TimeTableError(kind, f"{spelling!r} stands in {class_of[spelling]!r} too")
                class_of[spelling] = kind
                found.setdefault(kind, {})[spelling] = _value(kind, value)
    return found


def _table(rows: Mapping[str, object], key: str, known: tuple[str, ...] = ()) -> Mapping[str, object]:
    """A table of ``rows``, with no key that nobody reads."""
    table = rows.get(key, {})
    if not isinstance(table, dict):
        raise TimeTableError(key, "is no table")
    for name in table:
        if known and name not in known:
            raise TimeTableError(key, f"unknown key {name!r}; known are {', '.join(known)}")
    return table


def _text(rows: Mapping[str, object], key: str) -> str:
    """A value that must be a text."""
    text = rows.get(key, "")
    if not isinstance(text, str):
        raise TimeTableError(key, f"{text!r} is no text")
    return text


def _value(kind: str, value: object) -> Value:
    """A word's value: a number, a text, or several of these."""
    if isinstance(value, list):
        return tuple(_value(kind, part) for part in value)
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise TimeTableError(kind, f"{value!r} is neither a number nor a text nor a list of these")
    return value


def _nouns(rows: Mapping[str, object]) -> Iterator[tuple[str, tuple[str, Value]]]:
    """Words that are of another class with a capital inside a sentence."""
    for word, pair in _table(rows, "nouns").items():
        if not isinstance(pair, list) or len(pair) != 2 or pair[0] not in TIME_CLASSES:
            raise TimeTableError("nouns", f"{word!r} needs a class and a value")
        yield word, (pair[0], _value("nouns", pair[1]))
