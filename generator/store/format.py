"""The form of a content folder: a number in ``content/.format``, and the steps that bring an older folder up to it.

A release that changes what the files say, so that an older one would misread them, raises ``FORMAT`` and adds a step. What
only adds keys needs none. A folder without the file is of before the number: form 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..errors import Problem, problem
from ..model import Place
from .changes import Changes, FileChange
from .content import Content
from .schema import is_as_made, schema_texts

FORMAT = 1
NAME = ".format"
_NUMBER = re.compile(r"(\d{1,6})\s*(?:#.*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Step:
    """What brings a folder to form ``to``: what it does, in a sentence, and the files it makes anew."""

    to: int
    about: str
    files: Callable[[Content], Mapping[str, str]]


def format_text(number: int = FORMAT) -> str:
    """The file's text."""
    return f"{number} # the form of this folder; 'chronofact upgrade' brings it to that of a newer release\n"


def number_in(text: str) -> int | None:
    """The number in the file, None when there is none."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def wrong_format(folder: str, text: str) -> Problem | None:
    """Why this release must not work on the folder, if so."""
    number = number_in(text)
    place = Place(f"{folder}/{NAME}", 1, 1)
    if number is None:
        return problem("format-odd", place, value=text.strip()[:40], number=FORMAT)
    return problem("format-newer", place, value=number, number=FORMAT) if number > FORMAT else None


def format_of(content: Content) -> int:
    """The form of a folder; 0 where nothing says it."""
    file = content.files.get(f"{content.folder}/{NAME}")
    return (number_in(file.text) if file is not None else 0) or 0


def plan_upgrade(content: Content) -> tuple[Changes, tuple[Step, ...]]:
    """Plan bringing a folder to the form of this release, and say by which steps; none where it is."""
    steps = tuple(step for step in STEPS if step.to > format_of(content))
    wanted: dict[str, str] = {}
    for step in steps:
        wanted |= step.files(content)
    if steps:
        wanted[f"{content.folder}/{NAME}"] = format_text()
    files = []
    for path, text in sorted(wanted.items()):
        old = content.files.get(path)
        if old is None or old.text != text:
            files.append(FileChange(path, old.data if old else None, text.encode("utf-8")))
    return Changes(files=tuple(files)), steps


def _schemas(content: Content) -> Mapping[str, str]:
    """The editors' schemas that nobody changed by hand."""
    there = content.files
    return {
        p: t for p, t in schema_texts(content.folder).items() if p not in there or is_as_made(there[p].text)
    }


STEPS: tuple[Step, ...] = (
    Step(
        1,
        "The folder says its form, and the editors' schemas know the new keys (extra; type of a source; a source without"
        " a file or quote). No fact, article or name is touched.",
        _schemas,
    ),
)
