"""A Markdown file's text in, front matter and plain text out.

The text is what follows the front matter, with inline markup taken away (a link leaves its words), so
that quotes are what a reader sees. Headings, lists and quotations keep their signs at the line's start;
blocks step over them. The text differs from the file, so it is kept beside it.
"""

from __future__ import annotations

import re

from ..errors import Problem
from .metadata import Metadata
from .sidecar import parse_sidecar

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
# In this order: what is inside a link may itself be marked.
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.{0,5000}?-->", re.DOTALL), ""),
    (re.compile(r"(?m)^[ \t]*\[[^\]\n]{1,200}\]:[ \t]*\S+.*$"), ""),  # reference definitions
    (re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)"), r"\1"),
    (re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"\[\^[^\]\n]{1,40}\]"), ""),  # footnote marks
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(\*\*\*|\*\*|___|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!~>-])"), r"\1"),
    (re.compile(r"(?m)[ \t]{2,}$|\\$"), ""),  # hard line breaks
    (
        re.compile(
            r"</?(?:p|div|span|b|i|em|strong|br|a|sup|sub|u|small|center)(?:\s[^<>]{0,500})?/?>",
            re.IGNORECASE,
        ),
        "",
    ),
)


def read_markdown(text: str, shown: str) -> tuple[str, Metadata, tuple[Problem, ...]]:
    """The plain text of a Markdown file, its front matter, and the problems of that."""
    front = _FRONT.match(text)
    if front is None:
        return plain_text(text), Metadata(), ()
    metadata, problems = parse_sidecar(front["yaml"], shown)
    # Front matter belongs to many programs: a key that is not ours is none of our business.
    problems = tuple(found for found in problems if found.code != "sidecar-key")
    return plain_text(text[front.end() :]), metadata, problems


def plain_text(text: str) -> str:
    """``text`` without inline markup."""
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text.strip("\n")
