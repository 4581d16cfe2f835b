"""A disk that is full and a folder that may not be written, met by the command line: exit code 3, every file as it was."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

from ..cli.conftest import STORY

# The powers of the superuser that reach past a file's access rights: writing, reading, owning.
POWERS = (1, 2, 3)
DROP = 24


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article in it and another that waits to be added."""
    folder = tmp_path / "p"
    assert CliRunner().invoke(main, ["new", str(folder), "--name", "Bridge"]).exit_code == 0
    (tmp_path / "first.txt").write_text(STORY, "utf-8")
    (tmp_path / "second.txt").write_text(
        STORY.replace("4 June 2021", "9 July 2021").replace("bridge", "tunnel"), "utf-8"
    )
    assert chronofact(folder, "add", "../first.txt").returncode == 0
    return folder


def chronofact(
    folder: Path, *arguments: str, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, ``before`` having run in it."""
    return subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        preexec_fn=before,
        timeout=120,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    """What a person would miss; not the cache, which can be made again."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".chronofact" not in path.relative_to(folder).parts
    }


@pytest.mark.parametrize("room", [0, 1, 100, 400])
def test_a_full_disk(project: Path, room: int) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    before = files(project)
    said = chronofact(project, "add", "../second.txt", before=full)
    assert said.returncode == 3, said.stderr
    assert "Nothing was added." in said.stderr
    assert "Traceback" not in said.stderr
    assert files(project) == before
    assert chronofact(project, "add", "../second.txt").returncode == 0
    assert len(files(project)) > len(before)


@pytest.mark.parametrize("closed", ["content", "content/facts", "content/articles", "seeds"])
def test_a_folder_that_may_not_be_written(project: Path, closed: str) -> None:
    before = files(project)
    folders = [project / closed, *(path for path in (project / closed).rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    said = chronofact(project, "add", "../second.txt", before=_like_anybody)
    for folder in folders:
        folder.chmod(0o755)
    assert said.returncode == 3, said.stderr
    assert closed.partition("/")[0] in said.stderr
    assert "Nothing was added." in said.stderr
    assert "Traceback" not in said.stderr
    assert files(project) == before


def _like_anybody() -> None:
    """Access rights hold for this process and its children, whoever started it."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for power in POWERS:
            if libc.prctl(DROP, power, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "The superuser's powers cannot be dropped here.")
