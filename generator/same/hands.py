"""A large piece of work in, what those who are there make of it out: other processes that have all that is here, or nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

Part = TypeVar("Part")
Made = TypeVar("Made")


class Hands(Protocol):
    """Processes that are split off when there is something to do, so that nothing is handed over but what they made."""

    def aside(self, work: Callable[[], Made], /) -> Callable[[], Made]:
        """Have something made meanwhile; what this gives waits for it."""

    def among(self, work: Callable[[Part], Made], parts: Sequence[Part], /) -> Iterable[Made]:
        """Have parts done side by side; what they give comes in their order."""


class Alone:
    """Nobody else is there."""

    def aside(self, work: Callable[[], Made], /) -> Callable[[], Made]:
        """It is made when it is asked for."""
        return work

    def among(self, work: Callable[[Part], Made], parts: Sequence[Part], /) -> Iterable[Made]:
        """Each in its turn."""
        return map(work, parts)


ALONE = Alone()
