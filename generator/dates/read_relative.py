"""A matched stretch of tokens in; times counted from another ("two days later", "last week") out."""

from dataclasses import replace

from .grammar import Candidate
from .lexicon import beside, english, own_table
from .periods import duration_value
from .read_offsets import COMPARED, ENDS
from .reading import Base, Readings, literal, make, whole, with_part
from .tokens import Tokens
from .when import When
from .words import hyphened_on

_NOUN_FIRST = frozenset({"fr", "es", "it", "pt", "ca", "ro", "ar", "id"})
ENDED = ("ended", "ending", "ends")
_LASTING = ("останн", "последн", "ostatni")
_AGES = {"today": "PRESENT_REF", "tomorrow": "FUTURE_REF", "yesterday": "PAST_REF"}
_OF_A_MONTH = ("fM", "fm")
_NO_ADJECTIVE = ("very", "following", "preceding")  # without an article: "Following Thursday's vote"
_WITHIN_A_DAY = frozenset(["TM", "TS", "TH"])


def deictic_day(tokens: Tokens, found: Candidate) -> Readings:
    named = tokens.low(found.first - 1) in beside.paper_before and tokens.capital(found.first - 1)
    quoted = tokens.tag(found.first - 1) in 'g"' and tokens.tag(found.last) in 'g"'
    if tokens.capital(found.first) and (named or tokens.low(found.last + quoted) in beside.show):
        return ()  # "Harbour Talk Tonight", "the Today hour"
    if not own_table(tokens.lang) and tokens.tag(found.first - 1) == "h":
        return ()  # "in de morgen" is in the morning
    if tokens.lows[found.first] == "from today":
        today = make(tokens, found.rule, found.first, found.last, When(), base="now", unit="D")
        return (replace(today, start=today.end - len("today")),)
    if _as_an_age(tokens, found):
        return literal(tokens, "reference", found.first, found.last, "DATE", _AGES[tokens.lows[found.first]])
    alone = found.last - found.first == 1
    if alone and found.first == 0 and tokens.lows[0] == "previously":
        return literal(tokens, "reference", 0, 1, "DATE", "PAST_REF")
    if tokens.tags[found.first] == "G" and (alone or tokens.lows[found.first] not in COMPARED):
        return ()
    days, part = tokens.shift(found.last - 1)
    return whole(tokens, found, When(part=part), base="now", unit="D", count=days)


def _as_an_age(tokens: Tokens, found: Candidate) -> bool:
    """``the people of tomorrow``: no day, but a time; ``as of today`` and ``the night of yesterday`` are days."""
    aged = tokens.lows[found.first] in _AGES and tokens.low(found.first - 1) in english.of
    if not aged or tokens.lang != "en":
        return False
    return tokens.tag(found.first - 2) == "x" and tokens.low(found.first - 2) not in beside.no_age_before


def deictic_part(tokens: Tokens, found: Candidate) -> Readings:
    days, _ = tokens.shift(found.first)
    when = with_part(When(), str(tokens.values[found.last - 1]))
    return whole(tokens, found, when, base="now", unit="D", count=days)


def _weekday_but_one(tokens: Tokens, found: Candidate) -> Readings:
    """``the Friday before last``, ``the Monday after next``."""
    when, count = When(weekday=tokens.number(found.at("wd"))), 2 * tokens.number(found.at("rel"))
    return whole(tokens, found, when, base="now", unit="WD", count=count)


def relative_unit(tokens: Tokens, found: Candidate) -> Readings:
    """``last week``, ``the same month``, ``next Friday``, ``this spring``, ``that afternoon``."""
    if found.group("wd") is not None:
        return _weekday_but_one(tokens, found)
    rel_at, what_at = found.at("rel"), found.at("what")
    tag, low = tokens.tags[rel_at], tokens.lows[rel_at]
    counted = _counted_from(tokens, found, rel_at)
    if counted is None:
        return ()
    base, count = counted
    what, value = tokens.tags[what_at], tokens.values[what_at]
    if _is_plural(tokens, rel_at, what_at):
        return _plural(tokens, found, tag, value)
    if what == "U" and _of_late(tokens, found, rel_at, what_at):
        return literal(tokens, "reference-recent", found.first, found.last, "DATE", "PAST_REF")
    if what == "P":
        clock = str(value) in ("24:00", "12:00") or (tag == "L" and low == "last" and str(value) != "TNI")
        return () if clock else whole(tokens, found, When(part=str(value)), base=base, unit="D", count=count)
    if what in "UQ" and _no_such_unit(tokens, found, rel_at, str(value)):
        return ()
    if what == "U" and low.startswith(_LASTING):  # "за останній рік": over the past year
        length = duration_value(1, str(value))
        return literal(tokens, "duration-last", found.first, found.last, "DURATION", length)
    when, unit = _of_kind(tokens, what_at)
    latest = "latest" if low == "latest" and what in "UQ" else ""
    # "noted that last year's sales"
    that = tokens.lows[found.first] in english.that and rel_at > found.first and tag in "LX"
    span = (tokens, found.rule, found.first + that, found.last)
    return (make(*span, when, base=base, unit=unit, count=count, named=latest),)


def _is_plural(tokens: Tokens, rel_at: int, what_at: int) -> bool:
    """ "the next days", "les prochains jours", "in den nächsten Wochen"."""
    what, low = tokens.tags[what_at], tokens.lows[what_at]
    if tokens.lang == "en":
        return low.endswith("s") and what in "UPSWQ" and low not in beside.short_in_s
    return what == "U" and tokens.tags[rel_at] == "X" and _many(tokens.lang, tokens.lows[rel_at], low)


def _counted_from(tokens: Tokens, found: Candidate, rel_at: int) -> tuple[Base, int] | None:
    """The anchor of "last", "next", "the same", "this same", and how far from it; None where they make no sense."""
    det_at, second, what_at = found.group("det"), found.group("rel2"), found.group("what")
    tag, low = tokens.tags[rel_at], tokens.lows[rel_at]
    if what_at is None or (det_at is None and (low in _NO_ADJECTIVE or _opens_clause(tokens, low, what_at))):
        return None
    if tag == "G":
        return ("then", -1) if low == "prior" else None
    day = tokens.tags[what_at] == "U" and tokens.values[what_at] == "D"
    if day and tag == "X" and tokens.lang in ("uk", "ru", "pl"):
        return "then", tokens.number(rel_at if second is None else second)  # tomorrow has its own word
    base = _base(tag, low, det_at is not None and tokens.lang not in _NOUN_FIRST)
    if day and tag == "T" and tokens.lang != "en":
        base = "then"  # "tego dnia", "ce jour-là", "an diesem Tag": the day told of
    if second is None:
        return base, tokens.number(rel_at)
    if tag not in "tjT" or tokens.tags[second] not in "jLX":
        return None
    return ("then", 0) if tokens.tags[second] == "j" else (base, tokens.number(second))  # "tego samego roku"


def _opens_clause(tokens: Tokens, low: str, month_at: int) -> bool:
    """``believes that January schedules will be cut``; ``no court past Monday`` is beyond it."""
    if low == "past" and tokens.tags[month_at] in "Ww":
        return True
    verb = tokens.tags[month_at] in "Ww" and tokens.low(month_at + 1) in beside.would_be
    word = tokens.tag(month_at + 1) == "x" or hyphened_on(tokens, month_at)  # "that Mar-a-Lago was sold"
    return low in english.that and (verb or (tokens.tags[month_at] in "Mm" and word))


def _no_such_unit(tokens: Tokens, found: Candidate, rel_at: int, value: str) -> bool:
    """``at the last minute``, ``the last day to register``, ``on this day in 1944``, ``the same quarter-point cut``."""
    low = tokens.lows[rel_at]
    if tokens.tags[found.last - 1] == "Q":
        return tokens.low(found.last) == "-" and tokens.glued(found.last)
    if tokens.tags[rel_at] in "LX" and value in _WITHIN_A_DAY:
        return True
    if (low, value, tokens.low(found.last)) == ("last", "Y", "of"):
        return True  # "the last year of the war"
    told = low == "last" or (low == "this" and tokens.low(found.last) in english.in_)
    return value == "D" and tokens.lang == "en" and told


def _of_kind(tokens: Tokens, index: int) -> tuple[When, str]:
    """What of the calendar a unit, month, weekday or season names, and by what it is moved."""
    tag = tokens.tags[index]
    if tag in "Mm":
        return When(month=tokens.number(index)), "MON"
    if tag in "Ww":
        return When(weekday=tokens.number(index)), "WD"
    if tag == "S":
        return When(season=str(tokens.values[index])), "S"
    return When(), str(tokens.values[index])


def _base(tag: str, low: str, determined: bool) -> Base:
    """Which anchor a relative word counts from."""
    if tag in "tj" or low.startswith(("folgend", "darauffolgend")) or low in beside.of_the_told:
        return "then"
    return "auto" if determined else "now"


def _of_late(tokens: Tokens, found: Candidate, rel_at: int, what_at: int) -> bool:
    """Whether the words name more than one of the last days, weeks or years."""
    last_at = rel_at if tokens.tags[rel_at] == "L" else found.group("rel2")
    if last_at is None or tokens.tags[last_at] != "L":
        return False
    return _many(tokens.lang, tokens.lows[last_at], tokens.lows[what_at])


def _many(lang: str, rel: str, unit: str) -> bool:
    """``ces derniers jours``, ``in den letzten Wochen``, ``за останні дні``: some time of late, and no one day or week."""
    if lang in ("fr", "es"):
        return rel.endswith("s")
    if lang == "de":
        return unit.endswith(("tage", "tagen", "wochen", "monate", "monaten", "jahre", "jahren"))
    return rel.endswith(_OF_MANY.get(lang, ("\0",)))


_OF_MANY = {"pl": ("ich", "ie"), "uk": ("ні", "ніх", "лі", "лих"), "ru": ("ие", "их", "ые", "ых")}


def _plural(tokens: Tokens, found: Candidate, tag: str, value: object) -> Readings:
    """``the following days``, ``the coming weeks``: stretches of unsaid length."""
    if tag not in "LX" or not isinstance(value, str):
        return ()
    return literal(tokens, "duration-last", found.first, found.last, "DURATION", duration_value("X", value))


def relative_part(tokens: Tokens, found: Candidate) -> Readings:
    """``last Friday night``, ``this Sunday morning``."""
    rel_at, what_at = found.at("rel"), found.at("what")
    if tokens.lows[rel_at] in _NO_ADJECTIVE and tokens.tag(rel_at - 1) not in "hTt":
        return ()
    when = with_part(When(weekday=tokens.number(what_at)), str(tokens.values[found.last - 1]))
    return whole(tokens, found, when, base="now", unit="WD", count=tokens.number(rel_at))


def part_beside(tokens: Tokens, found: Candidate) -> Readings:
    """``the night before``, ``the morning after``."""
    value, low = str(tokens.values[found.first + 1]), tokens.lows[found.last - 1]
    ends = tokens.low(found.last) in ENDS or tokens.tag(found.last) in "iu"  # "hit the night before in raids"
    if low not in english.before_after or not ends or not value.startswith("T"):
        return ()
    return whole(tokens, found, When(part=value), base="then", unit="D", count=-1 if low == "before" else 1)


def unit_following(tokens: Tokens, found: Candidate) -> Readings:
    """``the day following``; ``Tuesday, the second day of talks``: the day that is named beside it."""
    if found.group("nth") is not None:
        return _nth_day(tokens, found)
    if tokens.low(found.last) not in ENDS and tokens.low(found.last) not in beside.saw:
        return ()
    unit_at = found.at("unit")
    return whole(tokens, found, When(), base="then", unit=str(tokens.values[unit_at]), count=1)


def inside_unit(tokens: Tokens, found: Candidate) -> Readings:
    """``later that month``, ``earlier this year``, ``later in the day``."""
    unit_at, det_at, edge_at = found.at("unit"), found.at("det"), found.at("edge")
    if tokens.lows[edge_at] not in COMPARED or _names_its_day(tokens, found):
        return ()
    det = tokens.tags[det_at]
    base: Base = "now" if det == "T" else "then" if det == "t" or found.group("same") else "auto"
    value = str(tokens.values[unit_at])
    if tokens.tags[unit_at] == "P":
        if not value.startswith("T"):
            return ()
        return whole(tokens, found, When(part=value), base=base, unit="D")
    return whole(tokens, found, When(), base=base, unit=value, count=0)


def _names_its_day(tokens: Tokens, found: Candidate) -> bool:
    """``throughout the day Monday``, ``later in the day Friday``: the weekday behind is the day."""
    return tokens.tags[found.last - 1] == "U" and tokens.tag(found.last) in "Ww"


def narrative_unit(tokens: Tokens, found: Candidate) -> Readings:
    """``the year``, ``the month``, ``the quarter`` that is being told of, after a word that asks for a time."""
    unit_at = found.at("unit")
    value, first = str(tokens.values[unit_at]), found.first
    if found.group("full") is not None:
        return _full_year(tokens, found, value)
    if tokens.tags[first] in "iu":  # "am Wochenende", "w weekend"
        told = value == "WE" and tokens.lang != "en"
        span = (tokens, found.rule, found.last - 1, found.last)
        return (make(*span, When(), base="auto", unit=value, count=0),) if told else ()
    span = (tokens, found.rule, first, found.last)
    between = tokens.tags[first + 1]
    if between == "k" and (tokens.lows[first + 1] != "full" or value != "Y"):
        return ()
    ended = tokens.low(after_that(tokens, found.last)) in ENDED
    through = tokens.low(found.last) in beside.runs_to and tokens.tag(found.last + 1) in "Mm"
    if (ended or through) and value == "Y":
        return literal(*span, "DURATION", "P1Y")  # "the year ended June 30": a length of time and its end
    if found.last - first == 3 and between == "F":  # "the fiscal year"
        fiscal = make(*span, When(fiscal=True), base="now", unit="Y", count=0)
        return (fiscal,) if value == "Y" else ()
    if _names_its_day(tokens, found) or not _told_of(tokens, found, tokens.lows[unit_at], value):
        return ()
    if ended and value != "Q":
        return ()  # "the month ended Friday" is that one, not the running one
    return (make(*span, When(), base="auto", unit=value, count=0, named="ended" if ended else ""),)


def _full_year(tokens: Tokens, found: Candidate, value: str) -> Readings:
    """``its full-year forecast``; "a full-year contract" is one of that length."""
    full = tokens.lows[found.first] == "full" and value in ("Y", "Q") and tokens.tag(found.first - 1) != "a"
    return whole(tokens, found, When(), base="auto", unit=value, count=0) if full else ()


def after_that(tokens: Tokens, index: int) -> int:
    """The token itself, or the one behind "that" or "which": "the quarter, which ended Sept. 30"."""
    index += (tokens.low(index), tokens.low(index + 1)) == (",", "which")
    return index + (tokens.low(index) in english.that_which)


def _told_of(tokens: Tokens, found: Candidate, unit: str, value: str) -> bool:
    """Whether the words around a unit ask for the one that is told of: "in the quarter"."""
    before, after = tokens.low(found.first - 1), tokens.low(found.last)
    if tokens.capital(found.last - 1) and tokens.text[tokens.starts[found.first]].islower():
        return False  # "Cook of the Year"
    if unit.endswith("s") or value in ("DE", "CE", "MIL", "2W", "H") or value.startswith("T"):
        return False
    weekend = value == "WE" and before in beside.weekend_before
    if before not in beside.told_unit_before and not weekend and tokens.tag(found.first - 1) not in "EC":
        return False
    if after in beside.runs_to and tokens.tag(found.last + 1) in "Mm":
        return False  # "the month to May 3"
    noun = tokens.tag(found.last) == "x" and after.isalpha() and value == "D"
    parts = after in english.of and not (value == "Q" and tokens.tag(found.last + 1) in "DNx$")
    inside = value != "D" or before in english.within
    return not parts and after != "-" and not noun and inside


def _day_end(tokens: Tokens, found: Candidate) -> Readings:
    """``by the end of the day``, ``before day's end``; "at the end of the day" is said of anything."""
    of = tokens.lows[found.first : found.last] == ["end", "of", "the", "day"]
    first = found.first - (tokens.tag(found.first - 1) == "h")
    owned = tokens.tag(found.last - 2) == "g"
    asked = tokens.low(first - 1) in beside.day_ends and not _names_its_day(tokens, found)
    if not (of or owned) or not asked:
        return ()
    return (make(tokens, found.rule, first, found.last, When(), base="auto", unit="D", count=0, mod="END"),)


def unit_end(tokens: Tokens, found: Candidate) -> Readings:
    """``year's end``, ``month-end``, ``year-end 1989``."""
    unit_at, year_at = found.at("unit"), found.group("year")
    if tokens.tags[unit_at] == "0":  # "midyear"
        pair = tokens.values[unit_at]
        assert isinstance(pair, tuple)
        unit, edge = str(pair[0]), str(pair[1])
        return whole(tokens, found, When(), base="auto", unit=unit, count=0, mod=edge)
    value = str(tokens.values[unit_at])
    if value == "D" and tokens.lang == "en":
        return _day_end(tokens, found)
    if value not in ("Y", "M", "W", "Q", "DE", "CE"):
        return ()
    asked = value == "Y" and tokens.low(found.first - 1) in beside.year_end_before
    if tokens.tag(unit_at + 1) == "C" and not asked:
        return ()  # "by year end", not "the year began"
    if tokens.lang == "en" and tokens.tags[found.first] in "EC" and tokens.tag(found.first + 1) != "-":
        return ()  # "late year" is nothing; "the end of the year" is read from the unit on
    if tokens.lang in _NOUN_FIRST and tokens.tag(found.last) in "LXnDNY'":
        return ()  # "fin de l'année prochaine" is read from the year on
    if value == "M" and tokens.tags[found.last : found.last + 2] in _OF_A_MONTH:
        return ()  # "au début du mois d'avril" is read from the month on
    if tokens.tags[found.first] in "EC":  # "mid-year", "Ende des Jahres"
        edge = str(tokens.values[found.first])
        return whole(tokens, found, When(), base="auto", unit=value, count=0, mod=edge)
    mod = str(next(tokens.values[i] for i in range(unit_at, found.last) if tokens.tags[i] == "C"))
    if year_at is not None:
        return whole(tokens, found, When(year=tokens.number(year_at)), mod=mod)
    return whole(tokens, found, When(), base="auto", unit=value, count=0, mod=mod)


def relative_unit_after(tokens: Tokens, found: Candidate) -> Readings:
    """``la semaine dernière``, ``lundi prochain``, ``el año pasado``."""
    what_at, rel_at = found.at("what"), found.at("rel")
    if tokens.lang not in _NOUN_FIRST or tokens.tags[what_at] == "Q":
        return ()
    then = tokens.lows[rel_at].startswith(("suivant", "précédent", "siguiente", "anterior"))
    when, unit = _of_kind(tokens, what_at)
    base: Base = "then" if then else "now"
    return whole(tokens, found, when, base=base, unit=unit, count=tokens.number(rel_at))


def same_time(tokens: Tokens, found: Candidate) -> Readings:
    """``At the same time``, at the head of a sentence of history: when the last thing happened."""
    if tokens.lows[found.last - 2 : found.last] == ["latest", "period"]:
        span = (tokens, "narrative-unit", found.first, found.last)
        return (make(*span, When(), base="auto", unit="Q", count=0, named="latest"),)
    opens = found.first == 1 and tokens.low(0) in english.at
    if tokens.lows[found.last - 1] != "time" or not opens:
        return ()
    return whole(tokens, found, When(), base="then", unit="SAME", count=0)


def _nth_day(tokens: Tokens, found: Candidate) -> Readings:
    """``Tuesday, the second day of talks``, "today is the eighth day of it"; alone it is no day."""
    at = found.first - 1
    named = tokens.low(at) in beside.counts_the_day and tokens.tag(at - 1) in "WRD"
    if not named or str(tokens.values[found.at("unit")]) != "D" or tokens.lang != "en":
        return ()
    return (make(tokens, found.rule, found.first, found.last - 1, When(), base="then", unit="D", count=0),)


def relative_word(tokens: Tokens, found: Candidate) -> Readings:
    """``торік``: a unit and its direction in one word."""
    value = tokens.values[found.first]
    assert isinstance(value, tuple)
    if value[0] == "D" and tokens.tag(found.last) == "f":
        return ()  # "la veille de Noël"
    base: Base = "then" if value[2:] == ("then",) else "now"
    return whole(tokens, found, When(), base=base, unit=str(value[0]), count=int(str(value[1])))
