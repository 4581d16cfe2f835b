"""No comment, document or test repeats a text that Chronofact is measured on, where such texts are at hand.

``CHRONOFACT_KEYS`` names the folder; a folder ``gold`` in one that stands beside the checkout is found by itself.
"""

from __future__ import annotations

import os
from pathlib import Path

from .answer_keys import Said, key_texts, repeated, said_in

ROOT = Path(__file__).parents[2]
KNOWN = frozenset(
    line.strip().lower()
    for line in (ROOT / "tests/house/everybodys_names.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
)
OWN = (
    "generator/**/*.py",
    "benchmarks/*.py",
    "docs/**/*.md",
    "*.md",
    "tests/**/*.py",
    "tests/**/*.yaml",
    "tests/**/*.txt",
)
# The two articles the repository starts with, and what a person read in them, are ours to show.
SEEDS = ("tests/gold/", "tests/house/everybodys_names.txt")


def key_folders() -> list[Path]:
    named = os.environ.get("CHRONOFACT_KEYS")
    return [Path(named)] if named else sorted(ROOT.parent.glob("*/gold"))


def test_nothing_of_ours_repeats_a_key() -> None:
    own = [
        said
        for pattern in OWN
        for path in sorted(ROOT.glob(pattern))
        if not path.relative_to(ROOT).as_posix().startswith(SEEDS)
        for said in said_in(path, ROOT)
    ]
    assert len(own) > 1000, "the reader of our own files found almost nothing: it is broken"
    found = [hit for folder in key_folders() for hit in repeated(own, key_texts(folder), KNOWN)]
    assert found == []


def test_each_kind_of_repetition_is_named(tmp_path: Path) -> None:
    text = "Orla Quill said the weir at Tarn Hollow had burst before anybody in the valley woke up."
    (tmp_path / "set.jsonl").write_text(f'{{"text": "{text}"}}\n', encoding="utf-8")
    ours = [
        Said("a:1", "he heard that the weir at Tarn Hollow had burst before anybody in town"),
        Said("b:2", '# "anybody in the valley woke" is no name', comment=True),
        Said("c:3", "Mayor Orla Quill spoke"),
        Said("d:4", "the weir at the mill had burst"),
    ]
    hits = repeated(ours, key_texts(tmp_path), frozenset({"tarn hollow"}))
    assert sorted({hit.split(": ")[0] for hit in hits}) == ["a:1", "b:2", "c:3"]
    assert repeated(ours[2:], key_texts(tmp_path), frozenset({"orla quill"})) == []
