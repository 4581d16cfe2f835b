"""Folders set or named badly: whatever a person put there is there afterwards, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from generator.cli import main

from .conftest import MINE, files, lost


@pytest.fixture
def project(start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy with a person's files in it and beside it."""
    folder = tmp_path / "p"
    shutil.copytree(start, folder)
    for path in MINE:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"mine: {path}\n", "utf-8")
    (folder / "linked").symlink_to(folder / "notes")
    (folder / "away").symlink_to(tmp_path / "beside")
    monkeypatch.chdir(folder)
    return folder


def chronofact(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def set_folder(project: Path, name: str, value: str) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    if name == "site_dir":
        config.write_text(f"site_dir: {value!r}\n{text}", "utf-8")
    else:
        lines = text.split("\n")
        at = next(n for n, line in enumerate(lines) if line.strip().rstrip(":") == "- chronofact")
        lines[at : at + 1] = ["  - chronofact:", f"      {name}: {value!r}"]
        config.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize(
    "target",
    [".", "..", "../beside", "content", "content/pages", "content/facts", "content/new", "seeds", "seeds/x", "notes",
     "notes/pages", "build", "empty", "linked", "away", "site", "site/x", ".chronofact", "./content/../content/pages",
     "docs2", "../p", "/", ".git"],
)  # fmt: skip
def test_render_touches_nothing_it_did_not_write(project: Path, target: str) -> None:
    (project / ".git").mkdir()
    (project / ".git" / "config").write_text("mine", "utf-8")
    before = files(project.parent)
    said = chronofact("render", target, "--drafts")
    assert lost(before, files(project.parent)) == []
    assert said.exit_code == 3, said.output
    assert "error target-" in said.output, said.output
    assert set(files(project.parent)) == set(before)


def test_render_into_a_folder_of_its_own_again_and_again(project: Path) -> None:
    assert chronofact("render", "out/pages", "--drafts").exit_code == 0
    first = files(project / "out/pages")
    assert "index.md" in first
    (project / "out/pages/mine.md").write_text("mine", "utf-8")
    assert chronofact("render", "out/pages").exit_code == 0  # without drafts there are fewer pages
    after = files(project / "out/pages")
    assert after["mine.md"] == b"mine"
    assert set(after) < {*first, "mine.md"}


@pytest.mark.usefixtures("project")
def test_render_goes_on_where_a_first_run_was_killed_before_its_list_stood() -> None:
    begun = Path("out/.chronofact-written.json.tmp")
    begun.parent.mkdir()
    begun.write_text('{"version": 1, "unfini', "utf-8")
    assert chronofact("render", "out", "--drafts").exit_code == 0
    assert Path("out/index.md").exists()
    assert not begun.exists()


@pytest.mark.parametrize("how", ["edited", "replaced by a link", "folder is a link"])
def test_a_rendered_page_that_a_person_changed_is_kept(project: Path, how: str) -> None:
    chronofact("render", "out", "--drafts")
    page = project / "out" / "index.md"
    if how == "edited":
        page.write_text("my own words", "utf-8")
    elif how == "replaced by a link":
        page.unlink()
        page.symlink_to(project / "notes/plan.md")
    else:
        shutil.rmtree(project / "out/timeline")
        (project / "out/timeline").symlink_to(project / "notes")
    before = files(project.parent)
    facts = next((project / "content/facts").rglob("*.yaml"))
    facts.write_text(facts.read_text("utf-8").replace("status: draft", "status: disputed"), "utf-8")
    said = chronofact("render", "out", "--drafts")
    assert said.exit_code == 3 and "target-changed" in said.output
    before[str(facts.relative_to(project.parent))] = facts.read_bytes()
    assert lost(before, files(project.parent)) == []


@pytest.mark.parametrize("name", ["cache_dir", "content_dir", "seeds_dir", "site_dir"])
@pytest.mark.parametrize(
    "value",
    [".", "..", "./", "../beside", "content", "content/", "content/x", "CONTENT", "seeds", "notes", "notes/..", "",
     "/tmp", "~", "away", "content/pages", "C:\\x", "a\\..\\b", ".chronofact"],
)  # fmt: skip
def test_a_folder_of_the_settings_never_costs_a_file(project: Path, name: str, value: str) -> None:
    if (name, value) in {("content_dir", "content"), ("content_dir", "content/"), ("seeds_dir", "seeds")}:
        return  # as it should be
    value = str(project.parent / "beside") if value == "/tmp" else value
    set_folder(project, name, value)
    before = files(project.parent)
    said = chronofact("check")
    try:
        build(load_config(str(project / "mkdocs.yml")))
        built = True
    except (Abort, BuildError, ConfigurationError, SystemExit, OSError):
        built = False
    after = files(project.parent)
    assert lost(before, after) == []
    assert said.exception is None or isinstance(said.exception, SystemExit), said.exception
    if value in (".", "..", "./", "../beside") and name != "site_dir":
        assert said.exit_code == 3 and not built, said.output


@pytest.mark.parametrize(
    ("output", "code"),
    [
        ("content/facts/2021.yaml", 3), ("content/articles/x.yaml", 3), ("seeds/bridge.txt", 3), ("mkdocs.yml", 3),
        ("README.md", 3), ("../beside/README.md", 3), ("away/index.md", 3), ("linked/plan.md", 3),
        ("content/pages/mine.md", 3), (".chronofact/facts.json", 3), ("content/pages/facts.csv", 0), ("new.csv", 0),
    ],
)  # fmt: skip
def test_export_replaces_only_what_it_wrote(project: Path, output: str, code: int) -> None:
    before = files(project.parent)
    said = chronofact("export", "csv", "--drafts", "-o", output)
    assert said.exit_code == code, said.output
    assert lost(before, files(project.parent)) == []
    if code == 0:
        facts = next((project / "content/facts").rglob("*.yaml"))
        facts.write_text(facts.read_text("utf-8").replace("status: draft", "status: disputed"), "utf-8")
        assert chronofact("export", "csv", "--drafts", "-o", output).exit_code == 0
        assert b"disputed" in (project / output).read_bytes()
        (project / output).write_bytes(b"mine")
        assert chronofact("export", "csv", "--drafts", "-o", output).exit_code == 3
        assert (project / output).read_bytes() == b"mine"
        assert chronofact("export", "csv", "--drafts", "-o", output, "--overwrite").exit_code == 0


def test_a_cache_of_before_the_list_is_taken_over(project: Path) -> None:
    old = project / ".chronofact" / "pages"
    old.mkdir(parents=True)
    (old / "index.md").write_text("of an older version", "utf-8")
    build(load_config(str(project / "mkdocs.yml")))
    assert "of an older version" not in (old / "index.md").read_text("utf-8")
