"""The words of languages stand in the language files: no rule of the reading rooms keeps a list of them.

A handful of words is a rule's own condition; a longer list is knowledge of a language, and belongs where every
rule finds it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

GENERATOR = Path(__file__).parents[2] / "generator"
ROOMS = ("text", "dates", "entities", "facts")
MOST = 15  # words of a rule's own
_WORD = re.compile(r"[^\W\d_][\w’' -]*\.?")
_ALTERNATIVES = re.compile(r"[^\W\d_][\w’' -]*(?:\|[^\W\d_][\w’' -]*)+")


def word_lists(source: str, name: str) -> Iterator[str]:
    """The lists, tables in one string and patterns of more than ``MOST`` words, with their place and size."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            texts = [one.value for one in node.elts if isinstance(one, ast.Constant)]
            size = sum(isinstance(text, str) and bool(_WORD.fullmatch(text)) for text in texts)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "words":
            size = sum(len(str(one.value).split()) for one in node.args if isinstance(one, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            size = max((run.count("|") + 1 for run in _ALTERNATIVES.findall(node.value)), default=0)
        else:
            continue
        if size > MOST:
            yield f"{name}:{node.lineno} {size} words"


def test_words_stand_in_the_language_files() -> None:
    files = [path for room in ROOMS for path in sorted((GENERATOR / room).rglob("*.py"))]
    assert len(files) > 120
    assert [found for path in files for found in word_lists(path.read_text("utf-8"), path.name)] == []


def test_a_list_is_found_in_each_form() -> None:
    some = [f"word{chr(97 + at)}" for at in range(MOST + 1)]
    for form in (str(some), f"words({' '.join(some)!r})", f"re.compile({'|'.join(some)!r})"):
        assert list(word_lists(f"a = {form}", "x.py")) == [f"x.py:1 {MOST + 1} words"]
        fewer = form.replace(f"{some[0]}|", "").replace(f"{some[0]} ", "").replace(f"{some[0]!r}, ", "")
        assert not list(word_lists(f"a = {fewer}", "x.py"))
