"""Made-up news in a project, and commands in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.stories import stories

ARTICLES = int(os.environ.get("LONG_ARTICLES", "2000"))
FACTS = int(os.environ.get("LONG_FACTS", "20000"))
CONFIG = "site_name: Stories\nsite_url: https://example.org/\ndocs_dir: content/pages\nplugins: [search, chronofact]\n"
COMMAND = "from generator.cli import main; main()"


def new_project(root: Path) -> Path:
    (root / "content" / "pages").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return root


def start(project: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The command, begun."""
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def files(project: Path) -> dict[str, bytes]:
    """Every file that people keep, and the machine's memory."""
    tops = (project / "content", project / "seeds")
    found = (path for top in tops for path in sorted(top.rglob("*")) if path.is_file())
    return {str(path.relative_to(project)): path.read_bytes() for path in found}


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    lines = [json.dumps(one, ensure_ascii=False) for one in stories(ARTICLES)]
    lines[7] = "{"  # one bad article stops none
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.fixture(scope="session")
def undisturbed(news: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What adding all news makes when nothing happens."""
    project = new_project(tmp_path_factory.mktemp("undisturbed") / "p")
    said, _ = start(project, "add", str(news), "--workers", "2").communicate()
    assert f"{ARTICLES - 1:,} articles read; 1 could not be read" in said.decode()
    found = files(project)
    assert sum(path.startswith("content/facts/") for path in found) > ARTICLES // 10
    return found
