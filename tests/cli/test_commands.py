"""The command line as its users meet it: help, exit codes, what is printed and what is written."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from generator.cli import COMMANDS, main

from .conftest import Run

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def files(folder: Path = Path()) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def facts_file() -> Path:
    (path,) = [p for p in Path("content/facts").rglob("*.yaml") if "2021-06-0" in p.name][:1]
    return path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_and_stands_in_the_readme(run: Run, name: str) -> None:
    said = run(name, "--help")
    assert said.exit_code == 0
    assert "Example" in said.output
    command = main.get_command(click.Context(main), name)
    assert command is not None and command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert f"`chronofact {name}" in README or f", `{name}" in README


def test_help_names_the_exit_codes(run: Run) -> None:
    said = run("--help").output
    assert "Exit codes" in said


def test_a_mistyped_command_is_answered_with_the_near_one(run: Run) -> None:
    said = run("chek")
    assert said.exit_code == 2
    assert "Did you mean 'check'?" in said.output


def test_adding_makes_dated_drafts_with_their_sources(run: Run, story: Path) -> None:
    said = run("add", str(story), "--drafts", "all")
    assert said.exit_code == 0, said.output
    assert "1 article read" in said.output
    text = "".join(path.read_text(encoding="utf-8") for path in Path("content/facts").rglob("*.yaml"))
    assert "date: 2021-06-03" in text
    assert "status: draft" in text
    assert "Tove Lind" in text
    assert Path("seeds/bridge.txt").read_bytes() == story.read_bytes()


def test_adding_again_changes_no_byte(run: Run, story: Path) -> None:
    run("add", str(story))
    before = files()
    said = run("add", str(story))
    assert said.exit_code == 0
    assert "nothing to change" in said.output
    assert files() == before


def test_a_dry_run_prints_the_difference_and_writes_nothing(run: Run, story: Path) -> None:
    before = files()
    said = run("add", str(story), "--dry-run")
    assert "+  date: 2021-06-03" in said.output
    assert files() == before


def test_dry_run_as_json_is_json(run: Run, story: Path) -> None:
    said = run("add", str(story), "--dry-run", "--json")
    changes = json.loads(said.stdout)
    assert changes["added"] and changes["files"]


def test_one_bad_article_does_not_stop_the_others(run: Run, story: Path) -> None:
    (story.parent / "empty.txt").write_bytes(b"")
    said = run("add", str(story.parent / "empty.txt"), str(story))
    assert said.exit_code == 1
    assert "is empty" in said.output
    assert facts_file().exists()


def test_explain_says_why_a_sentence_is_no_fact(run: Run, story: Path) -> None:
    story.write_text(story.read_text() + "\nNo further details were provided.\n", encoding="utf-8")
    said = run("add", str(story), "--explain")
    assert "No further details were provided." in said.output


def test_a_corrected_publication_date_moves_what_counts_from_it(run: Run, story: Path) -> None:
    run("add", str(story))
    (record,) = Path("content/articles").glob("*.yaml")
    record.write_text(record.read_text().replace("2021-06-04", "2021-06-11"), encoding="utf-8")
    said = run("add", str(story))
    assert said.exit_code == 0, said.output
    dates = {p.name for p in Path("content/facts").rglob("*.yaml")}
    text = "".join(p.read_text() for p in Path("content/facts").rglob("*.yaml"))
    assert "date: 2021-06-10" in text, dates


@pytest.mark.parametrize("how", ["option", "sidecar"])
def test_a_date_given_for_an_article_stays_when_the_article_is_added_again(
    run: Run, tmp_path: Path, how: str
) -> None:
    story = tmp_path / "lock.txt"
    story.write_text("The lock at Ems\n\nThe city closed the old lock on Thursday.\n", encoding="utf-8")
    if how == "sidecar":
        (tmp_path / "lock.txt.yaml").write_text("published: 2021-06-04\n", encoding="utf-8")
        run("add", str(story))
    else:
        run("add", str(story), "--published", "2021-06-04")
    before = files()
    said = run("add", "seeds/")
    assert "nothing to change" in said.output
    assert files() == before
    run("add", str(story), "--published", "2021-06-11")
    assert "date: 2021-06-10" in "".join(p.read_text("utf-8") for p in Path("content/facts").rglob("*.yaml"))
    assert "nothing to change" in run("add", "seeds/").output


def test_what_was_said_of_an_article_is_kept_beside_it(run: Run, story: Path) -> None:
    run("add", str(story), "--publisher", "The Lower Sarn Post", "--url", "https://post.example/1")
    beside = Path("seeds/bridge.txt.yaml")
    assert beside.read_text() == "publisher: The Lower Sarn Post\nurl: https://post.example/1\n"
    beside.write_text("outlet: The Lower Sarn Post  # as they call it\nurl: https://post.example/1\n")
    assert "nothing to change" in run("add", "seeds/").output
    run("add", str(story), "--url", "https://post.example/2")
    assert (
        beside.read_text() == "outlet: The Lower Sarn Post  # as they call it\nurl: https://post.example/2\n"
    )
    (record,) = Path("content/articles").glob("*.yaml")
    assert "The Lower Sarn Post" in record.read_text() and "example/2" in record.read_text()


def test_a_page_from_a_feed_is_kept_as_it_came_and_reads_again_the_same(run: Run, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(
        "<rss version='2.0'><channel><title>The Sarn Post</title><item><title>Lock opens</title>"
        "<pubDate>Fri, 04 Jun 2021 10:00:00 GMT</pubDate><description>&lt;p&gt;The new lock on the Sarn opened on "
        "Thursday, the city said in a statement.&lt;/p&gt;&lt;p&gt;It cost nine million and took four years."
        "&lt;/p&gt;</description></item></channel></rss>"
    )
    assert run("add", str(feed)).exit_code == 0
    kept = sorted(path.name for path in Path("seeds").glob("the-sarn-post*"))
    assert kept == [
        "the-sarn-post-2021-06-04-lock-opens.html",
        "the-sarn-post-2021-06-04-lock-opens.html.yaml",
    ]
    assert run("check").exit_code == 0
    before = files()
    assert "nothing to change" in run("add", "seeds/").output
    assert "nothing to change" in run("add", str(feed)).output
    assert files() == before


def test_an_undated_article_is_dated_when_one_that_copies_it_comes(
    run: Run, story: Path, tmp_path: Path
) -> None:
    extra = (
        "The council will vote on a temporary ferry before the end of the month, the mayor's office said.\n\n"
        "Engineers expect that replacing the two cables will take the better part of a year to finish.\n\n"
        "Shopkeepers on the eastern bank say that they have already lost half of their usual customers.\n"
    )
    body = story.read_text().split("\n\n", 2)[2]
    (tmp_path / "copy.txt").write_text(body + "\n" + extra, encoding="utf-8")
    story.write_text(story.read_text() + "\n" + extra, encoding="utf-8")
    first = run("add", str(tmp_path / "copy.txt"))
    assert "Nothing says when" in first.output
    assert "without a date" in first.output
    second = run("add", str(story))
    assert second.exit_code == 0, second.output
    record = Path("content/articles/copy.yaml").read_text()
    assert "basis: inferred" in record and "2021-06-04" in record
    assert not Path("content/facts/undated.yaml").exists()  # what has a date now has moved to its file


def test_a_date_set_by_hand_is_told_and_moved_out_of_the_undated(run: Run, tmp_path: Path) -> None:
    story = tmp_path / "lock.txt"
    story.write_text("The lock at Ems\n\nThe city closed the old lock on Thursday.\n", encoding="utf-8")
    run("add", str(story))
    undated = Path("content/facts/undated.yaml")
    assert "basis: unknown" in undated.read_text()
    undated.write_text(undated.read_text().replace("date:\n", "date: June 4, 2021  # asked the city\n"))
    said = run("check")
    assert said.exit_code == 1 and "undated.yaml:3:9: error date-form" in said.output
    assert "Write '2021-06-04'; 'chronofact check --fix' does it for you." in said.output
    fixed = run("check", "--fix")
    assert fixed.exit_code == 0, fixed.output
    assert not undated.exists()
    assert "date: 2021-06-04  # asked the city" in Path("content/facts/2021/2021-06-04.yaml").read_text()
    before = files()
    assert "nothing to change" in run("add", str(story)).output
    assert files() == before


def test_check_review_and_export_agree_on_what_is_there(run: Run, story: Path) -> None:
    run("add", str(story))
    assert run("check").exit_code == 0
    assert "is a draft" in run("review").output
    assert json.loads(run("export", "json").stdout)["facts"] == []
    for path in Path("content/facts").rglob("*.yaml"):
        path.write_text(path.read_text().replace("status: draft", "status: reviewed"), encoding="utf-8")
    assert len(json.loads(run("export", "json").stdout)["facts"]) >= 2
    assert run("export", "csv").stdout.count("\n") >= 3


def test_review_says_when_a_file_cannot_be_read(run: Run, story: Path) -> None:
    run("add", str(story))
    for path in Path("content/facts").rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("  date:", "\tdate:"), encoding="utf-8")
    said = run("review")
    assert said.exit_code == 0
    assert "chronofact check" in said.output
    assert "Nothing waits" not in said.output


def test_a_broken_file_is_named_with_line_and_column_and_nothing_is_written(run: Run, story: Path) -> None:
    run("add", str(story))
    path = facts_file()
    path.write_text(path.read_text().replace("  status: draft", "  staus: draft", 1), encoding="utf-8")
    said = run("check")
    assert said.exit_code == 1
    assert f"{path}:" in said.output and "status" in said.output
    path.write_text("\t- id: x\n", encoding="utf-8")
    before = files()
    again = run("add", str(story))
    assert again.exit_code == 3
    assert files() == before


def test_outside_a_project_nothing_is_done(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("check")
    assert said.exit_code == 3
    assert "mkdocs.yml" in said.output


def test_new_never_overwrites(run: Run) -> None:
    before = files()
    said = run("new", ".")
    assert said.exit_code == 3
    assert files() == before


def test_rename_keeps_the_old_link_and_merge_its_sources(run: Run, story: Path) -> None:
    run("add", str(story))
    ids = [line.split()[-1] for line in facts_file().read_text().splitlines() if line.startswith("- id:")]
    assert run("rename", ids[0], "bridge-closed").exit_code == 0
    assert f"was: [{ids[0]}]" in facts_file().read_text()
    assert run("check").exit_code == 0
    assert run("rename", "no-such-fact", "x").exit_code == 3


def test_changes_since_a_day(run: Run, story: Path) -> None:
    run("add", str(story))
    assert "added" in run("changes", "--since", "2000-01-01").output
    assert run("changes", "--since", "tomorrow").exit_code == 2


def test_facts_of_another_tool_need_a_quote_that_stands(run: Run, story: Path) -> None:
    run("add", str(story))
    article = next(Path("content/articles").glob("*.yaml")).stem
    good = {
        "date": "1962-05",
        "text": "The bridge opened in May 1962",
        "sources": [
            {"article": article, "quote": "The bridge opened in May 1962 and carried 9,000 cars a day."}
        ],
    }
    bad = {**good, "text": "It fell", "sources": [{"article": article, "quote": "The bridge fell."}]}
    Path("facts.jsonl").write_text(json.dumps(good) + "\n" + json.dumps(bad) + "\n", encoding="utf-8")
    said = run("add", "--facts", "facts.jsonl", "--by", "reader-7")
    assert said.exit_code == 1
    assert "The bridge fell." in said.output


def test_a_platform_is_no_organisation_but_an_outlet_is(run: Run, story: Path) -> None:
    story.write_text(
        story.read_text() + "\nThe ferry will start on Monday, Lind wrote on Telegram.\n", encoding="utf-8"
    )
    run("add", str(story))
    names = Path("content/entities.yaml").read_text(encoding="utf-8")
    assert "name: The Sarn Post" in names or "name: Sarn Post" in names
    assert "Telegram" not in names


def test_why_tells_of_a_fact_by_its_id_or_its_line(run: Run, story: Path) -> None:
    run("add", str(story))
    place = facts_file()
    id = place.read_text().split("- id: ")[1].split("\n")[0]
    said = run("why", id)
    assert said.exit_code == 0, said.output
    assert "“on Thursday”" in said.output or "“Thursday”" in said.output
    assert "[The city closed the old bridge" in said.output and "1 article, 1 origin" in said.output
    assert run("why", f"{place}:4").output == said.output
    assert json.loads(run("why", id, "--json").stdout)["sources"][0]["basis"] == "relative"
    assert run("why", id[:-1]).output == said.output, "the beginning of an id is enough"
    missing = run("why", f"{id}s")
    assert missing.exit_code == 3 and f"Did you mean '{id}'?" in missing.output
