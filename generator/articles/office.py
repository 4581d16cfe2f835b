"""A word processor's file (``.docx``, ``.odt``) in, its paragraphs as plain text out."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

# Elements by their names without namespace, which the two formats do not share otherwise.
_PARTS = ("word/document.xml", "content.xml")
_PARAGRAPHS = frozenset({"p", "h"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}
# What was struck out, and notes and shapes beside the text, are no part of it.
_LEFT_OUT = frozenset(
    {"del", "delText", "instrText", "tracked-changes", "annotation", "note", "pict", "Fallback"}
)


def read_office(data: bytes, most: int) -> str | None:
    """The text, with an empty line between paragraphs; None when this is no such file.

    ``most`` is how many bytes the part that holds the text may unpack to.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = next((name for name in _PARTS if name in archive.namelist()), "")
            if not part or archive.getinfo(part).file_size > most:
                return None
            root = ElementTree.fromstring(archive.read(part))
    except (
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ):
        return None
    lines = ("".join(_words(element)).strip() for element in _paragraphs(root))
    return "\n\n".join(line for line in lines if line)


def _paragraphs(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The paragraphs in order; a text box within one is part of it."""
    waiting = [element]
    while waiting:
        element = waiting.pop()
        if _name(element) in _PARAGRAPHS:
            yield element
        elif _name(element) not in _LEFT_OUT:
            waiting += reversed(element)


def _words(element: ElementTree.Element, depth: int = 0) -> Iterator[str]:
    """The text of a paragraph. Word keeps it in ``w:t``; OpenDocument in the paragraph itself."""
    name = _name(element)
    if name in _LEFT_OUT or depth > _DEEPEST:
        return
    yield _BREAKS.get(name, "")
    word = "wordprocessingml" in element.tag
    if not word or name == "t":
        yield element.text or ""
    for inner in element:
        yield from _words(inner, depth + 1)
        if not word:
            yield inner.tail or ""


_DEEPEST = 100


def _name(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]
