"""No function of the program is longer than a screen; how it branches is ruff's C901, at 20."""

from __future__ import annotations

import ast
from pathlib import Path

GENERATOR = Path(__file__).parents[2] / "generator"
LINES = 60


def long_functions(source: str, name: str) -> list[str]:
    """The functions of ``source`` of more than ``LINES`` lines, with their place."""
    return [
        f"{name}:{node.lineno} {node.name}"
        for node in ast.walk(ast.parse(source))
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
