"""No function of the program is longer than a screen, and none branches more than 20 ways.

Ruff's C901 counts statements alone; here what "and", "or", comprehensions and functions inside ask counts too.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from .arrows import statements

GENERATOR = Path(__file__).parents[2] / "generator"
LINES = 60
BRANCHES = 20


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
    """How many ways lead through a function: each condition, loop, case, "and", "or", part of a comprehension and
    "else" of a loop or a "try" is one more.
    """
    plain = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.Assert, ast.Lambda, ast.match_case)
    ways = 1
    for node in ast.walk(function):
        ways += isinstance(node, plain)
        ways += bool(node.orelse) if isinstance(node, ast.For | ast.While | ast.Try) else 0
        ways += len(node.values) - 1 if isinstance(node, ast.BoolOp) else 0
        ways += 1 + len(node.ifs) if isinstance(node, ast.comprehension) else 0
    return ways


def branchy_functions(source: str, name: str) -> list[str]:
    """The functions of ``source`` that branch more than ``BRANCHES`` times."""
    return [
        f"{name}:{node.lineno} {node.name}"
        for node in statements(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and branches(node) > BRANCHES
    ]


def test_functions_are_small() -> None:
    files = sorted(GENERATOR.rglob("*.py"))
    assert len(files) > 200
    assert [found for path in files for found in branchy_functions(path.read_text("utf-8"), path.name)] == []


def test_a_branchy_one_is_found() -> None:
    condition = " or ".join("a" for _ in range(BRANCHES + 1))
    assert branchy_functions(
        f"def plain(a):\n    return a\n\ndef many(a):\n    return {condition}\n", "x.py"
    ) == ["x.py:4 many"]


@pytest.mark.parametrize(
    ("body", "ways"),
    [
        ("return a", 1),
        ("return a if b else c", 2),
        ("return a and b or c", 3),
        ("return [x for y in a if b if c for x in y]", 5),
        ("for x in a:\n        b()\n    else:\n        c()", 3),
        ("while a:\n        b()", 2),
        (
            "try:\n        a()\n    except b:\n        pass\n    except c:\n        pass\n    else:\n        d()",
            4,
        ),
        ("match a:\n        case 1:\n            b()\n        case _:\n            c()", 3),
        ("assert a or b", 3),
        ("def g():\n        return a or b\n    return g or (lambda: c)", 4),
    ],
)
def test_every_way_counts(body: str, ways: int) -> None:
    assert branches(ast.parse(f"def f():\n    {body}\n")) == ways
