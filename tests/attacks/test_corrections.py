"""A person corrects an article's record: the correction outlives every adding, and counts in every reading."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

from .conftest import files

TIMES = 3


@pytest.fixture
def project(start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of the project, worked in."""
    shutil.copytree(start, tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    return tmp_path / "p"


def add(*paths: str) -> str:
    said = CliRunner().invoke(main, ["add", *(paths or ("seeds",))])
    assert said.exit_code in (0, 1), said.output
    return said.output


def record(project: Path) -> Path:
    (found,) = (project / "content/articles").glob("*.yaml")
    return found


def _line(name: str, value: str) -> Callable[[str], str]:
    """A key with another value; an empty one takes the line out, a missing key is written."""

    def edit(text: str) -> str:
        new = f"{name}: {value}\n" if value else ""
        done, times = re.subn(rf"(?m)^{name}:.*\n", lambda _: new, text)
        return done if times else text + new

    return edit


CORRECTIONS = {
    "title": _line("title", "My own headline"),
    "title gone": _line("title", ""),
    "authors": _line("authors", "[Somebody Else]"),
    "authors gone": _line("authors", ""),
    "publisher": _line("publisher", "The Other Paper"),
    "publisher gone": _line("publisher", ""),
    "published": _line("published", "{value: 2021-06-11, basis: byline}"),
    "published plain": _line("published", "2021-06-11"),
    "language": _line("lang", "de"),
    "url": _line("url", "https://example.org/mine"),
    "tags": _line("tags", "[mine]"),
    "several": lambda text: _line("title", "Mine")(_line("lang", "de")(_line("publisher", "P")(text))),
    "comment": lambda text: text.replace("title:", "# why: looked up in the archive\ntitle:"),
}


@pytest.mark.parametrize("name", CORRECTIONS)
@pytest.mark.parametrize("memory", ["kept", "of an older version", "lost"])
def test_a_correction_survives_for_ever(project: Path, name: str, memory: str) -> None:
    path = record(project)
    corrected = CORRECTIONS[name](path.read_text("utf-8"))
    path.write_text(corrected, "utf-8")
    machine = next((project / "content/.machine").glob("*.jsonl"))
    if memory == "of an older version":
        machine.write_text(machine.read_text("utf-8").replace('"form": 2, ', ""), "utf-8")
    elif memory == "lost":
        machine.unlink()
    add()
    first = files(project / "content")
    assert path.read_text("utf-8") == corrected
    for _ in range(TIMES - 1):
        add()
        assert files(project / "content") == first


def test_a_corrected_day_of_publication_keeps_its_facts_where_it_put_them(project: Path) -> None:
    path = record(project)
    path.write_text(CORRECTIONS["published"](path.read_text("utf-8")), "utf-8")
    for _ in range(TIMES):
        add()
        text = "".join(p.read_text("utf-8") for p in (project / "content/facts").rglob("*.yaml"))
        assert "date: 2021-06-10" in text and "date: 2021-06-03" not in text


def test_the_memory_holds_the_machines_own_reading(project: Path) -> None:
    machine = next((project / "content/.machine").glob("*.jsonl"))
    before = machine.read_text("utf-8").splitlines()[0]
    path = record(project)
    path.write_text(CORRECTIONS["several"](path.read_text("utf-8")), "utf-8")
    for _ in range(TIMES):
        add()
        assert machine.read_text("utf-8").splitlines()[0] == before


def test_a_correction_taken_back_lets_the_machine_go_on(project: Path) -> None:
    path = record(project)
    was = path.read_text("utf-8")
    path.write_text(CORRECTIONS["title"](was), "utf-8")
    add()
    path.write_text(was, "utf-8")
    add()
    story = project / "seeds/bridge.txt"
    story.write_text(story.read_text("utf-8").replace("after inspection", "after a storm"), "utf-8")
    add()
    assert "after a storm" in path.read_text("utf-8")
