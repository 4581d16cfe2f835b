"""A page's own style sheets in, what their rules say of each element out; only what may hide is kept.

Rules for print, for a width or for a state (``:hover``) are passed over, as are those that no element of
the page can match. Between rules the cascade decides: importance, then weight of the selector, then place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from .style_values import HIDING, Colour, Look, alike, colour, declarations, ground, hides

_MOST = 300_000  # characters of style a page may have; more is passed over
_MOST_RULES = 2_000
_DEEPEST = 8  # blocks within one another
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NAME = re.compile(r"([.#])((?:[\w-]|[^\x00-\x7f]|\\.)+)")
_HIDING = re.compile(rf"(?:^|[;{{\s])(?:{'|'.join(HIDING)})\s*:", re.IGNORECASE)
_SCREEN = re.compile(r"(?:only\s+)?(?:screen|all)?", re.IGNORECASE)
_STATES = re.compile(r"::?(?!not\b|first-child\b|last-child\b|nth-child\b|nth-of-type\b|first-of-type\b|last-of-type\b|root\b|only-child\b|empty\b)[\w-]+")  # fmt: skip


Rank = tuple[bool, tuple[int, int, int], int]
# Its place, the selectors that mean something on this page, declarations, and which of these are important.
Rule = tuple[int, list[str], Look, frozenset[str]]


def style_rules(tree: Any) -> dict[Any, Look]:
    """What the page's rules say, by element; only of elements that one of them may hide, and what is around these."""
    text = _styles(tree)
    if len(text) > _MOST or not _HIDING.search(text):
        return {}
    page = _Page(tree)
    rules = list(_rules(text, page))
    groups = _asked(page, rules)
    held: dict[Any, dict[str, tuple[Rank, str]]] = {}
    for rule in rules:
        for group in groups:
            _tell(held, page, rule, group)
    return {element: {name: value for name, (_, value) in known.items()} for element, known in held.items()}


def _styles(tree: Any) -> str:
    """The text of the page's style sheets for screens."""
    sheets = (element for element in tree.iter("style") if _for_screens(element.get("media") or ""))
    return "\n".join(element.text or "" for element in sheets)


def _asked(page: _Page, rules: list[Rule]) -> tuple[_Asked, ...]:
    """Of which elements the rules are asked: those that one may hide, then the grounds of what has a colour."""
    grounds = [under for _, _, look, _ in rules if (under := colour(ground(look)))] + [(255, 255, 255)]
    strong = [rule for rule in rules if _may_hide(rule[2], grounds)]
    properties = {name for rule in strong for name in rule[2]}
    matched = {element for rule in strong for found, _ in _matches(page, rule[1]) for element in found}
    matched = set(filter(_says_something, matched))
    coloured = set(page.tree.xpath("//*[contains(@style, 'color')] | //font[@color]"))
    if "color" in properties:
        coloured |= matched
    around = coloured.union(*(element.iterancestors() for element in coloured))
    asked = _Asked(matched | coloured, properties)
    return (asked, _Asked(around, _GROUNDS)) if asked.elements else ()


def _tell(held: dict[Any, dict[str, tuple[Rank, str]]], page: _Page, rule: Rule, group: _Asked) -> None:
    """Add to ``held`` what a rule says of the elements of a group, where no stronger one said it."""
    place, selectors, look, important = rule
    told = {name: value for name, value in look.items() if name in group.properties}
    for elements, weight in _matches(page, selectors, group) if told else ():
        for element in group.elements.intersection(elements):
            known = held.setdefault(element, {})
            for name, value in told.items():
                rank = (name in important, weight, place)
                if name not in known or known[name][0] <= rank:
                    known[name] = (rank, value)


class _Asked:
    """Elements of which properties are asked, and by which names and kinds a selector can mean them."""

    def __init__(self, elements: set[Any], properties: Collection[str]) -> None:
        self.elements = elements
        self.properties = frozenset(properties)
        self.names = set(_names(elements))
        self.tags = {element.tag for element in elements}


_GROUNDS = ("background", "background-color", "background-image")
_SILENT = frozenset(
    {"button", "svg", "path", "i", "input", "label", "option", "select", "script", "style", "iframe"}
)
_FEW = 12  # letters; what says less is a sign or a label and no sentence


def _says_something(element: Any) -> bool:
    """Whether an element holds words that could be a sentence."""
    if element.tag in _SILENT:
        return False
    size = 0
    for words in element.itertext():
        size += len(words.strip())
        if size >= _FEW:
            return True
    return False


def _rules(text: str, page: _Page) -> Iterator[Rule]:
    """The rules that say anything that may hide, of elements that the page has."""
    for place, (heads, block) in enumerate(_sheet(text)):
        selectors = [one for one in heads if page.may_have(one)]
        look = declarations(block) if selectors else {}
        if look:
            important = {
                name
                for name in look
                if "!" in block
                and re.search(rf"{re.escape(name)}\s*:[^;]*!\s*important", block, re.IGNORECASE)
            }
            yield place, selectors, look, frozenset(important)


def _may_hide(look: Look, grounds: list[Colour]) -> bool:
    """Whether a rule hides by itself, or gives letters the colour of some ground of the page."""
    if hides(look) or (look.get("overflow") in ("hidden", "clip") and {"width", "height"} & look.keys()):
        return True
    letters = colour(look.get("color", ""))
    return letters is not None and any(alike(letters, under) for under in grounds)


def _for_screens(media: str) -> bool:
    """Whether rules for this medium hold on a screen of any width."""
    return any(_SCREEN.fullmatch(part.strip()) for part in media.split(",")) if media.strip() else True


def _names(elements: Iterable[Any]) -> Iterator[str]:
    """Every class and id of the elements, with its sign."""
    for element in elements:
        if isinstance(element.tag, str):
            for name in (element.get("class") or "").split():
                yield f".{name}"
            if element.get("id"):
                yield f"#{element.get('id')}"


@lru_cache(maxsize=16)
def _sheet(text: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Selectors and declarations of a sheet's rules; the pages of one outlet have the same sheet."""
    blocks = islice(_blocks(_COMMENT.sub(" ", text)), _MOST_RULES)
    return tuple((tuple(head.split(",")), block) for head, block in blocks if _HIDING.search(f";{block}"))


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of every rule that holds on any screen."""
    at, waiting = 0, [len(text)]
    while at < waiting[-1] or len(waiting) > 1:
        opening = text.find("{", at, waiting[-1])
        if opening < 0:
            at = waiting.pop() + 1 if len(waiting) > 1 else len(text)
            if len(waiting) == 1 and at >= waiting[0]:
                return
            continue
        head = text[at:opening].rpartition(";")[2].strip()
        closing = _closing(text, opening, waiting[-1])
        if head.startswith("@"):
            word, _, condition = head.partition(" ")
            if word.lower() in ("@layer", "@supports") or (
                word.lower() == "@media" and _for_screens(condition)
            ):
                if len(waiting) > _DEEPEST:
                    return
                waiting.append(closing)
                at = opening + 1
                continue
        else:
            yield head, text[opening + 1 : closing]
        at = closing + 1


_BRACE = re.compile(r"[{}]")


def _closing(text: str, opening: int, end: int) -> int:
    """Where the block that opens there closes."""
    depth = 0
    for match in _BRACE.finditer(text, opening, end):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return end


class _Page:
    """The elements of a page by tag, class and id, and those of every selector asked for so far."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.named: dict[str, set[Any]] = {}
        self.every = {element for element in tree.iter() if isinstance(element.tag, str)}
        for element in self.every:
            for name in (element.tag, *_names([element])):
                self.named.setdefault(name, set()).add(element)
        self._known: dict[str, Found] = {}

    def may_have(self, selector: str) -> bool:
        """Whether the page has every name of a selector, which is one that holds in any state."""
        return (
            len(selector) <= 300
            and all(sign + name in self.named for sign, name in _NAME.findall(selector))
            and not _STATES.search(selector)
        )

    def matches(self, selector: str) -> Found:
        """The elements of one selector with its weight; nothing when it is none."""
        if selector not in self._known:
            parts = _PART.findall(selector) if _PLAIN.fullmatch(selector) else []
            self._known[selector] = self._plain(parts) if parts else self._searched(selector)
        return self._known[selector]

    def _plain(self, parts: list[tuple[str, str]]) -> Found:
        """The elements of ``div.story > p.lead``: names alone, within one another."""
        held = self._compound(parts[0][1])
        for joint, compound in parts[1:]:
            held = _within(self._compound(compound), held, child=">" in joint)
        names = [name for _, compound in parts for name in _COMPOUND.findall(compound)]
        weight = (
            sum(name[0] == "#" for name in names),
            sum(name[0] == "." for name in names),
            sum(name[0] not in "#.*" for name in names),
        )
        return [(list(held), weight)]

    def _compound(self, compound: str) -> set[Any]:
        nothing: set[Any] = set()
        found = [
            self.every if name == "*" else self.named.get(name if name[0] in ".#" else name.lower(), nothing)
            for name in _COMPOUND.findall(compound)
        ]
        return set.intersection(*found)

    def _searched(self, selector: str) -> Found:
        compiled = _compiled(selector)
        if compiled is None:
            return []
        try:
            return [(compiled[0](self.tree), compiled[1])]
        except etree.XPathError:
            return []


Found = list[tuple[list[Any], tuple[int, int, int]]]
# A selector of names alone, "div.story > p.lead #x", its parts and the names in one of them.
_ONE = r"(?:\*|[a-zA-Z][\w-]*|[.#][a-zA-Z_-][\w-]*)(?:[.#][a-zA-Z_-][\w-]*)*"
_PLAIN = re.compile(rf"{_ONE}(?:\s*>\s*{_ONE}|\s+{_ONE}){{0,11}}", re.ASCII)
_PART = re.compile(rf"(^|\s*>\s*|\s+)({_ONE})", re.ASCII)
_COMPOUND = re.compile(r"\*|[.#]?[\w-]+", re.ASCII)


def _within(elements: set[Any], around: set[Any], *, child: bool) -> set[Any]:
    """Those of the elements that are children, or lie anywhere within, one of those around."""
    if not around or not elements:
        return set()
    if child:
        return {one for one in elements if one.getparent() in around}
    if len(elements) > _FEWER * len(around):
        return elements & {one for above in around for one in above.iterdescendants()}
    return {one for one in elements if not around.isdisjoint(one.iterancestors())}


_FEWER = 5  # times as many elements as boxes around: then the boxes are looked into


def _matches(
    page: _Page, selectors: Iterable[str], group: _Asked | None = None
) -> Iterator[tuple[list[Any], tuple[int, int, int]]]:
    """The elements of every selector, with its weight; of ``group``, when given."""
    for selector in selectors:
        selector = selector.strip()
        if selector and (group is None or _can_mean(selector, group)):
            yield from page.matches(selector)


def _can_mean(selector: str, group: _Asked) -> bool:
    """Whether the last part of a selector fits the names and kinds of a group."""
    last = (_LAST.findall(selector) or [selector])[-1]
    tag = re.match(r"[a-z][\w-]*", last, re.IGNORECASE)
    if tag and tag[0].lower() not in group.tags:
        return False
    return all(sign + name in group.names for sign, name in _NAME.findall(last))


_LAST = re.compile(r"[^\s>+~]+")


@lru_cache(maxsize=4096)
def _compiled(selector: str) -> tuple[Any, tuple[int, int, int]] | None:
    """A selector as a search of trees, with its weight; None when it is none."""
    from cssselect import HTMLTranslator, SelectorError, parse

    try:
        (parsed,) = parse(selector)
        return etree.XPath(HTMLTranslator().selector_to_xpath(parsed)), parsed.specificity()
    except (SelectorError, ValueError, RecursionError, etree.XPathError):
        return None
