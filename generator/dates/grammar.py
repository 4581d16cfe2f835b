"""A sentence's class string in; the stretches that are time expressions, with the rule of each, out.

A pattern is a regular expression over the one-letter classes of ``lexicon``, so it holds for every
language. Quantifiers are bounded and never nested. The longest match wins; among equals the earlier
line of the table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# Short names for what recurs in the patterns.
_PIECES = {
    "COUNT": r"(?P<count>h?a?k{0,2}h?(?:[nD]-?c-?[an]-?H|Hah?|H|a?[qn]f?|[nD]v[nD]|[DNn]k|[DNYn]|a))",
    "WD": r"(?:[Ww],?)?",
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


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    rules = []
    for rule, pattern in PATTERNS:
        for name, piece in _PIECES.items():
            pattern = pattern.replace("{" + name + "}", piece)
        rules.append((rule, re.compile(pattern), _needs(pattern)))
    return tuple(rules)


def _needs(pattern: str) -> frozenset[str]:
    """Classes of which the pattern surely needs one: its last obligatory single letters."""
    for letters in ("I", "年", "/", "K", "V", "A", "J", "z", "d", ":", "'"):
        if pattern == letters:
            return frozenset(letters)
    return frozenset()


def candidates(tags: str) -> Iterator[Candidate]:
    """Every stretch that some pattern fits, in no order that matters."""
    present = set(tags)
    for rank, (rule, pattern, needs) in enumerate(_compiled()):
        if needs and not needs & present:
            continue
        at = 0
        while True:
            match = pattern.search(tags, at)
            if match is None:
                break
            yield Candidate(rule, match.start(), match.end(), match, rank)
            at = match.start() + 1
