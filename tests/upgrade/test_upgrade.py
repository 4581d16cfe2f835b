"""Projects of before forms had numbers, opened by this version: nothing lost, one command, every change explained.

``project-0`` was made and worked on with the commit 7cd7604 (two articles, one fact accepted, one rejected);
``project-older`` with 31e6b74, a week before (three articles; by hand: comments, a shelf of one's own, a fact typed, one
removed, words and dates changed; by command: two facts merged, one renamed).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.store import load_content, load_project
from generator.store.format import FORMAT, STEPS
from tests.site.building import build_project

HERE = Path(__file__).parent
# Each with its facts, how many of them are reviewed, and ids that must lead to them: renamed and merged ones too.
OLD = {
    "project-0": (8, 1, ()),
    "project-older": (
        12,
        3,
        ("weir-built-1908-raised-metre-summer-1954", "fire-crews-took-41-people-out-homes-dawn"),
    ),
}


def chronofact(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(params=OLD)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    shutil.copytree(HERE / request.param, tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    return tmp_path / "p"


def state(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".chronofact" not in path.parts
    }


def test_one_command_and_nothing_lost(project: Path, request: pytest.FixtureRequest) -> None:
    before, content = state(project), load_content(load_project(project))
    facts, reviewed, led = OLD[request.node.callspec.params["project"]]
    assert len(content.facts) == facts
    assert [fact.status for fact in content.facts].count("reviewed") == reviewed
    assert {*led} <= {id for fact in content.facts for id in fact.merged_ids}
    assert "would be written" in chronofact("upgrade", "--dry-run").output and state(project) == before
    said = chronofact("upgrade")
    assert said.exit_code == 0 and STEPS[0].about in said.output, said.output
    after = state(project)
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    assert changed == {"content/.format", "content/.schema/article.json", "content/.schema/facts.json"} | (
        {"content/.schema/entities.json"} & changed
    )
    again = load_content(load_project(project))
    assert (again.facts, again.articles, again.entities) == (
        content.facts,
        content.articles,
        content.entities,
    )
    assert again.rejected == content.rejected and not again.problems
    assert "is as Chronofact" in chronofact("upgrade").output and state(project) == after


def test_the_old_project_is_worked_on_as_it_is(project: Path) -> None:
    before = {
        path: data
        for path, data in state(project).items()
        if path.startswith(("content/facts", "content/articles"))
    }
    assert chronofact("check").exit_code == 0
    facts = load_content(load_project(project)).by_id
    said = chronofact("add", "seeds", "--no-names")
    assert said.exit_code == 0 and "added" not in said.output, said.output
    after = state(project)
    assert {
        path for path in before if "reviewed" in before[path].decode() and before[path] != after.get(path)
    } == set()
    content = load_content(load_project(project))
    assert content.by_id.keys() == facts.keys()
    assert not content.rejected.keys() & content.by_id.keys()


def test_the_site_of_an_old_project_is_built_with_its_settings(project: Path) -> None:
    site = build_project(project)
    facts = load_content(load_project(project)).facts
    shown = {
        id for fact in facts if fact.status in ("reviewed", "disputed") for id in (fact.id, *fact.merged_ids)
    }
    assert {path.name for path in (site / "f").iterdir() if path.is_dir()} == shown


@pytest.mark.parametrize(
    ("text", "code"), [(f"{FORMAT + 1}\n", "format-newer"), ("two\n", "format-odd"), ("", "format-odd")]
)
def test_a_form_that_is_not_known_is_never_written_to(project: Path, text: str, code: str) -> None:
    (project / "content/.format").write_text(text, "utf-8")
    before = state(project)
    assert code in chronofact("check").output
    for command in (("upgrade",), ("add", "seeds"), ("import", "mkdocs.yml", "--form", "csv")):
        said = chronofact(*command)
        assert said.exit_code == 3, said.output
    assert state(project) == before


def test_steps_are_numbered_up_to_the_form() -> None:
    assert [step.to for step in STEPS] == list(range(1, FORMAT + 1))
