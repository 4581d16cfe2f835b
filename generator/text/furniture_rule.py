"""The stored table of lines that are furniture out: kind, where it holds, pattern, example.

``furniture.toml`` holds the rows; what several patterns share stands there once, as a part.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ..model import BlockKind

Where = Literal["any", "edge"]
TABLE = Path(__file__).with_name("furniture.toml")


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """One way to know a line of furniture."""

    kind: BlockKind
    name: str
    where: Where
    words: int
    pattern: re.Pattern[str]
    example: str
    small: int = 99  # most words in small letters (those that join names aside) if it ends as a sentence
    needs: tuple[str, ...] = ()  # one of these signs or words must be in the line; saves trying the pattern


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def part(name: str) -> str:
    """A pattern that several rules share: AGENCY, PHOTO …"""
    return str(_table()["parts"][name])


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """Every row in order, its pattern read without regard to case."""
    parts: dict[str, str] = _table()["parts"]
    names = re.compile(f"<({'|'.join(parts)})>")

    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(names.sub(lambda name: parts[name[1]], pattern), re.IGNORECASE)

    return tuple(
        FurnitureRule(**row | {"pattern": whole(row["pattern"]), "needs": tuple(row.get("needs", ()))})
        for row in _table()["rules"]
    )
