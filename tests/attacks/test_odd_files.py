"""Odd files, names, links and records: nothing outside is read or written, nothing is lost, no run ends in a traceback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import COMMANDS, main
from generator.model import Entity
from generator.pages.links import entity_uri

from ..cli.conftest import STORY
from .conftest import files, lost

OTHER = STORY.replace("bridge", "tunnel").replace("Bridge", "Tunnel")


@pytest.fixture
def project(start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy, worked in, with a file outside that is nobody's business."""
    shutil.copytree(start, tmp_path / "p")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "conf").write_text(OTHER, "utf-8")
    monkeypatch.chdir(tmp_path / "p")
    return tmp_path / "p"


def chronofact(*arguments: str) -> Result:
    said = CliRunner().invoke(main, list(arguments))
    assert said.exception is None or isinstance(said.exception, SystemExit), said.output
    assert "Traceback" not in said.output
    return said


def record(project: Path) -> Path:
    (found,) = (project / "content/articles").glob("*.yaml")
    return found


@pytest.mark.parametrize("key", ["file", "text"])
@pytest.mark.parametrize(
    "path", ["../outside/conf", "/etc/hostname", "seeds/../../outside/conf", "link/conf", "."]
)
def test_a_record_that_leads_out_of_the_project_writes_nothing_there(
    project: Path, key: str, path: str
) -> None:
    (project / "link").symlink_to(project.parent / "outside")
    text = record(project).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(f"{key}:")]
    record(project).write_text("\n".join([*lines, f"{key}: {path}", ""]), "utf-8")
    before = files(project.parent)
    chronofact("add", "seeds", "--publisher", "Another", "--published", "2020-01-01")
    chronofact("add", "seeds/bridge.txt")
    after = files(project.parent)
    outside = {name: data for name, data in after.items() if not name.startswith("p/")}
    assert outside == {name: data for name, data in before.items() if not name.startswith("p/")}
    said = chronofact("check")
    assert said.exit_code == 1 and "write-outside" not in said.output


def test_links_in_an_added_folder_are_passed_over_and_counted(project: Path) -> None:
    folder = project.parent / "news"
    folder.mkdir()
    (folder / "a.txt").symlink_to(project.parent / "outside" / "conf")
    (folder / "b").symlink_to("/etc")
    (folder / "c.html").symlink_to("missing")
    (folder / "d.txt").write_text(OTHER, "utf-8")
    said = chronofact("add", str(folder))
    assert "links-passed-over" in said.output and ": 3." in said.output, said.output
    assert "1 article read" in said.output
    assert chronofact("add", str(folder / "a.txt")).exit_code == 0  # named by a person


@pytest.mark.parametrize(
    "where", ["content/facts", "content/articles", "content/.machine", "seeds", "seeds/.text"]
)
def test_a_folder_that_is_a_link_to_elsewhere_takes_no_writes(project: Path, where: str) -> None:
    away = project.parent / "away"
    folder = project / where
    if folder.is_dir():
        shutil.move(folder, away)
    else:
        away.mkdir()
    folder.symlink_to(away)
    before = files(away)
    (project.parent / "t.txt").write_text(OTHER, "utf-8")
    chronofact("add", str(project.parent / "t.txt"))
    assert files(away) == before


NAMES = [
    b"bad\xff.txt", b"new\nline.txt", b"esc\x1b]52;c;aGk=\x07.txt", b"a" * 251 + b".txt", "ї".encode() * 120 + b".txt",
    b"-rf.txt", b".hidden.txt", b"mkdocs.yml.txt", b"con.txt", b"index.txt", b"journal.json.txt", b"sp ace 'q' \"d\".txt",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("inside", [True, False])
def test_a_file_of_any_name_is_added_twice_the_same(project: Path, name: bytes, inside: bool) -> None:
    folder = project / "seeds" if inside else project.parent / "news"
    folder.mkdir(exist_ok=True)
    what = str(folder / os.fsdecode(name))
    Path(what).write_text(OTHER, "utf-8")
    said = chronofact("add", "--publisher", "Said By Hand", "--", what)
    assert said.exit_code in (0, 1), said.output
    assert "\x1b]" not in said.output and "\x07" not in said.output
    if "file-name" in said.output:  # no file of ours could ever name it
        assert b"\xff" in name
    else:
        assert len(list((project / "content/articles").glob("*.yaml"))) == 2
    once = files(project / "content")
    chronofact("add", "--", what)
    chronofact("add", "seeds")
    assert files(project / "content") == once
    assert chronofact("check").exit_code == 0


JOURNALS = [
    "", "[1]", "{}", "[]", "null", '"x"', "[{}]", '[{"path": 5, "temporary": 5, "old": 5, "new": 5}]',
    '[{"path": "content/x", "temporary": 7, "old": "", "new": ""}]', "[" * 100_000, "\0\0",
    '[{"path": "content/\\u0000", "temporary": "", "old": "", "new": ""}]',
    '[{"path": "content/\\ud800", "temporary": "", "old": "", "new": ""}]',
    '[{"path": "", "temporary": "", "old": "", "new": ""}]', '[{"path": "content", "temporary": "", "old": "", "new": ""}]',
    '[{"path": "mkdocs.yml", "temporary": "", "old": "OLD", "new": ""}]',
    '[{"path": "../outside/conf", "temporary": "", "old": "OUT", "new": ""}]',
    '[{"path": "content/../mkdocs.yml", "temporary": "", "old": "OLD", "new": ""}]',
    '[{"path": "README.md", "temporary": ".chronofact-00000000000000000000000000000000.tmp", "old": "", "new": ""}]',
    '[{"path": "content/x.yaml", "temporary": "../../outside/conf", "old": "", "new": ""}]',
]  # fmt: skip


@pytest.mark.parametrize("journal", [*JOURNALS, "a folder"])
def test_a_journal_nobody_wrote_costs_nothing(project: Path, journal: str) -> None:
    import hashlib

    digest = hashlib.sha256((project / "mkdocs.yml").read_bytes()).hexdigest()
    outside = hashlib.sha256(OTHER.encode()).hexdigest()
    path = project / "content/.machine/journal.json"
    before = files(project.parent)
    if journal == "a folder":
        path.mkdir()
    else:
        path.write_text(journal.replace("OLD", digest).replace("OUT", outside), "utf-8")
    for command in (["check"], ["review"], ["add", "seeds"], ["tidy"], ["export", "csv"]):
        chronofact(*command)
    assert lost(before, files(project.parent)) == []


@pytest.mark.parametrize(
    "argument",
    ["http://[", "http://[::1", "https://a:b:c/", "http://a\0b/", "http://", "a\0b", "http://[x]/", "//["],
)
def test_an_address_that_is_none_is_a_problem(project: Path, argument: str) -> None:
    (project.parent / "t.txt").write_text(OTHER, "utf-8")
    said = chronofact("add", argument, str(project.parent / "t.txt"))
    assert said.exit_code == 1 and "1 article read" in said.output, said.output


def _suffix(facts: Path) -> None:
    facts.rename(facts.with_suffix(".YAML"))


def _text(facts: Path) -> None:
    facts.rename(facts.with_suffix(".yaml.txt"))


def _plain_text(facts: Path) -> None:
    facts.rename(facts.with_suffix(".txt"))


def _typo(facts: Path) -> None:
    facts.rename(facts.with_suffix(".yalm"))


def _all(facts: Path) -> None:
    shutil.rmtree(facts.parents[1])


def _content(facts: Path) -> None:
    shutil.rmtree(facts.parents[2])


def _linked(facts: Path) -> None:
    shutil.move(facts.parent, facts.parents[3] / "moved")
    facts.parent.symlink_to(facts.parents[3] / "moved")


def _records(facts: Path) -> None:
    shutil.rmtree(facts.parents[2] / "articles")


def _record_text(facts: Path) -> None:
    (found,) = (facts.parents[2] / "articles").glob("*.yaml")
    found.rename(found.with_suffix(".yaml.txt"))


@pytest.mark.parametrize(
    "change", [_text, _plain_text, _typo, _all, _content, _linked, _records, _record_text]
)
def test_facts_that_are_only_out_of_sight_are_missed_aloud(
    project: Path, change: Callable[[Path], None]
) -> None:
    facts = next((project / "content/facts").rglob("*.yaml"))
    change(facts)
    there = files(project)
    said = chronofact("check")
    assert said.exit_code == 1, said.output
    chronofact("add", "seeds")
    assert lost({p: d for p, d in there.items() if "/." not in p}, files(project)) == []


def test_capital_endings_are_read(project: Path) -> None:
    every = chronofact("check").output
    for facts in list((project / "content/facts").rglob("*.yaml")):
        _suffix(facts)
    record(project).rename(record(project).with_suffix(".Yml"))
    assert chronofact("check").output == every
    before = files(project / "content")
    assert "nothing to change" in chronofact("add", "seeds").output
    assert files(project / "content") == before


def test_half_a_character_from_another_tool_is_refused_by_name(project: Path, tmp_path: Path) -> None:
    id = record(project).stem
    quote = "The bridge opened in May 1962 and carried 9,000 cars a day."
    good = {"id": "x", "date": "1962-05", "text": "It opened", "sources": [{"article": id, "quote": quote}]}
    lines = [json.dumps({**good, name: "\ud800"}) for name in ("id", "text", "date", "speaker", "by", "kind")]
    lines += [
        json.dumps({**good, "sources": [{"article": "\ud800", "quote": "\udfff"}]}),
        '"\\ud800"',
        "\ud83d",
    ]
    (tmp_path / "facts.jsonl").write_text("\n".join(lines), "utf-8", errors="replace")
    before = files(project / "content")
    said = chronofact("add", "--facts", str(tmp_path / "facts.jsonl"))
    assert said.exit_code == 1
    assert files(project / "content") == before


def test_no_command_prints_what_a_terminal_obeys(project: Path) -> None:
    clip = '"\\e]52;c;aGk=\\a \\u009b31m \\u202e \\x7f word"'
    for path in [*(project / "content/facts").rglob("*.yaml"), record(project)]:
        text = path.read_text("utf-8")
        for key in ("text", "title", "publisher", "speaker"):
            text = "\n".join(
                f"{line.split(key)[0]}{key}: {clip}" if line.strip().startswith(f"{key}:") else line
                for line in text.split("\n")
            )
        path.write_text(text, "utf-8")
    seed = project / "seeds/bridge.txt"
    seed.write_text(seed.read_text("utf-8") + "\n\x1b]52;c;aGk=\x07 in May 1963 \x9b2J it closed.\n", "utf-8")
    for command in (["check"], ["review", "--all"], ["add", "seeds", "--explain", "--dry-run"], ["changes"]):
        said = chronofact(*command).output
        assert not {
            char for char in said if (ord(char) < 32 or 127 <= ord(char) < 160) and char not in "\n\t"
        }
        assert "\u202e" not in said


ENCODINGS = ("cp1252", "ascii", "latin-1", "utf-16", "cp437")
SAYING_MUCH = (
    ("add", "../t.txt", "--dry-run"),
    ("add", "../t.txt", "--json"),
    ("add", "../t.txt"),
    ("review",),
)


@pytest.fixture
def foreign(project: Path) -> Path:
    """A project beside a text that few encodings can write."""
    text = OTHER.replace("Tove Lind", "Анна Ївченко").replace("Tunnel", "Міст 🌉")
    (project.parent / "t.txt").write_text(text, "utf-8")
    return project


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_output_in_any_encoding(encoding: str) -> None:
    for command in SAYING_MUCH:
        said = CliRunner(charset=encoding).invoke(main, command)
        assert said.exception is None or isinstance(said.exception, SystemExit), said.exception
        assert said.exit_code in (0, 1), said.output_bytes
        assert said.output_bytes and b"Traceback" not in said.output_bytes


def test_a_process_whose_output_is_encoded(foreign: Path) -> None:
    assert chronofact("add", "../t.txt").exit_code == 0
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(Path(__file__).parents[2])}
    said = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", "review"],
        cwd=foreign, env=environment, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert said.returncode in (0, 1), said.stderr
    assert b"\\u041c\\u0456\\u0441\\u0442 \\U0001f309" in said.stdout
    assert b"Traceback" not in said.stderr


def test_a_fault_of_ours_names_what_it_was_doing_and_how_to_report_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.pipeline import add

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("half a fault")

    monkeypatch.setattr(add, "plan_add", broken)
    before = files(project)
    (project.parent / "t.txt").write_text(OTHER, "utf-8")
    said = chronofact("add", str(project.parent / "t.txt"))
    assert files(project) == before
    assert "ZeroDivisionError: half a fault" in said.output


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", COMMANDS)
def test_the_last_handler_stands_behind_every_command(name: str, monkeypatch: pytest.MonkeyPatch) -> None:

    command = main.get_command(click.Context(main), name)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("nobody expected this")

    monkeypatch.setattr(command, "callback", broken)
    arguments = {
        "new": ["x"],
        "merge": ["a", "b"],
        "rename": ["a", "b"],
        "render": ["x"],
        "export": ["csv"],
        "why": ["x"],
        "changes": ["--since", "2021-01-01"],
        "edit": ["a", "text=x"],
        "split": ["a", "1"],
        "disputed": ["a", "--why", "x"],
        "withdraw": ["a", "--why", "x"],
        "promote": ["a", "1"],
        "import": ["seeds"],
    }
    said = chronofact(name, *arguments.get(name, []))
    assert said.exit_code == 4, said.output
    for words in (f"chronofact {name} stopped", "nobody expected this", "Every file is whole", "report it"):
        assert words in said.output


TEMPLATES = {
    "recursive": b"{% include 'fact.html' %}",
    "not utf-8": b"\xff\xfe\x00bad",
    "unfinished": b"{% if",
    "unknown": b"{{ nothing.at.all }}",
    "divides": b"{{ 1 / 0 }}",
    "calls": b"{{ 'x'() }}",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_broken_template_is_named(project: Path, name: str) -> None:
    folder = Path(__file__).parents[2] / "generator/pages/templates"
    own = project / "content/templates"
    own.mkdir(exist_ok=True)
    for template in ("fact.html", "fact.md"):
        if (folder / template).is_file():
            (own / template).write_bytes(TEMPLATES[name].replace(b"fact.html", template.encode()))
    said = chronofact("render", "out", "--drafts")
    assert said.exit_code == 3, said.output
    assert "template-error" in said.output and "content/templates/" in said.output


@pytest.mark.parametrize("id", ["index", "README", "Index"])
def test_an_article_or_name_called_index_has_a_page_of_its_own(project: Path, id: str) -> None:
    old = record(project)
    for facts in (project / "content/facts").rglob("*.yaml"):
        facts.write_text(facts.read_text("utf-8").replace(old.stem, id), "utf-8")
    old.rename(old.with_name(f"{id}.yaml"))
    assert chronofact("render", "out", "--drafts").exit_code == 0
    listing = (project / "out/articles/index.md").read_text("utf-8")
    page = (project / f"out/articles/{id}~.md").read_text("utf-8")
    assert "Bridge over the Sarn closed" in page and f"{id}~" in listing
    assert entity_uri(Entity(id, "Somebody", "person")) == f"people/{id}~.md"


def test_years_of_five_digits_are_added_and_rendered(project: Path) -> None:
    text = "Valley\n\nPublished: 4 June 2021\n\nPeople settled in 12000 BC near the river, the museum said on Thursday.\n"
    (project / "seeds/valley.txt").write_text(text, "utf-8")
    assert chronofact("add", "seeds").exit_code == 0
    facts = next((project / "content/facts").rglob("1962*.yaml"))
    facts.write_text(facts.read_text("utf-8").replace("date: 1962-05", "date: Y-229999~"), "utf-8")
    assert chronofact("check").exit_code == 0
    assert chronofact("render", "out", "--drafts").exit_code == 0
