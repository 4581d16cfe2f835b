"""Python's search for circles of values, held back where there are none to find; nobody else speaks to the collector.

Facts, trees and pages are many small values in no circle, and to walk them again and again costs a tenth to five sixths of
the work.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def seldom() -> None:
    """From here on it is done a fiftieth as often."""
    gc.set_threshold(50_000, 20, 20)


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


@contextmanager
def settling() -> Iterator[Callable[[], None]]:
    """Seldom, and never among what stays: call what this gives when something came to stay.

    A run that adds many keeps all it has done; walking that again and again would make each batch dearer than the last.
    """
    before = gc.get_threshold()
    seldom()

    def settle() -> None:
        gc.collect()
        gc.freeze()

    try:
        yield settle
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


@contextmanager
def shared() -> Iterator[None]:
    """What there is now is not walked, and so not copied, while processes that were split off have it too."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
