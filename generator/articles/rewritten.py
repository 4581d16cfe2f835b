"""A page's article, its day and the moment it was last changed in; whether it is kept up, as one post of that moment, out.

An explainer ("What is …? Who pays?") stays at its address and is rewritten for years: what it tells as new is of
its last rewriting, not of the day it was first put out. News that was only touched again keeps its own day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..model import Block, Post, Published

_DAYS = 180  # between first publication and last change, below which a page was corrected and not rewritten
_QUESTIONS = 2  # headings that ask
_ASKS = ("?", "？", "؟")


def rewritten(
    text: str, blocks: Sequence[Block], published: Published, changed: tuple[str, str]
) -> tuple[Post, ...]:
    """The whole text as one post of ``changed`` (EDTF moment, zone); ``()`` for a page that is no such explainer."""
    try:
        days = (date.fromisoformat(changed[0][:10]) - date.fromisoformat(published.day)).days
    except ValueError:
        return ()
    headings = {text[b.start : b.end] for b in blocks if b.kind in ("headline", "subheading")}
    if days < _DAYS or sum(heading.rstrip().endswith(_ASKS) for heading in headings) < _QUESTIONS:
        return ()
    return (
        Post(0, len(text), Published(changed[0], "metadata", zone=changed[1] if "T" in changed[0] else "")),
    )
