"""No function of the program is longer than a screen; how it branches is ruff's C901, at 20.

In the rooms that read, what "and", "or" and comprehensions ask counts as branching too.
"""

from __future__ import annotations

import ast
from pathlib import Path

from .arrows import statements

GENERATOR = Path(__file__).parents[2] / "generator"
LINES = 60
BRANCHES = 20
TABLES = ("text", "dates", "entities", "facts", "language", "prose")


def long_functions(source: str, name: str) -> list[str]:
    """The functions of ``source`` of more than ``LINES`` lines, with their place."""
    return [
        f"{name}:{node.lineno} {node.name}"
        for node in statements(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LINES
    ]


def test_functions_are_short() -> None:
    files = sorted(GENERATOR.rglob("*.py"))
    assert len(files) > 200
    assert [found for path in files for found in long_functions(path.read_text("utf-8"), path.name)] == []


def test_a_long_one_is_found() -> None:
    body = "    pass\n" * LINES
    assert long_functions(f"def short():\n    pass\n\n\ndef tall():\n{body}", "x.py") == ["x.py:5 tall"]


def branches(function: ast.AST) -> int:
    """How many ways lead through a function: each condition, loop, "and", "or" and part of a comprehension is one more."""
    plain = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.Assert, ast.Lambda)
    ways = 1
    for node in ast.walk(function):
        ways += isinstance(node, plain)
        ways += len(node.values) - 1 if isinstance(node, ast.BoolOp) else 0
        ways += 1 + len(node.ifs) if isinstance(node, ast.comprehension) else 0
    return ways


def branchy_functions(source: str, name: str) -> list[str]:
    """The functions of ``source`` that branch more than ``BRANCHES`` times."""
    return [
        f"{name}:{node.lineno} {node.name}"
        for node in statements(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and branches(node) > BRANCHES
    ]


def test_rules_are_small() -> None:
    files = [path for room in TABLES for path in sorted((GENERATOR / room).rglob("*.py"))]
    assert len(files) > 120
    assert [found for path in files for found in branchy_functions(path.read_text("utf-8"), path.name)] == []


def test_a_branchy_one_is_found() -> None:
    condition = " or ".join("a" for _ in range(BRANCHES + 1))
    assert branchy_functions(
        f"def plain(a):\n    return a\n\ndef many(a):\n    return {condition}\n", "x.py"
    ) == ["x.py:4 many"]
