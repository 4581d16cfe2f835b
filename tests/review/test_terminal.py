"""Forty articles decided by keys alone on a real terminal; every file loads, and undo returns every byte."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.check import check_content
from generator.cli import main
from generator.store import load_content, load_project
from generator.store.undo import undo

from .made import make
from .terminal import Terminal


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make(tmp_path_factory.mktemp("desk") / "p")
    said = run(root, "add", "seeds")
    assert "40 articles read" in said, said
    return root


def run(root: Path, *arguments: str) -> str:
    runner = CliRunner()
    import os

    here = Path.cwd()
    os.chdir(root)
    try:
        return runner.invoke(main, list(arguments)).output
    finally:
        os.chdir(here)


def snapshot(root: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(root)): p.read_bytes() for p in sorted((root / "content").rglob("*")) if p.is_file()
    }


def test_forty_articles_by_keys_alone(forty: Path) -> None:
    before = snapshot(forty)
    terminal = Terminal(forty, "review", "--by", "Ada Roe", "--order", "article")
    first = terminal.wait_for("0 decided", " left", "accept")
    assert "is told" not in first
    total = int(first.split(" left")[0].split()[-1])
    assert total > 60
    started = time.monotonic()
    for decided, (key, words) in enumerate((("a", "Accepted"), ("r", "Rejected"), ("h", "Held")) * 3, 1):
        terminal.press(key)
        terminal.wait_for(f" {decided} decided", words)
    terminal.press("d")
    terminal.wait_for("Enter: done")
    terminal.press("\x15soon")
    terminal.wait_for("cannot be read")
    terminal.press("\x155 March 2031")
    terminal.wait_for("= 2031-03-05")
    terminal.press("\r")
    terminal.wait_for("Edited date of")
    terminal.press("s")
    terminal.wait_for("Speaker")
    terminal.press("\x15Nela: Marsh\r")
    terminal.wait_for("— Nela: Marsh")
    terminal.press("k")
    terminal.wait_for("Edited kind of")
    terminal.press("x")
    terminal.wait_for("Press x again")
    terminal.press("x")
    terminal.wait_for("the rest")
    while (left := int(terminal.wait_for(" left").split(" left")[0].split()[-1])) > 0:
        terminal.press("a" * min(20, left))
        end = time.monotonic() + 60
        while int(terminal.text.split(" left")[0].split()[-1]) == left and time.monotonic() < end:
            terminal.read(0.2)
    terminal.wait_for("Nothing else waits")
    seconds = time.monotonic() - started
    print(f"{terminal.keys} keys, {seconds:.1f} s for {total} facts")
    terminal.press("q")
    assert terminal.close() == 0
    project = load_project(forty)
    content = load_content(project)
    assert not [one for one in check_content(content) if one.severity == "error"]
    kept = [fact for fact in content.facts if fact.status == "reviewed"]
    assert kept and all(fact.decided and fact.decided.by == "Ada Roe" for fact in kept)
    assert len(content.rejected) >= 3 and len(content.facts) + len(content.rejected) == total
    assert terminal.keys < total * 1.5
    while undo(project)[0]:
        pass
    assert snapshot(forty) == before


def test_a_small_terminal_back_undo_and_a_file_changed_meanwhile(forty: Path) -> None:
    before = snapshot(forty)
    terminal = Terminal(forty, "review", rows=24, columns=80)
    text = terminal.wait_for("accept")
    place = next(word for word in text.split() if word.startswith("content/facts/"))
    path = forty / place.rsplit(":", 1)[0]
    data = path.read_bytes()
    path.write_bytes(data + b"# a note of somebody else\n")
    terminal.press("a")
    terminal.wait_for("changed meanwhile")
    assert path.read_bytes() == data + b"# a note of somebody else\n"
    terminal.press("a")
    terminal.wait_for("1 decided")
    assert b"# a note of somebody else" in path.read_bytes()
    terminal.press("u")
    terminal.wait_for("0 decided")
    path.write_bytes(data)
    terminal.press("p")
    kept = terminal.wait_for("Which become drafts?", "worth 0.", " left")
    left = int(kept.split(" left")[0].split()[-1])
    terminal.press("1\r")
    terminal.wait_for("Promoted", f" {left + 1} left")
    terminal.press("u")
    terminal.wait_for(f" {left} left")
    terminal.press(" ")
    terminal.press("b")
    terminal.press("o")
    terminal.press("q")
    assert terminal.close() == 0
    assert snapshot(forty) == before


def test_piped_it_is_the_list_by_article(forty: Path) -> None:
    said = run(forty, "review")
    assert "Post, " in said and "event" in said and said.count("content/facts/") == 12
    assert "see them with --all" in said


def test_an_empty_project_says_what_to_do_next(tmp_path: Path) -> None:
    root = make(tmp_path / "p", 0)
    said = run(root, "review")
    assert "chronofact add seeds/" in said and "chronofact review" in said
