"""Files and memories that a long run keeps as bytes: what they say is what they said."""

from __future__ import annotations

import pytest

from generator.model import Article, Fact, Source
from generator.store.memory import Memory, RestingMemory, write_memory
from generator.store.text_file import RestingFile, TextFile

TEXT = "The kiln cools. “Let it,” said Una Brandt."


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("text", ["", "a: 1\n", "é “quoted” 🔥\r\n"])
@pytest.mark.parametrize("bom", [False, True])
def test_a_resting_file_is_the_file(text: str, bom: bool, packed: bool) -> None:
    file = TextFile("content/a.yaml", text, bom)
    resting = RestingFile(file, packed=packed)
    assert (resting.path, resting.text, resting.bom) == (file.path, text, bom)
    assert (resting.data, resting.newline) == (file.data, file.newline)
    assert resting == file and resting != TextFile("content/b.yaml", text, bom)


def test_a_resting_memory_is_the_memory() -> None:
    fact = Fact("kiln-cools", "2020-03-01", "The kiln cools.", (Source("a", "The kiln cools.", 0, 15),))
    memory = Memory(Article("a", "", title="Kilns"), (fact,))
    file = TextFile("content/.machine/a.jsonl", write_memory(memory))
    resting = RestingMemory(memory, RestingFile(file, packed=True), TEXT)
    assert (resting.article, resting.facts, resting.own) == (memory.article, memory.facts, True)
    assert resting.ids == memory.ids == ("kiln-cools",)
    assert resting == memory and resting != Memory(memory.article)
