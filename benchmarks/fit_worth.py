"""A key of pages with every sentence judged in, the numbers of ``generator/entries/worth.json`` out.

    python -m benchmarks.fit_worth KEY.yaml [--beside KEY.yaml …] [--open ID,ID]
                                                              the figures: each page left out in turn; fitted on
                                                              the open pages and scored on the others
    python -m benchmarks.fit_worth KEY.yaml … --write         fits on all pages and writes the numbers

KEY lists ``articles`` (``file`` from the key's grandparent folder, ``published`` where the page does not tell,
``not_worth``, ``furniture`` and ``optional`` sentences by their beginnings), ``facts`` with a ``worth`` of 1 to 3,
what a right entry of them says (``date``, ``speaker``, ``kind``, ``needs``), and ``clusters`` of the same shape. A
statement is worth an entry when it carries a fact of worth 2 or 3; it is ready when all it says of that fact is right
as well, and one that is not counts half: an editor would rather see first what can stand as it is. A logistic
regression with a strong ridge: with a few hundred sentences of a dozen pages a weaker one, or trees, did worse on
pages left out. Every page counts with the square root of its sentences, so that a long one does not set the rule;
one of a further key (``--beside``: short news texts, judged by one reader) a third of that.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp, sqrt
from pathlib import Path
from statistics import median
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.same import without  # noqa: E402
from generator.articles.record import read_record  # noqa: E402
from generator.config import Settings  # noqa: E402
from generator.entries import supply, worth  # noqa: E402
from generator.entries.evidence import Evidence, evidence_of  # noqa: E402
from generator.errors import Problem  # noqa: E402
from generator.fitted import Json, corpus_of, write_fitted  # noqa: E402
from generator.model import Article, Fact  # noqa: E402
from generator.pipeline import date_articles, read_article  # noqa: E402

RIDGE, STEPS = 60.0, 12
UNREADY = 0.5  # how much a worthy statement counts that something is wrong with
WEIGHTIEST = 1.5  # how much a fact of worth 3 counts beside the others
BESIDE = 0.3  # how much a page of a further key counts: short ones, judged by one reader
MARKS = [mark / 100 for mark in range(34, 60, 2)]
_FOLD = str.maketrans(
    {"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\xa0": " ", "\n": " ", "\t": " "}
)
_REACH = 8  # characters after its beginning in which a sentence surely still runs


@dataclass(frozen=True)
class Row:
    """One statement of a page: its evidence, the worth the key gives it, the facts of the key it carries."""

    page: str
    group: str  # a cluster's pages are left out together
    evidence: Evidence
    worth: int
    keys: frozenset[str]
    ready: bool
    news: bool  # its article's own: an entry whatever its worth
    share: float = 1.0  # how much it counts in the fit

    @property
    def wanted(self) -> float:
        """The chance that an editor wants to see it."""
        return 0.0 if self.worth < 2 else 1.0 if self.ready else UNREADY


@dataclass(frozen=True)
class Judged:
    """One sentence of the key: how it begins, its worth, the fact, whether it must lead the statement."""

    starts: dict[str, Any]
    worth: int
    fact: dict[str, Any]
    leads: bool


@dataclass(frozen=True)
class Fit:
    """What is fitted."""

    centre: list[float]
    scale: list[float]
    weight: list[float]
    bias: float

    def chance(self, row: Row) -> float:
        """The worth of a statement."""
        parts = zip(row.evidence, self.centre, self.scale, self.weight, strict=True)
        return _chance(self.bias + sum(w * (value - c) / s for value, c, s, w in parts))


def read_rows(path: Path) -> list[Row]:
    """Every statement the key judges."""
    key = yaml.safe_load(path.read_text(encoding="utf-8"))
    folder = path.resolve().parent.parent
    rows: list[Row] = []
    for group in (key, *key.get("clusters", [])):
        read: list[Article] = []
        for id, article in group["articles"].items():
            found = _received(id, folder / article["file"], str(article.get("published", "")))
            read += [] if isinstance(found, Problem) else [found]
        for article in date_articles(read):
            rows += _judged(article, group)
    return rows


def _received(id: str, path: Path, published: str) -> Article | Problem:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    page = ".htm" in path.name and ".txt" not in path.name
    day = {"published": published} if published else {}
    return read_record({"id": id, "html" if page else "text": raw.decode("utf-8", "replace"), **day})


def _judged(article: Article, group: dict[str, Any]) -> Iterator[Row]:
    read: list[Fact] = []

    def unweighed(_: Article, facts: Sequence[Fact]) -> list[float]:  # the numbers are only being made
        read.extend(facts)
        return [1.0] * len(facts)

    with without(supply, "worth_of", unweighed):
        facts = read_article(article, Settings()).facts
    text = article.text.translate(_FOLD)
    places = [(_place(text, one.starts), one) for one in _judgements(article.id, group)]
    found = evidence_of(article, read)  # as it was read, before anything was supplied
    news = worth.find_news(found)
    for number, (fact, evidence) in enumerate(zip(facts, found, strict=True)):
        mine = [one for place, one in places if place >= 0 and _carries(fact, place, one.leads)]
        if mine:
            keys = frozenset(str(one.fact["key"]) for one in mine if one.fact)
            page = str(group.get("id", article.id))
            ready = any(one.worth > 1 and one.fact and is_right(fact, one.fact) for one in mine)
            yield Row(article.id, page, evidence, max(one.worth for one in mine), keys, ready, number == news)


def is_right(made: Fact, wanted: dict[str, Any]) -> bool:
    """Whether day, speaker and kind of a statement are among what the key allows, and all it leans on is supplied."""
    days = {*_all(wanted, "date", "date_also"), *(str(part["date"]) for part in wanted.get("parts", []))}
    speakers = _all(wanted, "speaker", "speaker_also") if wanted.get("speaker") else []
    kinds = {str(wanted.get("kind", "event")), *_all(wanted, "kind_also")}
    if kinds & {"event", "statement"}:
        kinds |= {"event", "statement"}
    named = any(_last(one) & _names(made.speaker) if one != "None" else not made.speaker for one in speakers)
    return (
        (made.date or "None") in days
        and (named or not speakers)
        and made.kind in kinds
        and _follows(made, wanted)
    )


def _all(item: dict[str, Any], *names: str) -> list[str]:
    """Every value under some names, one or a list of them."""
    values = (item[name] for name in names if name in item)
    return [str(one) for value in values for one in (value if isinstance(value, list) else [value])]


def _names(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"\w+", text.lower())}


def _last(name: str) -> set[str]:
    """What must be in a name for it to be the same: the last word, or that nobody is named."""
    words = re.findall(r"\w+", name.lower())
    unnamed = {"source", "sources", "official", "officials"} & set(words)
    return {word.removesuffix("s") for word in unnamed or words[-1:]}


def _follows(made: Fact, wanted: dict[str, Any]) -> bool:
    """Half of the telling words of each thing that the statement leans on stand in it, its speaker or its context."""
    if wanted.get("stands_alone", True):
        return True
    shown = {
        word[:5]
        for word in re.findall(r"\w+", f"{made.text} {made.speaker} {made.context} {made.date}".lower())
    }
    needs = wanted.get("needs") or {}
    each = list(needs.values()) if isinstance(needs, dict) else [needs]
    for phrases in each:
        for phrase in [phrases] if isinstance(phrases, str) else phrases:
            words = re.findall(r"\w+", str(phrase).lower())
            words = [word for word in words if len(word) > 3 or word.isdigit()] or words
            if 2 * sum(word[:5] in shown for word in words) >= len(words):
                break
        else:
            return False
    return True


def _judgements(id: str, group: dict[str, Any]) -> Iterator[Judged]:
    for fact in group["facts"]:
        for source in fact["sources"]:
            if source["article"] == id:
                yield Judged(source, fact.get("worth", 2), fact, False)
    article = group["articles"][id]
    for kind in ("optional", "not_worth", "furniture"):
        for one in article.get(kind) or []:
            one = one if isinstance(one, dict) else {"starts": one}
            if not one.get("soft") and (kind != "optional" or one.get("worth")):
                yield Judged(one, one.get("worth", 0), {}, True)


def _place(text: str, source: dict[str, Any]) -> int:
    at, found = 0, -1
    if source.get("line"):
        at = sum(len(line) + 1 for line in text.split("\n")[: int(str(source["line"])) - 1])
    for _ in range(int(str(source.get("nth", 1)))):
        found = text.find(str(source["starts"]).translate(_FOLD), at)
        at = found + 1
    return found


def _carries(fact: Fact, place: int, leads: bool) -> bool:
    near = any(source.start <= place + _REACH <= source.end for source in fact.sources)
    return near and (not leads or any(place - 2 <= s.start <= place + _REACH for s in fact.sources))


def fit(rows: Sequence[Row]) -> Fit:
    """Newton's method on standardised evidence."""
    columns = list(zip(*(row.evidence for row in rows), strict=True))
    centre = [sum(column) / len(column) for column in columns]
    scale = [
        sqrt(sum((v - c) ** 2 for v in column) / len(column)) or 1.0
        for column, c in zip(columns, centre, strict=True)
    ]
    cases = [
        [1.0, *((v - c) / s for v, c, s in zip(row.evidence, centre, scale, strict=True))] for row in rows
    ]
    size = Counter(row.page for row in rows)
    counts = [row.share * (WEIGHTIEST if row.worth > 2 else 1.0) / sqrt(size[row.page]) for row in rows]
    mean = sum(counts) / len(counts)
    counts = [count / mean for count in counts]
    beta = [0.0] * len(cases[0])
    for _ in range(STEPS):
        beta = _step(beta, cases, [row.wanted for row in rows], counts)
    return Fit(centre, scale, beta[1:], beta[0])


def _step(
    beta: list[float], cases: list[list[float]], right: list[float], counts: list[float]
) -> list[float]:
    n = len(beta)
    slope = [0.0] + [-RIDGE * value for value in beta[1:]]
    bend = [[RIDGE if i == j and i else 0.0 for j in range(n)] for i in range(n)]
    for case, wanted, count in zip(cases, right, counts, strict=True):
        chance = _chance(sum(b * v for b, v in zip(beta, case, strict=True)))
        for i, value in enumerate(case):
            slope[i] += count * (wanted - chance) * value
            pull = count * chance * (1 - chance) * value
            line = bend[i]
            for j, other in enumerate(case):
                line[j] += pull * other
    return [b + move for b, move in zip(beta, _solve(bend, slope), strict=True)]


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss with pivots."""
    n = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(n):
            if k != i and rows[k][i]:
                share = rows[k][i] / rows[i][i]
                rows[k] = [a - share * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def left_out(rows: Sequence[Row]) -> list[float]:
    """The worth of each statement by numbers fitted on the other pages."""
    found = [0.0] * len(rows)
    for group in {row.group for row in rows}:
        fitted = fit([row for row in rows if row.group != group])
        for at, row in enumerate(rows):
            if row.group == group:
                found[at] = fitted.chance(row)
    return found


def figures(rows: Sequence[Row], chances: Sequence[float], mark: float) -> dict[str, float]:
    """How good the entries are from ``mark`` on."""
    chosen = [row for row, chance in zip(rows, chances, strict=True) if row.news or chance >= mark]
    top: dict[int, float] = {}
    for least in (2, 3):
        wanted = {key for row in rows if row.worth >= least for key in row.keys}
        top[least] = len(wanted & {key for row in chosen for key in row.keys}) / max(1, len(wanted))
    many: dict[str, int] = defaultdict(int, {row.page: 0 for row in rows})
    for row in chosen:
        many[row.page] += 1
    return {
        "ready": round(sum(row.ready for row in chosen) / max(1, len(chosen)), 3),
        "worthy": round(sum(row.worth >= 2 for row in chosen) / max(1, len(chosen)), 3),
        "top2": round(top[2], 3),
        "top3": round(top[3], 3),
        "median": median(many.values()),
    }


def rank(rows: Sequence[Row], chances: Sequence[float]) -> float:
    """How often a worthy statement stands before one that is not: the area under the curve."""
    yes = [chance for row, chance in zip(rows, chances, strict=True) if row.worth >= 2]
    no = [chance for row, chance in zip(rows, chances, strict=True) if row.worth < 2]
    won = sum((a > b) + (a == b) / 2 for a in yes for b in no)
    return round(won / max(1, len(yes) * len(no)), 3)


def _show(name: str, rows: Sequence[Row], chances: Sequence[float], marks: Iterable[float]) -> None:
    print(f"{name}: {len(rows)} statements, in order {rank(rows, chances)}")
    for mark in marks:
        print(
            f"   from {mark:.2f}", *(f"{key} {value}" for key, value in figures(rows, chances, mark).items())
        )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("key", type=Path)
    parser.add_argument(
        "--beside", type=Path, nargs="*", default=[], help="further keys; each page counts a third"
    )
    parser.add_argument("--open", default="", help="pages that were read; the others are scored by them")
    parser.add_argument("--mark", type=float, default=0.47, help="from this worth on a statement is an entry")
    parser.add_argument("--write", action="store_true", help="write the numbers into the program")
    options = parser.parse_args()
    rows = read_rows(options.key)
    rows += [replace(row, share=BESIDE) for key in options.beside for row in read_rows(key)]
    alone = left_out(rows)
    _show("each page left out", rows, alone, MARKS)
    measured: dict[str, Json] = {
        "each page left out": {**figures(rows, alone, options.mark), "in order": rank(rows, alone)}
    }
    if opened := set(options.open.split(",")) - {""}:
        those = [row for row in rows if row.group in opened]
        _show("each open page left out of the open ones", those, left_out(those), MARKS)
        half = fit([row for row in rows if row.group in opened])
        others = [row for row in rows if row.group not in opened]
        chances = [half.chance(row) for row in others]
        _show("fitted on the open pages, scored on the others", others, chances, MARKS)
        measured["fitted on half of the pages"] = {
            **figures(others, chances, options.mark),
            "in order": rank(others, chances),
        }
    if options.write:
        _write((options.key, *options.beside), fit(rows), options.mark, measured)


def _write(keys: Sequence[Path], fitted: Fit, mark: float, measured: dict[str, Json]) -> None:
    names = Evidence._fields

    def row(values: Sequence[float]) -> dict[str, float]:
        return {name: round(value, 4) for name, value in zip(names, values, strict=True)}

    numbers = {
        "centre": row(fitted.centre),
        "scale": row(fitted.scale),
        "weight": row(fitted.weight),
        "bias": round(fitted.bias, 4),
        "entry": mark,
    }
    write_fitted(
        Path(worth.__file__).with_name("worth.json"),
        [corpus_of(key, key.name) for key in keys],
        date.today().isoformat(),
        "python -m benchmarks.fit_worth KEY.yaml --beside KEY.yaml --write",
        numbers,
        measured,
    )


if __name__ == "__main__":
    main()
