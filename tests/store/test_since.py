"""What changed since a day, from the facts themselves and from git."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

from generator.model import Correction, Fact, Source
from generator.store import changes_since, facts_at, facts_of, load_content

from .worlds import BRIDGE, add, make_article, make_project

SOURCE = Source("a", "x")
OLD = Fact("old", "1931", "x", (SOURCE,), added="1931-03-01", status="reviewed")


def shown(facts: list[Fact], before: dict[str, Fact] | None = None) -> list[tuple[str, str, str]]:
    return [(c.what, c.fact.id, c.on) for c in changes_since(facts, "1931-03-10", before)]


def test_from_the_facts_alone() -> None:
    new = replace(OLD, id="new", added="1931-03-12")
    mended = replace(
        OLD, id="mended", corrections=(Correction("1931-03-11", "5", "7", "why"), Correction("1931-03-02"))
    )
    assert shown([OLD, new, mended]) == [
        ("added", "new", "1931-03-12"),
        ("corrected", "mended", "1931-03-11"),
    ]
    change = changes_since([mended], "1931-03-10")[0]
    assert (change.fields, change.why) == ((("text", "5", "7"),), "why")


def test_against_the_facts_of_that_day() -> None:
    before = {
        f.id: f for f in (OLD, replace(OLD, id="gone"), replace(OLD, id="renamed"), replace(OLD, id="w"))
    }
    now = [
        replace(OLD, text="y", tags=("t",)),
        replace(OLD, id="better", merged_ids=("renamed",)),
        replace(OLD, id="w", status="withdrawn", reason="It was false."),
        replace(OLD, id="hand-made", added=""),
    ]
    assert {(what, id) for what, id, _ in shown(now, before)} == {
        ("changed", "old"), ("withdrawn", "w"), ("added", "hand-made"), ("removed", "gone"),
    }  # fmt: skip
    changed = next(c for c in changes_since(now, "1931-03-10", before) if c.what == "changed")
    assert changed.fields == (("text", "x", "y"),)


def git(root: Path, *arguments: str, day: str = "1971-03-05") -> None:
    moment = f"{day}T12:00:00"
    author = {f"GIT_{who}_{what}": "Ada" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(
        ["git", *arguments], cwd=root, check=True, capture_output=True, env=os.environ | author | dates
    )


def test_from_git_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    project = make_project(tmp_path / "repo/site")
    assert facts_at(project, "1971-03-10") is None and facts_of(project, "HEAD") is None
    add(project, make_article("bridge", BRIDGE))
    path = project.content / "facts/1931/1931-03-05.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: reviewed", 1), "utf-8")
    git(tmp_path / "repo", "init", "-q")
    git(tmp_path / "repo", "add", ".")
    git(tmp_path / "repo", "commit", "-qm", "first")
    path.write_text(path.read_text("utf-8").replace("text: Nobody was hurt", "text: Nobody"), "utf-8")
    git(tmp_path / "repo", "commit", "-qam", "second", day="1971-03-15")
    before = facts_at(project, "1971-03-10")
    assert before is not None and before["nobody-was-hurt"].text == "Nobody was hurt"
    found = changes_since(load_content(project).facts, "1971-03-10", before)
    assert [(change.what, change.fact.id) for change in found] == [("changed", "nobody-was-hurt")]
    kept = facts_of(project, "HEAD")
    assert kept is not None and kept["nobody-was-hurt"].text == "Nobody"
    assert facts_of(project, "--output=x") is None
    assert facts_at(project, "1970-01-02") is None


def test_a_fact_added_and_withdrawn_since_is_told_as_both() -> None:
    gone = Fact("gone", "1931", "It fell", (), status="withdrawn", added="1931-03-11", reason="It did not")
    assert [(c.what, c.why) for c in changes_since([gone], "1931-03-10")] == [
        ("added", ""),
        ("withdrawn", "It did not"),
    ]
