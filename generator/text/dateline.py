"""An article's text and blocks in, its dateline out: "OSLO, May 3 (Reuters) —".

A day is only given when the dateline names the year; a day and month without one are kept apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..language import calendar_names, calendar_pattern
from ..model import Block
from .credits import agency_name
from .stated_date import stated_dates

_LOOK = 140  # a dateline ends within so many characters
_DASH = re.compile(
    r"\s(?:--?|–|—)\s|\s?—\s?|(?<=\))\s?[-–—](?:\s|(?=[^\W\d_a-z]))|(?<=/)(?:\.\s|\s?[-–—]\s)|(?<=\w):\s|\.[-–—]\s"
)
_PLACE = re.compile(
    r"[^\W\d_](?:[\w.'’/-]|\s(?=[^\W\d_a-z]|of\b|de\b|am\b|an\b|la\b)|,\s(?=[^\W\d_a-z]))*", re.UNICODE
)
# "(dpa/lsw)": an agency and its desk; "/PRNewswire/".
_CREDITED = re.compile(r"\([^()]{2,30}\)|\[[^\[\]]{2,30}\]|/[^/()]{2,30}/")
_SMALL = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:le|den|am|el|on|the|de)\b|\d{1,2}(?=\.?\s*$)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s*[(\[/][^\W\d_a-z]")  # "(Norvik Wire)": an agency that nobody lists


@cache
def _month_day() -> re.Pattern[str]:
    """A month and a day without a year."""
    names = calendar_pattern("month")
    return re.compile(
        rf"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})\b(?!\s*,?\s*\d{{4}})|\b(?P<d2>\d{{1,2}})\.?\s+(?:de\s+)?(?P<m2>{names})\b\.?(?!\s*,?\s*\d{{4}})",
        re.IGNORECASE,
    )


@cache
def _month_in_place() -> re.Pattern[str]:
    """A month that stands where a place's name goes on."""
    return re.compile(rf"(?:^|[\s,])(?:{calendar_pattern('month')})\b\.?(?=\s*\d|\s*$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; ``end`` is where the sentence proper begins, 0 when there is no dateline."""

    place: str = ""
    day: str = ""  # YYYY-MM-DD, only when the year is there
    month: int = 0  # without a year
    day_of_month: int = 0
    agency: str = ""
    start: int = 0
    end: int = 0


def read_dateline(text: str, blocks: Sequence[Block]) -> Dateline:
    """The dateline at the head of the first body block, if it has one."""
    first = next((block for block in blocks if block.kind == "body"), None)
    return _at_head(text, first) if first else Dateline()


@lru_cache(maxsize=4)  # three stages ask one after the other
def _at_head(text: str, first: Block) -> Dateline:
    """The dateline at the head of a block."""
    dash = _DASH.search(text, first.start, min(first.end, first.start + _LOOK))
    if dash is None:
        return Dateline()
    head = text[first.start : dash.start()].strip()
    place = _place_of(head)
    credited = (part for found in _CREDITED.findall(head) for part in found[1:-1].split("/"))
    agency = next((name for part in credited if (name := agency_name(part))), "")  # in brackets or strokes
    dates = stated_dates(head)
    partial = None if dates else _month_day().search(head)
    sure = bool(agency or dates or partial)
    if not (sure or _stands_alone(head, place)) or not _is_dateline_rest(head[place.end() if place else 0 :]):
        return Dateline()
    return Dateline(
        place=place.group().strip(" ,.") if place else "",
        day=dates[0].day if dates else "",
        month=calendar_names("month")[(partial["m"] or partial["m2"]).lower()] if partial else 0,
        day_of_month=int(partial["d"] or partial["d2"]) if partial else 0,
        agency=agency,
        start=first.start,
        end=dash.end(),
    )


def _place_of(head: str) -> re.Match[str] | None:
    """The place that opens a dateline, up to a month."""
    place = _PLACE.match(head)
    named = _month_in_place().search(place.group()) if place else None
    return _PLACE.match(head[: place.start() + named.start()]) if place and named else place


def _stands_alone(head: str, place: re.Match[str] | None) -> bool:
    """Nothing but a place in capitals ("OSLO", "WASHINGTON, D.C."), or one and an agency that nobody lists."""
    named = place.group().strip() if place else ""
    letters = [char for char in named if char.isalpha()][:3]
    if place is None or len(letters) < 3 or not all(map(str.isupper, letters)) or len(named.split()) > 6:
        return False
    return place.end() == len(head) or _NAMED.match(head, place.end()) is not None


def _is_dateline_rest(rest: str) -> bool:
    """Whether after the place only a date, an agency and punctuation are left."""
    for date in reversed(stated_dates(rest)):
        rest = rest[: date.start] + rest[date.end :]
    rest = _month_day().sub("", _CREDITED.sub("", rest))
    return not _SMALL.sub("", rest).strip(" ,.:;()/|-–—")
