"""A folder of article collections and the days editors chose in; how many of those days are found, out.

    python benchmarks/highlights.py FOLDER [--cache FILE] [--fit] [--pad DAYS] [--gate] [--lower-floor]

FOLDER holds ``NAME.jsonl.gz`` (``{id, published, text}`` a line) and ``gold.json`` (name -> ISO days).
Each collection is asked for as many days as its key has, between the key's first and last day (widened
by ``--pad`` on both sides); the score is the F1 of exact days, averaged over the collections.
``held out`` fits the weights on the other collections; ``shipped`` uses those of the program.
``--fit`` prints weights fitted on all of them, for ``generator/highlights/score.py``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.articles.record import read_record  # noqa: E402
from generator.errors import Problem  # noqa: E402
from generator.highlights.evidence import FIGURES, Evidence, weigh_days  # noqa: E402
from generator.highlights.reading import ArticleReading, ordinal, read_days  # noqa: E402
from generator.highlights.score import ranked_days, score_days, standardise  # noqa: E402
from generator.highlights.settle import settle_years  # noqa: E402
from generator.highlights.subject import find_subject  # noqa: E402

FLOORS = Path(__file__).with_name("highlights-floors.json")
_RIDGE = 30.0  # how strongly weights are held near 0; the held-out score is flat from 10 to 80
_WEIGHT = 17.0  # every collection counts as this many chosen days, however many its key has
_STEPS = 25


@dataclass(frozen=True)
class Collection:
    """One collection: its articles as read, the key, and the evidence of every candidate day."""

    name: str
    readings: tuple[ArticleReading, ...]
    key: frozenset[int]
    evidence: Evidence
    first: int
    last: int

    def score(self, chosen: Sequence[int]) -> float:
        """F1 of the exact days."""
        hits = len(self.key & set(chosen))
        return 2 * hits / (len(self.key) + len(chosen)) if chosen else 0.0


def load(folder: Path, cache: Path | None, pad: int) -> list[Collection]:
    """The collections; the readings come from ``cache`` when it exists."""
    if cache and cache.exists():
        readings = pickle.loads(cache.read_bytes())
    else:
        readings = {path.name.split(".")[0]: _read(path) for path in sorted(folder.glob("*.jsonl.gz"))}
        if cache:
            cache.write_bytes(pickle.dumps(readings))
    keys = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return [_collection(name, readings[name], keys[name], pad) for name in sorted(keys)]


def _read(path: Path) -> tuple[ArticleReading, ...]:
    begun = time.perf_counter()
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = read_record(json.loads(line))
            if isinstance(article, Problem):
                continue
            try:
                found.append(read_days(article))
            except Exception as error:
                print(f"{article.id}: {type(error).__name__}: {error}", file=sys.stderr)
    sentences = sum(len(reading.lines) for reading in found)
    print(
        f"read {path.name}: {len(found)} articles, {sentences} sentences, "
        f"{time.perf_counter() - begun:.1f} s",
        file=sys.stderr,
    )
    return tuple(found)


def _collection(name: str, readings: Sequence[ArticleReading], days: Sequence[str], pad: int) -> Collection:
    key = frozenset(map(ordinal, days))
    first, last = min(key) - pad, max(key) + pad
    ordered = settle_years(sorted(readings, key=lambda one: (one.published, one.id)))
    evidence = weigh_days(ordered, find_subject(ordered), first, last)
    return Collection(name, tuple(ordered), key, evidence, first, last)


def most_mentioned(collection: Collection) -> list[int]:
    """The plain baseline: the days most articles name."""
    counts: Counter[int] = Counter()
    for reading in collection.readings:
        counts.update({day for line in reading.lines for day in line.days})
    return _top(counts, collection)


def most_articles(collection: Collection) -> list[int]:
    """The other plain baseline: the days most articles came out on."""
    return _top(Counter(reading.published for reading in collection.readings), collection)


def _top(counts: Counter[int], collection: Collection) -> list[int]:
    inside = {day: float(n) for day, n in counts.items() if collection.first <= day <= collection.last}
    return ranked_days(inside)[: len(collection.key)]


def fit(collections: Sequence[Collection]) -> list[float]:
    """Weights by logistic regression with a ridge (Newton's method): is this candidate a day of the key?"""
    size = len(FIGURES) + 1
    rows: list[tuple[list[float], float, float]] = []
    for collection in collections:
        found = sum(day in collection.key for day in collection.evidence.days)
        for day, figures in zip(
            collection.evidence.days, standardise(collection.evidence.figures), strict=True
        ):
            rows.append(([*figures, 1.0], float(day in collection.key), _WEIGHT / max(1, found)))
    weights = [0.0] * size
    for _ in range(_STEPS):
        gradient = [_RIDGE * value for value in weights[:-1]] + [0.0]
        bend = [[_RIDGE * (i == j) for j in range(size)] for i in range(size)]
        bend[-1][-1] = 1e-6
        for values, wanted, weight in rows:
            total = sum(a * b for a, b in zip(weights, values, strict=True))
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
            error, curve = weight * (chance - wanted), weight * chance * (1 - chance)
            for i, value in enumerate(values):
                gradient[i] += error * value
                row, scaled = bend[i], curve * value
                for j in range(i + 1):
                    row[j] += scaled * values[j]
        step = _solve(bend, gradient)
        weights = [value - change for value, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    return weights[:-1]


def _solve(lower: list[list[float]], right: list[float]) -> list[float]:
    """A symmetric system, given by its lower half, by elimination with pivots."""
    size = len(right)
    table = [[lower[max(i, j)][min(i, j)] for j in range(size)] + [right[i]] for i in range(size)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(table[k][i]))
        table[i], table[pivot] = table[pivot], table[i]
        for k in range(size):
            if k != i:
                factor = table[k][i] / table[i][i]
                table[k] = [a - factor * b for a, b in zip(table[k], table[i], strict=True)]
    return [table[i][size] / table[i][i] for i in range(size)]


def report(collections: Sequence[Collection]) -> Mapping[str, float]:
    """Print a line a collection and the averages; return the averages."""

    def ours(weights: Callable[[Collection], Sequence[float]]) -> Callable[[Collection], list[int]]:
        return lambda one: ranked_days(score_days(one.evidence, weights(one)))[: len(one.key)]

    systems: dict[str, Callable[[Collection], list[int]]] = {
        "most articles": most_articles,
        "most mentioned": most_mentioned,
        "held out": ours(lambda held: fit([other for other in collections if other is not held])),
        "shipped": ours(lambda _: ()),
    }
    print(f"{'collection':28}{'key':>5}{'reach':>7}" + "".join(f"{name:>16}" for name in systems))
    totals: Counter[str] = Counter()
    for one in collections:
        reach = len(one.key & set(one.evidence.days))
        scores = {name: one.score(choose(one)) for name, choose in systems.items()}
        totals.update(scores)
        print(
            f"{one.name:28}{len(one.key):5}{reach:7}" + "".join(f"{value:16.3f}" for value in scores.values())
        )
    averages = {name: totals[name] / len(collections) for name in systems}
    print(f"{'average':40}" + "".join(f"{value:16.3f}" for value in averages.values()))
    return averages


def main() -> int:
    """Read the arguments, print the scores; 1 when ``--gate`` finds one below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, help="keep the readings here between runs")
    parser.add_argument("--fit", action="store_true", help="print weights fitted on all collections")
    parser.add_argument("--pad", type=int, default=0, help="days by which the range is widened")
    parser.add_argument("--gate", action="store_true", help="fail below the floors")
    parser.add_argument("--lower-floor", action="store_true", help="write today's scores as the floors")
    options = parser.parse_args()
    collections = load(options.folder, options.cache, options.pad)
    if options.fit:
        for name, weight in zip(FIGURES, fit(collections), strict=True):
            print(f'    "{name}": {weight:.2f},')
        return 0
    averages = report(collections)
    if options.lower_floor:
        floors = {name: int(averages[name] * 100) / 100 for name in ("held out", "shipped")}
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    if options.gate:
        floors = json.loads(FLOORS.read_text(encoding="utf-8"))
        below = [name for name, floor in floors.items() if averages[name] < floor]
        print("below the floor: " + ", ".join(below) if below else "no score below its floor")
        return bool(below)
    return 0


if __name__ == "__main__":
    sys.exit(main())
