"""Fit whether a day named without its week lies ahead: dated news in, ``generator/dates/ahead_en.json`` out.

    python -m benchmarks.fit_ahead FOLDER --date DAY [--labels benchmarks/ahead-labels.txt] [--ask N]

FOLDER holds ``NAME.jsonl.gz`` (``{id, published, text}`` a line). Nobody need mark these texts: "tomorrow" and "last
week" say themselves on which side they lie, and "May 3" almost surely names the one nearest to the article's day. A
weekday says neither. Where the rules of ``tense`` and a first model agree on one, their answer is taught; where they
part, a person judged some, and the judgements (a hash of the words, ``f`` ahead or ``p`` behind) are the labels file.
Each collection is once held out. ``--ask`` prints so many weekdays nobody has judged, for whom would judge more.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.dates.ahead import WEIGHTS, signs
from generator.dates.find import find_readings
from generator.dates.reading import Reading
from generator.dates.tense import FUTURE, HERE, direction
from generator.fitted import Corpus, corpus_of, likelihood, write_fitted
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences

from .descent import descend

ROOT = Path(__file__).resolve().parent.parent
_ROUNDS, _RIDGE, _SEEN = 20, 2.0, 3
_NEAREST = 45  # days within which a month and day without a year are surely the nearest ones
_AGREED, _SAYS, _DATED, _JUDGED = 0.5, 0.5, 1.0, 6.0  # what an example of each kind weighs
_SURE = 0.6
_SMALLEST = 0.02
_COMMEMORATED = (9, 11)  # a day that is mostly spoken of as a name
_WORDED = ("deictic-day", "deictic-part")
_COUNTED = ("relative-unit", "relative-part", "duration-last")


@dataclass(frozen=True, slots=True)
class Example:
    """A time of a collection with its signs; ``ahead`` is ``None`` where the words do not tell."""

    collection: str
    name: str
    words: str
    signs: tuple[str, ...]
    rule: bool
    ahead: bool | None
    weight: float


def examples(path: Path) -> Iterator[Example]:
    """Every time of a collection that tells its side, and every bare weekday."""
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if not re.match(r"\d{4}-\d{2}-\d{2}", item["published"] or ""):
                continue
            day = datetime.date.fromisoformat(item["published"][:10])
            text = item["text"]
            for found in find_readings(text, split_sentences(text, split_blocks(text))):
                for reading in found.readings:
                    words = text[max(0, reading.start - 60) : reading.end + 40]
                    told = None if words in seen else _told(reading, day)
                    if told is None:
                        continue
                    seen.add(words)
                    kind, ahead, weight = told
                    span = (found.tokens, reading.first, reading.last)
                    way = direction(*span)
                    name = hashlib.sha256(words.encode()).hexdigest()[:12]
                    given = tuple(sorted(set(signs(*span, way, kind))))
                    yield Example(path.stem, name, words, given, way in (FUTURE, HERE), ahead, weight)


def _told(reading: Reading, day: datetime.date) -> tuple[str, bool | None, float] | None:
    """What sort of time it is, its side where the words tell it, and what that weighs."""
    when = reading.when
    if reading.base == "now" and reading.rule in _WORDED and reading.count in (1, -1):
        return "said", reading.count == 1, _SAYS
    if reading.base == "now" and reading.rule in _COUNTED and reading.count in (1, -1):
        return "said", reading.count == 1, _SAYS
    if reading.base == "now" and reading.rule == "offset" and reading.unit in ("W", "M", "D"):
        return ("said", False, _SAYS) if (reading.count or 0) < 0 else None
    if reading.base == "absolute" and when.weekday is not None:
        days = (when.weekday - day.weekday()) % 7
        return (f"wd{days}", None, 0.0) if days else None
    if reading.rule in ("month-day", "day-month") and when.month and reading.range_year is None:
        days = _nearest(day, when.month, when.day or 0)
        told = 0 < abs(days) <= _NEAREST and (when.month, when.day) != _COMMEMORATED
        return ("md", days > 0, _DATED) if told else None
    return None


def _nearest(day: datetime.date, month: int, number: int) -> int:
    """Days to the nearest such day; 0 where no year near has one."""
    found = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            found.append((datetime.date(year, month, number) - day).days)
        except ValueError:
            continue
    return min(found, key=abs, default=0)


def fit(rows: Sequence[tuple[tuple[str, ...], bool, float]]) -> dict[str, float]:
    """The weight of each sign; rare signs and small weights are left out."""
    count = Counter(sign for given, _, _ in rows for sign in given)
    held = [([sign for sign in given if count[sign] >= _SEEN], ahead, by) for given, ahead, by in rows]
    weights = descend(held, count, _RIDGE, _ROUNDS)
    return {sign: weight for sign, weight in weights.items() if abs(weight) >= _SMALLEST}


def taught(rows: Sequence[Example], labels: Mapping[str, bool]) -> dict[str, float]:
    """A model of what the words tell, then one of the weekdays too on which it agrees with the rules or a person judged."""
    sure = [(row.signs, row.ahead, row.weight) for row in rows if row.ahead is not None]
    first = fit(sure)
    for row in rows:
        if row.ahead is not None:
            continue
        if row.name in labels:
            sure.append((row.signs, labels[row.name], _JUDGED))
        elif (likelihood(first, row.signs) > 0.5) == row.rule:
            sure.append((row.signs, row.rule, _AGREED))
    return fit(sure)


@dataclass
class Count:
    """How many were right, by the rules and by the model."""

    all: int = 0
    rule: int = 0
    model: int = 0

    def add(self, row: Example, chance: float, ahead: bool) -> None:
        """One example more."""
        self.all += 1
        self.rule += row.rule == ahead
        self.model += (chance > 0.5) == ahead

    def __str__(self) -> str:
        share = max(1, self.all)
        return f"{self.all}: rules {self.rule / share:.3f}, model {self.model / share:.3f}"


def held_out(rows: Sequence[Example], labels: Mapping[str, bool]) -> dict[str, Count]:
    """What is right on collections that the model did not see."""
    counts: dict[str, Count] = defaultdict(Count)
    for collection in sorted({row.collection for row in rows}):
        made = taught([row for row in rows if row.collection != collection], labels)
        for row in rows:
            if row.collection != collection:
                continue
            chance = likelihood(made, row.signs)
            if row.ahead is not None:
                counts["dated" if row.weight == _DATED else "said"].add(row, chance, row.ahead)
            elif row.name in labels:
                counts["judged weekdays"].add(row, chance, labels[row.name])
                if not 1 - _SURE < chance < _SURE:
                    counts["judged weekdays, sure"].add(row, chance, labels[row.name])
            elif (chance > 0.5) != row.rule:
                counts["other weekdays, parted"].add(row, chance, chance > 0.5)
            else:
                counts["other weekdays, agreed"].add(row, chance, row.rule)
    return counts


def ask(rows: Sequence[Example], labels: Mapping[str, bool], number: int) -> None:
    """Print weekdays on which rules and model part, for a person to judge."""
    made = taught(rows, labels)
    open_rows = [row for row in rows if row.ahead is None and row.name not in labels]
    parted = [row for row in open_rows if (likelihood(made, row.signs) > 0.5) != row.rule]
    random.Random(1).shuffle(parted)
    for row in parted[:number]:
        print(row.name, row.words.replace("\n", " "))


def main() -> None:
    """Fit and write."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--date", default="", help="the day of the fit; without it nothing is written")
    ap.add_argument("--labels", type=Path, default=ROOT / "benchmarks" / "ahead-labels.txt")
    ap.add_argument("--ask", type=int, default=0)
    a = ap.parse_args()
    lines = a.labels.read_text(encoding="utf-8").split("\n") if a.labels.exists() else []
    labels = {name: side == "f" for name, side in (line.split() for line in lines if line)}
    paths = sorted(a.folder.glob("*.jsonl.gz"))
    rows = [row for path in paths for row in examples(path)]
    if a.ask:
        ask(rows, labels, a.ask)
        return
    counts = held_out(rows, labels)
    for name, count in sorted(counts.items()):
        print(f"{name:24} {count}")
    if not a.date:
        return
    made = taught(rows, labels)
    write_fitted(
        WEIGHTS,
        [*(corpus_of(path, f"news collection {at}") for at, path in enumerate(paths, 1)),
         Corpus("judged weekdays", hashlib.sha256(a.labels.read_bytes()).hexdigest())],
        a.date,
        "python -m benchmarks.fit_ahead",
        {"weights": [f"{sign} {weight:.3f}" for sign, weight in sorted(made.items())]},
        {name: str(count) for name, count in sorted(counts.items())},
    )  # fmt: skip


if __name__ == "__main__":
    main()
