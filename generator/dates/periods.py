"""The counted part of a match in; how many units it names, and the TIMEX3 period, out."""

import re

from .grammar import Candidate
from .tokens import Tokens

Count = int | float | str


def count_of(tokens: Tokens, found: Candidate) -> tuple[Count | None, str]:
    """How many units the counted part names (``X`` when vague) and the TIMEX3 mod of its approximation."""
    begin, end = found.match.span("count")
    mod = ""
    count: Count | None = None
    for index in range(begin, end):
        tag, value = tokens.tags[index], tokens.values[index]
        if tag == "k":
            mod = mod or str(value)
        elif tag == "q":
            count = 2 if tokens.lows[index] == "couple" and found.rule.startswith("duration") else "X"
        elif tag == "a":
            count = count if count == "half" else 1 if count is None else count
        elif tag == "H":
            count = _and_a_half(tokens, begin, index, count)
        elif tag in "nDNY" and isinstance(value, int | float):
            mod = "APPROX" if count == "X" else mod  # "hace unos 20 años"
            count = value
    if begin > 0 and tokens.tags[begin - 1] == "k":
        return None, ""
    if found.rule in ("offset-half", "duration-half") and isinstance(count, int | float):
        count += 0.5
    return count, mod


def _and_a_half(tokens: Tokens, begin: int, index: int, count: Count | None) -> Count:
    """``two and a half``; alone, as in "halbes Jahr" and "a half hour", a half."""
    bare = tokens.tags[index - 1] == "a" and (tokens.lang != "en" or index - 1 == begin)
    if bare or count is None:
        return "half"
    return count if isinstance(count, str) else count + 0.5


def duration_value(count: Count, unit: str) -> str:
    """The TIMEX3 period, as ``P2M`` or ``PT30M``."""
    if unit == "2W" and not isinstance(count, str):
        count *= 2
    text = count if isinstance(count, str) else f"{count:.12g}"  # "P10000000Y", not "P1e+07Y"
    if unit.startswith("T"):
        return f"PT{text}{unit[1]}"
    return f"P{text}W" if unit == "2W" else f"P{text}{unit}"


_PERIOD = re.compile(r"P(\d{1,4})([DWMY])")


def read_period(value: str) -> tuple[int | None, str]:
    """The whole number and unit of a TIMEX3 period of days or longer; ``None`` for any other."""
    match = _PERIOD.fullmatch(value)
    return (int(match[1]), match[2]) if match else (None, "")
