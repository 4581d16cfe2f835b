"""What a sentence's form tells: clauses, verbs with tense and voice, subjects; a table of cases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import ChronofactError
from generator.model import ResolvedDate, Sentence
from generator.text import tagger as tagger_module
from generator.text.annotate import annotate, annotate_all, dates_within

CASES = yaml.load(
    (Path(__file__).parent / "annotations.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']} {case['text'][:40]}")
def test_clauses(case: dict[str, Any]) -> None:
    text = "Before it. " + case["text"]
    found = annotate(text, 11, len(text), case["lang"])

    def words(first: int, last: int) -> str:
        start, end = found.words(first, last)
        return text[start:end]

    told = []
    for clause, wanted in zip(found.clauses, case["clauses"], strict=False):
        said: dict[str, Any] = {
            "kind": clause.kind,
            "verb": words(clause.verb.first, clause.verb.last),
            "tense": clause.verb.tense,
            "voice": clause.verb.voice,
            "negated": clause.verb.negated,
            "subject": words(*clause.subject) if clause.subject else "",
            "words": words(clause.first, clause.last),
            "opener": clause.opener,
        }
        told.append({key: said[key] for key in wanted})
    assert told == case["clauses"]
    assert len(found.clauses) == len(case["clauses"])
    assert found.main is not None
    assert found.main.kind == "main"


def test_what_stands_in_quotation_marks_is_not_the_main_clause() -> None:
    text = "“We will rebuild,” said Jane Roe, who leads the council."
    found = annotate(text, 0, len(text), "en", [(0, 18)])
    assert found.main is not None
    assert found.main.verb.word == "said"
    assert found.clauses[0].kind == "quoted"


def test_each_time_belongs_to_the_sentence_it_stands_in() -> None:
    text = "Ada came. On Monday she left on Tuesday. Then"
    sentences = (Sentence(0, 9, 0), Sentence(10, 40, 0))

    def said(start: int) -> ResolvedDate:
        return ResolvedDate(start, start + 6, "", "DATE", "weekday", "", "", "relative")

    monday, tuesday, nowhere = said(13), said(32), said(42)
    none, both = annotate_all(text, sentences, (), "en", (monday, tuesday, nowhere))
    assert none == annotate(text, 0, 9) and not none.dates
    assert both == replace(annotate(text, 10, 40), dates=(monday, tuesday))


def test_times_before_between_and_behind_sentences_are_of_none() -> None:
    days = [
        ResolvedDate(at, at + 1, "", "DATE", "weekday", "", "", "relative") for at in (1, 3, 9, 10, 12, 20)
    ]
    held = dates_within((Sentence(3, 10, 0), Sentence(12, 20, 0)), days)
    assert [[day.start for day in one] for one in held] == [[3, 9], [12]]


def test_changed_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "tagger_en.json"
    stored = tagger_module.WEIGHTS.read_text(encoding="utf-8")
    changed.write_text(stored.replace('"VBD', '"VBN', 1), encoding="utf-8")
    monkeypatch.setattr(tagger_module, "WEIGHTS", changed)
    tagger_module.tagger.cache_clear()
    with pytest.raises(ChronofactError, match="hash"):
        tagger_module.tagger()
    monkeypatch.undo()
    tagger_module.tagger.cache_clear()


def test_a_text_without_stops_is_no_sentence() -> None:
    assert annotate("word " * 2000, 0, 10000).clauses == ()
