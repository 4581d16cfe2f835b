"""A matched stretch of tokens in; what it says of years and wider or odder stretches out."""

from dataclasses import replace

from ..language import calendar_names, english, pattern, words
from .grammar import Candidate
from .lexicon import beside, beside_in
from .reading import Readings, make, whole
from .tokens import CASED_FEASTS, Tokens
from .when import When
from .words import countable, named_after, old_year, plausible_year, titled, two_digit_year

_NOW = 1900  # from when on "the 2020 B.C. vote" is of a province
# The years of a decade are named after the word: "années 90", "años setenta", "lata 90.".
_YEARS = words("années lata lat latach años anni anos роки років роках годы годов годах jahre jahren")
_NO_DECADES = frozenset(["числах", "числа", "число", "місце", "место"])  # the twenties of a month
_FELL = pattern("fell")


def stated_year(tokens: Tokens, index: int | None) -> int | None:
    """The year a token states, two digits filled up; ``None`` without a token."""
    if index is None:
        return None
    value = tokens.number(index)
    return two_digit_year(value) if tokens.tags[index] == "'" else value


def year(tokens: Tokens, found: Candidate) -> Readings:
    if found.group("misread") is not None:
        return _of_a_misread_month(tokens, found)
    value = tokens.number(found.first)
    if tokens.tags[found.first] == "N":
        old = tokens.lows[found.first].isdigit() and old_year(tokens, found.first, value)
        return whole(tokens, found, When(year=value)) if old else ()
    worded = not tokens.lows[found.first][:1].isdigit() and not countable(tokens, found.last)
    if not worded and not plausible_year(tokens, found.first, value):
        return ()
    return whole(tokens, found, When(year=value))


def _of_a_misread_month(tokens: Tokens, found: Candidate) -> Readings:
    """``19 Januarv 1983``, ``5 Apri1 1983``: a month that a scanner spoilt leaves the year."""
    month, year_at = found.at("misread"), found.at("year")
    low = tokens.lows[month]
    if month + 2 == year_at and not tokens.glued(month + 1):
        return ()
    spoilt = any(name[:3] == low[:3] and abs(len(name) - len(low)) <= 1 for name in calendar_names("month"))
    if not spoilt or not tokens.capital(month):
        return ()
    return (make(tokens, found.rule, year_at, found.last, When(year=tokens.number(year_at))),)


def short_year(tokens: Tokens, found: Candidate) -> Readings:
    """``'98`` after a word that asks for a year."""
    before = tokens.low(found.first - 1)
    if before not in beside.short_year_before:
        return ()
    return whole(tokens, found, When(year=stated_year(tokens, found.first)))


def year_range(tokens: Tokens, found: Candidate) -> Readings:
    """``1914-18`` and ``1914-1918``: two readings."""
    one, two = found.at("one"), found.at("two")
    first, second = tokens.number(one), tokens.number(two)
    if tokens.tags[two] != "Y":
        digits = tokens.lows[two].lstrip("'’")
        if len(digits) != 2:
            return ()
        second += first // 100 * 100
    if not first < second <= first + 400 or countable(tokens, found.last):
        return ()
    if tokens.tag(found.last) == "-" or tokens.tag(one - 1) == "-":
        return ()
    if tokens.tags[one + 1] == "\\" and (second != first + 1 or not tokens.glued(two)):
        return ()  # "the 2010/11 season", not any other fraction
    if tokens.low(one - 1 - (tokens.low(one - 1) == ".")) in beside.page:
        return ()  # "pp. 1912-14"
    return _pair(tokens, found, (one, one + 1, two), When(year=first), When(year=second))


def _pair(tokens: Tokens, found: Candidate, at: tuple[int, int, int], left: When, right: When) -> Readings:
    """Two readings: ``at`` is where the first begins and ends, and where the second begins."""
    one = make(tokens, found.rule, at[0], at[1], left)
    return one, make(tokens, found.rule, at[2], found.last, right)


def _bc(tokens: Tokens, index: int | None) -> bool:
    return index is not None and tokens.values[index] == "bc"


def _era_ok(tokens: Tokens, index: int) -> bool:
    """``AD`` and ``CE`` are also words and initials: they need their capitals in English."""
    return tokens.lang != "en" or tokens.words(index, index + 1).replace(".", "").isupper()


def era_year(tokens: Tokens, found: Candidate) -> Readings:
    number, era = found.at("year"), found.at("era")
    when = When(year=tokens.number(number), bc=_bc(tokens, era))
    spelled = tokens.lang == "en" and tokens.lows[number].isalpha()  # "Two B.C. men", of a province
    named = tokens.low(number - 1) in english.the and (when.year or 0) >= _NOW and tokens.tag(era + 1) == "x"
    if not when.year or not _era_ok(tokens, era) or spelled or named:
        return ()
    return whole(tokens, found, when)


def era_range(tokens: Tokens, found: Candidate) -> Readings:
    """``499-493 BC``, ``1190/85 BC``: the end of a long year may be cut to two digits."""
    one, two, era = found.at("one"), found.at("two"), found.at("era")
    if not _era_ok(tokens, era):
        return ()
    bc = _bc(tokens, era)
    first, second = tokens.number(one), tokens.number(two)
    cut = len(tokens.lows[two]) == 2 and (first >= 1000 or tokens.tags[one + 1] == "\\")
    if cut and tokens.tags[one + 1] in "-\\":
        second += first // 100 * 100
    return _pair(tokens, found, (one, one + 1, two), When(year=first, bc=bc), When(year=second, bc=bc))


def era_month(tokens: Tokens, found: Candidate) -> Readings:
    readings = era_year(tokens, found)
    number = tokens.number(tokens.find(found.first, found.last, "Mm"))
    day_at = found.group("day")
    day = None if day_at is None else tokens.number(day_at)
    dated = (replace(one, when=replace(one.when, month=number, day=day)) for one in readings)
    return tuple(one for one in dated if one.when.valid)


def era_season(tokens: Tokens, found: Candidate) -> Readings:
    readings = era_year(tokens, found)
    name = str(tokens.values[tokens.find(found.first, found.last, "S")])
    return tuple(replace(one, when=replace(one.when, season=name)) for one in readings)


def decade(tokens: Tokens, found: Candidate) -> Readings:
    """``the 1990s``, ``the '60s``, ``die Achtziger``, ``1800-talet``."""
    index, era = found.group("decade"), found.group("era")
    if index is None:
        return _worded_decade(tokens, found)
    digits = sum(c.isdigit() for c in tokens.lows[index])
    near = (tokens.low(at) for at in range(found.first - 3, index))
    if (digits == 3 and not _bc(tokens, era)) or not beside.owner.isdisjoint(near):
        return ()  # an age: "her mid-80s"
    if digits == 4 or _bc(tokens, era) or "-tal" in tokens.lows[index]:
        return _decade_in_full(tokens, found, index, digits)
    if tokens.lang != "en":
        return _decade_abroad(tokens, found, index, digits)
    return _short_decade(tokens, found, index, digits)


def _decade_in_full(tokens: Tokens, found: Candidate, index: int, digits: int) -> Readings:
    """``the 1990s``, ``the 480s BC``; ``1990's first quarter`` is of the year."""
    value, low = tokens.number(index), tokens.lows[index]
    if digits == 4 and ("'" in low or "’" in low) and tokens.low(index - 1) not in beside.decade_before:
        reading = make(tokens, "year", index, index + 1, When(year=value * 10))
        return (replace(reading, end=reading.start + 4),)
    if "-tal" in low and value % 10 == 0:  # "1800-talet" in Scandinavia
        return whole(tokens, found, When(century=value // 10))
    return whole(tokens, found, When(decade=value, bc=_bc(tokens, found.group("era"))))


def _short_decade(tokens: Tokens, found: Candidate, index: int, digits: int) -> Readings:
    """``the 90s``, ``the '60s``, ``the sixties``: not ages ("in his 50s") nor temperatures."""
    value, before = tokens.number(index), tokens.low(index - 1)
    short = digits > 0 and tokens.lows[index][0] in "'’"
    if before not in beside.short_decade_before and not short:
        return ()
    if digits and before in beside.decade_nickname and not short:
        return ()
    return whole(tokens, found, When(decade=(200 if digits and value < 2 else 190) + value))


def _decade_abroad(tokens: Tokens, found: Candidate, index: int, digits: int) -> Readings:
    """``années 90``, ``90-е годы``; the twenties of a month are none."""
    value, first = tokens.number(index), found.first
    if digits == 0 or tokens.low(index + 1) in _NO_DECADES:
        beside = {tokens.low(index - 1), tokens.low(found.last)}
        if digits or beside.isdisjoint(_YEARS) or value < 1:
            return ()
        first = index - 1 if tokens.low(index - 1) in _YEARS else first
    elif value <= 2:
        return ()
    return (make(tokens, found.rule, first, found.last, When(decade=190 + value)),)


def _worded_decade(tokens: Tokens, found: Candidate) -> Readings:
    unit_at, short = found.at("unit"), found.at("short")
    value = tokens.number(short)
    if tokens.lang == "en" or tokens.lows[unit_at] not in _YEARS or value % 10 or not 10 <= value <= 90:
        return ()
    if tokens.tag(found.first - 1) in "DNYnq":
        return ()
    return whole(tokens, found, When(decade=value // 10 + (200 if value < 20 else 190)))


def century(tokens: Tokens, found: Candidate) -> Readings:
    """``the 19th century``, ``18. Jahrhundert``, ``siglo XIX``; two readings for "the 18th and 19th centuries"."""
    index, era, one = found.at("ord"), found.group("era"), found.group("one")
    unit = found.group("unit")
    unit = found.last - (2 if era is not None else 1) if unit is None else unit
    if tokens.values[unit] != "CE" or (tokens.tags[index] == "D" and tokens.lang == "en"):
        return ()
    named = tokens.capital(unit) and tokens.capital(found.last) and tokens.tag(found.last) == "x"
    if named and tokens.lang == "en":
        return ()  # "Twenty-First Century Fox"
    bc = _bc(tokens, era)
    when = When(century=tokens.number(index) - 1, bc=bc)
    if one is None:
        return whole(tokens, found, when)
    left = When(century=tokens.number(one) - 1, bc=bc)
    if left.century is None or when.century is None or left.century >= when.century:
        return ()
    return _pair(tokens, found, (found.first, one + 1, index), left, when)


def season(tokens: Tokens, found: Candidate) -> Readings:
    """``the summer``, ``fall``; not where the word is a name, a game, a leap or a tumble."""
    index = tokens.find(found.first, found.last, "S")
    if any(veto(tokens, found, index) for veto in _NO_SEASONS):
        return ()
    first = found.first
    noun = tokens.tag(found.last) == "x" and _noun_follows(tokens, found.last)
    if tokens.lows[first] in english.the and noun:
        first += 1  # "the summer offensive": the article is the offensive's
    return (make(tokens, found.rule, first, found.last, When(season=str(tokens.values[index]))),)


def _named_season(tokens: Tokens, _found: Candidate, index: int) -> bool:
    """``Mr. Spring``, ``Palm Springs``, ``the Summer Olympics``."""
    name = tokens.capital(index) and tokens.capital(index - 1) and tokens.tag(index - 1) in "xmM"
    if name or tokens.low(index + 1) in beside.games or titled(tokens, index):
        return True
    cased = tokens.capital(index) and tokens.tag(index - 1) != " " and tokens.lang in CASED_FEASTS
    return cased or (tokens.lang == "en" and named_after(tokens, index, index + 1))


def _leap(tokens: Tokens, found: Candidate, index: int) -> bool:
    """``spring back``, ``a spring``, ``a summer of calm``, ``a été``."""
    low, before, after = tokens.lows[index], tokens.low(found.first - 1), tokens.low(index + 1)
    if before == "a" and after in english.of:
        return True
    if low == "été":
        return tokens.tags[found.first] != "h" and before not in beside_in("fr", "summer-before")
    lone = before == "a" and not _noun_follows(tokens, index + 1)
    return low in ("spring", "springs") and (after in beside.leaps or lone)


def _tumble(tokens: Tokens, found: Candidate, index: int) -> bool:
    """``a fall of 5 percent``, ``Roofer Hurt In Fall``, ``fall`` without a word that asks for a time."""
    low, before, after = tokens.lows[index], tokens.low(found.first - 1), tokens.low(index + 1)
    if low == "falls" or (low == "springs" and tokens.capital(index)):
        return True
    if low in beside.falls and after in beside.falls_behind:
        return True
    if low != "fall":
        return False
    asks = beside.the_fall_before if tokens.lows[found.first] in english.the else beside.fall_before
    told = _FELL.search(tokens.text) if tokens.lows[found.first] in english.the else None
    tumbles = not beside.tumbles.isdisjoint(tokens.lows[max(0, index - 8) : index + 8])
    return before not in asks or tumbles or told is not None


_NO_SEASONS = (_named_season, _leap, _tumble)


def _noun_follows(tokens: Tokens, index: int) -> bool:
    low = tokens.low(index)
    return low.isalpha() and low not in beside.no_noun and not low.endswith(("ed", "ly"))


def season_year(tokens: Tokens, found: Candidate) -> Readings:
    index = tokens.find(found.first, found.last, "S")
    when = When(year=stated_year(tokens, found.group("year")), season=str(tokens.values[index]))
    return whole(tokens, found, when)


def season_range(tokens: Tokens, found: Candidate) -> Readings:
    """``the winter of 1914-15``: a winter that begins in the first year."""
    first = found.at("year")
    index = tokens.find(found.first, found.last, "S")
    return whole(tokens, found, When(year=tokens.number(first), season=str(tokens.values[index])))


def the_year(tokens: Tokens, found: Candidate) -> Readings:
    """``the year 2000``."""
    unit_at, year_at = found.at("unit"), found.at("year")
    if tokens.values[unit_at] != "Y" or countable(tokens, found.last):
        return ()
    number = tokens.number(year_at)
    many = tokens.lows[unit_at] in beside_in(tokens.lang, "years-counted")
    if many and number % 10 == 0:  # "les années 1990"
        return (make(tokens, "decade", found.first, found.last, When(decade=number // 10)),)
    if tokens.lows[unit_at] not in beside_in(tokens.lang, "year-counted"):
        return ()
    return whole(tokens, found, When(year=stated_year(tokens, year_at)))
