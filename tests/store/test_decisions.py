"""Every decision changes its own entry and nothing else, loads again, and is undone byte for byte."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check_content
from generator.errors import Problem
from generator.model import Fact
from generator.store import Changes, Content, Project, load_content, plan_merge
from generator.store.choosing import Choice, choose
from generator.store.decisions import Decisions, plan_back
from generator.store.typed import read_typed
from generator.store.undo import decide, undo, undoable
from generator.store.who import Who

from .worlds import BRIDGE, FERRY, LATER, add, make_article, make_project, snapshot

WHO = Who("Ada Roe", "1931-03-07")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = make_project(tmp_path / "p")
    add(made, make_article("bridge", BRIDGE), make_article("ferry", FERRY))
    path = made.root / "content/facts/1931/1931-03-05.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("- id: nobody", "# ours: ask again\n- id: nobody", 1), "utf-8")
    return made


def fact(content: Content, begin: str) -> Fact:
    return next(one for one in content.facts if one.id.startswith(begin))


def done(project: Project, decide_on: Callable[[Decisions, Content], object]) -> Content:
    """Decide, write, and load what came of it."""
    content = load_content(project)
    decisions = Decisions(content, WHO)
    decide_on(decisions, content)
    changes = decisions.changes()
    assert not changes.problems, changes.problems
    assert changes and not decide(project, changes, "x")
    after = load_content(project)
    assert not [one for one in check_content(after) if one.severity == "error"]
    return after


EVERY: dict[str, Callable[[Decisions, Content], object]] = {
    "accept": lambda d, c: d.accept(fact(c, "nobody")),
    "reject": lambda d, c: d.reject(fact(c, "nobody"), "no news"),
    "hold": lambda d, c: d.hold(fact(c, "nobody"), "ask"),
    "dispute": lambda d, c: d.dispute(fact(c, "nobody"), "The city denies it."),
    "withdraw": lambda d, c: d.withdraw(fact(c, "nobody"), "Retracted."),
    "edit": lambda d, c: d.edit(
        fact(c, "nobody"), {"speaker": "Jo: Lind", "date": "March 2, 1931", "tags": "a, b"}
    ),
    "split": lambda d, c: d.split(fact(c, "nobody"), ["Nobody was hurt", "Nobody"]),
    "not same": lambda d, c: d.not_same(fact(c, "nobody"), fact(c, "the-old").id),
    "reject all": lambda d, c: [d.reject(one) for one in c.facts],
}


@pytest.mark.parametrize("name", EVERY)
def test_a_decision_touches_its_entry_and_is_undone_byte_for_byte(project: Project, name: str) -> None:
    before = snapshot(project.root)
    facts = {one.id: one for one in load_content(project).facts}
    after = done(project, EVERY[name])
    if name != "reject all":
        changed = [
            one.id for one in after.facts if facts.get(one.id) and _plain(one) != _plain(facts[one.id])
        ]
        assert len(changed) <= 1 and all(id.startswith("nobody") for id in changed)
    assert undo(project) == ("x", ())
    assert snapshot(project.root) == before


def _plain(one: Fact) -> Fact:
    from dataclasses import replace

    from generator.model import Place

    return replace(one, place=Place())


def test_what_each_decision_says(project: Project) -> None:
    accepted = fact(done(project, EVERY["accept"]), "nobody")
    assert (accepted.status, accepted.decided) == ("reviewed", WHO.decision())
    edited = fact(done(project, EVERY["edit"]), "nobody")
    assert (edited.speaker, edited.date, edited.tags) == ("Jo: Lind", "1931-03-02", ("a", "b"))
    assert edited.sources[0].date.basis == "by hand"
    disputed = fact(done(project, EVERY["dispute"]), "nobody")
    assert (disputed.status, disputed.reason) == ("disputed", "The city denies it.")
    text = (project.root / accepted.place.path).read_text("utf-8")
    assert "# ours: ask again\n- id: nobody" in text
    assert [step.what for step in undoable(project)] == ["x"] * 3
    for _ in range(3):
        assert undo(project)[0] == "x"
    assert undo(project)[1][0].code == "undo-nothing"


def test_a_public_fact_is_never_rejected_and_tells_what_changed(project: Project) -> None:
    content = done(project, EVERY["accept"])
    decisions = Decisions(content, WHO)
    decisions.reject(fact(content, "nobody"))
    decisions.hold(fact(content, "nobody"))
    decisions.withdraw(fact(content, "nobody"), " ")
    assert [one.code for one in decisions.changes().problems] == ["decision-public"] * 2 + ["decision-why"]
    after = done(
        project, lambda d, c: d.edit(fact(c, "nobody"), {"text": "Nobody was harmed"}, "The wrong word.")
    )
    said = fact(after, "nobody").corrections[0]
    assert (said.was, said.now, said.why) == ("Nobody was hurt", "Nobody was harmed", "The wrong word.")


def test_rejected_and_back_again(project: Project) -> None:
    done(project, lambda d, c: d.edit(fact(c, "nobody"), {"maybe_same_as": fact(c, "the-old").id}))
    id = fact(load_content(project), "the-old").id
    after = done(project, lambda d, c: d.reject(fact(c, "the-old"), "told twice"))
    assert id not in after.by_id and fact(after, "nobody").maybe_same_as == ()
    assert (after.rejected[id].why, after.rejected[id].by) == ("told twice", "Ada Roe")
    add(project, make_article("bridge", BRIDGE), make_article("later", LATER))
    assert id not in load_content(project).by_id, "adding again does not revive it"
    changes = plan_back(load_content(project), [id])
    assert not decide(project, changes, "back")
    back = load_content(project)
    assert back.by_id[id].status == "draft" and not back.rejected
    assert plan_back(back, ["nothing"]).problems[0].code == "rejected-unknown"


def test_undo_never_loses_a_later_change(project: Project) -> None:
    done(project, EVERY["accept"])
    path = project.root / fact(load_content(project), "nobody").place.path
    path.write_text(path.read_text("utf-8") + "# a note\n", "utf-8")
    what, problems = undo(project)
    assert (what, problems[0].code) == ("", "undo-changed")
    assert path.read_text("utf-8").endswith("# a note\n")


def test_a_merge_says_who(project: Project) -> None:
    content = load_content(project)
    one, other = fact(content, "nobody"), fact(content, "tickets")
    assert not decide(project, plan_merge(content, one.id, other.id, WHO), "merged")
    assert load_content(project).by_id[other.id].decided == WHO.decision()


def test_choices(project: Project) -> None:
    content = load_content(project)

    def ids(*names: str, rest: bool = False, **options: str) -> list[str]:
        found, problems = choose(content, names, Choice(**options), rest=rest)  # type: ignore[arg-type]
        return sorted(one.id for one in found) if not problems else [problems[0].code]

    everything = sorted(one.id for one in content.facts)
    assert ids() == [] and ids(day="1931") == everything
    assert ids("nobody") == [fact(content, "nobody").id]
    assert ids("the") == ["fact-ambiguous"]
    assert ids("no-such") == ["fact-unknown"] and ids("") == ["fact-unknown"]
    place = fact(content, "tickets").place
    assert ids(f"{place.path}:{place.line + 1}") == [fact(content, "tickets").id]
    assert set(ids(article="ferry")) < set(everything)
    assert ids(speaker="ada birch") == [fact(content, "mayor").id]
    rest = ids("mayor", rest=True)
    assert fact(content, "mayor").id not in rest and len(rest) == len(ids(article="bridge")) - 1
    assert ids(tag="none") == [] and ids(worth_below=0.5) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("date", "16 May 2025", "2025-05-16"),
        ("date", "", ""),
        ("date", "soonish", "date-form"),
        ("tags", "a, b", ("a", "b")),
        ("lead", "yes", True),
        ("lead", "perhaps", "value-form"),
        ("kind", "plan", "plan"),
        ("kind", "rumour", "value-choice"),
        ("image alt", "A bridge", "A bridge"),
        ("speaker", "a: b # c", "a: b # c"),
        ("text", "", "value-form"),
        ("sources", "x", "key-unknown"),
        ("spaeker", "x", "key-unknown"),
        ("follows", "../x", "id-form"),
        ("measure", "{what: dead", "yaml-syntax"),
    ],
)
def test_typed_values(name: str, text: str, wanted: object) -> None:
    read = read_typed(name, text)
    assert (read.code if isinstance(read, Problem) else read[1]) == wanted


def test_two_people_decide_on_one_day(project: Project) -> None:
    """Different facts of one file, decided on two branches: git merges them without a conflict."""

    def git(*arguments: str) -> None:
        said = subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@x", *arguments], cwd=project.root, capture_output=True,
            check=False,
        )  # fmt: skip
        assert said.returncode == 0, said.stdout + said.stderr

    (project.root / ".gitignore").write_text(".chronofact/\n", "utf-8")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "start")
    git("checkout", "-qb", "other")
    done(project, lambda d, c: d.reject(fact(c, "tickets"), "small"))
    git("add", "-A")
    git("commit", "-qm", "rejected")
    git("checkout", "-q", "main")
    done(project, lambda d, c: [d.accept(fact(c, "mayor")), d.reject(fact(c, "work"), "no")])
    git("add", "-A")
    git("commit", "-qm", "accepted")
    git("merge", "-q", "other", "-m", "both")
    merged = load_content(project)
    assert not merged.problems
    assert fact(merged, "mayor").status == "reviewed"
    assert {id.split("-")[0] for id in merged.rejected} == {"tickets", "work"}


def test_nothing_is_written_without_a_decision(project: Project) -> None:
    before = snapshot(project.root)
    assert not decide(project, Changes(), "x") and snapshot(project.root) == before
    assert undoable(project) == ()
