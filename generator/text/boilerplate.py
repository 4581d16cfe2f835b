"""Lines and their kinds in, the same with the standing text at an article's end marked as notes out.

A press release closes with paragraphs about the firm and its cautions, a magazine with one about the
writer: they read like the article and tell nothing of it. The heading over them gives them away.
"""

import re
from collections.abc import Sequence

from ..model import BlockKind
from .lines import Line
from .patterns import pattern

# "About Example Corp.", "Forward-Looking Statements": what stands under such a heading is a note.
_STANDING = pattern("standing")
_ABOUT = re.compile(r"about\b", re.IGNORECASE)
_END_MARK = re.compile(r"(?:-+\s*)?(?:ends?|-?30-?|#{2,}|\*{3})(?:\s*-+)?$", re.IGNORECASE)
_LONGEST_HEADING = 9  # words
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?:\s(?:de|van|von|der|al|[^\W\d_a-z][\w'’.-]*)){1,3}")
_CREDITS = ("byline", "promo", "note")
_LEAST_STORY = 3  # paragraphs
_CLOSING = 2


def mark_boilerplate(lines: Sequence[Line], kinds: list[BlockKind]) -> None:
    """Mark as notes what follows a standing heading up to the next heading, and all behind an end mark."""
    if "body" not in kinds:
        return
    since = max(len(lines) // 3, kinds.index("body") + 1)  # it closes an article, and never opens one
    standing = ended = False
    for at, line in enumerate(lines[since:], since):
        if _END_MARK.fullmatch(line.text.strip()) and not line.text.isdigit():
            ended = kinds[at] == "note"
        elif _is_standing(line):
            standing, kinds[at] = True, "note"
        elif standing and kinds[at] == "subheading":
            standing = False
        elif (standing or ended) and kinds[at] == "body":
            kinds[at] = "note"


def mark_writers(lines: Sequence[Line], kinds: list[BlockKind]) -> None:
    """Mark as notes the last paragraphs that tell of who wrote the article, whose name a byline or an address gives."""
    bodies = [at for at, kind in enumerate(kinds) if kind == "body"]
    if len(bodies) <= _LEAST_STORY:
        return
    names = _writers(lines, kinds)
    for at in reversed(bodies[-_CLOSING:]):
        text = lines[at].text
        name = next((name for name in names if text.startswith(name)), "")
        again = any(name in lines[other].text for other in bodies if other != at)
        if not name or again or lines[at].words > 60 or any(mark in text for mark in '"“”«»„'):
            return
        kinds[at] = "note"


def _writers(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> set[str]:
    """The names that bylines and credits give."""
    told = (line for line, kind in zip(lines, kinds, strict=True) if kind in _CREDITS and line.words <= 40)
    found = {name for line in told for name in _NAME.findall(line.text)}
    # "Von Dana Kite": the first word may be none of the name
    return {name for one in found for name in (one, one.partition(" ")[2]) if " " in name}


def _is_standing(line: Line) -> bool:
    """The line is a heading over standing text; "About" needs a name behind it, in capitals."""
    if line.terminal or line.words > _LONGEST_HEADING:
        return False
    named = any(word[0].isupper() for word in line.text.split()[1:])
    if _ABOUT.match(line.text) and not named and not line.text.lower().startswith("about the "):
        return False
    return bool(_STANDING.fullmatch(line.text.strip()))
