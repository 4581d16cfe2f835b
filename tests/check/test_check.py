"""The table of doubts: facts in, exactly the problems that they deserve out; with the reports and the fixes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from generator.check import check_content
from generator.check.fix import plan_fixes
from generator.check.quotes import as_printed
from generator.check.report import FORMATS, as_github, as_sarif, as_text, summary
from generator.errors import Problem, problem
from generator.model import Fact, Place
from generator.store import load_content, load_project, write_changes

from .projects import make_content

TABLE = yaml.load((Path(__file__).parent / "check_cases.yaml").read_text("utf-8"), yaml.CBaseLoader)
CASES = TABLE["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_cases(case: dict, tmp_path: Path) -> None:
    content = make_content(tmp_path / "p", TABLE["articles"], case)
    assert content.problems == ()
    found = check_content(
        content, before={old["id"]: Fact(sources=(), **old) for old in case.get("before", ())}
    )
    shown = [str(one) for one in found]
    assert len(found) == len(case["problems"]), shown
    for wanted in case["problems"]:
        code, _, words = wanted.partition(" | ")
        assert any(one.code == code and words in f"{one.message} {one.remedy}" for one in found), shown
    for one in found:
        if one.code not in ("fact-link-dead", "date-many-firsts"):
            assert one.place.line > 0, "a problem without a line"


def test_too_many_firsts(tmp_path: Path) -> None:
    facts = [{"date": f"193{n % 2}-0{n % 3 + 1}-01", "text": f"t{n}"} for n in range(10)]
    facts += [{"date": "1931-03-05", "text": f"u{n}"} for n in range(15)]
    content = make_content(tmp_path / "p", TABLE["articles"], {"facts": facts})
    assert [found.code for found in check_content(content)] == ["date-many-firsts"]


def test_the_place_is_that_of_the_value(tmp_path: Path) -> None:
    content = make_content(tmp_path / "p", TABLE["articles"], {"facts": [{"quote": "No."}]})
    found = check_content(content)[0]
    lines = content.files[found.place.path].text.split("\n")
    assert lines[found.place.line - 1][found.place.column - 1 :].startswith('"No."')


def test_hostile_quotes_take_no_time() -> None:
    assert as_printed('"' * 3000, '"' * 3001) != "x"
    assert as_printed("- " * 2000, "– " * 2000 + "x") != "x"
    assert as_printed("a " * 2000, "a " * 1999 + "b") == ""


FIXABLE = """\
# ours
- id: one
  date: 1931/3/5   # slashes
  text: x
  kind: Event
  tags: bridge
  sources:
    - article: gazette
      quote: 'The old bridge "over the Lenn" - built'  # typed by hand
    - article: gazette
      quote: Nothing like it
"""
FIXED = """\
# ours
- id: one
  date: 1931-03-05   # slashes
  text: x
  kind: event
  tags: [bridge]
  sources:
    - article: gazette
      quote: 'The old bridge “over the Lenn” – built'  # typed by hand
    - article: gazette
      quote: Nothing like it
"""


def test_fix_mends_what_has_one_right_answer_and_nothing_else(tmp_path: Path) -> None:
    make_content(tmp_path / "p", TABLE["articles"], {"facts": [{}]})
    path = tmp_path / "p/content/facts/all.yaml"
    path.write_text(FIXABLE, "utf-8")
    project = load_project(tmp_path / "p")
    assert write_changes(project, plan_fixes(load_content(project))) == ()
    assert path.read_text("utf-8") == FIXED
    assert not plan_fixes(load_content(project))


def test_a_file_of_facts_that_holds_none_is_told(tmp_path: Path) -> None:
    make_content(tmp_path / "p", TABLE["articles"], {"facts": [{}]})
    (tmp_path / "p/content/facts/empty.yaml").write_bytes(b"")
    (tmp_path / "p/content/facts/notes.yaml").write_text("# to be written\n")
    found = check_content(load_content(load_project(tmp_path / "p")))
    assert [(one.code, one.place.path) for one in found] == [
        ("facts-none", "content/facts/empty.yaml"),
        ("facts-none", "content/facts/notes.yaml"),
    ]


FOUND = (
    problem("key-unknown", Place("content/facts/2025/é 1.yaml", 3, 5), value="txt", what="a fact", hint="Did you, mean: 50%?"),
    problem("article-orphan", Place("content/articles/a.yaml", 1, 1), article="a", value="a"),
    problem("fact-link-dead", fact="x", value="x"),
)  # fmt: skip


def test_text() -> None:
    assert as_text(FOUND).splitlines() == [
        "content/facts/2025/é 1.yaml:3:5: error key-unknown: 'txt' is not a key of a fact. Did you, mean: 50%?",
        "content/articles/a.yaml:1:1: note article-orphan: No fact rests on the article 'a'. "
        "Leave it, or remove its record.",
        str(FOUND[2]),
        "2 errors, 1 note",
    ]
    assert "\x1b[31merror key-unknown:\x1b[0m" in as_text(FOUND, colour=True)
    assert summary(()) == "Nothing wrong."


def test_github_annotations_escape_what_would_break_them() -> None:
    assert as_github(FOUND).splitlines() == [
        "::error file=content/facts/2025/é 1.yaml,line=3,col=5,title=key-unknown"
        "::'txt' is not a key of a fact. Did you, mean: 50%25?",
        "::notice file=content/articles/a.yaml,line=1,col=1,title=article-orphan"
        "::No fact rests on the article 'a'. Leave it, or remove its record.",
        "::error title=fact-link-dead::" + f"{FOUND[2].message} {FOUND[2].remedy}",
    ]
    broken = Problem("x", "error", "one\ntwo\rx", place=Place("a,b:c", 1, 1))
    assert as_github([broken]) == "::error file=a%2Cb%3Ac,line=1,col=1,title=x::one%0Atwo%0Dx\n"


def test_sarif_says_what_its_standard_asks_for() -> None:
    document = json.loads(as_sarif(FOUND))
    assert document["version"] == "2.1.0"
    run = document["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
    region = run["results"][0]["locations"][0]["physicalLocation"]
    assert region["artifactLocation"]["uri"] == "content/facts/2025/%C3%A9%201.yaml"
    assert region["region"] == {"startLine": 3, "startColumn": 5}
    marks = {result["partialFingerprints"]["chronofact/v1"] for result in run["results"]}
    assert len(marks) == 3
    assert "locations" not in run["results"][2]


def test_every_format_takes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert {name: bool(form(())) for name, form in FORMATS.items()} == {
        "text": True, "json": True, "sarif": True, "github": False, "gitlab": True,
    }  # fmt: skip
    assert capsys.readouterr().out == ""
