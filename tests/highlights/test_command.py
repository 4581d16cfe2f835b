"""``chronofact highlights``: lines in, one JSON object out; what is wrong with a line stays with that line."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main

MAYOR = yaml.load((Path(__file__).parent / "mayor.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
LINES = [json.dumps(record, ensure_ascii=False) for record in MAYOR]


def run(lines: list[str], *options: str) -> Result:
    command = ["highlights", "--jsonl", *options]
    return CliRunner().invoke(main, command, input="".join(f"{line}\n" for line in lines))


def test_one_object_on_standard_output():
    result = run(LINES, "--dates", "5", "--per-date", "2", "--from", "2018-01-01", "--to", "2019-12-31")
    assert result.exit_code == 0
    assert result.stderr == ""
    chosen = json.loads(result.stdout)
    assert list(chosen) == ["2018-05-06", "2018-06-01", "2019-02-19", "2019-03-11", "2019-11-25"]
    texts = [record["text"] for record in MAYOR]
    for sentences in chosen.values():
        assert len(sentences) == 2
        assert all(any(sentence in text for text in texts) for sentence in sentences)


def test_the_order_of_the_lines_does_not_matter():
    shuffled = list(LINES)
    random.Random(7).shuffle(shuffled)
    assert run(shuffled, "--dates", "9").stdout == run(LINES, "--dates", "9").stdout


def test_no_lines_no_days():
    result = run([])
    assert (result.exit_code, result.stdout) == (0, "{}\n")


def test_no_dates_at_all():
    result = run(['{"id": "a", "text": "Nothing is said of any day."}'])
    assert (result.exit_code, result.stdout) == (0, "{}\n")


@pytest.mark.parametrize(
    ("line", "code", "exit_code"),
    [
        ("{not json", "line-not-json", 1),
        ("[1, 2]", "line-not-object", 1),
        ('{"id": "a", "text": 5}', "record-value", 1),
        ('{"id": "a", "text": ""}', "record-empty", 0),
        ("[" * 100_000, "line-not-json", 1),
    ],
    ids=["no JSON", "no object", "no text but a number", "an empty article", "deep brackets"],
)
def test_a_bad_line_stops_nothing(line, code, exit_code):
    result = run([LINES[0], line, *LINES[1:]], "--dates", "3")
    assert result.stdout == run(LINES, "--dates", "3").stdout
    assert result.exit_code == exit_code
    assert result.stderr.startswith("standard input:2:1: ")
    assert code in result.stderr


@pytest.mark.parametrize(
    "published", [None, "", "last week", "2018", "2018-05", 20180507, {"value": "2018-05-07"}]
)
def test_any_publication_date_is_borne(published):
    text = "Ana Holt was elected mayor on 6 May 2018."
    result = run([json.dumps({"id": "a", "text": text, "published": published})])
    assert json.loads(result.stdout) == {"2018-05-06": [text]}


def test_months_and_years_bound_the_range_too():
    chosen = json.loads(run(LINES, "--dates", "40", "--from", "2018-06", "--to", "2018").stdout)
    assert min(chosen) == "2018-06-01"
    assert max(chosen) < "2019"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--from", "2019-01-02", "--to", "2019-01-01"], "--from 2019-01-02 is after --to 2019-01-01"),
        (["--from", "soon"], "Write it like 2014-03-01."),
        (["--dates", "0"], "0 is not in the range x>=1"),
    ],
)
def test_a_wrong_call_says_so(options, words):
    result = run(LINES, *options)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())


def test_a_query_turns_the_choice_to_another_name():
    lines = [
        '{"id": "a", "published": "2020-03-03", "text": "Ola Berg won the race on Monday. Per Dahl came second."}',
        '{"id": "b", "published": "2020-03-09", "text": "Ola Berg rested. Per Dahl won in Lund on Sunday."}',
        '{"id": "c", "published": "2020-03-20", "text": "Ola Berg trained. Ola Berg won on 2 March."}',
    ]
    assert list(json.loads(run(lines, "--dates", "1").stdout)) == ["2020-03-02"]
    asked = json.loads(run(lines, "--dates", "3", "--per-date", "1", "--query", "Per Dahl").stdout)
    assert asked["2020-03-08"] == ["Per Dahl won in Lund on Sunday."]


@pytest.fixture
def project(tmp_path, monkeypatch):
    facts = tmp_path / "content" / "facts" / "2018"
    facts.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Norwick\nplugins: [chronofact]\n", encoding="utf-8")
    (facts / "2018-05-06.yaml").write_text(
        "- {id: one, date: 2018-05-06, text: Ana Holt was elected mayor, status: reviewed, sources: []}\n"
        "- {id: two, date: 2018-06-01, text: Ana Holt was sworn in, sources: []}\n"
        "- {id: three, date: 2018-07-02, text: Ana Holt was seen, status: withdrawn, sources: []}\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("project")
def test_a_project_s_facts_as_text():
    result = CliRunner().invoke(main, ["highlights"])
    assert result.stdout == (
        "6 May 2018\n  Ana Holt was elected mayor\n1 June 2018\n  Ana Holt was sworn in\n"
    )


@pytest.mark.usefixtures("project")
def test_a_project_s_facts_as_json():
    result = CliRunner().invoke(main, ["highlights", "--json", "--dates", "1", "--to", "2018-05-31"])
    assert json.loads(result.stdout) == {"2018-05-06": ["Ana Holt was elected mayor"]}


def test_outside_a_project_nothing_is_done(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["highlights"])
    assert result.exit_code == 3
    assert "project-missing" in result.stderr
