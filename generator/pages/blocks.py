"""A page's Markdown in, the same without our own HTML blocks out, and back: Markdown need not read what is HTML.

Python-Markdown and MkDocs parse raw HTML tag by tag, in pure Python: two thirds of a build's time went there.
Our blocks stand between blank lines and hold none, so they are found by their first tag.
"""

from __future__ import annotations

import re
from itertools import groupby

_OURS = re.compile(r'<\w+ class="cf-')
_ASIDE = '<div data-cf-block="{}"></div>'
_PLACE = re.compile(r'<div data-cf-block="(\d+)"></div>')


def put_aside(markdown: str) -> tuple[str, tuple[str, ...]]:
    """Markdown with an empty block for each run of ours, and ours in their order."""
    blocks: list[str] = []
    parts: list[str] = []
    for ours, run in groupby(markdown.split("\n\n"), key=lambda part: bool(_OURS.match(part))):
        if ours:
            parts.append(_ASIDE.format(len(blocks)))
            blocks.append("\n".join(run))
        else:
            parts += run
    return "\n\n".join(parts), tuple(blocks)


def put_back(html: str, blocks: tuple[str, ...]) -> str:
    """The built HTML with our blocks in their places."""
    return _PLACE.sub(lambda found: blocks[int(found[1])], html) if blocks else html
