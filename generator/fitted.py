"""A data file of fitted numbers in, the numbers and where they come from out.

Beside the numbers such a file says on which corpora they were fitted (name, and a hash of the file where there
is one), on what day, by which script of ``benchmarks/``, and what was measured held out. Its own hash covers all
of that: numbers that somebody changed by hand, or half of a merge conflict, are refused instead of used. So are
numbers that were fitted for other evidence than the program gathers now.

    {"corpora": [{"name": …, "sha256": …}], "date": "2026-11-29", "script": "python -m benchmarks.fit_…",
     "measured": {…}, "numbers": {…}, "sha256": …}
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeAlias

from .errors import ChronofactError, problem
from .model import Place

Json: TypeAlias = "str | float | bool | Sequence[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Corpus:
    """What numbers were fitted on; ``sha256`` is of the file, empty where there is no single one."""

    name: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Fitted numbers with where they come from."""

    path: Path
    corpora: tuple[Corpus, ...]
    date: str
    script: str
    measured: Mapping[str, Json]
    numbers: Mapping[str, Json]

    def number(self, name: str) -> float:
        """A single number."""
        value = self._get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._refuse(f"'{name}' is no number")
        return float(value)

    def row(self, name: str, fields: Sequence[str]) -> tuple[float, ...]:
        """One number for each of ``fields``, in their order; refused when the fields are not exactly these."""
        value = self._get(name)
        if not isinstance(value, Mapping) or set(value) != set(fields):
            self._refuse(f"'{name}' was fitted for other evidence than is gathered now")
        found = [value[field] for field in fields]
        if not all(isinstance(part, int | float) and not isinstance(part, bool) for part in found):
            self._refuse(f"'{name}' holds something that is no number")
        return tuple(float(part) for part in found if isinstance(part, int | float))

    def lines(self, name: str) -> tuple[str, ...]:
        """Lines of a table: what they mean is the business of who reads them."""
        value = self._get(name)
        if isinstance(value, str) or not isinstance(value, Sequence):
            self._refuse(f"'{name}' is no list of lines")
        return tuple(str(line) for line in value)

    def weights(self, name: str) -> dict[str, float]:
        """The weight of each sign, a line each: ``sign weight``."""
        pairs = (line.rsplit(" ", 1) for line in self.lines(name))
        return {sign: float(weight) for sign, weight in pairs}

    def _get(self, name: str) -> Json:
        if name not in self.numbers:
            self._refuse(f"'{name}' is missing")
        return self.numbers[name]

    def _refuse(self, why: str) -> NoReturn:
        refuse(self.path, why)


def likelihood(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """How likely a logistic regression over signs holds something (0-1); a sign counts once, an unknown one nothing."""
    total = sum([weights[sign] for sign in dict.fromkeys(signs) if sign in weights])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def load_fitted(path: Path) -> Fitted:
    """The numbers of ``path``. Raises ``ChronofactError`` when the file is not as the script wrote it."""
    try:
        item = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        refuse(path, "it cannot be read")
    if not isinstance(item, dict) or not item.keys() >= _PARTS:
        refuse(path, "parts of it are missing")
    if item["sha256"] != fingerprint(item):
        refuse(path, "its hash is not the hash of what stands in it")
    corpora = tuple(Corpus(part["name"], part.get("sha256", "")) for part in item["corpora"])
    return Fitted(path, corpora, item["date"], item["script"], item["measured"], item["numbers"])


def write_fitted(
    path: Path,
    corpora: Sequence[Corpus],
    date: str,
    script: str,
    numbers: Mapping[str, Json],
    measured: Mapping[str, Json],
) -> None:
    """What ``load_fitted`` reads; for the scripts that fit. ``date`` is the day of the fit."""
    item: dict[str, Json] = {
        "corpora": [
            {"name": corpus.name, "sha256": corpus.sha256} if corpus.sha256 else {"name": corpus.name}
            for corpus in corpora
        ],
        "date": date,
        "script": script,
        "measured": measured,
        "numbers": numbers,
    }
    item["sha256"] = fingerprint(item)
    path.write_text(json.dumps(item, ensure_ascii=False, indent=1) + "\n", "utf-8")


def corpus_of(path: Path, name: str) -> Corpus:
    """The corpus in ``path`` by the name people know it by."""
    return Corpus(name, hashlib.sha256(path.read_bytes()).hexdigest())


def fingerprint(item: Mapping[str, Json]) -> str:
    """The hash of all of a file's parts but the hash itself, however they are laid out."""
    parts = {key: value for key, value in item.items() if key != "sha256"}
    plain = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()


_PARTS = {"corpora", "date", "script", "measured", "numbers", "sha256"}


def refuse(path: Path, why: str) -> NoReturn:
    """Stop: numbers of ``path`` that are not as they were fitted must not decide anything."""
    raise ChronofactError(problem("numbers-broken", Place(str(path)), value=path.name, why=why))
