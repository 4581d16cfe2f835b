"""Fit which clauses tell a stance: news with its attributions in, ``generator/facts/attribution/claims_en.json`` out.

    python -m benchmarks.fit_claims SPEAKERS.jsonl --date DAY [--least 0.6]

SPEAKERS.jsonl: ``{doc, text, attributions: [{content: [[start, end]], source: [[start, end]]}]}``. A logistic regression
over the signs of every clause that nothing else reads as speech; each document is once held out with a seventh of the
others, and what is right of what is then believed at ``--least`` is written into the file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.facts.attribution import find_attributions
from generator.facts.attribution.claims import WEIGHTS, Model, candidates
from generator.fitted import corpus_of, write_fitted
from generator.text.annotate import annotate_all
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences

from .descent import descend

_FOLDS, _ROUNDS, _RIDGE, _SEEN = 7, 25, 5.0, 3
_NO_SPEECH = ("byline", "tags", "promo")

Span = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """A clause of a document with its signs, and whether the key has it."""

    doc: str
    signs: tuple[str, ...]
    right: bool


def examples(path: Path) -> list[Example]:
    """Every clause that the grammar does not read as speech."""
    found: list[Example] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        text, key = item["text"], [g for g in item["attributions"] if g["source"] and g["content"]]
        blocks = split_blocks(text)
        sentences = split_sentences(text, blocks, "en")
        known = [a for a in find_attributions(text, sentences, blocks, "en") if a.form != "stance"]
        forms = annotate_all(text, sentences, blocks, "en")
        for form, sentence in zip(forms, sentences, strict=True):
            if blocks[sentence.block].kind in _NO_SPEECH:
                continue
            for one in candidates(form, known):
                right = any(
                    _touches(one.subject, g["source"]) and _touches(one.content, g["content"]) for g in key
                )
                found.append(Example(item["doc"], one.signs, right))
    return found


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def fit(rows: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign; rare signs are left out."""
    count = Counter(sign for row in rows for sign in set(row.signs))
    held = [
        ([*(s for s in sorted(set(row.signs)) if count[s] >= _SEEN), "B"], row.right, 1.0) for row in rows
    ]
    return descend(held, count, _RIDGE, _ROUNDS)


def held_out(rows: Sequence[Example], least: float) -> tuple[int, int]:
    """How many clauses are believed by models that did not see their document, and how many of them rightly."""
    docs = sorted({row.doc for row in rows})
    believed = right = 0
    for fold in range(_FOLDS):
        out = set(docs[fold::_FOLDS])
        model = Model(fit([row for row in rows if row.doc not in out]), least)
        for row in rows:
            if row.doc in out and model.probability(row.signs) >= least:
                believed, right = believed + 1, right + row.right
    return believed, right


def main() -> None:
    """Fit and write."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("speakers", type=Path)
    ap.add_argument("--date", required=True, help="the day of the fit")
    ap.add_argument("--least", type=float, default=0.6)
    a = ap.parse_args()
    rows = examples(a.speakers)
    believed, right = held_out(rows, a.least)
    print(
        f"{len(rows)} clauses, {sum(r.right for r in rows)} in the key; held out {right} right of {believed}"
    )
    weights = fit(rows)
    write_fitted(
        WEIGHTS,
        [corpus_of(a.speakers, a.speakers.stem)],
        a.date,
        "python -m benchmarks.fit_claims",
        {
            "least": a.least,
            "weights": [
                f"{sign} {weight:.3f}" for sign, weight in sorted(weights.items()) if abs(weight) >= 0.005
            ],
        },
        {"clauses": len(rows), "believed held out": believed, "right of them": right},
    )


if __name__ == "__main__":
    main()
