"""The value that fact extraction hands on: facts, what became none and why, and problems."""

from dataclasses import dataclass

from ..errors import Problem
from ..model import Fact, Skipped


@dataclass(frozen=True, slots=True)
class FactReading:
    """Everything read out of one article."""

    facts: tuple[Fact, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()
