"""Pieces of work in, each done by one of several processes: what they keep, the build finds made.

Nothing is handed back. What a process does not do, because it ended early or because there is only one, is done by
whoever needs it, who then also meets what went wrong with it; so nothing is said of it here.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TypeVar

from ..store.made import Made
from ..sweeping import shared

MOST = 8  # processes: each holds memory of its own
LEAST = 64  # pages that are worth splitting the work
_MOST_PIECES = 200  # a number of a piece is a byte
Piece = Callable[[], object]
Item = TypeVar("Item")


def processes() -> int:
    """How many may work side by side; 1 where a process cannot be split in two, or where threads run in it."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


def cut(items: Sequence[Item], pieces: int = _MOST_PIECES // 2) -> list[Sequence[Item]]:
    """``items`` in so many runs at most."""
    size = max(4, -(-len(items) // pieces))
    return [items[at : at + size] for at in range(0, len(items), size)]


def side_by_side(made: Made, pieces: Sequence[Piece], meanwhile: Callable[[], None] = lambda: None) -> None:
    """Do the pieces, the next one by whoever is free, until all are done; what was kept then ``made`` knows.

    What only this process can use it does ``meanwhile``, in any case.
    """
    count = min(processes(), len(pieces))
    if count < 2 or not made.is_open:
        meanwhile()
        return
    numbers, giving = os.pipe()
    os.write(giving, bytes(range(len(pieces))))  # each byte is read by one
    os.close(giving)
    children: list[int] = []
    try:
        with shared():
            with suppress(OSError):  # no room for one more
                for number in range(count):
                    children.append(_split_off(partial(_work, made, number, pieces, numbers)))
            meanwhile()
    finally:
        os.close(numbers)
        _wait_for(children)
    made.take_in(len(children))


@contextmanager
def beside(work: Piece) -> Iterator[None]:
    """Have another process do ``work`` first, where there may be one: what it keeps is found when it is asked for."""
    children: list[int] = []
    if processes() > 1:
        with shared(), suppress(OSError):
            children.append(_split_off(work))
    try:
        yield
    finally:
        _wait_for(children)


def _split_off(work: Piece) -> int:
    """The number of a process that does ``work`` and ends, whatever becomes of it."""
    child = os.fork()
    if child == 0:
        try:
            _hush()
            work()
        finally:
            os._exit(0)
    return child


def _wait_for(children: Sequence[int]) -> None:
    for child in children:
        with suppress(ChildProcessError):
            os.waitpid(child, 0)


def _work(made: Made, number: int, pieces: Sequence[Piece], numbers: int) -> None:
    """All that one of several such processes does."""
    parent = os.getppid()
    made.split_off(number)
    while (which := os.read(numbers, 1)) and os.getppid() == parent:
        with suppress(Exception):
            pieces[which[0]]()
    made.hand_over()


def _hush() -> None:
    """Nothing that is logged here is told; who listens to what is logged, as a page's maker does, still hears it."""
    logging.lastResort = None
    for one in (logging.root, *logging.Logger.manager.loggerDict.values()):
        if isinstance(one, logging.Logger):
            one.handlers.clear()
