"""A foreign text in, plain text and the addresses it links to out: tags go, scripts with all they hold.

What is read here is data and stays data: every page and export escapes it by where it goes.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from ..characters import BYTE_ORDER, CONTROLS, HALVES, ISOLATES, NO_CHARACTERS, TURNS
from ..edtf import is_edtf

_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,5000}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
# What moves a cursor, turns a line around or no YAML can hold.
_UNSEEN = re.compile(f"[{CONTROLS}{TURNS}{ISOLATES}{HALVES}{NO_CHARACTERS}{BYTE_ORDER}]")
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol"}
)
_LONGEST = 200_000


def plain(value: object) -> str:
    """One line of text without markup."""
    text = _UNSEEN.sub("", str(value)[:_LONGEST])
    if _TAG.search(text):
        text = _without_tags(text)
    elif _ENTITY.search(text):
        text = unescape(text)
    return " ".join(_UNSEEN.sub("", text).split())


def safe(text: str) -> str:
    """``text`` without characters that no file of ours may hold."""
    return _UNSEEN.sub("", text)


def pure(value: Any) -> Any:
    """Data without the characters that no file of ours may hold."""
    if isinstance(value, dict):
        return {safe(str(key)): pure(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [pure(one) for one in value]
    return safe(value) if isinstance(value, str) else value


def links_in(value: object) -> tuple[tuple[str, str], ...]:
    """Addresses on the web that a text with markup links to, each with its words."""
    tree = _tree(str(value)[:_LONGEST]) if "<" in str(value) else None
    found: dict[str, str] = {}
    for link in tree.iter("a") if tree is not None else ():
        address = str(link.get("href") or "").strip()
        if is_address(address):
            found.setdefault(address, " ".join(str(link.text_content()).split()))
    return tuple(found.items())


def is_address(text: object) -> bool:
    """Whether it is the address of a page, and nothing a browser would run."""
    return isinstance(text, str) and bool(re.fullmatch(r"https?://[^\s<>\"]{3,2000}", text.strip()))


def is_day(text: str) -> bool:
    """Whether a text is a date that a record of a source may have."""
    return bool(text) and is_edtf(text)


def _without_tags(text: str) -> str:
    tree = _tree(text)
    if tree is None:
        return _TAG.sub(" ", text)
    for gone in tree.xpath("//script|//style|//template|//noscript|//comment()"):
        gone.drop_tree()
    for block in tree.iter():
        if block.tag in _BLOCKS:
            block.tail = f" {block.tail or ''}"
    return str(tree.text_content())


def _tree(text: str) -> html.HtmlElement | None:
    try:
        return html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
