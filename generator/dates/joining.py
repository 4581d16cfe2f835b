"""The tokens of a sentence as columns in; the same with phrases and compound numbers made one token each, out.

Every pass marks what it drops and rebuilds the columns once, so that a long line costs what its length asks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .lexicon import beside, english

_MILLIONS = {"million": 10**6, "billion": 10**9}
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str, object]]]
_NINETEEN = 19  # counts nothing before a number: "nineteen ninety-six was a dry year"


@dataclass(slots=True)
class Columns:
    """Tokens while they are made: lower-case words, offsets, classes and values."""

    lows: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    values: list[object]
    dropped: set[int] = field(default_factory=set)  # that others reach over

    def become(self, index: int, last: int, low: str, tag: str, value: object) -> None:
        """Let the token at ``index`` reach to the end of the one at ``last``; ``drop`` takes out those between."""
        self.dropped.update(range(index + 1, last + 1))
        self.lows[index], self.ends[index] = low, self.ends[last]
        self.tags[index], self.values[index] = tag, value

    def drop(self) -> None:
        """Take out the tokens that others reach over."""
        if self.dropped:
            kept = [index for index in range(len(self.lows)) if index not in self.dropped]
            self.lows = [self.lows[index] for index in kept]
            self.starts = [self.starts[index] for index in kept]
            self.ends = [self.ends[index] for index in kept]
            self.tags = [self.tags[index] for index in kept]
            self.values = [self.values[index] for index in kept]
            self.dropped = set()


def join_phrases(columns: Columns, phrases: Phrases, text: str, lang: str) -> None:
    """Make one token of each word sequence the table knows."""
    lows = columns.lows
    for index in [at for at, low in enumerate(lows) if low in phrases]:
        if index in columns.dropped:
            continue
        follows = lows[index + 1] if index + 1 < len(lows) else ""
        for parts, tag, value in phrases[lows[index]]:
            last = index + len(parts) - 1
            if parts[1] != follows or lows[index : last + 1] != list(parts):
                continue
            feast = text[columns.starts[index] : columns.ends[last]]
            if tag == "V" and not feast[0].isupper() and (lang == "en" or feast.islower()):
                continue  # in English the first word has its capital, elsewhere any
            columns.become(index, last, " ".join(parts), tag, value)
            break
    columns.drop()


def join_millions(columns: Columns) -> None:
    """Make one number of ``66 million`` where it counts years."""
    lows = columns.lows
    for index in range(len(lows) - 2):
        size, value = _MILLIONS.get(lows[index + 1]), columns.values[index]
        if size is None or columns.tags[index] not in "DNn" or not lows[index + 2].startswith("year"):
            continue
        if isinstance(value, int | float):
            columns.become(index, index + 1, f"{lows[index]} {lows[index + 1]}", "N", round(value * size))
    columns.drop()


def join_numbers(columns: Columns) -> None:
    """Make one number of ``twenty-five`` and ``two hundred`` and one ordinal of ``twenty-first``."""
    lows, tags, values = columns.lows, columns.tags, columns.values
    index = 0
    while index + 1 < len(tags):
        if tags[index] == "n":
            hyphen = tags[index + 1] == "-" and columns.ends[index] == columns.starts[index + 1]
            after = index + 2 if hyphen else index + 1
            joined = _joined(values[index], values[after], tags[after]) if after < len(tags) else None
            if joined is not None:
                columns.become(index, after, f"{lows[index]} {lows[after]}", tags[after], joined)
                index = after
        index += 1
    columns.drop()


def join_years(columns: Columns) -> None:
    """Make one year of ``nineteen ninety-six``, and of ``two thousand thirty`` behind a word that asks for one."""
    lows, tags, values = columns.lows, columns.tags, columns.values
    for index in range(len(tags) - 1):
        asked = values[index] == _NINETEEN or (lows[index - 1] if index else "") in beside.asks_year
        if tags[index] != "n" or not asked:
            continue
        last = index + 1
        if lows[last] == "thousand" and last + 1 < len(tags):
            last += 2 if lows[last + 1] in english.linking and last + 2 < len(tags) else 1
            century = 20 if values[index] == 2 else 0
        else:
            century = next((number for number in range(15, 21) if values[index] == number), 0)
        rest = values[last]
        least = 1 if lows[index + 1] == "thousand" else 10
        if not century or tags[last] != "n" or not isinstance(rest, int) or not least <= rest < 100:
            continue
        columns.become(index, last, " ".join(lows[index : last + 1]), "Y", 100 * century + rest)
    columns.drop()


def _joined(left: object, right: object, tag: str) -> int | None:
    if tag not in "no" or not isinstance(left, int) or not isinstance(right, int):
        return None
    if left in range(20, 100, 10) and 1 <= right <= 9:
        return left + right
    return left * 100 if tag == "n" and right == 100 and 1 <= left <= 20 else None
