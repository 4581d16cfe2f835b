"""An element of a page in, whether it belongs to something other than the page's article out.

Comments, related lists, navigation, what an archive put around a copy. An element that holds most of the
page's prose is never foreign, whatever it is called: some pages keep their article in an ``<aside>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import Any

_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "menu"})
_TYPES = re.compile(
    r"/(?:comment|usercomments?|videoobject|audioobject|imageobject|event|product|review|rating|offer|siteNavigationElement|wpfooter|wpsidebar|itemlist|collectionpage|person|organization)\b",
    re.IGNORECASE,
)
_BEFORE, _AFTER = r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))", r"(?=$|[\s_-]|s\b|s[_-]|[A-Z0-9])"
_NAMES = re.compile(
    rf"{_BEFORE}(?:comments?|commentlist|disqus|replies|related|recommend(?:ed|ations?)?|recirc\w*|more-(?:news|stories|from|on)|"
    r"read-?(?:more|next|also)|next-?(?:article|story|up)|most-?(?:read|popular|viewed)|popular|trending|latest|sidebar|side-?bar|rail|"
    r"teasers?|promos?|outbrain|taboola|newsletters?|sign-?up|subscri(?:be|ption|ptions)|paywall|breadcrumbs?|cookie\w*|consent|"
    r"site-?(?:header|footer)|footer|navigation|nav|menu|social|share|sharing|modal|popup|"
    rf"see-?also|also-?on|polls?|quiz(?:zes)?|calendar|agenda|gallery|galleries|slideshow|lightbox|you-?may|up-?next|carousel|widget|advert\w*|sponsor\w*|wm-ipp\w*|wm-toolbar){_AFTER}",
)
# "autor", "auteur": what the reading library knows in English alone.
_WROTE = re.compile(
    rf"{_BEFORE}(?:autor(?:e|es|in|ka|a|zy)?|auteurs?|verfasser(?:in)?|redaktor|redacteur|avtor){_AFTER}"
)
_ARCHIVE_IDS = frozenset({"wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato", "HEADER", "hashtags"})
_MOST = 0.4  # of the page's prose
_TEASER = 200  # letters that a teaser tells at most
_CREDIT = 80  # letters that a line of authors has at most


def is_foreign(element: Any, foreign: Set[Any]) -> bool:
    """Whether the element lies in one of the ``foreign`` parts."""
    return element in foreign or not foreign.isdisjoint(element.iterancestors())


def foreign_parts(tree: Any) -> Iterator[Any]:
    """The outermost foreign elements of the page, and the articles beside the one it is about."""
    holds = _Prose(tree.getroottree())
    within: set[Any] = set()
    for element in tree.iter("*"):
        if element.tag in ("html", "body", "head"):
            continue
        parent = element.getparent()
        if parent in within:
            within.add(element)
        elif (_named(element) or _is_teaser(element)) and not holds.most(element):
            within.add(element)
            yield element


def plainly_named(tree: Any) -> None:
    """Take the names, kinds and styles from elements that would have the story thrown away with them."""
    holds = _Prose(tree.getroottree())
    for element in tree.xpath("//*[@style or @hidden or @aria-hidden]"):  # what is hidden is out already
        for name in ("style", "hidden", "aria-hidden"):
            element.attrib.pop(name, None)
    for element in tree.iter("*"):
        if element.tag not in ("html", "body") and _named(element) and holds.most(element):
            element.tag = "div" if element.tag in _TAGS else element.tag
            for name in ("class", "id", "role"):
                element.attrib.pop(name, None)
        elif _WROTE.search(f"{element.get('class') or ''} {element.get('id') or ''}") and _is_credit(element):
            element.set("class", "author")


def _is_credit(element: Any) -> bool:
    """Whether the element has no more words than a line of authors."""
    return 0 < len("".join(element.itertext()).strip()) <= _CREDIT


def _named(element: Any) -> bool:
    """Whether the element says by its kind, type or name that it is something else."""
    if element.tag in ("html", "body"):
        return False
    if element.tag in _TAGS or element.get("role") in (
        "navigation",
        "complementary",
        "contentinfo",
        "dialog",
    ):
        return True
    if (kind := element.get("itemtype")) and _TYPES.search(kind):
        return True
    if element.get("id") in _ARCHIVE_IDS:
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(name) > 2 and _is_foreign_name(name[:400])


@lru_cache(maxsize=4096)
def _is_foreign_name(name: str) -> bool:
    """Whether a class or id says so; the few names of a page stand on many of its elements."""
    return bool(_NAMES.search(name))


def _is_teaser(element: Any) -> bool:
    """An article or list item of which a link is the heading: it leads to another page."""
    if element.tag == "article":
        if element.xpath("boolean(.//h1)"):
            return False
        linked = element.xpath("boolean(.//h2//a | .//h3//a | .//h4//a | .//a//h2 | .//a//h3 | .//a//h4)")
        told = sum(len("".join(p.itertext())) for p in element.iter("p"))
        return bool(linked) or (told < _TEASER and bool(element.xpath("boolean(.//a[@href])")))
    return (
        element.tag == "li"
        and bool(element.xpath("boolean(.//a)"))
        and len("".join(element.itertext())) < 300
    )


class _Prose:
    """How much of a page's prose its elements hold; counted once a page."""

    def __init__(self, root: Any) -> None:
        self._all = self._of(root.getroot())

    @staticmethod
    def _of(element: Any) -> int:
        own = ["".join(p.itertext()) for p in element.iter("p")]
        return sum(len(words) for words in own if len(words) > 60)

    def most(self, element: Any) -> bool:
        """Whether the element holds so much of the prose that it is the page's own."""
        return self._all > 0 and self._of(element) > self._all * _MOST
