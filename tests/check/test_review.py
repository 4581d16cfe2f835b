"""What waits, most valuable first, with the words around it."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.check import check_content
from generator.model import Article, Disagreement
from generator.review import paragraph_around, waiting_list

from .projects import make_content

TABLE = yaml.load((Path(__file__).parent / "check_cases.yaml").read_text("utf-8"), yaml.CBaseLoader)
FACTS = [
    {"status": "draft", "text": "a draft"},
    {"status": "reviewed", "text": "done"},
    {"status": "reviewed", "date": "", "text": "undated and public"},
    {"status": "draft", "date": "", "text": "undated draft"},
    {"status": "withdrawn", "reason": "Wrong.", "date": "", "text": "withdrawn"},
    {"status": "draft", "text": "maybe", "maybe_same_as": ["f1"]},
    {"status": "draft", "text": "maybe not", "maybe_same_as": ["f1"], "not_same_as": ["f1"]},
    {"status": "reviewed", "text": "differs", "disagrees_with": ["f1"]},
    {
        "status": "draft",
        "text": "guessed",
        "article": "inferred",
        "quote": "Nobody was hurt.",
        "why": {"basis": "inferred"},
    },
    {"status": "reviewed", "text": "lost", "quote": "Nowhere."},
]


def test_most_valuable_first(tmp_path: Path) -> None:
    content = make_content(tmp_path / "p", TABLE["articles"], {"facts": FACTS})
    waiting = waiting_list(content, check_content(content))
    assert [(one.fact.text, one.why) for one in waiting] == [
        ("lost", ("error",)),
        ("differs", ("disagreement",)),
        ("undated and public", ("undated",)),
        ("guessed", ("inferred", "draft")),
        ("maybe", ("maybe-same", "draft")),
        ("undated draft", ("undated", "draft")),
        ("a draft", ("draft",)),
        ("maybe not", ("draft",)),
    ]
    assert waiting[1].reasons == ("disagrees with f1",)
    assert all(one.place.line for one in waiting)
    paragraph = waiting[6].paragraph
    assert paragraph.startswith("Work will begin") and paragraph.endswith("in May.")
    assert paragraph[waiting[6].quote_start : waiting[6].quote_end] == "It happened in May."


def test_a_computed_disagreement_waits_on_both_sides(tmp_path: Path) -> None:
    facts = [{"status": "reviewed"}, {"status": "reviewed", "text": "y"}]
    content = make_content(tmp_path / "p", TABLE["articles"], {"facts": facts})
    differ = Disagreement(("f1", "f2"), "number", ("5", "7"))
    assert [one.reasons for one in waiting_list(content, (), [differ])] == [
        ("disagrees with f2",),
        ("disagrees with f1",),
    ]


def test_the_paragraph_of_an_endless_line_is_cut() -> None:
    article = Article("a", "x" * 5000 + "here" + "y" * 5000)
    paragraph, start, end = paragraph_around(article, "here")
    assert len(paragraph) == 2404 and paragraph[start:end] == "here"
    assert paragraph_around(article, "not there") == ("", -1, -1)
