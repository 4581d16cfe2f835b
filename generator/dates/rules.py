"""The table of every rule that can stand in a date's ``rule:``; the documentation prints it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DateRule:
    """One rule: what it reads, an example, and how a reader is told of it.

    ``says`` is put after the date: "16 May 2025: counted from the article of 17 May 2025"; ``{anchor}`` is what
    was counted from. ``family``, ``description`` and ``says`` are messages: catalogues translate them.
    """

    id: str
    family: str
    description: str
    example: str
    says: str = ""
    lang: str = "en"  # of the example


_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
RULES: Mapping[str, DateRule] = {id: DateRule(id, **row) for id, row in _TABLE["rules"].items()}
# What a TIMEX3 ``mod`` leaves of a unit: mod and unit, in words.
THIRDS: Mapping[tuple[str, str], str] = {
    (mod, unit): words for unit, row in _TABLE["thirds"].items() for mod, words in row.items()
}
