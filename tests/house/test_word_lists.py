"""The words of languages stand in the language files: no rule of the reading rooms keeps a list of them.

A handful of words is a rule's own condition; a longer list is knowledge of a language, and belongs where every
rule finds it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.language import words

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


# A word in a comparison is a word of a language where it is not compared with one of these, which hold the
# program's own tags: the kind of a clause, the rule of a date, a part of speech, a unit, a code of a language.
TAGS = words(
    """
anchor anchor_basis back_to base basis calendar code first_lang form gender grain half hangs kind kind_of kinds
label lang lemma lines linked markup metadata named name_kind next_lang order part parts_of patterns precision
pronoun role rule sort source status takes tag tags tense tense_of tenses told_by type unit uses value values
voice want what where
"""
)
# How many words functions compare something with; there were 917. It may only fall: a word has its use in a file.
COMPARED = 225
_LOW = re.compile(r"[^\W\d_A-Z][\w’' -]*[^\W\d_]\.?")


def compared_words(source: str) -> list[str]:
    """The words of languages that the functions of ``source`` compare something with."""
    inside = (
        node
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Compare)
    )
    return [word for node in {id(node): node for node in inside}.values() for word in _of_language(node)]


def _of_language(node: ast.Compare) -> Iterator[str]:
    """The words of a comparison, where what they are compared with holds no tags."""
    sides = [node.left, *node.comparators]
    named = next((name for side in sides if (name := _named(side))), "")
    for text in (text for side in sides for text in _texts(side)):
        if named not in TAGS and text == text.lower() and _LOW.fullmatch(text):
            yield text


def _named(node: ast.expr) -> str:
    """The last name of what is compared: ``low`` of ``tokens.low(at - 1)``."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=inner) | ast.Subscript(value=inner) | ast.NamedExpr(value=inner):
            return _named(inner)
    return ""


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an operand is made of: one, those of a collection, of a union, of a table in one string."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Tuple(elts=inner) | ast.List(elts=inner) | ast.Set(elts=inner):
            yield from (text for one in inner for text in _texts(one))
        case ast.BinOp(left=left, right=right):
            yield from (*_texts(left), *_texts(right))
        case ast.Starred(value=one):
            yield from _texts(one)
        case ast.Call(func=ast.Name(id="words" | "frozenset" | "set"), args=inner):
            yield from (text for one in inner for table in _texts(one) for text in table.split())


def test_few_words_of_languages_stand_in_comparisons() -> None:
    files = [path for room in ROOMS for path in sorted((GENERATOR / room).rglob("*.py"))]
    found = {path.name: compared_words(path.read_text("utf-8")) for path in files}
    assert sum(map(len, found.values())) <= COMPARED, {name: some for name, some in found.items() if some}


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("low == 'the'", ["the"]),
        ("tokens.low(at) in ('of', 'for')", ["of", "for"]),
        ("'past' not in tokens.lows[1:]", ["past"]),
        ("low in known | {'that'}", ["that"]),
        ("low in words('who which')", ["who", "which"]),
        ("(low, follows) == ('put', 'it')", ["put", "it"]),
        ("lambda one: one.low == 'and'", ["and"]),
        ("clause.kind == 'relative' or token.tag in ('NP', 'x') or tokens.lang == 'en'", []),
        ("low in english.the or text == ',' or tags == 'Ww'", []),
    ],
)
def test_a_compared_word_is_found(condition: str, found: list[str]) -> None:
    assert compared_words(f"def f():\n    return {condition}\n") == found
    assert not compared_words(f"A = {condition}\n") or "lambda" in condition
