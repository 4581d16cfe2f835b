"""A sentence's class string in; the stretches that are time expressions, with the rule of each, out.

A pattern is a regular expression over the one-letter classes of ``lexicon``, so it holds for every
language. Quantifiers are bounded and never nested. The longest match wins; among equals the earlier
line of the table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

# Short names for what recurs in the patterns.
_PIECES = {
    "COUNT": r"(?P<count>h?a?k{0,2}h?(?:[nD]-?c-?[an]-?H|Hah?|H|a?[qn]f?|q[nD]|[nD]v[nD]|[DNn]k|ak|[DNYn]|a))",
    "WD": r"(?:[Ww],?\(?)?",
    "MON": r"[Mm]",
    "ERA": r"(?P<era>B)",
    "UNIT": r"(?P<unit>[UQH])",
}

# (rule, pattern): families in the order of ``rules``.
PATTERNS: tuple[tuple[str, str], ...] = tuple(
    (rule, pattern)
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for rule, pattern in (line.split(" ", 1),)
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of tokens that a rule's pattern fits."""

    rule: str
    first: int
    last: int
    match: re.Match[str]
    rank: int

    def group(self, name: str) -> int | None:
        """The token index where the named part of the pattern begins, or ``None``."""
        at = self.match.start(name) if name in self.match.re.groupindex else -1
        return at if at >= 0 else None

    def at(self, name: str) -> int:
        """The same of a part that the pattern always has."""
        return self.match.start(name)


_OFTEN = frozenset("x,.-hficanD")  # classes that most sentences have


@cache
def _compiled() -> tuple[tuple[int, str, re.Pattern[str], list[frozenset[str]]], ...]:
    """The patterns by rank, each with its rule and the seldom classes of which it needs one, part by part."""
    rows = ((rank, rule, _whole(pattern)) for rank, (rule, pattern) in enumerate(PATTERNS))
    return tuple(
        (rank, rule, re.compile(one), [*filter(_OFTEN.isdisjoint, map(frozenset, _needs(one)))])
        for rank, rule, one in rows
    )


@lru_cache(maxsize=4096)
def _worth_trying(seldom: frozenset[str]) -> list[tuple[int, str, re.Pattern[str]]]:
    """The patterns that find in these classes what they need of them."""
    return [row[:3] for row in _compiled() if not any(map(seldom.isdisjoint, row[3]))]


def _whole(pattern: str) -> str:
    for name, piece in _PIECES.items():
        pattern = pattern.replace("{" + name + "}", piece)
    return pattern


_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?([^()]*)\)(\?|\{0,\d\})?")


def _needs(pattern: str) -> list[str]:
    """Of each part that the pattern cannot do without, the classes that it may have."""
    bare = re.sub(r"\\.", "", pattern)
    while _GROUP.search(bare):
        bare = _GROUP.sub(lambda group: "" if group[2] or "|" in group[1] else group[1], bare)
    bare = re.sub(r"(?:\[[^]]*\]|.)(?:\?|\{0,\d\})|\{\d,\d\}", "", bare)
    return [part.strip("[]") for part in re.findall(r"\[[^]]*\]|.", bare)] if "|" not in bare else []


def candidates(tags: str) -> Iterator[Candidate]:
    """Every stretch that some pattern fits, in no order that matters."""
    for rank, rule, pattern in _worth_trying(frozenset(tags) - _OFTEN):
        match = pattern.search(tags)
        while match is not None:
            yield Candidate(rule, match.start(), match.end(), match, rank)
            match = pattern.search(tags, match.start() + 1)
