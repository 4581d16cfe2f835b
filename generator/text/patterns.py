"""The name of a pattern in, the pattern out: what tells lines of furniture, bylines and dates apart, in many languages.

``patterns.toml`` holds them all; they belong to the lines of a page and not to one language.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_suffix(".toml")


@cache
def _rows() -> dict[str, str]:
    """Every pattern by its name."""
    table: dict[str, dict[str, str]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {name: row for rows in table.values() for name, row in rows.items()}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern, read in either case."""
    return re.compile(_rows()[name], re.IGNORECASE)
