"""Fits the scorecard for same facts: sentences with known events in, weights and honest figures out.

    python -m benchmarks.fit_same PATH             the weights and the table
    python -m benchmarks.fit_same PATH --held-out  each fifth of the topics merged by weights fitted on the others
    python -m benchmarks.fit_same PATH --write     puts them into generator/same/scorecard.json, with the corpus, its hash and the day

PATH is as for ``same.py``. Every pair of sentences of different articles is learnt from twice: as it stands
among its own topic only, and among all topics in one project. First a logistic regression weighs the signals
of a pair by itself; from that follows what company each sentence keeps; then small trees are boosted on all
evidence, each on half of the topics and a fifth of the signals, so that no topic's habit becomes a rule.
The same PATH gives the same numbers. Needs numpy, which using the scorecard does not.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.same import Row, count_pairs, facts_of, figures, read_rows, right_pairs, run_merge, without
from generator.config import Settings
from generator.fitted import corpus_of, write_fitted
from generator.same import merge, score, scorecard
from generator.same.candidates import candidate_pairs
from generator.same.evidence import Evidence, Stories
from generator.same.signature import Collection, collect

TREES, DEPTH, RATE = 200, 3, 0.04
RIDGE, LEAST, BINS = 50.0, 150, 32  # of a leaf: pull towards nothing, pairs; steps of a signal
TOPICS, SIGNALS = 0.5, 0.2  # share of them that one tree sees
FOLDS = 5
MARKS = (0.86, 0.88, 0.9, 0.92, 0.93, 0.94, 0.95)

Floats = NDArray[np.float64]
Tree = "tuple[int, float, Tree, Tree] | float"


@dataclass(frozen=True)
class World:
    """Sentences that stand in one project together, with every pair worth comparing."""

    rows: Sequence[Row]
    collection: Collection
    pairs: list[tuple[int, int]]
    signals: Floats
    right: Floats


@dataclass(frozen=True)
class Weights:
    """What is fitted: the weights of a pair by itself, and the questions."""

    signals: tuple[float, ...]
    bias: float
    start: float
    table: tuple[str, ...]


def make_world(rows: Sequence[Row]) -> World:
    """All candidate pairs of different articles."""
    facts, articles = facts_of(rows)
    collection = collect(facts, articles)
    signatures = collection.signatures
    pairs = [
        (one, other)
        for one, other in candidate_pairs(collection, Settings().match_days)
        if rows[one].doc != rows[other].doc
    ]
    found = [score.signals(collection, signatures[one], signatures[other]) for one, other in pairs]
    right = [
        rows[one].topic == rows[other].topic and bool(rows[one].chains & rows[other].chains)
        for one, other in pairs
    ]
    return World(rows, collection, pairs, np.array(found, float), np.array(right, float))


def by_topic(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each topic."""
    topics: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        topics[row.topic].append(row)
    return list(topics.values())


def worlds_of(rows: Sequence[Row]) -> list[World]:
    """Each topic alone, and all together."""
    return [make_world(part) for part in (*by_topic(rows), rows)]


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


def evidence_of(world: World) -> tuple[Floats, Floats, NDArray[np.int_]]:
    """Evidence, answer and topic of each pair that would be judged at all."""
    circles, alike = merge._circles(world.collection, Settings().match_days)
    stories, signatures = Stories(world.collection), world.collection.signatures
    found, right, topics = [], [], []
    for (one, other), answer in zip(world.pairs, world.right, strict=True):
        if (one, other) in alike:
            company = score.keep_company(circles[one], circles[other])
            left, right_one = signatures[one], signatures[other]
            copied = score.verbatim(left, right_one)
            found.append(stories.measure(left, right_one, alike[one, other], company, copied))
            right.append(answer)
            topics.append(int(world.rows[one].topic))
    return (
        np.array(found, float).reshape(len(found), len(Evidence._fields)),
        np.array(right),
        np.array(topics, int),
    )


def fit(worlds: Sequence[World]) -> Weights:
    """All weights from ``worlds``."""
    signals, bias = fit_signals(worlds)
    with using(None, signals, bias):
        parts = [evidence_of(world) for world in worlds]
    found, right, topics = (np.concatenate([part[at] for part in parts]) for at in range(3))
    start, trees = boost(found, right, topics)
    lines = tuple(_line(tree) for tree in trees)
    return Weights(signals, bias, round(start, 4), lines)


def boost(found: Floats, right: Floats, topics: NDArray[np.int_]) -> tuple[float, list[Tree]]:
    """The log odds to start from and the trees, by gradient boosting on the logistic loss."""
    dice = np.random.default_rng(1)
    edges = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]).round(3)) for column in found.T]
    steps = np.stack([np.searchsorted(edge, column) for edge, column in zip(edges, found.T, strict=True)], 1)
    share = right.mean()
    start = float(np.log(share / (1 - share)))
    odds = np.full(len(right), start)
    trees: list[Tree] = []
    every = np.unique(topics)
    for _ in range(TREES):
        likely = 1 / (1 + np.exp(-odds))
        pull, curve = right - likely, likely * (1 - likely)
        seen = dice.permutation(every)[: max(1, int(len(every) * TOPICS))]
        inside = np.flatnonzero(np.isin(topics, seen))
        tree = _grow(steps, edges, pull, curve, inside, DEPTH, dice)
        _apply(tree, found, np.arange(len(right)), odds)
        trees.append(tree)
    return start, trees


def _grow(
    steps: NDArray[np.int_],
    edges: Sequence[Floats],
    pull: Floats,
    curve: Floats,
    inside: NDArray[np.int_],
    depth: int,
    dice: np.random.Generator,
) -> Tree:
    """A tree over the pairs ``inside``: the split that gains most, then the same on both sides."""
    leaf = round(float(RATE * pull[inside].sum() / (curve[inside].sum() + RIDGE)), 3)
    asked = dice.permutation(steps.shape[1])[: max(1, int(steps.shape[1] * SIGNALS))]
    if depth == 0 or len(inside) < 2 * LEAST:
        return leaf
    width = BINS + 1
    flat = (steps[inside] + np.arange(steps.shape[1]) * width).ravel()
    size = steps.shape[1] * width

    def below(values: Floats | None) -> Floats:
        repeated = None if values is None else np.repeat(values[inside], steps.shape[1])
        return np.bincount(flat, repeated, size).reshape(-1, width).cumsum(1)

    pulls, curves, counts = below(pull), below(curve), below(None)
    total, weight = pull[inside].sum(), curve[inside].sum()
    gain = pulls**2 / (curves + RIDGE) + (total - pulls) ** 2 / (weight - curves + RIDGE)
    gain -= total**2 / (weight + RIDGE)
    gain[(counts < LEAST) | (len(inside) - counts < LEAST)] = -1
    gain[np.setdiff1d(np.arange(len(gain)), asked)] = -1
    signal, step = (int(at) for at in np.unravel_index(gain.argmax(), gain.shape))
    if gain[signal, step] <= 1e-6 or step >= len(edges[signal]):
        return leaf
    low = steps[inside, signal] <= step
    sides = [_grow(steps, edges, pull, curve, part, depth - 1, dice) for part in (inside[low], inside[~low])]
    return (signal, float(edges[signal][step]), sides[0], sides[1])


def _apply(tree: Tree, found: Floats, inside: NDArray[np.int_], odds: Floats) -> None:
    """Add the tree's points to ``odds``."""
    if not isinstance(tree, tuple):
        odds[inside] += tree
        return
    low = found[inside, tree[0]] <= tree[1]
    _apply(tree[2], found, inside[low], odds)
    _apply(tree[3], found, inside[~low], odds)


def _line(tree: Tree, *, inner: bool = False) -> str:
    """A tree as a question of the table."""
    if not isinstance(tree, tuple):
        return f"{tree:g}"
    text = (
        f"{Evidence._fields[tree[0]]} {tree[1]:g}: {_line(tree[2], inner=True)} {_line(tree[3], inner=True)}"
    )
    return f"[{text}]" if inner else text


def held_out(rows: Sequence[Row]) -> None:
    """Print what weights of four fifths of the topics make of the last: each topic alone, and all of it in one run."""
    topics = by_topic(rows)
    worlds = {part[0].topic: make_world(part) for part in topics}
    counts: dict[tuple[float, str], Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        last = [part for at, part in enumerate(topics) if at % FOLDS == fold]
        known = [row for at, part in enumerate(topics) if at % FOLDS != fold for row in part]
        learnt = [worlds[part[0].topic] for at, part in enumerate(topics) if at % FOLDS != fold]
        with using(fit([*learnt, make_world(known)])):
            for mark in MARKS:
                with without(merge, "_MERGE_AT", mark):
                    together = [row for part in last for row in part]
                    for name, groups in (("one run", [together]), ("each alone", last)):
                        for part in groups:
                            counts[mark, name] += count_pairs(part, *run_merge(part))
        print(f"fold {fold + 1} of {FOLDS} done", flush=True)
    total = right_pairs(rows)
    for name in ("one run", "each alone"):
        for mark in MARKS:
            print(f"held out, {name:10} merged from {mark:.2f}   {figures(counts[mark, name], total)}")


def write(path: Path, weights: Weights) -> None:
    """Put the weights into the data file."""
    write_fitted(
        Path(score.__file__).with_name("scorecard.json"),
        [corpus_of(path, path.name)],
        date.today().isoformat(),
        "python -m benchmarks.fit_same PATH --write",
        {
            "signals": dict(zip(score.Signals._fields, weights.signals, strict=True)),
            "signals_bias": weights.bias,
            "bias": weights.start,
            "questions": weights.table,
        },
        {},
    )


def main() -> None:
    """Read the arguments, fit, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, help="JSON Lines of sentences with their events")
    parser.add_argument("--held-out", action="store_true", help="measure on topics the weights never saw")
    parser.add_argument("--write", action="store_true", help="put the weights into the data file")
    options = parser.parse_args()
    rows = read_rows(options.path)
    if options.held_out:
        held_out(rows)
        return
    weights = fit(worlds_of(rows))
    if options.write:
        write(options.path, weights)
    else:
        print("SIGNALS", *(f"{value:g}" for value in weights.signals), "\nSIGNALS_BIAS", weights.bias)
        print("BIAS", weights.start, *weights.table, sep="\n")


if __name__ == "__main__":
    main()
