"""Writing is all or nothing: killed, refused or out of space at every single step of a run."""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.store import Disk, load_content, recover, write_changes
from generator.store.project import Project

from .worlds import BRIDGE, FERRY, LATER, add, make_article, make_project, plan, snapshot

OLD = make_article("bridge", BRIDGE)
NEW = make_article("later", LATER, "1931-03-08")


class CountingDisk(Disk):
    """Calls ``at`` before and after each change to the disk, with the number of the step."""

    def __init__(self, at: Callable[[int], None]) -> None:
        self.steps = 0
        self.at = at

    def _step(self, act: Callable[[], None]) -> None:
        self.at(self.steps)
        act()
        self.at(self.steps + 1)
        self.steps += 2

    def make_folder(self, path: Path) -> None:
        self._step(lambda: super(CountingDisk, self).make_folder(path))

    def write(self, path: Path, data: bytes, like: Path) -> None:
        def half_then_whole() -> None:
            path.write_bytes(data[: len(data) // 2])
            self.at(self.steps + 1)
            path.unlink()
            super(CountingDisk, self).write(path, data, like)

        self._step(half_then_whole)

    def replace(self, source: Path, target: Path) -> None:
        self._step(lambda: super(CountingDisk, self).replace(source, target))

    def remove(self, path: Path) -> None:
        self._step(lambda: super(CountingDisk, self).remove(path))


def _project(tmp_path: Path) -> Project:
    project = make_project(tmp_path / "p", (OLD,))
    add(project, OLD)
    (project.root / NEW.file).write_text(LATER, "utf-8")
    return project


def _content(root: Path) -> dict[str, bytes]:
    """The files of the content folder that are content: neither temporary nor the journal."""
    return {
        path: data
        for path, data in snapshot(root).items()
        if ".chronofact-" not in path and not path.endswith("journal.json")
    }


def _put_back(root: Path, files: dict[str, bytes]) -> None:
    for path in snapshot(root):
        (root / path).unlink()
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def _states(project: Project) -> tuple[dict[str, bytes], dict[str, bytes], int]:
    """Content before and after the run, and how many steps the run takes."""
    before = snapshot(project.root)
    disk = CountingDisk(lambda _: None)
    assert write_changes(project, plan(load_content(project), NEW), disk=disk) == ()
    after = snapshot(project.root)
    assert before != after
    _put_back(project.root, before)
    return before, after, disk.steps


def _old_or_new(found: dict[str, bytes], before: dict[str, bytes], after: dict[str, bytes]) -> None:
    for path in {*found, *before, *after}:
        assert found.get(path) in (before.get(path), after.get(path)), f"{path} is neither old nor new"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
def test_killed_at_any_step_every_file_is_old_or_new_and_the_next_run_settles_it(tmp_path: Path) -> None:
    project = _project(tmp_path)
    before, after, steps = _states(project)
    completed = 0
    for fatal in range(steps):
        _put_back(project.root, before)
        changes = plan(load_content(project), NEW)
        child = os.fork()
        if child == 0:

            def die(step: int, fatal: int = fatal) -> None:
                if step == fatal:
                    os.kill(os.getpid(), signal.SIGKILL)

            write_changes(project, changes, disk=CountingDisk(die))
            os._exit(0)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        _old_or_new(_content(project.root), before, after)
        assert load_content(project).unreadable == ()
        recover(project)
        assert snapshot(project.root) in (before, after), f"step {fatal} was left between old and new"
        completed += snapshot(project.root) == after
        assert write_changes(project, plan(load_content(project), NEW)) == ()
        assert snapshot(project.root) == after
    assert 0 < completed < steps


def test_killed_while_recovering_it_recovers_again(tmp_path: Path) -> None:
    project = _project(tmp_path)
    before, after, steps = _states(project)

    class Stop(BaseException):
        pass

    def stop_at(fatal: int) -> CountingDisk:
        def at(step: int) -> None:
            if step == fatal:
                raise Stop

        return CountingDisk(at)

    for fatal in range(steps):
        _put_back(project.root, before)
        with pytest.raises(Stop):
            write_changes(project, plan(load_content(project), NEW), disk=stop_at(fatal))
        for again in range(steps):
            try:
                recover(project, disk=stop_at(again))
            except Stop:
                _old_or_new(_content(project.root), before, after)
        recover(project)
        assert snapshot(project.root) in (before, after)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_any_step_leaves_no_file_half_written(tmp_path: Path, code: int) -> None:
    project = _project(tmp_path)
    before, after, steps = _states(project)
    refused = 0
    for fatal in range(steps):
        _put_back(project.root, before)

        def refuse(step: int, fatal: int = fatal) -> None:
            if step >= fatal:
                raise OSError(code, os.strerror(code))

        problems = write_changes(project, plan(load_content(project), NEW), disk=CountingDisk(refuse))
        _old_or_new(_content(project.root), before, after)
        if _content(project.root) != after:
            refused += 1
            assert {found.code for found in problems} & {"write-failed", "write-interrupted"}
        recover(project)
        assert snapshot(project.root) in (before, after)
    assert refused


def test_a_full_disk_for_real(tmp_path: Path) -> None:
    project = _project(tmp_path)
    before = snapshot(project.root)
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
        problems = write_changes(project, plan(load_content(project), NEW))
        os._exit(0 if [found.code for found in problems] == ["write-failed"] else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert snapshot(project.root) == before


def test_a_file_that_a_person_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    project = _project(tmp_path)
    changes = plan(load_content(project), NEW)
    path = next(project.content.rglob("1931-03-05.yaml"))
    path.write_bytes(path.read_bytes() + b"# mine\n")
    before = snapshot(project.root)
    problems = write_changes(project, changes)
    assert [(p.code, p.place.path) for p in problems] == [
        ("write-changed", "content/facts/1931/1931-03-05.yaml")
    ]
    assert snapshot(project.root) == before


def test_what_is_written_already_is_no_change_of_somebody_else(tmp_path: Path) -> None:
    project = _project(tmp_path)
    changes = plan(load_content(project), NEW)
    assert write_changes(project, changes) == ()
    before = snapshot(project.root)
    assert write_changes(project, changes) == ()
    assert snapshot(project.root) == before


def test_a_new_file_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    project = _project(tmp_path)
    changes = plan(load_content(project), NEW)
    new = next(change for change in changes.files if change.old is None)
    target = project.root / new.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("# mine\n", "utf-8")
    assert [found.code for found in write_changes(project, changes)] == ["write-changed"]
    assert target.read_text("utf-8") == "# mine\n"


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    project = _project(tmp_path)
    changes = plan(load_content(project), NEW)
    hold = "import fcntl,os,sys;h=os.open(sys.argv[1],os.O_RDONLY);fcntl.flock(h,fcntl.LOCK_EX);print(flush=True);sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(project.content)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        before = snapshot(project.root)
        assert [found.code for found in write_changes(project, changes)] == ["write-busy"]
        assert snapshot(project.root) == before
        assert other.stdin is not None
        other.stdin.close()
    assert write_changes(project, changes) == ()


def test_access_rights_and_links_are_kept(tmp_path: Path) -> None:
    project = _project(tmp_path)
    path = next(project.content.rglob("1931-03-05.yaml"))
    elsewhere = project.root / "shared" / "elsewhere.yaml"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(path.read_bytes())
    elsewhere.chmod(0o640)
    path.unlink()
    path.symlink_to(elsewhere)
    assert write_changes(project, plan(load_content(project), NEW)) == ()
    assert path.is_symlink()
    assert elsewhere.stat().st_mode & 0o777 == 0o640
    assert b"later" in elsewhere.read_bytes()


def test_a_link_out_of_the_project_is_neither_read_nor_written(tmp_path: Path) -> None:
    project = _project(tmp_path)
    changes = plan(load_content(project), NEW)
    path = next(project.content.rglob("1931-03-05.yaml"))
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_bytes(path.read_bytes())
    before = elsewhere.read_bytes()
    path.unlink()
    path.symlink_to(elsewhere)
    assert [found.code for found in write_changes(project, changes)] == ["write-outside"]
    assert elsewhere.read_bytes() == before and path.is_symlink()
    assert "file-outside" in [found.code for found in load_content(project).problems]
    assert plan(load_content(project), NEW).problems


def test_a_journal_nobody_can_read_decides_nothing(tmp_path: Path) -> None:
    project = _project(tmp_path)
    before = snapshot(project.root)
    (project.content / ".machine/journal.json").write_text("{half", "utf-8")
    recover(project)
    assert snapshot(project.root) == before


def test_a_journal_cannot_reach_outside_the_project(tmp_path: Path) -> None:
    project = _project(tmp_path)
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", "utf-8")
    journal = project.content / ".machine/journal.json"
    digest = hashlib.sha256(b"mine").hexdigest()
    journal.write_text(
        f'[{{"path": "../outside.txt", "temporary": "", "old": "{digest}", "new": ""}}]', "utf-8"
    )
    recover(project)
    assert outside.read_text("utf-8") == "mine"


def test_nothing_to_write_writes_nothing(tmp_path: Path) -> None:
    project = _project(tmp_path)
    before = snapshot(project.root)
    assert not plan(load_content(project), OLD)
    assert write_changes(project, plan(load_content(project), OLD)) == ()
    assert snapshot(project.root) == before
    add(project, OLD, make_article("ferry", FERRY, "1931-03-04"))
    assert snapshot(project.root) != before
