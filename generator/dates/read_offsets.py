"""A matched stretch of tokens in; times a number of units away ("two days later", "il y a deux ans") out."""

from .grammar import Candidate
from .lexicon import beside, beside_in, english
from .periods import Count, count_of
from .reading import Base, Readings, make, whole
from .tokens import Tokens
from .when import When

# Words that show the next noun phrase, not the anchor, fixes an "after": "two days after the vote".
ENDS = frozenset(["", ".", ",", ";", ":", ")", '"', "”", "-", "–", "—"])
COMPARED = frozenset(["earlier", "later"])


def anchor_base(name: str) -> Base:
    """What a word such as "ago" or "later" counts from."""
    return "now" if name == "now" else "then"


def offset(tokens: Tokens, found: Candidate) -> Readings:
    """``two days later``, ``a year ago``, ``several weeks earlier``, ``two Sundays ago``."""
    unit_at, dir_at, weekday_at = found.group("unit"), found.at("dir"), found.group("wd")
    sign, anchor = tokens.shift(dir_at)
    low = tokens.lows[dir_at]
    if weekday_at is not None:
        return _weekdays_ago(tokens, found, weekday_at) if anchor == "now" else ()
    assert unit_at is not None
    if low in COMPARED and tokens.low(found.last) in english.than:
        return ()  # "a week earlier than last year" compares
    if low in beside.from_behind and tokens.low(found.last) not in ENDS:
        return ()
    count, mod = count_of(tokens, found)
    if count is None:
        return ()
    unit = str(tokens.values[unit_at])
    mod = "APPROX" if unit_at < found.at("count") else mod  # "лет 20 назад"
    count = 0.5 if count == "half" else count
    number = None if count == "X" else float(count) * sign
    if low == "from today" and unit == "W" and number is not None:
        unit, number = "D", number * 7  # counted to the day
    base, backward = anchor_base(anchor), sign < 0
    return whole(tokens, found, When(), base=base, unit=unit, count=number, mod=mod, backward=backward)


def _weekdays_ago(tokens: Tokens, found: Candidate, weekday_at: int) -> Readings:
    count_at = found.at("count")
    sign, _ = tokens.shift(found.last - 1)
    number = tokens.number(count_at) * sign
    if not 1 <= abs(number) <= 10:
        return ()
    return whole(tokens, found, When(weekday=tokens.number(weekday_at)), base="now", unit="WD", count=number)


def offset_bare(tokens: Tokens, found: Candidate) -> Readings:
    """``the day before``, ``years ago``, ``weeks later``, ``year-earlier``."""
    unit_at, dir_at = found.at("unit"), found.at("dir")
    sign, anchor = tokens.shift(dir_at)
    low, unit_low = tokens.lows[dir_at], tokens.lows[unit_at]
    has_the = tokens.lows[found.first] in english.the
    hyphen = tokens.tags[found.last - 2] == "-"
    plural = unit_low.endswith("s")
    alone = tokens.lang not in ("en", "fr", "es") and tokens.tag(unit_at - 1) not in "nDNqY"  # "рік тому"
    if low in beside.from_behind or low == "beforehand":
        if not has_the or plural or tokens.low(found.last) not in ENDS:
            return ()
    elif has_the or (not plural and not hyphen and not alone):
        return ()
    if tokens.low(unit_at - 1) in beside.million and plural:
        return ()
    number: float | None = None if plural else float(sign)
    unit = str(tokens.values[unit_at])
    return whole(tokens, found, When(), base=anchor_base(anchor), unit=unit, count=number, backward=sign < 0)


def offset_before(tokens: Tokens, found: Candidate) -> Readings:
    """``il y a deux ans``, ``vor drei Tagen``, ``через два дні``."""
    count: Count | None
    unit_at, pre_at = found.at("unit"), found.at("pre")
    if unit_at == pre_at + 1:  # "через неделю"
        if tokens.lows[pre_at] != "через":
            return ()
        count, mod = 1, ""
    else:
        count, mod = count_of(tokens, found)
    if count is None or count == "half":
        return ()
    if tokens.lows[pre_at] == "hace" and tokens.low(pre_at - 1) == "desde":
        return ()  # "desde hace tres años": a length of time
    if tokens.low(found.last) in beside_in(tokens.lang, "from-behind-it"):
        return ()  # "через чотири дні після": counted from what follows
    sign = tokens.number(pre_at)
    number = None if count == "X" else float(count) * sign
    unit = str(tokens.values[unit_at])
    return whole(tokens, found, When(), base="now", unit=unit, count=number, mod=mod, backward=sign < 0)


def period_earlier(tokens: Tokens, found: Candidate) -> Readings:
    """``the year-earlier period``, ``the year-ago quarter``."""
    if tokens.lows[found.last - 1] not in beside.told_span:
        return ()
    unit_at = next(i for i in range(found.first, found.last) if tokens.tags[i] == "U")
    ago = tokens.lows[unit_at + 1] == "-" or tokens.lows[unit_at + 1] in beside.back_from
    if tokens.values[unit_at] != "Y" or not ago:
        return ()
    last = found.last if tokens.lows[found.last - 1] != "level" else found.last - 1
    first = found.first if last == found.last else unit_at
    return (make(tokens, found.rule, first, last, When(), base="then", unit="Y", count=-1),)
