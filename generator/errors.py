"""Problems as values: a code, a place, a message and a remedy. Only the edge prints or exits.

Every code that can be reported stands in ``CATALOGUE``; a golden file in the tests prints them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .model import Place

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem: ``message`` and ``remedy`` are ``str.format`` templates over named details."""

    severity: Severity
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, where, and how to mend it."""

    code: str
    severity: Severity
    message: str
    remedy: str = ""
    place: Place = Place()
    value: str = ""
    fact: str = ""  # id of the fact concerned, if any
    article: str = ""  # id of the article concerned, if any

    def __str__(self) -> str:
        """``file:line:column: severity code: message. remedy`` on one line."""
        where = self.place.path
        if self.place.line:
            where += f":{self.place.line}:{self.place.column or 1}"
        head = f"{where}: " if where else ""
        tail = f" {self.remedy}" if self.remedy else ""
        return f"{head}{self.severity} {self.code}: {self.message}{tail}"


class ChronofactError(Exception):
    """Raised when a whole step cannot go on; carries every problem found, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


# Sorted by stage, then code. A message states the place's value; a remedy says what to type.
CATALOGUE: dict[str, ProblemKind] = {
    # config
    "setting-unknown": ProblemKind(
        "error", "mkdocs.yml has an unknown chronofact setting '{name}'.", "{hint}"
    ),
    "setting-value": ProblemKind(
        "error", "mkdocs.yml sets chronofact '{name}' to {value}, {why}.", "Write {expected}."
    ),
    # pipeline and command line
    "stage-failed": ProblemKind(
        "error",
        "Reading this article failed inside Chronofact ({value}).",
        "The other articles were read; please report this one.",
    ),
    "article-no-sentence": ProblemKind(
        "warning",
        "'{value}' holds no sentence of running text, so it gives no fact.",
        "Check that it is the article and not a menu, a gallery or an empty page.",
    ),
    "line-not-json": ProblemKind(
        "error", "This line is not JSON: {value} ({why}).", "Write one JSON object a line."
    ),
    "line-not-object": ProblemKind(
        "error",
        "This line is JSON but not an object: {value}",
        'Write {{"id": …, "text": …}} on one line.',
    ),
    "article-id-twice": ProblemKind(
        "error", "The id '{value}' stands on two lines.", "Give every article an id of its own."
    ),
}


def problem(
    code: str,
    place: Place = Place(),
    *,
    fact: str = "",
    article: str = "",
    **details: object,
) -> Problem:
    """Make the problem of kind ``code``; ``details`` fill its templates. Raises KeyError on an unknown code."""
    kind = CATALOGUE[code]
    return Problem(
        code=code,
        severity=kind.severity,
        message=kind.message.format(**details),
        remedy=kind.remedy.format(**details).strip(),
        place=place,
        value=str(details.get("value", "")),
        fact=fact,
        article=article,
    )
