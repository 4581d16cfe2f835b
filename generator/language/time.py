"""The ``[time]`` of a language file in, its words of time by class, each with its value, out.

A class says what a word does in a date, whatever the language; the rules of dates know classes and no
words. A language without a file of its own may have one of these tables in ``data/dates``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .keys import BESIDE, ROLES, TIME_CLASSES

Value = int | float | str | tuple[object, ...]
_OF_DAYS = ("weekday-of", "day-from-now-of")
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
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what else a class is used as

    @property
    def possessives(self) -> frozenset[str]:
        """Adjectives made of days: "Tuesday's" in one word."""
        return frozenset(word for kind in _OF_DAYS for word in self.classes.get(kind, ()))

    def names(self, kind: str) -> Mapping[str, int]:
        """``month`` or ``weekday``: every spelling, those that are words too, with its number."""
        found = {**self.classes.get(kind, {}), **self.classes.get(f"{kind}-or-word", {})}
        return {spelling: int(str(number)) for spelling, number in found.items()}

    @property
    def calendar(self) -> frozenset[str]:
        """Every spelling of a month or weekday."""
        return frozenset((*self.names("month"), *self.names("weekday")))


def read_time(rows: Mapping[str, object]) -> TimeWords:
    """The words of time of one table. Raises ``TimeTableError``."""
    verbs = _table(rows, "verbs", _VERBS)
    beside = _table(rows, "beside", tuple(BESIDE))
    uses = _table(rows, "uses", tuple(TIME_CLASSES))
    roles = _table(rows, "roles", tuple(ROLES))
    endings = {key: tuple(_text(verbs, key).split()) for key in _VERBS if key.endswith("_endings")}
    return TimeWords(
        classes=_classes(rows),
        past=frozenset(_text(verbs, "past").split()),
        future=frozenset(_text(verbs, "future").split()),
        **endings,
        nouns={word: (TIME_CLASSES[kind][0], value) for word, (kind, value) in _nouns(rows)},
        compounds=tuple(_text(rows, "compounds").split()),
        misleading=frozenset(_text(rows, "misleading").split("|")) - {""},
        roles={word: role for role in roles for word in _text(roles, role).split("|")},
        beside={kind: frozenset(_spelled(_text(beside, kind))) for kind in beside},
        uses={kind: tuple(_text(uses, kind).split()) for kind in uses},
    )


def _spelled(text: str) -> list[str]:
    """Words, or phrases parted by "|"."""
    return [" ".join(one.split()) for one in text.split("|")] if "|" in text else text.split()


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
