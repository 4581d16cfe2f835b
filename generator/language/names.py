"""A first name in, the pronoun it goes with out; only names that are common and clear.

A name that both men and women bear is left out: the pronoun then counts for nothing.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

_TABLE = Path(__file__).with_name("names.toml")


@cache
def listed(key: str) -> frozenset[str]:
    """The names of one row of the table: he, she, outlet …"""
    rows: dict[str, str] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return frozenset(rows[key].split())


def gender_of_slavic_name(name: str) -> Literal["he", "she"] | None:
    """ "he" or "she" by the ending of a full Slavic name; None for a single word or another case than the first."""
    parts = name.lower().split()
    if len(parts) < 2 or parts[0][-1:] in "уюиіеыę":
        return None
    if parts[0] in listed("he-in-a"):
        return "he"
    return "she" if parts[0][-1:] in "аяa" else "he"


def gender_of_first_name(name: str) -> Literal["he", "she"] | None:
    """ "he" or "she" for a first name that is clear, else None."""
    low = name.lower().rstrip(".")
    borne: list[Literal["he", "she"]] = [gender for gender in ("he", "she") if low in listed(gender)]
    return borne[0] if len(borne) == 1 else None
