"""Adding as a three-way merge: what a person touched stays, what the machine reads better is updated."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.model import Entity, Fact
from generator.store import load_content, plan_add, plan_tidy, read_proposed, write_changes
from generator.store.document import parse_document
from generator.store.edits import plan_shelve_dated
from generator.store.naming import plain_ids, renamed
from generator.store.project import Project
from generator.store.shelf import is_on_shelf
from generator.store.splice import append_entries, apply_edits

from .worlds import (
    BRIDGE,
    FERRY,
    LATER,
    Joined,
    add,
    is_kept,
    join_same_text,
    make_article,
    make_id,
    make_project,
    plan,
    read_facts,
    snapshot,
)

BRIDGES = make_article("bridge", BRIDGE)
FERRIES = make_article("ferry", FERRY, "1931-03-04")
NEW = make_article("later", LATER, "1931-03-08")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = make_project(tmp_path / "p", (BRIDGES, FERRIES, NEW))
    add(project, BRIDGES, FERRIES)
    return project


def facts(project: Project) -> dict[str, Fact]:
    return {fact.id: fact for fact in load_content(project).facts}


def edit(project: Project, pattern: str, new: str) -> None:
    """Replace the only stretch of the facts' files that matches."""
    done = 0
    for path in sorted((project.content / "facts").rglob("*.yaml")):
        text, count = re.subn(pattern, new, path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        done += count
        path.write_text(text, "utf-8")
    assert done == 1, f"{done} places match {pattern}"


def delete(project: Project, id: str) -> None:
    edit(project, rf"^- id: {id}\n(?:  [^\n]*\n|\n)*", "")


def test_shelves_order_and_form(project: Project) -> None:
    golden = Path(__file__).with_name("added.golden.txt")
    content = snapshot(project.root)
    shown = "".join(f"=== {path}\n{data.decode()}" for path, data in content.items() if ".schema" not in path)
    if not golden.exists():
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")


def test_adding_again_in_any_company_changes_nothing(project: Project) -> None:
    for articles in ((BRIDGES, FERRIES), (FERRIES, BRIDGES), (BRIDGES,), (FERRIES,)):
        assert not plan(load_content(project), *articles), articles


def test_a_removed_fact_stays_removed_even_when_another_article_copies_it(project: Project) -> None:
    delete(project, "nobody-was-hurt")
    assert "nobody-was-hurt" not in facts(project)
    changes = add(project, BRIDGES, FERRIES, NEW)
    assert "nobody-was-hurt" in changes.kept_away
    assert not any("Nobody" in fact.text for fact in facts(project).values())
    assert not plan(load_content(project), BRIDGES, FERRIES, NEW)


def test_a_removed_source_stays_removed(project: Project) -> None:
    edit(project, r"    - article: ferry\n      quote: Nobody was hurt.\n", "")
    assert not plan(load_content(project), BRIDGES, FERRIES)
    add(project, NEW)
    assert [source.article for source in facts(project)["nobody-was-hurt"].sources] == ["bridge", "later"]


def test_a_fact_is_found_wherever_it_was_moved(project: Project) -> None:
    path = project.content / "facts/1931/1931-03-05.yaml"
    (project.content / "facts/my own.yml").write_bytes(path.read_bytes())
    path.unlink()
    assert not plan(load_content(project), BRIDGES, FERRIES)
    add(project, NEW)
    fact = facts(project)["nobody-was-hurt"]
    assert fact.place.path == "content/facts/my own.yml"
    assert fact.sources[-1].article == "later"
    assert not path.exists()


def test_a_source_is_appended_to_a_fact_that_a_person_rewrote(project: Project) -> None:
    edit(project, "text: Nobody was hurt$", "text: No one was injured  # checked by phone")
    add(project, NEW)
    fact = facts(project)["nobody-was-hurt"]
    assert (fact.text, fact.sources[-1].article) == ("No one was injured", "later")


def test_a_better_reading_updates_the_machines_own_values_and_says_so(project: Project) -> None:
    better = [replace(f, date="1931-03", speaker="") if f.speaker else f for f in read_facts(BRIDGES)]
    id = next(id for id, fact in facts(project).items() if fact.speaker)
    changes = add(project, BRIDGES, facts=better)
    assert {(c.id, c.field, c.now) for c in changes.updated} == {(id, "date", "1931-03"), (id, "speaker", "")}
    assert (facts(project)[id].date, facts(project)[id].speaker) == ("1931-03", "")
    assert not plan(load_content(project), BRIDGES, facts=better)


def test_a_better_reading_against_a_persons_value_is_a_conflict_once(project: Project) -> None:
    edit(project, "speaker: Ada Birch", "speaker: Mayor Birch")
    better = [replace(f, speaker="The Mayor") if f.speaker else f for f in read_facts(BRIDGES)]
    changes = add(project, BRIDGES, facts=better)
    assert [(c.field, c.was, c.now) for c in changes.conflicts] == [("speaker", "Mayor Birch", "The Mayor")]
    assert any(fact.speaker == "Mayor Birch" for fact in facts(project).values())
    again = plan(load_content(project), BRIDGES, facts=better)
    assert not again and not again.conflicts


def test_a_person_who_types_what_the_machine_reads_next_owns_nothing_more(project: Project) -> None:
    edit(project, "speaker: Ada Birch", "speaker: The Mayor")
    first = [replace(f, speaker="The Mayor") if f.speaker else f for f in read_facts(BRIDGES)]
    assert not add(project, BRIDGES, facts=first).conflicts


def test_a_longer_quote_replaces_the_machines_own_in_place(project: Project) -> None:
    longer = []
    for fact in read_facts(BRIDGES):
        source = fact.sources[0]
        if source.quote.startswith("Nobody"):
            start = BRIDGE.index("quick # and late.\nNobody") + 18
            quote = BRIDGE[start - 18 : source.end]
            source = replace(source, quote=quote, start=start - 18)
        longer.append(replace(fact, sources=(source,)))
    changes = add(project, BRIDGES, facts=longer)
    assert [c.field for c in changes.updated] == ["sources[0].quote"]
    assert facts(project)["nobody-was-hurt"].sources[0].quote.startswith("quick # and late.\nNobody")
    assert not plan(load_content(project), BRIDGES, facts=longer)


def test_an_article_that_changed_keeps_its_facts_and_gains_new_ones(project: Project) -> None:
    longer = make_article("bridge", "Update: rain fell.\n" + BRIDGE)
    before = set(facts(project))
    changes = add(project, longer)
    assert [fact.text for fact in changes.added] == ["Update: rain fell"]
    assert before < set(facts(project))
    assert load_content(project).problems == ()
    assert not plan(load_content(project), longer)


def test_a_sentence_edited_at_the_publishers_updates_the_draft_in_place(project: Project) -> None:
    edited = make_article("bridge", BRIDGE.replace("voted 5-2", "voted 6-2"))
    changes = add(project, edited)
    assert {(c.field, c.now) for c in changes.updated} >= {
        ("text", "The council met on March 1 and voted 6-2"),
        ("sources[0].quote", "The council met on March 1 and voted 6-2."),
    }
    assert not changes.added
    assert facts(project)["the-council-met-march-1-and-voted"].text.endswith("6-2")
    assert not plan(load_content(project), edited)


def test_a_reviewed_fact_is_never_rewritten_by_a_new_reading(project: Project) -> None:
    edit(project, r"(voted 5-2\n  status:) draft", r"\1 reviewed")
    edited = make_article("bridge", BRIDGE.replace("voted 5-2", "voted 6-2"))
    changes = add(project, edited)
    assert {c.field for c in changes.conflicts} == {"text", "sources[0].quote"}
    assert facts(project)["the-council-met-march-1-and-voted"].text.endswith("5-2")


def test_a_source_that_a_person_added_first_is_not_added_again(project: Project) -> None:
    edit(
        project,
        r"(- id: the-council.*?year from: published}\n)",
        r"\1    - {article: later, quote: A new bridge is planned for 1934.}  # mine\n",
    )
    add(project, NEW)
    assert not any(fact.text.startswith("A new bridge") for fact in facts(project).values())
    assert not plan(load_content(project), NEW)


def test_a_copy_of_a_removed_and_of_a_living_fact_joins_the_living_one(project: Project) -> None:
    delete(project, "tickets-cost-1-30-crowns")

    def join(new: Sequence[Fact], existing: Sequence[Fact], _: object) -> Joined:
        root = "tickets-cost-1-30-crowns"
        return Joined(tuple(existing), {new[0].id: root, "nobody-was-hurt": root})

    other = make_article("other", "All the same.\n")
    (project.root / other.file).write_text(other.text, "utf-8")
    changes = plan_add(load_content(project), read_facts(other), [other], join=join, make_id=make_id)
    assert [id for id, _ in changes.merged] == ["nobody-was-hurt"]


def append_by_hand(project: Project, path: str, change: Callable[[str], str]) -> None:
    file = project.content / path
    file.write_text(change(file.read_text("utf-8")), "utf-8")


DAY = "facts/1931/1931-03-05.yaml"
LAYOUTS: dict[str, Callable[[str], str]] = {
    "an entry copied, not moved": lambda text: text + "\n" + text.split("\n\n")[-1],
    "a file in brackets": lambda text: json.dumps(yaml.load(text, yaml.CBaseLoader), indent=1),
    "a file in brackets on one line": lambda text: json.dumps(yaml.load(text, yaml.CBaseLoader)),
    "other software's style": lambda text: yaml.dump(yaml.load(text, yaml.CBaseLoader), width=40),
    "a document start and end": lambda text: f"---\n{text}...\n# after the end\n",
    "a quote as a block": lambda text: text.replace("quote: Nobody", "quote: |\n        Nobody"),
    "a quote as a folded block that keeps its end": lambda text: text.replace(
        "quote: Nobody was hurt.\n", "quote: >+\n        Nobody was\n        hurt.\n\n\n"
    ),
    "keys in another order": lambda text: text.replace(
        "  text: Nobody was hurt\n  status: draft\n", "  status: draft\n  text: Nobody was hurt\n"
    ),
    "sources first": lambda text: re.sub(
        r"(- id: nobody.*?\n)(.*?)(  sources:\n.*?)(  added)", r"\1\3\2\4", text, flags=re.DOTALL
    ),
    "dashes at the margin of their key": lambda text: text.replace("    - ", "  - ").replace(
        "      ", "    "
    ),
    "dashes far from their keys": lambda text: text.replace("- id", "-   id").replace("\n  ", "\n    "),
    "a comment behind every value": lambda text: re.sub(r"(?<![-|])$", "  # mine", text, flags=re.MULTILINE),
    "a comment below every line": lambda text: re.sub(
        r"(?<!\\|-)$", "\n      # mine", text, flags=re.MULTILINE
    ),
    "an explicit key": lambda text: text.replace("  speaker: Ada", "  ? speaker\n  : Ada"),
}


@pytest.mark.parametrize("change", LAYOUTS.values(), ids=LAYOUTS)
def test_a_source_is_appended_in_any_layout(project: Project, change: Callable[[str], str]) -> None:
    append_by_hand(project, DAY, change)
    before = (project.content / DAY).read_text("utf-8")
    known = {(fact.id, fact.text, fact.status) for fact in load_content(project).facts}
    assert not plan(load_content(project), BRIDGES, FERRIES)
    add(project, NEW)
    fact = facts(project)["nobody-was-hurt"]
    assert fact.sources[-1].article == "later"
    assert known <= {(fact.id, fact.text, fact.status) for fact in load_content(project).facts}
    assert is_kept(before.encode(), (project.content / DAY).read_bytes()), "something was taken away or moved"
    assert not plan(load_content(project), BRIDGES, FERRIES, NEW)


def test_a_comment_behind_the_last_value_stays_behind_it(project: Project) -> None:
    edit(project, r"(voted 5-2\.\n.*?published\})$", r"\1  # mine")
    add(project, NEW)
    text = (project.content / "facts/1931/1931-03-01.yaml").read_text("utf-8")
    assert "year from: published}  # mine\n    - article: later\n" in text


@pytest.mark.parametrize("text", ["# only this\n", "", "--- # x\n", "- not a fact\n", "[{}]\n"])
def test_a_new_fact_finds_a_place_beside_a_file_that_takes_none(project: Project, text: str) -> None:
    path = project.content / "facts/1931/1931-03-08.yaml"
    path.write_text(text, "utf-8")
    add(project, NEW)
    assert any(fact.text.startswith("A new bridge") for fact in facts(project).values())
    assert path.read_text("utf-8").startswith(text)
    assert not plan(load_content(project), NEW)


def test_an_edited_record_is_kept_and_an_untouched_one_updated(project: Project) -> None:
    path = project.content / "articles/bridge.yaml"
    path.write_text(path.read_text("utf-8").replace("Title of bridge", "My title  # nicer"), "utf-8")
    other = replace(BRIDGES, title="Another", publisher="The Daily", url="https://gazette.example/1")
    changes = add(project, other)
    record = load_content(project).articles["bridge"]
    assert (record.title, record.publisher, record.url) == (
        "My title",
        "The Daily",
        "https://gazette.example/1",
    )
    assert [(c.field, c.was) for c in changes.conflicts] == [("title", "My title")]
    assert "# nicer" in path.read_text("utf-8")


def test_a_record_that_was_removed_with_its_facts_does_not_come_back(project: Project) -> None:
    (project.content / "articles/ferry.yaml").unlink()
    for path in (project.content / "facts").rglob("*.yaml"):
        path.unlink()
    add(project, FERRIES)
    content = load_content(project)
    assert "ferry" not in content.articles and content.facts == ()


def test_lost_memory_takes_every_value_for_a_persons(project: Project) -> None:
    for path in (project.content / ".machine").iterdir():
        path.unlink()
    files = {p: d for p, d in snapshot(project.root).items() if "/." not in p}
    better = [replace(fact, date="1931-03") for fact in read_facts(BRIDGES)]
    changes = add(project, BRIDGES, FERRIES, facts=[*better, *read_facts(FERRIES)])
    assert not changes.added and not changes.updated
    assert {p: d for p, d in snapshot(project.root).items() if "/." not in p} == files


@pytest.mark.parametrize(
    "spoil", ["", "{", "[]\n", '{"article": 1}\n', '{"article": "bridge"}\n{"id": "x"}\n']
)
def test_a_spoilt_memory_is_like_a_lost_one(project: Project, spoil: str) -> None:
    (project.content / ".machine/bridge.jsonl").write_text(spoil, "utf-8")
    changes = plan(load_content(project), BRIDGES, FERRIES)
    assert not changes.added and not changes.problems


def test_a_memory_that_version_control_merged_is_understood(project: Project) -> None:
    path = project.content / ".machine/bridge.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(["<<<<<<< HEAD\n", *lines, "=======\n", *lines[:3], ">>>>>>> other\n"]), "utf-8")
    delete(project, "nobody-was-hurt")
    add(project, BRIDGES)
    assert "nobody-was-hurt" not in facts(project)
    assert path.read_text("utf-8") == "".join(lines)


def test_a_broken_file_stops_adding_and_names_itself(project: Project) -> None:
    path = project.content / "facts/1931/1931-03-05.yaml"
    path.write_text(path.read_text("utf-8") + "\t- x\n", "utf-8")
    before = snapshot(project.root)
    changes = plan(load_content(project), NEW)
    assert [(p.code, p.place.path) for p in changes.problems] == [
        ("add-unreadable", "content/facts/1931/1931-03-05.yaml")
    ]
    assert not changes
    assert snapshot(project.root) == before


def test_an_entry_with_a_mistake_waits_until_it_is_mended(project: Project) -> None:
    edit(project, "text: Nobody was hurt\n", "txt: Nobody was hurt\n")
    changes = plan(load_content(project), BRIDGES, FERRIES, NEW)
    assert not any("Nobody" in fact.text for fact in changes.added)
    assert [found.code for found in changes.problems] == ["add-waits"]
    write_changes(project, changes)
    edit(project, "txt: Nobody was hurt\n", "text: Nobody was hurt\n")
    add(project, BRIDGES, FERRIES, NEW)
    assert facts(project)["nobody-was-hurt"].sources[-1].article == "later"


def test_a_new_id_never_takes_one_that_was_ever_given(project: Project) -> None:
    delete(project, "nobody-was-hurt")
    other = make_article("other", "Nobody was HURT!\n")
    changes = add(project, other)
    assert [fact.id for fact in changes.added] == ["nobody-was-hurt-2"]


def test_undated_facts_go_to_their_own_file_and_are_listed(project: Project) -> None:
    undated = make_article("undated", "Something happened.\n", "")
    changes = add(project, undated)
    assert changes.undated == ("something-happened",)
    assert facts(project)["something-happened"].place.path == "content/facts/undated.yaml"


def test_a_full_file_takes_no_more_and_the_one_beside_it_goes_on(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.store.drafting.FULL", 300)
    for number in range(5):
        add(project, make_article(f"undated-{number}", f"Something {'odd ' * number}happened.\n", ""))
    shelves = sorted((project.content / "facts").glob("undated*.yaml"))
    assert [shelf.name for shelf in shelves] == ["undated.yaml", "undated_2.yaml", "undated_3.yaml"]
    assert all(len(shelf.read_text("utf-8")) < 600 for shelf in shelves)
    placed = {id: fact.place.path for id, fact in facts(project).items() if "undated" in fact.place.path}
    assert len(placed) == 5
    assert not plan_tidy(load_content(project)).files  # each stands where it belongs
    shelf = shelves[1]
    dated = shelf.read_text("utf-8").replace("- id:", "- date: 2024-05-02\n  id:", 1)
    shelf.write_text(dated, "utf-8")
    assert write_changes(project, plan_shelve_dated(load_content(project))) == ()
    moved = {id for id, fact in facts(project).items() if fact.place.path.endswith("2024-05-02.yaml")}
    assert len(moved & set(placed)) == 1


@pytest.mark.parametrize(
    "path, there",
    [
        ("facts/undated.yaml", True),
        ("facts/undated_2.yaml", True),
        ("facts/undated_12.yaml", True),
        ("facts/undated_.yaml", False),
        ("facts/undated-2.yaml", False),
        ("facts/2024/2024_2.yaml", False),
    ],
)
def test_shelves_beside_one_another(path: str, there: bool) -> None:
    assert is_on_shelf(path, "facts/undated.yaml") is there


def test_names_are_proposed_once(project: Project) -> None:
    name = Entity("ada-birch", "Ada Birch", "person", status="proposed")

    def propose() -> tuple[Entity, ...]:
        changes = plan_add(
            load_content(project), (), (), join=join_same_text, make_id=make_id, entities=[name]
        )
        assert write_changes(project, changes) == ()
        return changes.entities

    assert propose() == (name,)
    assert [e.status for e in load_content(project).entities] == ["proposed"]
    assert propose() == ()
    (project.content / "entities.yaml").write_text("# none\n", "utf-8")
    assert propose() == ()


def test_the_difference_for_people_and_for_programs(project: Project) -> None:
    changes = plan(load_content(project), NEW)
    assert "+    - article: later" in changes.as_diff()
    assert ".machine" not in changes.as_diff()
    assert "\x1b[32m+    - article: later\x1b[0m" in changes.as_diff(colour=True)
    document = json.loads(changes.as_json())
    assert [fact["id"] for fact in document["added"]] == ["new-bridge-planned-for-1934"]
    assert {entry[0] for entry in document["merged"]} >= {"nobody-was-hurt"}


Line = dict[str, object]
GOOD: Line = {
    "text": "The ferry started",
    "date": "1931-03-04",
    "sources": [{"article": "ferry", "quote": "A ferry started on March 4"}],
}


def propose(project: Project, *lines: object, by: str = "newsreader 2") -> tuple[list[str], list[str]]:
    content = load_content(project)
    read = read_proposed([json.dumps(line) for line in lines], content.articles, by=by, path="facts.jsonl")
    changes = plan_add(content, read.facts, (), join=join_same_text, make_id=make_id, today="1931-03-09")
    assert write_changes(project, changes) == ()
    return [fact.id for fact in changes.added], [str(found) for found in read.problems]


def test_a_proposed_fact_arrives_as_a_draft_with_the_tools_name(project: Project) -> None:
    ids, problems = propose(project, GOOD)
    assert problems == []
    fact = facts(project)[ids[0]]
    assert (fact.status, fact.by, fact.date) == ("draft", "newsreader 2", "1931-03-04")
    assert fact.sources[0].date.basis == "by hand"
    assert propose(project, GOOD)[0] == []
    delete(project, ids[0])
    assert propose(project, GOOD)[0] == []
    assert not plan(load_content(project), FERRIES)


def test_a_proposal_about_a_known_quote_never_touches_our_reading(project: Project) -> None:
    before = {id: (fact.text, fact.date) for id, fact in facts(project).items()}
    line = GOOD | {"text": "All unhurt", "sources": [{"article": "ferry", "quote": "Nobody was hurt."}]}
    propose(project, line)
    after = facts(project)
    assert {id: (after[id].text, after[id].date) for id in before} == before
    assert not plan(load_content(project), BRIDGES, FERRIES)


WRONG: list[tuple[str, Callable[[Line], object], str]] = [
    ("a quote that does not stand", lambda v: v | {"sources": [{"article": "ferry", "quote": "A ferry sank"}]}, "'A ferry sank'"),
    ("no such article", lambda v: v | {"sources": [{"article": "x", "quote": "y"}]}, "no article 'x'"),
    ("no source", lambda v: v | {"sources": []}, "at least one"),
    ("no text", lambda v: v | {"text": " "}, "'text' is wrong"),
    ("a date that is none", lambda v: v | {"date": "May 4"}, "'date' is wrong"),
    ("a date that is a number", lambda v: v | {"date": 1931}, "'date' is wrong"),
    ("a kind that is none", lambda v: v | {"kind": ["news"]}, "'kind' is wrong"),
    ("a speaker that is a list", lambda v: v | {"speaker": ["x"]}, "'speaker' is wrong"),
    ("no object", lambda _: [1, 2], "not an object"),
    ("facts that are none", lambda _: {"facts": ["x"]}, "not an object"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "words"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_proposal_is_refused_by_name_and_the_others_go_on(
    project: Project, change: Callable[[Line], object], words: str
) -> None:
    ids, problems = propose(project, change(GOOD), GOOD)
    assert len(ids) == 1 and len(problems) == 1
    assert problems[0].startswith("facts.jsonl:1:1: error ") and words in problems[0]


def test_proposals_that_are_no_json(project: Project) -> None:
    read = read_proposed(["{half", "", "[" * 100_000], load_content(project).articles, by="x")
    assert [found.code for found in read.problems] == ["line-not-json", "line-not-json"]


def test_a_joined_fact_takes_the_id_without_a_number() -> None:
    exchange = plain_ids(
        {"x": "x-2", "y-2": "y", "z": "other"}, [_named(id) for id in ("x", "x-2", "y", "y-2", "z")]
    )
    assert exchange == {"x": "x-2", "x-2": "x"}
    assert plain_ids({"x": "x-2"}, [_named("x-2")]) == {}
    assert renamed(_named("x-2"), exchange).id == "x"


def _named(id: str) -> Fact:
    return Fact(id, "2020", "A thing happened", ())


@pytest.mark.parametrize("before", ["[]\n", "# names\n[]\n", "[ ]  # none yet\n", "", "# only a comment\n"])
def test_an_empty_list_gives_way_to_entries(before: str) -> None:
    document = parse_document("entities.yaml", before)
    edit = append_entries(document, [["- id: x", "  name: X"]], [])
    assert edit is not None
    after = apply_edits(before, [edit])
    assert [item["id"] for item in yaml.load(after, Loader=yaml.CSafeLoader)] == ["x"]
    assert all(line in after for line in before.splitlines() if line.startswith("#"))
