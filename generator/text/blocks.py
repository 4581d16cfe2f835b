"""An article's text in, its blocks out: headline, byline, tags, promo, caption, note, subheading, body.

Rules of words (``furniture``) come first, then place and form: what stands before the first
paragraph, what ends like a sentence, what is short among paragraphs. When in doubt it is body.
"""

import re
from collections.abc import Sequence

from ..language import english, everywhere
from ..model import Block, BlockKind
from .boilerplate import mark_boilerplate, mark_writers
from .credits import agency_name, is_outlet, is_role
from .furniture import furniture_kind
from .fused import split_fused
from .lines import Line, read_lines
from .patterns import pattern
from .stated_date import stated_dates

_SEPARATORS = re.compile(r"\s*(?:,(?!\d)|[|·•/>›»;])\s*")
_QUOTED_WORDS = 4  # of a subheading in single marks
_QUOTES = "\"'“„«‘"
_DOUBLE = re.compile('["“]')
_TOKENISED = re.compile(r"\s[.!?]+[\"'’”\s]*\Z")  # "resigned ." is prose made ready for machines, no headline
_HEADLINE_WORDS = 26  # longer than any headline, shorter than most paragraphs
_SUBHEADING_WORDS = 12
_READ_ALSO_LABEL = re.compile(r"[^:]{3,40}[:]?$")
# Headings in capitals that are no names: "Key Points".
_SECTION = pattern("section")
_JOINED = pattern("joined-names")


def split_blocks(text: str) -> tuple[Block, ...]:
    """Blocks in order, without the white space and markup between them."""
    lines = [piece for line in read_lines(text) for piece in split_fused(line)]
    kinds = kinds_of_lines(lines)
    return tuple(Block(line.start, line.end, kind) for line, kind in zip(lines, kinds, strict=True))


def kinds_of_lines(lines: Sequence[Line]) -> list[BlockKind]:
    """The kind of every line."""
    if not lines:
        return []
    first, last = _body_range(lines)
    kinds: list[BlockKind] = [
        furniture_kind(line, edge=not first <= index <= last) or "body" for index, line in enumerate(lines)
    ]
    _mark_head(lines, kinds, first)
    _mark_captions(lines, kinds, first, last)
    _mark_subheadings(lines, kinds, first, last)
    _mark_foot(lines, kinds, last)
    mark_boilerplate(lines, kinds)
    mark_writers(lines, kinds)
    return kinds


def _body_range(lines: Sequence[Line]) -> tuple[int, int]:
    """Index of the first and the last line that reads as a paragraph and is no furniture."""

    def is_body(index: int) -> bool:
        return _is_paragraph(lines[index]) and furniture_kind(lines[index], edge=True) is None

    first = next((i for i in range(len(lines)) if is_body(i)), None)
    if first is None:
        longest = max(range(len(lines)), key=lambda i: lines[i].words)
        return longest, longest
    return first, next(i for i in reversed(range(first, len(lines))) if is_body(i))


def _is_paragraph(line: Line) -> bool:
    """Whether the line reads as body: it ends as a sentence and is more than a cry, or is too long for a label."""
    if line.markup == "heading":
        return False
    if line.terminal and line.words >= 6 and not (line.text[-1] == "?" and line.words < 14):
        return True
    return line.words > _HEADLINE_WORDS


def _mark_head(lines: Sequence[Line], kinds: list[BlockKind], first: int) -> None:
    """Headline, byline, tags and standfirst among the lines before the first paragraph."""
    open_lines = [i for i in range(first) if kinds[i] == "body"]
    for i in list(open_lines):
        if is_byline_shape(lines[i]):
            kinds[i] = "byline"
            open_lines.remove(i)
    headline = _headline(lines, open_lines)
    for i in reversed(open_lines):
        below = headline is not None and i > headline
        if i == headline:
            kinds[i] = "headline"
        elif agency_name(lines[i].text) or (
            below and is_name_line(lines[i], beside="byline" in (kinds[i - 1], kinds[i + 1]))
        ):
            kinds[i] = "byline"
        elif is_tag_list(lines[i], label=headline is not None and i < headline):
            kinds[i] = "tags"
        elif not lines[i].terminal and lines[i].markup != "item":
            kinds[i] = "subheading"


def _headline(lines: Sequence[Line], candidates: Sequence[int]) -> int | None:
    """Which of the head's open lines is the headline."""
    headings = [i for i in candidates if lines[i].markup == "heading"]
    if headings:
        return min(headings, key=lambda i: (lines[i].level, i))
    sized = (i for i in candidates if 2 <= lines[i].words <= _HEADLINE_WORDS and lines[i].markup == "")
    fitting = [i for i in sized if _may_be_title(lines[i]) and not is_tag_list(lines[i], label=False)]
    long_enough = [i for i in fitting if lines[i].words >= 4]
    return next(iter(long_enough or fitting), None)


def _may_be_title(line: Line) -> bool:
    """Whether the line could be a title: no full stop at its end, and not tokenised prose."""
    if line.text.endswith((":", "：")):
        return False  # "And from Jane Roe:": the line leads over to what follows
    stopped = line.terminal and line.text.rstrip(_QUOTES + "”’»)")[-1:] == "."
    return not stopped and not _tokenised(line)


def _tokenised(line: Line) -> bool:
    """Whether a stop stands by itself at the line's end."""
    return _TOKENISED.search(line.text) is not None


def is_name_line(line: Line, *, beside: bool) -> bool:
    """Whether a line after the headline names its writer: with role or outlet, or alone beside a byline."""
    words = line.text.replace("|", " | ").split()
    if line.terminal or not 2 <= len(words) <= 10 or _SECTION.search(line.text):
        return False
    if (len(words) <= 4 and is_role(line.text)) or (beside and _names_joined(line.text)):
        return True
    if not all(word[0].isupper() for word in words[:2]) or sum(word[0].islower() for word in words) > 3:
        return False
    if is_role(line.text) or (is_outlet(line.text) and ("|" in words or "," in line.text)):
        return True
    return beside and len(words) <= 4 and all(word[0].isupper() and word.isalpha() for word in words)


def _names_joined(text: str) -> bool:
    """ "Jane Doe and John Smith": every piece is a name of two or three capitalised words."""
    pieces = [piece.split() for piece in _JOINED.split(text)]
    named = all(word[0].isupper() and not word.isupper() for piece in pieces for word in piece)
    return len(pieces) >= 2 and named and all(2 <= len(piece) <= 3 for piece in pieces)


def is_tag_list(line: Line, *, label: bool, small: bool = False) -> bool:
    """Whether the line lists topics ("War, Ukraine, Peace Talks"); ``label``: one or two words suffice.

    ``small``: three or more in small letters count too, as they stand at the foot of a page.
    """
    if line.terminal or any(char in line.text for char in _QUOTES):
        return False
    items = [item for item in _SEPARATORS.split(line.text) if item]
    if len(items) == 1:
        return label and line.words <= 3
    short = all(len(item.split()) <= 4 for item in items)
    named = sum(item[:1].isupper() or item[:1].isdigit() for item in items)
    enough = len(items) >= 3 or not re.search(r",\s", line.text)
    brief = small and len(items) >= 3 and all(len(item.split()) <= 2 for item in items)
    return (brief and line.text.count(",") >= 2) or (short and named == len(items) and enough)


def is_byline_shape(line: Line) -> bool:
    """Whether what is left of the line without its dates and times is next to nothing or names."""
    dates = stated_dates(line.text)
    if not dates or (line.terminal and line.words > 12):
        return False
    rest = line.text
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[date.end :]
    words = re.findall(r"[^\W\d_][\w'’.-]*", rest)
    small = [word for word in words if word[0].islower() and word.lower() not in everywhere.dateline_word]
    if line.terminal and any(word in english.tells_where_from for word in words):
        return False  # "Closed from 24 December 2023."
    return len(words) <= 12 and len(small) <= 1


def _mark_captions(lines: Sequence[Line], kinds: list[BlockKind], first: int, last: int) -> None:
    """A line without a full stop that stands twice, or above an agency alone: a picture's words."""
    for at in range(first, last):
        line, below = lines[at], lines[at + 1]
        twice = line.text == below.text and line.words > _SUBHEADING_WORDS // 2
        signed = line.words >= _SUBHEADING_WORDS // 2 and agency_name(below.text) != ""
        if kinds[at] == "body" and not line.terminal and line.markup == "" and (twice or signed):
            kinds[at] = kinds[at + 1] = "caption"


def _mark_subheadings(lines: Sequence[Line], kinds: list[BlockKind], first: int, last: int) -> None:
    """Short lines without a full stop between paragraphs that mostly have one."""
    body = [i for i in range(first, last + 1) if kinds[i] == "body"]
    ended = sum(lines[i].terminal for i in body)
    tokenised = sum(_tokenised(lines[i]) for i in body) * 2 > ended
    # Where speech stands in double marks, what stands alone in single ones is cited above it.
    cited = _SUBHEADING_WORDS if any(_DOUBLE.search(lines[i].text) for i in body) else _QUOTED_WORDS
    for i in body:
        line = lines[i]
        if tokenised and not line.text.isupper():
            continue  # a line without a stop is a broken sentence there
        plain = ended >= len(body) * 0.6 and _is_subheading(line, cited)
        behind = (lines[k].terminal for k in range(i + 1, last + 1) if kinds[k] == "body")
        plain = plain and next(behind, False)  # a paragraph follows, directly or after other furniture
        if line.markup == "heading" or plain:
            kinds[i] = "subheading"


def _is_subheading(line: Line, cited: int) -> bool:
    """Whether the line is short and does not end as a sentence; or a short question, or so few ``cited`` words in marks."""
    first, end = line.text[:1], line.text[-1:]
    if line.markup in ("item", "quote") or line.words > _SUBHEADING_WORDS or first.islower():
        return False
    if first in _QUOTES and end in "\"'”’»":
        return first in "'‘" and not line.terminal and line.words <= cited  # "‘Extensive review’"
    if end == "?":
        return line.words <= 8 and first not in _QUOTES and not _tokenised(line)
    return not line.terminal and end not in ",;:—–-"


def _mark_foot(lines: Sequence[Line], kinds: list[BlockKind], last: int) -> None:
    """After the last paragraph: tag lists, bylines, and the headlines that follow a "related" label."""
    related = False
    promo = (i for i in range(last + 1, len(lines)) if kinds[i] == "promo")
    labels = {i for i in promo if _READ_ALSO_LABEL.match(lines[i].text)}
    for i in range(last + 1, len(lines)):
        line = lines[i]
        related = related or i in labels
        if kinds[i] != "body":
            continue
        if is_tag_list(line, label=False, small=True):
            kinds[i] = "tags"
        elif is_byline_shape(line):
            kinds[i] = "byline"
        elif not line.terminal and (related or i + 1 in labels):
            kinds[i] = "promo"
        elif not line.terminal and line.words <= 3 and line.markup != "item":
            kinds[i] = "subheading"
