"""A project with an article, a person's own files all around it, and commands run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

from ..cli.conftest import STORY

Run = Callable[..., Result]

# A person's own files, in the project and beside it; none of them may ever change.
MINE = (
    "README.md", "notes/plan.md", "notes/pages/index.md", "notes/facts.json", "seeds/list.md", "content/pages/mine.md",
    "docs2/index.md", "build/old.md", "empty/.keep", "../beside/README.md", "../beside/index.md",
)  # fmt: skip


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one article added."""
    folder = tmp_path_factory.mktemp("start") / "p"
    runner = CliRunner()
    assert runner.invoke(main, ["new", str(folder), "--name", "Bridge"]).exit_code == 0
    (folder / "content" / "facts" / "example.yaml").unlink()  # the facts are those of the article
    (folder / "seeds" / "bridge.txt").write_text(STORY, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert runner.invoke(main, ["add", "seeds"]).exit_code == 0
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def lost(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The files that were there and are gone or other."""
    return [path for path, data in before.items() if after.get(path) != data]
