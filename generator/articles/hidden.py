"""A page's tree in, the same without what a reader of the page does not see out.

What is hidden by an attribute, by an element's own style or by a rule of the page's style sheet is taken
away. Two things are never: an element that holds most of the page's prose (pages hide themselves until
their scripts have run), and what only an outer style sheet could tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .style_rules import style_rules
from .style_values import Look, alike, colour, declarations, ground, hides

_NEVER_SHOWN = frozenset({"template", "noembed", "noframes"})
# What is no text by nature, so that hiding it changes nothing here.
_NO_TEXT = frozenset({"script", "style", "link", "meta", "head", "title", "html", "body", "img", "svg"})
_MARKED = "//*[@hidden or @aria-hidden or self::template or self::noembed or self::noframes]"
_MOST = 0.5  # of the page's prose: what holds more is the page itself


def without_hidden(tree: Any) -> None:
    """Take out of ``tree`` what is not shown."""
    looks = dict(_looks(tree))
    styled_elsewhere = bool(tree.xpath("boolean(//link[contains(@rel, 'stylesheet')])"))
    marked = {*looks, *tree.xpath(_MARKED)}
    hidden = [one for one in tree.iter() if one in marked and _is_hidden(one, looks, styled_elsewhere)]
    if not hidden:
        return
    prose = max(_prose(tree), 1)
    for element in hidden:
        if element.getparent() is not None and (
            element.tag in _NEVER_SHOWN or _prose(element) <= prose * _MOST
        ):
            _take_out(element)


def _looks(tree: Any) -> Iterator[tuple[Any, Look]]:
    """What styles say of each element they speak of, the page's rules first and its own attribute last."""
    styled = style_rules(tree)
    for element in {*styled, *tree.xpath("//*[@style or @bgcolor or self::font]")}:
        own = declarations(element.get("style") or "") if element.get("style") else {}
        if element.tag == "font" and element.get("color"):
            own = {"color": element.get("color"), **own}
        if element.get("bgcolor"):
            own = {"background-color": element.get("bgcolor"), **own}
        given = {**styled.get(element, {}), **own}
        if given:
            yield element, given


def _is_hidden(element: Any, looks: dict[Any, Look], styled_elsewhere: bool) -> bool:
    """Whether the element itself, not one around it, is hidden."""
    if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
        return False
    if element.tag in _NEVER_SHOWN:
        return True
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if (element.get("aria-hidden") or "").strip().lower() == "true":
        return True
    look = looks.get(element)
    return look is not None and (hides(look) or _same_as_ground(element, look, looks, styled_elsewhere))


def _same_as_ground(element: Any, look: Look, looks: dict[Any, Look], styled_elsewhere: bool) -> bool:
    """Whether the letters have the colour of what they stand on."""
    letters = colour(look.get("color", ""))
    if letters is None:
        return False
    around = [element, *element.iterancestors()]
    grounds = (ground(looks[above]) for above in around if above in looks)
    below = next((found for found in grounds if found), None)
    if below == "picture":
        return False
    if below is None:  # nothing says so: paper is white, unless a sheet from elsewhere may colour it
        classed = any(above.get("class") or above.get("id") for above in around)
        if classed and styled_elsewhere:
            return False
        below = "#fff"
    under = colour(below)
    return under is not None and alike(letters, under)


def _prose(element: Any) -> int:
    """Letters of the running text in an element."""
    if element.tag in ("p", "li", "blockquote"):
        return len("".join(element.itertext()))
    return sum(len("".join(inner.itertext())) for inner in element.iter("p", "blockquote"))


def _take_out(element: Any) -> None:
    """Remove an element and leave the text behind it."""
    parent, tail = element.getparent(), element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)
