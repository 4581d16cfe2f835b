"""A table marked in a spreadsheet, names in one sitting, what corrections teach, and two people in one file."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.store import load_content, load_project
from generator.store.document import parse_document
from generator.store.name_decisions import spelled_alike
from generator.store.threeway import join_files

from .made import make


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = make(tmp_path / "p", 5)
    monkeypatch.chdir(folder)
    assert run("add", "seeds").exit_code == 0
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted((root / "content").rglob("*")) if p.is_file()}


def test_a_table_out_marked_and_in(root: Path) -> None:
    before = snapshot(root)
    assert run("review", "--csv", "w.csv").exit_code == 0
    rows = list(csv.DictReader(io.StringIO(Path("w.csv").read_text("utf-8"))))
    assert len(rows) == len(load_content(load_project(root)).facts) > 10
    rows[0]["decision"], rows[0]["speaker"] = "a", "Jo Wick"
    rows[1]["decision"], rows[1]["why"] = "reject", "small"
    rows[2]["date"] = "5 March 2031"
    rows[3]["decision"] = "accept"
    rows[3]["mark"] = "0" * 20
    for delimiter in (";", "\t"):
        with Path("m.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        said = run("review", "--import", "m.csv", "--dry-run")
        assert said.exit_code == 0 and "3 decisions would be made" in said.output and snapshot(root) == before
    said = run("review", "--import", "m.csv", "--by", "Ann")
    assert said.exit_code == 0 and "3 decisions made" in said.output and "changed since" in said.output, (
        said.output
    )
    content = load_content(load_project(root))
    first = content.by_id[rows[0]["id"]]
    assert (first.status, first.speaker, first.decided and first.decided.by) == ("reviewed", "Jo Wick", "Ann")
    assert content.rejected[rows[1]["id"]].why == "small"
    assert content.by_id[rows[2]["id"]].date == "2031-03-05"
    assert content.by_id[rows[3]["id"]].status == "draft"
    assert run("undo").exit_code == 0 and snapshot(root) == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "lacks the columns"),
        ("a,b\n1,2\n", "lacks the columns"),
        ("id,decision,mark\nx,burn,1\n", "'burn' is no decision"),
        ("id,decision,mark\nx,accept,1\n", "There is no fact 'x'"),
    ],
)
def test_a_table_that_is_none(root: Path, text: str, words: str) -> None:
    before = snapshot(root)
    Path("m.csv").write_text(text, "utf-8")
    said = run("review", "--import", "m.csv")
    assert said.exit_code == 3 and words in said.output and snapshot(root) == before


def test_names_in_one_sitting(root: Path) -> None:
    path = root / "content/entities.yaml"
    path.write_text(
        "# names\n- id: mara-lind\n  name: Mara Lind\n  kind: person  # she\n  status: proposed\n\n"
        "- id: mara-lynd\n  name: Mara Lynd\n  kind: person\n  aliases: [M. Lynd]\n  status: proposed\n\n"
        "- id: telegram\n  name: Telegram\n  kind: organisation\n  status: proposed\n",
        "utf-8",
    )
    before = path.read_bytes()
    said = run("names")
    assert "mara-lind" in said.output and "Perhaps one name: Mara Lind" in said.output
    content = load_content(load_project(root))
    assert [(a.id, b.id) for a, b in spelled_alike(content)] == [("mara-lind", "mara-lynd")]
    said = run("names", "--accept", "mara-lind", "--join", "mara-lind", "mara-lynd", "--ignore", "Telegram")
    assert said.exit_code == 0, said.output
    one, telegram = load_content(load_project(root)).entities
    assert (one.status, one.aliases) == ("published", ("Mara Lynd", "M. Lynd"))
    assert telegram.status == "ignored"
    assert path.read_text("utf-8").startswith(
        "# names\n- id: mara-lind\n  name: Mara Lind\n  kind: person  # she\n"
    )
    for arguments in (
        ("--accept", "nobody"),
        ("--kind", "mara-lind", "ghost"),
        ("--join", "telegram", "telegram"),
    ):
        assert run("names", *arguments).exit_code == 3
    assert run("undo").exit_code == 0 and path.read_bytes() == before


def test_what_corrections_teach(root: Path) -> None:
    assert "Nobody has decided" in run("doctor").output
    ids = [fact.id for fact in load_content(load_project(root)).facts]
    run("accept", *ids[:6])
    run("edit", ids[0], "date=2031-03-20")
    run("reject", ids[7])
    said = run("doctor").output
    assert any(line.startswith("date") and " 1 " in line for line in said.splitlines()), said
    assert "rejected" in said


BASE = """# ours
- id: a
  date: 2031
  text: One
  status: draft

- id: b
  text: Two
  status: draft

- id: c
  text: Three
  status: draft
"""


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted", "conflicts"),
    [
        (BASE.replace("One", "Uno"), BASE.replace("Two", "Due"), BASE.replace("One", "Uno").replace("Two", "Due"), ()),
        (BASE, BASE.split("- id: b")[0] + "- id: c" + BASE.split("- id: c")[1], None, ()),
        (BASE.replace("2031", "2032"), BASE.replace("text: One", "text: Uno"),
         BASE.replace("2031", "2032").replace("One", "Uno"), ()),
        (BASE.replace("One", "Uno"), BASE.replace("One", "Eins"), None, ("a",)),
        (BASE + "\n- id: d\n  text: Four\n", BASE + "\n- id: e\n  text: Five\n",
         BASE + "\n- id: d\n  text: Four\n\n- id: e\n  text: Five\n", ()),
        (BASE.replace("- id: b\n  text: Two\n  status: draft\n\n", ""), BASE.replace("Two", "Due"), None, ("b",)),
    ],
)  # fmt: skip
def test_two_states_of_a_file(ours: str, theirs: str, wanted: str | None, conflicts: tuple[str, ...]) -> None:
    joined = join_files("f", BASE, ours, theirs)
    assert joined is not None and joined.conflicts == conflicts
    if wanted is not None:
        assert joined.text == wanted
    if conflicts:
        found = parse_document("f", joined.text).problems[0]
        assert found.code == "yaml-conflict"


def test_a_conflict_of_git_is_named_and_mended(root: Path) -> None:
    path = root / "content/facts/2031/x.yaml"
    article = load_content(load_project(root)).facts[0].sources[0]
    entry = (
        "- id: {0}\n  date: 2031\n  text: {1}\n  status: reviewed\n  sources:\n    - article: "
        f"{article.article}\n      quote: '{article.quote}'\n"
    )
    text = "\n".join(entry.format(id, f"Fact {id}") for id in ("first", "second"))
    path.write_text(text, "utf-8")

    def git(*arguments: str) -> int:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@x", *arguments]
        return subprocess.run(command, cwd=root, capture_output=True, check=False).returncode

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "start")
    git("checkout", "-qb", "other")
    path.write_text(text + "\n" + entry.format("third", "Fact third"), "utf-8")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "main")
    path.write_text(text + "\n" + entry.format("fourth", "Fact fourth"), "utf-8")
    git("commit", "-qam", "ours")
    assert git("merge", "other") != 0
    said = run("check")
    assert "ours: 'fourth'; theirs: 'third'" in said.output, said.output
    assert "leads nowhere" not in said.output, "what git's marks hide is not gone"
    said = run("check", "--fix")
    found = load_content(load_project(root)).by_id
    assert {"first", "second", "third", "fourth"} <= set(found), said.output
    assert "<<<" not in path.read_text("utf-8")
