"""A site that several processes make is to the byte the one that a single one makes, also where they fail."""

from __future__ import annotations

import errno
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs import utils
from mkdocs.exceptions import PluginError

from generator.pages import side_by_side
from generator.store.made import NAME, Made
from generator.store.passing import Passed, Passing

from .again import EDITS, WORLD, World, differing

MANY = replace(WORLD, settings={"lean_from": "5", "facts_per_page": "12"})
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a process cannot be split here")


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Two processes for every site, however small; those that were split off."""
    found: list[int] = []
    fork = os.fork

    def counted() -> int:
        child = fork()
        found.append(child)
        return child

    monkeypatch.setattr(os, "fork", counted)
    monkeypatch.setattr(sys.modules[side_by_side.__module__], "processes", lambda: 2)
    for where in ("pages.site_pages.LEAST", "plugin.light.LEAST", "pages.build.MANY"):
        monkeypatch.setattr(f"generator.{where}", 1)
    return found


@pytest.fixture(scope="module")
def many_alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of many parts as a single process makes it."""
    return MANY.build(tmp_path_factory.mktemp("alone"))


@linux
@pytest.mark.parametrize("world", [WORLD, MANY], ids=["small", "many"])
def test_the_site_of_two_processes_is_that_of_one(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forks: list[int], filled: list[str]
) -> None:
    with monkeypatch.context() as alone:
        alone.setattr(sys.modules[side_by_side.__module__], "processes", lambda: 1)
        one = world.build(tmp_path / "one")
    assert not forks and len(filled) > 20
    filled.clear()
    assert differing(one, world.build(tmp_path / "two")) == []
    assert len(forks) == 7 and filled == []
    assert [path.name for path in (tmp_path / "two").rglob("site*.sqlite*")] == [NAME]

    edited = replace(EDITS["a text"], settings=world.settings)
    again = edited.build(tmp_path / "two")
    assert differing(again, edited.build(tmp_path / "three")) == []


@linux
@pytest.mark.parametrize("falling", ["split_off", "put", "hand_over"])
def test_what_such_a_process_does_not_do_the_build_does(
    many_alone: dict[str, bytes],
    falling: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    forks: list[int],
    filled: list[str],
) -> None:
    parent, whole = os.getpid(), getattr(Made, falling)

    def fallen(self: Made, *given: object) -> object:
        if os.getpid() != parent:
            raise RuntimeError("no room")
        return whole(self, *given)

    monkeypatch.setattr(Made, falling, fallen)
    site = MANY.build(tmp_path / "two")
    assert len(forks) == 7 and filled
    assert differing(site, many_alone) == []


@linux
@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "on another disk"])
def test_a_page_is_written_by_the_process_that_made_it(
    many_alone: dict[str, bytes],
    elsewhere: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    forks: list[int],
) -> None:
    """Where the site lies on another disk than the cache, the build writes what was made."""
    written: list[str] = []
    write, rename = utils.write_file, Path.rename

    def heard(content: bytes, path: str) -> None:
        written.append(path)
        write(content, path)

    def moved(self: Path, target: Path) -> Path:
        if self.parent.name == "site-aside":
            raise OSError(errno.EXDEV, "another disk")
        return rename(self, target)

    monkeypatch.setattr(utils, "write_file", heard)
    if elsewhere:
        monkeypatch.setattr(Path, "rename", moved)
    site = MANY.build(tmp_path)
    assert forks and differing(site, many_alone) == []
    assert any("/timeline/" in path for path in written) == elsewhere
    assert not (tmp_path / ".chronofact" / "site-aside").exists()


@linux
@pytest.mark.parametrize("plans", [True, False], ids=["planned", "not to be planned"])
def test_what_is_wrong_is_told_although_another_process_looked_first(
    plans: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    forks: list[int],
) -> None:
    """The timeline is planned while the content is looked at, and may fail by what is wrong with it."""
    fact = next(one for one in WORLD.facts if one.id == "divers")
    wrong = WORLD.change("divers", sources=[replace(one, quote="Nobody wrote this.") for one in fact.sources])

    def fallen(*_given: object, **_named: object) -> None:
        raise KeyError("divers")

    if not plans:
        monkeypatch.setattr("generator.pages.build.build_timeline", fallen)
    with pytest.raises(SystemExit):
        wrong.build(tmp_path / "wrong")
    assert "Nobody wrote this." in caplog.text and len(forks) == 1
    if not plans:
        with pytest.raises(PluginError, match="KeyError"):
            WORLD.build(tmp_path / "right")


def test_what_was_not_told_to_its_end_is_not_told(tmp_path: Path) -> None:
    passing = Passing.begun(tmp_path / "one")
    passing.put("a word", "день".encode())
    passing.put("nothing", b"")
    passing.end()
    passed = Passed(tmp_path / "one")
    assert [passed.get(name) for name in ("a word", "nothing", "else")] == ["день".encode(), b"", None]
    passed.close()
    whole = (tmp_path / "one").read_bytes()
    for size in range(len(whole)):
        (tmp_path / "half").write_bytes(whole[:size])
        with pytest.raises(ValueError):
            Passed(tmp_path / "half")


def test_what_an_ended_build_had_begun_goes(tmp_path: Path) -> None:
    """Folders of the search's index and of permanent addresses that never became a site's."""
    MANY.build(tmp_path)
    begun = [tmp_path / ".chronofact" / f"{name}-ahead" for name in ("search-pagefind-7", "f")]
    others = tmp_path / ".chronofact" / "somebody-ahead"
    for folder in (*begun, others):
        (folder / "search").mkdir(parents=True)
        (folder / "search" / "half").write_bytes(b"")
    MANY.build(tmp_path)
    assert not any(folder.exists() for folder in begun) and others.exists()


def test_nothing_is_split_where_nothing_is_kept(forks: list[int]) -> None:
    done: list[int] = []
    side_by_side(Made(None), [lambda: done.append(1)] * 3)
    assert forks == [] and done == []
