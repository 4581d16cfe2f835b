"""Facts that a person rejected, as small files: who, when and why, and the entry's own lines for the way back.

One JSON object a line in ``content/.machine/rejected/<article id>.jsonl``. Version control joins the lines of two
people (``.gitattributes`` beside it says so); a line that cannot be read is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from .memory import FOLDER

REJECTED = f"{FOLDER}/rejected"
ATTRIBUTES = f"{FOLDER}/.gitattributes"
ATTRIBUTES_TEXT = "# Lines of two people are both kept.\n*.jsonl merge=union\n"


@dataclass(frozen=True, slots=True)
class Rejected:
    """One rejected fact: what it said, whose decision it was, and the lines of its entry in ``path``."""

    id: str
    text: str
    article: str
    path: str
    entry: str
    by: str = ""
    on: str = ""
    why: str = ""


def read_rejected(text: str) -> dict[str, Rejected]:
    """The rejected facts of a file, the last line of an id first in force."""
    found: dict[str, Rejected] = {}
    for line in text.splitlines():
        try:
            one = Rejected(**json.loads(line))
        except (ValueError, TypeError, RecursionError):
            continue
        if all(isinstance(value, str) for value in asdict(one).values()):
            found[one.id] = one
    return found


def write_rejected(rejected: Iterable[Rejected]) -> str:
    """The text of a file, in the order of the ids, so that two people seldom write beside one another."""
    lines = (
        json.dumps({k: v for k, v in asdict(one).items() if v}, ensure_ascii=False)
        for one in sorted(rejected, key=lambda one: one.id)
    )
    return "".join(f"{line}\n" for line in lines)
