"""Facts as they are typed in, slips that YAML takes without a word out: a text cut at a "#", marks kept in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Problem, problem
from ..model import Place
from ..store.content import Content
from ..store.document import Document, Node

_TEXTS = frozenset({"text", "quote", "speaker", "via", "title", "words", "why", "was", "now", "tags"})
_NAMES = frozenset({"speaker", "via", "tags"})
# A comment has a space behind its sign; "#2" or "#metoo" belongs to the text.
_CUT = re.compile(r"[ \t]+#(?=[^\s#])[^\n]*")
_MARKED = re.compile(r"[“„«‘]([^“”„«»‘’]+)[”“»’]")

# Most files have neither sign, and need not be parsed for it.
_MAY_SLIP = re.compile(
    r"""[ \t]\#[^\s\#] | (?:speaker|via)["']?\s*:\s*(?:[|>&*!\\] | ["']?\s*[“„«‘\\])
    | tags["']?\s*:[^\n]*[“„«‘\\] | \n\s*-\s+["']?[“„«‘\\]""",
    re.VERBOSE,
)


def find_slips(content: Content) -> Iterator[Problem]:
    """Every slip, at its place."""
    for path in content.facts_files:
        if not _MAY_SLIP.search(content.files[path].text):
            continue
        document = content.document(path)
        for id, name, node in texts_of(document):
            place = Place(path, node.line, node.column)
            cut = cut_off(document, node)
            if cut:
                yield problem("text-cut", place, fact=id, name=name, value=node.value[-30:], rest=cut[:40])
            if name in _NAMES and without_marks(node.value) != node.value:
                yield problem("name-marked", place, fact=id, name=name, value=node.value)


def texts_of(document: Document) -> Iterator[tuple[str, str, Node]]:
    """Every text a person types, with its fact's id and its key."""
    for entry in document.root.items if document.root is not None else ():
        found = entry.get("id")
        waiting = [("", entry)]
        while waiting:
            name, node = waiting.pop()
            if node.kind == "text" and name in _TEXTS:
                yield found.value if found is not None else "", name, node
            waiting += [(key.value, value) for key, value in node.pairs] + [
                (name, item) for item in node.items
            ]


def cut_off(document: Document, node: Node) -> str:
    """What stands behind a text in its line and was taken for a comment; ``""`` when nothing was."""
    if node.style:
        return ""
    match = _CUT.match(document.text, node.end)
    return match[0].rstrip() if match else ""


def without_marks(value: str) -> str:
    """A name without the quotation marks around it."""
    match = _MARKED.fullmatch(value.strip())
    return match[1].strip() if match else value
