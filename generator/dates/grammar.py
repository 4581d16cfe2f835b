"""A sentence's class string in; the stretches that are time expressions, with the rule of each, out.

A pattern is a regular expression over the one-letter classes of ``lexicon``, so it holds for every
language. Quantifiers are bounded and never nested. The longest match wins; among equals the earlier
line of the table.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
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


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(_whole(pattern))) for rule, pattern in PATTERNS)


@cache
def _by_class() -> Mapping[str, set[int]]:
    """The patterns that are worth trying on a string, by the classes in it; by "" those that need none of them."""
    found: dict[str, set[int]] = {"": set()}
    for rank, (_, pattern) in enumerate(PATTERNS):
        parts = _needs(_whole(pattern))
        for letter in min(parts, key=lambda part: (sum(c in _OFTEN for c in part), len(part)), default=("",)):
            found.setdefault(letter, set()).add(rank)
    return found


def _whole(pattern: str) -> str:
    for name, piece in _PIECES.items():
        pattern = pattern.replace("{" + name + "}", piece)
    return pattern


_OFTEN = "x,.-hficanD"  # classes that most sentences have
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
    by_class, compiled = _by_class(), _compiled()
    for rank in by_class[""].union(*(by_class.get(tag, ()) for tag in set(tags))):
        rule, pattern = compiled[rank]
        at = 0
        while True:
            match = pattern.search(tags, at)
            if match is None:
                break
            yield Candidate(rule, match.start(), match.end(), match, rank)
            at = match.start() + 1
