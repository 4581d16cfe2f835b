"""A matched stretch of tokens in; clock times and parts of the day out."""

from __future__ import annotations

from .grammar import Candidate
from .reading import Readings, literal, make
from .tokens import Tokens
from .when import When


def _clock_value(text: str, half: str) -> str | None:
    parts = [int(piece) for piece in text.split(":")]
    hour = parts[0]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or any(piece > 59 for piece in parts[1:]):
        return None
    return ":".join([f"{hour:02d}", *(f"{piece:02d}" for piece in parts[1:])])


def clock(tokens: Tokens, found: Candidate) -> Readings:
    """``18:04 EEST``, ``6:30 p.m.``."""
    half, zone = _half_zone(tokens, found.first + 1, found.last)
    low = tokens.lows[found.first]
    if tokens.tags[found.first] == "N" and (len(low) - low.find(".") != 3 or "." not in low or "," in low):
        return ()
    value = _clock_value(low.replace(".", ":"), half)
    before, after = tokens.low(found.first - 1), tokens.low(found.last)
    dated = tokens.tag(found.first - 1) in "/I"  # "02/13/1998 14:26:00"
    if value is None or (not half and not zone and not dated and _score_like(before, after, tokens)):
        return ()
    return (make(tokens, found.rule, found.first, found.last, When(clock=value, zone=zone)),)


def _score_like(before: str, after: str, tokens: Tokens) -> bool:
    """A verse, a ratio or a race time, not an hour of the day."""
    if before in (
        "at",
        "by",
        "around",
        "about",
        "until",
        "from",
        "since",
        "after",
        "before",
        "to",
        "between",
        "and",
        ",",
        "",
    ):
        return before in ("and", ",") and after not in (",", ".", "on", "")
    return not (tokens.lang != "en" or before in ("on", "yesterday", "today", "-"))


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
    hour_at = found.group("hour")
    assert hour_at is not None
    half, zone = _half_zone(tokens, hour_at + 1, found.last)
    hour = tokens.number(hour_at)
    if tokens.lang == "de" and hour <= 24 and tokens.lows[hour_at + 1] == "uhr":
        when = When(clock=f"{hour:02d}:00", zone=zone)
        return (make(tokens, found.rule, found.first, found.last, when),)
    if not 1 <= hour <= 12:
        return ()
    if (
        half == "am"
        and tokens.lows[hour_at + 1] == "am"
        and not tokens.glued(hour_at + 1)
        and not _time_before(tokens, hour_at)
    ):
        return ()
    value = _clock_value(str(hour), half)
    if value is None:
        return ()
    if half:
        value += ":00"
    return (make(tokens, found.rule, found.first, found.last, When(clock=value, zone=zone)),)


def clock_military(tokens: Tokens, found: Candidate) -> Readings:
    """``0930 GMT``."""
    low = tokens.lows[found.first]
    _, zone = _half_zone(tokens, found.first + 1, found.last)
    if len(low) != 4 or not low.isdigit() or not zone:
        return ()
    value = _clock_value(f"{low[:2]}:{low[2:]}", "")
    return (make(tokens, found.rule, found.first, found.last, When(clock=value, zone=zone)),) if value else ()


def _time_before(tokens: Tokens, index: int) -> bool:
    return tokens.low(index - 1) in (
        "at",
        "by",
        "around",
        "about",
        "until",
        "from",
        "since",
        "after",
        "before",
        "to",
        "and",
    )


def clock_noon(tokens: Tokens, found: Candidate) -> Readings:
    """``noon``, ``midnight``; ``overnight``; ``night`` after ``at``."""
    value, low = str(tokens.values[found.first]), tokens.lows[found.first]
    before = tokens.low(found.first - 1)
    if not value.startswith("T"):
        if tokens.capital(found.first) and found.first:
            return ()
        return (make(tokens, found.rule, found.first, found.last, When(clock=value)),)
    if low == "overnight" or (
        low in ("dawn", "dusk", "daybreak", "sunrise", "sunset", "nightfall")
        and before in ("at", "before", "after", "by", "since", "until")
    ):
        if (
            tokens.tag(found.last) == "x"
            and tokens.low(found.last).isalpha()
            and low == "overnight"
            and before in ("an", "the")
        ):
            return ()
        return (make(tokens, "part", found.first, found.last, When(part=value)),)
    if low == "night" and before in ("at", "by"):
        return literal(tokens, "part", found.first, found.last, "TIME", "XXXX-XX-XXTNI")
    return ()


_PART_BEFORE = frozenset(
    [
        "in",
        "during",
        "by",
        "throughout",
        "late",
        "early",
        "on",
        "later",
        "earlier",
        "for",
        "that",
        "through",
        "over",
    ]
)


def part(tokens: Tokens, found: Candidate) -> Readings:
    """``in the morning``, ``that afternoon`` is read elsewhere."""
    value = str(tokens.values[found.last - 1])
    det = tokens.tags[found.first]
    if det == "E":  # "late afternoon": the edge is taken in when neighbours are joined
        last = found.last
        if tokens.low(last) in ("hours", "of"):
            return ()
        if value.startswith("T") and not tokens.lows[last - 1].endswith("s"):
            return (make(tokens, found.rule, last - 1, last, When(part=value), base="auto", unit="D"),)
        return ()
    if det == "e" or not value.startswith("T") or tokens.lows[found.last - 1].endswith("s"):
        return ()
    if det == "h":
        before = tokens.low(found.first - 1)
        if before not in _PART_BEFORE or tokens.low(found.last) == "of":
            return ()
        return (make(tokens, found.rule, found.first, found.last, When(part=value), base="auto", unit="D"),)
    return ()
