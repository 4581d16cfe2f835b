"""Breaks random lines of the reading rooms, one at a time, and tells which their room's own tests do not notice.

    python -m benchmarks.mutations [--count 20] [--seed 1] [--rooms text,dates,entities,facts,same]

Works in a copy of the project, so that a stop in the middle breaks nothing. A line is broken by turning one
condition round, swapping ``and`` for ``or``, moving one number by one or returning nothing. Prints one line a
change, and exits with 1 when fewer than nine in ten were noticed.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("text", "dates", "entities", "facts", "same", "language")
_OPPOSITE = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: ">=", ast.GtE: "<", ast.Gt: "<=", ast.LtE: ">", ast.In: "not in",
    ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
_CAUGHT = 0.9
_PATIENCE = 5  # times as long as the tests take with nothing broken


@dataclass(frozen=True)
class Change:
    """One break: the file, where in it, and what stands there instead."""

    path: Path  # below ROOT
    line: int
    start: int  # offsets in the file's UTF-8 bytes
    end: int
    new: str

    @property
    def room(self) -> str:
        """The room whose tests must notice."""
        return self.path.parts[1]

    def applied(self, source: bytes) -> bytes:
        """The file with the break in it."""
        return source[: self.start] + self.new.encode() + source[self.end :]


def changes(path: Path) -> Iterator[Change]:
    """Every break that a file allows."""
    source = (ROOT / path).read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def at(node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset

    def text(node: ast.expr) -> str:
        first, last = at(node)
        return source[first:last].decode()

    nodes = list(ast.walk(ast.parse(source)))
    # "-1" is one number and becomes 0: to most that ask for "not found", -2 would be the same as -1
    minus = {
        node.operand: node
        for node in nodes
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    }
    for node in nodes:
        found: tuple[ast.expr, str] | None = None
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _OPPOSITE:
            found = node, f"{text(node.left)} {_OPPOSITE[type(node.ops[0])]} {text(node.comparators[0])}"
        elif isinstance(node, ast.BoolOp):
            word = " or " if isinstance(node.op, ast.And) else " and "
            found = node, word.join(f"({text(value)})" for value in node.values)
        elif isinstance(node, ast.If):
            found = node.test, f"not ({text(node.test)})"
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            found = (minus[node], str(1 - node.value)) if node in minus else (node, str(node.value + 1))
        elif isinstance(node, ast.Return) and isinstance(node.value, (ast.Call, ast.BinOp)):
            found = node.value, "None"
        if found:
            first, last = at(found[0])
            yield Change(path, found[0].lineno, first, last, f"({found[1]})")


def pick(rooms: tuple[str, ...], count: int, seed: int) -> list[Change]:
    """``count`` breaks on different lines, each line of the rooms that can be broken as likely as any other."""
    by_line: dict[tuple[Path, int], list[Change]] = {}
    for room in rooms:
        for file in sorted((ROOT / "generator" / room).rglob("*.py")):
            for change in changes(file.relative_to(ROOT)):
                by_line.setdefault((change.path, change.line), []).append(change)
    chance = random.Random(seed)
    return [chance.choice(by_line[line]) for line in chance.sample(sorted(by_line), count)]


def _left_out(folder: str, names: list[str]) -> set[str]:
    """What a copy of the project needs not: what is built, and what others keep beside it."""
    made = {".git", ".venv", "site", "dist", "node_modules"} if Path(folder) == ROOT else set()
    return (made | {"__pycache__"}) & set(names)


def noticed(copy: Path, change: Change, longest: float | None = None) -> bool:
    """Whether the room's own tests fail with the break in, or do not end in ``longest`` seconds."""
    file = copy / change.path
    whole = file.read_bytes()
    file.write_bytes(change.applied(whole))
    try:
        tests = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"tests/{change.room}"]
        ran = subprocess.run(tests, cwd=copy, capture_output=True, text=True, check=False, timeout=longest)
        # 2 and 4: nothing could be collected, as the break is in what is imported, by a test or by all of them
        if ran.returncode not in (0, 1, 2, 4):
            raise RuntimeError(f"the tests could not be run: {ran.stdout}{ran.stderr}")
        return ran.returncode != 0
    except subprocess.TimeoutExpired:
        return True  # a loop without end
    finally:
        file.write_bytes(whole)


def main() -> int:
    """Break, test and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", default=",".join(ROOMS))
    given = parser.parse_args()
    picked = pick(tuple(given.rooms.split(",")), given.count, given.seed)
    caught = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=_left_out, symlinks=True)
        longest: dict[str, float] = {}
        for room in {change.room for change in picked}:
            began = time.monotonic()
            if noticed(copy, Change(Path("generator") / room / "__init__.py", 1, 0, 0, "")):
                raise SystemExit(f"the tests of {room} fail before anything is broken")
            longest[room] = 60 + _PATIENCE * (time.monotonic() - began)
        for change in picked:
            found = noticed(copy, change, longest[change.room])
            caught += found
            print(
                "noticed" if found else "MISSED ",
                f"{change.path}:{change.line}: {change.new[:90]!r}",
                flush=True,
            )
    print(f"{caught} of {len(picked)} noticed")
    return 0 if caught >= _CAUGHT * len(picked) else 1


if __name__ == "__main__":
    sys.exit(main())
