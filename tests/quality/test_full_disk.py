"""A disk that is full and a folder that may not be written, met by the command line: exit code 3, every file as it was."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

from ..cli.conftest import STORY

# The powers of the superuser that reach past a file's access rights: writing, reading, owning.
POWERS = (1, 2, 3)
CAPABILITIES = 0x20080522  # the version of their form


@dataclass(frozen=True)
class Said:
    """How a command ended and what it told."""

    returncode: int
    stderr: str


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one article in it and another that waits to be added."""
    at = tmp_path_factory.mktemp("start")
    assert CliRunner().invoke(main, ["new", str(at / "p"), "--name", "Bridge"]).exit_code == 0
    (at / "first.txt").write_text(STORY, "utf-8")
    (at / "second.txt").write_text(
        STORY.replace("4 June 2021", "9 July 2021").replace("bridge", "tunnel"), "utf-8"
    )
    with contextlib.chdir(at / "p"):  # here, so that the copies of this process need import nothing more
        assert CliRunner().invoke(main, ["add", "../first.txt"]).exit_code == 0
    return at


@pytest.fixture
def project(start: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(start, tmp_path / "start")) / "p"


def chronofact(folder: Path, *arguments: str, before: Callable[[], None] = lambda: None) -> Said:
    """The command in a copy of this process, ``before`` having run in it: a limit there binds nobody else."""
    reading, writing = os.pipe()  # which no limit on files binds
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.dup2(writing, 1)
            os.dup2(writing, 2)
            sys.stdout = sys.stderr = os.fdopen(2, "w", closefd=False)
            os.chdir(folder)
            before()
            main(list(arguments), prog_name="chronofact")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(bool(end.code))
        finally:
            sys.stderr.flush()
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as told:
        said = told.read()
    return Said(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said)


def chronofact_alone(folder: Path, *arguments: str, before: Callable[[], None] | None = None) -> Said:
    """The command in a process of its own, ``before`` having run in it."""
    done = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        preexec_fn=before,
        timeout=120,
        check=False,
    )
    return Said(done.returncode, done.stderr)


def files(folder: Path) -> dict[str, bytes]:
    """What a person would miss; not the cache, which can be made again."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".chronofact" not in path.relative_to(folder).parts
    }


@pytest.mark.parametrize(
    ("room", "run"), [(0, chronofact), (1, chronofact), (100, chronofact_alone), (400, chronofact)]
)
def test_a_full_disk(project: Path, room: int, run: Callable[..., Said]) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    before = files(project)
    said = run(project, "add", "../second.txt", before=full)
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
    """Access rights hold for this process, whoever started it."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        head, held = (ctypes.c_uint32 * 2)(CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
        failed = libc.capget(head, held)
        for at in (0, 1):  # in force, and permitted
            held[at] &= ~sum(1 << power for power in POWERS)
        if failed or libc.capset(head, held):
            raise OSError(ctypes.get_errno(), "The superuser's powers cannot be dropped here.")
