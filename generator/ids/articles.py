"""What is known of an article in, an id for it out: ``<publisher>-<day>-<first words of the title>``."""

from __future__ import annotations

import re
from collections.abc import Collection

from .free import free
from .romanise import plain_words

_TITLE_WORDS = 6
_LONGEST = 80
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def slug(text: str, words: int = 0) -> str:
    """Small ASCII letters, digits and hyphens; at most ``words`` words when given."""
    parts = plain_words(text)
    return "-".join(parts[:words] if words else parts)


def article_id(title: str, publisher: str, day: str, fallback: str, taken: Collection[str] = ()) -> str:
    """The id of an article; from ``fallback`` (its file's name) when publisher, day or title are unknown."""
    date = re.sub(r"[^0-9-]", "", day.split("/")[0])
    parts = (
        [slug(publisher), date, slug(title, _TITLE_WORDS)]
        if publisher and date and title
        else [slug(fallback)]
    )
    base = "-".join(part for part in parts if part)[:_LONGEST].strip("-") or "article"
    if base in _DEVICES:  # no file of Windows may be called so, whatever its ending
        base = f"{base}-article"
    return free(base, taken)
