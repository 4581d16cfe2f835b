"""A time expression in its sentence; what its words do there, out: since, until, by, from, starting, between,
attributive ("the 2022 talks"), comparison ("first since 2022"), possessive ("Friday's attack") or ""."""

from collections.abc import Sequence

from ..language import english, everywhere, time_words, united
from .lexicon import beside
from .reading import Reading
from .tokens import Tokens

_COMPARING = 16
_AS_REACH = 5
_FROM_REACH = 7
_MOVED_REACH, _FROM_COMPARED = 5, 12
_SAME_REACH = 4  # tokens: "same three months of"


def role_of(tokens: Tokens, reading: Reading, readings: Sequence[Reading], index: int) -> str:
    """The role of one reading among those of its sentence."""
    after = tokens.low(reading.last)
    if tokens.lang == "en" and _moved_from(tokens, reading):
        return "comparison"
    if tokens.tag(reading.last) == "g" and after in ("'s", "’s", "'", "’"):
        return "possessive"
    if tokens.lang != "en":
        counted = reading.rule.startswith("offset") and tokens.tags[reading.first] in "<>"
        return "" if counted else _foreign_role(tokens, reading)
    joined = readings[index - 1] if index and readings[index - 1].last == reading.first - 1 else None
    if reading.rule == "historic-day" and (names := _attributive(tokens, reading)):
        return names  # "backed by 9/11 widows"
    if role := _role_beside(tokens, reading, joined):
        return role
    spanned = joined is not None and reading.rule == joined.rule == "year-range"
    return _attributive(tokens, reading, joined.first if joined is not None and spanned else None)


def _role_beside(tokens: Tokens, reading: Reading, joined: Reading | None) -> str:
    """The role that the words before an English time give it; ``joined`` is the time right before these."""
    role = _english_role(tokens, reading.first, joined)
    just = role == "after" or tokens.low(reading.first - 2) in beside.just
    if role in ("before", "after") and reading.when.clock and just:
        role = ""  # "shortly before 2 p.m. Friday", "after midnight on Monday"
    compared = _compared(tokens, reading.first) or _like_period(tokens, reading.first)
    return "comparison" if role != "by" and (compared or _against(tokens, reading)) else role


def _against(tokens: Tokens, reading: Reading) -> bool:
    """``an increase over 1994``, ``down from $768 million, or 24 cents a share, a year ago``: what a figure is held against."""
    at, counted = reading.first - 1, reading.unit in ("Y", "Q", "M") and reading.count == -1
    counted = counted and "past" not in tokens.lows[reading.first : reading.last]  # "over the past quarter"
    if not counted and (reading.when.year is None or reading.when.day is not None):
        return False
    figures = united(beside.sum, beside.figure_part)
    while at > 0 and (tokens.tags[at] in "DNn,)" or tokens.lows[at] in figures):
        at -= 1
    further = at < reading.first - 1 or tokens.lows[at] not in english.from_
    return further and tokens.lows[at] in beside.held_against


def _english_role(tokens: Tokens, first: int, joined: Reading | None) -> str:
    """What the words before a time make of it; ``joined`` is the time right before these."""
    before, table = tokens.low(first - 1), time_words("en").roles
    role = table.get(f"{tokens.low(first - 2)} {before}") or table.get(before, "")
    if role == "through" or (not role and joined is not None and before in english.to):
        return "until"
    opened = table.get(tokens.low(joined.first - 1)) if joined is not None else ""
    if opened == "between" and before in english.linking:
        return "between"
    compares = role == "since" and not beside.most.isdisjoint(tokens.back(first, _COMPARING))
    return "comparison" if compares else role


def _compared(tokens: Tokens, first: int) -> bool:
    """``compared with 1850``, ``twice as many as in 1850``, ``up from 3 percent in 1998``."""
    at = first - 1
    at -= tokens.low(at) in beside.inside or tokens.low(at) in english.for_
    if tokens.low(at) in english.compared_with and tokens.low(at - 1) in beside.comparing:
        return True
    near = tokens.back(at, _AS_REACH)
    if tokens.low(at) in english.likening and "as" in near and beside.says_when.isdisjoint(near):
        return True
    for back in range(at, max(0, at - _FROM_REACH), -1):
        if tokens.lows[back] in english.from_ and back != at:
            return (
                tokens.lows[back - 1] in beside.rose and tokens.low(back + 1) not in english.article
            )  # "from the roof in 1998"
        if tokens.lows[back] in beside.clause_mark:
            return False
    return False


def _moved_from(tokens: Tokens, reading: Reading) -> bool:
    """``up $1.75 from Monday's late bid``, ``down 40 points from last Thursday``; not "up from May to July"."""
    at = reading.first - 1
    if tokens.low(at) not in english.from_ or tokens.low(reading.last) in beside.range_end:
        return False
    near = tokens.tags[max(0, at - _MOVED_REACH) : at]
    return ("N" in near or "D" in near) and not beside.rose.isdisjoint(tokens.back(at, _MOVED_REACH))


def _like_period(tokens: Tokens, first: int) -> bool:
    """``up 6 percent from the same period last year``; "In the same week of 1998 …" says when."""
    near = range(first - 1, first - 1 - _SAME_REACH, -1)
    same = next((at for at in near if tokens.low(at) == "same"), None)
    if same is None:
        return False
    at = same - 1 - (tokens.low(same - 1) in english.the)
    if tokens.low(at) in english.on:  # "up 4 percent on the same quarter", not "on the same day"
        return tokens.low(same + 1) in beside.like_period
    if "compared" in tokens.back(same, _FROM_COMPARED):
        return True
    return not beside.held_against.isdisjoint((tokens.low(at), *tokens.low(at - 1).split()))


def _foreign_role(tokens: Tokens, reading: Reading) -> str:
    """The role a preposition of another language gives: by what stands before or opens the reading."""
    own = time_words(tokens.lang)
    table = own.roles
    if tokens.lows[reading.first] in own.possessives:
        return "possessive"
    if tokens.lang == "de" and _genitive(tokens, reading.first):
        return "possessive"  # "nach dem Erdrutsch der vergangenen Woche"
    edge = tokens.tags[reading.first] in "EC"
    before = reading.first - 1
    places = (before, reading.first) if tokens.tag(before) != "h" else (before, before - 1, reading.first)
    for at in places:
        found = (tokens.low(at - 1) + " " + tokens.low(at), tokens.low(at))
        role = next((table[word] for word in found if word in table), "")
        if role:
            return "by" if role == "until" and edge else role
    return ""


def _genitive(tokens: Tokens, first: int) -> bool:
    """Whether "der" or "des" behind a noun leads the time."""
    at = first if tokens.low(first) in everywhere.genitive_article else first - 1
    noun = tokens.capital(at - 1) and tokens.tag(at - 1) == "x" and at > 1
    return noun and tokens.low(at) in everywhere.genitive_article


def _attributive(tokens: Tokens, reading: Reading, span: int | None = None) -> str:
    """``the 2022 talks``, ``the May 2 agreement``, ``its 2022-23 budget``: between a determiner and a noun."""
    first = reading.first if span is None else span
    determined = tokens.low(first - 1) in beside.determiner and tokens.tags[first] != "h"
    noun = tokens.tag(reading.last) in ("x" if span is None else "xF") and tokens.low(reading.last).isalpha()
    glued = tokens.tag(reading.last) == "-" and tokens.glued(reading.last)
    if reading.rule == "historic-day":  # "9/11 widows" need no article; "on 9/11 widows" is a day
        determined = tokens.low(first - 1) not in beside.inside or tokens.capital(reading.last)
    dated = reading.type in ("DATE", "TIME") and tokens.tags[first] != "P"  # "searched into the night Monday"
    return "attributive" if dated and determined and (noun or glued) else ""
