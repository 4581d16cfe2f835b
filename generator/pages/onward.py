"""A page of several in, the ways to the others out: numbers at its top, the one before and the one after at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ..timeline import Period
from .links import period_uri
from .renderer import Renderer


def pager(renderer: Renderer, uris: Sequence[str], at: int) -> Markup:
    """The numbers of all pages of a list; nothing when it has one."""
    if len(uris) < 2:
        return Markup()
    links = renderer.links(uris[at])
    pages = [
        {"name": renderer.words.number(number + 1), "href": links.to(uri), "here": number == at}
        for number, uri in enumerate(uris)
    ]
    return renderer.html("pager.html", links, pages=pages)


def turning(renderer: Renderer, uris: Sequence[str], at: int) -> Markup:
    """The pages of a list before and after this one."""
    page = renderer.words.gettext("Page")
    names = [f"{page} {renderer.words.number(number + 1)}" for number in range(len(uris))]
    return _onward(renderer, list(zip(names, uris, strict=True)), at)


def neighbours_of(renderer: Renderer, period: Period) -> list[str]:
    """The keys of the periods of the same length before and after this one, ``""`` where there is none."""
    level, at = renderer.level_of(period)
    return [level[to].key if 0 <= to < len(level) else "" for to in (at - 1, at + 1)]


def neighbours(renderer: Renderer, period: Period) -> Markup:
    """The periods of the same length before and after this one; empty ones have no page."""
    level, at = renderer.level_of(period)
    near = level[max(0, at - 1) : at + 2]
    found = [(renderer.period_name(one), period_uri(one.key)) for one in near]
    return _onward(renderer, found, near.index(period))


def _onward(renderer: Renderer, pages: Sequence[tuple[str, str]], at: int) -> Markup:
    if len(pages) < 2:
        return Markup()
    links = renderer.links(pages[at][1])
    sides: Mapping[str, Mapping[str, str]] = {
        side: {"name": pages[to][0], "href": links.to(pages[to][1])}
        for side, to in (("before", at - 1), ("after", at + 1))
        if 0 <= to < len(pages)
    }
    return renderer.html("onward.html", links, before=sides.get("before"), after=sides.get("after"))
