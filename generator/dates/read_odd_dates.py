"""A full date that is written oddly in; the day it names, or none where it cannot be told, out.

A year split by a stroke of the scanner (``19 January 19 83``), one cut to two digits that no apostrophe
marks (``11 August 45``), a day that cannot be read (``January l1, 2018``), the old and the new calendar
side by side (``25 October (7 November) 1917``).
"""

from ..language import everywhere, time_words
from .grammar import Candidate
from .lexicon import beside
from .reading import Readings, whole
from .tokens import Tokens
from .when import When, from_day
from .words import two_digit_year

_CENTURIES = (18, 19, 20)
_CONNECTED = frozenset(' .,;:)ivbucflh-"(')  # what goes on after a date; a noun would be counted


def split_year(tokens: Tokens, found: Candidate, month: int) -> Readings:
    """``19 January 19 83``, ``7 May 1 962``: the digits of one year in two pieces."""
    day, century, rest = found.at("day"), found.at("century"), found.at("year")
    head, tail = tokens.number(century), tokens.lows[rest]
    if not ((head in _CENTURIES and len(tail) == 2) or (head in (1, 2) and len(tail) == 3)):
        return ()
    when = When(year=int(f"{head}{tail}"), month=month, day=tokens.number(day))
    return whole(tokens, found, when) if when.valid else ()


def cut_year(tokens: Tokens, year_at: int, last: int) -> int | None:
    """The year of two bare digits behind a month, or ``None`` where they count what follows them."""
    digits = tokens.lows[year_at]
    if len(digits) != 2 or not digits.isdigit():
        return None
    if tokens.tag(last - 1) == "U":  # "98 року"
        return two_digit_year(int(digits)) if tokens.lows[last - 1] in everywhere.year_behind else None
    glued = tokens.glued(year_at)
    verb = tokens.low(last) in time_words(tokens.lang).beside.get("of-one", ())
    goes_on = tokens.tag(last) in _CONNECTED or tokens.low(last) in beside.goes_on or verb
    goes_on = goes_on or _is_german_verb(tokens, last)
    hour = tokens.tag(last) == ":" or tokens.tag(last) in "pO"
    return None if not glued and (hour or not goes_on) else two_digit_year(int(digits))


def _is_german_verb(tokens: Tokens, index: int) -> bool:
    """``am 11. August 45 geschlossen.``: what is counted has a capital in German, here or behind its adjective."""
    small = tokens.tag(index) == "x" and tokens.low(index).isalpha() and not tokens.capital(index)
    return tokens.lang == "de" and small and not tokens.capital(index + 1)


def illegible_day(tokens: Tokens, found: Candidate, month: int) -> Readings:
    """``January l1, 2018``: the month stands, the day does not."""
    year_at = found.at("year")
    first = next(at for at in range(found.first, year_at) if tokens.tags[at] == "x")
    digits = [at for at in range(found.first + 1, year_at) if tokens.tags[at] in "DN"]
    word = tokens.lows[first]
    near = all(tokens.glued(max(at, first)) for at in digits if abs(at - first) == 1)
    if not digits or len(word) > 2 or not word.isalpha() or not near or tokens.glued(found.first + 1):
        return ()
    return whole(tokens, found, When(year=tokens.number(year_at), month=month))


def two_calendars(tokens: Tokens, found: Candidate) -> Readings:
    """``25 October (7 November) 1917``, ``25 (7) November 1917``: of the two the later is of our calendar."""
    year, month, other = tokens.number(found.at("year")), found.at("month"), found.group("month2")
    pairs = ((month, found.at("one")), (month if other is None else other, found.at("two")))
    days = [When(year, tokens.number(month_at), tokens.number(day_at)).date for month_at, day_at in pairs]
    if days[0] is None or days[1] is None or not 10 <= abs((days[0] - days[1]).days) <= 14:
        return ()
    return whole(tokens, found, from_day(max(days[0], days[1])))
