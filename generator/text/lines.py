"""An article's text in, its lines out: spans with the few features that tell furniture from body.

A line of the text is one unit, unless the text is hard-wrapped: then the lines of a paragraph are
joined where the break was forced by the width.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSERS = "\"'”’»)]›“*_ "
_TERMINAL = ".!?…。！？।؟"
_MARKUP = re.compile(r"(?P<heading>#{1,6}\s+)|(?P<quote>(?:>\s?)+)|(?P<item>[-*+•‣·▪●]\s+)")
_FRAMED = re.compile(r"[-–—]\s+(\S.*\S)\s+[-–—]")  # "- Second half -", as some agencies head a section
_RULE = re.compile(r"[-*_=~#–—·•.\s]+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Scripts that put no blank between words: about two of their characters make a word, four of Thai and its kin.
_UNSPACED = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_UNSPACED_LONG = re.compile(r"[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SOME_UNSPACED = re.compile(f"{_UNSPACED.pattern[:-1]}{_UNSPACED_LONG.pattern[1:]}")
# Characters of Thai or Lao, which end sentences with a blank or nothing; a label is shorter.
_LONG_UNMARKED = 48


@dataclass(frozen=True, slots=True)
class Line:
    """A line or joined paragraph, markup skipped, and what can be seen of it."""

    start: int
    end: int
    text: str
    markup: str  # "heading", "quote", "item" or ""
    level: int  # of a Markdown heading, 1 to 6, else 0
    words: int
    terminal: bool  # ends as a sentence does
    gap: bool  # an empty line stands before it


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that hold anything, rules of dashes left out."""
    raw = [match.span() for match in re.finditer(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+", text)]
    spans = [trimmed for span in raw if (trimmed := _trim(text, *span))]
    width = _wrap_width(text, spans)
    lines: list[Line] = []
    for start, stop in _joined(text, spans, width) if width else spans:
        if _RULE.fullmatch(text, start, stop):
            continue
        gap = not lines or text.count("\n", lines[-1].end, start) > 1
        lines.append(_line(text, start, stop, gap))
    return tuple(lines)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return (start, end) if start < end else None


def _line(text: str, start: int, end: int, gap: bool) -> Line:
    """The line at ``start``, its Markdown prefix skipped."""
    markup, level = "", 0
    if framed := _FRAMED.fullmatch(text, start, end):
        start, end = framed.span(1)
    prefix = _MARKUP.match(text, start, end)
    if prefix and prefix.end() < end:
        markup = prefix.lastgroup or ""
        if markup == "heading":
            level = prefix.group().count("#")
            while end > prefix.end() and text[end - 1] in "# ":
                end -= 1
        start = prefix.end()
    while end - start > 2 and text[start] == text[end - 1] and text[start] in "*_":
        start, end = start + 1, end - 1
    body = text[start:end]
    return Line(start, end, body, markup, level, count_words(body), is_terminal(body), gap)


def line_of(text: str, start: int, *, heading: int = 0) -> Line:
    """A line whose nature its source declares (a web page); ``heading`` is its level, 0 for a paragraph."""
    markup = "heading" if heading else ""
    return Line(start, start + len(text), text, markup, heading, count_words(text), is_terminal(text), True)


def count_words(text: str) -> int:
    """How many words ``text`` has; where its script puts no blanks between them, about how many."""
    if not _SOME_UNSPACED.search(text):
        return len(_WORD.findall(text))
    dense, long = len(_UNSPACED.findall(text)), len(_UNSPACED_LONG.findall(text))
    text = _UNSPACED_LONG.sub(" ", _UNSPACED.sub(" ", text))
    return len(_WORD.findall(text)) + dense // 2 + long // 4


def is_terminal(text: str) -> bool:
    """Whether ``text`` ends with a mark that ends sentences, closing quotes and brackets aside."""
    bare = text.rstrip(_CLOSERS)
    if not bare or bare[-1] in _TERMINAL:
        return bool(bare)
    return "\u0e00" <= bare[-1] <= "\u0eff" and len(bare) >= _LONG_UNMARKED


def _wrap_width(text: str, spans: list[tuple[int, int]]) -> int:
    """The width the text was wrapped to, or 0 when its lines are paragraphs.

    Wrapped text breaks inside sentences: many lines end without a stop and the next begins small.
    """
    breaks = soft = 0
    for (begun, end), (start, _) in itertools.pairwise(spans):
        if text.count("\n", end, start) != 1:
            continue
        breaks += 1
        soft += not is_terminal(text[begun:end]) and text[start].islower()
    lengths = [end - start for start, end in spans]
    if breaks < 3 or soft < breaks * 0.3 or max(lengths) > 130:
        return 0
    return sorted(lengths)[len(lengths) * 7 // 10]  # one with a word put together again is longer


def _joined(text: str, spans: list[tuple[int, int]], width: int) -> Iterator[tuple[int, int]]:
    """Lines put together where the next line goes on small, or its first word would not have fitted."""
    current: tuple[int, int] | None = None
    begun = 0  # where its last line begins
    for start, end in spans:
        if current is not None:
            last, first = current[1], len(text[start:end].split()[0])
            goes_on = not is_terminal(text[begun:last]) and text[start].islower()
            if text.count("\n", last, start) == 1 and (goes_on or last - begun + first >= width - 2):
                current, begun = (current[0], end), start
                continue
            yield current
        current, begun = (start, end), start
    if current is not None:
        yield current
