"""Fits the scorecard for same facts: articles with known events in, weights and honest figures out.

    python -m benchmarks.fit_same PATH --held-out          each half of the stories merged by weights fitted on the other
    python -m benchmarks.fit_same PATH --write             fits on all of it and writes generator/same/scorecard.json
    python -m benchmarks.fit_same PATH --topics 1-20 --card FILE   fits on some stories, for ``benchmarks/with_card.py``

PATH is JSON Lines of whole articles, ``{doc, topic, sub, text, sentences: [{start, end, chains}]}``: two sentences
report one event when they share a chain, ``chains`` is null where nobody looked, ``sub`` tells the two look-alike
events of a story apart. Every article goes through the program; learnt from is every pair of tellings of different
articles that would be judged: of two sentences that somebody looked at, and of two that tell of look-alike events.
First a logistic regression weighs a pair by itself; from that follows what company each telling keeps; then
small trees are boosted on all evidence, in bags of some of the stories each, so that no story's habit becomes a
rule, and never against what the evidence means: more shared words never speak against a pair. The same PATH
gives the same numbers. Needs numpy and lightgbm, which using the scorecard does not.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from benchmarks.same import without
from generator.articles.record import read_record
from generator.config import Settings
from generator.fitted import corpus_of, write_fitted
from generator.model import Article, Fact
from generator.pipeline import date_articles, read_article
from generator.same import merge, merge_facts, score, scorecard
from generator.same.asked import verbatim
from generator.same.bulk import evidence_of, signals_of
from generator.same.candidates import candidate_pairs
from generator.same.evidence import Evidence
from generator.same.signature import Collection, collect
from generator.same.table import Table
from generator.same.tellings import Telling, find_tellings

HANDFUL = 4  # articles
FIRST_HALF = 20  # stories; those after them are the other half
BAGS, SHARE, TREES = 10, 0.6, 30
SHAPE = {
    "objective": "binary",
    "learning_rate": 0.2,
    "num_leaves": 8,
    "max_depth": 3,
    "min_data_in_leaf": 80,
    "lambda_l2": 50,
    "feature_fraction_bynode": 0.2,
    "max_bin": 32,
    "verbosity": -1,
    "num_threads": 1,
    "deterministic": True,
}
# More of these never speaks against a pair; more of those never for one.
FOR = frozenset(
    [
        "cosine",
        "shared",
        "leads",
        "lead_names",
        "local_cosine",
        "local_shared",
        "action_cosine",
        "action_shared",
        "events",
        "digits",
        "phrases",
        "covered",
        "verbatim",
        "loose",
        "bonds",
        "known",
        "lead_share",
        "agreement",
        "common",
        "top_least",
        "top_most",
        "lead_least",
        "lead_most",
        "tops",
        "numbers_shared",
        "actions",
        "both",
        "names",
    ]
)
AGAINST = frozenset(
    [
        "names_missing",
        "other_event",
        "other_bonds",
        "strangers",
        "highest",
        "deepest",
        "numbers_apart",
        "one_says",
        "strange_here",
    ]
)

Floats = NDArray[np.float64]
Place = tuple[str, int]  # an article and the number of a sentence in it


@dataclass
class Story:
    """The articles of one story or more, what is read of them, and the sentences that somebody looked at."""

    topic: int
    sentences: dict[str, list[dict[str, Any]]]
    sub: dict[str, str]
    articles: Mapping[str, Article]
    facts: Sequence[Fact]
    chains: dict[Place, frozenset[str]] = field(default_factory=dict)

    def gold(self) -> set[tuple[Place, Place]]:
        """The pairs of sentences of different articles that share an event."""
        told: dict[str, list[Place]] = defaultdict(list)
        for place, chains in sorted(self.chains.items()):
            for chain in chains:
                told[chain].append(place)
        return pairs_of(told.values())

    def covered(self, fact: Fact) -> set[Place]:
        """The sentences that somebody looked at and that the sources of ``fact`` quote by half at least."""
        found = set()
        for source in fact.sources:
            for number, sentence in enumerate(self.sentences[source.article]):
                if (source.article, number) not in self.chains:
                    continue
                shared = min(sentence["end"], source.end) - max(sentence["start"], source.start)
                length = min(sentence["end"] - sentence["start"], source.end - source.start)
                if shared > 0 and 2 * shared >= length:
                    found.add((source.article, number))
        return found


def pairs_of(groups: Any) -> set[tuple[Place, Place]]:
    """All pairs of places of different articles within a group, each once."""
    return {
        (one, other)
        for group in groups
        for one, other in itertools.combinations(sorted(set(group)), 2)
        if one[0] != other[0]
    }


def read_stories(path: Path) -> list[Story]:
    """Every topic of the file with what the program reads of its articles."""
    items: dict[int, list[dict[str, Any]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            items[item["topic"]].append(item)
    stories = []
    for topic, documents in sorted(items.items()):
        read = [read_record({"id": d["doc"], "text": d["text"], "lang": "en"}) for d in documents]
        articles = date_articles([article for article in read if isinstance(article, Article)])
        facts = [fact for article in articles for fact in read_article(article, Settings()).facts]
        story = Story(
            topic,
            {d["doc"]: d["sentences"] for d in documents},
            {d["doc"]: d["sub"] for d in documents},
            {article.id: article for article in articles},
            facts,
        )
        for d in documents:
            for number, sentence in enumerate(d["sentences"]):
                if sentence["chains"] is not None:
                    story.chains[d["doc"], number] = frozenset(sentence["chains"])
        stories.append(story)
    return stories


def handfuls(story: Story) -> list[Story]:
    """The articles of a story in handfuls, each as if it were all there is: most projects begin with a few."""
    names = sorted(story.articles)
    np.random.default_rng(story.topic).shuffle(names)
    found = []
    for at in range(0, len(names) - 1, HANDFUL):
        few = set(names[at : at + HANDFUL])
        found.append(
            Story(
                story.topic,
                story.sentences,
                story.sub,
                {name: story.articles[name] for name in sorted(few)},
                [fact for fact in story.facts if fact.sources[0].article in few],
                {place: chains for place, chains in story.chains.items() if place[0] in few},
            )
        )
    return found


@dataclass(frozen=True)
class World:
    """The tellings of a story, and every pair of different articles whose answer is known."""

    topic: int
    collection: Collection
    tellings: Sequence[Telling]
    answers: Mapping[tuple[int, int], bool]
    signals: Floats
    right: Floats


def make_world(story: Story) -> World:
    """All candidate pairs of different articles whose answer is known."""
    tellings = find_tellings(story.facts, story.articles)
    told, heads = [t.told for t in tellings], [t.headline for t in tellings]
    collection = collect(told, story.articles, heads)
    covered = [story.covered(fact) for fact in told]
    subs = [story.sub[fact.sources[0].article] for fact in told]
    answers: dict[tuple[int, int], bool] = {}
    ones, others = candidate_pairs(collection, Settings().match_days)
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        if told[one].sources[0].article == told[other].sources[0].article:
            continue
        if covered[one] and covered[other]:
            answer = any(story.chains[a] & story.chains[b] for a in covered[one] for b in covered[other])
        elif subs[one] != subs[other]:
            answer = False
        else:
            continue
        answers[one, other] = answer
    known = np.array(list(answers), np.int64).reshape(len(answers), 2)
    signals = signals_of(Table(collection), known[:, 0], known[:, 1])
    right = np.array(list(answers.values()), float)
    return World(story.topic, collection, tellings, answers, signals, right)


@dataclass(frozen=True)
class Weights:
    """What is fitted: the weights of a pair by itself, and the questions."""

    signals: tuple[float, ...]
    bias: float
    start: float
    table: tuple[str, ...]


def fit_signals(worlds: Sequence[World]) -> tuple[tuple[float, ...], float]:
    """Weights and bias of a logistic regression on the signals, by Newton's steps."""
    plain = np.concatenate([world.signals for world in worlds])
    right = np.concatenate([world.right for world in worlds])
    spread = plain.std(0) + 1e-9
    table = np.column_stack([np.ones(len(plain)), plain / spread])
    ridge = np.diag([0.0] + [5.0] * plain.shape[1])
    weights = np.zeros(table.shape[1])
    for _ in range(25):
        likely = 1 / (1 + np.exp(-table @ weights))
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + ridge
        weights += np.linalg.solve(curve, table.T @ (right - likely) - ridge @ weights)
    return tuple(round(float(value), 3) for value in weights[1:] / spread), round(float(weights[0]), 3)


@contextmanager
def using(weights: Weights | None, signals: tuple[float, ...] = (), bias: float = 0.0) -> Iterator[None]:
    """The modules with other weights for a while."""
    with ExitStack() as stack:
        pair = (weights.bias, weights.signals) if weights else (bias, signals)
        stack.enter_context(without(score, "pair_weights", lambda: pair))
        if weights:
            card = scorecard.make_card(weights.start, scorecard.read_table(weights.table))
            stack.enter_context(without(scorecard, "card", lambda: card))
        yield


def evidence_in(world: World) -> tuple[Floats, Floats]:
    """Evidence and answer of each pair that would be judged at all."""
    whole = merge.alike(world.collection, Settings())
    pairs = list(zip(whole.one.tolist(), whole.other.tolist(), strict=True))
    asked = np.array([at for at, pair in enumerate(pairs) if pair in world.answers], np.int64)
    one, other = whole.one[asked], whole.other[asked]
    company, _ = whole.circles.company(one, other)
    table = Table(world.collection)
    copied = verbatim(table, one, other)
    found = evidence_of(table, one, other, whole.signals[asked], company, copied)
    return found, np.array([world.answers[pairs[at]] for at in asked], float)


def fit(worlds: Sequence[World]) -> Weights:
    """All weights from ``worlds``."""
    signals, bias = fit_signals(worlds)
    with using(None, signals, bias):
        parts = [evidence_in(world) for world in worlds]
    found, right = (np.concatenate([part[at] for part in parts]) for at in range(2))
    topics = np.concatenate(
        [np.full(len(part[1]), world.topic) for part, world in zip(parts, worlds, strict=True)]
    )
    start, table = boost(found, right, topics)
    return Weights(signals, bias, start, table)


def boost(found: Floats, right: Floats, topics: NDArray[np.int_]) -> tuple[float, tuple[str, ...]]:
    """The log odds to start from and the trees as questions, each bag's on some of the stories.

    A story of many articles has many more pairs: its pairs count by the root of their number.
    """
    dice = np.random.default_rng(1)
    every, count = np.unique(topics, return_counts=True)
    weight = 1 / np.sqrt(count[np.searchsorted(every, topics)])
    weight *= len(weight) / weight.sum()
    meaning = [1 if name in FOR else -1 if name in AGAINST else 0 for name in Evidence._fields]
    start, table = 0.0, []
    for bag in range(BAGS):
        inside = np.isin(topics, dice.permutation(every)[: max(1, int(len(every) * SHARE))])
        data = lightgbm.Dataset(found[inside], right[inside], weight=weight[inside])
        model = lightgbm.train({**SHAPE, "seed": bag, "monotone_constraints": meaning}, data, TREES)
        trees = model.dump_model()["tree_info"]
        # What a bag starts from stands in all leaves of its first tree.
        share = np.average(right[inside], weights=weight[inside])
        begin = float(np.log(share / (1 - share)))
        start += begin / BAGS
        for number, tree in enumerate(trees):
            table.append(_line(tree["tree_structure"], begin if number == 0 else 0.0))
    return round(start, 4), tuple(table)


def _line(node: Mapping[str, Any], begin: float, *, inner: bool = False) -> str:
    """A tree as a question of the table."""
    if "leaf_value" in node:
        return f"{round((node['leaf_value'] - begin) / BAGS, 4):g}"
    sides = " ".join(_line(node[side], begin, inner=True) for side in ("left_child", "right_child"))
    text = f"{Evidence._fields[node['split_feature']]} {node['threshold']:.4g}: {sides}"
    return f"[{text}]" if inner else text


def measure(stories: Sequence[Story]) -> Counter[str]:
    """Right and all pairs, merged and linked, of every story by itself."""
    n: Counter[str] = Counter()
    for story in stories:
        gold = story.gold()
        done = merge_facts(story.facts, story.articles, Settings()).facts
        covered = {fact.id: story.covered(fact) for fact in done}
        merged = pairs_of(covered.values())
        linked = merged | pairs_of(
            covered[fact.id] | covered[other] for fact in done for other in fact.maybe_same_as
        )
        n.update(
            gold=len(gold),
            facts=len(done),
            suggestions=sum(len(fact.maybe_same_as) for fact in done),
            merged=len(merged),
            linked=len(linked),
        )
        n.update({"merged right": len(merged & gold), "linked right": len(linked & gold)})
    return n


def told(n: Counter[str]) -> dict[str, float]:
    """Precision, recall and suggestions a fact."""
    rates = {}
    for name in ("merged", "linked"):
        rates[f"{name} precision"] = round(n[f"{name} right"] / max(1, n[name]), 3)
        rates[f"{name} recall"] = round(n[f"{name} right"] / max(1, n["gold"]), 3)
    return {**rates, "suggestions a fact": round(n["suggestions"] / max(1, n["facts"]), 2)}


def worlds_of(stories: Sequence[Story]) -> list[World]:
    """Every story whole and in handfuls."""
    every = [part for story in stories for part in (story, *handfuls(story))]
    return [world for world in map(make_world, every) if len(world.answers)]


def held_out(stories: Sequence[Story]) -> dict[str, dict[str, float]]:
    """What weights of each half of the stories make of the other."""
    found = {}
    for part, other in halves(stories):
        with using(fit(worlds_of(part))):
            which = f"stories {other[0].topic} to {other[-1].topic}, fitted on the others"
            few = [part for story in other for part in handfuls(story)]
            for name, those in ((which, other), (f"{which}, in handfuls", few)):
                found[name] = told(measure(those))
                print(name, found[name], flush=True)
    return found


def halves(stories: Sequence[Story]) -> Iterator[tuple[Sequence[Story], Sequence[Story]]]:
    """Each half with the other."""
    first = [story for story in stories if story.topic <= FIRST_HALF]
    last = [story for story in stories if story.topic > FIRST_HALF]
    yield first, last
    yield last, first


def write(card: Path, path: Path, weights: Weights, measured: Mapping[str, Any]) -> None:
    """Put the weights into the data file ``card``."""
    write_fitted(
        card,
        [corpus_of(path, path.name)],
        date.today().isoformat(),
        "python -m benchmarks.fit_same PATH --write",
        {
            "signals": dict(zip(score.Signals._fields, weights.signals, strict=True)),
            "signals_bias": weights.bias,
            "bias": weights.start,
            "questions": weights.table,
        },
        measured,
    )


def chosen(text: str) -> set[int]:
    """Numbers of "1-5,9"."""
    ends = [part.partition("-") for part in text.split(",")]
    return {number for a, _, b in ends for number in range(int(a), int(b or a) + 1)}


def main() -> None:
    """Read the arguments, fit, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, help="JSON Lines of articles with their events")
    parser.add_argument("--topics", type=chosen, help="only these stories")
    parser.add_argument("--held-out", action="store_true", help="measure on stories the weights never saw")
    parser.add_argument("--write", action="store_true", help="put the weights into the data file")
    parser.add_argument("--card", type=Path, help="put the weights into this file")
    options = parser.parse_args()
    stories = [
        story for story in read_stories(options.path) if not options.topics or story.topic in options.topics
    ]
    measured = held_out(stories) if options.held_out else {}
    card = Path(score.__file__).with_name("scorecard.json") if options.write else options.card
    if card:
        write(card, options.path, fit(worlds_of(stories)), measured)


if __name__ == "__main__":
    main()
