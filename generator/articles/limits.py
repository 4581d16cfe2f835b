"""A text or a page in, the problem when it is longer than any article out; reading costs what these allow.

The bytes of a file or an answer are limited before (``ArticleOptions.max_bytes``); what a small file
unpacks to is limited here.
"""

from __future__ import annotations

import re
from typing import Any

from ..errors import Problem, problem
from ..model import Place

MOST_CHARACTERS = 4_000_000  # the longest novels have as many
MOST_LINES = 100_000
MOST_PAGES = 3000  # of a PDF
PAGE_SECONDS = 20  # of processor time for one of them; the fullest take one
PDF_MEGABYTES = 2048  # of memory to read it in
MOST_ELEMENTS = 100_000  # of a page; the largest of an encyclopedia have half as many
MOST_ATTRIBUTES = 2_000  # of an element; the parser compares each with all before it
_FEW_BYTES = 2 * MOST_ATTRIBUTES  # a page of fewer cannot have so many
_TAG = re.compile(r"<[A-Za-z][^\s/>\"'=]*")
_SCRIPT = re.compile(r"<script\b(?![^>]{0,500}ld\+json)[^>]{0,2000}>", re.IGNORECASE)
_SCRIPT_ENDS = re.compile(r"</script[^>]{0,99}>", re.IGNORECASE)
_IN_TAG = re.compile(r"""(?P<name>[^\s"'>]+)|\s+|"[^"]*"|'[^']*'|["']|(?P<end>>)""")


def too_long(text: str, place: Place, value: str) -> Problem | None:
    """The problem of a text that is longer than any article."""
    if len(text) > MOST_CHARACTERS:
        return problem("article-too-long", place, value=value, most=f"{MOST_CHARACTERS:,} characters")
    if text.count("\n") > MOST_LINES:
        return problem("article-too-long", place, value=value, most=f"{MOST_LINES:,} lines")
    return None


def too_many_attributes(page: str | bytes, place: Place, value: str) -> Problem | None:
    """The problem of a page, not yet parsed, with an element of more attributes than any has: those would take minutes."""
    if len(page) < _FEW_BYTES:
        return None
    text = page if isinstance(page, str) else page.decode("latin-1")
    at = 0
    while tag := _TAG.search(text, at):
        at = tag.end()
        names = 0
        for part in _IN_TAG.finditer(text, at):
            at = part.end()
            if part["end"]:
                break
            names += bool(part["name"])
            if names > MOST_ATTRIBUTES:
                most = f"{MOST_ATTRIBUTES:,} attributes of an element"
                return problem("article-too-long", place, value=value, most=most)
    return None


def without_scripts(page: str | bytes) -> str | bytes:
    """A page without its scripts but the data of JSON-LD: in a script "a<b" is no tag, however much may follow."""
    text = page if isinstance(page, str) else page.decode("latin-1")
    kept, at = [], 0
    for script in _SCRIPT.finditer(text):
        if script.start() < at:
            continue  # in one that is out already
        ends = _SCRIPT_ENDS.search(text, script.end())
        if ends is None:
            break
        kept.append(text[at : script.start()])
        at = ends.end()
    bare = "".join((*kept, text[at:]))
    return bare if isinstance(page, str) else bare.encode("latin-1")


def too_many_elements(tree: Any, place: Place, value: str) -> Problem | None:
    """The problem of a page that has more elements than any article's."""
    if tree.xpath("count(//*)") > MOST_ELEMENTS:
        return problem("article-too-long", place, value=value, most=f"{MOST_ELEMENTS:,} elements")
    return None
