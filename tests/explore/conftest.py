"""One small site for all of Explore's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .browser import served
from .made import facts_and_articles, made, write_site
from .oracle import Oracle

COUNT = 400


@pytest.fixture(scope="session")
def explore_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("explore")
    write_site(made(COUNT)[0], folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return Oracle(*facts_and_articles(COUNT))


@pytest.fixture
def page(browser: Browser, explore_site: str) -> Iterator[Page]:
    """A page that fails its test on any error in the console, or request to anybody else."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((explore_site, "data:", "blob:")) else wrong.append(asked.url)
        ),
    )
    yield page
    context.close()
    assert not wrong
