"""The sentence in front and what it was dated by in; whether the next sentence goes on with it, out.

What goes on from a dated sentence keeps its day: in the same paragraph, and in the next one where a pronoun
or a thing named again points back. A sentence that the article tells of its own day ends the scene.
"""

from __future__ import annotations

import re
from datetime import date as Day
from typing import Literal

from ..edtf import parse_edtf
from ..language import everywhere, pattern_everywhere, pattern_of, words_everywhere
from ..model import DateReason
from ..values import dataclass
from .tenses import Tense

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEAD = 4  # words; a pronoun further on may stand for something of its own sentence
_SUBORDINATE = pattern_everywhere("subordinate-first")
_AS = everywhere.as_ - {"as"}  # "Как сообщалось ранее, …"
_WORD = re.compile(r"[^\W\d_]{4,}")
_QUOTED = re.compile(r"[“\"«„][^”\"»“]{0,2000}[”\"»“]")


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a fact and why."""

    edtf: str
    reason: DateReason

    def carried(self) -> Dated:
        """The same for a sentence that goes on with what it dates."""
        reason = self.reason
        return Dated(self.edtf, DateReason(reason.words, reason.rule, "discourse", self.edtf, "narrative"))


@dataclass(frozen=True, slots=True)
class Scene:
    """What was told last with a day of its own, or of a past that nothing dates."""

    dated: Dated
    words: str  # what was told
    index: int  # the last sentence that belongs to the scene
    block: int
    speaker: str = ""
    linked: Literal["", "paragraph", "pointing"] = "paragraph"  # how the sentence now dated goes on with it

    tense: Tense = ""  # of its last sentence
    near: bool = True  # whether it stands in the sentence just before
    before: bool = False  # told in the pluperfect: what had been, and no story goes on from there
    inside: bool = False  # its day is that of what somebody told, and not of telling it

    @property
    def back(self) -> bool:
        """A scene of the past whose day is not known."""
        return not self.dated.edtf


def is_day(edtf: str) -> bool:
    """A time is a day of the calendar, and no hour of one."""
    return _DAY.fullmatch(edtf) is not None


def in_a_day(edtf: str) -> bool:
    """A time is a day or an hour of one."""
    return is_day(edtf.partition("T")[0])


def days(edtf: str) -> tuple[Day, Day] | None:
    """The first and last day of a time; None when it is open, unknown or outside the years of the calendar."""
    value = parse_edtf(edtf.partition("T")[0])
    if value.earliest is None or value.latest is None or not 1 <= value.earliest[0] <= value.latest[0] < 9999:
        return None
    return Day(*value.earliest), Day(*value.latest)


def outside_quotes(sentence: str) -> str:
    """What the article itself says in the sentence."""
    return _QUOTED.sub(" ", sentence).strip(" ,.;")


def quotations(sentence: str) -> list[tuple[int, int]]:
    """Where the quotations of the sentence stand."""
    return [found.span() for found in _QUOTED.finditer(sentence)]


def main_part(sentence: str) -> str:
    """The sentence without a subordinate clause that leads it."""
    lead = sentence.lstrip('"“«„ ')
    led = _SUBORDINATE.match(lead) or lead.partition(" ")[0].lower() in _AS
    comma = sentence.find(",") if led else -1
    return sentence[comma + 1 :] if comma > 0 else sentence


_DETERMINED = re.compile(
    rf"\b(?:{'|'.join(sorted(words_everywhere('pointing')))}|l['’])\s*([^\W\d_]{{4,}})", re.IGNORECASE
)


def points_back(sentence: str, before: str, lang: str) -> bool:
    """Whether the words point at what the sentence in front told of: "He poured petrol", "The gunmen set fire"."""
    bare = outside_quotes(sentence)
    if _SUBORDINATE.match(bare):
        return False  # "While officials said they hope": the pronoun has its noun before it
    if pattern_of(lang, "points-back").search(" ".join(bare.split()[:_HEAD])):
        return True
    named = [match[1].lower() for match in _DETERMINED.finditer(bare)]
    return bool(named) and not {word.lower() for word in _WORD.findall(before)}.isdisjoint(named)
