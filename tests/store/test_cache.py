"""The cache of parsed files: same facts with and without it, and nothing it holds is ever needed."""

from __future__ import annotations

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


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b"[]", b"\xff", b'{"version": "VERSION", "files": {"x": [[1]]}}']
)
def test_a_spoilt_cache_is_like_none(project: Project, spoilt: bytes) -> None:
    wanted = load_content(project).facts
    file = project.cache / cache.NAME
    file.write_bytes(spoilt.replace(b"VERSION", cache.VERSION.encode()))
    assert load_content(project).facts == wanted


def test_a_project_that_cannot_be_written_to_is_still_read(project: Project) -> None:
    project.cache.mkdir(exist_ok=True)
    (project.cache / cache.NAME).unlink(missing_ok=True)
    (project.cache / cache.NAME).mkdir()
    assert len(load_content(project).facts) == 7
