"""A browser and the address of a site in; a page that fails its test on what no page of ours may do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from playwright.sync_api import Browser, ConsoleMessage, Page, Request


@cache
def _page(browser: Browser, _address: str) -> Page:
    """Where all the pages of a site are opened: a context and a process for each cost three times as much."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context.new_page()


@contextmanager
def watched(browser: Browser, address: str, *, lacking: bool = False) -> Iterator[Page]:
    """A page that fails its test on any error in the console, or request to anybody else.

    ``lacking``: the site names pictures that it does not have; that alone is no error.
    """
    page = _page(browser, address)
    page.goto(f"{address}assets/chronofact.css")
    page.context.clear_cookies()
    page.evaluate("localStorage.clear(); sessionStorage.clear()")  # nothing is kept of the test before
    page.set_viewport_size({"width": 1280, "height": 900})
    page.mouse.move(0, 0)
    wrong: list[str] = []
    allowed = ("status of 404",) if lacking else ()

    def console(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and not any(one in said.text for one in allowed):
            wrong.append(said.text)

    def request(asked: Request) -> None:
        if not asked.url.startswith((address, "data:", "blob:")):
            wrong.append(asked.url)

    hearing = {"console": console, "pageerror": lambda error: wrong.append(str(error)), "request": request}
    for event, hear in hearing.items():
        page.on(event, hear)  # type: ignore[call-overload]
    try:
        yield page
    finally:
        for event, hear in hearing.items():
            page.remove_listener(event, hear)
    assert not wrong, wrong[:5]
