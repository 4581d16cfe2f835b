"""Source files in, the imports that climb against the one-way order out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "generator"

# Lowest first. A module may import from its own room, and from any room on a lower level.
LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"values", "sweeping"}),
    frozenset({"model", "edtf", "bcp47", "embargo", "clock", "characters"}),
    frozenset({"fields"}),
    frozenset({"errors", "failure"}),
    frozenset({"fitted"}),
    frozenset({"config"}),
    frozenset({"language"}),
    frozenset({"ids"}),
    frozenset({"text"}),
    frozenset({"dates", "entities"}),
    frozenset({"facts", "prose"}),
    frozenset({"same"}),
    frozenset({"entries"}),
    frozenset({"timeline", "highlights"}),
    frozenset({"articles", "store", "exports"}),
    frozenset({"pages", "check", "review", "imports"}),
    frozenset({"pipeline"}),
    frozenset({"desk"}),
    frozenset({"cli", "plugin"}),
)


@dataclass(frozen=True)
class Arrow:
    """One import: who, whom, and where it is written."""

    importer: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


def room_of(module: str) -> str:
    """``generator.edtf`` -> ``dates``; the package itself is the room ``""``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def statements(within: ast.AST) -> Iterator[ast.AST]:
    """Every statement, however deep; no expression, of which there are ten times as many."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        for node in getattr(within, field, ()):
            yield node
            yield from statements(node)


def imports_of(source: str, module: str, *, is_package: bool) -> list[Arrow]:
    """Every import of our own package in ``source``, wherever in the file it stands."""
    base = module.split(".") if is_package else module.split(".")[:-1]
    found: list[Arrow] = []
    for node in statements(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [
                Arrow(module, alias.name, node.lineno)
                for alias in node.names
                if alias.name.split(".")[0] == PACKAGE
            ]
        elif isinstance(node, ast.ImportFrom):
            prefix = base[: len(base) - node.level + 1] if node.level else []
            target = [*prefix, *(node.module.split(".") if node.module else [])]
            if target[:1] != [PACKAGE]:
                continue
            # `from . import x` may name modules, `from .x import y` what is in one: the walk below decides
            found += [Arrow(module, ".".join([*target, alias.name]), node.lineno) for alias in node.names]
    return found


def climbing(arrows: list[Arrow]) -> list[Arrow]:
    """The arrows that point up, or sideways between rooms of one level, or at a room nobody has placed."""
    height = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
    wrong = []
    for arrow in arrows:
        importer, imported = room_of(arrow.importer), room_of(arrow.imported)
        if importer == imported or imported in {"", "__version__"} or importer == "":
            continue
        if importer not in height or imported not in height or height[imported] >= height[importer]:
            wrong.append(arrow)
    return wrong


def circles(arrows: list[Arrow]) -> list[list[str]]:
    """The groups of modules that import each other in a circle, inside rooms as well as between them."""
    real = {arrow.importer for arrow in arrows}
    follows: dict[str, set[str]] = {module: set() for module in real}
    for arrow in arrows:
        # what is imported is a module, or a name that stands in one
        target = arrow.imported if arrow.imported in real else arrow.imported.rpartition(".")[0]
        if target in real and target != arrow.importer:
            follows[arrow.importer].add(target)
    reach: dict[str, set[str]] = {}
    for module in real:
        seen, waiting = set(), [*follows[module]]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting += follows[at]
        reach[module] = seen
    groups = {
        tuple(sorted({module} | {other for other in reach[module] if module in reach[other]}))
        for module in real
        if module in reach[module]
    }
    return [list(group) for group in sorted(groups)]


def arrows_under(root: Path) -> list[Arrow]:
    """Every import among the modules of ``root`` (the package's folder)."""
    found: list[Arrow] = []
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root.parent).with_suffix("")
        is_package = inside.name == "__init__"
        module = ".".join(inside.parent.parts if is_package else inside.parts)
        found += imports_of(path.read_text(encoding="utf-8"), module, is_package=is_package)
    return found
