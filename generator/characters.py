"""Characters that no reader should meet, as classes of regular expressions, each without its brackets."""

from __future__ import annotations

# Controls but for tab and the ends of lines; the second kind also takes those that some programs break lines at.
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
CONTROLS_OF_ASCII = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
TURNS = (
    "\u202a-\u202e"  # what turns the direction of the text that follows, and is never closed by a line's end
)
ISOLATES = "\u2066-\u2069"  # the same, closed by the last of them
HALVES = "\ud800-\udfff"  # of a character that takes two
NO_CHARACTERS = "\ufffe\uffff"
BYTE_ORDER = "\ufeff"
