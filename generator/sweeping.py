"""Python's search for circles of values, held back where there are none to find; nobody else speaks to the collector.

Facts, trees and pages are many small values in no circle, and to walk them again and again costs a tenth to five sixths of
the work.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count


def seldom() -> None:
    """From here on it is done a fiftieth as often, and no more when the process ends, which takes all values with it."""
    gc.set_threshold(50_000, 20, 20)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


@contextmanager
def not_now() -> Iterator[None]:
    """Not while many values are made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def settled() -> None:
    """What there is now stays: it is not walked again."""
    gc.freeze()


_SETTLED = 4  # times after which what stays is walked once more


@contextmanager
def settling() -> Iterator[Callable[[], None]]:
    """Seldom, and never among what stays: call what this gives when something came to stay, and was done with.

    A run that adds many keeps all it has done; walking that again and again would make each batch dearer than the last.
    """
    before = gc.get_threshold()
    seldom()
    _large_apart()

    times = count()

    def settle() -> None:
        if next(times) % _SETTLED == 0:
            gc.collect()
            gc.freeze()
        _give_back()

    try:
        yield settle
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


@contextmanager
def shared() -> Iterator[None]:
    """What there is now is not walked, and so not copied, while processes that were split off have it too."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_MMAP_THRESHOLD, _LARGE = -3, 4 << 20


def _large_apart() -> None:
    """Have what is large given back at once: among what is small its place stays, as that lies behind it."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)


def _give_back() -> None:
    """Have the system given back what is free between what stays; where the C library can."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
