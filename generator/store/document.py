"""YAML text in, a tree of nodes with their exact positions out; or a problem that says where it does not parse.

Every scalar stays the text it is written as: ``NO``, ``1984-05`` and ``1:30`` are never turned into
something else. Anchors, aliases, tags and second documents are refused, so no file can grow when it
is read, and nesting is bounded before it is built.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..characters import CONTROLS_OF_ASCII, HALVES, NO_CHARACTERS
from ..errors import Problem, problem
from ..model import Place
from .conflicts import conflicts_in
from .signs import strange_signs

# A fact is four levels deep (file, fact, source, date), and what another program said of it sixteen more at most; more
# is a mistake or an attack.
MAX_DEPTH = 24

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile(f"[{CONTROLS_OF_ASCII}{HALVES}{NO_CHARACTERS}]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7}(?=\r?$))", re.MULTILINE)
_TAB_INDENT = re.compile(r"^[ ]*\t\s*\S", re.MULTILINE)

# The parser's own words, and what they mean to a person who has never heard of YAML tokens.
_PLAIN_WORDS = (
    ("found character that cannot start any token", "this character cannot begin a value"),
    ("mapping values are not allowed", "there is a second ': ' in the line, or the line is indented too far"),
    ("could not find expected ':'", "a key without its ':' (or a text that lost its quotes)"),
    ("did not find expected key", "the line does not fit the lines above it: check quotes and indentation"),
    (
        "did not find expected '-' indicator",
        "the line is neither part of the entry above nor a new '- ' entry",
    ),
    ("found unexpected end of stream", "a quote or bracket is opened and never closed"),
    ("did not find expected ',' or", "a bracket is opened and never closed, or a comma is missing"),
    ("block sequence entries are not allowed", "a '- ' stands where none can begin"),
    (
        "found unknown escape character",
        "a backslash in double quotes: use single quotes, or write two of them",
    ),
    ("did not find expected alphabetic or numeric", "a text that begins with & or * needs quotes"),
    ("found unexpected document indicator", "a quote is opened and never closed before '---'"),
)


@dataclass(slots=True)
class Node:
    """A scalar, list or mapping with its half-open span in the text; line and column count from 1."""

    kind: str  # "text", "list", "map"
    start: int
    end: int
    line: int
    column: int
    value: str = ""
    style: str = ""  # of a text: "", "'", '"', "|" or ">"; of the others: "flow" or "block"
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Node, Node]] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """The value under ``key`` of a mapping, as written, or None."""
        for name, value in self.pairs:
            if name.value == key:
                return value
        return None

    @property
    def last(self) -> Node:
        """The node that ends this one: block collections reach over comments, their last leaf does not."""
        node = self
        while node.style == "block":
            inner = node.items[-1] if node.kind == "list" else node.pairs[-1][1]
            node = inner
        return node


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: ``root`` is None when the file is empty or did not parse."""

    path: str
    text: str
    root: Node | None
    problems: tuple[Problem, ...] = ()

    @property
    def parsed(self) -> bool:
        """Whether the whole file was understood as YAML."""
        return not self.problems


class _Refused(Exception):
    """Raised inside the parse with the problem to report."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.message)
        self.found = found


def parse_document(path: str, text: str) -> Document:
    """Parse ``text``, the content of the file ``path`` without byte order mark."""
    bad = _FORBIDDEN.search(text)
    if bad:
        place = place_at(path, text, bad.start())
        return Document(path, text, None, (problem("yaml-character", place, value=f"U+{ord(bad[0]):04X}"),))
    try:
        return Document(path, text, _Builder(path, text).build())
    except _Refused as refused:
        return Document(path, text, None, (refused.found,))
    except yaml.YAMLError as error:
        return Document(path, text, None, (_syntax_problem(path, text, error),))


def place_at(path: str, text: str, index: int) -> Place:
    """The line and column of a character."""
    before = text[:index]
    line = before.count("\n") + 1
    return Place(path, line, index - (before.rfind("\n") + 1) + 1)


class _Builder:
    """Builds the tree of one text from the parser's events, without recursion."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.loader: Any = _LOADER(text)
        self.root: Node | None = None
        self.stack: list[Node] = []
        self.keys: list[Node | None] = []  # the key waiting for its value, one per open collection

    def build(self) -> Node | None:
        """The root node; None when the file is empty."""
        try:
            while True:
                event: Any = self.loader.get_event()
                kind = type(event)
                if (
                    kind is yaml.ScalarEvent
                    or kind is yaml.MappingStartEvent
                    or kind is yaml.SequenceStartEvent
                ):
                    self._add(event, kind)
                elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                    self.keys.pop()
                    self.stack.pop().end = event.end_mark.index
                elif kind is yaml.AliasEvent:
                    raise self._refused(event, "yaml-alias", value=f"*{event.anchor}")
                elif kind is yaml.DocumentStartEvent and self.root is not None:
                    raise self._refused(event, "yaml-documents")
                elif kind is yaml.StreamEndEvent:
                    return self.root
        finally:
            self.loader.dispose()

    def _add(self, event: Any, kind: type) -> None:
        if event.anchor is not None:
            raise self._refused(event, "yaml-alias", value=f"&{event.anchor}")
        if event.tag is not None:
            raise self._refused(event, "yaml-tag", value=event.tag)
        at = event.start_mark
        start = at.index
        if kind is yaml.ScalarEvent:
            end = event.end_mark.index
            node = Node("text", start, end, at.line + 1, at.column + 1, event.value, event.style or "")
        else:
            name = "list" if kind is yaml.SequenceStartEvent else "map"
            style = "flow" if event.flow_style else "block"
            node = Node(name, start, start, at.line + 1, at.column + 1, "", style)
        if not self.stack:
            self.root = node
        elif self.stack[-1].kind == "list":
            self.stack[-1].items.append(node)
        elif (key := self.keys[-1]) is not None:
            self.stack[-1].pairs.append((key, node))
            self.keys[-1] = None
        elif node.kind == "text":
            self.keys[-1] = node
        else:
            raise self._refused(event, "yaml-key")
        if node.kind != "text":
            if len(self.stack) == MAX_DEPTH:
                raise self._refused(event, "yaml-too-deep", value=MAX_DEPTH)
            self.stack.append(node)
            self.keys.append(None)

    def _refused(self, event: Any, code: str, **details: Any) -> _Refused:
        place = Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)
        return _Refused(problem(code, place, **details))


def _syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """The parser's complaint with its position, in plain words."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    said = getattr(error, "problem", None) or str(error).split("\n")[0]
    conflict = _CONFLICT.search(text)
    if conflict:
        named = next((str(one) for one in conflicts_in(text)), conflict[0])
        return problem("yaml-conflict", place_at(path, text, conflict.start()), value=named)
    if mark:
        words = text.split("\n")[mark.line] if mark.line < text.count("\n") + 1 else ""
        if "\t" in words[: len(words) - len(words.lstrip())]:
            column = words.index("\t") + 1
            return problem("yaml-tab", Place(path, mark.line + 1, column))
    tab = _TAB_INDENT.search(text)
    if tab and "token" in said:
        return problem("yaml-tab", place_at(path, text, text.index("\t", tab.start())))
    line = mark.line + 1 if mark else text.count("\n") + 1
    for sign in strange_signs(text):
        at = place_at(path, text, sign.start)
        if at.line <= line:
            return problem("yaml-sign", at, value=sign.shown, what=sign.what)
    for known, plain in _PLAIN_WORDS:
        if known in said:
            return problem("yaml-syntax", place, value=said, why=plain)
    return problem("yaml-syntax", place, value=said, why=said)
