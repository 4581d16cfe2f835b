"""The readings of one sentence in; the same with neighbours joined and their modifiers taken in, out.

``8 p.m. Friday`` is one time, ``the end of September 1940`` one date, ``August of that year`` another;
in ``from June to August 1944`` June learns its year from its partner.
"""

import re
from dataclasses import replace

from ..language import english, everywhere
from .compose_counted import join_counted
from .compose_parts import adverb_and_day, from_token, has_day, is_day, spanning, take_part_of
from .lexicon import beside
from .read_clock import in_part
from .reading import Reading
from .tokens import Tokens
from .when import When

_RANGE_REACH = 5
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDH])")
# "she retired early in 1998": sooner than was meant, at some time of the year.


def compose(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Join, extend and pair the readings of one sentence."""
    joined = join_counted(tokens, _join_neighbours(tokens, readings))
    extended = [_extend(tokens, joined, index) for index in range(len(joined))]
    return _weeks_behind(tokens, _years_in_front(tokens, _pair_ranges(tokens, extended)))


def _weeks_behind(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Give a weekday the week named behind its partner: "from Monday to Wednesday last week"."""
    result = list(readings)
    for index in range(len(result) - 2, -1, -1):
        left, right = result[index], result[index + 1]
        day, later = left.when.weekday, right.when.weekday
        if right.unit != "W" or right.base != "now" or left.base != "absolute" or left.moved[1]:
            continue
        ordered = day is not None and later is not None and day < later
        if ordered and _joins(tokens.tags[left.last : right.first]):
            result[index] = replace(left, base="now", unit="W", count=right.count)
    return result


def _years_in_front(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Give a month or season the year named before it: "last year, in April", "торік улітку"."""
    result = list(readings)
    for index in range(len(result) - 1):
        left, right = result[index], result[index + 1]
        between = tokens.tags[left.last : right.first]
        relative = left.base in ("now", "then", "auto") and left.unit == "Y" and left.when == When()
        # "Last year, work ended in May"
        opens = left.first == 0 and between[:1] == "," and tokens.lang == "en"
        near = opens or between.strip("ihf,") == ""
        named = right.named and right.when.year is None and right.base == "absolute"
        if relative and left.count is not None and near and (named or _is_part_of_year(right)):
            unit = "DAY-OF" if named else "Y"
            result[index + 1] = replace(right, base=left.base, unit=unit, count=left.count)
    return result


def _join_neighbours(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    result: list[Reading] = []
    for reading in readings:
        both = _joined(tokens, result[-1], reading) if result else None
        result[-1:] = [*result[-1:], reading] if both is None else [both]
    return result


def _joined(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """One reading for two neighbours, or ``None`` when they stay two."""
    between = tokens.tags[left.last : right.first]
    of_a_date = between == "f" and right.base != "literal" and not right.when.clock
    if left.rule == "duration-modified" and of_a_date:
        return spanning(left, left, right)  # "the first nine months of 1989", "the last two weeks of June"
    if left.type == right.type == "DURATION" and between in ("c", ""):
        return _lengths(left, right)
    return (
        _hour_and_day(tokens, left, right, between)
        or adverb_and_day(tokens, left, right)
        or _year_and_part(tokens, left, right, between)
        or _part_and_unit(left, right, between)
        or _month_called(left, right, between)
        or _unit_a_year_ago(tokens, left, right, between)
        or _like_quarter(tokens, left, right, between)
    )


def _lengths(left: Reading, right: Reading) -> Reading | None:
    """``18 years and six months``: one length of time."""
    one, two = _LENGTH.fullmatch(left.literal), _LENGTH.fullmatch(right.literal)
    minutes = re.fullmatch(r"PT(\d+)M", right.literal)
    if one is None or not left.rule == right.rule == "duration" or right.mod:
        return None
    if one[1] and one[3] == "H" and minutes:
        return replace(spanning(left, left, right), literal=f"PT{one[2]}H{minutes[1]}M")
    if two is None or one[1] or "W" in one[3] + two[3] or "YMWDH".index(one[3]) >= "YMWDH".index(two[3]):
        return None
    return replace(spanning(left, left, right), literal=f"{left.literal}{two[1]}{two[2]}{two[3]}")


def _unit_a_year_ago(tokens: Tokens, left: Reading, right: Reading, between: str) -> Reading | None:
    """``the same month last year``."""
    relative = left.rule == right.rule == "relative-unit"
    same = relative and tokens.lows[left.first : left.last].count("same") == 1
    same = same or (left.rule == "narrative-unit" and right.rule == "offset")
    if between != "" or not same or left.unit not in ("M", "Q") or right.unit != "Y" or right.count != -1:
        return None
    return replace(spanning(left, left, right), base="auto", moved=(-1, "Y"))


def _hour_and_day(tokens: Tokens, left: Reading, right: Reading, between: str) -> Reading | None:
    """``8 p.m. Friday``, ``noon, May 5``."""
    if left.when.clock and _is_hour(left) and right.when.part and right.unit == "D" and between in ("", "i"):
        return _timed(right, left, right, replace(left.when, clock=in_part(left.when.clock, right.when.part)))
    dated = left.rule == "weekday-part" and between == "," and right.when.month  # "Friday night, May 5"
    of_it = dated or (left.rule == "part" and _beside(tokens, right, between))
    if of_it and left.when.part and is_day(right):
        return _timed(right, left, right, replace(right.when, part=left.when.part))
    if is_day(right) and _is_hour(left) and (between == "" or (between == "," and left.when.clock)):
        return _with_zone(tokens, _timed(right, left, right, right.when.at(left.when)))  # "noon, May 5"
    return _day_and_hour(left, right, between)


def _day_and_hour(left: Reading, right: Reading, between: str) -> Reading | None:
    """``Friday 8 p.m.``, ``May 5, 2006 - 11:03 ET``."""
    stamp = between in (",", "-") and right.when.clock and left.when.year is not None
    if not is_day(left) or not _is_hour(right) or (between and not stamp):
        return None
    return _timed(left, left, right, left.when.at(right.when))


def _with_zone(tokens: Tokens, reading: Reading) -> Reading:
    """``11 p.m. Tuesday CST``."""
    at = reading.last
    if tokens.tag(at) != "Z" or reading.when.zone or not reading.when.clock:
        return reading
    when = replace(reading.when, zone=str(tokens.values[at]))
    return replace(reading, last=at + 1, end=tokens.ends[at], when=when)


def _beside(tokens: Tokens, day: Reading, between: str) -> bool:
    """``mid-afternoon today``, ``вранці в п'ятницю``."""
    if day.unit == "D" or tokens.lang == "en":
        return between == ""
    return day.unit == "" and between in ("i", "u")


def _timed(kept: Reading, left: Reading, right: Reading, when: When) -> Reading:
    """``kept`` as a time over the words of both."""
    return replace(spanning(kept, left, right), type="TIME", when=when)


def _is_hour(reading: Reading) -> bool:
    when = reading.when
    timed = bool(when.clock or when.part)
    return timed and when.only("day") == When() and when.weekday is None and reading.unit == ""


def _part_and_unit(left: Reading, right: Reading, between: str) -> Reading | None:
    """``last year's third quarter``, ``August of that year``, ``Easter last year``, ``Monday of last week``."""
    possessive = between == "g" or (between == "" and left.rule == "offset-bare")  # "the year-ago half"
    if possessive and left.unit == "Y" and _is_part_of_year(right) and left.when == When():
        return replace(spanning(left, left, right), when=right.when, type=right.type)
    if between not in ("f", "") or left.base != "absolute" or left.when.year is not None:
        return None
    if right.unit == "Y" and right.count is not None:
        return _of_year(left, right)
    return _of_week(left, right) if right.unit == "W" and left.when.weekday is not None else None


def _month_called(left: Reading, right: Reading, between: str) -> Reading | None:
    """``el pasado mes de noviembre``: the last, next or running month of that name."""
    month = left.unit == "M" and left.when == When() and left.base == "now" and left.count is not None
    if not month or between != "f" or right.rule != "month" or right.when != When(month=right.when.month):
        return None
    return replace(spanning(left, left, right), unit="MON", when=right.when)


def _of_year(left: Reading, right: Reading) -> Reading | None:
    """``Easter last year``, ``August of that year``."""
    if left.named and not left.named.startswith("nth ") and right.rule == "relative-unit":
        return replace(spanning(left, left, right), base=right.base, unit="DAY-OF", count=right.count)
    if _is_part_of_year(left):
        return replace(spanning(right, left, right), when=left.when, type=left.type)
    return None


def _of_week(left: Reading, right: Reading) -> Reading | None:
    """``Monday of last week``, ``Dienstag in einer Woche``."""
    if not right.rule.startswith("offset"):
        return replace(spanning(right, left, right), when=left.when, type=left.type, rule="weekday")
    count = int(right.count or 0)
    return replace(spanning(left, left, right), moved=(count, "W"), exactly=True) if count > 0 else None


def _like_quarter(tokens: Tokens, left: Reading, right: Reading, between: str) -> Reading | None:
    """``the same quarter of 1996``."""
    same = left.rule == "relative-unit" and left.unit == "Q" and tokens.lows[left.last - 2] == "same"
    return spanning(right, left, right) if same and right.rule == "year" and between in ("f", "i") else None


def _year_and_part(tokens: Tokens, left: Reading, right: Reading, between: str) -> Reading | None:
    """``1990's first quarter``."""
    year = left.when.year
    if year is None or left.when != When(year=year) or not _is_part_of_year(right):
        return None
    if between != "g" and not (between == "" and tokens.lows[left.last - 1].endswith(("'s", "’s"))):
        return None
    return replace(spanning(right, left, right), when=replace(right.when, year=year))


def _is_part_of_year(reading: Reading) -> bool:
    when = reading.when
    part = when.month or when.season or when.quarter or when.half
    return bool(part) and reading.base == "absolute" and when.year is None


def _extend(tokens: Tokens, readings: list[Reading], index: int) -> Reading:
    """Take in "early", "the end of", "about" and "the night of" that stand before."""
    reading = readings[index]
    floor = readings[index - 1].last if index else 0
    if reading.type in ("DURATION", "SET") or reading.base == "literal":
        return reading
    for take in (_take_year_word, _take_week_of, take_part_of, _take_edge):
        reading = take(tokens, reading, floor)
    at = reading.first - 1
    about = at >= floor and tokens.tags[at] == "k" and not reading.mod and tokens.values[at] == "APPROX"
    return from_token(tokens, reading, at, "APPROX") if about and tokens.lows[at] != "some" else reading


def _take_year_word(tokens: Tokens, reading: Reading, _floor: int) -> Reading:
    """``2025 року``, ``у 2022 році``: the word for year belongs to the date."""
    known = reading.when.year is not None or reading.when.decade is not None
    if known and tokens.tag(reading.last) == "-" and tokens.low(reading.last + 1) in everywhere.year_behind:
        return replace(reading, last=reading.last + 2, end=tokens.ends[reading.last + 1])  # "1960er-Jahre"
    if not known or reading.base != "absolute" or tokens.low(reading.last) not in everywhere.year_behind:
        return reading
    return replace(reading, last=reading.last + 1, end=tokens.ends[reading.last])


def _take_edge(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """``late May``, ``mid-May``, ``late on Monday``, ``early in 1998``, ``the beginning of May``."""
    first, tags = reading.first, tokens.tags
    glue = 2 if first - 2 >= floor and tags[first - 1] == "-" else 1
    wide = reading.when.decade is not None or reading.when.century is not None or reading.when.season
    if first - glue >= floor and tags[first - glue] == "E":
        begin = _with_article(tokens, first - glue, floor) if wide or reading.unit else first - glue
        return from_token(tokens, reading, begin, str(tokens.values[first - glue]))
    if first - 2 < floor:
        return reading
    mod = str(tokens.values[first - 2])
    if _edge_before_link(tokens, reading):
        return from_token(tokens, reading, first - 2, mod)
    if tags[first - 1] == "f" and tags[first - 2] in ("C" if tokens.lang == "en" else "CE"):
        begin = _with_article(tokens, first - 2, floor)
        return _turn_of(tokens, reading, begin) if mod == "TURN" else from_token(tokens, reading, begin, mod)
    return reading


def _edge_before_link(tokens: Tokens, reading: Reading) -> bool:
    """``late on Monday``, ``early in 1998``."""
    at = reading.first - 2
    link, before = tokens.tags[at : reading.first], tokens.low(at - 1)
    if link == "Eu":
        return has_day(reading) and before not in beside.closes_down
    sooner = tokens.lows[at] == "early" and before in beside.sooner
    return link == "Ei" and tokens.lows[at + 1] in english.in_ and not sooner


def _with_article(tokens: Tokens, begin: int, floor: int) -> int:
    """Where the words begin with their article."""
    return begin - (begin - 1 >= floor and tokens.tags[begin - 1] == "h")


def _turn_of(tokens: Tokens, reading: Reading, begin: int) -> Reading:
    """``the turn of the 20th century``: about its first year."""
    century = reading.when.century
    if century is None or reading.when.half or reading.when.bc:
        return reading
    return replace(from_token(tokens, reading, begin, "APPROX"), when=When(year=century * 100))


def _take_week_of(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """``the week of Oct. 4``, ``Labor Day weekend``."""
    first, last = reading.first, reading.last
    if reading.rule == "named-day" and tokens.tag(last) == "U" and tokens.values[last] == "WE":
        return replace(reading, last=last + 1, end=tokens.ends[last], unit="WE")
    unit = tokens.values[first - 2] if first - 2 >= floor and tokens.tags[first - 2 : first] == "Uf" else None
    many = tokens.low(first - 2).endswith("s")
    if unit == "M" and reading.when.month and not reading.when.day and not (tokens.lang == "en" and many):
        return from_token(tokens, reading, _with_article(tokens, first - 2, 0), "")
    if unit != "W" or reading.when.day is None or many:
        return reading
    week = replace(reading, when=replace(reading.when, week=True))
    return from_token(tokens, week, _with_article(tokens, first - 2, floor), "")


def _pair_ranges(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Give a date without a year the year of the partner it is joined to."""
    result = list(readings)
    for index in range(len(result) - 2, -1, -1):
        left, right = result[index], result[index + 1]
        partner = right.range_year or (right.when if right.base == "absolute" and right.when.year else None)
        between = tokens.tags[left.last : right.first]
        if partner is None or not (partner.month or partner.season) or len(between) > _RANGE_REACH:
            continue
        if partner.year is None or not _joins(between):
            continue
        later = left.when.month and partner.month and left.when.month > partner.month
        year = partner.year - bool(later and between.strip("hEib") in ("v", "-"))
        result[index] = replace(left, range_year=When(year=year, month=left.when.month, bc=partner.bc))
    return result


def _joins(between: str) -> bool:
    return re.sub("[hEiu]", "", between) in ("v", "-", "c", ",c", "\\", ",")
