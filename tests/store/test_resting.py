"""Files and memories that a long run keeps as bytes: what they say is what they said."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from generator.model import Article, Fact, Place, Source
from generator.store.memory import Memory, RestingMemory, write_memory
from generator.store.resting import AllFacts, FactFiles, FactsById, rested
from generator.store.text_file import RestingFile, TextFile

TEXT = "The kiln cools. “Let it,” said Una Brandt."


@pytest.mark.parametrize("text", ["", "a: 1\n", "é “quoted” 🔥\r\n"])
@pytest.mark.parametrize("bom", [False, True])
def test_a_resting_file_is_the_file(text: str, bom: bool) -> None:
    file = TextFile("content/a.yaml", text, bom)
    resting = RestingFile(file)
    assert (resting.path, resting.text, resting.bom) == (file.path, text, bom)
    assert (resting.data, resting.newline) == (file.data, file.newline)
    assert resting == file and resting != TextFile("content/b.yaml", text, bom)


def test_a_resting_memory_is_the_memory() -> None:
    fact = Fact("kiln-cools", "2020-03-01", "The kiln cools.", (Source("a", "The kiln cools.", 0, 15),))
    memory = Memory(Article("a", "", title="Kilns"), (fact,))
    file = TextFile("content/.machine/a.jsonl", write_memory(memory))
    resting = RestingMemory(memory, RestingFile(file), rested(Article("a", TEXT)))
    assert (resting.article, resting.facts, resting.own) == (memory.article, memory.facts, True)
    assert resting.ids == memory.ids == ("kiln-cools",)
    assert resting == memory and resting != Memory(memory.article)


def facts_of(path: str, *ids: str) -> list[Fact]:
    return [
        Fact(id, "2020-03", f"Of {id} é.", (Source(f"a-{path}", f"Of {id}"),), place=Place(path, at, 3))
        for at, id in enumerate(ids, 1)
    ]


def test_a_resting_article_is_the_article() -> None:
    article = Article("a", TEXT, title="Kilns", tags=("fire",))
    resting = rested(article)
    assert resting == article and article == resting and resting.text == TEXT
    assert resting != replace(article, title="Ovens") and resting != 7
    other = replace(resting, text="Cold.")
    assert (other.text, resting.text, other.title) == ("Cold.", TEXT, "Kilns")
    assert pickle.loads(pickle.dumps(resting)) == article


def test_facts_that_nobody_asks_for_rest_and_are_what_they_were() -> None:
    facts = [*facts_of("a", "one", "two"), *facts_of("b", "three")]
    files = FactFiles.of(facts)
    kept = files["a"]
    rested_at = [files.rest() if files["b"] else [] for _ in range(6)]
    assert [path for paths in rested_at for path in paths] == ["a"]
    assert list(AllFacts(files)) == facts and AllFacts(files)[1:] == tuple(facts[1:])
    assert files["a"] is files["a"] and files["a"] == kept and files["a"] is not kept
    assert files.held["a"].told_in == {"a-a"} and dict(files) == {"a": kept, "b": (facts[2],)}
    after = files.after({"c": tuple(facts_of("c", "four"))}, {"b"})
    assert list(after) == ["a", "c"] and len(AllFacts(after)) == 3


def test_facts_are_found_by_their_ids_and_former_ids() -> None:
    facts = [*facts_of("a", "one", "two"), replace(facts_of("b", "three")[0], merged_ids=("old", "two"))]
    files = FactFiles.of(facts)
    by_id = FactsById.of(files)
    assert dict(by_id) == {"one": facts[0], "two": facts[1], "three": facts[2], "old": facts[2]}
    more = files.after({"a": (*facts[:2], *facts_of("a", "five"))}, {"a"})
    grown = by_id.after(more, ["a"])
    assert grown["five"].place.path == "a" and "five" not in by_id and len(grown) == 5
    less = more.after({"a": tuple(facts[:1])}, {"a"})
    assert dict(grown.after(less, ["a"])) == {
        "one": facts[0],
        "two": facts[2],
        "three": facts[2],
        "old": facts[2],
    }
