"""A matched stretch of tokens in; quarters, halves and fiscal years out."""

from dataclasses import replace

from ..language import united
from .grammar import Candidate
from .lexicon import beside, english
from .read_years import stated_year
from .reading import Base, Readings, literal, make, whole
from .tokens import Tokens
from .when import When
from .words import two_digit_year

# In a sentence with one of these a half is one of a match.
_MATCH_REACH = 40  # tokens
_HALVES = {"first": 1, "second": 2, "latter": 2, "last": 2, "1st": 1, "2nd": 2}
_EDGES = {1: "START", 2: "END"}


def _ordinal(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """Which quarter or half, or by how many to move from the running one."""
    tag = tokens.tags[index]
    if tag in "Mm":  # "the June quarter" ends then
        third, rest = divmod(tokens.number(index), 3)
        return third * (not rest and tokens.tag(index - 1) != "-"), 0
    if tag in "os":
        return tokens.number(index), 0
    return None, tokens.number(index) if tag in "LXT" else 0


def quarter(tokens: Tokens, found: Candidate) -> Readings:
    """``the third quarter``, ``last quarter``, ``fourth-quarter``, with or without its year."""
    if found.group("ord") is None:
        when = When(stated_year(tokens, found.at("year")))
        return whole(tokens, found, when, base="now", unit="Q", named="of-year")
    index = found.at("ord")
    number, move = _ordinal(tokens, index)
    year_at = found.group("year") if found.rule == "quarter-year" else None
    fiscal = "F" in tokens.tags[found.first : found.last] and (year_at is not None)
    if tokens.tags[index] == "n" or (number is not None and not 1 <= number <= 4):
        return ()
    if _named_so(tokens, found.last) or (year_at is None and _of_something(tokens, found)):
        return ()
    if number is None and year_at is not None:
        return whole(tokens, found, When(stated_year(tokens, year_at), quarter=4 if move < 0 else None))
    if number is None and tokens.lows[found.last - 1].endswith("s"):
        return literal(tokens, found.rule, found.first, found.last, "DURATION", "PXQ")  # "in coming quarters"
    if number is None:
        base: Base = "then" if tokens.lows[index] in beside.told_before else "now"
        return whole(tokens, found, When(), base=base, unit="Q", count=move)
    when = When(year=stated_year(tokens, year_at), quarter=number, fiscal=fiscal)
    first = found.first
    if tokens.tags[first] == "h" and "-" in tokens.tags[first : found.last] and tokens.tag(found.last) == "x":
        first += 1  # "the second-quarter loss": the article is the loss's
    return (make(tokens, found.rule, first, found.last, when),)


def _named_so(tokens: Tokens, after: int) -> bool:
    """``quarter back``, ``quarter final``, ``quarter-``."""
    glued = tokens.low(after) == "-" and tokens.glued(after)
    return glued or tokens.low(after) in beside.quarter_of_play


def _of_something(tokens: Tokens, found: Candidate) -> bool:
    """A quarter of a match, or ``the last quarter of the century before``."""
    at = found.last + 1  # a fourth part: "of a century", not "of $226 million"
    some = tokens.tag(at) == "a" or (tokens.tag(at) == "x" and tokens.low(at).isalpha())
    return (some and tokens.low(found.last) in english.of) or _of_a_match(tokens, found.first)


def _of_a_match(tokens: Tokens, index: int) -> bool:
    """Whether a quarter or half is one of a match; figures in percent are of accounts."""
    near = tokens.lows[max(0, index - _MATCH_REACH) : index + _MATCH_REACH]
    return beside.share.isdisjoint(tokens.lows) and not beside.match.isdisjoint(near)


def half_year(tokens: Tokens, found: Candidate) -> Readings:
    """``the first half of 1998``, ``the second half``, ``the latter half of the year``."""
    index = found.at("ord")
    number = _HALVES.get(tokens.lows[index])
    if tokens.lang != "en" and tokens.tags[index] in "os":
        number = tokens.number(index)
    if number not in (1, 2):
        return ()
    unit_at, year_at = found.group("unit"), found.group("year")
    fiscal = year_at is not None and "F" in tokens.tags[index : found.last]
    when = When(year=stated_year(tokens, year_at), half=number, fiscal=fiscal)
    if unit_at is not None:
        unit = str(tokens.values[unit_at])
        if unit not in ("Y", "M", "DE", "CE"):
            return ()
        move = next((tokens.number(i) for i in range(index + 1, unit_at) if tokens.tags[i] in "LXTtj"), 0)
        edge = "" if unit == "Y" else _EDGES[number]
        return whole(tokens, found, when, base="auto", unit=unit, count=move, mod=edge)
    if year_at is None and (tokens.tag(found.last) == "f" or _of_a_match(tokens, found.first)):
        return ()
    return whole(tokens, found, when)


def half_wide(tokens: Tokens, found: Candidate) -> Readings:
    """``the second half of the 19th century``, ``the first half of the 1990s``, ``the first half of May``."""
    part_at, kind_at = found.at("part"), found.at("kind")
    number, halves = tokens.number(part_at), tokens.tags[kind_at] == "H"
    most = 2 if halves else 4
    if number < 0 and tokens.lows[part_at] == "last":
        number = most
    if not 1 <= number <= most:
        return ()
    when = _wide(tokens, found, kind_at)
    if when is None:
        return ()
    when = replace(when, half=number) if halves else replace(when, quarter=number)
    mod = _EDGES[number] if halves else {1: "START", 4: "END"}.get(number, "MID")
    return whole(tokens, found, when, mod=mod)


def _wide(tokens: Tokens, found: Candidate, kind_at: int) -> When | None:
    """The century, decade or month that the half is of."""
    decade_at, month_at = found.group("decade"), found.group("month")
    if decade_at is not None:
        value = tokens.number(decade_at)
        return When(decade=value if value >= 100 else 190 + value)
    if month_at is not None:
        return When(year=stated_year(tokens, found.group("year")), month=tokens.number(month_at))
    at = found.group("ord")
    at = found.group("dot") if at is None else at
    at = found.group("after") if at is None else at
    assert at is not None
    unit = next((i for i in range(kind_at + 1, found.last) if tokens.tags[i] == "U"), None)
    if tokens.values[unit] != "CE" if unit is not None else "CE" not in tokens.values:
        return None  # "the second half of the 20th" only where centuries are spoken of
    era = found.group("era")
    return When(century=tokens.number(at) - 1, bc=era is not None and tokens.values[era] == "bc")


def fiscal_year(tokens: Tokens, found: Candidate) -> Readings:
    short = found.group("short")
    if short is not None:  # "FY24"
        low = tokens.lows[short]
        if tokens.lows[found.first] != "fy" or len(low) != 2:
            return ()
        return whole(tokens, found, When(year=two_digit_year(tokens.number(short)), fiscal=True))
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
    if year is None and "H" in text and united(beside.share, beside.account).isdisjoint(tokens.lows):
        return ()  # "the city is divided into H1 and H2"
    when = When(year=year, quarter=number) if "Q" in text else When(year=year, half=number)
    return whole(tokens, found, when)


def fiscal_relative(tokens: Tokens, found: Candidate) -> Readings:
    """``the current fiscal year``, ``last fiscal year``."""
    unit, count = str(tokens.values[found.last - 1]), tokens.number(found.at("rel"))
    return whole(tokens, found, When(fiscal=True), base="now", unit=unit, count=count)
