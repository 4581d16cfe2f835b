"""Why an undated article has its date: values in, the English sentence that is stored out, and back again.

The sentence stands in the article's YAML, where a person reads and edits it; a site in another language
says the same in its own words. What a person wrote matches no sentence here and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Messages: catalogues translate them.
SHARED = "%(shared)s of its %(all)s longer sentences stand word for word in %(article)s, published %(day)s."
OTHERS = "Others that share as much are of %(day)s."
CONTRADICTS = "It shares sentences with articles of %(day)s, yet it tells of %(other)s."
WEEKDAY = (
    "The latest past date it tells of is %(day)s; %(weekday)s, %(named)s came first after that in %(year)s."
)
LATEST = "The latest past date it tells of is %(day)s."
ARTICLE_REASONS = (SHARED, OTHERS, CONTRADICTS, WEEKDAY, LATEST)

_VALUES = {"shared": r"\d+", "all": r"\d+", "year": r"\d+", "article": r"\S+", "weekday": r"\w+"}
_DATE = r"[^.,;]{1,80}"
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class ArticleReason:
    """One sentence: its message and the values in it, dates as English writes them."""

    message: str
    values: Mapping[str, str]


def read_reasons(text: str) -> tuple[ArticleReason, ...]:
    """The sentences of a stored reason; none when a person wrote any of it."""
    found: list[ArticleReason] = []
    at, text = 0, text.strip()
    while at < len(text):
        matches = ((message, pattern.match(text, at)) for message, pattern in _PATTERNS)
        message, match = next(((message, match) for message, match in matches if match), ("", None))
        if match is None:
            return ()
        found.append(ArticleReason(message, match.groupdict()))
        at = match.end()
    return tuple(found)


def _pattern(message: str) -> re.Pattern[str]:
    """A message as a pattern in which every placeholder is a group."""
    parts = _PLACEHOLDER.split(message)
    pieces = (
        f"(?P<{part}>{_VALUES.get(part, _DATE)})" if number % 2 else re.escape(part)
        for number, part in enumerate(parts)
    )
    return re.compile("".join(pieces) + r"(?:\s+|$)")


_PATTERNS = [(message, _pattern(message)) for message in ARTICLE_REASONS]
