"""A page's Markdown in, the same without our own HTML blocks out, and back: Markdown need not read what is HTML.

Python-Markdown and MkDocs parse raw HTML tag by tag, in pure Python: two thirds of a build's time went there.
Our blocks stand between blank lines and hold none, so they are found by their first tag.
"""

from __future__ import annotations

import re

_OURS = re.compile(r'<\w+ class="cf-')
_ASIDE = '<div data-cf-block="{}"></div>'
_PLACE = re.compile(r'<div data-cf-block="(\d+)"></div>')


def put_aside(markdown: str) -> tuple[str, tuple[str, ...]]:
    """Markdown with an empty block for each of ours, and ours in their order."""
    blocks: list[str] = []
    parts = markdown.split("\n\n")
    for at, part in enumerate(parts):
        if _OURS.match(part):
            parts[at] = _ASIDE.format(len(blocks))
            blocks.append(part)
    return "\n\n".join(parts), tuple(blocks)


def put_back(html: str, blocks: tuple[str, ...]) -> str:
    """The built HTML with our blocks in their places."""
    return _PLACE.sub(lambda found: blocks[int(found[1])], html) if blocks else html
