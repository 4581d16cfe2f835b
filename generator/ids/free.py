"""A name in, the same or with the first free number behind it out."""

from collections.abc import Container
from itertools import chain, count


def free(base: str, taken: Container[str]) -> str:
    """``base``, or ``base-2``, ``base-3`` … where it is ``taken``."""
    return next(
        name for name in chain([base], (f"{base}-{number}" for number in count(2))) if name not in taken
    )
