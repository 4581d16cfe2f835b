"""The marks that version control leaves in a file in, which facts stand on each side out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ID = re.compile(r"^\s*-\s+id:\s*(\S+)", re.MULTILINE)
_HUNK = re.compile(
    r"^<{7}[^\n]*\n(?P<ours>.*?)(?:^\|{7}[^\n]*\n.*?)?^={7}[^\n]*\n(?P<theirs>.*?)^>{7}[^\n]*$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict: where its first mark stands, and the facts on each side."""

    start: int
    ours: tuple[str, ...]
    theirs: tuple[str, ...]

    def __str__(self) -> str:
        return f"ours: {_listed(self.ours)}; theirs: {_listed(self.theirs)}"


def conflicts_in(text: str) -> Iterator[Conflict]:
    """Every whole conflict of a text."""
    for hunk in _HUNK.finditer(text):
        above = _ID.findall(text, 0, hunk.start())
        last = tuple(above[-1:])
        sides = [tuple(_ID.findall(hunk[side])) for side in ("ours", "theirs")]
        inside = [_begins_inside(hunk[side]) for side in ("ours", "theirs")]
        found = [(*(last if begun else ()), *ids) for ids, begun in zip(sides, inside, strict=True)]
        yield Conflict(hunk.start(), found[0], found[1])


def _begins_inside(side: str) -> bool:
    """Whether a side begins with lines of the fact above the marks."""
    first = next((line for line in side.split("\n") if line.strip()), "")
    return bool(first) and not first.lstrip().startswith(("- ", "#"))


def _listed(ids: tuple[str, ...]) -> str:
    return ", ".join(f"'{id}'" for id in ids) or "nothing"
