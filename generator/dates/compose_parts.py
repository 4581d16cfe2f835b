"""A date and the words around it in one sentence in; the date with the part of its day taken in, out.

``the night of 13 February``, ``в ночь на 12 марта``, ``am Morgen des 5. Dezember``.
"""

from dataclasses import replace

from .lexicon import beside_in
from .reading import Reading
from .tokens import Tokens


def spanning(kept: Reading, left: Reading, right: Reading) -> Reading:
    """``kept`` over the words of both."""
    return replace(kept, start=left.start, end=right.end, first=left.first, last=right.last)


def from_token(tokens: Tokens, reading: Reading, first: int, mod: str) -> Reading:
    return replace(reading, first=first, start=tokens.starts[first], mod=mod or reading.mod)


def adverb_and_day(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """``вночі 12 березня``, ``5 мая утром``, ``am Morgen des 5. Dezember``."""
    links = tokens.lows[left.last : right.first]
    if tokens.lang == "en" or len(links) > 2 or not beside_in(tokens.lang, "part-link").issuperset(links):
        return None
    for part, day in ((left, right),) if links else ((left, right), (right, left)):
        adverb = part.rule == "part" and part.unit == "D" and not part.when.clock
        if adverb and is_day(day) and day.rule != "part":
            when = replace(day.when, part=part.when.part)
            return replace(spanning(day, left, right), type="TIME", when=when, rule="part-of")
    return None


def take_part_of(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """``the night of 13 February``, ``the early morning hours of November 1``."""
    first = reading.first
    if not has_day(reading) or reading.when.part or reading.when.clock:
        return reading
    at = _part_at(tokens, first)
    if at < floor:
        return reading
    if tokens.lows[at] == "hours" and at - 1 >= floor:
        at -= 1
    value = str(tokens.values[at])
    if tokens.tags[at] != "P" or not value.startswith("T"):
        return reading
    mod = ""
    if at - 1 >= floor and tokens.tags[at - 1] == "E":
        at -= 1
        mod = str(tokens.values[at])
    if at - 1 >= floor and tokens.tags[at - 1] == "h":
        at -= 1
        if at - 2 >= floor and tokens.tags[at - 1] == "i" and tokens.tags[at - 2] == "E":
            at -= 2
            mod = str(tokens.values[at])
    changed = replace(reading, when=replace(reading.when, part=value), type="TIME", rule="part-of")
    return from_token(tokens, changed, at, mod)


def _part_at(tokens: Tokens, first: int) -> int:
    """The token before a date that may be a part of its day."""
    if tokens.lang == "en":
        return first - 2 if tokens.tags[first - 1] == "f" else -1
    if tokens.tag(first - 1) == "P":
        return first - 1
    links = beside_in(tokens.lang, "part-link")
    at = first - 2 if tokens.low(first - 1) in links else -1
    return first - 3 if at >= 0 and tokens.low(at) in links else at


def has_day(reading: Reading) -> bool:
    return reading.when.day is not None or reading.when.weekday is not None or reading.unit == "D"


def is_day(reading: Reading) -> bool:
    return has_day(reading) and not (reading.when.clock or reading.when.part)
