"""A fact written by hand: by options and on a terminal, with every kind of source; what is wrong is said and not written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Article, Fact
from generator.store import load_content, load_project
from generator.store.by_hand import TYPES
from generator.text.parts import misplaced, read_place

from ..articles.pdfs import pdf
from ..review.terminal import Terminal
from .conftest import Run

BOOK = ("--type", "book", "--title", "Bridges of the Sarn", "--author", "Jane Roe", "--published", "1999")


def contents() -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(Path("content").rglob("*")) if p.is_file()}


def only_fact() -> Fact:
    (fact,) = load_content(load_project(Path())).facts
    return fact


@pytest.mark.parametrize("kind", [*TYPES, "map"])
def test_every_kind_of_source(run: Run, kind: str) -> None:
    before = contents()
    told = (
        "--date",
        "May 1962",
        "--text",
        "The bridge opened",
        "--type",
        kind,
        "--title",
        "Sarn",
        "--by",
        "Ann Roe",
    )
    said = run("fact", *told, "--field", "archive_location=B 12/3", "--at", "p. 7", "--tags", "bridge, 1962")
    assert said.exit_code == 0, said.output
    fact = only_fact()
    (source,) = fact.sources
    record = load_content(load_project(Path())).articles[source.article]
    assert (fact.date, fact.status, fact.tags, source.at) == ("1962-05", "draft", ("bridge", "1962"), "p. 7")
    assert record.type == (TYPES[kind][0] if kind in TYPES else kind) and "B 12/3" in record.extra
    assert run("check").exit_code == 0
    after = contents()
    again = run("fact", *told, "--field", "archive_location=B 12/3", "--at", "p. 7")
    assert again.exit_code == 0 and "this fact is written" in again.output and contents() == after
    assert run("undo").exit_code == 0 and {k: v for k, v in contents().items() if k in before} == before
    assert not load_content(load_project(Path())).facts


def test_a_quote_is_proved_and_published_at_once(run: Run, story: Path) -> None:
    run("add", str(story), "--drafts", "0")
    said = run(
        "fact",
        "--date",
        "1962-05",
        "--source",
        "the-sarn",
        "--quote",
        "carried 9,000  cars",
        "--publish",
        "--by",
        "Ann Roe",
    )
    assert said.exit_code == 0, said.output
    fact = only_fact()
    assert (fact.text, fact.sources[0].quote) == ("carried 9,000 cars", "carried 9,000 cars")
    assert fact.status == "reviewed" and fact.decided is not None and fact.decided.by == "Ann Roe"
    assert run("check").exit_code == 0
    before = contents()
    shown = run("fact", "--source", "the-sarn", "--quote", "should cross", "--dry-run", "--by", "Ann Roe")
    assert shown.exit_code == 0 and "+  text: should cross" in shown.output and contents() == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "Say what happened"),
        (("--text", "x"), 2, "Say where it is written"),
        (("--quote", "x"), 2, "Say where it is written"),
        (("--text", "x", "--source", "nothing"), 3, "Name a new source"),
        (("--text", "x", "--source", "the-sarn"), 3, "Give the words that say it"),
        (("--source", "the-sarn", "--quote", "not there"), 3, "Copy the words from it"),
        (("--text", "x", "--date", "soonish", *BOOK), 3, "cannot be read"),
        (("--text", "x", "--date", "soonish", "--kind", "odd", *BOOK), 3, "is no kind"),
        (("--text", "x", "--type", "brochure", "--title", "y"), 2, "brochure"),
        (("--text", "x", *BOOK, "--field", "ISBN"), 2, "has no '='"),
        (("--text", "x", *BOOK[:4], "--published", "soonish"), 2, "--published"),
        (("--text", " ", *BOOK), 3, "text"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    run: Run, story: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    run("add", str(story), "--drafts", "0")
    before = contents()
    said = run("fact", *arguments)
    assert (said.exit_code, words in said.output) == (code, True), said.output
    assert contents() == before


def test_the_page_is_proved_where_the_text_is_here(run: Run) -> None:
    Path("seeds/report.pdf").write_bytes(
        pdf([["The bridge closed."], ["The cables were changed in May 1999."]])
    )
    assert run("add", "seeds/report.pdf", "--drafts", "0", "--published", "2001").exit_code == 0
    told = ("--date", "1999-05", "--source", "report", "--quote", "The cables were changed")
    said = run("fact", *told, "--at", "page 1")
    assert said.exit_code == 3 and "it stands at page 2" in said.output
    assert run("fact", *told, "--at", "page 2").exit_code == 0 and run("check").exit_code == 0
    path = next(Path("content/facts").rglob("1999*.yaml"))
    path.write_text(path.read_text("utf-8").replace("at: page 2", "at: page 9"), "utf-8")
    assert "it stands at page 2" in run("check").output


@pytest.mark.parametrize(
    ("typed", "page", "second"),
    [
        ("12", 12, -1), ("p. 12", 12, -1), ("page 12", 12, -1), ("P12", 12, -1), ("0:45", 0, 45), ("1:02:03", 0, 3723),
        ("12:03", 0, 723), ("", None, None), ("chapter 3", None, None), ("0", None, None), ("1:99", None, None),
        ("page -1", None, None), ("12-14", None, None),
    ],
)  # fmt: skip
def test_pages_and_times_as_people_write_them(typed: str, page: int | None, second: int | None) -> None:
    found = read_place(typed)
    assert (found.page, found.second) == (page, second) if found else page is None
    assert misplaced(Article("x", "no parts"), "parts", typed) == ""


def test_on_a_terminal_it_asks_and_checks_as_you_type(run: Run, story: Path) -> None:
    run("add", str(story), "--drafts", "0")
    terminal = Terminal(Path.cwd(), "fact", "--by", "Ann Roe", rows=24, columns=100)
    terminal.wait_for("When?")
    terminal.press("soonish")
    terminal.wait_for("cannot be read")
    terminal.press("\x15May 1962")
    terminal.wait_for("= 1962-05")
    terminal.press("\r")
    terminal.wait_for("What happened?")
    terminal.press("Cars crossed the bridge")
    terminal.wait_for("= Cars crossed")
    terminal.press("\r")
    terminal.wait_for("Where is it written?")
    terminal.press("the-sarn")
    terminal.wait_for("= Bridge over the Sarn")
    terminal.press("\r")
    terminal.wait_for("Which words say it?")
    terminal.press("no such words")
    terminal.wait_for("does not stand")
    terminal.press("\x15carried 9,000 cars a day")
    terminal.wait_for("= it stands in the text")
    terminal.press("\r")
    terminal.wait_for("Who says it?")
    terminal.press("\r")
    terminal.wait_for("Wrote cars-crossed-bridge")
    assert terminal.close() == 0
    assert (only_fact().date, only_fact().sources[0].quote) == ("1962-05", "carried 9,000 cars a day")
