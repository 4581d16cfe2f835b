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
    gc.enable()  # whoever split this process off may have held it back
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
    """Now and then, and never among what stays: call what this gives when something came to stay, and was done with.

    A run that adds many keeps all it has done; walking that again and again would make each batch dearer than the last.
    Of what a batch made a few hundred values lie in circles, for which some fifty thousand were walked again and again.
    """
    before, enabled = gc.get_threshold(), gc.isenabled()
    seldom()
    gc.disable()
    _large_apart()

    times = count()

    def settle() -> None:
        if next(times) % _SETTLED == 0:
            gc.collect()
            gc.freeze()
        else:
            gc.collect(0)
        _give_back()

    try:
        yield settle
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
        if enabled:
            gc.enable()


@contextmanager
def shared() -> Iterator[None]:
    """What there is now is not walked, and so not copied, while processes that were split off have it too."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_MMAP_THRESHOLD, _LARGE = -3, 4 << 20
_TRIM_THRESHOLD, _FREE = -1, 64 << 20


def _large_apart() -> None:
    """Have what is large given back at once: among what is small its place stays, as that lies behind it.

    What is free behind all that is small is held for the next arrays, not given back and asked for with each of them.
    """
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            system = ctypes.CDLL(None)
            system.mallopt(_MMAP_THRESHOLD, _LARGE)
            system.mallopt(_TRIM_THRESHOLD, _FREE)


def _give_back() -> None:
    """Have the system given back what is free between what stays; where the C library can."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
