"""Paths and names as Windows and macOS have them, run here: what is stored is the same on every system."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from generator.articles import Received
from generator.ids import article_id
from generator.imports.back import _path
from generator.imports.forms import form_of
from generator.model import Article
from generator.pipeline.keep import home
from generator.store import Project
from generator.store.folders import fits_everywhere, may_write
from generator.store.write import _shown
from generator.store.written import _Bounds


@pytest.mark.parametrize(
    ("root", "path"),
    [
        (PureWindowsPath(r"C:\Users\Jane Roe\inquiry"), PureWindowsPath(r"C:\Users\Jane Roe\inquiry\content\facts\a.yaml")),
        (PureWindowsPath(r"C:\inquiry"), PureWindowsPath(r"c:\INQUIRY\content\facts\a.yaml")),
        (PureWindowsPath(r"\\server\share\inquiry"), PureWindowsPath(r"\\server\share\inquiry\content\facts\a.yaml")),
        (PurePosixPath("/Users/jane/inquiry"), PurePosixPath("/Users/jane/inquiry/content/facts/a.yaml")),
    ],
)  # fmt: skip
def test_a_path_of_the_project_is_shown_with_slashes(root: PureWindowsPath, path: PureWindowsPath) -> None:
    assert _shown(root, path) == "content/facts/a.yaml"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "path",
    [r"content\facts\a.yaml", r"..\a.yaml", r"C:\a.yaml", "C:/a.yaml", "//server/a.yaml", r"\\s\a.yaml"],
)
def test_a_path_of_another_system_is_never_written(tmp_path: Path, path: str) -> None:
    assert not may_write(tmp_path, path, ("content",))
    assert path == "C:/a.yaml" or not _Bounds(tmp_path)(path)


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("bridge.txt", True), ("Міст.html", True), (".text", True), ("com10.txt", True), ("auxiliary.txt", True),
        ("con", False), ("NUL.txt", False), ("aux.tar.gz", False), ("Lpt1.pdf", False), ("Storm: day 1.html", False),
        ("why?.html", False), ("a|b.txt", False), ("a*b", False), ("ends.", False), ("ends ", False), ("<a>.html", False),
        ('"a".html', False), ("a/b", False), ("a\\b", False), ("a\x07b", False), ("a" * 300, False),
    ],
)  # fmt: skip
def test_a_name_that_every_system_takes(name: str, fits: bool) -> None:
    assert fits_everywhere(name) is fits


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        (r"C:\Users\Jane\Downloads\bridge.html", "seeds/bridge.html"),
        ("/home/jane/bridge.html", "seeds/bridge.html"),
        ("/home/jane/Storm: day 1.html", "seeds/the-id.html"),
        ("/home/jane/con.html", "seeds/the-id.html"),
    ],
)
def test_where_a_file_from_elsewhere_is_kept(tmp_path: Path, file: str, kept: str) -> None:
    received = Received(Article("the-id", "", file=file))
    assert home(Project(tmp_path), received, b"x", {}) == kept


def test_ids_are_names_of_files() -> None:
    assert article_id("", "", "", "con") == "con-article" and article_id("", "", "", "COM1.txt") != "com1"


def test_forms_and_entries_know_both_kinds_of_slashes() -> None:
    assert form_of(r"C:\Users\Jane\events.xlsx", b"") == form_of("/home/jane/events.xlsx", b"") == "xlsx"
    assert _path("2024/a.md") == "2024/a.md"
    assert [_path(one) for one in ("../a.md", "/a.md", r"..\a.md", "C:/a.md", r"C:\a.md")] == [""] * 5
