"""The rules that know a line of furniture by its words: a table of kind, where, pattern and example.

``furniture.toml`` holds the rows; what several patterns share stands there once, as a part.

``where`` says which part of the article a rule may speak of: ``any`` rules rest on a label that body
text does not begin with; ``edge`` rules only hold before the first and after the last paragraph.
``words`` is the longest line the rule believes in. What no rule knows is body.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from ..language import everywhere
from ..model import BlockKind
from .lines import Line
from .patterns import pattern

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


@lru_cache(maxsize=256)
def _rules_for(words: int, *, edge: bool) -> tuple[FurnitureRule, ...]:
    """Those that may speak of a line of so many words."""
    return tuple(one for one in furniture_rules() if words <= one.words and (edge or one.where == "any"))


_LONGEST = 1000  # characters; keeps every pattern's work bounded
_APPEAL_WORDS = pattern("appeal-words")
_APPEAL = pattern("appeal")
_STATEMENT = pattern("maybe-body")
_LABEL_DATE = pattern("label-date")
_JOINING = everywhere.dateline_word | everywhere.particle


def furniture_kind(line: Line, *, edge: bool) -> BlockKind | None:
    """The kind a rule gives ``line``, or None when no rule knows it; ``edge``: before or after the body."""
    if len(line.text) > _LONGEST:
        return None
    low = line.text.lower()
    for rule in _rules_for(line.words, edge=edge):
        if rule.needs and not any(map(low.__contains__, rule.needs)):
            continue
        if rule.pattern.match(line.text) and (not line.terminal or _small_words(line.text) <= rule.small):
            return rule.kind
    return "promo" if is_appeal(line, edge=edge) else None


def _small_words(text: str) -> int:
    """Words in small letters that neither join names nor belong to a time."""
    words = re.findall(r"[^\W\d_]+", text)
    return sum(word[0].islower() and word not in _JOINING for word in words)


def is_appeal(line: Line, *, edge: bool) -> bool:
    """Whether the line asks something of the reader: an imperative first, and words of a reader's favours.

    At the edge a date may be fused to it ("date 2025-05-16 Help us …"); amid the body it must be short.
    """
    if line.words > (60 if edge else 35):
        return False
    text = line.text
    fused = _LABEL_DATE.match(text) if edge else None
    start = fused.end() if fused else 0
    if not _APPEAL.match(text, start):
        return False
    count = len({match.group().lower() for match in _APPEAL_WORDS.finditer(text, start)})
    return count >= (1 if edge and not _STATEMENT.match(text, start) else 2)
