"""A page's own style sheets in, what their rules say of each element out; only what may hide is kept.

Rules for print, for a width or for a state (``:hover``) are passed over, as are those that no element of
the page can match. Between rules the cascade decides: importance, then weight of the selector, then place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .style_values import HIDING, Look, declarations

_MOST = 300_000  # characters of style a page may have; more is passed over
_MOST_RULES = 2_000
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NAME = re.compile(r"([.#])((?:[\w-]|[^\x00-\x7f]|\\.)+)")
_HIDING = re.compile(rf"(?:^|[;{{\s])(?:{'|'.join(HIDING)})\s*:", re.IGNORECASE)
_SCREEN = re.compile(r"(?:only\s+)?(?:screen|all)?", re.IGNORECASE)
_STATES = re.compile(r"::?(?!not\b|first-child\b|last-child\b|nth-child\b|nth-of-type\b|first-of-type\b|last-of-type\b|root\b|only-child\b|empty\b)[\w-]+")  # fmt: skip


def style_rules(tree: Any) -> dict[Any, Look]:
    """What the page's rules say, by element."""
    sheets = [element for element in tree.iter("style") if _for_screens(element.get("media") or "")]
    text = "\n".join(element.text or "" for element in sheets)
    if not sheets or len(text) > _MOST or not _HIDING.search(text):
        return {}
    names = set(_names(tree))
    found: dict[Any, dict[str, tuple[tuple[bool, tuple[int, int, int], int], str]]] = {}
    for place, (selectors, block) in enumerate(_blocks(_COMMENT.sub(" ", text))):
        if place > _MOST_RULES:
            break
        look = declarations(block)
        if not look:
            continue
        important = {
            name
            for name in look
            if re.search(rf"{re.escape(name)}\s*:[^;]*!\s*important", block, re.IGNORECASE)
        }
        for elements, weight in _matches(tree, selectors, names):
            for element in elements:
                held = found.setdefault(element, {})
                for name, value in look.items():
                    rank = (name in important, weight, place)
                    if name not in held or held[name][0] <= rank:
                        held[name] = (rank, value)
    return {element: {name: value for name, (_, value) in held.items()} for element, held in found.items()}


def _for_screens(media: str) -> bool:
    """Whether rules for this medium hold on a screen of any width."""
    return any(_SCREEN.fullmatch(part.strip()) for part in media.split(",")) if media.strip() else True


def _names(tree: Any) -> Iterator[str]:
    """Every class and id of the page, with its sign."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            for name in (element.get("class") or "").split():
                yield f".{name}"
            if element.get("id"):
                yield f"#{element.get('id')}"


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
                waiting.append(closing)
                at = opening + 1
                continue
        else:
            yield head, text[opening + 1 : closing]
        at = closing + 1


def _closing(text: str, opening: int, end: int) -> int:
    """Where the block that opens there closes."""
    depth = 0
    for match in re.compile(r"[{}]").finditer(text, opening, end):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return end


def _matches(tree: Any, selectors: str, names: set[str]) -> Iterator[tuple[list[Any], tuple[int, int, int]]]:
    """The elements of every selector that this page can match, with its weight."""
    from cssselect import HTMLTranslator, SelectorError, parse

    for selector in selectors.split(","):
        selector = selector.strip()
        if not selector or len(selector) > 300 or _STATES.search(selector):
            continue
        if any(sign + name not in names for sign, name in _NAME.findall(selector)):
            continue
        try:
            (parsed,) = parse(selector)
            yield tree.xpath(HTMLTranslator().selector_to_xpath(parsed)), parsed.specificity()
        except (SelectorError, ValueError, RecursionError):
            continue
        except Exception as error:  # lxml's own for an expression it does not take
            if type(error).__module__.split(".")[0] != "lxml":
                raise
