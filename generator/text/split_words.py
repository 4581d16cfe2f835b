"""A text in, the same text with words that a line end splits put together out; every other character keeps its place.

"Decem-⏎ber 1921" is read as "December⏎ 1921": as long as before, so that what is found in one stands at the
same place in the other. The text itself is never changed.
"""

import re

from ..language import english

# Bounded and from a word's start, so that letters without an end cost no more than others.

_SPLIT = re.compile(
    r"(?<![^\W\d_])(?P<first>[^\W\d_]{2,40})(?P<sign>[-\u00ad\u2010])(?P<end>[ \t]{0,20}\r?\n[ \t]{0,20})(?P<rest>[^\W\d_]{1,40})(?![^\W\d_])"
)
_LINE_END = re.compile(r"[-\u00ad\u2010][ \t]{0,20}\r?\n")  # asked first: few texts have one
_HYPHENED = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,40}-[^\W\d_]{1,40}(?![^\W\d_])")
# First parts that keep their hyphen: "well-known", "Anglo-" and the like are told by the text where it has them.
_KEPT = english.hyphened


def with_whole_words(text: str) -> str:
    """``text`` with split words joined before the line's end."""
    if not _LINE_END.search(text):
        return text
    known = {word.lower() for word in _HYPHENED.findall(text)}

    def joined(found: re.Match[str]) -> str:
        first, sign, end, rest = found.group("first", "sign", "end", "rest")
        if not rest[0].islower():
            return found[0]
        hyphened = sign != "\u00ad" and (first.lower() in _KEPT or f"{first}-{rest}".lower() in known)
        word = f"{first}{sign}{rest}" if hyphened else f"{first}{rest}"
        return f"{word}{end}".ljust(len(found[0]))

    return _SPLIT.sub(joined, text)
