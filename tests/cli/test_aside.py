"""Few drafts, the rest at hand: kept aside, listed, promoted, and never lost against a person's will."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run


def texts() -> str:
    return "".join(path.read_text("utf-8") for path in sorted(Path("content/facts").rglob("*.yaml")))


def kept(run: Run) -> list[dict[str, object]]:
    said = run("review", "--aside", "the-sarn-post", "--json")
    assert said.exit_code == 0, said.output
    found: list[dict[str, object]] = json.loads(said.output)
    return found


def test_what_is_no_entry_is_kept_aside_and_listed(run: Run, story: Path) -> None:
    said = run("add", str(story))
    assert "2 facts added; 1 statement kept aside" in said.output
    assert "Tove Lind" not in texts()
    (one,) = kept(run)
    assert one["speaker"] == "Tove Lind"
    assert "it is all quotation" in str(one["against"])
    listed = run("review", "--aside", "the-sarn-post").output
    assert str(one["id"]) in listed and "worth 0." in listed


def test_explain_says_why(run: Run, story: Path) -> None:
    said = run("add", str(story), "--explain").output
    assert "kept aside, worth 0." in said and "it is all quotation" in said


@pytest.mark.parametrize(("drafts", "aside"), [("all", 0), ("1", 2), ("0", 3), ("few", 1)])
def test_how_many_drafts(run: Run, story: Path, drafts: str, aside: int) -> None:
    assert run("add", str(story), "--drafts", drafts).exit_code == 0
    assert len(kept(run)) == aside
    assert texts().count("status: draft") == 3 - aside


def test_the_setting_says_how_many(run: Run, story: Path) -> None:
    config = Path("mkdocs.yml")
    config.write_text(
        config.read_text("utf-8").replace("- chronofact:", "- chronofact:\n      drafts: 1"), "utf-8"
    )
    assert "1 fact added; 2 statements kept aside" in run("add", str(story)).output
    config.write_text(config.read_text("utf-8").replace("drafts: 1", "drafts: many"), "utf-8")
    assert "few, all or a number" in run("add", str(story)).output


def test_a_promoted_statement_is_a_draft_and_undone_byte_for_byte(run: Run, story: Path) -> None:
    run("add", str(story))
    before = texts()
    said = run("promote", "the-sarn-post", str(kept(run)[0]["id"]))
    assert said.exit_code == 0, said.output
    assert "Promoted nobody" in said.output
    assert "Tove Lind" in texts() and kept(run) == []
    assert run("undo").exit_code == 0
    assert texts() == before and len(kept(run)) == 1


def test_a_promoted_statement_that_is_removed_stays_removed(run: Run, story: Path) -> None:
    run("add", str(story))
    run("promote", "the-sarn-post", "Nobody should cross")
    run("reject", "nobody")
    assert "Tove Lind" not in texts() and kept(run) == []
    assert run("add", str(story), "--drafts", "all").exit_code == 0
    assert "Tove Lind" not in texts()


def test_a_statement_kept_aside_becomes_the_source_of_the_entry_it_repeats(run: Run, story: Path) -> None:
    run("add", str(story), "--drafts", "all")
    other = story.with_name("other.txt")
    other.write_text(story.read_text("utf-8").replace("The Sarn Post", "The Vale Gazette"), "utf-8")
    said = run("add", str(other), "--drafts", "0")
    assert "3 sources joined" in said.output and "aside" not in said.output


def test_a_statement_kept_aside_joins_an_entry_that_comes_later(run: Run, story: Path) -> None:
    run("add", str(story), "--drafts", "0")
    other = story.with_name("other.txt")
    other.write_text(story.read_text("utf-8").replace("The Sarn Post", "The Vale Gazette"), "utf-8")
    assert "3 facts added" in run("add", str(other), "--drafts", "all").output
    before = texts()
    assert before.count("- article: the-sarn-post") == 3
    assert kept(run) == []
    assert "nothing to change" in run("add", str(story), str(other), "--drafts", "all").output
    assert texts() == before
    run("reject", "nobody")
    assert run("add", str(story), "--drafts", "all").exit_code == 0
    assert "Tove Lind" not in texts() and kept(run) == []


def test_a_statement_kept_aside_joins_one_that_is_promoted_elsewhere(run: Run, story: Path) -> None:
    run("add", str(story), "--drafts", "0")
    other = story.with_name("other.txt")
    other.write_text(story.read_text("utf-8").replace("The Sarn Post", "The Vale Gazette"), "utf-8")
    run("add", str(other), "--drafts", "0")
    run("promote", "the-vale-gazette", "Nobody should cross")
    assert "- article: the-sarn-post" in texts()
    assert len(kept(run)) == 2


def test_a_project_made_before_keeps_every_fact(run: Run, story: Path) -> None:
    run("add", str(story), "--drafts", "all")
    before = texts()
    assert "nothing to change" in run("add", str(story)).output
    assert texts() == before


def test_a_name_that_fits_nothing_is_answered(run: Run, story: Path) -> None:
    run("add", str(story))
    said = run("promote", "the-sarn-post", "trams")
    assert said.exit_code == 3 and "aside-unknown" in said.output and "review --aside" in said.output
    said = run("review", "--aside", "the-sarn-pst")
    assert said.exit_code == 3 and "Did you mean the-sarn-post" in said.output
    assert run("add", str(story), "--drafts", "many").exit_code == 2


def test_leads_are_proposed_and_confirmed(run: Run, story: Path) -> None:
    run("add", str(story), "--drafts", "all")
    said = run("highlights", "--leads")
    assert said.exit_code == 0 and "lead=true` confirms" in said.output
    id = json.loads(run("highlights", "--leads", "--json").stdout)[0]["id"]
    assert run("edit", id, "lead=true").exit_code == 0
    assert "lead: true" in texts()
    assert json.loads(run("highlights", "--leads", "--json").stdout)[0]["lead"] is True
    assert run("highlights", "--leads", "--jsonl").exit_code == 2
