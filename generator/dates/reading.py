"""What the words of one time expression say, before any anchor is known: the value between finding and resolving."""

from typing import Literal, TypedDict, Unpack

from ..model import TimexType
from ..values import dataclass, replace
from .grammar import Candidate
from .tokens import Tokens
from .when import When

# absolute: the words name the date, perhaps without its year, day or date
# now: counted from the day of speaking; then: from the day last told of; auto: "now" in news, "then" in
# told history; literal: durations, sets and references, whose value the words give alone
Base = Literal["absolute", "now", "then", "auto", "literal"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One time expression as read. ``count`` is ``None`` for a vague number ("a few days later")."""

    start: int
    end: int
    first: int  # index of the first token, and one past the last, in the sentence
    last: int
    type: TimexType
    rule: str
    base: Base = "absolute"
    when: When = When()
    unit: str = ""
    count: int | float | None = 0
    literal: str = ""
    mod: str = ""
    named: str = ""  # a named day that moves from year to year
    range_year: When | None = None  # the year its partner in a range states
    ambiguous: bool = False
    backward: bool = True  # of a vague count: before or after the anchor
    moved: tuple[int, str] = (0, "")  # counted on from the date named: "three days after Sept. 11"
    exactly: bool = False  # counted to the day: "25 years ago today"


_HOURS = ("TH", "TM", "TS")  # "two hours later" is a time
Readings = tuple[Reading, ...]


class Told(TypedDict, total=False):
    """What more a rule tells of a reading."""

    base: Base
    unit: str
    count: int | float | None
    mod: str
    named: str
    ambiguous: bool
    backward: bool


def make(tokens: Tokens, rule: str, first: int, last: int, when: When, **told: Unpack[Told]) -> Reading:
    """A reading over the tokens ``first`` to ``last`` (exclusive)."""
    kind: TimexType = "TIME" if when.clock or when.part or told.get("unit") in _HOURS else "DATE"
    return Reading(tokens.starts[first], tokens.ends[last - 1], first, last, kind, rule, when=when, **told)


def whole(tokens: Tokens, found: Candidate, when: When, **told: Unpack[Told]) -> Readings:
    """The one reading over all that a rule's pattern fits."""
    return (make(tokens, found.rule, found.first, found.last, when, **told),)


def literal(
    tokens: Tokens, rule: str, first: int, last: int, kind: TimexType, value: str, mod: str = ""
) -> Readings:
    """A reading whose value the words alone give."""
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return (Reading(start, end, first, last, kind, rule, "literal", literal=value, mod=mod),)


def spelled(tokens: Tokens, found: Candidate, kind: TimexType, value: str, mod: str = "") -> Readings:
    """The same over all that a rule's pattern fits."""
    return literal(tokens, found.rule, found.first, found.last, kind, value, mod)


def with_part(when: When, value: str) -> When:
    """``when`` with a part of the day (``TMO``) or a named hour (``12:00``)."""
    return replace(when, part=value) if value.startswith("T") else replace(when, clock=value)
