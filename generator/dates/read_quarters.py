"""A matched stretch of tokens in; quarters, halves and fiscal years out."""

from __future__ import annotations

from .grammar import Candidate
from .read_years import stated_year
from .reading import Base, Readings, make
from .tokens import Tokens
from .when import When


def _ordinal(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """Which quarter or half, or by how many to move from the running one."""
    tag = tokens.tags[index]
    if tag in "os":
        return tokens.number(index), 0
    return None, tokens.number(index) if tag in "LXT" else 0


def quarter(tokens: Tokens, found: Candidate) -> Readings:
    """``the third quarter``, ``last quarter``, ``fourth-quarter``, with or without its year."""
    index = found.group("ord")
    assert index is not None
    number, move = _ordinal(tokens, index)
    year_at = found.group("year") if found.rule == "quarter-year" else None
    fiscal = "F" in tokens.tags[found.first : found.last] and (year_at is not None)
    if tokens.tags[index] == "n" or (number is not None and not 1 <= number <= 4):
        return ()
    if tokens.low(found.last) in ("back", "final", "finals", "horse", "-"):
        return ()
    if year_at is None and tokens.low(found.last) == "of" and tokens.tag(found.last + 1) in "ax":
        return ()  # "the last quarter of a century"
    if number is None:
        if year_at is not None:
            when = When(year=stated_year(tokens, year_at), quarter=4 if move < 0 else None)
            return (make(tokens, found.rule, found.first, found.last, when),)
        base: Base = (
            "then" if tokens.lows[index] in ("previous", "preceding", "following", "prior") else "now"
        )
        return (make(tokens, found.rule, found.first, found.last, When(), base=base, unit="Q", count=move),)
    when = When(year=stated_year(tokens, year_at), quarter=number, fiscal=fiscal)
    first = found.first
    if tokens.tags[first] == "h" and "-" in tokens.tags[first : found.last] and tokens.tag(found.last) == "x":
        first += 1  # "the second-quarter loss": the article is the loss's
    return (make(tokens, found.rule, first, found.last, when),)


# In a sentence with one of these a half is one of a match.
_SPORT = frozenset(
    [
        "goal",
        "goals",
        "match",
        "scored",
        "game",
        "games",
        "team",
        "penalty",
        "coach",
        "halftime",
        "half-time",
        "kick",
        "striker",
        "midfielder",
        "touchdown",
        "quarterback",
        "keeper",
        "league",
        "header",
        "whistle",
        "pitch",
        "defender",
    ]
)
_HALVES = {"first": 1, "second": 2, "latter": 2, "last": 2, "1st": 1, "2nd": 2}


def half(tokens: Tokens, found: Candidate) -> Readings:
    """``the first half of 1998``, ``the second half``, ``the latter half of the year``."""
    index = found.group("ord")
    assert index is not None
    number = _HALVES.get(tokens.lows[index])
    if number is None:
        return ()
    unit_at, year_at = found.group("unit"), found.group("year")
    when = When(year=stated_year(tokens, year_at), half=number)
    if unit_at is not None:
        if tokens.values[unit_at] != "Y":
            return ()
        move = next((tokens.number(i) for i in range(index + 1, unit_at) if tokens.tags[i] in "LXTtj"), 0)
        return (make(tokens, found.rule, found.first, found.last, when, base="auto", unit="Y", count=move),)
    if year_at is None and (tokens.tag(found.last) == "f" or not _SPORT.isdisjoint(tokens.lows)):
        return ()
    return (make(tokens, found.rule, found.first, found.last, when),)


def fiscal_year(tokens: Tokens, found: Candidate) -> Readings:
    when = When(year=stated_year(tokens, found.group("year")), fiscal=True)
    first = found.first
    if tokens.tags[first] == "h" and "U" not in tokens.tags[first : found.last]:
        first += 1  # "the fiscal 1999 budget": the article is the budget's
    return (make(tokens, found.rule, first, found.last, when),)


def quarter_short(tokens: Tokens, found: Candidate) -> Readings:
    """``Q3``, ``4Q 2012``, ``H1 2020``."""
    text = str(tokens.values[found.first])
    number = int(text.strip("QH"))
    year = stated_year(tokens, found.group("year"))
    when = When(year=year, quarter=number) if "Q" in text else When(year=year, half=number)
    return (make(tokens, found.rule, found.first, found.last, when),)


def fiscal_relative(tokens: Tokens, found: Candidate) -> Readings:
    """``the current fiscal year``, ``last fiscal year``."""
    rel_at = found.group("rel")
    assert rel_at is not None
    if tokens.values[found.last - 1] != "Y":
        return ()
    count = tokens.number(rel_at)
    when = When(fiscal=True)
    return (make(tokens, found.rule, found.first, found.last, when, base="now", unit="Y", count=count),)
