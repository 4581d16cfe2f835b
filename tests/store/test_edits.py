"""Rename, merge and tidy: links lead on, comments and layout stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.store import Changes, Content, load_content, plan_merge, plan_rename, plan_tidy, write_changes
from generator.store.project import Project

from .worlds import BRIDGE, FERRY, add, make_article, make_project, plan

ARTICLES = (make_article("bridge", BRIDGE), make_article("ferry", FERRY, "1931-03-04"))

DAY = """\
# yaml-language-server: $schema=../../.schema/facts.json
# Our notes on that day.

# Seen by two reporters.
- id: one   # the first
  date: 1931-03-05
  text: Nobody was hurt
  status: reviewed
  tags: [bridge, safety]
  sources:
    - article: bridge
      quote: Nobody was hurt.
  maybe_same_as: [two, three]

- id: two
  # ask the mayor
  date: 1931-03-04
  text: Nobody was hurt here  # sic
  status: draft
  tags:
  - safety
  - "river: Lenn"
  sources:
  - article: ferry
    quote: Nobody was hurt.
  corrections:
  - {on: 1931-03-06, was: here, now: there, why: A slip.}

- {id: three, date: 1931-03, text: x, was: [old-three], sources: [{article: ferry, quote: Tickets cost 1:30 crowns.}]}
# The end.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = make_project(tmp_path / "p", ARTICLES)
    add(project, *ARTICLES)
    for path in (project.content / "facts").rglob("*.yaml"):
        path.unlink()
    (project.content / "facts/1931/day.yaml").write_text(DAY, "utf-8")
    return project


def do(project: Project, planner: Callable[[Content], Changes]) -> Changes:
    changes = planner(load_content(project))
    assert changes.problems == ()
    assert write_changes(project, changes) == ()
    assert load_content(project).problems == ()
    return changes


def text(project: Project, path: str = "day") -> str:
    return (project.content / f"facts/1931/{path}.yaml").read_bytes().decode()


def test_rename_leaves_a_redirect_and_every_other_byte(project: Project) -> None:
    do(project, lambda content: plan_rename(content, "one", "nobody-was-hurt"))
    wanted = DAY.replace("- id: one ", "- id: nobody-was-hurt ").replace(
        "  maybe_same_as: [two, three]\n", "  maybe_same_as: [two, three]\n  was: [one]\n"
    )
    assert text(project) == wanted
    content = load_content(project)
    assert content.by_id["one"].id == "nobody-was-hurt"
    do(project, lambda content: plan_rename(content, "one", "unhurt"))
    assert "  was: [one, nobody-was-hurt]\n" in text(project)
    do(project, lambda content: plan_rename(content, "unhurt", "one"))
    assert "  was: [nobody-was-hurt, unhurt]\n" in text(project)
    do(project, lambda content: plan_rename(content, "three", "four"))
    assert "was: [old-three, three]" in text(project)


def test_merge_gathers_sources_tags_corrections_comments_and_links(project: Project) -> None:
    changes = do(project, lambda content: plan_merge(content, "one", "two"))
    assert [id for id, _ in changes.merged] == ["one"]
    assert (
        text(project)
        == DAY[: DAY.index("# Seen by")]
        + (
            """\
# Seen by two reporters.
- id: one   # the first
  date: 1931-03-05
  text: Nobody was hurt
  status: reviewed
  tags: [bridge, safety, "river: Lenn"]
  sources:
    - article: bridge
      quote: Nobody was hurt.
    - article: ferry
      quote: Nobody was hurt.
  corrections:
    - on: 1931-03-06
      was: here
      now: there
      why: A slip.
  maybe_same_as: [three]
  was: [two]
  # ask the mayor
  # sic

"""
        )
        + DAY[DAY.index("- {id: three") :]
    )
    content = load_content(project)
    assert content.by_id["two"].id == "one"


def test_merge_into_a_fact_in_braces(project: Project) -> None:
    do(project, lambda content: plan_merge(content, "three", "one"))
    fact = load_content(project).by_id["one"]
    assert fact.id == "three" and len(fact.sources) == 2
    assert fact.merged_ids == ("old-three", "one")
    assert "# Seen by two reporters." in text(project)
    assert "# the first" in text(project)


def test_what_was_merged_or_renamed_is_not_added_again(project: Project) -> None:
    for path in (project.content / "facts").rglob("*.yaml"):
        path.unlink()
    for path in (project.content / ".machine").glob("*"):
        path.unlink()
    add(project, *ARTICLES)
    do(project, lambda content: plan_merge(content, "nobody-was-hurt", "tickets-cost-1-30-crowns"))
    do(project, lambda content: plan_rename(content, "nobody-was-hurt", "unhurt"))
    assert not plan(load_content(project), *ARTICLES)


REFUSED: list[tuple[Callable[[Content], Changes], str]] = [
    (lambda content: plan_rename(content, "nine", "ten"), "fact-unknown"),
    (lambda content: plan_rename(content, "one", "two"), "rename-taken"),
    (lambda content: plan_rename(content, "one", "old-three"), "rename-taken"),
    (lambda content: plan_rename(content, "one", "No Good"), "id-form"),
    (lambda content: plan_merge(content, "one", "nine"), "fact-unknown"),
    (lambda content: plan_merge(content, "three", "old-three"), "merge-itself"),
]


@pytest.mark.parametrize(("planner", "code"), REFUSED)
def test_what_cannot_be_done_is_refused(
    project: Project, planner: Callable[[Content], Changes], code: str
) -> None:
    changes = planner(load_content(project))
    assert [found.code for found in changes.problems] == [code]
    assert not changes


def test_facts_declared_different_are_not_merged(project: Project) -> None:
    path = project.content / "facts/1931/day.yaml"
    path.write_text(DAY.replace("maybe_same_as: [two, three]", "not_same_as: [two]"), "utf-8")
    for pair in (("one", "two"), ("two", "one")):
        assert [f.code for f in plan_merge(load_content(project), *pair).problems] == ["merge-declared"]


def test_tidy_puts_facts_on_their_shelves_with_their_comments(project: Project) -> None:
    do(project, plan_tidy)
    assert text(project, "1931-03-05") == (
        "# yaml-language-server: $schema=../../.schema/facts.json\n"
        + DAY[DAY.index("# Seen by") : DAY.index("\n- id: two")]
    )
    assert text(project, "1931-03-04").endswith(DAY[DAY.index("- id: two") : DAY.index("\n- {id: three")])
    assert text(project, "1931-03").endswith(DAY[DAY.index("- {id: three") : DAY.index("# The end")])
    assert text(project) == (
        "# yaml-language-server: $schema=../../.schema/facts.json\n# Our notes on that day.\n\n# The end.\n"
    )
    assert not plan_tidy(load_content(project))


def test_tidy_sorts_a_file_by_date_and_keeps_its_margin_and_line_ends(project: Project) -> None:
    entry = "  - id: {}\r\n    date: {}\r\n    text: x\r\n    sources: [{{article: ferry, quote: Nobody was hurt.}}]\r\n"
    path = project.content / "facts/1931/1931.yaml"
    path.write_bytes(
        (
            "# head\r\n" + entry.format("b", "1931~") + "# about a\r\n" + entry.format("a", "1930/1931")
        ).encode()
    )
    other = project.content / "facts/1931/day.yaml"
    other.write_text(
        "- id: c\n  date: 1931\n  text: x\n  sources: [{article: ferry, quote: Nobody was hurt.}]\n", "utf-8"
    )
    do(project, plan_tidy)
    assert "day.yaml" not in [p.name for p in (project.content / "facts").rglob("*")]
    year = (project.content / "facts/1930/1930.yaml").read_bytes().decode()
    assert "# about a" in year and "- id: a" in year
    data = path.read_bytes().decode()
    assert data.startswith("# head\r\n  - id: b\r\n") and "\r\n  - id: c\r\n    date: 1931\r\n" in data
    assert data.count("\n") == data.count("\r\n")


def test_tidy_leaves_a_file_with_a_broken_entry_alone(project: Project) -> None:
    path = project.content / "facts/1931/day.yaml"
    path.write_text(DAY.replace("  text: Nobody was hurt\n", ""), "utf-8")
    assert not plan_tidy(load_content(project))
