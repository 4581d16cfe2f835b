"""Decisions as commands: what they say, what they ask before they do much, and how they are taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli.language import read_language

from .conftest import Run


def content() -> dict[str, bytes]:
    top = Path("content")
    return {str(p): p.read_bytes() for p in sorted(top.rglob("*")) if p.is_file()}


@pytest.fixture
def ids(run: Run, story: Path) -> list[str]:
    run("add", str(story))
    texts = [path.read_text("utf-8") for path in sorted(Path("content/facts").rglob("*.yaml"))]
    return [line.split("- id: ")[1] for text in texts for line in text.splitlines() if "- id: " in line]


def test_an_evening_in_commands(run: Run, ids: list[str]) -> None:
    start = content()
    first = ids[0]
    said = run("accept", first[:-3], "--by", "Ann Roe")
    assert said.exit_code == 0 and said.output == f"Accepted {first}.\n"
    assert "decided: {by: Ann Roe, on: 20" in "".join(data.decode() for data in content().values())
    said = run("edit", ids[1], "speaker=Jane Roe", "date=16 May 2021")
    assert said.exit_code == 0, said.output
    assert "date: 2021-05-16" in "".join(data.decode() for data in content().values())
    said = run("reject", ids[1], "--why", "no news")
    assert said.exit_code == 0 and said.output == f"Rejected {ids[1]}.\n"
    assert ids[1] in run("rejected").output and "no news" in run("rejected").output
    assert json.loads(run("rejected", "--json").stdout)[0]["why"] == "no news"
    assert len(run("undo", "--list").output.splitlines()) == 3
    assert run("rejected", "--back", ids[1]).exit_code == 0
    assert run("rejected").output == "Nothing was rejected.\n"
    said = run("undo", "--steps", "9")
    assert said.exit_code == 0 and said.output.count("Undone") == 4
    assert content() == start


def test_a_choice_is_shown_with_its_count_before_it_is_done(run: Run, ids: list[str]) -> None:
    start = content()
    said = run("reject", "--day", "2021", input="n\n")
    assert said.exit_code == 1 and "Reject" in said.output and content() == start
    assert all(id in said.output for id in ids if not id.startswith("bridge-opened"))
    said = run("accept", ids[0], "--rest", "-y")
    assert said.exit_code == 0 and f"Accepted {len(ids) - 1} fact" in said.output.replace(ids[-1], "1 fact")
    assert run("reject", "--day", "1999", "-y").output == "Nothing to change.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["accept"], 2, "Name a fact"),
        (["accept", "no-such-fact"], 3, "There is no fact 'no-such-fact'"),
        (["accept", ""], 3, "There is no fact"),
        (["accept", "../../etc"], 3, "There is no fact"),
        (["edit", "{0}", "date=soonish"], 3, "date-form"),
        (["edit", "{0}", "spaeker=x"], 3, "Did you mean 'speaker'?"),
        (["edit", "{0}", "sources=x"], 3, "chronofact merge"),
        (["edit", "{0}", "speaker"], 2, "has no '='"),
        (["split", "{0}", "one text"], 2, "two texts"),
        (["disputed", "{0}", "--why", " "], 3, "without a reason"),
        (["rejected", "--back", "nothing"], 3, "No fact 'nothing' was rejected"),
        (["undo"], 3, "nothing to undo"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    run: Run, ids: list[str], arguments: list[str], code: int, words: str
) -> None:
    start = content()
    said = run(*(one.format(*ids) for one in arguments))
    assert (said.exit_code, words in said.output) == (code, True), said.output
    assert content() == start


def test_a_dry_run_shows_the_difference(run: Run, ids: list[str]) -> None:
    start = content()
    said = run("accept", ids[0], "--dry-run")
    assert "+  status: reviewed" in said.output and content() == start


def test_adding_again_shows_what_became_of_the_article(run: Run, ids: list[str]) -> None:
    said = run("add", "seeds")
    assert said.exit_code == 0 and "nothing to change" in said.output
    assert (
        f"The Sarn Post · Bridge over the Sarn closed after inspection · 2021-06-04: {len(ids)} facts"
        in said.output
    )
    assert "  → " in said.output and "content/facts/" in said.output


def test_a_part_is_split_off_once(run: Run, ids: list[str]) -> None:
    parts = ("split", ids[0], "The old bridge opened", "It carried many cars")
    assert run(*parts).exit_code == 0
    once = content()
    said = run(*parts)
    assert said.exit_code == 0 and said.output == "Nothing to change.\n" and content() == once


@pytest.mark.parametrize("command", [["undo", "--list"], ["render", "out"], ["names"], ["review", "--plain"]])
def test_what_a_killed_run_left_is_settled_by_whatever_comes_next(
    run: Run, ids: list[str], command: list[str]
) -> None:
    assert ids
    left = Path("content/facts") / f".chronofact-{'a' * 32}.tmp"
    left.write_text("half", "utf-8")
    said = run(*command)
    assert said.exit_code == 0 and not left.exists(), said.output


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("english", "Did you mean 'en'?"),
        ("ua", "Did you mean 'uk'?"),
        ("Ukrainian", "Did you mean 'uk'?"),
        ("en en", "such as en, uk or pt-BR"),
        ("../x", "such as"),
        ("q", "such as"),
        ("-", "such as"),
    ],
)
def test_a_language_that_is_none_is_refused(run: Run, story: Path, typed: str, words: str) -> None:
    before = content()
    said = run("add", str(story), "--lang", typed)
    assert said.exit_code == 2 and words in said.output and content() == before, said.output


@pytest.mark.parametrize("typed", ["en", "pt_BR", " uk ", "zh-Hant-TW", "tlh", ""])
def test_a_language_that_is_one_is_taken(typed: str) -> None:
    assert read_language(typed) == typed.strip().replace("_", "-")
