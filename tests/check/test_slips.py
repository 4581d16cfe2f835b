"""Slips of the hand in facts: what YAML takes without a word or stops at is named, and mended where that is sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check_content
from generator.check.fix import plan_fixes
from generator.store import load_content, load_project, write_changes
from generator.store.signs import strange_signs, with_plain_signs

from .projects import make_content

ARTICLES = {
    "gazette": {
        "published": "2023-03-07",
        "text": "The minister opened bridge #2 on 6 March 2023. “It works.”\n",
    }
}
FACT = """- id: bridge
  date: {date}
  text: {text}
  speaker: {speaker}
  sources:
    - article: gazette
      quote: {quote}
"""
GOOD = {
    "date": "2023-03-06",
    "text": "The minister opened a bridge",
    "speaker": "the harbour office",
    "quote": "The minister opened bridge",
}


def told(root: Path, text: str) -> tuple[list[str], str, list[str]]:
    """The problems of a file of facts, the file as it is mended, and the problems that are left."""
    make_content(root / "p", ARTICLES, {"facts": [{"quote": "The minister opened bridge"}]})
    path = root / "p/content/facts/all.yaml"
    path.write_text(text, "utf-8")
    project = load_project(root / "p")
    before = [str(one) for one in check_content(load_content(project)) if one.severity != "note"]
    write_changes(project, plan_fixes(load_content(project)))
    after = [one.code for one in check_content(load_content(project)) if one.severity != "note"]
    return before, path.read_text("utf-8"), after


@pytest.mark.parametrize(
    ("given", "code", "mended"),
    [
        ({"quote": "The minister opened bridge #2 on 6 March 2023."}, "text-cut", 'quote: "The minister opened bridge #2 on 6 March 2023."'),
        ({"text": "The minister opened bridge #2 on 6 March 2023"}, "text-cut", ""),
        ({"speaker": "Unit #5 of the office"}, "text-cut", ""),
        ({"text": "The minister opened it  #new"}, "text-cut", ""),
        ({"speaker": "“the harbour office”"}, "name-marked", "speaker: the harbour office"),
        ({"speaker": "«the harbour office»"}, "name-marked", "speaker: the harbour office"),
        ({"speaker": "„the harbour office“"}, "name-marked", "speaker: the harbour office"),
        ({"speaker": "the harbour office\n  tags: [“ferry”, bridge]"}, "name-marked", "tags: [ferry, bridge]"),
        ({"speaker": "the harbour office\n  tags:\n    - „ferry“"}, "name-marked", "    - ferry\n"),
        ({"quote": "“The minister opened bridge”"}, "quote-missing", "quote: The minister opened bridge\n"),
        ({"quote": "„The minister opened bridge“"}, "quote-missing", "quote: The minister opened bridge\n"),
        ({"date": "2023–03–06"}, "date", "date: 2023-03-06"),
        ({"date": "2023−3−6"}, "date", "date: 2023-03-06"),
        ({"date": "2023‑03‑06"}, "date", "date: 2023-03-06"),
    ],
)  # fmt: skip
def test_a_slip_in_a_value(tmp_path: Path, given: dict[str, str], code: str, mended: str) -> None:
    before, text, after = told(tmp_path, FACT.format(**GOOD | given))
    assert any(code in line and "all.yaml:" in line for line in before), before
    if mended:
        assert mended in text and not after, (text, after)
    else:
        assert after, "there is no one right answer, so nothing is mended"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("\n  text:", "\n\u00a0 text:", "U+00A0"),
        ("\n  text:", "\n\u00a0\u00a0text:", "U+00A0"),
        ("\n  text:", "\n\u3000 text:", "U+3000"),
        ("text: ", "text:\u00a0", "U+00A0"),
        ("speaker: ", "speaker:\u202f", "U+202F"),
        ("text: ", "text：", "U+FF1A"),
        ("speaker: ", "speaker： ", "U+FF1A"),
        ("- id", "– id", "U+2013"),
    ],
)
def test_a_sign_that_is_not_yaml_s_own(tmp_path: Path, old: str, new: str, what: str) -> None:
    good = FACT.format(**GOOD)
    before, text, after = told(tmp_path, good.replace(old, new, 1))
    assert any("yaml-sign" in line and what in line and "--fix" in line for line in before), before
    assert text == good and not after


@pytest.mark.parametrize(
    "given",
    [
        {"text": "The minister opened it  # checked with the office"},
        {"text": "'The minister opened bridge #2'"},
        {"speaker": "the “harbour” office"},
        {"text": "The minister – opened:\u00a0it"},
    ],
)
def test_what_is_no_slip(tmp_path: Path, given: dict[str, str]) -> None:
    text = FACT.format(**GOOD | given)
    before, mended, _ = told(tmp_path, text)
    assert not before and mended == text


def test_plain_text_has_no_strange_signs() -> None:
    assert not list(strange_signs("- id: a\n  text: |\n    a b – c\n"))
    assert with_plain_signs("a：b\n\u00a0c: d") == "a: b\n c: d"
