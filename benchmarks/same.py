"""Same-fact figures: sentences with known events in, precision, recall and seconds out.

    python benchmarks/same.py PATH [--one-run] [--through-extract] [--brief] [--scale 20000 100000]

PATH is JSON Lines, ``{doc, topic, sub, sent, text, chains}``: each doc an article, two sentences of
different docs of one topic report the same event when they share a chain; ``sub`` tells two look-alike
events of a topic apart. By default each topic is merged by itself; ``--one-run`` puts all in one project.
``fit_same.py`` fits the weights in ``generator/same/scorecard.json`` on such sentences and
measures them on topics they never saw; ``docs/decisions/0006-same-facts-by-scorecard.md`` has the figures.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, utils

from generator.articles.record import read_record
from generator.config import Settings
from generator.model import Article, DateReason, Fact, Source
from generator.pipeline import date_articles, read_article
from generator.same import evidence, merge, merge_facts, score, scorecard, veto


@dataclass(frozen=True)
class Row:
    """One sentence and the events it reports."""

    doc: str
    topic: str
    sub: str
    text: str
    chains: frozenset[str]


Pair = tuple[int, int]
Answer = tuple[set[Pair], set[Pair]]  # merged, suggested


def read_rows(path: Path) -> list[Row]:
    """All sentences of the file."""
    with path.open(encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines if line.strip()]
    return [
        Row(item["doc"], str(item["topic"]), item["sub"], item["text"], frozenset(item["chains"]))
        for item in items
    ]


def facts_of(rows: Sequence[Row]) -> tuple[list[Fact], dict[str, Article]]:
    """Each row as an undated fact of its article; a source's place is the row's number."""
    texts: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        texts[row.doc].append(row.text)
    articles = {doc: Article(doc, "\n".join(lines)) for doc, lines in texts.items()}
    facts = [Fact(f"f{at}", "", row.text, (Source(row.doc, row.text, at),)) for at, row in enumerate(rows)]
    return facts, articles


def run_merge(rows: Sequence[Row]) -> Answer:
    """The pairs of rows that ``merge_facts`` merges, and those it suggests, each row a fact."""
    facts, articles = facts_of(rows)
    done = merge_facts(facts, articles, Settings())
    return _pairs(done.facts, {fact.id: [source.start for source in fact.sources] for fact in done.facts})


def run_extract(rows: Sequence[Row]) -> Answer:
    """The same through the whole program: each doc an article, rows found again by the quotes' places."""
    texts: dict[str, str] = {}
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at, row in enumerate(rows):
        before = texts[row.doc] + " " if row.doc in texts else ""
        texts[row.doc] = before + row.text
        spans[row.doc].append((len(before), len(texts[row.doc]), at))
    read = [read_record({"id": doc, "text": text}) for doc, text in texts.items()]
    articles = date_articles([article for article in read if isinstance(article, Article)])
    facts = [fact for article in articles for fact in read_article(article, Settings()).facts]
    done = merge_facts(facts, {article.id: article for article in articles}, Settings())
    places = {
        fact.id: sorted(
            {
                at
                for source in fact.sources
                for start, end, at in spans[source.article]
                if source.start < end and start < source.end
            }
        )
        for fact in done.facts
    }
    return _pairs(done.facts, places)


def _pairs(facts: Sequence[Fact], places: Mapping[str, list[int]]) -> Answer:
    """Merged and suggested pairs of rows, from the rows that stand behind each fact."""
    merged = {pair for fact in facts for pair in itertools.combinations(sorted(places[fact.id]), 2)}
    suggested = {
        (min(a, b), max(a, b))
        for fact in facts
        for other in fact.maybe_same_as
        for a in places[fact.id]
        for b in places[other]
    }
    return merged, suggested - merged


def run_token_set(rows: Sequence[Row]) -> Answer:
    """The peer: pairs of token-set likeness 0.85 joined, and whatever they join on to."""
    parent = list(range(len(rows)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    texts = [utils.default_process(row.text) for row in rows]
    pairs = list(itertools.combinations(range(len(rows)), 2))
    for one, other in pairs:
        if fuzz.token_set_ratio(texts[one], texts[other]) >= 85:
            parent[root(one)] = root(other)
    return {(one, other) for one, other in pairs if root(one) == root(other)}, set()


def measure(name: str, groups: Sequence[Sequence[Row]], run: Callable[[Sequence[Row]], Answer]) -> None:
    """Print one line of figures."""
    count: Counter[str] = Counter()
    began = time.perf_counter()
    for rows in groups:
        count += count_pairs(rows, *run(rows))
    seconds = time.perf_counter() - began
    total = sum(right_pairs(rows) for rows in groups)
    print(f"{name:34} {figures(count, total)}   {seconds:5.1f} s", flush=True)


def count_pairs(rows: Sequence[Row], merged: set[Pair], suggested: set[Pair]) -> Counter[str]:
    """How many pairs of different articles were made, are right, and stand across two events."""
    count: Counter[str] = Counter()
    for kind, pairs in (("merged", merged), ("suggested", suggested)):
        for one, other in pairs:
            left, right = rows[one], rows[other]
            if left.doc != right.doc:
                count[kind] += 1
                count[kind + " right"] += bool(left.chains & right.chains) and left.topic == right.topic
                count[kind + " across"] += (left.topic, left.sub) != (right.topic, right.sub)
    return count


def figures(count: Counter[str], total: int) -> str:
    """Precision and recall of what was merged, and of that with what was suggested."""
    precision, recall, _ = _figures(count["merged right"], count["merged"], total)
    both = _figures(
        count["merged right"] + count["suggested right"], count["merged"] + count["suggested"], total
    )
    return (
        f"merged P {precision:.3f} R {recall:.3f} across {count['merged across']:4}"
        f"   with suggested P {both[0]:.3f} R {both[1]:.3f} F1 {both[2]:.3f}"
    )


def right_pairs(rows: Sequence[Row]) -> int:
    """How many pairs of one topic and different articles share an event."""
    by_topic: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_topic[row.topic].append(row)
    return sum(
        bool(one.chains & other.chains)
        for topic in by_topic.values()
        for one, other in itertools.combinations(topic, 2)
        if one.doc != other.doc
    )


def _figures(right: int, made: int, total: int) -> tuple[float, float, float]:
    precision, recall = right / made if made else 1.0, right / total if total else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


@contextmanager
def without(module: object, name: str, value: object) -> Iterator[None]:
    """``module.name`` replaced for a while."""
    kept = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, kept)


def ablate(groups: Sequence[Sequence[Row]]) -> None:
    """The veto and each signal taken out one by one."""
    with without(merge, "find_veto", lambda one, other, **__: veto._article(one, other)):
        measure("without the veto", groups, run_merge)
    for rule in veto._RULES:
        rest = tuple(other for other in veto._RULES if other is not rule)
        with without(veto, "_RULES", rest):
            measure(f"without the veto on {rule.__name__.strip('_')}", groups, run_merge)
    with without(veto, "_who", lambda *_: None):
        measure("without the veto on who", groups, run_merge)
    questions = scorecard.read_table(score.fitted().lines("questions"))
    bias = scorecard.card().bias
    for name in evidence.Evidence._fields:
        at = evidence.Evidence._fields.index(name)
        card = scorecard.make_card(bias, tuple(_silent(ask, at) for ask in questions))
        with without(scorecard, "card", lambda card=card: card):
            measure(f"without {name}", groups, run_merge)


def _silent(ask: scorecard.Question, signal: int) -> scorecard.Question:
    """A question whose two sides give the same, the mean of their points, where it asks for ``signal``."""
    below, above = (
        _silent(side, signal) if isinstance(side, scorecard.Question) else side
        for side in (ask.below, ask.above)
    )
    if ask.signal == signal:
        below = above = (_mean(below) + _mean(above)) / 2
    return scorecard.Question(ask.signal, ask.edge, below, above)


def _mean(side: scorecard.Question | float) -> float:
    return (_mean(side.below) + _mean(side.above)) / 2 if isinstance(side, scorecard.Question) else side


def scale(count: int) -> None:
    """Processor seconds for ``count`` invented facts: events of one to five reports over ten years."""
    dice = random.Random(count)
    words = ["".join(dice.choices("abcdefghijklmnoprstuvw", k=dice.randint(4, 9))) for _ in range(20_000)]
    frequent = words[:400]
    facts: list[Fact] = []
    while len(facts) < count:
        names = [word.title() for word in dice.sample(words, 3)]
        core = names + dice.sample(frequent, 5) + dice.sample(words, 4)
        day = f"20{dice.randint(10, 19)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        for _ in range(dice.choice((1, 1, 1, 2, 3, 5))):
            text = " ".join(["The", *dice.sample(core, len(core) - 2), *dice.sample(frequent, 3)])
            article = f"a{dice.randint(0, count // 12)}"
            source = Source(article, text, date=DateReason(basis="stated"))
            facts.append(Fact(f"f{len(facts)}", day, text, (source,)))
    began = time.process_time()
    done = merge_facts(facts, {}, Settings())
    seconds = time.process_time() - began
    print(
        f"{len(facts):7} facts -> {len(done.facts):7}   {seconds:6.1f} s   {1e6 * seconds / len(facts):5.0f} us a fact"
    )


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, nargs="?", help="JSON Lines of sentences with their events")
    parser.add_argument("--one-run", action="store_true", help="all topics in one project")
    parser.add_argument(
        "--through-extract", action="store_true", help="also as articles that the program reads itself"
    )
    parser.add_argument("--brief", action="store_true", help="without taking signals out")
    parser.add_argument("--scale", type=int, nargs="*", default=[], help="also time so many invented facts")
    options = parser.parse_args()
    if options.path:
        rows = read_rows(options.path)
        by_topic: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            by_topic[row.topic].append(row)
        groups = [rows] if options.one_run else list(by_topic.values())
        measure("merge_facts", groups, run_merge)
        if options.through_extract:
            measure("through extract", groups, run_extract)
        measure("token set >= 0.85", groups, run_token_set)
        if not options.brief:
            ablate(groups)
    for count in options.scale:
        scale(count)


if __name__ == "__main__":
    main()
