"""The tokens of a sentence that names centuries in; the same with Roman numerals as ordinals, out.

``XIX век``, ``XVIIIe siècle``, ``siglo XIX``, ``the XIX century``: a numeral counts only beside the word for century.
"""

import re

_NUMERAL = re.compile(r"[ivx]{1,6}")
_SUFFIX = re.compile(r"(?:e|è|ᵉ|er|ème|ième|th|st|nd|rd)$")
_DIGITS = {"i": 1, "v": 5, "x": 10}
_LOOKALIKES = str.maketrans("іхѵ", "ixv")  # Cyrillic letters that are typed for Roman ones
_REACH = 4  # tokens from a numeral to the word for century: "XVIII and XIX centuries"


def roman(low: str) -> int | None:
    """The number a Roman numeral of a century writes, or ``None``."""
    low = low.translate(_LOOKALIKES)
    if not _NUMERAL.fullmatch(low):
        return None
    total, above = 0, 0
    for letter in reversed(low):
        digit = _DIGITS[letter]
        total, above = (total - digit, above) if digit < above else (total + digit, digit)
    return total if 1 <= total <= 30 else None


def mark_romans(lows: list[str], starts: list[int], tags: list[str], values: list[object], text: str) -> None:
    """Give the class of an ordinal to every Roman numeral that counts a century."""
    for unit in range(len(tags)):
        if tags[unit] != "U" or values[unit] != "CE":
            continue
        for step, reach in ((-1, _REACH), (1, _REACH)):
            for index in range(unit + step, unit + step * (reach + 1), step):
                if not 0 <= index < len(tags) or tags[index] not in "xco-vhE":
                    break
                number = roman(_SUFFIX.sub("", lows[index])) if text[starts[index]].isupper() else None
                if number is not None and tags[index] == "x":
                    tags[index], values[index] = "o", number
                elif step > 0 and tags[index] != "h":
                    break  # behind the word only the next numeral counts: "siglo XIX"
