"""Our own exports come back whole: what each form carries, what a table cannot, and nothing that a file may not say."""

from __future__ import annotations

import contextlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from .round_trip import chronofact, project

ARTICLE = """title: The Sarn
publisher: The Sarn Post
agency: Quay Press
authors: [Nela Marsh]
published: {value: 2021-06-04T18:04, zone: EEST, basis: byline}
url: https://post.example/sarn
archive: https://archive.example/sarn
lang: en
tags: [rivers]
type: article-newspaper
embargo: 2020-01-01 06:00 Europe/Kyiv
extra: {ISSN: 1234-5678, pages: [1, 2]}
"""
NAMES = """- id: sarn
  name: Sarn
  kind: place
  aliases: [River Sarn]
  description: A river
  same_as: https://www.wikidata.org/wiki/Q1
  coordinates: 41.01, 28.98
"""
FACTS = """- id: sarn-flooded
  date: 2021-06-03
  text: The Sarn [the river] flooded; 0 died | 31 fled
  speaker: Tove Lind
  via: Quay Press
  anonymous: true
  denied: true
  kind: statement
  status: disputed
  reason: The mill says otherwise.
  context: It had rained.
  tags: [rivers, floods]
  brackets: [{words: the river, for: The Sarn, start: 0}]
  measure: {what: "dead; value: not", value: 0, about: true}
  lead: true
  image: weir.png
  image_alt: The weir
  embargo: 2020-01-01 06:00 Europe/Kyiv
  extra: {group: {a: [1, true, null]}}
  sources:
    - {article: sarn-post, quote: On Thursday the Sarn flooded., at: p. 3, date: {words: On Thursday, rule: weekday, basis: relative}}
    - {article: sarn-post}
  corrections:
    - {on: 2021-06-05, was: five, now: none, why: Counted again.}
  was: [sarn-rose]
  added: 2021-06-04
  by: newsreader 2
- id: sarn-fell
  date: 2021-06-09
  text: The Sarn fell
  status: reviewed
  follows: [sarn-flooded]
  fulfils: [sarn-flooded]
  disagrees_with: [sarn-flooded]
  maybe_same_as: [sarn-flooded]
  sources:
    - {article: sarn-post}
  added: 2021-06-10
"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that holds all that a field may say, and what it exports."""
    folder = tmp_path_factory.mktemp("own")
    with contextlib.chdir(folder):
        project(folder / "old")
        content = folder / "old/content"
        (content / "facts/example.yaml").unlink()
        (content / "articles").mkdir()
        (content / "pages/weir.png").write_bytes(b"x")
        for path, text in (
            ("facts/all.yaml", FACTS),
            ("articles/sarn-post.yaml", ARTICLE),
            ("entities.yaml", NAMES),
        ):
            (content / path).write_text(text, "utf-8")
        for form in ("json", "jsonl", "csv"):
            said = chronofact("export", form, "--drafts", "--output", str(folder / f"out.{form}"))
            assert said.exit_code == 0, said.output
    return folder


@pytest.fixture
def old(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(exported, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path / "old")
    return tmp_path


def came_back(folder: Path, form: str) -> dict[str, Any]:
    """What a fresh project that took the export over exports itself."""
    project(folder / form)
    Path("content/facts/example.yaml").unlink()
    said = chronofact("import", str(folder / f"out.{form}"))
    assert said.exit_code == 0 and "2 facts added" in said.output, said.output
    assert "nothing to change" in chronofact("import", str(folder / f"out.{form}")).output
    found: dict[str, Any] = json.loads(chronofact("export", "json", "--drafts").stdout)
    return found


def test_json_comes_back_whole(old: Path) -> None:
    before = json.loads((old / "out.json").read_text("utf-8"))
    after = came_back(old, "json")
    assert (after["facts"], after["articles"], after["names"]) == (
        before["facts"],
        before["articles"],
        before["names"],
    )
    assert before["facts"][0]["measure"]["value"] == 0 and before["facts"][0]["brackets"][0]["start"] == 0
    assert before["articles"][0]["published"]["zone"] == "EEST"


# What a line of JSON, and a row of the table, does not say; docs/exports.md lists it.
NOT_IN = {
    "jsonl": {"articles": {"agency", "tags", "lang", "extra", "embargo", "published"}, "facts": set()},
    "csv": {
        "articles": {"id", "authors", "agency", "tags", "lang", "extra", "embargo", "published"},
        "facts": {"corrections", "names", "sources"},
    },
}


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_others_come_back_but_for_what_they_do_not_say(old: Path, form: str) -> None:
    before, after = json.loads((old / "out.json").read_text("utf-8")), came_back(old, form)
    for what in ("facts", "articles"):
        lost = {key for a, b in zip(before[what], after[what], strict=True) for key in a if a[key] != b[key]}
        assert lost == NOT_IN[form][what] | ({"names"} if what == "facts" else set()), what


def test_what_was_decided_waits_when_it_is_wished(old: Path) -> None:
    project(old / "again")
    said = chronofact("import", str(old / "out.json"), "--drafts")
    assert "2 facts added" in said.output and "open to readers" not in said.output
    assert {
        one["status"] for one in json.loads(chronofact("export", "json", "--drafts").stdout)["facts"]
    } == {"draft"}


def test_a_later_state_updates_what_nobody_touched_and_links_follow_their_facts(old: Path) -> None:
    project(old / "new")
    Path("content/facts/example.yaml").write_text(
        FACTS.split("- id: sarn-fell")[0].replace("flooded; 0", "rose; 1"), "utf-8"
    )
    Path("content/articles").mkdir()
    Path("content/articles/sarn-post.yaml").write_text(ARTICLE.replace("The Sarn\n", "Another\n"), "utf-8")
    assert chronofact("import", str(old / "out.json")).exit_code == 0
    facts = {
        one["text"][:12]: one for one in json.loads(chronofact("export", "json", "--drafts").stdout)["facts"]
    }
    given = next(one["id"] for text, one in facts.items() if "flood" in json.dumps(one["text"]))
    assert given != "sarn-flooded" and facts["The Sarn fel"]["follows"] == [given]
    document = json.loads((old / "out.json").read_text("utf-8"))
    document["facts"][1] |= {"text": "The Sarn fell a lot", "measure": {"what": "metres", "value": 2}}
    (old / "out.json").write_text(json.dumps(document, indent=1), "utf-8")
    said = chronofact("import", str(old / "out.json"))
    assert said.exit_code == 0 and "2 values updated" in said.output, said.output


HOSTILE: list[tuple[str, Any]] = [
    ("status", "published"), ("kind", ["x"]), ("measure", {"what": "x"}), ("measure", "31"), ("measure", {"what": 1, "value": "a"}),
    ("brackets", [{"words": None}, 7]), ("corrections", [{"on": "2021-99-99", "was": "a", "now": "b", "why": "c"}]), ("lead", "yes"),
    ("follows", ["../../etc", 5]), ("was", "x"), ("tags", [["a"]]), ("embargo", 5), ("extra", [1]), ("image", {"a": 1}),
    ("sources", [{"article": "../../up", "quote": 5, "date": {"basis": "magic"}, "url": "javascript:x"}]), ("id", "../../up"),
    ("speaker", {"a": 1}), ("added", "soon"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), HOSTILE, ids=str)
def test_what_a_field_may_not_say_is_left_out(old: Path, key: str, value: Any) -> None:
    document = json.loads((old / "out.json").read_text("utf-8"))
    document["facts"] = [document["facts"][0] | {key: value}]
    document["articles"] += [{"id": "../x", "published": 5}, 7]
    document["names"] += [
        {"id": "../x", "name": "X", "kind": "place"},
        {"id": "y", "name": "Y", "kind": "god"},
        None,
    ]
    (old / "odd.json").write_text(json.dumps(document, indent=1), "utf-8")
    project(old / "in" / "odd")
    said = chronofact("import", str(old / "odd.json"))
    assert said.exit_code in (0, 1) and "1 fact added" in said.output, said.output
    assert "error" not in chronofact("check").output.replace("0 errors", ""), chronofact("check").output
    assert not list(old.rglob("up*"))
