"""A short line typed beside a fact's proposed names in, the decisions on them out.

``1`` takes the first name, ``-2`` ignores the second, ``1=3`` makes the third another spelling of the first,
``2:place`` says what the second names and takes it; ``all`` takes every one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import problem
from ..model import Entity
from ..store.name_decisions import KINDS, NameDecisions

_WORD = re.compile(r"(?P<ignore>-)?(?P<one>\d{1,3})(?:=(?P<other>\d{1,3})|:(?P<kind>\w+))?")


def decide_names(line: str, names: Sequence[Entity], decisions: NameDecisions) -> None:
    """Decide what the line says; what it does not understand is a problem and nothing is decided."""
    for word in line.replace(",", " ").split():
        if word == "all":
            for entity in names:
                decisions.accept(entity.id)
            continue
        found = _WORD.fullmatch(word)
        numbers = [int(found[part]) for part in ("one", "other") if found[part]] if found else []
        kind = _kind(found["kind"]) if found and found["kind"] else ""
        if found is None or not all(0 < number <= len(names) for number in numbers) or kind is None:
            decisions.problems.append(problem("names-line", value=word))
        elif found["ignore"]:
            decisions.ignore(names[numbers[0] - 1].id)
        else:
            decisions.accept(names[numbers[0] - 1].id, kind)
            if len(numbers) > 1:
                decisions.join(names[numbers[0] - 1].id, names[numbers[1] - 1].id)


def _kind(word: str) -> str | None:
    """A kind by its beginning."""
    return next((kind for kind in KINDS if kind.startswith(word.casefold())), None)
