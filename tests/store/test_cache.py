"""The cache of parsed files: same facts with and without it, and nothing it holds is ever needed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.store import Content, cache, load, load_content
from generator.store.project import Project

from .worlds import BRIDGE, FERRY, add, make_article, make_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = make_project(tmp_path / "p")
    add(project, make_article("bridge", BRIDGE), make_article("ferry", FERRY, "1931-03-04"))
    monkeypatch.setattr(load, "WORTH_BYTES", 1)
    return project


def parsed(project: Project, monkeypatch: pytest.MonkeyPatch) -> tuple[Content, list[str]]:
    """The content, and the files of facts that were parsed for it."""
    paths: list[str] = []
    real = load.parse_document

    def spy(path: str, text: str) -> object:
        if "/facts/" in path:
            paths.append(path)
        return real(path, text)

    with monkeypatch.context() as patch:
        patch.setattr(load, "parse_document", spy)
        return load_content(project), paths


def test_only_what_changed_is_parsed_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first, paths = parsed(project, monkeypatch)
    assert len(paths) == 4
    again, paths = parsed(project, monkeypatch)
    assert paths == [] and again.facts == first.facts
    assert [fact.place for fact in again.facts] == [fact.place for fact in first.facts]
    path = project.content / "facts/1931/1931-03-05.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: reviewed", 1), "utf-8")
    edited, paths = parsed(project, monkeypatch)
    assert paths == ["content/facts/1931/1931-03-05.yaml"]
    assert [fact.status for fact in edited.facts].count("reviewed") == 1


def test_a_file_with_a_problem_is_reported_every_time(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project.content / "facts/1931/1931-03-05.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: dreft", 1), "utf-8")
    for _ in range(2):
        found, _paths = parsed(project, monkeypatch)
        assert [one.code for one in found.problems] == ["value-choice"]


def test_a_corrected_day_of_an_article_reaches_cached_facts(project: Project) -> None:
    load_content(project)
    path = project.content / "articles/ferry.yaml"
    path.write_text(path.read_text("utf-8").replace("1931-03-04", "1931-03-06"), "utf-8")
    facts = load_content(project).facts
    anchors = {s.date.anchor for f in facts for s in f.sources if s.article == "ferry" and not s.date.words}
    assert anchors == {"1931-03-06"}


@pytest.mark.parametrize("spoilt", [b"", b"{", b"SQLite format 3\0" + b"x" * 5000, b"\xff" * 5000])
def test_a_spoilt_cache_is_like_none_and_made_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch, spoilt: bytes
) -> None:
    wanted = load_content(project).facts
    (project.cache / cache.NAME).write_bytes(spoilt)
    assert load_content(project).facts == wanted
    again, paths = parsed(project, monkeypatch)
    assert (again.facts, paths) == (wanted, [])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE facts SET rows = '[[1]]'",
        "UPDATE facts SET rows = 'x'",
        "UPDATE facts SET days = '3'",
        "DELETE FROM facts",
        "UPDATE version SET value = 'older'",
        "DROP TABLE facts",
        "DROP TABLE version",
    ],
)
def test_what_a_cache_holds_is_never_trusted(project: Project, statement: str) -> None:
    wanted = load_content(project).facts
    with closing(sqlite3.connect(project.cache / cache.NAME)) as base:
        base.execute(statement)
        base.commit()
    assert load_content(project).facts == wanted


def test_a_cache_that_another_run_writes_is_left_alone(project: Project) -> None:
    wanted = load_content(project).facts
    with closing(sqlite3.connect(project.cache / cache.NAME)) as base:
        base.execute("BEGIN EXCLUSIVE")
        assert load_content(project).facts == wanted


def test_one_changed_file_writes_no_other_row(project: Project) -> None:
    load_content(project)
    (project.cache / cache.OLD_NAME).write_text("{}")
    with closing(sqlite3.connect(project.cache / cache.NAME)) as base:
        before = dict(base.execute("SELECT key, rows FROM facts"))
    path = project.content / "facts/1931/1931-03-05.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: reviewed", 1), "utf-8")
    load_content(project)
    with closing(sqlite3.connect(project.cache / cache.NAME)) as base:
        after = dict(base.execute("SELECT key, rows FROM facts"))
    assert len(before.keys() - after.keys()) == len(after.keys() - before.keys()) == 1
    assert not (project.cache / cache.OLD_NAME).exists()


def test_a_project_that_cannot_be_written_to_is_still_read(project: Project) -> None:
    project.cache.mkdir(exist_ok=True)
    (project.cache / cache.NAME).unlink(missing_ok=True)
    (project.cache / cache.NAME).mkdir()
    assert len(load_content(project).facts) == 7


def test_a_record_that_did_not_change_is_not_parsed_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = load_content(project)
    monkeypatch.setattr(load, "parse_document", lambda path, _text: pytest.fail(path))
    (project.content / "entities.yaml").unlink(missing_ok=True)
    again = load_content(project)
    assert dict(again.articles) == dict(wanted.articles) and again.facts == wanted.facts


@pytest.mark.parametrize("row", ["[1]", "x", '["a", "t", 99, 1]', '["a", "t", 1]', "{}", '[["a"], 3, 99]'])
def test_a_record_that_is_none_is_parsed(project: Project, row: str) -> None:
    wanted = load_content(project).articles
    with closing(sqlite3.connect(project.cache / cache.NAME)) as base:
        base.execute("UPDATE articles SET row = ?", (row,))
        base.commit()
    assert load_content(project).articles == wanted
