"""A browser and the address of a site in; a page that fails its test on what no page of ours may do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from playwright.sync_api import Browser, BrowserContext, Page


@cache
def _room(browser: Browser, address: str) -> tuple[BrowserContext, Page]:
    """Where the pages of a site are opened, and one that stays: a context and a process for each costs twice as much."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    stays = context.new_page()
    stays.goto(f"{address}assets/chronofact.css")
    return context, stays


@contextmanager
def watched(browser: Browser, address: str, *, lacking: bool = False) -> Iterator[Page]:
    """A page that fails its test on any error in the console, or request to anybody else.

    ``lacking``: the site names pictures that it does not have; that alone is no error.
    """
    context, stays = _room(browser, address)
    context.clear_cookies()
    stays.evaluate("localStorage.clear()")  # nothing is kept of the page before
    page = context.new_page()
    wrong: list[str] = []
    allowed = ("status of 404",) if lacking else ()
    page.on(
        "console",
        lambda said: (
            wrong.append(said.text)
            if said.type in ("error", "warning") and not any(one in said.text for one in allowed)
            else None
        ),
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((address, "data:", "blob:")) else wrong.append(asked.url),
    )
    yield page
    page.close()
    assert not wrong, wrong[:5]
