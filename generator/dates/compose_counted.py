"""The readings of one sentence in; lengths of time that are counted from a date named beside them joined to it, out.

``Three days after Sept. 11``, ``the day before Thanksgiving``, ``two weeks before the June 8 election``
and ``25 years ago today`` each name one date, not the one they count from.
"""

from dataclasses import replace

from .lexicon import beside, english
from .periods import read_period
from .reading import Reading
from .tokens import Tokens
from .when import When

_TOWARDS = {"after": 1, "before": -1, "from": 1}
_UNITS = frozenset(["D", "W", "M", "Y"])
_EVENT_WORDS = 6


def join_counted(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """The same readings with each such pair made one."""
    result: list[Reading] = []
    for reading in readings:
        left = result[-1] if result else None
        both = left and (_today_years_ago(tokens, left, reading) or _counted_from(tokens, left, reading))
        inside = _day_of(tokens, reading, left)
        if inside is not None:
            result[len(result) - (left is not None and left.last > inside.first) :] = [inside]
            continue
        result[-1:] = [both] if both else [*result[-1:], _beside(tokens, reading, left.last if left else 0)]
    return result


def _today_years_ago(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """``25 years ago today``, ``two weeks ago on Monday``, ``two weeks ago tonight``, ``a year ago Sunday``, ``two years ago this month``."""
    if left.rule != "offset" or left.base != "now" or not _of_now(left, right):
        return None
    whole = isinstance(left.count, int | float) and left.count == int(left.count)
    on_a_weekday = right.rule == "weekday" and tokens.lows[left.last : right.first] == ["on"]
    if not whole or left.mod or not (on_a_weekday or left.last == right.first) or left.unit not in _UNITS:
        return None
    moved = (int(left.count or 0), left.unit)
    return replace(right, start=left.start, first=left.first, moved=moved, exactly=True)


def _of_now(left: Reading, right: Reading) -> bool:
    """Whether the right one names a day, or the month, of the time of speaking."""
    if right.rule == "weekday":
        return left.unit in ("Y", "W")
    if right.rule == "relative-unit":
        return right.base == "now" and right.count == 0 and right.unit == "M" and left.unit == "Y"
    return right.rule == "deictic-day" and right.count == 0


def _counted_from(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """``three days after Sept. 11``, ``two weeks before the June 8 election``."""
    between = tokens.lows[left.last : right.first]
    if left.rule == "duration" and right.rule == "weekday" and _to_a_weekday(tokens, left, between):
        count, unit = read_period(left.literal)
        return replace(right, start=left.start, first=left.first, moved=(count or 0, unit), exactly=True)
    if not _names_a_day(right) or not between or between[0] not in _TOWARDS:
        return None
    if between[0] in english.from_ and tokens.tag(right.last) == "v":
        return None  # "64 days from November 21 to January 31" is a length and a range
    if between[1:] not in ([], ["the"]) and not _of_an_event(tokens, left.last, right.first):
        return None
    named = left.rule == "weekday" and tokens.low(left.first - 1) in english.the
    if named and between[0] not in english.from_:  # "the Saturday before Christmas"
        first = left.first - 1
        unit = f"WD{left.when.weekday}"
        return replace(right, start=tokens.starts[first], first=first, moved=(_TOWARDS[between[0]], unit))
    count, unit = read_period(left.literal) if left.rule == "duration" else (None, "")
    if count is None or unit not in _UNITS:
        return None
    moved = (count * _TOWARDS[between[0]], unit)
    return replace(right, start=left.start, first=left.first, mod=left.mod, moved=moved)


def _of_an_event(tokens: Tokens, first: int, last: int) -> bool:
    """``two days after the flood of 8 March``, ``a week before the vote on May 3``: the event's day."""
    between, words = tokens.lows[first:last], set(tokens.tags[first + 2 : last - 1])
    if not 2 < len(between) <= _EVENT_WORDS or words != {"x"} or tokens.lang != "en":
        return False
    edges = between[0] in english.before_after and between[-1] in beside.day_behind
    return edges and between[1] in english.article


def _to_a_weekday(tokens: Tokens, left: Reading, between: list[str]) -> bool:
    """``two weeks from Tuesday``, ``a week on Friday``."""
    count, unit = read_period(left.literal)
    if not count or unit not in ("D", "W"):
        return False
    return between == ["from"] or (between == ["on"] and unit == "W" and tokens.tags[left.first] == "a")


def _day_of(tokens: Tokens, reading: Reading, left: Reading | None) -> Reading | None:
    """``the last day of May``, ``the second Friday of the year``, ``the 15th of the month``: a day of what is named behind."""
    at = reading.first - 1 - (tokens.low(reading.first - 1) in english.the)
    if tokens.lang != "en" or tokens.low(at) not in english.of or at < 2 or not _holds_days(reading):
        return None
    unit = tokens.values[at - 1] if tokens.tags[at - 1] == "U" else ""
    named = unit == "D" and not tokens.lows[at - 1].endswith("s")
    weekday = tokens.tags[at - 1] in "Ww"
    rank = at - 1 - (named or weekday)
    count = -1 if tokens.low(rank) in beside.final else 0
    count = count or (tokens.number(rank) if tokens.tags[rank] in "os" else 0)
    ranked = named or weekday or tokens.lows[rank][:1].isdigit()
    floor = left.last if left is not None and left.last < at else 0
    first = rank - (tokens.low(rank - 1) in english.the)
    if not count or not ranked or first < floor:
        return None
    unit = f"OD{tokens.number(at - 1)}" if weekday else "OD"
    return replace(reading, start=tokens.starts[first], first=first, moved=(count, unit))


def _holds_days(reading: Reading) -> bool:
    """A month, week or year, named or counted."""
    if reading.type != "DATE" or reading.moved[1] or reading.mod or reading.when.day or reading.literal:
        return False
    if reading.base == "absolute":
        return reading.when in (When(reading.when.year, reading.when.month), When(reading.when.year))
    return reading.count is not None and reading.unit in ("M", "Y", "W") and reading.when == When()


def _beside(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """``the day before Thanksgiving``, ``a day after the May 2 vote``: the unit stands alone before."""
    if not _names_a_day(reading):
        return reading
    at = reading.first - 1
    if tokens.low(at) in english.the:
        at -= 1
    if tokens.low(at) not in english.before_after or at - 2 < floor or tokens.tags[at - 1] != "U":
        return reading
    unit = str(tokens.values[at - 1])
    if tokens.tags[at - 2] not in "ha" or unit not in _UNITS or tokens.lows[at - 1].endswith("s"):
        return reading
    first = at - 2
    return replace(reading, start=tokens.starts[first], first=first, moved=(_TOWARDS[tokens.low(at)], unit))


def _names_a_day(reading: Reading) -> bool:
    plain = reading.base == "absolute" and reading.type == "DATE" and not reading.moved[1]
    return plain and (bool(reading.named) or reading.when.day is not None)
