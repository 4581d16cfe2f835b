"""Many articles added: killed ten times, or read by a cluster that loses a worker; the end is the same to the byte."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest

from .conftest import files, new_project, start

pytestmark = pytest.mark.long
KILLS = 10


def test_killed_ten_times_the_end_is_the_same(
    news: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    project = new_project(tmp_path / "p")
    ledger = project / ".chronofact" / "adding.sqlite"
    dice, kills = random.Random(5), 0
    while True:
        running = start(project, "add", str(news), "--workers", "2")
        if kills < KILLS:
            _grown(running, ledger, dice.random() * 3)
        if kills == KILLS or running.poll() is not None:
            break
        running.send_signal(signal.SIGKILL)
        running.wait()
        kills += 1
    said = running.communicate()[0].decode()
    assert running.returncode == 1, said  # the one bad line
    assert kills == KILLS, f"it was done after {kills} kills: add more articles"
    assert files(project) == undisturbed
    assert not ledger.exists()


def _grown(running, ledger: Path, seconds: float) -> None:  # type: ignore[no-untyped-def]
    """Returns when the run has kept something new in its ledger, and some time later; or when it ended."""
    before = ledger.stat().st_size if ledger.exists() else 0
    while running.poll() is None and not (ledger.exists() and ledger.stat().st_size > before):
        time.sleep(0.05)
    time.sleep(seconds)


def test_a_cluster_that_loses_a_worker_makes_the_same(
    news: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    from distributed import LocalCluster

    project = new_project(tmp_path / "p")
    ledger = project / ".chronofact" / "adding.sqlite"
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        running = start(project, "add", str(news), "--scheduler", cluster.scheduler_address)
        _grown(running, ledger, 1)
        first = next(iter(cluster.workers.values()))
        first.process.process.kill()
        said = running.communicate()[0].decode()
    assert running.returncode == 1, said
    assert files(project) == undisturbed


def test_where_no_scheduler_answers_nothing_is_done(news: Path, tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    running = start(project, "add", str(news), "--scheduler", "tcp://127.0.0.1:9")
    said = running.communicate()[0].decode()
    assert running.returncode == 3 and "scheduler-silent" in said and "Traceback" not in said
    assert files(project) == {}
