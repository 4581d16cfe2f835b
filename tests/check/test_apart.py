"""What was found in a file is kept by all it rests on: only what changed is looked at again, and nothing is trusted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.check import apart, check_content
from generator.errors import Problem
from generator.store import load_content
from generator.store.cache import CheckCache
from generator.store.project import Project
from tests.store.worlds import BRIDGE, FERRY, add, make_article, make_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = make_project(tmp_path / "p")
    add(project, make_article("bridge", BRIDGE), make_article("ferry", FERRY, "1931-03-04"))
    monkeypatch.setattr(apart, "_FEW", 1)
    return project


def checked(project: Project, monkeypatch: pytest.MonkeyPatch) -> tuple[tuple[Problem, ...], int]:
    """The problems as they are found with the memory, which are those found without; and how many files were looked at."""
    looked = []
    real = apart._look

    def spy(content, settings, rules):  # type: ignore[no-untyped-def]
        looked.append(content)
        return real(content, settings, rules)

    content = load_content(project)
    with monkeypatch.context() as patch:
        patch.setattr(apart, "_look", spy)
        found = check_content(content, project.settings, memory=CheckCache(project.cache))
    assert found == check_content(content, project.settings)
    return found, len(looked)


def edit(project: Project, path: str, old: str, new: str) -> None:
    file = project.content / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_only_what_changed_is_looked_at(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(project, monkeypatch)[1] == 4
    assert checked(project, monkeypatch)[1] == 0
    edit(project, "facts/1931/1931-03-05.yaml", "status: draft", "status: withdrawn")
    found, looked = checked(project, monkeypatch)
    assert looked == 1 and "reason-missing" in {one.code for one in found}
    assert checked(project, monkeypatch) == (found, 0)


def test_what_rests_on_an_article_is_looked_at_when_it_changes(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(project, monkeypatch)
    (project.root / load_content(project).articles["ferry"].file).write_text("Nothing of it.\n", "utf-8")
    found, looked = checked(project, monkeypatch)
    assert 0 < looked < 4 and "quote-missing" in {one.code for one in found}


@pytest.mark.parametrize("kept", ["x", "[]", "[[], [1]]", "[[[1]], []]", "3", "[[], []]"])
def test_what_the_cache_holds_is_never_trusted(
    project: Project, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    checked(project, monkeypatch)
    with closing(sqlite3.connect(CheckCache(project.cache).path)) as base:
        base.execute("UPDATE checks SET found = ?", (kept,))
        base.commit()
    assert checked(project, monkeypatch)[1] == 4
