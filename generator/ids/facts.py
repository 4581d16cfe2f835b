"""A fact's text and the ids already taken in, a short readable id out: ``bridge-over-mill-river-collapsed``."""

from collections.abc import Container

from ..language import everywhere
from .free import free
from .romanise import plain_words

_MOST_WORDS = 8
_LONGEST = 72
# Small words carry nothing in a link; a text of small words only keeps them all.
_SMALL = everywhere.small
_READ = 400  # characters; eight words end long before


def fact_id(text: str, taken: Container[str]) -> str:
    """At most eight telling words of ``text`` in plain letters, joined by hyphens, and not among ``taken``."""
    words = _plain(text)
    telling = [word for word in words if word not in _SMALL] or words
    base = ""
    for word in telling[:_MOST_WORDS]:
        longer = f"{base}-{word}" if base else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        base = longer
    return free(base or "fact", taken)


def _plain(text: str) -> list[str]:
    """The words of a text's beginning in the letters a to z and digits."""
    return plain_words(text[:_READ].replace("'s", "").replace("’s", ""))
