"""One row of the tables that know a line of furniture by its words: kind, where it holds, pattern, example."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..model import BlockKind

Where = Literal["any", "edge"]


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
    needs: str = ""  # one of these signs must be in the line; saves trying the pattern


def furniture_rule(
    kind: BlockKind,
    name: str,
    where: Where,
    words: int,
    pattern: str,
    example: str,
    small: int = 99,
    needs: str = "",
) -> FurnitureRule:
    """A row, its pattern read without regard to case."""
    return FurnitureRule(kind, name, where, words, re.compile(pattern, re.IGNORECASE), example, small, needs)
