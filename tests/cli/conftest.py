"""A fresh project in a temporary folder, and commands run in it as a person would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

Run = Callable[..., Result]

STORY = """Bridge over the Sarn closed after inspection

By Nela Marsh, The Sarn Post
Published: 4 June 2021

The city closed the old bridge over the Sarn on Thursday after inspectors found rust in two of its cables.

"Nobody should cross until we know more," Mayor Tove Lind said.

The bridge opened in May 1962 and carried 9,000 cars a day.
"""


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as ``new`` makes it, without its example; for copies."""
    folder = tmp_path_factory.mktemp("fresh") / "p"
    made = CliRunner().invoke(main, ["new", str(folder), "--name", "Bridge"])
    assert made.exit_code == 0, made.output
    (folder / "content/facts/example.yaml").unlink()
    return folder


@pytest.fixture
def run(fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``chronofact`` with these arguments in a fresh project and hands back what it said."""
    runner = CliRunner()
    shutil.copytree(fresh, tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    return lambda *arguments, **more: runner.invoke(main, list(arguments), **more)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(STORY, encoding="utf-8")
    return path
