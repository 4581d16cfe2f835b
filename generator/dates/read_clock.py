"""A matched stretch of tokens in; clock times and parts of the day out."""

from ..language import english, everywhere
from .grammar import Candidate
from .lexicon import beside, beside_in
from .reading import Readings, literal, make, whole
from .tokens import Tokens
from .when import When

# Parts of the day that are adverbs of one day: "вранці пролунали вибухи".
_ADVERBS = everywhere.part_of_a_day | {"por la noche", "por la tarde", "por la mañana"}


def _clock_value(text: str, half: str) -> str | None:
    hour, *rest = (int(piece) for piece in text.split(":"))
    if half:
        if not 1 <= hour <= 12 and not (half == "pm" and 13 <= hour <= 23):
            return None
        hour = hour if hour > 12 else hour % 12 + (12 if half == "pm" else 0)
    told = ":".join(f"{part:02d}" for part in (hour, *rest))
    return None if hour > 24 or max(rest, default=0) > 59 else told


def clock(tokens: Tokens, found: Candidate) -> Readings:
    """``18:04 EEST``, ``6:30 p.m.``."""
    half, zone = _half_zone(tokens, found.first + 1, found.last)
    low = tokens.lows[found.first]
    if "h" in low:
        return _french_clock(tokens, found, low)
    part_at = found.last - 1 if tokens.tags[found.last - 1] == "P" else None
    if part_at is not None and (tokens.lang == "en" or not str(tokens.values[part_at]).startswith("T")):
        return ()
    if tokens.tags[found.first] == "N" and (len(low) - low.find(".") != 3 or "." not in low or "," in low):
        return ()
    value = _clock_value(low.replace(".", ":"), half)
    before, after = tokens.low(found.first - 1), tokens.low(found.last)
    dated = tokens.tag(found.first - 1) in "/I"  # "02/13/1998 14:26:00"
    if value is None or (not half and not zone and not dated and _score_like(before, after, tokens)):
        return ()
    if part_at is not None:  # "7:30 ранку"
        value = in_part(value, str(tokens.values[part_at]))
    return whole(tokens, found, When(clock=value, zone=zone))


def _french_clock(tokens: Tokens, found: Candidate, low: str) -> Readings:
    """``18h30``, ``à 18h``; elsewhere and without a word before it a length of time."""
    if found.last != found.first + 1 or tokens.lang not in ("fr", "pt", "ca"):
        return ()
    hour, _, minutes = low.replace(" ", "").replace("\xa0", "").partition("h")
    if not minutes and tokens.tag(found.first - 1) not in "vbkhc":
        return ()
    value = _clock_value(f"{hour}:{minutes or '00'}", "")
    return whole(tokens, found, When(clock=value)) if value else ()


def in_part(clock: str, part: str) -> str:
    """``11`` of a night is ``23``; ``6:30`` of a morning stays."""
    hour, colon, rest = clock.partition(":")
    late = part in ("TAF", "TEV") or (part == "TNI" and int(hour) >= 5)
    return f"{int(hour) + 12 if late and int(hour) < 12 else int(hour):02d}{colon}{rest}"


def hour_in_words(tokens: Tokens, found: Candidate) -> Readings:
    """``в 18 часов``, ``о 8 годині вечора``, ``o godzinie 18``, ``à 8 heures``, ``a las 8 de la tarde``."""
    hour_at, unit_at = found.at("hour"), found.group("unit")
    hour = tokens.number(hour_at)
    said = tokens.lang != "en" and tokens.lows[found.first] in beside_in(tokens.lang, "hour-of-day")
    if not said or hour > 24 or (unit_at is not None and tokens.values[unit_at] != "TH"):
        return ()
    last_tag, value = tokens.tags[found.last - 1], f"{hour:02d}:00"
    if last_tag == "P":
        part = str(tokens.values[found.last - 1])
        if not part.startswith("T") or hour > 12:
            return ()
        value = in_part(value, part)
    return (make(tokens, "clock-hour", hour_at, found.last, When(clock=value)),)


def _score_like(before: str, after: str, tokens: Tokens) -> bool:
    """A verse, a ratio or a race time, not an hour of the day."""
    if before in beside.hour_before or before in ("between", ",", ""):
        return before in ("and", ",") and after not in (",", ".", "on", "")
    return not (tokens.lang != "en" or before in beside.clock_before)


def _half_zone(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    half = zone = ""
    for index in range(first, last):
        if tokens.tags[index] == "p":
            half = str(tokens.values[index])
        elif tokens.tags[index] == "Z" and tokens.text[tokens.starts[index]].isupper():
            zone = str(tokens.values[index])
    return half, zone


def clock_hour(tokens: Tokens, found: Candidate) -> Readings:
    """``6 p.m. ET``, ``five o'clock``."""
    if found.group("at") is not None:
        return hour_in_words(tokens, found)
    hour_at = found.at("hour")
    half, zone = _half_zone(tokens, hour_at + 1, found.last)
    hour = tokens.number(hour_at)
    after = tokens.lows[hour_at + 1]
    if tokens.lang == "de" and hour <= 24 and after == "uhr":
        return whole(tokens, found, When(clock=f"{hour:02d}:00", zone=zone))
    asked = tokens.low(hour_at - 1) in beside.hour_before
    verb = half == "am" == after and not tokens.glued(hour_at + 1) and not asked
    if verb or not 1 <= hour <= 12:
        return ()
    value = _clock_value(f"{hour}:00" if half else str(hour), half)
    return whole(tokens, found, When(clock=value, zone=zone)) if value else ()


def clock_military(tokens: Tokens, found: Candidate) -> Readings:
    """``0930 GMT``, ``left at 1945``."""
    if found.group("at") is not None:
        return _at_four_digits(tokens, found)
    low = tokens.lows[found.first]
    _, zone = _half_zone(tokens, found.first + 1, found.last)
    asked = tokens.low(found.first - 1) in beside.hour_before
    hours = asked and tokens.low(found.last - 1) in beside.hours_behind
    if len(low) != 4 or not low.isdigit() or not (zone or hours):
        return ()
    value = _clock_value(f"{low[:2]}:{low[2:]}", "")
    return whole(tokens, found, When(clock=value, zone=zone)) if value else ()


def _at_four_digits(tokens: Tokens, found: Candidate) -> Readings:
    """``at 1945`` is an hour; with a unit, a name or a colon behind it is a sum, a house or a height."""
    at, low = found.last - 1, tokens.lows[found.last - 1]
    named = tokens.capital(found.last) and tokens.tag(found.last) == "x"
    plain = tokens.tag(found.last) in " .,;ucivbWRP" or tokens.low(found.last) in beside.hour_after
    if tokens.lang != "en" or len(low) != 4 or not low.isdigit() or named or not plain:
        return ()
    value = _clock_value(f"{low[:2]}:{low[2:]}", "")
    return (make(tokens, found.rule, at, found.last, When(clock=value)),) if value else ()


def clock_noon(tokens: Tokens, found: Candidate) -> Readings:
    """``noon``, ``12 midnight``; ``overnight``; ``night`` after ``at``."""
    if tokens.tags[found.first] == "D":
        clock = str(tokens.values[found.last - 1])
        twelve = tokens.lows[found.first] == "12" and clock in ("12:00", "24:00")
        return whole(tokens, found, When(clock=clock)) if twelve else ()
    value, low = str(tokens.values[found.first]), tokens.lows[found.first]
    before = tokens.low(found.first - 1)
    if not value.startswith("T"):
        if tokens.capital(found.first) and found.first and tokens.lang != "de":
            return ()
        return whole(tokens, found, When(clock=value))
    if low in _ADVERBS:
        return (make(tokens, "part", found.first, found.last, When(part=value), base="auto", unit="D"),)
    if low == "overnight" or (low in beside.edge_of_day and before in beside.edge_before):
        noun = tokens.tag(found.last) == "x" and tokens.low(found.last).isalpha()
        if noun and low == "overnight" and before in english.article:
            return ()
        return (make(tokens, "part", found.first, found.last, When(part=value)),)
    if low == "night" and before in beside.night_before:
        return literal(tokens, "part", found.first, found.last, "TIME", "XXXX-XX-XXTNI")
    return ()


def _small_hours(tokens: Tokens, found: Candidate) -> Readings:
    """``until the early morning hours``; "… of Monday" is read from the day on."""
    value = str(tokens.values[found.last - 2])
    hours = value[0] == "T" and tokens.lows[found.last - 1] == "hours"
    if not hours or tokens.low(found.last) in beside.day_behind:
        return ()
    return whole(tokens, found, When(part=value), base="auto", unit="D")


def part(tokens: Tokens, found: Candidate) -> Readings:
    """``in the morning``, ``am Abend``; ``that afternoon`` is read elsewhere."""
    if found.group("small") is not None:
        return _small_hours(tokens, found)
    value = str(tokens.values[found.last - 1])
    det, last, after = tokens.tags[found.first], found.last, tokens.low(found.last)
    alone = make(tokens, found.rule, last - 1, last, When(part=value), base="auto", unit="D")
    if not value.startswith("T"):
        return ()
    if found.group("middle") is not None:  # "in the middle of the night"
        middle = tokens.lows[found.first] == "middle" and after not in english.of
        return whole(tokens, found, When(part=value), base="auto", unit="D") if middle else ()
    if found.group("at") is not None:
        return (alone,) if tokens.lang == "de" and tokens.lows[found.first] == "am" else ()
    if tokens.lows[last - 1].endswith("s") and not tokens.lows[last - 1].endswith("hours"):
        return ()
    if det == "E":  # "late afternoon": the edge is taken in when neighbours are joined
        return () if after in beside.part_behind else (alone,)
    if det != "h" or tokens.low(found.first - 1) not in beside.part_before or after in english.of:
        return ()
    return whole(tokens, found, When(part=value), base="auto", unit="D")
