"""A matched stretch of tokens in; durations and repeating times out."""

from .grammar import Candidate
from .lexicon import beside, beside_in, english
from .periods import Count, count_of, duration_value
from .reading import Readings, literal, spelled
from .tense import tells
from .tokens import Tokens
from .words import named_after

_RATE_NOUN_REACH = 4
_HALVES = {"TH": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y", "TM": "PT30S"}
# What makes a length of "a year" behind a number: "at 6-11 a year after".
_STRETCHES = frozenset(["D", "W", "M", "Y", "DE", "CE"])
_SHORT = ("TH", "TM", "TS", "D")  # units: "just hours after"


def hyphen_before(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen joins the token to the one before: ``one-day``."""
    return tokens.tag(index - 1) == "-"


def duration(tokens: Tokens, found: Candidate) -> Readings:
    """``two years``, ``five-year``, ``a few months``, ``56-year-old``."""
    unit_at = found.at("unit")
    count, mod = count_of(tokens, found)
    if found.group("word") is not None and not _described(tokens, found, unit_at):
        return ()
    if count is None or any(veto(tokens, found, unit_at) for veto in _NO_DURATIONS):
        return ()
    value = str(tokens.values[unit_at])
    if found.group("part") is not None:  # "a quarter century"
        quarter = {"CE": "P25Y", "TH": "PT15M"}.get(value, "")
        return literal(tokens, found.rule, found.first, found.last, "DURATION", quarter) if quarter else ()
    if count == "half":
        return _half(tokens, found, value, mod)
    first, last, count = _words_of(tokens, found, unit_at, count)
    if tokens.low(first) == "over" and (count == "X" or tokens.low(last - 1) == "period"):
        first, mod = first + 1, ""  # "over several years" says how they were spent, not how many there were
    return literal(tokens, found.rule, first, last, "DURATION", duration_value(count, value), mod)


def _half(tokens: Tokens, found: Candidate, value: str, mod: str) -> Readings:
    """``half a year``; "half of the year" is a part of it."""
    part = tokens.tag(found.last) == "f" and value not in ("TH", "D")
    if value not in _HALVES or (part and not hyphen_before(tokens, found.at("unit"))):
        return ()
    first = found.first
    while tokens.tags[first] in "ahk" and tokens.tags[first] != "H":
        first += 1
    return literal(tokens, found.rule, first, found.last, "DURATION", _HALVES[value], mod)


def _as_many(tokens: Tokens, found: Candidate, unit_at: int) -> bool:
    """``the third in as many weeks``; ``vers 18 heures``."""
    low = tokens.lows[found.first]
    if low == "vers" and tokens.values[unit_at] == "TH":
        return True
    return low == "many" and tokens.low(found.first - 1) in english.likening


def _one(tokens: Tokens, found: Candidate, unit_at: int) -> bool:
    """``$5 a year``, ``one day`` as "once", ``a day when``, one weekend."""
    value, first = tokens.values[unit_at], found.first
    if found.match.span("count") == (first, first + 1) and tokens.tags[first] == "a":
        told = value == "D" and tokens.low(found.last) in beside.of_a_day
        told = told or hyphen_before(tokens, first)  # "a dollar-an-hour raise"
        return told or value == "WE" or _is_rate(tokens, first)
    if tokens.lows[first] != "one" or hyphen_before(tokens, unit_at):
        return False
    return value == "WE" or (value == "D" and tokens.low(first - 1) not in beside.length_before)


def _part_of_a_year(tokens: Tokens, found: Candidate, unit_at: int) -> bool:
    """``first quarter``, ``three-quarter``, ``two halves of``: parts, not lengths."""
    value = tokens.values[unit_at]
    if value not in ("H", "Q") or tokens.tags[found.first] == "H":
        return False
    counted = tokens.tags[found.first] in "nDN" and tokens.low(found.last) not in english.of
    return not counted or (value == "Q" and tokens.tags[unit_at - 1] == "-")


def _clock_time(tokens: Tokens, found: Candidate, unit_at: int) -> bool:
    """``at 1800 hours``; ``a minute silence``, ``5 min``."""
    first, low, after = found.first, tokens.lows[unit_at], tokens.low(found.last)
    named = after.isalpha() and after not in beside.minute_after
    silence = tokens.tags[first] == "a" and low == "minute" and named
    hours = tokens.values[unit_at] == "TH" and tokens.tags[first] in "NY" and tokens.lang == "en"
    return low in beside.score_unit or silence or (hours and len(tokens.lows[first]) == 4)


def _name_or_slip(tokens: Tokens, found: Candidate, unit_at: int) -> bool:
    """``the Hundred Years' War``; ``2019 season`` and the like, where the number is a year."""
    if tokens.capital(unit_at) and tokens.capital(unit_at - 1) and tokens.tag(found.last) == "g":
        return True
    plural = tokens.lows[unit_at].endswith("s")
    return tokens.tags[found.first] == "Y" and not plural and tokens.tags[unit_at - 1] != "-"


def _vague_measure(tokens: Tokens, found: Candidate, unit_at: int) -> bool:
    """``a full day``, ``a whole week``; not "a good year"."""
    last = found.match.span("count")[1]
    measure = tokens.tags[last - 2 : last] == "ak" and last == unit_at
    return measure and tokens.lows[unit_at - 1] not in beside.measuring


# What looks like a length of time and is none; any of them is enough.
_NO_DURATIONS = (_as_many, _one, _part_of_a_year, _clock_time, _name_or_slip, _vague_measure)


def _words_of(tokens: Tokens, found: Candidate, unit_at: int, count: Count) -> tuple[int, int, Count]:
    """The first and last word of the length, whose article may belong to what follows."""
    first, last, tags = found.first, found.last, tokens.tags
    article = tags[first] == "a"
    plural = tokens.lows[unit_at].endswith("s")
    if tags[first] in "ah" and tokens.lang == "en" and named_after(tokens, unit_at, unit_at + 1):
        first += 1  # "the Six Days Regatta": the article is the regatta's
    if count == 1 and article and plural and tokens.tag(unit_at + 1) == "-":
        first, count = first + 1, "X"  # "a decades-old feud"
    if not plural and found.match.span("count")[1] - first > 1:
        # "a one-year tour": the article belongs to the tour; "a sixty-day period" is one expression
        if tokens.low(last) in beside.stretch_noun:
            last += 1
        elif tags[first] in "ah" and tags[first:unit_at] != "ak":
            first += 1
    size = _long(tokens, last)
    if article and size and tags[first] == "a":
        first += 1
    return first, last + size, count


def _long(tokens: Tokens, last: int) -> int:
    """How many tokens of ``long``, ``-long`` stand behind a length."""
    if tokens.low(last) == "long":
        return 1
    return 2 if tokens.low(last) == "-" and tokens.low(last + 1) == "long" else 0


def _is_rate(tokens: Tokens, article: int) -> bool:
    """``$5 a year``, ``1.5 million barrels a day``, ``twice a week``."""
    before = tokens.low(article - 1)
    if tokens.low(article + 2) in beside.no_rate:
        return False
    if before in beside.often or before in beside.rate_before:
        return True
    if not before or before in beside.length_before or not (before[-1].isalnum() or before == "%"):
        return False
    return any(tokens.tag(index) in "NDYn" for index in range(article - _RATE_NOUN_REACH, article))


def set_rate(tokens: Tokens, found: Candidate) -> Readings:
    """``a year`` after an amount; ``twice a week``."""
    unit_at = found.at("unit")
    article = unit_at - 1
    if not _is_rate(tokens, article) or tokens.low(found.last) in beside.no_rate_after:
        return ()
    first = found.first
    counted = tokens.lows[first] in beside.often or tokens.lows[first + 1] == "times"
    if first < article and not counted:
        return ()
    period = duration_value(1, str(tokens.values[unit_at]))
    return literal(tokens, found.rule, first, found.last, "SET", period)


def duration_modified(tokens: Tokens, found: Candidate) -> Readings:
    """``the past five years``, ``the first nine months``, ``the next two weeks``."""
    if tokens.lows[found.first] in beside_in(tokens.lang, "length-of-this"):
        return ()  # "чекали цього п'ять місяців": the word is no part of the length
    unit_at = found.at("unit")
    count, mod = count_of(tokens, found)
    value = str(tokens.values[unit_at])
    if count is None or (value in ("Q", "H") and count == "X"):
        return ()
    verb = tokens.tags[found.first + 1] == "k" or tokens.low(found.first - 1) in beside.helper
    if tokens.lows[found.first] == "last" and verb:
        return ()  # "is to last nine days", "will begin in April and last about three weeks"
    return spelled(tokens, found, "DURATION", duration_value(count, value), mod)


def duration_last(tokens: Tokens, found: Candidate) -> Readings:
    """``the past year``, ``the last decade``: a stretch up to now, not the calendar unit before."""
    last_at, unit_at = found.at("last"), found.at("unit")
    low = tokens.lows[last_at]
    if low not in beside.stretch_before or tokens.lows[unit_at].endswith("s"):
        return ()
    value = str(tokens.values[unit_at])
    stretched = tokens.low(found.first - 1) in beside.stretched
    if (low, value) == ("last", "TM") or (low != "past" and not stretched and value not in ("TH", "TM")):
        return ()
    return spelled(tokens, found, "DURATION", duration_value(1, value))


def duration_bare(tokens: Tokens, found: Candidate) -> Readings:
    """``for years``, ``within hours``, ``after weeks of fighting``."""
    if found.group("the") is not None:
        return _those(tokens, found, found.at("unit"))
    value = str(tokens.values[found.first])
    before, after = _asking(tokens, found.first), tokens.low(found.last)
    told = tokens.tag(found.first - 1) == "x" and value in ("W", "M", "Y", "DE", "CE")  # "ended years of war"
    of_follows = after in english.of and (told or not before or before in beside.many_before)
    uncounted = tokens.tag(found.first - 1) not in "qnDNYkaoLXh"
    short = before in beside.merely and value in _SHORT
    next_to = after in english.before_after and (uncounted or short)
    if not tokens.lows[found.first].endswith("s") or before in english.the or value in ("H", "WE"):
        return ()
    if not (of_follows or next_to or before in beside.unit_before):
        return ()
    parts = after in english.of
    if (before in english.of and not parts and after != ".") or (before in english.by and not parts):
        return ()
    return spelled(tokens, found, "DURATION", duration_value("X", value))


def _asking(tokens: Tokens, first: int) -> str:
    """The word before a bare length; ``in just minutes`` and ``a matter of hours`` are "in" so many."""
    before = tokens.back(first, 3)
    return "in" if before[-2:] == ["in", "just"] or before == ["a", "matter", "of"] else tokens.low(first - 1)


def _described(tokens: Tokens, found: Candidate, unit_at: int) -> bool:
    """``two bloody weeks``, ``15 great years``; "two wounded hours later" are no hours."""
    word, unit = tokens.lows[unit_at - 1], tokens.lows[unit_at]
    plain = word.isalpha() and not tokens.capital(unit_at - 1) and not word.endswith(("ed", "s"))
    plain = plain and unit.endswith("s") and word not in beside.no_description
    told = tells(tokens, unit_at - 1, unit_at) or tokens.tag(found.last) == "G"
    return plain and not told and tokens.lang == "en"


def _those(tokens: Tokens, found: Candidate, unit_at: int) -> Readings:
    """``over the years``, ``in the months since``, ``in the early years``: a stretch whose length nothing tells."""
    value, before, after = str(tokens.values[unit_at]), tokens.low(found.first - 1), tokens.low(unit_at + 1)
    between = tokens.lows[found.first + 1 : unit_at]
    if tokens.lang != "en" or value not in _STRETCHES or before not in beside.whole_stretch:
        return ()
    count: Count = "X"
    if not tokens.lows[unit_at].endswith("s"):
        dated = not {"M", "m", "Y", "K", "U"}.isdisjoint(tokens.tags[unit_at + 2 : unit_at + 4])
        if between != ["first"] or value == "D" or after not in english.of or dated:
            return ()
        count = 1  # "in the first year of its rule", not "of May"
    elif between:
        if not beside.spell.issuperset(between):
            return ()
    elif after not in beside.goes_since and (before not in beside.runs_through or after in english.of):
        return ()
    return literal(tokens, found.rule, found.first, unit_at + 1, "DURATION", duration_value(count, value))


def duration_long(tokens: Tokens, found: Candidate) -> Readings:
    """``weeklong``, ``decade-long``, ``centuries-old``."""
    unit_at = found.group("unit")
    if unit_at is None:
        return spelled(tokens, found, "DURATION", str(tokens.values[found.first]))
    if tokens.low(found.last - 1) not in beside.stretched_over or not tokens.glued(found.last - 1):
        return ()
    value, plural = str(tokens.values[unit_at]), tokens.lows[unit_at].endswith("s")
    if value in ("H", "WE") or tokens.tag(found.first - 1) in "-nDN":
        return ()
    period = duration_value("X" if plural else 1, value)
    return spelled(tokens, found, "DURATION", period)


def set_every(tokens: Tokens, found: Candidate) -> Readings:
    """``every Friday``, ``each year``, ``every two weeks``, ``per month``."""
    what_at, other_at = found.at("what"), found.group("other")
    what, value = tokens.tags[what_at], tokens.values[what_at]
    count: Count = 1
    if other_at is not None:
        raw = tokens.values[other_at]
        second = tokens.tags[other_at] == "s" or tokens.lows[other_at] == "other"
        count = 2 if second else raw if isinstance(raw, int | float) else 1
    part_at = found.group("part")
    if what in "UQ":
        text = duration_value(count, str(value))
    elif what in "Ww":
        part = str(tokens.values[part_at]) if part_at is not None else ""
        text = f"XXXX-WXX-{tokens.number(what_at) + 1}{part}"
    elif what in "Mm":
        text = f"XXXX-{tokens.number(what_at):02d}"
    elif what == "S":
        text = f"XXXX-{value}"
    elif what == "V":
        if not isinstance(value, tuple):
            return ()
        text = f"XXXX-{value[0]:02d}-{value[1]:02d}"
    else:
        text = "XXXX-XX-XX" + (str(value) if str(value).startswith("T") else f"T{value}")
    return spelled(tokens, found, "SET", text)


def set_weekends(tokens: Tokens, found: Candidate) -> Readings:
    """``on weekends``, ``on weekdays`` as a habit."""
    if tokens.lows[found.last - 1] != "weekends" or tokens.lang != "en":
        return ()
    return literal(tokens, found.rule, found.last - 1, found.last, "SET", "XXXX-WXX-WE")


def set_adverb(tokens: Tokens, found: Candidate) -> Readings:
    if tokens.capital(found.first) and found.first > 0 and tokens.lang == "en":
        return ()  # "the Daily Telegraph", "China Daily"
    return spelled(tokens, found, "SET", str(tokens.values[found.first]))
