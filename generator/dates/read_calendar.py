"""A matched stretch of tokens in; what it says of the calendar (days, months, years and wider) out."""

import re
from dataclasses import replace
from itertools import pairwise

from . import read_odd_dates as odd
from .grammar import Candidate
from .lexicon import beside, own_table
from .numeric import LANGUAGE_ORDERS, impossible_year, read_iso, read_numeric
from .other_calendars import PERSIAN, UNKNOWN, converted, era_year
from .read_years import stated_year
from .reading import Base, Readings, literal, make, spelled, whole, with_part
from .tokens import Tokens
from .when import When
from .words import countable, doubtful_month, doubtful_weekday

_BEFORE_COMPACT = frozenset(["", ":", "-", "(", "date", "dated", "on", "=", "|"])
_DIGITS = re.compile(r"\d+")


def _month(tokens: Tokens, first: int, last: int) -> int:
    return tokens.number(tokens.find(first, last, "Mm"))


def iso_date(tokens: Tokens, found: Candidate) -> Readings:
    low = tokens.lows[found.first]
    if "-" not in low and tokens.low(found.first - 1) not in _BEFORE_COMPACT:
        return ()  # "order 20210405"
    if low == UNKNOWN:
        return spelled(tokens, found, "DATE", UNKNOWN)
    when = read_iso(low)
    when = converted(when, tokens.lang) if when else None
    return whole(tokens, found, when) if when else ()


def east_asian_date(tokens: Tokens, found: Candidate) -> Readings:
    """``2021年5月12日``, ``5月12日``, ``2021년 5월``: the signs tell which number is which."""
    low = tokens.lows[found.first]
    numbers = [int(digits) for digits in _DIGITS.findall(low.replace("元", "1"))]
    era = era_year(tokens.low(found.first - 1), low) if tokens.glued(found.first) else None
    if era is not None:
        numbers = [era, *numbers[1:]]
        if not era:  # an old year of moons
            return spelled(tokens, found, "DATE", UNKNOWN)
    elif "年" not in low and "년" not in low:
        numbers.insert(0, 0)
    year, month, day = (*numbers, 0, 0)[:3]
    when = When(year=year or None, month=month or None, day=day or None)
    return whole(tokens, found, when) if when.valid else ()


def numeric_date(tokens: Tokens, found: Candidate) -> Readings:
    if tokens.low(found.last - 2) in beside.version:
        return ()
    low = tokens.lows[found.last - 1]
    when, ambiguous = read_numeric(low, tokens.order)
    if when is not None and tokens.lang in PERSIAN:
        when = converted(when, tokens.lang)
        if when is None:
            return ()
    if when is None:
        year = impossible_year(low)
        return spelled(tokens, found, "DATE", f"{year}-XX-XX") if year else ()
    return whole(tokens, found, when, ambiguous=ambiguous)


def month_day_year(tokens: Tokens, found: Candidate) -> Readings:
    """Month, day and year, in either order, perhaps with a weekday before."""
    if found.group("two") is not None:
        return odd.two_calendars(tokens, found)
    if found.group("century") is not None:
        return odd.split_year(tokens, found, _month(tokens, found.first, found.last))
    day, year_at = found.at("day"), found.at("year")
    year = stated_year(tokens, year_at)
    if tokens.tags[year_at] in "DN":  # "12-Mar-24", "10 Nov 11" at an end
        year = odd.cut_year(tokens, year_at, found.last)
        if year is None:
            return ()  # "on 10 Nov 11 people died"
    when = When(year=year, month=_month(tokens, found.first, found.last), day=tokens.number(day))
    first = _bare(tokens, found)
    if not when.valid:  # 30 February: no day of the calendar, and so no date
        return literal(tokens, found.rule, first, found.last, "DATE", f"{year:04d}-XX-XX")
    return (make(tokens, found.rule, first, found.last, when),)


def year_month_day(tokens: Tokens, found: Candidate) -> Readings:
    """``2021. május 12.``, ``2021 m. gegužės 12 d.``."""
    if own_table(tokens.lang) or tokens.lang not in LANGUAGE_ORDERS:
        return ()
    day = found.group("day")
    year, number = stated_year(tokens, found.group("year")), None if day is None else tokens.number(day)
    when = When(year, _month(tokens, found.first, found.last), number)
    last = found.last if day is None else day + 1
    return (make(tokens, found.rule, found.first, last, when),) if when.valid else ()


def _bare(tokens: Tokens, found: Candidate) -> int:
    """The first token without the article that other languages put before every date."""
    first = found.first
    bare = tokens.lang != "en" or tokens.tag(first + 1) == "D"  # "the 12 November walkouts"
    return first + 1 if bare and tokens.tags[first] == "h" else first


def month_day(tokens: Tokens, found: Candidate) -> Readings:
    """A day of a month without its year, also in digits behind its weekday: "heute (29.08.)"."""
    if (short := found.group("short")) is not None:
        number, _, month_number = tokens.lows[short].partition(".")
        day_first = tokens.lang not in ("", "en") and month_number[:2].isdigit() and len(month_number) <= 2
        when = When(month=int(month_number), day=int(number)) if day_first else When()
        return whole(tokens, found, when) if when.day and when.valid else ()
    day = found.at("day")
    borrowed = not own_table(tokens.lang)
    if found.rule == "month-day" and borrowed and LANGUAGE_ORDERS.get(tokens.lang) != "YMD":
        return ()  # where dateparser lends the words the day stands first: "mai 3" is "three more" in Romanian
    month = tokens.find(found.first, found.last, "Mm")
    if tokens.tags[month] == "m" and tokens.lang == "en" and countable(tokens, found.last):
        return ()
    if tokens.lows[day] in beside.no_day_number and found.rule == "month-day":
        return ()
    when = When(month=tokens.number(month), day=tokens.number(day))
    rel_at = found.group("rel")
    move = tokens.number(rel_at) if rel_at is not None else 0  # "last Dec. 31"
    first = _bare(tokens, found)
    if not when.valid:  # 31 June: no day of the calendar, and so no date
        return literal(tokens, found.rule, first, found.last, "DATE", "XXXX-XX-XX")
    return (make(tokens, found.rule, first, found.last, when, count=move),)


def month_year(tokens: Tokens, found: Candidate) -> Readings:
    if "x" in tokens.tags[found.first : found.last]:
        return odd.illegible_day(tokens, found, _month(tokens, found.first, found.last))
    when = When(year=stated_year(tokens, found.group("year")), month=_month(tokens, found.first, found.last))
    return whole(tokens, found, when)


def month(tokens: Tokens, found: Candidate) -> Readings:
    index = found.first
    borrowed = not own_table(tokens.lang)
    if borrowed and (tokens.tags[index] == "m" or (index == 0 and not tokens.capital(0))):
        return ()
    if doubtful_month(tokens, index):
        return ()
    return (make(tokens, found.rule, index, found.last, When(month=tokens.number(index))),)


def month_day_range(tokens: Tokens, found: Candidate) -> Readings:
    """Two days of one month, or more: a reading each, the month shared by all."""
    one, two = found.at("one"), found.at("two")
    year = stated_year(tokens, found.group("year"))
    number = _month(tokens, found.first, found.last)
    days = [at for at in range(one, two + 1) if tokens.tags[at] in "Do"]
    listed = [When(year=year, month=number, day=tokens.number(at)) for at in days]
    rising = all((before.day or 0) < (after.day or 0) for before, after in pairwise(listed))
    if not rising or not all(when.valid for when in listed):
        return ()
    if "," in tokens.tags[one:two] and found.rule == "month-day-range" and year is None:
        return ()  # "On Oct. 9, 11 people fled"
    if "u" in tokens.tags[one:two] and tokens.lang not in ("de", "pl", "ru", "uk"):
        return ()  # "w nocy z 28 na 29 stycznia"
    begins = [_bare(tokens, found), *(at - _weekday_before(tokens, at) for at in days[1:])]
    ends = [*(at + 1 for at in days[:-1]), found.last]
    spans = zip(begins, ends, listed, strict=True)
    return tuple(make(tokens, found.rule, begin, end, when) for begin, end, when in spans)


def _weekday_before(tokens: Tokens, at: int) -> int:
    """How many tokens before a day name its weekday: "dimanche 5", "Sonntag, 5."."""
    near = tokens.tags[max(0, at - 2) : at]
    return 1 if near[-1:] in ("W", "w") else 2 * (near in ("W,", "w,"))


def weekday(tokens: Tokens, found: Candidate) -> Readings:
    if found.group("week") is not None:
        return _weekday_week(tokens, found)
    if doubtful_weekday(tokens, found.first):
        return ()
    site = tokens.low(found.last) == "." and tokens.low(found.last + 1) in ("com", "org")
    if site and tokens.glued(found.last):
        return ()  # "Monday.com"
    low, number = tokens.lows[found.first], tokens.number(found.first)
    if tokens.lang == "en" and low.endswith("s") and low not in beside.short_in_s:
        return literal(tokens, "set-every", found.first, found.last, "SET", f"XXXX-WXX-{number + 1}")
    return whole(tokens, found, When(weekday=number))


def _weekday_week(tokens: Tokens, found: Candidate) -> Readings:
    """``Tuesday week``: a week after the next Tuesday, as the British say it."""
    unit, after = tokens.lows[found.last - 1], tokens.tag(found.last)
    last = tokens.low(found.first - 1) == "last"  # "last Friday week" is a Friday past
    if last or tokens.lang != "en" or unit != "week" or after in "xg-":
        return ()
    if doubtful_weekday(tokens, found.first):
        return ()
    reading = make(tokens, found.rule, found.first, found.last, When(weekday=tokens.number(found.first)))
    return (replace(reading, moved=(1, "W"), exactly=True),)


def weekday_part(tokens: Tokens, found: Candidate) -> Readings:
    """``Monday night``, ``midmorning Monday``; "Monday nights" are many."""
    at = found.last - 1 if found.group("part") is None else found.first
    day = found.first + found.last - 1 - at
    value = str(tokens.values[at])
    if doubtful_weekday(tokens, day, True) or (at < day and not (tokens.lang == "en" and value[0] == "T")):
        return ()
    low = tokens.lows[at]
    if low.endswith("s") and not low.endswith("hours") and tokens.lang == "en":
        repeated = f"XXXX-WXX-{tokens.number(day) + 1}{value}"
        return literal(tokens, "set-every", found.first, found.last, "SET", repeated)
    return whole(tokens, found, with_part(When(weekday=tokens.number(day)), value))


def day_of_month(tokens: Tokens, found: Candidate) -> Readings:
    """``on the 15th``, ``the 30th of this month``, ``Sunday the 13th``: a day of the month that is told of."""
    rel_at, unit_at = found.group("rel"), found.group("unit")
    at = found.last - 1 if rel_at is None else rel_at - 2
    if tokens.lang != "en" or not tokens.lows[at][:1].isdigit():
        return ()
    number, weekday = tokens.number(at), tokens.tags[found.first] in "Ww"
    if not 1 <= number <= 31 or (unit_at is not None and tokens.values[unit_at] != "M"):
        return ()
    after = tokens.low(found.last)
    alone = (not after[:1].isalnum() and after not in ("-", "/", "%")) or after in beside.day_after
    if rel_at is None and not (alone and (weekday or tokens.low(found.first - 1) in beside.day_before)):
        return ()
    count = 0 if rel_at is None else tokens.number(rel_at)
    base: Base = "auto" if rel_at is None else "now"
    named = tokens.number(found.first) if weekday else None
    return whole(tokens, found, When(day=number, weekday=named), base=base, unit="MDAY", count=count)


def nth_weekday(tokens: Tokens, found: Candidate) -> Readings:
    """``the second Tuesday of November 2021``, ``the last Thursday in May``."""
    nth, weekday_at, month_at = found.at("nth"), found.at("wd"), found.at("month")
    which = tokens.number(nth)
    if which not in (-1, 1, 2, 3, 4, 5) or tokens.lows[nth] in beside.of_before:
        return ()
    name = f"nth {tokens.number(month_at)} {tokens.number(weekday_at)} {which}"
    return whole(tokens, found, When(year=stated_year(tokens, found.group("year"))), named=name)


def named_day(tokens: Tokens, found: Candidate) -> Readings:
    if tokens.low(found.last) in beside.street:
        return ()  # "Fourth of July Avenue"
    owned = tokens.lows[found.first] == "independence day" and tokens.tag(found.first - 1) == "g"
    if owned and tokens.capital(found.first - 2):
        return ()  # "India's Independence Day" is its own
    if _in_a_name(tokens, found) or (tokens.tag(found.first - 1) == "-" and tokens.glued(found.first)):
        return ()  # "day-after-Christmas sales"
    at = found.first
    rel_at = found.group("rel")
    if rel_at is not None:
        at += 1
    value = tokens.values[at]
    if tokens.lows[at] == "new year" and tokens.low(at - 1) not in beside.new_year_before:
        return ()  # "the new year" is the whole of it
    if rel_at is not None:
        count = tokens.number(rel_at)
        when = When(month=value[0], day=value[1]) if isinstance(value, tuple) else When()
        name = "" if isinstance(value, tuple) else str(value)
        return whole(tokens, found, when, base="now", unit="DAY", count=count, named=name)
    year_at = found.group("year")
    number = stated_year(tokens, year_at)
    if isinstance(value, tuple):
        return whole(tokens, found, When(year=number, month=value[0], day=value[1]))
    return whole(tokens, found, When(year=number), named=str(value))


def _in_a_name(tokens: Tokens, found: Candidate) -> bool:
    """``Operation Ramadan``, ``the Christmas Offensive``: capitals beside it make a feast part of a name."""
    first, last = found.first, found.last
    if tokens.lang != "en":  # "Sylwester Wilk", where not every noun has a capital
        alone = last - first == 1 and tokens.lang != "de" and tokens.capital(first)
        return alone and tokens.tag(last) == "x" and tokens.capital(last)
    if tokens.tag(first - 1) == "x" and tokens.capital(first - 1) and not tokens.words(first, last).isupper():
        return True
    determined = tokens.tag(first - 1) in "haTt" and tokens.tags[first] == "V"
    return determined and tokens.tag(last) == "x" and tokens.capital(last) and len(tokens.low(last)) > 1


def historic_day(tokens: Tokens, found: Candidate) -> Readings:
    value = tokens.values[found.first]
    assert isinstance(value, tuple)
    return whole(tokens, found, When(year=value[0], month=value[1], day=value[2]))
