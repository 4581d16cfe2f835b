"""What the words of one time expression say, before any anchor is known: the value between finding and resolving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model import TimexType
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
    sentence: int = 0
    range_year: When | None = None  # the year its partner in a range states
    attached: bool = False  # stands inside or beside another date that shares its day
    ambiguous: bool = False
    backward: bool = True  # of a vague count: before or after the anchor
